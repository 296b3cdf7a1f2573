/** References inside formulas: how they follow inserted lines, renamed and deleted sheets. */
import { columnName, parseRange } from '../../shared/model/addresses.ts';
import { type Shift, shiftArea } from './areas.ts';
import { quoteSheet, sameName, splitAddress } from './sheet-names.ts';
import type { Area } from './workbook.ts';

/** `own` is the sheet that the formula stands on, null for a name of the workbook. */
export function shiftReferences(formula: string, own: string | null, sheet: string, shift: Shift): string {
  return rewrite(formula, (reference) => {
    const target = reference.sheet ?? own;
    if (target === null || !sameName(target, sheet)) return null;
    const area = shiftArea(reference.area, shift);
    return prefix(reference.sheet) + (area ? respell(reference.text, area) : '#REF!');
  });
}

export function renameReferences(formula: string, before: string, after: string): string {
  return rewrite(formula, (reference) =>
    reference.sheet !== null && sameName(reference.sheet, before) ? prefix(after) + reference.text : null,
  );
}

/** References to a deleted sheet. */
export function breakReferences(formula: string, sheet: string): string {
  return rewrite(formula, (reference) =>
    reference.sheet !== null && sameName(reference.sheet, sheet) ? '#REF!' : null,
  );
}

interface Reference {
  readonly sheet: string | null;
  /** Without the sheet, as spelled. */
  readonly text: string;
  readonly area: Area;
}

// Text in quotes first, so that nothing inside it is taken for a reference; then a reference with or without a sheet,
// which no letter, digit, dot or bracket may touch.
const piece =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

function rewrite(formula: string, change: (reference: Reference) => string | null): string {
  return formula.replace(piece, (whole: string, sheet: string | undefined, text: string | undefined) => {
    if (text === undefined) return whole;
    const area = parseRange(text);
    if (!area) return whole;
    return change({ sheet: sheet ? splitAddress(`${sheet}A1`).sheet : null, text, area }) ?? whole;
  });
}

/** Spells `area` with the dollars of the reference that it replaces. */
function respell(text: string, area: Area): string {
  const corners = text.split(':');
  const spell = (corner: string, row: number, column: number): string => {
    const [, columnDollar, letters, rowDollar, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(corner)!;
    // `$2` has its dollar where a column's would be.
    if (!letters) return `${columnDollar}${rowDollar}${row + 1}`;
    return columnDollar + columnName(column) + (digits ? rowDollar! + (row + 1) : '');
  };
  const first = spell(corners[0]!, area.top, area.left);
  return corners[1] === undefined ? first : `${first}:${spell(corners[1], area.bottom, area.right)}`;
}

const prefix = (sheet: string | null): string => (sheet === null ? '' : `${quoteSheet(sheet)}!`);
