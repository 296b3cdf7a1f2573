/** Why a verdict is open, doubtful or late, in the words of the catalogue. */
import { cellAddress } from '../model/addresses.ts';
import { isoOf, serialOf } from '../model/days.ts';
import type { Evidence, IndicatorDef, Verdict } from '../model.ts';
import type { Bounds, Taken } from './measures.ts';
import { type Opening, openings } from './openings.ts';
import { listed, say } from './phrases.ts';
import type { Scope } from './scope.ts';

/** Of very many undecided things only the first are looked into. */
const ASKED = 60;

/** For each undecided thing the cells that leave it open. */
export function undecidedIn(taken: Taken, scope: Scope): readonly (readonly Opening[])[] {
  return taken.undecided
    .slice(0, ASKED)
    .map((record) => taken.asks.flatMap((ask) => openings(ask, record, scope)))
    .filter((cells) => cells.length > 0);
}

/** 若第14行“日期”为2020年10月，则达标. */
export function whatDecides(
  def: IndicatorDef,
  bounds: Bounds,
  open: readonly (readonly Opening[])[],
  scope: Scope,
): readonly string[] {
  if (open.length === 0) return [];
  const { phrases } = scope.catalogue;
  const things = open.map((cells) => cells.map(({ text }) => text).join(phrases['open.and']));
  const list = listed(things, phrases);
  const whole = bounds.lowerOf === bounds.upperOf ? (bounds.lowerOf ?? 1) : Number.NaN;
  const wanted = Math.ceil((def.target.p * whole) / def.target.q);
  const short = wanted - bounds.lower;
  // Where the denominator itself is open, or the community's kind, no number of cells can be named.
  if (!(short <= open.length && bounds.upper >= wanted)) return say('open.shares', { list, count: open.length }, scope);
  const phrase = open.length === 1 ? 'open.one' : short === open.length ? 'open.every' : 'open.some';
  return say(phrase, { list, count: open.length, short }, scope);
}

export function openCells(open: readonly (readonly Opening[])[]): readonly Evidence[] {
  const cells = new Map<string, Evidence>();
  for (const { sheet, row, column } of open.flat()) {
    if (column === null) continue;
    const address = cellAddress(row, column);
    cells.set(`${sheet}!${address}`, { sheet, address, role: 'undecided' });
  }
  return [...cells.values()];
}

/** Cells that were taken with doubt, and what else is to be said of the figure. */
export function whyDoubtful(taken: Taken, { lower, upper }: Bounds, scope: Scope): readonly string[] {
  const doubts = taken.doubts.flatMap(({ phrase, datum: { row, column, raw } }) => {
    const value = typeof raw === 'string' || typeof raw === 'number' ? raw : '';
    return say(phrase, { cell: cellAddress(row, column), value, lower, upper }, scope);
  });
  return [...doubts, ...taken.notes.flatMap(({ phrase, words }) => say(phrase, words, scope))];
}

/** Done, but after the day (RULINGS A13); or merely not encouraged enough (A23). */
export function whyLate(def: IndicatorDef, verdict: Verdict, taken: Taken, scope: Scope): readonly string[] {
  const { due, guiding } = def.target;
  if (verdict === 'met' && taken.reachedOn !== null) {
    const days = taken.reachedOn - serialOf(due);
    return days > 0 ? say('late.met', { date: isoOf(taken.reachedOn), days, due }, scope) : [];
  }
  if (verdict !== 'unmet') return [];
  if (taken.daysLate) return say('late.unmet', { days: taken.daysLate, due }, scope);
  return guiding ? say('guiding', {}, scope) : [];
}
