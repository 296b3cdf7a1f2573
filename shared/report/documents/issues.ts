/** 问题清单 of a notice: each issue with its number, for reading in the notice and as a ledger to be filled in and sent back. */

import { type Issue, issuesOf, sentIssue } from '../../model/issues.ts';
import type { CellStyle, Evaluation, LedgerSheet, PlanCell, RollupUnit, SentIssue } from '../../model.ts';
import { quote, says, textOf } from '../parts.ts';
import type { TableColumn } from './blocks.ts';
import type { DocumentData } from './data.ts';
import { resubmitText } from './demands.ts';
import type { DocumentBinding, DocumentTable, DocumentText } from './documents.ts';
import { fitted } from './fitting.ts';
import { ledgerAids, states } from './ledger-aids.ts';
import { type ProblemRow, problemRows } from './problem-lists.ts';
import { tell } from './tokens.ts';

export interface UnitIssueList {
  readonly unit: RollupUnit;
  readonly evaluation: Evaluation;
  readonly issues: readonly Issue[];
}

/** Of the units whose results are at hand, in the order of the roll-up; also those of which there is nothing to be put right. */
export function issueListsOf({ counting }: DocumentData): readonly UnitIssueList[] {
  return counting.flatMap(({ unit, evaluation }) =>
    evaluation ? [{ unit, evaluation, issues: issuesOf(evaluation, unit.key) }] : [],
  );
}

export interface IssueRow extends ProblemRow {
  readonly number: string;
  /** The indicator's name; empty for what is about no indicator, or about several. */
  readonly indicator: string;
}

export function issueRows({ unit, evaluation, issues }: UnitIssueList, data: DocumentData): readonly IssueRow[] {
  return problemRows({ unit, evaluation, problems: issues }, data).map((row, at) => {
    const issue = issues[at]!;
    const { number } = issue;
    if (issue.about !== 'indicator') return { ...row, number, indicator: '' };
    const { name, verdict } = issue.indicator;
    return { ...row, number, indicator: name, demand: verdict === 'behind' ? begun(row.demand, data) : row.demand };
  });
}

/** What is not due yet is put right by beginning with it; by when it is to be done, the demand says. */
function begun(demand: DocumentText, data: DocumentData): DocumentText {
  return says<DocumentBinding>`请于${tell(data).day('rectify')}前落实措施。${demand}`;
}

export function issueTable(rows: readonly IssueRow[]): DocumentTable {
  const columns: readonly TableColumn<IssueRow>[] = [
    { heading: '问题编号', width: 18, align: 'left', cell: ({ number }) => [quote(number)] },
    { heading: '类别', width: 8, align: 'center', cell: ({ kind }) => [kind] },
    { heading: '问题', width: 30, align: 'left', cell: ({ problem }) => problem },
    { heading: '依据', width: 17, align: 'left', cell: ({ clause }) => clause },
    { heading: '现值', width: 13, align: 'left', cell: ({ present }) => present },
    { heading: '目标', width: 7, align: 'left', cell: ({ target }) => target },
    { heading: '差距', width: 11, align: 'left', cell: ({ gap }) => gap },
    { heading: '要求', width: 23, align: 'left', cell: ({ demand }) => demand },
  ];
  return fitted(columns, rows, '没有需要整改的问题。');
}

// Ledger --------------------------------------------------------------------------------------------------------------

/**
 * 问题整改台账 of a unit, as an .xlsx of its own: what was found stands in it, what was done about it is left blank. Its headings
 * are the labels of W14, so that every column is known for certain when it comes back.
 */
export function ledgerSheet(list: UnitIssueList, data: DocumentData): LedgerSheet {
  const owner = data.nameOf(list.unit);
  const sent = sentOf(list, data);
  const rows = issueRows(list, data).map((row, at) => ({
    row,
    at,
    owner,
    deadline: sent[at]!.due,
    ahead: textOf(aheadText(list.issues[at]!.kind, data)),
  }));
  const above = [
    spanning('问题整改台账', 'title'),
    spanning(`填报单位：${owner}`, 'text'),
    spanning(
      `编号和已经填好的各栏不改，行不删。整改措施、责任人、完成日、佐证、状态由填报单位填写；状态从下拉里选：${states.join('、')}，要求整改的单位验收以后才选已销号。没有完成日、没有佐证的，终期评估仍列为问题的，不作销号。`,
      'text',
    ),
  ];
  return {
    name: '问题整改台账',
    widths: columns.map(({ width }) => width),
    rows: [
      ...above,
      columns.map(({ heading }): PlanCell => ({ value: heading, style: 'heading' })),
      ...rows.map((row) => columns.map(({ cell }): PlanCell => (cell ? { value: cell(row), style: 'text' } : blank))),
    ],
    spans: above.map((_, at) => at),
    frozenRows: above.length + 1,
    page: { orientation: 'landscape', repeated: [above.length, above.length] },
    filterRow: above.length,
    ...ledgerAids({
      headings: columns.map(({ heading }) => heading),
      firstRow: above.length + 1,
      rows: rows.length,
      found: list.evaluation.asOf,
    }),
    sent,
  };
}

/** The day of the ledger is that by which the issue is closed; what the notice asks for before it stands with the problem. */
function aheadText(kind: Issue['kind'], data: DocumentData): DocumentText {
  if (kind === 'red') return ['当即处理，不等时限。'];
  return kind === 'data' ? says<DocumentBinding>`数据先行改正，${resubmitText(data)}重新报送，时限以前销号。` : [];
}

/** What is listed, and until when each is asked for. */
function sentOf({ issues }: UnitIssueList, { options }: DocumentData): readonly SentIssue[] {
  return issues.map((issue) => sentIssue(issue, options.rectifyBy));
}

interface LedgerRow {
  readonly row: IssueRow;
  readonly at: number;
  readonly owner: string;
  readonly deadline: string;
  /** What is asked for before the deadline. */
  readonly ahead: string;
}

interface LedgerColumn {
  readonly heading: string;
  readonly width: number;
  /** Null is filled in by the unit. */
  readonly cell: ((row: LedgerRow) => string | number | null) | null;
}

/**
 * What is asked for goes with the problem: 整改措施 is the unit's own. So narrow that on paper, which is as wide as it is, no sign is
 * smaller than eight points: numbers of issues go on two lines.
 */
const columns: readonly LedgerColumn[] = [
  { heading: '序号', width: 4, cell: ({ at }) => at + 1 },
  { heading: '问题编号', width: 10, cell: ({ row }) => row.number },
  { heading: '来源', width: 5, cell: () => '中期评估' },
  {
    heading: '问题描述',
    width: 28,
    cell: ({ row, ahead }) => `${textOf(row.problem)}要求：${textOf(row.demand)}${ahead}`,
  },
  { heading: '条款', width: 10, cell: ({ row }) => known(row.clause) },
  { heading: '指标', width: 8, cell: ({ row }) => row.indicator || null },
  { heading: '现状', width: 7, cell: ({ row }) => known(row.present) },
  { heading: '目标', width: 6, cell: ({ row }) => known(row.target) },
  { heading: '差距', width: 7, cell: ({ row }) => known(row.gap) },
  { heading: '整改措施', width: 12, cell: null },
  { heading: '责任单位', width: 9, cell: ({ owner }) => owner },
  { heading: '责任人', width: 6, cell: null },
  { heading: '时限', width: 11, cell: ({ deadline }) => deadline },
  { heading: '完成日', width: 11, cell: null },
  { heading: '佐证', width: 9, cell: null },
  { heading: '状态', width: 7, cell: null },
];

const blank: PlanCell = { value: null, style: 'entry' };

/** — on paper is nothing in a ledger. */
function known(text: DocumentText): string | null {
  const said = textOf(text);
  return said === '—' ? null : said;
}

function spanning(text: string, style: CellStyle): readonly PlanCell[] {
  return columns.map((_, column) => ({ value: column === 0 ? text : null, style: column === 0 ? style : 'text' }));
}
