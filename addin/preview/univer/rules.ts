/** Conditional formats, notes and drop-down lists, drawn. */
import { columnName } from '../../../shared/model/addresses.ts';
import type { Area, ConditionalFormat, DataValidation, Note, Workbook } from '../workbook.ts';
import { rangeOf } from './frames.ts';

/** Changes Univer's model without its knowing how to undo it, as Excel forgets what to undo when an add-in writes. */
export type Mutate = (id: string, sheet: string | null, params: object) => void;

/** Only rules by formula and by value are drawn; the others are kept, unseen. */
export function drawFormats(
  workbook: Workbook,
  sheet: string,
  before: readonly ConditionalFormat[],
  after: readonly ConditionalFormat[],
  mutate: Mutate,
): void {
  for (const { id } of before) mutate('sheet.mutation.delete-conditional-rule', sheet, { cfId: id });
  // Univer puts each new rule on top.
  for (const format of [...after].reverse()) {
    const formula = formulaOf(format);
    if (formula === null) continue;
    const { fill, color, bold, italic, underline, strike } = format.style;
    const style = {
      ...(fill ? { bg: { rgb: fill } } : {}),
      ...(color ? { cl: { rgb: color } } : {}),
      ...(bold ? { bl: 1 } : {}),
      ...(italic ? { it: 1 } : {}),
      ...(underline ? { ul: { s: 1 } } : {}),
      ...(strike ? { st: { s: 1 } } : {}),
    };
    const rule = { type: 'highlightCell', subType: 'formula', value: withoutNames(formula, workbook), style };
    const ranges = format.areas.map(rangeOf);
    mutate('sheet.mutation.add-conditional-rule', sheet, {
      rule: { cfId: format.id, ranges, stopIfTrue: format.stopIfTrue, rule },
    });
  }
}

export function drawNotes(sheet: string, before: readonly Note[], after: readonly Note[], mutate: Mutate): void {
  for (const { row, column: col } of before) {
    mutate('sheet.mutation.remove-note', sheet, { sheetId: sheet, noteId: `${row},${col}`, row, col, silent: true });
  }
  for (const { row, column: col, text } of after) {
    const note = { id: `${row},${col}`, row, col, note: text, width: 200, height: 90, show: false };
    mutate('sheet.mutation.update-note', sheet, { sheetId: sheet, row, col, note, silent: true });
  }
}

/** Lists only: their arrows are seen. What else a person may type is judged by Excel, not here. */
export function drawValidations(
  sheet: string,
  before: readonly DataValidation[],
  after: readonly DataValidation[],
  mutate: Mutate,
): void {
  before.forEach((_, at) => {
    mutate('data-validation.mutation.removeRule', sheet, { ruleId: `list-${at}` });
  });
  after.forEach((validation, at) => {
    const list = validation.rule.list as { source: string; inCellDropDown: boolean } | undefined;
    if (!list?.inCellDropDown) return;
    const rule = {
      uid: `list-${at}`,
      type: 'list',
      ranges: validation.areas.map(rangeOf),
      formula1: list.source,
      allowBlank: true,
      showErrorMessage: false,
      errorStyle: 2,
      // An arrow, as in Excel.
      renderMode: 1,
    };
    mutate('data-validation.mutation.addRule', sheet, { rule });
  });
}

/** A rule by value, said as a formula about the first cell of its first area. */
function formulaOf({ type, formula, formula2, operator, areas }: ConditionalFormat): string | null {
  if (type === 'Custom') return formula;
  if (type !== 'CellValue' || formula === null || !areas[0]) return null;
  const cell = firstCell(areas[0]);
  const [low, high] = [formula, formula2 ?? ''].map((each) => `(${each.replace(/^=/, '')})`);
  const between = `AND(${cell}>=${low},${cell}<=${high})`;
  if (operator === 'Between') return `=${between}`;
  if (operator === 'NotBetween') return `=NOT(${between})`;
  const sign = signs[operator ?? ''];
  return sign ? `=${cell}${sign}${low}` : null;
}

const firstCell = ({ left, top }: Area) => `${columnName(left)}${top + 1}`;

const signs: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '<>',
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanOrEqual: '>=',
  LessThanOrEqual: '<=',
};

/** Univer does not look up names in these formulas; ours stand for constants. */
function withoutNames(formula: string, workbook: Workbook): string {
  const names = new Map(workbook.names().map((name) => [name.name.toLowerCase(), name.formula.replace(/^=/, '')]));
  return formula.replace(/"[^"]*"|[\p{L}_\\][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/gu, (word) => {
    const meaning = names.get(word.toLowerCase());
    return meaning === undefined ? word : `(${meaning})`;
  });
}
