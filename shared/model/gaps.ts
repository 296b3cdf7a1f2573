/** Gaps in the words that work is planned in. */
import type { Indicator } from './contract.ts';
import { isCeiling } from './figures.ts';

/** What is missing, or too much, in work units; null where nothing is, or where a step is simply not done yet. */
export function gapWords(indicator: Indicator): string | null {
  const { gap, verdict, numerator, upper } = indicator;
  if (!gap || isStep(indicator)) return null;
  if (gap.unit === '天') return `逾期 ${gap.amount} 天`;
  const what = workUnit(indicator);
  const [from, short, bound] = isCeiling(indicator.target) ? ['比目标', '超出', '至少'] : ['距目标', '还差', '最多'];
  // Without a least amount the gap is the one of the lower bound.
  const open = numerator !== null && upper !== null && upper > numerator ? bound : '';
  if (verdict === 'on_track' || verdict === 'behind') return `${from}${open}${short} ${gap.amount} ${what}`;
  const least = gap.amountMin ?? gap.amount;
  if (least <= 0) return `最多${short} ${gap.amount} ${what}，核实后也可能已达标`;
  return least < gap.amount ? `${short} ${least}～${gap.amount} ${what}` : `${open}${short} ${gap.amount} ${what}`;
}

/** True for what is either done or not: to lack one of it says nothing. */
export function isStep({ target, spoken }: Indicator): boolean {
  if (spoken) return spoken.kind === 'step' || spoken.kind === 'title';
  return target?.unit === '项' && target.p === target.q;
}

/** `名持证社工`: what one of the gap is; its unit where the policy has no word for it. */
export function workUnit({ gap, noun }: Indicator): string {
  return noun ?? gap?.unit ?? '';
}
