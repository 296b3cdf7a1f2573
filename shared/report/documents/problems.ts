/** What is to be put right in a unit, graded as notices word it. */
import { likeOf } from '../../model/issues.ts';
import { lacking, missingByReason } from '../../model/missing.ts';
import { redRules } from '../../model/red.ts';
import type { Evaluation, Finding, Indicator, RollupUnit } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { ProblemKind } from './documents.ts';

/** An indicator that is not reached or not settled, what nothing is known of for one reason, or findings of one kind in one column. */
export type Problem =
  | { readonly kind: 'indicator' | 'material'; readonly about: 'indicator'; readonly indicator: Indicator }
  | {
      readonly kind: 'material';
      readonly about: 'missing';
      readonly reason: string;
      readonly indicators: readonly Indicator[];
    }
  | { readonly kind: ProblemKind; readonly about: 'findings'; readonly findings: readonly Finding[] };

export interface UnitProblems {
  readonly unit: RollupUnit;
  readonly evaluation: Evaluation;
  readonly problems: readonly Problem[];
}

export const problemWords: Readonly<Record<ProblemKind, string>> = {
  red: '立即整改',
  data: '数据问题',
  indicator: '指标问题',
  material: '材料问题',
};

/** Of the units whose results are at hand, in the order of the roll-up. */
export function problemsOf(data: DocumentData): readonly UnitProblems[] {
  const known = found.get(data);
  if (known) return known;
  const problems = data.counting.flatMap(({ unit, evaluation }) =>
    evaluation ? [{ unit, evaluation, problems: problemsIn(evaluation) }] : [],
  );
  found.set(data, problems);
  return problems;
}

/** Every figure of them asks for all. */
const found = new WeakMap<DocumentData, readonly UnitProblems[]>();

/** 立即整改, 数据问题, 指标问题, 材料问题. What is only to be verified, or explained, is asked for as material. */
export function problemsIn(evaluation: Evaluation): readonly Problem[] {
  const all: readonly Problem[] = [
    ...alike(evaluation.findings).flatMap((findings): readonly Problem[] => {
      const kind = kindOf(findings[0]!);
      return kind ? [{ kind, about: 'findings', findings }] : [];
    }),
    ...ofVerdict(evaluation, 'unmet').map(
      (indicator) => ({ kind: 'indicator', about: 'indicator', indicator }) as const,
    ),
    ...ofVerdict(evaluation, 'to_verify').map(
      (indicator) => ({ kind: 'material', about: 'indicator', indicator }) as const,
    ),
    ...missingByReason(lacking(evaluation, 'now').filter(({ basis }) => basis === undefined)).map(
      ({ reason, indicators }) => ({ kind: 'material', about: 'missing', reason, indicators }) as const,
    ),
  ];
  return order.flatMap((kind) => all.filter((one) => one.kind === kind));
}

const order: readonly ProblemKind[] = ['red', 'data', 'indicator', 'material'];

export function kindOf({ severity, rule }: Finding): ProblemKind | null {
  if (severity === 'error') return redRules.has(rule) ? 'red' : 'data';
  return severity === 'warning' ? 'material' : null;
}

/** As issues are made of them: of one rule in one column, over all sheets. */
function alike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const like = `${finding.severity} ${likeOf(finding)}`;
    groups.set(like, [...(groups.get(like) ?? []), finding]);
  }
  return [...groups.values()];
}

function ofVerdict({ indicators }: Evaluation, verdict: Indicator['verdict']): readonly Indicator[] {
  return indicators.filter((one) => one.verdict === verdict && one.basis === undefined);
}

/** Names of what nothing is known of in a unit, in their order. */
export function lackingNames(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap((one) => (one.about === 'missing' ? one.indicators.map(({ name }) => name) : []));
}

/** Units that lack just what this one does. */
export function lackingAlike(key: string, data: DocumentData): readonly RollupUnit[] {
  const all = problemsOf(data).map(({ unit, problems }) => ({ unit, names: lackingNames(problems).join() }));
  const names = all.find(({ unit }) => unit.key === key)?.names ?? '';
  return names === '' ? [] : all.filter((one) => one.names === names).map(({ unit }) => unit);
}

/** Units with problems of one of these kinds. */
export function burdened(kinds: readonly ProblemKind[], data: DocumentData): readonly RollupUnit[] {
  return problemsOf(data)
    .filter(({ problems }) => problems.some(({ kind }) => kinds.includes(kind)))
    .map(({ unit }) => unit);
}
