/** 打勾的栏、竖排的表、一格写两个日期、没有人的岗位：照实读，读不准的不算数，遮蔽以后也一样 */
import { expect, test } from 'vitest';
import { deidentify } from '../../../shared/evaluate.ts';
import type { Cell, Evaluation, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { snapshotOf } from '../check/snapshots.ts';
import { bothWays, given } from './given.ts';

/** As it stands and masked; both must say the same. */
function judged(snapshot: WorkbookSnapshot): Evaluation {
  const [raw, masked] = bothWays(snapshot);
  const figures = ({ indicators }: Evaluation) =>
    indicators.map((each) => [each.id, each.verdict, each.lower, each.upper]);
  expect(figures(masked)).toEqual(figures(raw));
  return raw;
}

function figure({ indicators }: Evaluation, id: string): string {
  const { verdict, lower, upper, denominator } = indicators.find((each) => each.id === id && each.basis === undefined)!;
  return `${verdict} ${lower === upper ? lower : `${lower}..${upper}`}${denominator === null ? '' : `/${denominator}`}`;
}

const places = ({ findings }: Evaluation, rule: string) =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, at }) => `${severity} ${at.sheet}!${at.address}`);

test('是、否两栏打勾', () => {
  const evaluation = judged(given('yes-no-two-columns'));
  expect([figure(evaluation, 'P02'), figure(evaluation, 'T01')]).toEqual(['met 1', 'unmet 0']);
});

test('离岗日期填“无”，是没有离岗', () => {
  expect(figure(judged(given('leave-date-none')), 'G03')).toBe('met 2/4');
});

test('起止时间都在窗口以前的项目不算', () => {
  const evaluation = judged(given('period-ended-before-window'));
  expect(figure(evaluation, 'S05')).toBe('unmet 0');
  expect(places(evaluation, 'R062')).toHaveLength(3);
});

test('自报比率显示为 4000%', () => {
  expect(places(judged(given('self-rate-format-lost')), 'N011')).toEqual(['error 自报汇总!D2']);
});

test('空缺、待招聘的岗位没有人', () => {
  const evaluation = judged(given('vacancy-counted-as-person'));
  expect(['P03', 'P04', 'P05'].map((id) => figure(evaluation, id))).toEqual(['met 2', 'met 1', 'unmet 1/3']);
});

test('竖排的志愿者统计表不是基本情况表', () => {
  const evaluation = judged(given('volunteers-vertical'));
  expect([figure(evaluation, 'S08'), figure(evaluation, 'S10')]).toEqual(['met 990/6000', 'met 120/990']);
  const { findings } = evaluation;
  expect(findings.filter(({ rule, at }) => /^R0(09|11|14)$/.test(rule) && at.sheet === '志愿者统计')).toEqual([]);
});

test('只有姓名和帮教内容的矫正人员名册也要指出', () => {
  const snapshot = given('sensitive-list-short');
  expect(places(judged(snapshot), 'R201')).toEqual(['error Sheet7!B2']);
  const masked = deidentify(snapshot, '5e'.repeat(32)).snapshot;
  expect(JSON.stringify(masked)).not.toMatch(/甲某某|谈心/);
});

type Rows = readonly (readonly Cell[])[];

const facts: Rows = [
  ['县（区）', '潘集区'],
  ['街道（乡镇）', '芦集镇'],
  ['社区（村）名称', '望淮社区'],
  ['城乡分类代码', '121'],
  ['常住人口', 6000],
];

function book(name: string, rows: Rows, merges?: readonly string[]): WorkbookSnapshot {
  const { sheets, ...rest } = snapshotOf({ 基本情况表: facts, [name]: rows });
  const own = (sheet: SheetSnapshot) => (sheet.name === name && merges ? { ...sheet, merges } : sheet);
  return { ...rest, sheets: sheets.map(own) };
}

const roster = (...lines: Rows): WorkbookSnapshot =>
  book(
    '社区工作者花名册',
    [['人员编号', '姓名', '人员类别', '证书等级', null, null], [null, null, null, '初级', '中级', '高级'], ...lines],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'],
  );

test.each<[what: string, line: readonly Cell[], expected: string]>([
  ['√', ['√', null, null], 'met 1/1'],
  ['☑ 在中级', ['□', '☑', '□'], 'met 1/1'],
  ['1', [null, 1, null], 'met 1/1'],
  ['重写一遍“中级”', [null, '中级', null], 'met 1/1'],
  ['(√)', [null, null, '（√）'], 'met 1/1'],
  ['都没有打勾，是没有证', ['□', '□', '□'], 'unmet 0/1'],
  ['空着，是没有证', [null, null, null], 'unmet 0/1'],
  ['一人两证，打两个勾，计 1 人', ['√', '√', null], 'met 1/1'],
  ['写了日期，不是勾，要问', ['2019-10-01', null, null], 'to_verify 0..1/1'],
  ['写“备考”，要问', ['备考', null, null], 'to_verify 0..1/1'],
])('证书等级 {初级｜中级｜高级}：%s', (_what, line, expected) => {
  expect(figure(judged(roster(['P1', '李某', '专职社区工作者', ...line])), 'G03')).toBe(expected);
});

test('登记、备案并排两栏，上面没有栏目名', () => {
  const lines = [1, 2, 3, 4, 5, 6].map((n) => [n, `春风${n}队`, n > 4 ? null : '√', n > 4 ? '√' : null, '2019-05-01']);
  const evaluation = judged(book('社区社会组织名录', [['序号', '组织名称', '登记', '备案', '成立时间'], ...lines]));
  expect(figure(evaluation, 'G01')).toBe('unmet 6');
  expect(figure(evaluation, 'V02')).toBe('unmet 0..2');
});

const post = (person: Cell) =>
  book('岗位设置', [
    ['机构层级', '机构名称', '岗位编号', '设岗日期', '在岗人员姓名', '专职/兼职'],
    ['站', '望淮社区社会工作服务站', 'B1', '2020-07-01', person, '专职'],
  ]);

test.each<[person: string, expected: string]>([
  ['李某某', 'met 1/1'],
  ['欧阳某', 'met 1/1'],
  ['赵×', 'met 1/1'],
  ['买买提·艾力', 'met 1/1'],
  ['李某某（兼）', 'to_verify 0..1/1'],
  ['空缺（招聘中）', 'unmet 0/1'],
  ['无', 'unmet 0/1'],
  ['未到岗', 'unmet 0/1'],
  ['社工1名', 'to_verify 0..1/1'],
  ['待定人员', 'to_verify 0..1/1'],
  ['由街道统一安排', 'to_verify 0..1/1'],
])('在岗人员填“%s”', (person, expected) => {
  expect(figure(judged(post(person)), 'P05')).toBe(expected);
});

const project = (period: Cell) =>
  book('社工服务项目', [
    ['项目编号', '项目名称', '承接机构', '实施社区', '服务方法', '起止时间', '项目状态', '服务人次'],
    ['X1', '暖阳服务', '淮南市春禾社会工作服务中心', '望淮社区', '个案', period, '实施中', 60],
  ]);

test.each<[period: string, expected: string]>([
  ['2020-08-01至2021-04-30', 'unmet 1'],
  ['2020.8-2021.4', 'unmet 1'],
  ['2020-08-01-2021-04-30', 'unmet 1'],
  ['2020年8月—12月', 'unmet 1'],
  ['2020年8月起', 'unmet 1'],
  ['2019年8月至今', 'unmet 1'],
  ['2019.1-5', 'unmet 0'],
  ['2019年1月至2020年5月', 'unmet 0'],
  ['一年', 'unmet 0..1'],
])('起止时间填“%s”', (period, expected) => {
  expect(figure(judged(project(period)), 'S05')).toBe(expected);
});

const issues = (...headings: readonly string[]) =>
  book('中期评估问题整改台账', [
    ['问题编号', '问题描述', '整改措施', ...headings],
    ['1', '制度未上墙', '上墙', ...headings.map((heading) => (heading === '状态' ? '已销号' : '否'))],
  ]);

test('是否销号一栏单独决定，状态不再算', () => {
  expect(figure(judged(issues('是否销号', '状态')), 'M09')).toBe('unmet 0/1');
  expect(figure(judged(issues('状态')), 'M09')).toBe('met 1/1');
});

test('整改台账既没有状态也没有是否销号，缺数据', () => {
  expect(figure(judged(issues('时限')), 'M09')).toBe('missing null');
});

test('指标、单位、数量三栏竖排', () => {
  const rows: Rows = [
    ['指标', '单位', '数量'],
    ['社区名称', null, '望淮社区'],
    ['常住人口', '人', 6000],
    ['注册志愿者数', '人', 1000],
    ['其中：实名认证数', '人', 990],
    ['参与活动人数', '人', 120],
  ];
  expect(figure(judged(book('志愿者情况', rows)), 'S10')).toBe('met 120/990');
});
