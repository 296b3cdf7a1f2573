/** Which marks show a sign beside their colour, from what stands in their cells. */
import { addressOf, parseAddress } from '../model/addresses.ts';
import { displayText } from '../model/shown.ts';
import { signedFormat } from '../model/signs.ts';
import { halfWidths } from '../model/widths.ts';
import type { Area, Mark, MarkLevel, SheetSnapshot, Sign, WorkbookSnapshot, WritePlan } from '../model.ts';
import { areasOf, type Cells, putCell } from './areas.ts';

/** Excel shows longer texts as #### under a format of their own. */
const longestText = 250;
/** On a sheet; each is a rule of its own. What is rarer has no sign. */
const mostFormats = 24;

/** The plan for a file, whose writer knows nothing of what stands in the cells. */
export function signedPlan(plan: WritePlan, { sheets, date1904 }: WorkbookSnapshot): WritePlan {
  const marks = sheets.flatMap((sheet) => {
    const own = plan.marks.filter((mark) => mark.sheet === sheet.name);
    return own.length > 0 ? withSigns(own, sheet, date1904) : [];
  });
  return { ...plan, marks };
}

/** The marks of one sheet, split by how their cells show what they hold. */
export function withSigns(marks: readonly Mark[], sheet: SheetSnapshot, date1904 = false): readonly Mark[] {
  const signs = signsOn(sheet, date1904);
  const cells: Cells<string> = new Map();
  const kinds = new Map<string, { readonly level: MarkLevel; readonly format: string | null; count: number }>();
  for (const { address, level } of marks)
    for (const [row, column] of cellsIn(parseAddress(address))) {
      const format = signs(level, row, column)?.format ?? null;
      const key = `${level} ${format ?? ''}`;
      const kind = kinds.get(key) ?? { level, format, count: 0 };
      kind.count += 1;
      kinds.set(key, kind);
      putCell(cells, row, column, key);
    }
  const common = [...kinds.values()].filter(({ format }) => format !== null).sort((a, b) => b.count - a.count);
  const shown = new Set(common.slice(0, mostFormats));
  return areasOf(cells).map(([area, key]) => {
    const kind = kinds.get(key)!;
    const { level, format } = kind;
    const mark: Mark = { sheet: sheet.name, address: addressOf(area), level };
    if (format === null || !shown.has(kind)) return mark;
    const roomOf = (row: number, column: number) => signs(level, row, column)?.room ?? 0;
    const room = cellsIn(area).reduce((most, [row, column]) => Math.max(most, roomOf(row, column)), 0);
    return { ...mark, sign: { format, room } };
  });
}

/** Of a cell, null where it shows none: nothing stands there, or what no format changes, or nobody can be sure. */
function signsOn({ address, values, numberFormat, merges = [] }: SheetSnapshot, date1904: boolean) {
  const { top, left } = parseAddress(address)!;
  const merged = merges.flatMap((each) => parseAddress(each) ?? []);
  return (level: MarkLevel, row: number, column: number): Sign | null => {
    // A merged area shows its first cell.
    const shown = merged.find((area) => isWithin(area, row, column)) ?? { top: row, left: column };
    const value = values[shown.top - top]?.[shown.left - left] ?? null;
    const own = numberFormat?.[shown.top - top]?.[shown.left - left];
    if (typeof own !== 'string' || (typeof value !== 'string' && typeof value !== 'number')) return null;
    if (typeof value === 'string' && value.length > longestText) return null;
    const format = signedFormat(level, own, typeof value === 'number' ? 'number' : 'text');
    if (format === null) return null;
    const room = typeof value === 'number' ? halfWidths(displayText({ value, numberFormat: format }, date1904)) : 0;
    return { format, room };
  };
}

function isWithin({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Row by row. */
function cellsIn(area: Area | null): (readonly [row: number, column: number])[] {
  if (!area) return [];
  const { top, left, bottom, right } = area;
  const width = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * width }, (_, at) => [
    top + Math.floor(at / width),
    left + (at % width),
  ]);
}

/** `points`: width of the narrowest column that the mark is in. Letters are a little larger than usual in many forms. */
export function hasRoom({ room }: Sign, points: number): boolean {
  return room === 0 || room * pointsPerDigit * 1.15 + padding <= points;
}

/** Of a digit of the usual letters, 7 pixels, and of the lines and blanks at both sides. */
export const pointsPerDigit = 5.25;
const padding = 3.75;
