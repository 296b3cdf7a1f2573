/** Indicators without data: whether it is asked for, and by what they lack, for a table that was not handed in is one matter, not twenty-five. */
import type { Evaluation, Indicator } from './contract.ts';
import { isSet } from './figures.ts';

export interface MissingGroup {
  readonly reason: string;
  readonly indicators: readonly Indicator[];
}

/** Whether data is to be handed in: now; later, for it is not due at this date; never, for it only informs. */
export type Demand = 'now' | 'later' | 'never';

export function demandOf(
  { target }: Pick<Indicator, 'target'>,
  { mode, asOf }: Pick<Evaluation, 'mode' | 'asOf'>,
): Demand {
  if (!target || !isSet(target)) return 'never';
  return mode === 'midterm' && target.due > asOf ? 'later' : 'now';
}

/** Indicators without data that is demanded so. */
export function lacking(evaluation: Evaluation, demand: Demand): readonly Indicator[] {
  return evaluation.indicators.filter((one) => one.verdict === 'missing' && demandOf(one, evaluation) === demand);
}

/** In the order in which the reasons first occur; indicators that have data are left out. */
export function missingByReason(indicators: readonly Indicator[]): readonly MissingGroup[] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    if (indicator.verdict !== 'missing') continue;
    const reason = indicator.reasons[0] ?? '';
    const group = groups.get(reason);
    if (group) group.push(indicator);
    else groups.set(reason, [indicator]);
  }
  return [...groups].map(([reason, members]) => ({ reason, indicators: members }));
}
