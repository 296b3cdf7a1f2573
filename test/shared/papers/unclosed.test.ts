/** 终期总结报告的附件“问题销号情况表”：哪几条没有按期销号，是什么问题，到哪天，怎样了；单位在台账里写的话一个字也不带。 */
import { describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import type { Submitted } from '../../../shared/model.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import type { Sheets } from '../check/snapshots.ts';
import {
  checklist,
  closed,
  dataOf,
  type Filling,
  facts,
  filledIn,
  final,
  ledgerOf,
  linesOf,
  midterm,
  RUN,
  submitted,
} from './loops.ts';
import { annexes, annexOf, bodyOf } from './papers.ts';

const NAME = '田家庵区望淮街道锦湖社区';
const TITLE = '问题销号情况表';
const ALL_CLOSED = '核对的问题都已按期销号。';
const SEE = `没有按期销号的问题，逐条见附件“${TITLE}”。`;

const ledger = ledgerOf(dataOf([midterm], { mode: 'midterm' }));
const numbers = linesOf(ledger).map((line) => String(line[1]));
const { length } = numbers;
/** The first is a code that is none. */
const centre = linesOf(ledger).findIndex((line) => line[5] === '街道（乡镇）社会工作服务中心');

function report(all: readonly Submitted[], isPublic = false) {
  const data = dataOf(all, { mode: 'final' }, { isPublic });
  const document = finalReport(data);
  expect(unbound(document, data)).toEqual([]);
  const [above, , , ...rows] = annexOf(document, TITLE);
  return { data, annexes: annexes(document), body: bodyOf(document), above, rows };
}

const back = (filling: (at: number) => Filling, left: readonly string[] = []) =>
  report([midterm, final(filledIn(ledger, filling) as Sheets, left)]);

describe('一条一行', () => {
  const late = (index: number) => (index === centre ? closed('2021-03-20') : closed());

  test('逾期的一个：单位、编号、问题、时限、完成日、逾期销号；按期的只说几个', () => {
    const { above, rows, body } = back(late);
    expect(above).toBe(`核对的问题中，按期销号的${length - 1}个不列，其余逐条列在下表。`);
    expect(rows).toEqual([
      `${NAME}|${numbers[centre]}|指标问题|街道（乡镇）社会工作服务中心没有达到目标|2021年2月28日|2021年3月20日|逾期销号`,
    ]);
    expect(body).toContain(SEE);
    expect(body).not.toContain(ALL_CLOSED);
  });

  test('报了销号、终期仍没有达标的，完成日照列', () => {
    expect(back(() => closed(), ['P01']).rows).toEqual([
      `${NAME}|${numbers[centre]}|指标问题|街道（乡镇）社会工作服务中心没有达到目标|2021年2月28日|2021年2月20日|已报销号、终期评估仍列为问题`,
    ]);
  });

  test('数据问题写是哪条规则，缺数据的写是哪几项', () => {
    const { above, rows } = back(() => ({}));
    expect(above).toBe('核对的问题都没有按期销号，逐条列在下表。');
    expect(rows).toHaveLength(length);
    expect(rows.map((row) => row.split('|')[1])).toEqual(numbers);
    expect(rows[0]).toMatch(/\|数据问题\|不符合“.*信用代码.*”\|2021年2月28日\|—\|没有回报$/);
    expect(rows.find((row) => row.includes('缺数据的指标'))).toMatch(/\|材料问题\|缺数据的指标\d+项：[^|]+\|/);
  });

  test.each([
    ['没有佐证，完成日说得清的', { 佐证: null }, '2021年2月20日|尚未销号'],
    ['没有完成日的', { 完成日: null }, '—|尚未销号'],
    ['完成日早于中期评估的，不写', { 完成日: '2020-06-01' }, '—|尚未销号'],
    ['完成日晚于截止日的，不写', { 完成日: '2021-06-01' }, '—|尚未销号'],
    ['还在整改的', { 完成日: null, 状态: '整改中' }, '—|尚未销号'],
  ] as const)('%s', (_, filling, wanted) => {
    const { rows } = back((index) => (index === centre ? { ...closed(), ...filling } : closed()));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.endsWith(`|2021年2月28日|${wanted}`)).toBe(true);
  });

  test('台账里写的话，汇总里没有，报告里也没有', () => {
    const { data, rows } = back(() => ({ 整改措施: '王某某已联系13800138000', 责任人: '王某某', 状态: '整改中' }));
    expect(JSON.stringify(data.rollup.issues.map(({ lines }) => lines))).not.toMatch(/\p{Script=Han}|138/u);
    expect(rows.join()).not.toMatch(/王某某|138/);
  });
});

test('都按期销号的，没有这个附件，正文说都已按期销号', () => {
  const { annexes, body } = back(() => closed());
  expect(annexes).not.toContain(TITLE);
  expect(body).toContain(ALL_CLOSED);
  expect(body).not.toContain(SEE);
});

test('公开版没有这个附件，也不提', () => {
  const { annexes, body } = report([midterm, final()], true);
  expect(annexes).not.toContain(TITLE);
  expect(body).not.toContain(SEE);
  expect(body.join()).not.toContain(numbers[0]);
});

test('没有中期的工作簿、只有台账带的清单：指标和判定照写，强制性问题请看通知', () => {
  const { rows } = report([final(), judgeFile('台账.xlsx', newFile([ledger]), RUN).submitted]);
  expect(rows).toHaveLength(length);
  expect(rows[0]).toContain('|—|强制性问题，内容见整改通知|');
  expect(rows[centre]).toContain('|指标问题|街道（乡镇）社会工作服务中心没有达到目标|');
});

test('发出的是哪一版分不清的，每行写明', () => {
  const first = submitted('中期1.xlsx', facts('2020-11-30'), 'midterm');
  const second = submitted('中期2.xlsx', { ...facts('2021-01-10'), ...checklist('否') }, 'midterm');
  const ofFirst = ledgerOf(dataOf([first], { mode: 'midterm' }));
  const sheets = filledIn(ofFirst, (index) => (index === 0 ? {} : closed())) as Sheets;
  const { rows, body } = report([first, second, final(sheets)]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/\|没有回报（发出的是哪一版分不清）$/);
  expect(body.some((line) => line.startsWith('发出的是哪一版分不清，只核对已知发出的问题'))).toBe(true);
});

test.each([
  ['一份按期、一份逾期的，算逾期', [closed('2021-02-25'), closed('2021-04-25')], '2021年4月25日|逾期销号'],
  ['都逾期的，取晚的一天', [closed('2021-03-25'), closed('2021-04-25')], '2021年4月25日|逾期销号'],
  [
    '一份没有佐证的，算没有销号，写那一份的完成日',
    [{ ...closed('2021-02-10'), 佐证: null }, closed('2021-02-25')],
    '2021年2月10日|尚未销号',
  ],
] as const)('几份台账写的不同，%s', (_, fillings, wanted) => {
  const apart = fillings.map((filling, place) => {
    const sheets = filledIn(ledger, (index) => (index === centre ? filling : closed()));
    return submitted(`台账${place}.xlsx`, sheets as Sheets, 'final');
  });
  const { rows } = report([midterm, final(), ...apart]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.endsWith(`|2021年2月28日|${wanted}`)).toBe(true);
});
