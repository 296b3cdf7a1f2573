/** Gaps in the words that work is planned in. */
import type { Indicator } from './contract.ts';

/** What is missing, in work units; null where nothing is, or where a step is simply not done yet. */
export function gapWords(indicator: Indicator): string | null {
  const { gap, verdict, numerator, upper } = indicator;
  if (!gap || isStep(indicator)) return null;
  if (gap.unit === '天') return `逾期 ${gap.amount} 天`;
  const what = workUnit(indicator);
  // Without a least amount the gap is the one of the lower bound.
  const most = numerator !== null && upper !== null && upper > numerator ? '最多' : '';
  if (verdict === 'on_track' || verdict === 'behind') return `距目标${most}还差 ${gap.amount} ${what}`;
  const least = gap.amountMin ?? gap.amount;
  if (least <= 0) return `最多还差 ${gap.amount} ${what}，核实后也可能已达标`;
  return least < gap.amount ? `还差 ${least}～${gap.amount} ${what}` : `${most}还差 ${gap.amount} ${what}`;
}

/** True for what is either done or not: to lack one 项 of it says nothing. */
export function isStep({ target }: Indicator): boolean {
  return target?.unit === '项' && target.p === target.q;
}

/** `名持证社工`: what one of the gap is; its unit where the policy has no word for it. */
export function workUnit({ gap, noun }: Indicator): string {
  return noun ?? gap?.unit ?? '';
}
