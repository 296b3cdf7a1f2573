/** What is to be put right in a unit, graded as notices word it. */
import { type About, issuesOf, likeOf } from '../../model/issues.ts';
import { redRules } from '../../model/red.ts';
import type { Evaluation, Finding, RollupUnit } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { ProblemKind } from './documents.ts';

/** An issue as notices list it; or findings of one kind in one column that 核实说明 answers, which no notice asks to be put right. */
export type Problem =
  | About
  | { readonly kind: 'query'; readonly about: 'findings'; readonly findings: readonly Finding[] };

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
  query: '核实问题',
};

/** Of what indicators are listed for. */
export const verdictTexts = { unmet: '没有达到目标', behind: '进展滞后', to_verify: '待核实' } as const;

/** Of the units whose results are at hand, in the order of the roll-up. */
export function problemsOf(data: DocumentData): readonly UnitProblems[] {
  const known = found.get(data);
  if (known) return known;
  const problems = data.counting.flatMap(({ unit, evaluation }) =>
    evaluation ? [{ unit, evaluation, problems: problemsIn(evaluation, unit.key) }] : [],
  );
  found.set(data, problems);
  return problems;
}

/** Every figure of them asks for all. */
const found = new WeakMap<DocumentData, readonly UnitProblems[]>();

/** The issues that the notice of the unit lists, and in their order; behind them what is only to be explained. */
export function problemsIn(evaluation: Evaluation, key: string): readonly Problem[] {
  const warnings = evaluation.findings.filter(({ severity }) => severity === 'warning');
  return [
    ...issuesOf(evaluation, key),
    ...alike(warnings).map((findings) => ({ kind: 'query', about: 'findings', findings }) as const),
  ];
}

export function kindOf({ severity, rule }: Finding): ProblemKind | null {
  if (severity === 'error') return redRules.has(rule) ? 'red' : 'data';
  return severity === 'warning' ? 'query' : null;
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

/** What is said of a cell, whatever stands in it: without what is quoted, numbers and days. One rule may say several things. */
export const shapeOf = ({ message }: Pick<Finding, 'message'>): string =>
  message
    .replace(/“[^”]*”+/g, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[0-9A-Za-z][0-9A-Za-z.、/#!%-]*/g, '0');

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
