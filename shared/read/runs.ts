/** Cells of a sheet that no table has claimed, row by row. */
import type { Area } from '../model.ts';

/** Columns `left` to `right` of one row, both included. */
export interface Run {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

export function freeRuns(whole: Area, claimed: readonly Area[]): readonly Run[] {
  const byRow = new Map<number, Area[]>();
  for (const area of claimed) {
    for (let row = area.top; row <= area.bottom; row++) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  const runs: Run[] = [];
  for (let row = whole.top; row <= whole.bottom; row++) {
    const areas = byRow.get(row);
    let left = whole.left;
    if (areas) {
      for (const area of areas.length > 1 ? [...areas].sort((a, b) => a.left - b.left) : areas) {
        if (area.left > left) runs.push({ row, left, right: area.left - 1 });
        left = Math.max(left, area.right + 1);
      }
    }
    if (left <= whole.right) runs.push({ row, left, right: whole.right });
  }
  return runs;
}
