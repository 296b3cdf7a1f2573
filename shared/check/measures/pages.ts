/** A measure of which it is not known whether further pages belong to its lists (decision check-50). */
import { addressOf } from '../../model/addresses.ts';
import type { Table } from '../../model.ts';
import type { Bounds, Said, Taken } from './taken.ts';

/** Ids of the tables that a measure names anywhere. */
export function tablesNamed(measure: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof measure !== 'object' || measure === null) return found;
  if ('table' in measure && typeof measure.table === 'string') found.add(measure.table);
  for (const part of Object.values(measure)) tablesNamed(part, found);
  return found;
}

/** From the least to the most of both, with the pages as the reason. */
export function between(without: Taken, withThem: Taken, pages: readonly Table[]): Taken {
  const [a, b] = [without.bounds, withThem.bounds];
  if (!a || !b || isSame(a, b)) return without;
  const low = ratio(b.lower, b.lowerOf) < ratio(a.lower, a.lowerOf) ? b : a;
  const [mostWith, mostWithout] = [ratio(b.upper, b.upperOf), ratio(a.upper, a.upperOf)];
  // Equal shares of different rosters are two answers: 3 of 3 without the page, 5 of 5 with it.
  const high = mostWith > mostWithout || (mostWith === mostWithout && low === a) ? b : a;
  const { lower, lowerOf } = low;
  const { upper, upperOf } = high;
  const reasons = pages.map(({ sheet, area, continues }): Said => {
    return { phrase: 'open.page', words: { sheet, address: addressOf(area), original: continues?.of.sheet } };
  });
  return {
    ...without,
    bounds: { ...a, lower, lowerOf, upper, upperOf },
    unsure: [...without.unsure, ...reasons],
    reachedOn: null,
  };
}

function isSame(a: Bounds, b: Bounds): boolean {
  return a.lower === b.lower && a.upper === b.upper && a.lowerOf === b.lowerOf && a.upperOf === b.upperOf;
}

function ratio(value: number, of: number | null): number {
  return of === null ? value : of === 0 ? 0 : value / of;
}
