/**
 * 退回修改通知 and 整改通知 of a unit, and the ledger that goes with the latter: every sentence is one that has to be there, with the
 * figures that the evaluation has, and every line of a list is a problem of the unit.
 */
import { issuesOf } from '../../shared/model/issues.ts';
import type { Evaluation } from '../../shared/model.ts';
import { dayText, type Filed, type Truth } from './facts.ts';
import { columns, findingLines, issueLinesOf, type Line, lineDoubts } from './lines.ts';
import { referenceDoubts } from './reader.ts';
import { isTable, type Paper, type WordTable } from './word.ts';
import { type Doubts, only } from './words.ts';

export type NoticeKind = 'return' | 'rectify';

/** What is sent to a unit: without 强制 nothing comes back, without anything to be put right nothing is asked for. */
export function noticesFor(unit: Filed, truth: Truth): readonly NoticeKind[] {
  const isReturned = countOf(unit.evaluation, 'error') > 0;
  const isAsked = truth.rollup.mode === 'midterm' && issueLinesOf(unit, truth).length > 0;
  return [...(isReturned ? (['return'] as const) : []), ...(isAsked ? (['rectify'] as const) : [])];
}

/** What is false, not understood or left out. */
export function noticeDoubts(paper: Paper, kind: NoticeKind, unit: Filed, truth: Truth): Doubts {
  const of = (style: string) => texts(paper).filter((one) => one.style === style && one.text !== '');
  const said = (style: string) => of(style).map(({ text }) => text);
  const sentences = kind === 'return' ? returnSentences(unit, truth) : rectifySentences(unit, truth);
  const known = new Set(['Title', 'Addressee', 'Body', 'AttachmentList', 'Signature', 'AttachmentMark']);
  const others = texts(paper).filter(
    ({ style, text }) =>
      text !== '' && !known.has(style.replace('Ssld', '')) && !['SsldAttachmentTitle', 'SsldCaption'].includes(style),
  );
  const work = truth.policy.words.work;
  const title =
    kind === 'return'
      ? `关于退回${placeOf(unit)}${work}报送数据的通知`
      : `关于${placeOf(unit)}${work}中期评估整改的通知`;
  const day = truth.day === null ? '＿＿＿＿＿＿年＿＿月＿＿日' : dayText(truth.day);
  return [
    ...only(said('SsldTitle').join('') === title, `标题应为“${title}”：${said('SsldTitle').join('')}`),
    ...only(
      said('SsldAddressee').join() === `${addresseeOf(unit, truth)}：`,
      `主送应为“${addresseeOf(unit, truth)}”：${said('SsldAddressee').join()}`,
    ),
    ...sameSentences(said('SsldBody'), sentences),
    ...only(
      said('SsldSignature').join('｜') === [truth.commissioner ?? truth.office ?? '＿＿＿＿＿＿', day].join('｜'),
      `落款不对：${said('SsldSignature').join('、')}`,
    ),
    ...only(said('SsldAttachmentTitle').join() === '问题清单', `附件不对：${said('SsldAttachmentTitle').join()}`),
    ...referenceDoubts(paper),
    ...others.map(({ text }) => `不认识的句子：${text}`),
    ...(kind === 'return'
      ? returnTables(paper, unit)
      : rectifyTables(paper.parts.filter(isTable), said('SsldCaption'), unit, truth)),
  ];
}

const texts = ({ parts }: Paper) => parts.flatMap((part) => (isTable(part) ? [] : [part]));

/** In their order, none more and none less. */
function sameSentences(said: readonly string[], wanted: readonly string[]): Doubts {
  const each = (all: readonly string[]) => all.flatMap((text) => text.match(/[^。]*(?:。|.$)/g) ?? []);
  const [left, right] = [each(said), each(wanted)];
  const more = left.filter((one) => !right.includes(one)).map((one) => `不实：${one}`);
  const less = right.filter((one) => !left.includes(one)).map((one) => `没有说：${one}`);
  return [
    ...more,
    ...less,
    ...only(more.length + less.length > 0 || left.join('') === right.join(''), '说了两遍，或者次序不对'),
  ];
}

// Words ---------------------------------------------------------------------------------------------------------------

function returnSentences({ name, evaluation }: Filed, { policy, resubmitBy }: Truth): readonly string[] {
  const [errors, warnings] = [countOf(evaluation, 'error'), countOf(evaluation, 'warning')];
  const isRed = evaluation.findings.some(({ rule, severity }) => rule === 'R201' && severity === 'error');
  const until = resubmitBy === undefined ? '＿＿＿＿＿＿年＿＿月＿＿日' : dayText(resubmitBy);
  return [
    `按照${policy.document.title}和统计数据审核的要求，对${name}报送的工作簿（校验码${codeOf(evaluation)}）进行了审核，发现强制性问题${errors}处。强制性问题须修改后重新报送，现予退回修改；修改以前先按报送数计入，并注明。`,
    `强制性问题的位置、依据和改法见附件，请对照原始记录据实修改，不得为通过审核而改数。${isRed ? '列为立即整改的请当即处理：名单从工作簿中移出，不随表报送，已经发给他人的收回。' : ''}`,
    ...(warnings > 0 ? [`另有核实性问题${warnings}处：数据属实的，逐个写核实说明；不属实的，据实改正。`] : []),
    `请于${until}前重新检查并按原渠道报送。首次报送的时间不因退回改变。`,
  ];
}

const kinds = ['立即整改', '数据问题', '指标问题', '材料问题'] as const;

function rectifySentences(unit: Filed, truth: Truth): readonly string[] {
  const { policy, rollup, rectifyBy, resubmitBy } = truth;
  const lines = issueLinesOf(unit, truth);
  const count = (kind: string) => lines.filter(({ 类别 }) => 类别 === kind).length;
  const held = kinds.filter((kind) => count(kind) > 0);
  const parts =
    held.length > 1 ? `（${held.map((kind) => `${kind}${count(kind)}个`).join('，')}）` : `，都是${held[0]}`;
  const warnings = countOf(unit.evaluation, 'warning');
  return [
    `根据${policy.document.title}${basisOf(truth)}的要求，对${unit.name}进行了中期评估，数据截至${dayText(rollup.asOf)}，发现需要整改的问题${lines.length}个${parts}，逐个列入附件。`,
    ...(warnings > 0 ? [`另有核实性问题${warnings}处，不列入清单，请逐个写核实说明。`] : []),
    `请按清单逐个明确整改措施和责任人，于${dayText(rectifyBy)}前整改到位；确实来不及的，书面说明原因。${held.includes('数据问题') ? `数据问题先行改正，${resubmitBy === undefined ? '按退回修改通知的期限' : `于${dayText(resubmitBy)}前`}重新报送。` : ''}${held.includes('立即整改') ? '列为立即整改的，收到通知后当即处理，不等期限。' : ''}`,
    '请填写随本通知发送的问题整改台账，问题编号不改、行不删，与书面整改情况一并按期报送，终期再放进工作簿。由发出本通知的单位验收后销号，没有完成日、佐证的不作销号。',
  ];
}

/** The clause that asks for issues to be put right; nothing where the document has none. */
function basisOf({ policy: { indicators } }: Truth): string {
  const def = indicators.find(({ name }) => name === '问题整改');
  return def?.citation.section ?? '';
}

const countOf = ({ findings }: Evaluation, of: string) => findings.filter(({ severity }) => severity === of).length;

function placeOf({ evaluation: { unit } }: Filed): string {
  return (unit.street ?? '') + (unit.community ?? '') || (unit.countyName ?? '试点单位');
}

/** The bureau of the county; a zone has none. What comes from within the county goes to the unit. */
function addresseeOf(unit: Filed, truth: Truth): string {
  const { county, countyName } = unit.evaluation.unit;
  const listed = truth.policy.register.units.find(({ id }) => id === county);
  const name = listed?.name ?? countyName;
  if (!name) return placeOf(unit);
  const from = truth.commissioner ?? truth.office;
  const { street } = unit.evaluation.unit;
  const counties = new Set(truth.rollup.units.flatMap(({ key, file }) => (key && file ? key.split('/')[0] : [])));
  const isWithin = from === null ? counties.size === 1 : from.includes(name) || (street && from.includes(street));
  return isWithin ? placeOf(unit) : name + (listed?.kind === '功能区' ? '民政工作部门' : '民政局');
}

/** Eight signs for the first ten of the hash, by fives of bits. */
function codeOf({ dataHash }: Evaluation): string {
  const bits = [...dataHash.replace('sha256:', '').slice(0, 10)]
    .map((sign) => Number.parseInt(sign, 16).toString(2).padStart(4, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[Number.parseInt(five, 2)])
    .join('');
}

// Lists ---------------------------------------------------------------------------------------------------------------

type Row = Readonly<Record<string, string>>;

const headOf = ({ rows }: WordTable) => rows[0]!.map(({ text }) => text);

const rowsOf = (table: WordTable): readonly Row[] =>
  table.rows.slice(1).map((row) => Object.fromEntries(headOf(table).map((one, at) => [one, row[at]?.text ?? ''])));

/** One table: 强制 first, each kind below a line of its own that says what is to be done with it. */
function returnTables({ parts }: Paper, { name, evaluation }: Filed): Doubts {
  const [table, ...others] = parts.filter(isTable);
  if (!table || others.length > 0) return ['应有一张表'];
  const wanted = [
    ['必须修改的问题', findingLines(name, evaluation, ['error'])],
    ['需要核实的问题', findingLines(name, evaluation, ['warning'])],
  ] as const;
  const held = wanted.filter(([, lines]) => lines.length > 0);
  const titles = table.rows.flatMap((row) => (row.length === 1 ? [row[0]!.text] : []));
  return [
    ...only(headOf(table).join() === '类别,问题和位置,依据,怎样改', `不认识的表：${headOf(table).join()}`),
    ...only(titles.join() === held.map(([title]) => title).join(), `分段不对：${titles.join('、')}`),
    ...held.flatMap(([title, lines]) => {
      const rows = rowsOf(bandOf(table, title)).map(
        (row): Row => ({ ...row, 问题: row.问题和位置!, 要求: row.怎样改! }),
      );
      return lineDoubts(rows, lines, ['类别', '依据', '要求']);
    }),
    ...only(table.rows.length === 1 + held.reduce((sum, [, lines]) => sum + 1 + lines.length, 0), '多了几行'),
  ];
}

/** The lines below this one, as far as the next that lies across; with the headings of the table. */
function bandOf({ rows }: WordTable, title: string): WordTable {
  const from = rows.findIndex((row) => row.length === 1 && row[0]!.text === title);
  const to = rows.findIndex((row, at) => at > from && row.length === 1);
  return { rows: from < 0 ? rows.slice(0, 1) : [rows[0]!, ...rows.slice(from + 1, to < 0 ? undefined : to)] };
}

function rectifyTables(tables: readonly WordTable[], captions: readonly string[], unit: Filed, truth: Truth): Doubts {
  const [table] = tables;
  if (!table || tables.length > 1 || captions.length > 0) return ['应有一张没有题注的表'];
  const head = ['问题编号', '类别', '问题', '依据', '现值', '目标', '差距', '要求'];
  return [
    ...only(headOf(table).join() === head.join(), `不认识的表：${headOf(table).join()}`),
    ...lineDoubts(rowsOf(table), issueLinesOf(unit, truth), columns),
    ...numberDoubts(table, unit),
  ];
}

/** Of the list of the notice, in its order. */
export const numbersIn = (tables: readonly WordTable[]): readonly string[] =>
  tables.flatMap((table) => rowsOf(table).map((row) => row.问题编号 ?? ''));

const NUMBER = /^(ZG-[2-9A-HJ-NP-Z]{5})-[2-9A-HJ-NP-Z]{6}$/;

/** Each once, all of one unit, and each of the problem in its line: by it the ledger that comes back is held against what was sent. */
function numberDoubts(table: WordTable, { key, evaluation }: Filed): Doubts {
  const rows = rowsOf(table);
  const units = new Set(rows.map(({ 问题编号 = '' }) => NUMBER.exec(问题编号)?.[1] ?? 问题编号));
  const sent = new Map(issuesOf(evaluation, key).map((issue) => [issue.number, issue]));
  return [
    ...only(new Set(rows.map(({ 问题编号 }) => 问题编号)).size === rows.length, '问题编号有重复'),
    ...only(units.size <= 1, `问题编号不是一个单位的：${[...units].join('、')}`),
    ...rows.flatMap(({ 问题编号 = '', 问题 = '' }) => {
      const issue = sent.get(问题编号);
      const begin = !issue
        ? null
        : issue.about === 'indicator'
          ? issue.indicator.name
          : issue.about === 'missing'
            ? issue.reason
            : issue.findings[0].message;
      return only(begin !== null && 问题.startsWith(begin), `编号不是这个问题的：${问题编号}｜${问题}`);
    }),
  ];
}

// Ledger --------------------------------------------------------------------------------------------------------------

const BLANK = ['整改措施', '责任人', '完成日', '佐证', '状态'];
const TOLD = {
  问题编号: '问题编号',
  条款: '依据',
  现状: '现值',
  目标: '目标',
  差距: '差距',
} as const;

/** What the notice asks for before the day of the ledger. */
function aheadOf(kind: string | undefined, { resubmitBy }: Truth): string {
  if (kind === '立即整改') return '当即处理，不等时限。';
  const until = resubmitBy === undefined ? '按退回修改通知的期限' : `于${dayText(resubmitBy)}前`;
  return kind === '数据问题' ? `数据先行改正，${until}重新报送，时限以前销号。` : '';
}

/** `sheet` as it goes out: its lines are those of the notice, what the unit fills in is blank, and nothing else stands in it. */
export function ledgerDoubts(sheet: readonly (readonly string[])[], notice: Paper, unit: Filed, truth: Truth): Doubts {
  const at = sheet.findIndex((row) => row.includes('问题编号'));
  const head = sheet[at];
  const list = notice.parts.find(isTable);
  if (!head || !list) return ['看不懂的台账'];
  const above = sheet.slice(0, at).map((row) => row.filter((cell) => cell !== ''));
  const rows = sheet
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row): Row => Object.fromEntries(head.map((one, column) => [one, row[column] ?? ''])));
  const sent = rowsOf(list);
  const lines: readonly Line[] = issueLinesOf(unit, truth);
  return [
    ...only(above[0]?.join() === '问题整改台账', `台账的标题不对：${above[0]?.join()}`),
    ...only(above[1]?.join() === `填报单位：${unit.name}`, `填报单位不对：${above[1]?.join()}`),
    ...only(rows.length === sent.length, `台账有${rows.length}行，通知有${sent.length}行`),
    ...rows.flatMap((row, index): Doubts => {
      const of = sent[index];
      if (!of) return [`通知里没有：${row.问题编号}`];
      const known = (text: string | undefined) => (text === '—' ? '' : text);
      const line = lines.find(({ 问题, 要求 }) => 问题(of.问题!) && 要求 === of.要求);
      const is = (heading: string, wanted: string | undefined) =>
        only(row[heading] === wanted, `台账“${heading}”应为“${wanted}”：${row.问题编号}｜${row[heading]}`);
      return [
        ...is('序号', String(index + 1)),
        ...Object.entries(TOLD).flatMap(([heading, column]) => is(heading, known(of[column]))),
        ...is('来源', '中期评估'),
        ...is('问题描述', `${of.问题}要求：${of.要求}${aheadOf(of.类别, truth)}`),
        ...is('指标', line?.指标),
        ...is('责任单位', unit.name),
        ...is('时限', line?.due ?? truth.rectifyBy),
        ...BLANK.flatMap((heading) => is(heading, '')),
      ];
    }),
  ];
}
