/** Workbooks of several communities: each answers for its own lines, none for another's. */
import { describe, expect, test } from 'vitest';
import { facts, filed, judged, organisationHeadings, registered, times } from './workbooks.ts';

const three = ['甲社区', '乙社区', '丙社区'];
const roster = (counts: readonly number[]) => [
  [...organisationHeadings, '所属社区'],
  ...counts.flatMap((count, at) => times(count, (n) => [...filed(`${three[at]}${n}队`), three[at]!])),
];
const summary = (figures: readonly (readonly [community: string, organisations: number])[]) => [
  ['街道', '社区', '社区社会组织总数', '登记数', '备案数'],
  ...figures.map(([community, count]) => ['洞泉街道', community, count, 0, count]),
];

describe('没有写明试点社区', () => {
  test('14、10、7 家不合并成 31 家：每个社区的目标不能合并判', () => {
    const { indicator } = judged({ 名录: roster([14, 10, 7]) });
    expect(indicator('G01')).toMatchObject({ verdict: 'missing', numerator: null });
    expect(indicator('G01').reasons[0]).toMatch(/列有 3 个社区（甲社区；乙社区；丙社区），没有写明哪一个是试点社区/);
  });
  test('汇总表每一行与本社区的明细核对', () => {
    const { said, finding } = judged({
      名录: roster([14, 10, 7]),
      汇总表: summary([
        ['甲社区', 14],
        ['乙社区', 11],
        ['丙社区', 7],
      ]),
    });
    expect(said('Z01')).toEqual(['Z01 汇总表!C3']);
    expect(finding('Z01').message).toContain('11，按明细重算应为 10');
  });
  test('台账不分社区，不能逐个核对，说明原因', () => {
    const { notChecked } = judged({
      汇总表: [['社区', '社区社会组织总数', '登记数', '活动数'], ...three.map((name) => [name, 10, 5, 10])],
      活动台账: [
        ['日期', '活动名称', '活动地点', '参与志愿者人数'],
        ['2020-10-11', '清洁家园', '广场', 12],
      ],
    });
    expect(notChecked.get('Z06')).toBe(
      '工作簿列有几个社区，“志愿服务活动台账”没有分社区，不能逐个核对，本规则未检查。',
    );
  });
});

test('写明了试点社区，只判试点社区；街道合并和达标社区数仅供参考', () => {
  const { indicator, indicators } = judged({
    基本情况: facts.map((row) => row.map((cell) => (cell === '春申社区' ? '乙社区' : cell))),
    名录: roster([14, 10, 7]),
  });
  expect(indicator('G01')).toMatchObject({ scope: 'community', entity: '乙社区', numerator: 10, verdict: 'met' });
  expect(indicators.find(({ id, basis }) => id === 'G01' && basis === '达标社区数')).toMatchObject({
    numerator: 2,
    denominator: 3,
    target: null,
    scope: 'street',
    entity: '洞泉街道',
  });
});

describe('Z11 同一信用代码列在两个社区', () => {
  const code = '52340403MJA0000249';
  const twice = [
    [...organisationHeadings, '所属社区'],
    [...registered('和谐社', code), '甲社区'],
    [...registered('和谐社', code), '乙社区'],
  ];

  test('两处都列，强制', () => {
    expect(judged({ 名录: twice }).said('Z11')).toEqual(['Z11 名录!D3']);
  });
  test('只有一个社区的工作簿不能检查，说明原因', () => {
    const { notChecked, said } = judged({ 基本情况: facts, 名录: [organisationHeadings, registered('和谐社', code)] });
    expect(notChecked.get('Z11')).toMatch(/需汇总多个社区的工作簿/);
    expect(said('Z11')).toEqual([]);
  });
});

describe('Z12 同一人在两个社区在岗', () => {
  const headings = ['人员编号', '姓名', '人员类别', '是否在岗', '离职日期', '持证情况', '所属社区'];
  const person = (community: string, duty = '是', left: string | null = null) => [
    'R01',
    '赵甲',
    '专职社区工作者',
    duty,
    left,
    '无',
    community,
  ];

  test('都在岗，强制；合并时只计 1 人', () => {
    const { said, indicator } = judged({ 花名册: [headings, person('甲社区'), person('乙社区')] });
    expect(said('Z12')).toEqual(['Z12 花名册!A3']);
    expect(said('R041')).toEqual([]);
    expect(indicator('G03').denominator).toBe(1);
  });
  test('已从一处离岗', () => {
    expect(judged({ 花名册: [headings, person('甲社区', '否', '2020-09-01'), person('乙社区')] }).said('Z12')).toEqual(
      [],
    );
  });
});

describe('Z22 汇总单位数 = 应报数 − 未报数', () => {
  const register = [
    ['县区', '街道（乡镇）', '社区（村）', '承接机构', '报送状态'],
    ...three.map((name, at) => [`第${at}县`, '一街道', name, '一机构', at === 2 ? '未报' : '已上报']),
  ];
  const listing = (names: readonly string[]) =>
    judged({ 试点名册: register, 汇总表: summary(names.map((name) => [name, 10])) });

  test('未报的也列进汇总，强制', () => {
    const { said, finding } = listing(three);
    expect(said('Z22')).toEqual(['Z22 汇总表!A1:E1']);
    expect(finding('Z22').message).toBe('汇总表列有 3 个社区，试点名册中已报送的是 2 个，两者应一致。');
  });
  test('只列已报的', () => {
    expect(listing(three.slice(0, 2)).said('Z22')).toEqual([]);
  });
});

test('Z20 县区汇总表的合计也核对', () => {
  const rows = [...summary(three.map((name) => [name, 10])), [null, '合计', 31, 0, 30]];
  expect(judged({ 汇总表: rows }).said('Z20')).toEqual(['Z20 汇总表!C5']);
});
