/** A figure of all units together. */
import { gapAmountText, gapPointsText, shareText } from '../../model/figures.ts';
import type { Indicator, IndicatorDef, Rollup, RollupIndicator } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding } from './documents.ts';
import { fewText } from './people.ts';
import { isPrivate, type Kept, keptOf } from './public.ts';

export function pooledText({ indicator, of }: Extract<DocumentBinding, { what: 'pooled' }>, data: DocumentData) {
  const pooled = entryIn(indicator, data.rollup)?.pooled;
  const def = data.defs.get(indicator);
  if (!pooled || !def) return null;
  const all = asIndicator(def, pooled.numerator, pooled.denominator, pooled.gap);
  const unit = def.spoken?.kind === 'share' ? def.spoken.unit : '';
  const kept = keptOf(def, data);
  const shown = (count: number, is: Kept['numerator']) =>
    is === 'told' ? count + unit : is === 'few' ? fewText(unit || def.target.gapUnit || '') : null;
  switch (of) {
    case 'numerator':
      return shown(pooled.numerator, kept.numerator);
    case 'denominator':
      return shown(pooled.denominator, kept.denominator);
    case 'rate':
      return kept.rate ? ratio(pooled.numerator, pooled.denominator, def) : null;
    case 'amount':
      return kept.amount ? gapAmountText(all) : null;
    case 'points':
      return kept.rate ? gapPointsText(all) : null;
    case 'open':
      return String(pooled.open);
    case 'least':
      if (isPrivate(def, data)) return null;
      return ratio(pooled.bounds.lower, pooled.bounds.lowerDenominator, def);
    case 'most':
      if (isPrivate(def, data)) return null;
      return ratio(pooled.bounds.upper, pooled.bounds.upperDenominator, def);
  }
}

const ratio = (part: number, whole: number, { target }: IndicatorDef) =>
  whole === 0 ? null : shareText(part, whole, target);

/** An indicator of all units together, so that it is said in the same words. */
export function asIndicator(
  { id, name, scope, citation, target, noun, spoken }: IndicatorDef,
  numerator: number | null,
  denominator: number | null,
  gap: Indicator['gap'],
): Indicator {
  const { due, ...aim } = target;
  return {
    ...(noun === undefined ? {} : { noun }),
    ...(spoken === undefined ? {} : { spoken }),
    id,
    name,
    scope,
    entity: null,
    numerator,
    denominator,
    value: numerator === null ? null : denominator ? numerator / denominator : numerator,
    lower: numerator,
    upper: numerator,
    target: { ...aim, due },
    gap,
    verdict: gap ? 'unmet' : 'met',
    citation,
    evidence: [],
    at: null,
    reasons: [],
  };
}

export const entryIn = (id: string, { indicators }: Rollup): RollupIndicator | undefined =>
  indicators.find((one) => one.id === id);
