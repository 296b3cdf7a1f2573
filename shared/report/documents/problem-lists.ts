/** 问题清单: problem, clause, how it stands, what is asked for and by when. */
import { dateText, isSet } from '../../model/figures.ts';
import { isStep } from '../../model/gaps.ts';
import type { Evaluation, Finding, Verdict } from '../../model.ts';
import { adviceOf, missingAdvice } from '../advice.ts';
import { cellsNamed } from '../cells.ts';
import { listed, quote, says, textOf } from '../parts.ts';
import { ruleClauses } from '../rules.ts';
import type { TableColumn } from './blocks.ts';
import type { DocumentData } from './data.ts';
import { sheetName } from './discreet.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { groupedBy } from './names.ts';
import { type Problem, problemWords, shapeOf, type UnitProblems } from './problems.ts';
import { tell } from './tokens.ts';

export interface ProblemRow {
  readonly unit: DocumentText;
  readonly kind: string;
  readonly problem: DocumentText;
  readonly clause: DocumentText;
  readonly present: DocumentText;
  readonly target: DocumentText;
  readonly gap: DocumentText;
  readonly demand: DocumentText;
}

export function problemRows({ unit, evaluation, problems }: UnitProblems, data: DocumentData): readonly ProblemRow[] {
  const clauses = ruleClauses(evaluation);
  return problems.map((problem) => {
    const row = rowOf(problem, { evaluation, clauses, key: unit.key, data });
    return { unit: [quote(data.nameOf(unit))], kind: problemWords[problem.kind], ...row };
  });
}

/** Without the unit where the list is of one. */
export function problemColumns(_data: DocumentData, alone = false): readonly TableColumn<ProblemRow>[] {
  const all: readonly TableColumn<ProblemRow>[] = [
    { heading: '单位', width: 13, align: 'left', cell: ({ unit }) => unit },
    { heading: '类别', width: 8, align: 'center', cell: ({ kind }) => [kind] },
    { heading: '问题', width: 30, align: 'left', cell: ({ problem }) => problem },
    { heading: '依据', width: 18, align: 'left', cell: ({ clause }) => clause },
    { heading: '现值', width: 14, align: 'left', cell: ({ present }) => present },
    { heading: '目标', width: 8, align: 'left', cell: ({ target }) => target },
    { heading: '差距', width: 11, align: 'left', cell: ({ gap }) => gap },
    { heading: '要求', width: 23, align: 'left', cell: ({ demand }) => demand },
  ];
  return alone ? all.slice(1) : all;
}

interface Told {
  readonly evaluation: Evaluation;
  readonly clauses: (rule: string) => ReturnType<ReturnType<typeof ruleClauses>>;
  readonly key: string;
  readonly data: DocumentData;
}

const NONE: DocumentText = ['—'];

function rowOf(problem: Problem, told: Told): Omit<ProblemRow, 'unit' | 'kind'> {
  const { evaluation, clauses, key, data } = told;
  const { bound } = tell(data);
  if (problem.about === 'missing') {
    const { indicators, reason } = problem;
    const count = bound({ what: 'lacking', unit: key, reason });
    const names = listed<DocumentBinding>(
      indicators.map(({ name }) => quote(name)),
      '、',
    );
    return {
      problem: says<DocumentBinding>`${quote(reason)}缺数据的指标${count}项：${names}。`,
      clause: NONE,
      present: ['缺数据'],
      target: NONE,
      gap: NONE,
      demand: [quote(textOf(missingAdvice(problem)))],
    };
  }
  if (problem.about === 'findings') {
    const said = groupedBy(problem.findings, shapeOf);
    return {
      problem: listed<DocumentBinding>(said.map((findings) => findingsText(findings, told))),
      clause: [quote(textOf(clauses(problem.findings[0]!.rule)))],
      present: NONE,
      target: NONE,
      gap: NONE,
      demand: listed<DocumentBinding>([...new Set(said.map(([first]) => first!.fix))].map((fix) => quote(fix))),
    };
  }
  const { indicator } = problem;
  const { id, entity, name, verdict, reasons, citation, target } = indicator;
  const of = (what: 'value' | 'target' | 'gap' | 'percentagePoints') =>
    bound({ what: 'inUnit', unit: key, time: evaluation.mode, of: { what, indicator: id, entity } });
  const step = isStep(indicator);
  const gaps = [of('percentagePoints'), of('gap')].filter(({ figure }) => figure !== '');
  return {
    problem: says<DocumentBinding>`${quote(name)}${verdictWords[verdict] ?? '待核实'}。${listed<DocumentBinding>(reasons.map((one) => quote(`${one}`)))}`,
    clause: says<DocumentBinding>`${quote(citation.source)}${quote(citation.section)}`,
    present: [of('value')],
    target: target && isSet(target) && of('target').figure !== '' ? [of('target')] : NONE,
    gap: step || gaps.length === 0 ? NONE : listed<DocumentBinding>(gaps, '、'),
    demand: [quote(textOf(adviceOf(indicator, evaluation, dateText(data.options.rectifyBy))))],
  };
}

/** Findings of which the same is said, with their cells. */
function findingsText(findings: readonly Finding[], { key, data }: Told): DocumentText {
  const { rule, severity, table, field, message, at } = findings[0]!;
  const shape = shapeOf(findings[0]!);
  const count = tell(data).bound({ what: 'alike', unit: key, rule, severity, table, field, shape });
  const cells = quote(textOf(cellsNamed(findings.map((one) => one.at))));
  return says<DocumentBinding>`${quote(message)}${findings.length > 1 ? says<DocumentBinding>`同类${count}处，` : []}“${quote(sheetName(at.sheet))}”${cells}。`;
}

const verdictWords: Partial<Readonly<Record<Verdict, string>>> = { unmet: '没有达到目标', behind: '进展滞后' };
