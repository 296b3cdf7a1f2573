/** Cells of a sheet that no table has claimed, row by row. */
import type { Area } from '../model.ts';

/** Columns `left` to `right` of one row, both included. */
export interface Run {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

export function freeRuns(whole: Area, claimed: readonly Area[]): readonly Run[] {
  const waiting = [...claimed].sort((a, b) => b.top - a.top);
  // Areas of the row at hand, from left to right.
  let areas: readonly Area[] = [];
  const runs: Run[] = [];
  for (let row = whole.top; row <= whole.bottom; row++) {
    if (areas.some(({ bottom }) => bottom < row)) areas = areas.filter(({ bottom }) => bottom >= row);
    while (waiting.length > 0 && waiting.at(-1)!.top <= row) {
      const area = waiting.pop()!;
      if (area.bottom >= row) areas = [...areas, area].sort((a, b) => a.left - b.left);
    }
    let left = whole.left;
    for (const area of areas) {
      if (area.left > left) runs.push({ row, left, right: area.left - 1 });
      left = Math.max(left, area.right + 1);
    }
    if (left <= whole.right) runs.push({ row, left, right: whole.right });
  }
  return runs;
}
