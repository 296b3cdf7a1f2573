/** Merged areas: which are seen of a sheet, and which cells they cover. */
import { maxColumns } from '../model/addresses.ts';
import type { Area } from '../model/reading.ts';
import { type Cells, widen } from './cells.ts';

/** Cells that a merged area covers keep their content in the file, but nobody sees it: they are left out. In order. */
export function withoutCovered(cells: Cells, merges: readonly Area[]): Cells {
  const { used } = cells;
  if (merges.length === 0 || !used) return cells;
  const begun = [...merges].sort((a, b) => a.top - b.top);
  const firsts = new Set(merges.map(({ top, left }) => placeOf(top, left)));
  // By column from the first used one on: the last row that a merged area covers.
  const until = new Int32Array(used.right - used.left + 1).fill(-1);
  const kept: Cells = { ...cells, used: null, rows: [], columns: [], values: [], formats: [] };
  let at = 0;
  for (let index = 0; index < cells.rows.length; index++) {
    const row = cells.rows[index] as number;
    const column = cells.columns[index] as number;
    for (let merge = begun[at]; merge && merge.top <= row; merge = begun[++at])
      if (merge.bottom >= row)
        until.fill(merge.bottom, Math.max(0, merge.left - used.left), Math.max(0, merge.right - used.left + 1));
    if ((until[column - used.left] as number) >= row && !firsts.has(placeOf(row, column))) continue;
    kept.rows.push(row);
    kept.columns.push(column);
    kept.values.push(cells.values[index] ?? null);
    kept.formats.push(cells.formats[index] as number);
    widen(kept, row, column);
  }
  return kept;
}

/** As Office.js gives them of a range: those whose first cell is inside, cut to it where more than that cell is left; by row, then column. */
export function mergesWithin(merges: readonly Area[], area: Area): Area[] {
  return merges
    .filter(({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right)
    .map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, area.bottom),
      right: Math.min(right, area.right),
    }))
    .filter(({ top, left, bottom, right }) => top < bottom || left < right)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

const placeOf = (row: number, column: number) => row * maxColumns + column;
