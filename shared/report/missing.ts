import type { Indicator } from '../model.ts';

export interface MissingGroup {
  readonly reason: string;
  readonly indicators: readonly Indicator[];
}

/** Indicators without data by what they lack: a table that was not handed in is one matter, not twenty-five. */
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

/** `“甲”“乙”等5项指标缺数据`; a single one without the count. */
export function missingText({ indicators }: MissingGroup): string {
  const names = indicators.map(({ name }) => name);
  return names.length === 1 ? `${names[0]}缺数据` : `${names.join('、')}等${names.length}项指标缺数据`;
}
