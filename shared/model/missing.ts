/** Indicators without data, by what they lack: a table that was not handed in is one matter, not twenty-five. */
import type { Indicator } from './contract.ts';

export interface MissingGroup {
  readonly reason: string;
  readonly indicators: readonly Indicator[];
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
