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

/**
 * In the order in which the reasons first occur; indicators that have data are left out. What is put together of parts lacks what
 * its part lacks: they are one group, and the reason is what all of it lacks.
 */
export function missingByReason(indicators: readonly Indicator[]): readonly MissingGroup[] {
  const groups = new Map<string, [Indicator, ...Indicator[]]>();
  for (const indicator of indicators) {
    if (indicator.verdict !== 'missing') continue;
    const cause = reasonOf(indicator).replace(OF_A_PART, '');
    const group = groups.get(cause);
    if (group) group.push(indicator);
    else groups.set(cause, [indicator]);
  }
  return [...groups].map(([cause, members]) => {
    const own = reasonOf(members[0]);
    return { reason: members.every((one) => reasonOf(one) === own) ? own : cause, indicators: members };
  });
}

/** Of a group those that lack it themselves, not for a part of theirs; all where each does for a part. */
export function lackingThemselves({ reason, indicators }: MissingGroup): readonly Indicator[] {
  const themselves = indicators.filter((one) => reasonOf(one) === reason);
  return themselves.length > 0 ? themselves : indicators;
}

const reasonOf = ({ reasons }: Indicator) => reasons[0] ?? '';

/** “街道（乡镇）社会工作服务中心”缺数据：… */
const OF_A_PART = /^(?:“[^”]*”缺数据：)+/;
