/** 一个编号说的永远是同一件事：工作簿改了、补了、删了几张表，重新检查，原来的编号不会变成别的问题。 */
import { expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import { readFile } from '../../../shared/files/read.ts';
import { type About, issueSign, issuesOf, likeOf, sentIssue } from '../../../shared/model/issues.ts';
import { sentFormula, sentIn } from '../../../shared/model/sent.ts';
import type { Evaluation, Finding, Indicator, LedgerSheet, SentIssue, Verdict } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { tables } from '../../../shared/sheets/tables.ts';

const KEY = 'HN-03/望淮街道/锦湖社区';

const finding = (rule: string, sheet: string, address: string, more: Partial<Finding> = {}): Finding =>
  ({ rule, severity: 'error', table: 'W02', field: 'uscc', at: { sheet, address }, ...more }) as Finding;
const indicator = (id: string, verdict: Verdict, more: Partial<Indicator> = {}): Indicator =>
  ({ id, name: id, verdict, target: { p: 1, q: 1, due: '2020-11-30' }, reasons: [], ...more }) as unknown as Indicator;
const found = (findings: readonly Finding[], indicators: readonly Indicator[] = []) =>
  issuesOf({ mode: 'midterm', asOf: '2020-11-30', findings, indicators } as unknown as Evaluation, KEY);
const numbers = (findings: readonly Finding[], indicators: readonly Indicator[] = []) =>
  found(findings, indicators).map(({ number }) => number);

test('两张表里同样的问题是一个编号，位置都在里面；改好一张表，还是那个编号', () => {
  const [first, second] = [finding('R029', '名录', 'D2'), finding('R029', '名录二', 'D3')];
  const [both, ...others] = found([first, second]);
  expect(others).toEqual([]);
  expect(both).toMatchObject({ about: 'findings', findings: [first, second] });
  expect(numbers([second])).toEqual([both!.number]);
  expect(numbers([finding('R029', '名录', 'E2', { field: 'name' })])).not.toContain(both!.number);
});

test('保护名单不分栏目，一个编号', () => {
  const [first, second] = [finding('R201', '名单', 'B2', { field: 'name' }), finding('R201', '名单', 'C2')];
  expect(numbers([first, second])).toHaveLength(1);
  expect(numbers([second])).toEqual(numbers([first]));
});

test('待核实、未达标、滞后、缺数据是几个问题，不是一个', () => {
  const all = (['to_verify', 'unmet', 'behind', 'missing'] as const).flatMap((verdict) =>
    numbers([], [indicator('P01', verdict)]),
  );
  expect(new Set(all).size).toBe(4);
});

test('缺数据的指标换了几项，就是另一个问题；换了顺序不是', () => {
  const lacking = (...ids: readonly string[]) =>
    numbers(
      [],
      ids.map((id) => indicator(id, 'missing', { reasons: ['没有这张表'] })),
    );
  expect(lacking('P01', 'P02')).not.toEqual(lacking('P01'));
  expect(lacking('P01', 'P02')).not.toEqual(lacking('P01', 'P03'));
  expect(lacking('P02', 'P01')).toEqual(lacking('P01', 'P02'));
});

test('跟着别的指标缺数据的写在一起，编号和销号只看缺表的那几项', () => {
  const lacking = (id: string, reason: string) => indicator(id, 'missing', { reasons: [reason] });
  const table = lacking('P01', '没有这张表');
  const stage = lacking('M03', '“服务中心”缺数据：没有这张表');
  expect(numbers([], [table, stage])).toEqual(numbers([], [table]));
  const [issue] = found([], [table, stage]);
  expect(issue).toMatchObject({ about: 'missing', indicators: [{ id: 'P01' }, { id: 'M03' }] });
  expect(sentIssue(issue!, '2021-02-28').indicators).toEqual(['P01']);
});

test('规则、栏目、指标能有的问题，编号没有两个一样的', () => {
  const texts = new Map<string, About>();
  for (const { rules, indicators } of policies) {
    for (const { id } of indicators)
      for (const verdict of ['unmet', 'behind', 'to_verify', 'missing'] as const) {
        const one = indicator(id, verdict);
        texts.set(
          `${verdict} ${id}`,
          verdict === 'missing'
            ? { kind: 'material', about: 'missing', reason: '', indicators: [one] }
            : { kind: 'indicator', about: 'indicator', indicator: one },
        );
      }
    for (const { id, table } of rules)
      for (const def of tables.filter((each) => table === null || each.id === table))
        for (const field of [null, ...def.fields.map((each) => each.key)]) {
          const one = finding(id, '', '', { table: def.id, field });
          texts.set(likeOf(one), { kind: 'data', about: 'findings', findings: [one] });
        }
  }
  expect(texts.size).toBeGreaterThan(2000);
  expect(new Set([...texts.values()].map(issueSign)).size).toBe(texts.size);
});

// What is kept on the ledger ------------------------------------------------------------------------------------------

const sent: readonly SentIssue[] = Array.from({ length: 60 }, (_, at): SentIssue => {
  const number = `ZG-7K2MX-${'23456789ABCDEFGH'[at % 16]}QX9A${'23456789'[Math.floor(at / 16)]}`;
  const due = at % 3 === 0 ? '2021-05-31' : '2021-02-28';
  if (at % 4 === 0) return { number, about: 'missing', indicators: ['P01', 'S03'], due };
  return at % 4 === 1
    ? { number, about: 'findings', indicators: [], due }
    : { number, about: 'indicator', indicators: ['G01'], due };
});

test('发出的清单写在台账里，再多也读得回来；每一段不超过表格软件的限度', () => {
  const sheet: LedgerSheet = {
    name: '问题整改台账',
    widths: [10],
    rows: [[{ value: '问题编号', style: 'heading' }]],
    spans: [],
    frozenRows: 0,
    page: { orientation: 'portrait', repeated: null },
    filterRow: null,
    formats: [],
    validations: [],
    conditions: [],
    sent,
  };
  const [back, ...others] = readFile('台账.xlsx', newFile([sheet])).sent;
  expect(others).toEqual([]);
  const byNumber = (a: SentIssue, b: SentIssue) => (a.number < b.number ? -1 : 1);
  expect([...back!].sort(byNumber)).toEqual([...sent].sort(byNumber));
  for (const [, text] of sentFormula(sent).matchAll(/"([^"]*)"/g)) expect(text!.length).toBeLessThanOrEqual(255);
});

test.each([
  ['少了一段', sentFormula(sent).replace(/&"[^"]*"$/, '')],
  ['改了个数', '="2/2021-02-28/ZG-7K2MX-4QX9AB=P01"'],
  ['不是编号', '="1/2021-02-28/张某某"'],
  ['没有日期', '="1/ZG-7K2MX-4QX9AB=P01"'],
  ['是个引用', "='台账'!$A$1"],
  ['没有', null],
])('%s的不作清单', (_, formula) => {
  expect(sentIn(formula)).toBeNull();
});
