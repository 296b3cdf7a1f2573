/** Sheets as the page shows them: the part around one cell, each cell by its format and under its mark. Indices are 0-based. */
import { addressOf, columnIndex, maxColumns, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import { displayText } from '../../shared/model/shown.ts';
import type { Cell, Mark, MarkLevel, PlanSheet, SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { formatOf } from '../../shared/report/drawn.ts';

export interface View {
  readonly name: string;
  /** Hidden in the workbook; here it is shown all the same, as hidden rows and columns are. */
  readonly hidden: boolean;
  /** From the first used cell to the last. */
  readonly used: Area;
  /** As Excel would show it. */
  readonly textAt: (row: number, column: number) => string;
  readonly isNumberAt: (row: number, column: number) => boolean;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface ViewCell {
  /** Of merged cells the first, also where that is not drawn. */
  readonly row: number;
  readonly column: number;
  /** How many are drawn as one. */
  readonly rows: number;
  readonly columns: number;
  readonly level: MarkLevel | null;
}

export const viewsOf = ({ sheets, date1904 }: WorkbookSnapshot): readonly View[] =>
  sheets.map((sheet) => viewOf(sheet, date1904 ?? false));

/** A sheet of ours, without the columns at its end that are for the program only. */
export function planView({ name, rows, widths, spans }: PlanSheet): View {
  const width = Math.max(...widths.map((one, index) => (one > 0 ? index + 1 : 0)));
  const shown = rows.map((row) => row.slice(0, width));
  return valuesView(
    name,
    shown.map((row) => row.map(({ value }) => value)),
    shown.map((row) => row.map((cell) => formatOf(cell))),
    spans.map((row) => addressOf({ top: row, bottom: row, left: 0, right: width - 1 })),
  );
}

export function valuesView(
  name: string,
  values: SheetSnapshot['values'],
  numberFormat: SheetSnapshot['numberFormat'] = null,
  merges: readonly string[] = [],
): View {
  const right = Math.max(0, ...values.map((row) => row.length - 1));
  const address = addressOf({ top: 0, left: 0, bottom: Math.max(0, values.length - 1), right });
  return viewOf({ name, visibility: 'Visible', address, values, numberFormat, merges }, false);
}

function viewOf(sheet: SheetSnapshot, date1904: boolean): View {
  const { name, visibility, address, values, numberFormat, merges, hiddenRows, hiddenColumns } = sheet;
  const used = parseAddress(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const at = (row: number, column: number): Cell => values[row - used.top]?.[column - used.left] ?? null;
  return {
    name,
    hidden: visibility !== 'Visible',
    used,
    textAt(row, column) {
      const value = at(row, column);
      // A workbook on this machine holds no masked cells.
      if (value !== null && typeof value === 'object' && !('error' in value)) return '';
      const code = numberFormat?.[row - used.top]?.[column - used.left] ?? 'General';
      return displayText({ value, numberFormat: code }, date1904);
    },
    isNumberAt: (row, column) => typeof at(row, column) === 'number',
    merges: (merges ?? []).flatMap((one) => parseAddress(one) ?? []),
    hiddenRows: new Set((hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set((hiddenColumns ?? []).map(columnIndex)),
  };
}

/** More is not drawn at once: the largest sheets have a million cells. */
const most = { rows: 60, columns: 30 };

/** What is drawn for a cell: of `held`, what is drawn now, the rows and columns that it is among, else those around it. */
export function windowOf({ used }: View, { top: row, left: column }: Area, held: Area | null): Area {
  const rows = held && row >= held.top && row <= held.bottom;
  const columns = held && column >= held.left && column <= held.right;
  if (rows && columns) return held;
  const [top, bottom] = rows ? [held.top, held.bottom] : span(used.top, used.bottom, row, most.rows);
  const [left, right] = columns ? [held.left, held.right] : span(used.left, used.right, column, most.columns);
  return { top, left, bottom, right };
}

function span(first: number, last: number, at: number, size: number): [from: number, to: number] {
  const [low, high] = [Math.min(first, at), Math.max(last, at)];
  const from = Math.max(low, Math.min(at - Math.floor(size / 2), high - size + 1));
  return [from, Math.min(high, from + size - 1)];
}

const within = ({ top, left }: Area, area: Area) =>
  top >= area.top && top <= area.bottom && left >= area.left && left <= area.right;

/** The cells of a window row by row, merged ones as one. */
export function cellsIn({ merges }: View, window: Area, marks: readonly Mark[]): readonly (readonly ViewCell[])[] {
  const levels = new Map<number, MarkLevel>();
  for (const { address, level } of marks) {
    const area = parseAddress(address);
    for (const key of area ? keysIn(area, window) : []) levels.set(key, level);
  }
  /** By the first key that is drawn; null by the others. */
  const merged = new Map<number, ViewCell | null>();
  for (const merge of merges) {
    const keys = keysIn(merge, window);
    for (const key of keys) merged.set(key, null);
    if (keys[0] !== undefined) merged.set(keys[0], mergedCell(merge, window, keys, levels));
  }
  return numbers(window.top, window.bottom).map((row) =>
    numbers(window.left, window.right).flatMap((column): readonly ViewCell[] => {
      const key = keyOf(row, column);
      const cell = merged.get(key);
      if (cell === null) return [];
      return [cell ?? { row, column, rows: 1, columns: 1, level: levels.get(key) ?? null }];
    }),
  );
}

function mergedCell(merge: Area, window: Area, keys: readonly number[], levels: Map<number, MarkLevel>): ViewCell {
  const rows = Math.min(merge.bottom, window.bottom) - Math.max(merge.top, window.top) + 1;
  const marked = keys.find((key) => levels.has(key));
  const level = marked === undefined ? null : levels.get(marked)!;
  return { row: merge.top, column: merge.left, rows, columns: keys.length / rows, level };
}

/** The merged area that a cell is in, or the cell. */
export function wholeOf({ merges }: View, cell: Area): Area {
  return merges.find((merge) => within(cell, merge)) ?? cell;
}

export const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const keyOf = (row: number, column: number) => row * maxColumns + column;

/** Of the cells of an area that are in the window. */
function keysIn(area: Area, window: Area): readonly number[] {
  const keys: number[] = [];
  for (let row = Math.max(area.top, window.top); row <= Math.min(area.bottom, window.bottom); row++)
    for (let column = Math.max(area.left, window.left); column <= Math.min(area.right, window.right); column++)
      keys.push(keyOf(row, column));
  return keys;
}
