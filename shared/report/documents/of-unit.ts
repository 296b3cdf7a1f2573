/** A figure of one workbook. */
import {
  dateText,
  gapAmountText,
  gapPointsText,
  gapRange,
  ratesText,
  targetText,
  valueText,
} from '../../model/figures.ts';
import type { Evaluation, Indicator } from '../../model.ts';
import type { Binding, IndicatorName } from '../papers.ts';
import type { DocumentData } from './data.ts';
import { isPrivate } from './public.ts';

export function inUnit(of: Binding, evaluation: Evaluation | undefined, data: DocumentData): string | null {
  if (!evaluation) return null;
  const def = 'indicator' in of ? data.defs.get(of.indicator) : undefined;
  if (def && isPrivate(def, data) && !['target', 'due'].includes(of.what)) return null;
  return 'indicator' in of ? ofIndicator(of, evaluation) : null;
}

function ofIndicator(of: Extract<Binding, IndicatorName>, evaluation: Evaluation): string | null {
  const indicator = named(of, evaluation);
  if (!indicator) return null;
  const unit = indicator.spoken?.kind === 'share' ? indicator.spoken.unit : '';
  switch (of.what) {
    case 'value':
      return valueText(indicator);
    case 'rate':
      return ratesText(indicator);
    case 'numerator':
      return indicator.numerator === null ? null : indicator.numerator + unit;
    case 'denominator':
      return indicator.denominator === null ? null : indicator.denominator + unit;
    case 'target':
      return indicator.target && targetText(indicator);
    case 'gap':
      return isReached(indicator) ? null : gapAmountText(indicator);
    case 'percentagePoints':
      return isReached(indicator) ? null : gapPointsText(indicator);
    case 'due':
      return indicator.target && dateText(indicator.target.due);
    default:
      return null;
  }
}

/** By what was written down, at worst as well: what is to be verified may be, and is then no distance away. */
const isReached = (indicator: Indicator): boolean => indicator.gap?.unit !== '天' && gapRange(indicator)[1] === 0;

function named({ indicator, entity, basis }: IndicatorName, { indicators }: Evaluation): Indicator | undefined {
  return indicators.find((one) => one.id === indicator && one.entity === entity && one.basis === basis);
}
