/** Figures as people read them. Nothing here judges: verdicts are made on whole numbers before anything is rounded. */
import { compares } from './comparisons.ts';
import type { Comparison, Indicator, Spoken, Target, Verdict } from './contract.ts';

type Step = Extract<Spoken, { kind: 'step' }>;
/** What a figure is held against. */
type Aim = Pick<Target, 'op' | 'p' | 'q'>;

const OPERATORS: Readonly<Record<Comparison, string>> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '' };

/** `30.00%（3/10）`, `6个`, `5～6家`, `已成立`; `缺数据` where there is no figure. */
export function valueText(indicator: Indicator): string {
  const { numerator, target, spoken } = indicator;
  if (numerator === null) return indicator.verdict === 'not_applicable' ? '—' : '缺数据';
  const { lower, upper, lowerOf, upperOf } = boundsOf(indicator, numerator);
  if (spoken?.kind === 'title') return '—';
  if (spoken?.kind === 'step') return stepText(spoken, lower, upper, indicator.verdict);
  if (lowerOf === null || upperOf === null) return range(lower, upper) + unitOf(indicator);
  const counts = `${lower}/${lowerOf}`;
  const certain = lower === upper && lowerOf === upperOf;
  if (!isRatio(target)) return certain ? counts : `${counts}～${upper}/${upperOf}`;
  return `${ratesText(indicator)}（${certain ? counts : `${counts}～${upper}/${upperOf}`}）`;
}

/** `30.00%`, `30.00%～40.00%`, without the counts; null where there is no figure, or it is no ratio. */
export function ratesText(indicator: Indicator): string | null {
  const { numerator, target } = indicator;
  if (numerator === null || !isRatio(target)) return null;
  const { lower, upper, lowerOf, upperOf } = boundsOf(indicator, numerator);
  if (lowerOf === null || upperOf === null) return null;
  const least = percentText(lower, lowerOf, target);
  return lower === upper && lowerOf === upperOf ? least : `${least}～${percentText(upper, upperOf, target)}`;
}

/** `30.00%`; null where it is no certain ratio. */
export function rateText(indicator: Indicator): string | null {
  const { numerator, denominator, target } = indicator;
  return numerator === null || !denominator || !isRatio(target) || !isCertain(indicator)
    ? null
    : percentText(numerator, denominator, target);
}

/** True where nothing leaves the figure open. */
export function isCertain(indicator: Indicator): boolean {
  if (indicator.numerator === null) return false;
  const { lower, upper, lowerOf, upperOf } = boundsOf(indicator, indicator.numerator);
  return lower === upper && lowerOf === upperOf;
}

/** `≥40%`, `≥10家`, `应成立`; empty where the document sets none, as it does for no other calibre. */
export function targetText({ target, spoken, basis }: Pick<Indicator, 'target' | 'spoken' | 'basis'>): string {
  if (!target || !isSet(target) || basis !== undefined || spoken?.kind === 'title') return '';
  return spoken?.kind === 'step' ? `应${spoken.deed}` : OPERATORS[target.op] + targetFigure(target);
}

/** What only informs is counted, and no number is asked for. */
export function isSet({ binding }: Target): boolean {
  return binding !== 'information';
}

/** By how much the unit enlarges a fraction. */
const SCALES: readonly (readonly [unit: string, scale: number])[] = [
  ['%', 100],
  ['‰', 1000],
  ['/万人', 10_000],
];

/** True of a part of a whole, which units are added up for: 40%, 18人/万人; false of a count, 2个 of two. */
export function isShare({ unit }: Pick<Target, 'unit'>): boolean {
  return SCALES.some(([ending]) => unit.endsWith(ending));
}

/** `40%`, `10家`, `18人/万人`; `2个` where all of two are asked for. */
export function targetFigure({ p, q, unit }: Target): string {
  const scale = SCALES.find(([ending]) => unit.endsWith(ending))?.[1];
  return (scale === undefined && p === q ? p : (p * (scale ?? 1)) / q) + unit;
}

/** `1人、10.00个百分点`, `0～1家`, `逾期3天`; empty without a gap. */
export function gapText(indicator: Indicator): string {
  return [gapAmountText(indicator), gapPointsText(indicator)].filter((text) => text !== null).join('、');
}

/** `1人`, `0～1家`, `逾期3天`; null without a gap, and of what is done or not. */
export function gapAmountText(indicator: Indicator): string | null {
  const { gap, spoken } = indicator;
  if (!gap) return null;
  if (gap.unit === '天') return `逾期${gap.amount}天`;
  return spoken?.kind === 'step' || spoken?.kind === 'title' ? null : range(...gapRange(indicator)) + gap.unit;
}

/** `10.00个百分点`, `0～10.00个百分点`; null where the gap is not one of a ratio. */
export function gapPointsText(indicator: Indicator): string | null {
  const { gap } = indicator;
  const points = gap?.percentagePoints === undefined || gap.unit === '天' ? null : pointsRange(indicator);
  return points && `${points}个百分点`;
}

/** The gap at best and at worst, in its unit. */
export function gapRange(indicator: Indicator): readonly [least: number, most: number] {
  const { gap, target, numerator, denominator } = indicator;
  const amount = gap?.amount ?? 0;
  if (gap?.amountMin !== undefined) return [gap.amountMin, amount];
  if (!target || numerator === null) return [amount, amount];
  const { lower, upper, lowerOf, upperOf } = boundsOf(indicator, numerator);
  const more = upper - lower - (wanted(target, upperOf) - wanted(target, lowerOf));
  const worst = amount + (wanted(target, lowerOf) - wanted(target, denominator)) * (isCeiling(target) ? -1 : 1);
  const best = isCeiling(target) ? worst + more : worst - more;
  return [Math.max(Math.min(worst, best), 0), Math.max(worst, best)];
}

/** True where less is better: the gap is what is too much, not what is missing. */
export function isCeiling(target: Target | null): boolean {
  return target?.op === '<=' || target?.op === '<';
}

/**
 * Two decimals, rounded; but cut where rounding would bring it to the other side of the target: 15.996 % of a 16 % target
 * is shown as 15.99%. `part` and `whole` are whole numbers.
 */
export function percentText(part: number, whole: number, target: Aim | null): string {
  return `${(shownHundredths(part, whole, target) / 100).toFixed(2)}%`;
}

/** A share in the target's own unit: `36.92%`, `17.25人/万人`; cut as percentText is. */
export function shareText(part: number, whole: number, target: Target): string {
  if (target.unit === '%' || !isShare(target)) return percentText(part, whole, target);
  const scale = SCALES.find(([ending]) => target.unit.endsWith(ending))?.[1] ?? 1;
  const near = Math.round((part * scale * 100) / whole);
  const reaches = (value: number, of: number) => compares(value * target.q, target.op, target.p * of);
  const agrees = reaches(near, scale * 100) === reaches(part, whole);
  const shown = agrees ? near : near * whole > part * scale * 100 ? near - 1 : near + 1;
  return (shown / 100).toFixed(2) + target.unit;
}

/** `2021年5月31日` of an ISO date. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The same in hundredths of a percent: differences of these are those between what is shown. */
export function shownHundredths(part: number, whole: number, target: Aim | null): number {
  if (whole === 0) return 0;
  const exact = (part * 10000) / whole;
  const near = Math.round(exact);
  const reaches = (value: number, of: number) => !target || compares(value * target.q, target.op, target.p * of);
  if (reaches(near, 10000) === reaches(part, whole)) return near;
  return near > exact ? near - 1 : near + 1;
}

/** Percentage points between the target and the figure as shown, so that the three add up in print. */
function pointsRange(indicator: Indicator): string | null {
  const { target, numerator, gap } = indicator;
  const { lower, upper, lowerOf, upperOf } = boundsOf(indicator, numerator ?? 0);
  if (!target || numerator === null || !lowerOf || !upperOf) return gap?.percentagePoints?.toFixed(2) ?? null;
  const short = (part: number, whole: number) => {
    const points = (target.p * 10000) / target.q - shownHundredths(part, whole, target);
    return Math.max(Math.ceil(isCeiling(target) ? -points : points), 0);
  };
  const ends = [short(lower, lowerOf), short(upper, upperOf)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const shown = (points: number) => (points / 100).toFixed(2);
  return least === most ? shown(most) : `${least === 0 ? 0 : shown(least)}～${shown(most)}`;
}

function boundsOf(indicator: Indicator, numerator: number) {
  const { denominator, lower, upper, lowerDenominator, upperDenominator } = indicator;
  return {
    lower: lower ?? numerator,
    upper: upper ?? numerator,
    lowerOf: lowerDenominator ?? denominator,
    upperOf: upperDenominator ?? denominator,
  };
}

/** So many of so many reach the target; nothing where it is a count, whose target does not move. */
function wanted({ op, p, q }: Target, of: number | null): number {
  if (of === null) return 0;
  if (op === '>') return Math.floor((p * of) / q) + 1;
  if (op === '<') return Math.ceil((p * of) / q) - 1;
  return op === '<=' ? Math.floor((p * of) / q) : Math.ceil((p * of) / q);
}

/** What is not due yet is under way, not undone. */
function stepText({ done, undone }: Step, lower: number, upper: number, verdict: Verdict): string {
  if (lower > 0) return done;
  return upper > 0 ? '待核实' : verdict === 'on_track' ? '正在推进' : undone;
}

export function isRatio(target: Target | null): target is Target {
  return target !== null && (target.unit === '%' || target.unit === '‰');
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}～${to}`;
}

function unitOf(indicator: Indicator): string {
  return indicator.target?.unit ?? indicator.gap?.unit ?? '';
}
