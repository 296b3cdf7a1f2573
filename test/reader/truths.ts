/** What may truly be said of an indicator in figures, worked out from its counts and its target alone. */
import type { Indicator, Target } from '../../shared/model.ts';
import {
  by,
  ceiled,
  compare,
  cutDown,
  cutUp,
  exactly,
  type Fraction,
  floored,
  minus,
  rounded,
  times,
  zero,
} from './fractions.ts';

/** A figure at its lower and its upper bound, the same one where it is certain. */
export interface Range {
  readonly least: Fraction;
  readonly most: Fraction;
}

export interface Truth {
  readonly parts: Range;
  /** Null for a count. */
  readonly wholes: Range | null;
  readonly isCertain: boolean;
  /** In units of the target, rounded as it may be printed; null where it is no ratio, or of nothing. */
  readonly shares: Range | null;
  /** In units of the target: 40 of 40%. */
  readonly target: Fraction | null;
  /** What is missing, or too much, in whole steps; null where nothing is or nothing can be said. */
  readonly gap: Range | null;
  /** In percentage points: all that may be printed for the lower bound and for the upper. */
  readonly points: { readonly least: readonly Fraction[]; readonly most: readonly Fraction[] } | null;
  /** Whether the target is reached by the lower bound, and by the upper. */
  readonly isReached: { readonly least: boolean; readonly most: boolean } | null;
}

/** By how much a unit enlarges a fraction. */
const SCALES: readonly (readonly [unit: string, scale: number])[] = [
  ['%', 100],
  ['‰', 1000],
  ['/万人', 10_000],
];

export const scaleOf = ({ unit }: Target): number => SCALES.find(([one]) => unit.endsWith(one))?.[1] ?? 1;

export const isCeiling = ({ op }: Target): boolean => op === '<=' || op === '<';

/** Null where there is no figure. */
export function truthOf(indicator: Indicator): Truth | null {
  const { numerator, denominator, target } = indicator;
  if (numerator === null) return null;
  const parts = range(indicator.lower ?? numerator, indicator.upper ?? numerator);
  const wholes =
    denominator === null
      ? null
      : range(indicator.lowerDenominator ?? denominator, indicator.upperDenominator ?? denominator);
  const isCertain = compare(parts.least, parts.most) === 0 && (!wholes || compare(wholes.least, wholes.most) === 0);
  const ends = { least: endOf('least'), most: endOf('most') };
  function endOf(end: 'least' | 'most'): End {
    return { part: parts[end], whole: wholes?.[end] ?? null };
  }
  const gaps = target && { least: gapAt(ends.most, target), most: gapAt(ends.least, target) };
  return {
    parts,
    wholes,
    isCertain,
    shares: target && isShare(ends) ? { least: shareOf(ends.least, target), most: shareOf(ends.most, target) } : null,
    target: target && wantedOf(target),
    gap: gaps && compare(gaps.most, zero) > 0 ? gaps : null,
    points:
      target && isShare(ends) && scaleOf(target) === 100
        ? { least: pointsOf(ends.most, target), most: pointsOf(ends.least, target) }
        : null,
    isReached: target && {
      least: compare(gapAt(ends.least, target), zero) === 0,
      most: compare(gapAt(ends.most, target), zero) === 0,
    },
  };
}

interface End {
  readonly part: Fraction;
  readonly whole: Fraction | null;
}
type ShareEnd = End & { readonly whole: Fraction };

const range = (least: number, most: number): Range => ({ least: exactly(least), most: exactly(most) });

function isShare(ends: { readonly least: End; readonly most: End }): ends is { least: ShareEnd; most: ShareEnd } {
  return [ends.least, ends.most].every(({ whole }) => whole !== null && compare(whole, zero) > 0);
}

/** Amounts of money are planned in thousands. */
const stepOf = ({ unit }: Target): Fraction => exactly(unit === '万元' ? 0.1 : 1);

/** The fewest whole steps that make up for it. */
function gapAt({ part, whole }: End, target: Target): Fraction {
  const step = stepOf(target);
  const wanted = times(by(exactly(target.p), exactly(target.q)), isRatioOf(target, whole) ? whole : exactly(1));
  const past = compare(floored(wanted, step), wanted) === 0 ? step : zero;
  const needed: Record<Target['op'], Fraction> = {
    '>=': minus(ceiled(wanted, step), part),
    '=': minus(ceiled(wanted, step), part),
    '>': minus(plusStep(floored(wanted, step), step), part),
    '<=': minus(part, floored(wanted, step)),
    '<': minus(part, minus(floored(wanted, step), past)),
  };
  const gap = needed[target.op];
  return compare(gap, zero) > 0 ? gap : zero;
}

const plusStep = (a: Fraction, step: Fraction): Fraction => minus(a, { over: -step.over, under: step.under });

/** Of a count q is 1, even where it says out of how many: 4/7 of 7类. */
const isRatioOf = (target: Target, whole: Fraction | null): whole is Fraction => whole !== null && target.q !== 1;

/** As it is printed: 40 of 40%, 2 of 2/2个. */
export function wantedOf(target: Target): Fraction {
  const scale = scaleOf(target);
  return scale === 1 ? exactly(target.p) : times(exactly(target.p), by(exactly(scale), exactly(target.q)));
}

/** Two decimals, half up; cut where that would read as if the target were reached. */
function shareOf({ part, whole }: ShareEnd, target: Target): Fraction {
  const exact = times(by(part, whole), exactly(scaleOf(target)));
  const wanted = times(by(exactly(target.p), exactly(target.q)), exactly(scaleOf(target)));
  const near = rounded(exact);
  if (isCeiling(target)) return compare(exact, wanted) > 0 && compare(near, wanted) <= 0 ? cutUp(exact) : near;
  return compare(exact, wanted) < 0 && compare(near, wanted) >= 0 ? cutDown(exact) : near;
}

/** From the share as printed to the target, or rounded from the exact one: never nothing where something is missing. */
function pointsOf(end: ShareEnd, target: Target): readonly Fraction[] {
  const scale = exactly(scaleOf(target));
  const exact = times(by(end.part, end.whole), scale);
  const wanted = times(by(exactly(target.p), exactly(target.q)), scale);
  const short = (share: Fraction) => (isCeiling(target) ? minus(share, wanted) : minus(wanted, share));
  if (compare(short(exact), zero) <= 0) return [zero];
  return [short(shareOf(end, target)), rounded(short(exact))].filter((points) => compare(points, zero) > 0);
}
