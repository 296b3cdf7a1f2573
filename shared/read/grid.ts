/** A sheet to look things up in, by absolute 0-based row and column. */
import { columnIndex, parseAddress } from '../model/addresses.ts';
import { sheetWords } from '../model/tokens.ts';
import type { Area, Cell, SheetSnapshot } from '../model.ts';

export interface Grid {
  readonly sheet: SheetSnapshot;
  /** The words of the sheet's name. */
  readonly title: string;
  readonly area: Area;
  /** Without merged areas (an Excel below ExcelApi 1.13) they are inferred from blanks. */
  readonly knowsMerges: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Null outside the used range; `""` is null. */
  cell(row: number, column: number): Cell;
  /** The cells of a row, the first at column `area.left`; an empty cell is null or `""`. For loops over many cells. */
  row(row: number): readonly Cell[];
  format(row: number, column: number): string | null;
  /** Merged areas that reach into a row. */
  merges(row: number): readonly Area[];
  /** The merged area that a cell belongs to, or null. */
  merge(row: number, column: number): Area | null;
}

const NO_CELLS: readonly Cell[] = [];
const NO_AREAS: readonly Area[] = [];

/** Merged areas are kept by row; areas beyond this many rows in all are left to the blanks they cover. */
const MERGE_ROWS = 500_000;

/** Where the values of a sheet stand; one cell for a sheet without any. */
export function usedArea({ address, values }: SheetSnapshot): Area {
  const { top, left } = parseAddress(address) ?? { top: 0, left: 0 };
  const [height, width] = [values.length, values[0]?.length ?? 0];
  return { top, left, bottom: top + Math.max(height, 1) - 1, right: left + Math.max(width, 1) - 1 };
}

export function openGrid(sheet: SheetSnapshot): Grid {
  const area = usedArea(sheet);
  const { values, numberFormat } = sheet;
  const { top, left } = area;
  const merges = mergesByRow(sheet.merges ?? [], area);
  return {
    sheet,
    title: sheetWords(sheet.name),
    area,
    knowsMerges: sheet.merges !== undefined,
    hiddenRows: new Set((sheet.hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set((sheet.hiddenColumns ?? []).map(columnIndex)),
    cell(row, column) {
      const value = values[row - top]?.[column - left];
      return value === undefined || value === '' ? null : value;
    },
    row(row) {
      return values[row - top] ?? NO_CELLS;
    },
    format(row, column) {
      return numberFormat?.[row - top]?.[column - left] ?? null;
    },
    merges(row) {
      return merges.get(row) ?? NO_AREAS;
    },
    merge(row, column) {
      const candidates = merges.get(row);
      const merge = candidates?.[firstReaching(candidates, column)];
      return merge && merge.left <= column ? merge : null;
    },
  };
}

/** Text of the cell that stands for a merged area; null for everything that is not text. */
export function textAt(grid: Grid, row: number, column: number): string | null {
  const value = grid.cell(row, column);
  return typeof value === 'string' ? value : null;
}

/** From left to right; of areas that overlap, which Excel does not make, the first that is told. */
function mergesByRow(addresses: readonly string[], within: Area): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>();
  let budget = MERGE_ROWS;
  for (const address of addresses) {
    const merge = parseAddress(address);
    if (!merge || merge.right < within.left || merge.left > within.right) continue;
    const top = Math.max(merge.top, within.top);
    const bottom = Math.min(merge.bottom, within.bottom);
    budget -= Math.max(bottom - top + 1, 0);
    if (budget < 0) break;
    for (let row = top; row <= bottom; row++) {
      const list = byRow.get(row);
      if (list) keep(list, merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

function keep(list: Area[], merge: Area): void {
  const at = firstReaching(list, merge.left);
  if (at === list.length) list.push(merge);
  else if (list[at]!.left > merge.right) list.splice(at, 0, merge);
}

/** Place of the first area, from left to right, that ends at the column or beyond it; their number where none does. */
function firstReaching(areas: readonly Area[], column: number): number {
  let [from, to] = [0, areas.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (areas[middle]!.right < column) from = middle + 1;
    else to = middle;
  }
  return from;
}
