/** Cells of several findings taken together. */
import { addressOf, parseAddress } from './addresses.ts';
import type { Place } from './contract.ts';
import type { Area } from './reading.ts';

/** `K5`, `K7:K10`: in the order of the first sheet's columns, cells below each other as one range. Of one sheet. */
export function rangesOf(places: readonly Place[]): readonly string[] {
  const ranges: Area[] = [];
  for (const area of areasOf(places).sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top)) {
    const last = ranges.at(-1);
    if (last && last.left === area.left && last.right === area.right && area.top <= last.bottom + 1)
      ranges[ranges.length - 1] = { ...last, bottom: Math.max(last.bottom, area.bottom) };
    else ranges.push(area);
  }
  return ranges.map(addressOf);
}

/** Each cell once. Of one sheet. */
export function cellsIn(places: readonly Place[]): number {
  const areas = areasOf(places);
  const edges = [...new Set(areas.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort((a, b) => a - b);
  return edges.slice(1).reduce((cells, below, at) => {
    const row = edges[at]!;
    return cells + (below - row) * widthOf(areas.filter(({ top, bottom }) => top <= row && bottom >= row));
  }, 0);
}

function widthOf(areas: readonly Area[]): number {
  let [width, to] = [0, -1];
  for (const { left, right } of [...areas].sort((a, b) => a.left - b.left)) {
    width += Math.max(0, right - Math.max(left - 1, to));
    to = Math.max(to, right);
  }
  return width;
}

function areasOf(places: readonly Place[]): Area[] {
  return places.flatMap(({ address }) => parseAddress(address) ?? []);
}
