/** 结论: whether a workbook may be accepted, by rule; a person confirms it. */
import type { Evaluation, Finding, Mode } from './contract.ts';
import { type Explanation, explanationsByKey, lackOf } from './explanations.ts';
import { lacking } from './missing.ts';

/** 退回修改 · 核实 · 可以接收. It is about the data; whether goals are met is another matter. */
export type Outcome = 'return' | 'verify' | 'accept';

export interface Conclusion {
  readonly outcome: Outcome;
  /** Findings of severity 强制. */
  readonly errors: number;
  /** Findings of severity 核实, and those of them that are explained and not turned down. */
  readonly warnings: number;
  readonly explained: number;
  /** What it does not speak of: places not read, questions that nobody has answered, indicators without data that is due. */
  readonly unread: number;
  readonly asked: number;
  readonly missing: number;
}

/** Kept in the workbook, one for each evaluation. It speaks of the data that it was confirmed for, and of no other. */
export interface Confirmed extends Conclusion {
  /** Id. */
  readonly policy: string;
  readonly mode: Mode;
  /** ISO dates: judged as of, and confirmed on. */
  readonly asOf: string;
  readonly on: string;
  readonly dataHash: string;
  /** 审核单位. */
  readonly office: string;
}

export function conclusionOf(evaluation: Evaluation, explanations: readonly Explanation[]): Conclusion {
  const { findings, tables, unread } = evaluation;
  const said = explanationsByKey(explanations);
  const isExplained = ({ key }: Finding) => {
    const one = said.get(key);
    return one !== undefined && lackOf(one) === null;
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const explained = warnings.filter(isExplained).length;
  // Where nothing was recognised there is nothing to accept.
  const isOpen = explained < warnings.length || tables.length === 0;
  return {
    outcome: errors > 0 ? 'return' : isOpen ? 'verify' : 'accept',
    errors,
    warnings: warnings.length,
    explained,
    unread: unread.length,
    asked: findings.filter(({ asks }) => asks !== undefined).length,
    missing: lacking(evaluation, 'now').length,
  };
}

export function conclusionText({ outcome, errors, warnings, explained }: Conclusion): string {
  if (outcome === 'return') return `有强制性问题 ${errors} 项，退回修改`;
  if (outcome === 'accept') return '可以接收';
  return explained < warnings ? `核实 ${warnings} 项，已说明 ${explained} 项` : '没有读出可以检查的表，尚不能定';
}

/** What the conclusion leaves out, in one sentence; null for nothing. */
export function reserveText({ unread, asked, missing }: Conclusion): string | null {
  const left = [
    ...(unread > 0 ? [`${unread} 处未能读取`] : []),
    ...(asked > 0 ? [`${asked} 处看不懂`] : []),
    ...(missing > 0 ? [`${missing} 项指标缺数据`] : []),
  ];
  return left.length > 0 ? `另有 ${left.join('、')}，不在其内。` : null;
}

/** What was confirmed last of this evaluation. */
export function confirmedOf(confirmed: readonly Confirmed[], { policy, mode }: Evaluation): Confirmed | null {
  return confirmed.find((one) => one.policy === policy.id && one.mode === mode) ?? null;
}

/** True where it was confirmed for these very data, and nothing that it counts has changed. */
export function isCurrent(confirmed: Confirmed, evaluation: Evaluation, conclusion: Conclusion): boolean {
  const { asOf, dataHash } = evaluation;
  const counts = Object.keys(conclusion) as (keyof Conclusion)[];
  return (
    confirmed.asOf === asOf &&
    confirmed.dataHash === dataHash &&
    counts.every((count) => confirmed[count] === conclusion[count])
  );
}
