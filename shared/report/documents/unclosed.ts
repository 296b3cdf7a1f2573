/** 问题销号情况表: each problem of the mid-term evaluation that was not closed in time, and how it stands. */
import { verdictIn } from '../../model/issues.ts';
import { redRules } from '../../model/red.ts';
import type { IndicatorDef, IssueLine, IssueState, IssuesBasis } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { paragraphs, type TableColumn, table } from './blocks.ts';
import { isCertain } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { Attachment, DocumentBinding, DocumentTable, DocumentText, ProblemKind } from './documents.ts';
import { indicatorNames, nameOfKey } from './names.ts';
import { problemWords, verdictTexts } from './problems.ts';
import { tell } from './tokens.ts';

export const unclosedTitle = '问题销号情况表';

export const stateWords: Readonly<Record<IssueState, string>> = {
  closed: '按期销号',
  late: '逾期销号',
  found: '已报销号、终期评估仍列为问题',
  unjudged: '已报销号、没有数据可以核对',
  open: '尚未销号',
  unanswered: '没有回报',
};

export interface Unclosed extends IssueLine {
  /** Of the unit. */
  readonly key: string;
  readonly basis: IssuesBasis;
}

/** By unit, in the order of the roll-up; of each in the order of its notice. */
export const unclosedIn = ({ rollup }: DocumentData): readonly Unclosed[] =>
  rollup.issues.flatMap(({ key, basis, lines }) =>
    lines.flatMap((line) => (line.state === 'closed' ? [] : [{ ...line, key, basis }])),
  );

/** Not for the public; where all were closed in time there is none. */
export function unclosedAnnex(data: DocumentData): readonly Attachment[] {
  const lines = unclosedIn(data);
  if (lines.length === 0 || data.options.isPublic) return [];
  const list: DocumentTable = { ...table(columnsOf(data), lines, '没有问题。'), type: 'small' };
  return [{ title: [unclosedTitle], orientation: 'landscape', body: [...paragraphs(closedText(data)), list] }];
}

function closedText(data: DocumentData): DocumentText {
  const count = tell(data).bound({ what: 'issues', unit: null, of: 'closed' });
  return count.figure === '0'
    ? ['核对的问题都没有按期销号，逐条列在下表。']
    : says<DocumentBinding>`核对的问题中，按期销号的${count}个不列，其余逐条列在下表。`;
}

function columnsOf(data: DocumentData): readonly TableColumn<Unclosed>[] {
  const { bound } = tell(data);
  const day = (of: 'due' | 'closedOn') => (line: Unclosed) => {
    const told = bound({ what: 'issue', unit: line.key, number: line.number, of });
    return told.figure === '' ? ['—'] : [told];
  };
  return [
    { heading: '单位', width: 14, align: 'left', cell: ({ key }) => [quote(nameOfKey(key, data))] },
    { heading: '问题编号', width: 11.5, align: 'left', cell: ({ number }) => [quote(number)] },
    { heading: '类别', width: 5.5, align: 'center', cell: (line) => [kindText(line)] },
    { heading: '中期评估发现的问题', width: 21, align: 'left', cell: (line) => problemText(line, data) },
    { heading: '时限', width: 9.5, align: 'left', cell: day('due') },
    { heading: '完成日', width: 9.5, align: 'left', cell: day('closedOn') },
    { heading: '情况', width: 10, align: 'left', cell: (line) => [stateText(line)] },
  ];
}

/** Where it is not certain what was sent, each of them says so. */
const stateText = ({ state, basis }: Unclosed): string =>
  stateWords[state] + (isCertain(basis) ? '' : '（发出的是哪一版分不清）');

const kindText = (line: Unclosed): string => {
  const kind = kindOf(line);
  return kind === null ? '—' : problemWords[kind];
};

/** Null where what came back does not tell. */
function kindOf(line: Unclosed): ProblemKind | null {
  const { about, rule } = line;
  if (about === 'missing') return 'material';
  if (about === 'findings') return rule === null ? null : redRules.has(rule) ? 'red' : 'data';
  const verdict = verdictIn(line);
  return verdict === null ? null : verdict === 'to_verify' ? 'material' : 'indicator';
}

/** What is known for certain of it, and no word that came back. */
function problemText(line: Unclosed, data: DocumentData): DocumentText {
  const { about, rule, key, number } = line;
  if (about === 'findings') {
    const title = data.policy.rules.find(({ id }) => id === rule)?.title;
    return title === undefined ? ['强制性问题，内容见整改通知'] : says<DocumentBinding>`不符合“${quote(title)}”`;
  }
  const defs = line.indicators.flatMap((id): IndicatorDef | readonly IndicatorDef[] => data.defs.get(id) ?? []);
  if (defs.length < line.indicators.length) return ['内容见整改通知'];
  const names = indicatorNames(defs);
  if (about === 'missing')
    return says<DocumentBinding>`缺数据的指标${tell(data).bound({ what: 'issue', unit: key, number, of: 'lacking' })}项：${names}`;
  const verdict = verdictIn(line);
  return verdict === null ? names : says<DocumentBinding>`${names}${verdictTexts[verdict]}`;
}
