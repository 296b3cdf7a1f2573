/** 报送单: what is handed in, in lines to be copied, and as a sheet to be printed and signed. */
import { checkCode } from '../model/check-codes.ts';
import { dateText } from '../model/figures.ts';
import { sheetTitle } from '../model/kinds.ts';
import { modeWords } from '../model/words.ts';
import type { CellStyle, Evaluation, PlanCell, PlanSheet, PolicyAbout } from '../model.ts';
import type { Tables } from './remaining.ts';

export interface Receipt {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sheet: PlanSheet;
}

interface Told {
  readonly policy: PolicyAbout;
  readonly tables: Tables;
  /** Of how many findings a 核实说明 is asked for, and of how many there is one. */
  readonly asked: number;
  readonly explained: number;
  /** ISO date of the day on which it is made. */
  readonly on: string;
}

export function receiptOf(evaluation: Evaluation, told: Told): Receipt {
  const title = `${told.policy.words.work}报送单`;
  return { title, lines: linesOf(evaluation, told), sheet: sheetOf(title, evaluation, told) };
}

/** `田家庵区 望淮街道 锦湖社区`; what is not filled in is left out. */
export function unitText({ unit: { county, countyName, street, community } }: Pick<Evaluation, 'unit'>): string {
  const parts = [countyName ?? county, street, community].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : '还没有填单位';
}

function linesOf(evaluation: Evaluation, { tables, asked, explained, on }: Told): readonly string[] {
  const { mode, asOf, dataHash } = evaluation;
  const rows = rowsById(evaluation);
  const filled = tables.filled.map(({ id, name }) => `${name}${rows.has(id) ? ` ${rows.get(id)} 行` : ''}`);
  const without = withoutIn(tables).map(({ name }) => name);
  return [
    `填报单位：${unitText(evaluation)}`,
    `报送日期：${dateText(on)}`,
    `${modeWords[mode]}评估，数据截至${dateText(asOf)}`,
    `报送的表（${filled.length} 张）：${filled.join('、') || '没有'}`,
    ...(without.length > 0 ? [`没有填的表：${without.join('、')}`] : []),
    ...(asked > 0 ? [`核实：${askedText(asked, explained)}`] : []),
    `校验码：${checkCode(dataHash)}（数据相同，校验码相同）`,
    '填表人：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿',
    '收件单位：＿＿＿＿＿＿　收件人：＿＿＿＿＿＿　收件日期：＿＿＿＿＿＿',
  ];
}

const withoutIn = ({ empty, lacking }: Tables) => [...empty, ...lacking];

function askedText(asked: number, explained: number): string {
  return asked > 0 ? `${asked} 项，已写核实说明 ${explained} 项` : '没有';
}

/** One page of A4, upright. Nobody's name stands in it: who signs, signs on paper. */
function sheetOf(title: string, evaluation: Evaluation, { tables, asked, explained, on }: Told): PlanSheet {
  const { mode, asOf, dataHash } = evaluation;
  const rows = [
    line([title, 'title']),
    pairs('填报单位', unitText(evaluation), '报送日期', dateText(on)),
    pairs('评估', `${modeWords[mode]}评估，数据截至${dateText(asOf)}`, '校验码', checkCode(dataHash)),
    pairs('核实', askedText(asked, explained), '报送的表', `${tables.filled.length} 张`),
    line(...(['序号', '表', '填了几行', '备注'] as const).map((word) => [word, 'heading'] as const)),
    ...tableLines(tables, rowsById(evaluation)),
    ...['填表人', '审核人', '负责人'].map((who) => pairs(`${who}\n（签字）`, '', '日期', '')),
    // As high as a seal.
    pairs('\n\n单位\n（盖章）\n\n　', '', '收件单位\n（盖章）', ''),
    pairs('收件人\n（签字）', '', '收件日期', ''),
    line(['数据相同，校验码相同：改过一个数，校验码就变，要重新出报送单。', 'fine']),
  ];
  return {
    role: 'receipt',
    mode,
    name: sheetTitle({ role: 'receipt', mode }),
    widths: [12, 38, 12, 28],
    rows,
    spans: [0, rows.length - 1],
    frozenRows: 0,
    page: { orientation: 'portrait', repeated: null },
    filterRow: null,
  };
}

function tableLines(tables: Tables, rows: ReadonlyMap<string, number>): readonly (readonly PlanCell[])[] {
  const counted = [
    ...tables.filled.map(({ id, name }) => [name, rows.get(id) ?? '已填'] as const),
    ...tables.empty.map(({ name }) => [name, '没有填'] as const),
    ...tables.lacking.map(({ name }) => [name, '没有这张表'] as const),
  ];
  return counted.map(([name, count], at) => line([at + 1, 'number'], [name, 'text'], [count, 'number']));
}

const pairs = (first: string, one: string, second: string, other: string) =>
  line([first, 'label'], [one, 'text'], [second, 'label'], [other, 'text']);

function line(...cells: readonly (readonly [value: string | number, style: CellStyle])[]): readonly PlanCell[] {
  return [0, 1, 2, 3].map((at): PlanCell => {
    const [value, style] = cells[at] ?? ['', 'text'];
    return { value: value === '' ? null : value, style };
  });
}

/** Of lists; a form has one line, of which nothing is told. */
function rowsById({ tables }: Evaluation): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { id, rows: more, headerRows } of tables)
    if (headerRows.length > 0) rows.set(id, (rows.get(id) ?? 0) + more);
  return rows;
}
