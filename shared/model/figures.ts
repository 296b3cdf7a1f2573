/** Figures as people read them. Nothing here judges: verdicts are made on whole numbers before anything is rounded. */
import type { Comparison, Indicator, Target } from './contract.ts';

const OPERATORS: Readonly<Record<Comparison, string>> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '' };

/** `30.00%（3/10）`, `6个`, `5～6家`; `缺数据` where there is no figure. */
export function valueText(indicator: Indicator): string {
  const { numerator, denominator, target } = indicator;
  if (numerator === null) return indicator.verdict === 'not_applicable' ? '—' : '缺数据';
  const lower = indicator.lower ?? numerator;
  const upper = indicator.upper ?? numerator;
  const lowerOf = indicator.lowerDenominator ?? denominator;
  const upperOf = indicator.upperDenominator ?? denominator;
  if (lowerOf === null || upperOf === null) return range(lower, upper) + unitOf(indicator);
  const counts = `${lower}/${lowerOf}`;
  const certain = lower === upper && lowerOf === upperOf;
  if (!isRatio(target)) return certain ? counts : `${counts}～${upper}/${upperOf}`;
  const least = percentText(lower, lowerOf, target);
  return certain
    ? `${least}（${counts}）`
    : `${least}～${percentText(upper, upperOf, target)}（${counts}～${upper}/${upperOf}）`;
}

/** `≥40%`, `≥10家`, `1个`; empty without a target. */
export function targetText(target: Target | null): string {
  return target ? OPERATORS[target.op] + targetFigure(target) : '';
}

/** By how much the unit enlarges a fraction. */
const SCALES: readonly (readonly [unit: string, scale: number])[] = [
  ['%', 100],
  ['‰', 1000],
  ['/万人', 10_000],
];

/** `40%`, `10家`, `18人/万人`. */
export function targetFigure(target: Target): string {
  const scale = SCALES.find(([unit]) => target.unit.endsWith(unit))?.[1] ?? 1;
  return (target.p * scale) / target.q + target.unit;
}

/** `1人、10.00个百分点`, `0～1家`, `逾期3天`; empty without a gap. */
export function gapText(indicator: Indicator): string {
  return [gapAmountText(indicator), gapPointsText(indicator)].filter((text) => text !== null).join('、');
}

/** `1人`, `0～1家`, `逾期3天`; null without a gap. */
export function gapAmountText({ gap }: Indicator): string | null {
  if (!gap) return null;
  const amount = range(gap.amountMin ?? gap.amount, gap.amount);
  return gap.unit === '天' ? `逾期${amount}天` : amount + gap.unit;
}

/** `10.00个百分点`; null where the gap is not one of a ratio. */
export function gapPointsText(indicator: Indicator): string | null {
  const { gap } = indicator;
  const points = gap?.percentagePoints === undefined || gap.unit === '天' ? null : pointsShort(indicator);
  return points === null ? null : `${points}个百分点`;
}

/** True where less is better: the gap is what is too much, not what is missing. */
export function isCeiling(target: Target | null): boolean {
  return target?.op === '<=' || target?.op === '<';
}

/**
 * Two decimals, cut towards the side that does not reach the target: 15.996 % of a 16 % target is shown as 15.99%.
 * `part` and `whole` are whole numbers.
 */
export function percentText(part: number, whole: number, target: Target | null): string {
  return `${(hundredths(part, whole, target) / 100).toFixed(2)}%`;
}

/** `2021年5月31日` of an ISO date. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function hundredths(part: number, whole: number, target: Target | null): number {
  if (whole === 0) return 0;
  const exact = (part * 10000) / whole;
  return isCeiling(target) ? Math.ceil(exact) : Math.floor(exact);
}

/** Percentage points between the target and the figure as shown, so that the three add up in print. */
function pointsShort(indicator: Indicator): string | null {
  const { target, numerator, gap } = indicator;
  const whole = indicator.lowerDenominator ?? indicator.denominator;
  if (!target || numerator === null || !whole) return gap?.percentagePoints?.toFixed(2) ?? null;
  const wanted = (target.p * 10000) / target.q;
  const short = Math.abs(wanted - hundredths(indicator.lower ?? numerator, whole, target));
  return (Math.ceil(short) / 100).toFixed(2);
}

function isRatio(target: Target | null): target is Target {
  return target !== null && (target.unit === '%' || target.unit === '‰');
}

function range(from: number, to: number): string {
  return from === to ? String(to) : `${from}～${to}`;
}

function unitOf(indicator: Indicator): string {
  return indicator.target?.unit ?? indicator.gap?.unit ?? '';
}
