/** Areas: what they share, and where they are after rows or columns come or go. */
import { maxColumns, maxRows } from '../../shared/model/addresses.ts';
import type { Area, Axis } from './workbook.ts';

/** `count` lines put before `at`, or taken from `at` on when negative. */
export interface Shift {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** Null when the whole area is gone. An area grows when lines come between its first and last one. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const [low, high] = shift.axis === 'rows' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const limit = (shift.axis === 'rows' ? maxRows : maxColumns) - 1;
  // A whole column or row stays whole.
  if (area[low] === 0 && area[high] === limit) return area;
  const first = shiftIndex(area[low], shift, 'first');
  const last = shiftIndex(area[high], shift, 'last');
  return first > last || first > limit ? null : { ...area, [low]: first, [high]: Math.min(last, limit) };
}

export function shiftAreas(areas: readonly Area[], shift: Shift): readonly Area[] {
  return areas.map((area) => shiftArea(area, shift)).filter((area) => area !== null);
}

/** What stands at rows or columns, moved along; what stood at those that are gone is gone. */
export function shiftKeys<V>(map: ReadonlyMap<number, V>, { at, count }: Shift): Map<number, V> {
  const result = new Map<number, V>();
  for (const [key, value] of map) {
    if (key < at) result.set(key, value);
    else if (count >= 0 || key >= at - count) result.set(key + count, value);
  }
  return result;
}

/** Of a line that is gone: the one that took its place, or for the end of an area the one before. */
function shiftIndex(index: number, { at, count }: Shift, end: 'first' | 'last'): number {
  if (index < at) return index;
  if (count >= 0 || index >= at - count) return index + count;
  return end === 'first' ? at : at - 1;
}

export function intersectAreas(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export function boundAreas(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `area` without `taken`, in at most four pieces. */
export function subtractArea(area: Area, taken: Area): readonly Area[] {
  const hole = intersectAreas(area, taken);
  if (!hole) return [area];
  return [
    { ...area, bottom: hole.top - 1 },
    { top: hole.top, bottom: hole.bottom, left: area.left, right: hole.left - 1 },
    { top: hole.top, bottom: hole.bottom, left: hole.right + 1, right: area.right },
    { ...area, top: hole.bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

export function eachPlace(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) visit(row, column);
  }
}

/** For rows asked from top to bottom: the areas over each, from left to right. Areas are looked at once, not for each row. */
export function overRows(areas: readonly Area[]): (row: number) => readonly Area[] {
  const waiting = [...areas].sort((a, b) => b.top - a.top);
  let over: Area[] = [];
  let until = Number.POSITIVE_INFINITY;
  return (row) => {
    if (until < row) over = over.filter(({ bottom }) => bottom >= row);
    const before = over.length;
    for (let next = waiting.at(-1); next && next.top <= row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.bottom >= row) over.push(next);
    }
    if (over.length > before) over.sort((a, b) => a.left - b.left);
    until = over.reduce((least, { bottom }) => Math.min(least, bottom), Number.POSITIVE_INFINITY);
    return over;
  };
}

/** `over` is sorted as `overRows` gives it, without overlaps. */
export function areaOver(over: readonly Area[], column: number): Area | undefined {
  let [low, high] = [0, over.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((over[middle] as Area).right < column) low = middle + 1;
    else high = middle;
  }
  const found = over[low];
  return found && found.left <= column ? found : undefined;
}

export function anyOverlap(areas: readonly Area[]): boolean {
  const over = overRows(areas);
  const tops = [...new Set(areas.map(({ top }) => top))].sort((a, b) => a - b);
  return tops.some((top) => over(top).some(({ left }, at, all) => at > 0 && left <= (all[at - 1] as Area).right));
}
