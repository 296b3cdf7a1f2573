/** What an evaluation says of each indicator. */
import { isSet } from '../model/figures.ts';
import type { Evaluation, Indicator, IndicatorDef, UnitFigure, Verdict } from '../model.ts';

/** Main entries by id, in the order of the policy: other calibres are left out. */
export function mainEntries({ indicators }: Pick<Evaluation, 'indicators'>): ReadonlyMap<string, Indicator> {
  const main = new Map<string, Indicator>();
  for (const indicator of indicators) {
    if (indicator.basis === undefined && !main.has(indicator.id)) main.set(indicator.id, indicator);
  }
  return main;
}

/** Whether an indicator holds for the unit: it is judged there, or waits for data. What only informs is asked of nobody, also where it has no data. */
export function isAsked(verdict: Verdict, { target }: Pick<IndicatorDef, 'target'>): boolean {
  if (verdict === 'missing') return isSet(target);
  return verdict !== 'not_applicable' && verdict !== 'reference';
}

export function figureOf({ numerator, denominator, lower, upper }: Indicator): UnitFigure {
  return { numerator, denominator, lower, upper };
}

/** Denominators of both bounds, which are the same where nothing leaves them open. */
export function denominatorsOf({
  denominator,
  lowerDenominator,
  upperDenominator,
}: Pick<Indicator, 'denominator' | 'lowerDenominator' | 'upperDenominator'>) {
  return { lowerOf: lowerDenominator ?? denominator, upperOf: upperDenominator ?? denominator };
}

/** Whether something leaves the figure open; false without one. */
export function isOpen(
  indicator: Pick<Indicator, 'numerator' | 'denominator' | 'lower' | 'upper' | 'lowerDenominator' | 'upperDenominator'>,
): boolean {
  const { numerator, lower, upper } = indicator;
  const { lowerOf, upperOf } = denominatorsOf(indicator);
  return numerator !== null && ((lower ?? numerator) !== (upper ?? numerator) || lowerOf !== upperOf);
}

/** Ids of indicators that have other figures or verdicts than before, in the order of the policy. */
export function changedSince(before: Evaluation, now: Evaluation): readonly string[] {
  const [old, main] = [mainEntries(before), mainEntries(now)];
  const ids = new Set([...main.keys(), ...old.keys()]);
  return [...ids].filter((id) => told(old.get(id)) !== told(main.get(id)));
}

function told(indicator: Indicator | undefined): string {
  if (!indicator) return '';
  return JSON.stringify([indicator.verdict, figureOf(indicator), denominatorsOf(indicator)]);
}
