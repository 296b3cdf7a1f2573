/** Words that the pane and the written sheets share, so that both say the same. */

import type { ListKind, Mode, Scope, Severity, Suggestion, UrbanRural, Verdict } from './contract.ts';
import { dateText } from './figures.ts';
import type { MarkLevel } from './marks.ts';
import type { RollupUnit, UnitState } from './rollup.ts';
import type { Since } from './written.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: '达标',
  unmet: '未达标',
  on_track: '进行中（正常）',
  behind: '进行中（滞后）',
  to_verify: '待核实',
  missing: '缺数据',
  not_applicable: '不适用',
  reference: '参考',
};

export const severityWords: Readonly<Record<Severity, string>> = { error: '强制', warning: '核实', note: '提示' };

export const listWords: Readonly<Record<ListKind, string>> = {
  full: '全部名册',
  held: '只列持证人员的名单',
  former: '已注销、已离职等不再存在的名单',
  planned: '计划、拟办的清单',
  other_time: '试点时段以前的清单',
  other_body: '机构、站点等其他单位的人员名单',
  candidates: '后备、报名等候选人员的名单',
  subset: '其中一部分的名单',
  copy: '副本',
  continuation: '续表',
};

export const markWords: Readonly<Record<MarkLevel, string>> = { ...severityWords, gap: '指标差距' };

/** 与上次比. */
export const sinceWords: Readonly<Record<keyof Since, string>> = {
  fresh: '新增',
  cleared: '消除',
  explained: '新说明',
  regressed: '反复',
};

export const modeWords: Readonly<Record<Mode, string>> = { midterm: '中期', final: '终期' };

export const scopeWords: Readonly<Record<Scope, string>> = {
  community: '社区',
  street: '街道（乡镇）',
  county: '县区',
  city: '市',
};

export const suggestionWords: Readonly<Record<Suggestion, string>> = {
  award: '建议授予',
  award_after_rectification: '建议整改后授予',
  no_award: '不建议授予',
  undecided: '资料不全，暂不能建议',
};

/** At mid-term most is still under way: the points tell of progress, and no grade is given. */
export const scoreWords: Readonly<Record<Mode, string>> = { midterm: '进度评分', final: '评分' };

export const urbanRuralWords: Readonly<Record<UrbanRural, string>> = {
  urban: '城市社区',
  rural: '农村社区',
  unknown: '城乡未定',
};

/** What became of a file in the roll-up, and of a unit without one. */
export const unitStateWords: Readonly<Record<UnitState, string>> = {
  reported: '计入',
  superseded: '已有更新版本',
  duplicate: '内容重复',
  other_time: '属另一次评估',
  register: '应报名册',
  ledger: '整改台账',
  unreadable: '未能计入',
  missing: '未报送',
};

/** A file that was read, and of which only a person can say whose it is, has nothing wrong with it: 待说明. */
export const unitStateText = ({ state, key, dataHash }: Pick<RollupUnit, 'state' | 'key' | 'dataHash'>): string =>
  state === 'unreadable' && key === '' && dataHash !== null ? '待说明' : unitStateWords[state];

/** Said before a report is made that would be signed before the day up to which its data are. ISO dates; null where it is not. */
export function earlyDay(day: string | null, asOf: string): string | null {
  return day !== null && day < asOf ? `成文日期${dateText(day)}早于数据截止日${dateText(asOf)}，请核对。` : null;
}

/**
 * Deadlines that were over before the paper was signed, whole sentences: such a paper is not made. ISO dates, null for none. At the
 * end nobody is asked to put right by 整改期限.
 */
export function pastDeadlines(
  { day, resubmitBy, rectifyBy }: Readonly<Record<'day' | 'resubmitBy' | 'rectifyBy', string | null>>,
  mode: Mode,
): readonly string[] {
  const asked = [
    ['重新报送期限', resubmitBy],
    ['整改期限', mode === 'midterm' ? rectifyBy : null],
  ] as const;
  return asked.flatMap(([what, by]) =>
    day !== null && by !== null && by < day ? [`${what}${dateText(by)}早于成文日期${dateText(day)}，请改正。`] : [],
  );
}
