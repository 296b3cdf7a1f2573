/** How far what is filled in is from what the policy asks for, in plain words: as of the day of filling in, at mid-term and at the end. */
import { gapPointsText, isCeiling, isCertain, targetFigure, valueText } from '../model/figures.ts';
import { gapWords, isStep, workUnit } from '../model/gaps.ts';
import { demandOf } from '../model/missing.ts';
import type { Evaluation, Indicator, Mode, Place, PolicyAbout } from '../model.ts';

export interface Distance {
  readonly id: string;
  readonly name: string;
  /** `blank`: nothing that it is counted by is filled in yet; `unsure`: what is filled in must be looked at first. */
  readonly state: 'done' | 'open' | 'unsure' | 'blank';
  readonly text: string;
  /** What becomes of it until the evaluation, where that is another figure; else null. */
  readonly later: string | null;
  readonly at: Place | null;
}

/** By the evaluation at which they are asked for; goals first. */
export type Distances = Readonly<Record<Mode, readonly Distance[]>>;

/** `now` is as of the day of filling in; all three are of the same workbook. */
export function distancesOf(
  now: Evaluation,
  at: Readonly<Record<Mode, Evaluation>>,
  { goals, midtermAsOf }: Pick<PolicyAbout, 'goals' | 'midtermAsOf'>,
): Distances {
  const current = new Map(now.indicators.map((one) => [keyOf(one), one]));
  const distances = (mode: Mode) =>
    at[mode].indicators
      .filter((one) => isAsked(one, at[mode]) && dueAt(one, midtermAsOf) === mode)
      .sort((one, other) => Number(goals.includes(other.id)) - Number(goals.includes(one.id)))
      .map((one) => distanceOf(current.get(keyOf(one)) ?? one, one));
  return { midterm: distances('midterm'), final: distances('final') };
}

const keyOf = ({ id, entity, basis }: Indicator) => JSON.stringify([id, entity, basis]);

const dueAt = ({ target }: Indicator, midtermAsOf: string): Mode =>
  target && target.due <= midtermAsOf ? 'midterm' : 'final';

/** What the policy sets a figure for here, and no other calibre of it, nor what is suggested by points. */
function isAsked(indicator: Indicator, evaluation: Evaluation): boolean {
  const { basis, verdict, spoken } = indicator;
  if (basis !== undefined || spoken?.kind === 'title') return false;
  if (verdict === 'not_applicable' || verdict === 'reference') return false;
  return demandOf(indicator, evaluation) !== 'never';
}

function distanceOf(now: Indicator, then: Indicator): Distance {
  const [text, later] = [textOf(now), textOf(then)];
  return { id: now.id, name: now.name, state: stateOf(now), text, later: later === text ? null : later, at: now.at };
}

function stateOf({ verdict }: Indicator): Distance['state'] {
  if (verdict === 'missing') return 'blank';
  if (verdict === 'to_verify') return 'unsure';
  return verdict === 'met' ? 'done' : 'open';
}

/** `城市社区社会组织数：7家，离10家还差 3 家`. */
function textOf(indicator: Indicator): string {
  const { name, verdict } = indicator;
  if (verdict === 'missing') return `${name}：还没有填`;
  const value = valueText(indicator);
  if (verdict === 'to_verify') return `${name}：${value}，有几格要先看清楚`;
  if (isStep(indicator)) return `${name}：${value}`;
  return `${name}：${value}${verdict === 'met' ? `，要求${aimText(indicator)}，已到` : shortText(indicator)}`;
}

const aimText = ({ target }: Indicator) => (target ? targetFigure(target) : '');

function shortText(indicator: Indicator): string {
  const { gap, target } = indicator;
  if (!gap || !target) return '';
  if (gap.unit === '天') return `，${gapWords(indicator)}`;
  const points = gapPointsText(indicator);
  // Of a rate it is told what one of the gap is: 2 名持证社工.
  const amount = `${isCertain(indicator) ? '' : '最多'}${isCeiling(target) ? '多' : '还差'} ${gap.amount} ${points ? workUnit(indicator) : gap.unit}`;
  return `，${isCeiling(target) ? '比' : '离'}${aimText(indicator)}${amount}${points ? `（差${points}）` : ''}`;
}
