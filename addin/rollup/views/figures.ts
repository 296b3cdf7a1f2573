/** Figures of many units in words: pooled, how far from the target, and how many stand where. */
import { percentText, shownHundredths } from '../../../shared/model/figures.ts';
import type { Demand } from '../../../shared/model/missing.ts';
import type { ComparedFigure, Mode, Pooled, RollupIndicator, UnitFigure, Verdict } from '../../../shared/model.ts';
import type { Aim } from './aims.ts';
import { standingWords } from './units.ts';

/** `16/48＝33.33%`; null where there is nothing to divide by. It says where it is the least that it can be. */
export function pooledText(pooled: Pooled, aim: Aim | null): string | null {
  const { numerator, denominator, open } = pooled;
  if (pooled.value === null) return null;
  const least = open > 0 ? `（其中 ${open} 个单位的数未定，按下限计）` : '';
  return `${numerator}/${denominator}＝${rateText(numerator, denominator, aim)}${least}`;
}

/** `33.33%`; null where there is nothing to divide by. */
export function rateOf({ value, numerator, denominator }: Pooled, aim: Aim | null): string | null {
  return value === null ? null : rateText(numerator, denominator, aim);
}

/** `距目标还差 4 人、6.67 个百分点`; null where nothing is short. Rate, points and target add up as they are shown. */
export function pooledGapText({ gap, numerator, denominator }: Pooled, aim: Aim | null): string | null {
  if (!gap || gap.amount <= 0) return null;
  const isCeiling = aim?.op === '<=' || aim?.op === '<';
  const points =
    gap.percentagePoints === undefined ? null : pointsText(numerator, denominator, gap.percentagePoints, aim);
  return `${isCeiling ? '比目标超出' : '距目标还差'} ${gap.amount} ${gap.unit}${points === null ? '' : `、${points} 个百分点`}`;
}

/** `待核实的核实后在 33.33%～37.50% 之间（16/48～18/48）`; null where nothing is open. */
export function boundsText({ bounds }: Pooled, aim: Aim | null): string | null {
  const { lower, lowerDenominator, upper, upperDenominator } = bounds;
  if (lower === upper && lowerDenominator === upperDenominator) return null;
  const [least, most] = [rateText(lower, lowerDenominator, aim), rateText(upper, upperDenominator, aim)];
  return `待核实的核实后在 ${least}～${most} 之间（${lower}/${lowerDenominator}～${upper}/${upperDenominator}）`;
}

/** `应评 9 个单位：达标 4，未达标 3，待核实 1，缺数据 1`; what is not due yet is 进行中, and lacks nothing. */
export function countsText(indicator: RollupIndicator, demand: Demand): string {
  const parts = (['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'] as const)
    .filter((verdict) => indicator[verdict] > 0)
    .map((verdict) => `${countWord(verdict, demand)} ${indicator[verdict]}`);
  if (indicator.applicable === 0) return '没有要评这一项的单位';
  return `应评 ${indicator.applicable} 个单位：${parts.join('，')}`;
}

const countWord = (verdict: Verdict, demand: Demand): string =>
  standingWords[verdict === 'missing' && demand === 'later' ? 'later' : verdict];

/** The state of a goal in a word or two: at mid-term how far it is, at the end what was reached. */
export function metText({ met, applicable, on_track, behind }: RollupIndicator, mode: Mode): string {
  if (applicable === 0) return '不适用';
  const open = on_track + behind;
  if (mode === 'midterm' && open > 0) return `进展：达标 ${met}，进行中 ${open}`;
  return `达标 ${met}/${applicable}`;
}

/** `3/10`, `5`; `3/10～4/10` where it is not settled; null without a figure. */
export function comparedFigureText(
  figure: Partial<ComparedFigure> & Pick<ComparedFigure, 'numerator' | 'denominator'>,
): string | null {
  const { numerator, denominator } = figure;
  if (numerator === null) return null;
  const text = (part: number, whole: number | null) => (whole === null ? String(part) : `${part}/${whole}`);
  const least = text(figure.lower ?? numerator, figure.lowerDenominator ?? denominator);
  const most = text(figure.upper ?? numerator, figure.upperDenominator ?? denominator);
  return least === most ? least : `${least}～${most}`;
}

/** Value of one unit as it is drawn; null where there is none. */
export function unitValue({ numerator, denominator }: UnitFigure): number | null {
  if (numerator === null) return null;
  return denominator === null ? numerator : denominator === 0 ? null : numerator / denominator;
}

/** `30.00%`, `5家`. */
export function shownValue(value: number, aim: Aim | null): string {
  if (aim === null) return String(Number(value.toFixed(2)));
  return aim.scale === 1 ? `${Number(value.toFixed(2))}${aim.unit}` : `${(value * aim.scale).toFixed(2)}${aim.unit}`;
}

function rateText(part: number, whole: number, aim: Aim | null): string {
  return whole === 0 ? '—' : percentText(part, whole, aim);
}

function pointsText(part: number, whole: number, points: number, aim: Aim | null): string {
  if (aim === null || whole === 0) return points.toFixed(2);
  return (Math.abs((aim.p * 10_000) / aim.q - shownHundredths(part, whole, aim)) / 100).toFixed(2);
}
