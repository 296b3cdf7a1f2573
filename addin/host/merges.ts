/**
 * Merged areas. Excel tells those whose first cell is in the range that is asked about, cut off at its edges (office-js
 * #3611, #1590), and none at all where there are more than 512. So it is asked band by band, and again about those that a
 * band may have cut, until they are whole: a list whose title came back cut is another list.
 */
import { addressOf, cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import { withoutSheet } from './cells.ts';

/** A merged area has two cells at least, so that these hold no more than 512. */
const cellsPerBand = 1024;
/** Rounds of asking again; an area that is not whole by then is as good as unknown. */
const mostRounds = 64;

export interface Merges {
  /** By first cell. */
  readonly found: Map<string, Area>;
  /** May go on below: they are asked about again. */
  cut: readonly Area[];
  round: number;
}

export interface AskedMerges {
  readonly area: Area;
  readonly answer: Excel.RangeAreas;
}

export function noMerges(): Merges {
  return { found: new Map(), cut: [], round: 0 };
}

/** Queues the question for the merged areas that begin in these rows. */
export function askMerges(sheet: Excel.Worksheet, rows: Area): readonly AskedMerges[] {
  const height = Math.max(1, Math.floor(cellsPerBand / (rows.right - rows.left + 1)));
  const asked: AskedMerges[] = [];
  for (let top = rows.top; top <= rows.bottom; top += height)
    asked.push(ask(sheet, { ...rows, top, bottom: Math.min(rows.bottom, top + height - 1) }));
  return asked;
}

/** Queues it once more for those that were cut, a band's cells further down each. */
export function askAgain(sheet: Excel.Worksheet, merges: Merges, reach: Area): readonly AskedMerges[] {
  const asked = merges.cut.map((cut) => {
    const further = Math.max(1, Math.floor(cellsPerBand / (cut.right - cut.left + 1)) - 1);
    return ask(sheet, { ...cut, bottom: Math.min(reach.bottom, cut.bottom + further) });
  });
  merges.cut = [];
  merges.round += 1;
  return asked;
}

/** Takes what came. */
export function keepMerges(merges: Merges, asked: readonly AskedMerges[], reach: Area): void {
  for (const { area, answer } of asked)
    for (const { address } of answer.isNullObject ? [] : answer.areas.items) {
      const merged = parseAddress(withoutSheet(address));
      if (!merged) continue;
      const first = cellAddress(merged.top, merged.left);
      const known = merges.found.get(first);
      if (known && known.bottom >= merged.bottom) continue;
      merges.found.set(first, merged);
      if (merged.bottom === area.bottom && area.bottom < reach.bottom) merges.cut = [...merges.cut, merged];
    }
}

/** False while there is something to ask again. */
export function areWhole({ cut }: Merges): boolean {
  return cut.length === 0;
}

export function isGivenUp(merges: Merges): boolean {
  return !areWhole(merges) && merges.round >= mostRounds;
}

/** In the order in which they are read. */
export function mergesIn({ found }: Merges): string[] {
  return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left).map(addressOf);
}

function ask(sheet: Excel.Worksheet, area: Area): AskedMerges {
  const range = sheet.getRangeByIndexes(
    area.top,
    area.left,
    area.bottom - area.top + 1,
    area.right - area.left + 1,
  );
  return { area, answer: range.getMergedAreasOrNullObject().load('areas/items/address') };
}
