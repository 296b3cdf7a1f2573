/**
 * Merged areas. Excel tells those whose first cell is in the range that is asked about, cut off at its edges (office-js
 * #3611, #1590), and none at all where there are more than 512. So it is asked band by band, and again about those that a
 * band may have cut, until they are whole: a list whose title came back cut is another list.
 */
import { addressOf, cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import { withoutSheet } from './cells.ts';
import { sync } from './syncs.ts';

/** A merged area has two cells at least, so that these hold no more than 512. */
const cellsPerBand = 1024;
/** Rows. */
const mostOverlap = 4;
/** Rounds of asking again; an area that is not whole by then is as good as unknown. */
const mostRounds = 64;

export interface Merges {
  /** By first cell. */
  readonly found: Map<string, Area>;
  /** By first cell: may go on below, and are to be asked about again. */
  readonly cut: Map<string, Area>;
}

export interface AskedMerges {
  readonly area: Area;
  /** Only what begins in this cell is wanted: of others that begin further down the columns may be cut. */
  readonly first: string | null;
  readonly answer: Excel.RangeAreas;
}

export function noMerges(): Merges {
  return { found: new Map(), cut: new Map() };
}

/** Queues the question for the merged areas that begin in these rows. */
export function askMerges(sheet: Excel.Worksheet, rows: Area): readonly AskedMerges[] {
  // Two rows at least: in one, every merged area might go on below.
  const height = Math.max(2, Math.floor(cellsPerBand / (rows.right - rows.left + 1)));
  // Bands overlap, so that low ones, which are most of them, need not be asked about again.
  const step = height - Math.min(mostOverlap, Math.floor(height / 2));
  const asked: AskedMerges[] = [];
  for (let top = rows.top; top === rows.top || top + height - step <= rows.bottom; top += step)
    asked.push(ask(sheet, { ...rows, top, bottom: Math.min(rows.bottom, top + height - 1) }, null));
  return asked;
}

/** Takes what came. */
export function keepMerges(merges: Merges, asked: readonly AskedMerges[], reach: Area): void {
  for (const { area, first, answer } of asked)
    for (const { address } of answer.isNullObject ? [] : answer.areas.items) {
      const told = parseAddress(withoutSheet(address));
      if (!told) continue;
      const merged = within(reach, told);
      const cell = cellAddress(merged.top, merged.left);
      if (first !== null && first !== cell) continue;
      const known = merges.found.get(cell);
      if (known && known.bottom > merged.bottom) continue;
      merges.found.set(cell, merged);
      if (merged.bottom === area.bottom && area.bottom < reach.bottom) merges.cut.set(cell, merged);
      else merges.cut.delete(cell);
    }
}

/** Asks about those that were cut, a band's cells further down each time, until they are whole; false where some never were. */
export async function makeWhole(
  context: Excel.RequestContext,
  all: readonly { readonly sheet: Excel.Worksheet; readonly merges: Merges; readonly reach: Area | null }[],
  signal?: AbortSignal,
): Promise<boolean> {
  for (let round = 0; round < mostRounds; round++) {
    const open = all.filter(({ merges }) => merges.cut.size > 0);
    if (open.length === 0) return true;
    const asked = open.map(({ sheet, merges, reach }) => ({
      merges,
      reach: reach!,
      asked: [...merges.cut].map(([first, cut]) => {
        const further = Math.max(1, Math.floor(cellsPerBand / (cut.right - cut.left + 1)) - 1);
        const bottom = Math.min(reach!.bottom, cut.bottom + further);
        return ask(sheet, { ...cut, bottom }, first);
      }),
    }));
    await sync(context, signal);
    for (const one of asked) keepMerges(one.merges, one.asked, one.reach);
  }
  return all.every(({ merges }) => merges.cut.size === 0);
}

/** In the order in which they are read, without parts of others: a band may also tell what goes on into it from above. */
export function mergesIn({ found }: Merges): string[] {
  const coveredTo = new Map<number, number>();
  return [...found.values()]
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .filter(({ top, left, bottom, right }) => {
      // A single cell is what was cut of it at the edge of what is read.
      if ((top === bottom && left === right) || (coveredTo.get(left) ?? -1) >= top) return false;
      for (let column = left; column <= right; column++) coveredTo.set(column, bottom);
      return true;
    })
    .map(addressOf);
}

/** What of it is read. */
function within({ bottom, right }: Area, merged: Area): Area {
  return { ...merged, bottom: Math.min(bottom, merged.bottom), right: Math.min(right, merged.right) };
}

function ask(sheet: Excel.Worksheet, area: Area, first: string | null): AskedMerges {
  const { top, left, bottom, right } = area;
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  return { area, first, answer: range.getMergedAreasOrNullObject().load('areas/items/address') };
}
