/** Each indicator over all units that reported: how many of them reach it, and their figures together. */
import { reaches, shortfall } from '../model/targets.ts';
import type { Evaluation, Indicator, IndicatorDef, Policy, Pooled, RollupIndicator, Verdict } from '../model.ts';
import { denominatorsOf, isAsked, isOpen, mainEntries } from './figures.ts';

/** In the order of the policy, without what no workbook of a unit shows. */
export function indicatorsOver(evaluations: readonly Evaluation[], policy: Policy): readonly RollupIndicator[] {
  const main = evaluations.map(mainEntries);
  return policy.indicators.flatMap((def) => {
    const entries = main.flatMap((each) => each.get(def.id) ?? []);
    return entries.length === 0 && isOfCity(def) ? [] : together(def, entries);
  });
}

function isOfCity({ measure, within }: IndicatorDef): boolean {
  return measure.kind === 'none' || within !== undefined;
}

function together(def: IndicatorDef, entries: readonly Indicator[]): RollupIndicator {
  const count = (verdict: Verdict) => entries.filter((each) => each.verdict === verdict).length;
  return {
    id: def.id,
    name: def.name,
    applicable: entries.filter(({ verdict }) => isAsked(verdict, def)).length,
    met: count('met'),
    unmet: count('unmet'),
    on_track: count('on_track'),
    behind: count('behind'),
    to_verify: count('to_verify'),
    missing: isAsked('missing', def) ? count('missing') : 0,
    pooled: pooled(def, entries),
  };
}

const CERTAIN: readonly Verdict[] = ['met', 'unmet', 'on_track', 'behind'];

function pooled({ target }: IndicatorDef, entries: readonly Indicator[]): Pooled | null {
  const known = entries.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const certain = known.filter(({ verdict }) => CERTAIN.includes(verdict));
  const open = known.filter(({ verdict }) => verdict === 'to_verify');
  if (certain.length + open.length === 0) return null;
  const numerator = sum(certain.map((each) => each.numerator!));
  const denominator = sum(certain.map((each) => each.denominator!));
  const isShort = denominator > 0 && !reaches(numerator, denominator, target);
  return {
    numerator,
    denominator,
    value: denominator > 0 ? numerator / denominator : null,
    gap: isShort ? shortfall(numerator, denominator, target) : null,
    open: certain.filter(isOpen).length,
    bounds: boundsOf([...certain, ...open]),
  };
}

function boundsOf(entries: readonly Indicator[]): Pooled['bounds'] {
  const ends = entries.map((each) => ({ ...each, ...denominatorsOf(each) }));
  return {
    lower: sum(ends.map(({ lower, numerator }) => lower ?? numerator!)),
    lowerDenominator: sum(ends.map(({ lowerOf }) => lowerOf!)),
    upper: sum(ends.map(({ upper, numerator }) => upper ?? numerator!)),
    upperDenominator: sum(ends.map(({ upperOf }) => upperOf!)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
