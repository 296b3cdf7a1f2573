/** What a doubtful cell does to an indicator: bounds, verdict, gap, and the cell that would decide it. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { facts, filed, judged, organisations, registered, ruralFacts, times } from './workbooks.ts';

type Changes = Parameters<typeof changed>[0];
interface Expected {
  readonly bounds?: readonly [lower: number, upper: number];
  readonly verdict: Verdict;
  readonly reason?: string;
}

/** Indicator and what was done → cells changed in the sound workbook → outcome. */
const cases: readonly [id: string, what: string, cells: Changes, expected: Expected][] = [
  [
    'G01',
    '管理方式空：可能计入',
    { '名录!B2': null },
    { bounds: [9, 10], verdict: 'to_verify', reason: '若第2行“管理方式”核实为可计入的类型，则达标。' },
  ],
  ['G01', '登记日期有两种读法，都不晚于截止日', { '名录!E2': 2020.1 }, { bounds: [10, 10], verdict: 'met' }],
  ['G01', '信用代码无效：不影响总数', { '名录!D2': '52340403MJA0000294' }, { bounds: [10, 10], verdict: 'met' }],
  [
    'G01',
    '成员人数有误：不影响总数',
    { '名录!J1': '成员人数', '名录!J7': '很多' },
    { bounds: [10, 10], verdict: 'met' },
  ],
  ['G01', '名称以有限公司结尾：不计', { '名录!A2': '和谐物业有限公司' }, { bounds: [9, 9], verdict: 'unmet' }],
  [
    'G01',
    '名称含物业：只进上界',
    { '名录!A7': '红色物业志愿服务队' },
    { bounds: [9, 10], verdict: 'to_verify', reason: '若第7行“组织名称”核实确属社区社会组织，则达标。' },
  ],
  ['G01', '街道的枢纽组织：不计', { '名录!J1': '是否枢纽型', '名录!J2': '是' }, { bounds: [9, 9], verdict: 'unmet' }],
  ['G01', '未登记未备案：不计', { '名录!B2': '未登记未备案' }, { bounds: [9, 9], verdict: 'unmet' }],
  ['V01', '信用代码为高校：只进上界', { '名录!D2': '12100000400009127B' }, { bounds: [4, 5], verdict: 'to_verify' }],
  ['V01', '没有代码一栏：无从核对', { '名录!D': null }, { bounds: [0, 5], verdict: 'to_verify' }],
  [
    'V02',
    '备案号空：只进上界',
    { '名录!F7': null },
    { bounds: [4, 5], verdict: 'to_verify', reason: '若第7行“备案号”补填，则达标。' },
  ],
  ['G03', '人员类别空：可能只进分母', { '花名册!D4': null }, { bounds: [2, 2], verdict: 'met' }],
  [
    'G03',
    '成绩合格未发证：只进上界',
    { '花名册!G2': '无', '花名册!G3': '成绩合格未发证' },
    { bounds: [0, 1], verdict: 'unmet' },
  ],
  ['G03', '备注写明离职', { '花名册!K1': '备注', '花名册!K4': '2020年10月离职' }, { bounds: [2, 2], verdict: 'met' }],
  [
    'P03',
    '少一个岗位',
    { '社工岗位!A3': '站', '社工岗位!B3': '夏集社区社会工作服务站' },
    { bounds: [1, 1], verdict: 'unmet' },
  ],
  ['P04', '只算本社区的站', { '社工岗位!B4': '夏集社区社会工作服务站' }, { bounds: [0, 0], verdict: 'unmet' }],
  [
    'G04',
    '中心只有 1 岗',
    { '社工岗位!A3': '站', '社工岗位!B3': '夏集社区社会工作服务站' },
    { bounds: [1, 1], verdict: 'unmet' },
  ],
  ['P05', '兼职不计', { '社工岗位!H2': '兼职' }, { bounds: [2, 2], verdict: 'unmet' }],
  [
    'P05',
    '一人专职占两岗：只算前一岗',
    { '社工岗位!F3': 'P1', '社工岗位!G3': '吴一' },
    { bounds: [2, 3], verdict: 'to_verify' },
  ],
  ['P05', '已离岗', { '社工岗位!J2': '2021-05-01' }, { bounds: [2, 2], verdict: 'unmet' }],
  [
    'S05',
    '机构不是确认的：只进上界',
    { '服务项目!C2': '阳光社会工作服务中心' },
    { bounds: [2, 3], verdict: 'to_verify', reason: '若第2行“承接机构”核实为市民政局确认的承接机构，则达标。' },
  ],
  ['S05', '拟立项不计', { '服务项目!I2': '拟立项' }, { bounds: [2, 2], verdict: 'unmet' }],
  ['S05', '终止但有人次：只进上界', { '服务项目!I2': '终止' }, { bounds: [2, 3], verdict: 'to_verify' }],
  ['S05', '服务人次空：只进上界', { '服务项目!K2': null }, { bounds: [2, 3], verdict: 'to_verify' }],
  [
    'S05',
    '单次活动：只进上界',
    { '服务项目!B2': '端午活动', '服务项目!L2': null },
    { bounds: [2, 3], verdict: 'to_verify' },
  ],
  ['S06', '没有本社区项目', { '微公益创投!H2': 0 }, { bounds: [0, 0], verdict: 'unmet' }],
  ['S08', '没有实名数：0 至注册数', { '志愿者情况!D2': null }, { bounds: [0, 1500], verdict: 'to_verify' }],
  [
    'S08',
    '两表人口不同，同判',
    { '志愿者情况!B2': 8642, '基本情况!B3': 8600 },
    { bounds: [1400, 1400], verdict: 'met' },
  ],
  [
    'S08',
    '两表人口不同，一达一未达',
    { '志愿者情况!B2': 8700, '基本情况!B3': 8800 },
    { bounds: [1400, 1400], verdict: 'to_verify' },
  ],
  ['S08', '人口为 0', { '志愿者情况!B2': 0, '基本情况!B3': null }, { verdict: 'missing' }],
  [
    'S09',
    '日期有两种读法',
    { '活动台账!A2': 2020.1 },
    { bounds: [9, 10], verdict: 'to_verify', reason: '若第2行“日期”为2020年10月，则达标。' },
  ],
  ['S09', '日期不存在：只进上界', { '活动台账!A2': '2020.2.30' }, { bounds: [9, 10], verdict: 'to_verify' }],
  ['S09', '整月在窗口内：计入', { '活动台账!A2': '2020年7月底' }, { bounds: [10, 10], verdict: 'met' }],
  ['S09', '约30人：至少 1 人，计入', { '活动台账!D2': '约30人' }, { bounds: [10, 10], verdict: 'met' }],
  ['S09', '人数空：只进上界', { '活动台账!D2': null }, { bounds: [9, 10], verdict: 'to_verify' }],
  ['S10', '参与人数不足', { '志愿者情况!E2': 139 }, { bounds: [139, 139], verdict: 'unmet' }],
];

test.each(cases)('%s %s', (id, _what, cells, expected) => {
  const indicator = judged(changed(cells)).indicator(id);
  expect(indicator.verdict).toBe(expected.verdict);
  if (expected.bounds) expect([indicator.lower, indicator.upper]).toEqual(expected.bounds);
  if (expected.reason) expect(indicator.reasons[0]).toBe(expected.reason);
});

describe('城乡', () => {
  const roster = organisations(...times(4, (n) => registered(`田园${n}社`)), filed('乡音队'));

  test('农村只判 G02；G01 不适用，V01、V02 仅供参考', () => {
    const { indicator } = judged({ 基本情况: ruralFacts, 名录: roster });
    expect(indicator('G02')).toMatchObject({ verdict: 'met', numerator: 5 });
    expect(indicator('G01')).toMatchObject({ verdict: 'not_applicable', numerator: null });
    expect(indicator('V01')).toMatchObject({ verdict: 'reference', numerator: 4, gap: null });
    expect(indicator('V02')).toMatchObject({ verdict: 'reference', numerator: 1, gap: null });
  });

  test('城乡未定：G01、G02 都待核实，V01、V02 仅供参考', () => {
    const { indicator } = judged({ 名录: roster });
    expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', gap: { amount: 5, amountMin: 5 } });
    expect(indicator('G02')).toMatchObject({ verdict: 'to_verify', gap: { amount: 0, amountMin: 0 } });
    expect(indicator('V01').verdict).toBe('reference');
    expect(indicator('G01').reasons[0]).toMatch(/城乡分类代码/);
  });
});

describe('没数不等于 0', () => {
  test('没有名录，缺数据', () => {
    const { indicator } = judged(changed({ 名录: null, 汇总表: null }));
    expect(indicator('G01')).toMatchObject({
      verdict: 'missing',
      numerator: null,
      denominator: null,
      value: null,
      gap: null,
    });
    expect(indicator('G01').reasons).toEqual(['工作簿中没有找到“社区社会组织名录”，无法计算；请补报该表。']);
  });
  test('只有表头，缺数据', () => {
    const { indicator } = judged(changed({ 名录: organisations(), 汇总表: null }));
    expect(indicator('G01').verdict).toBe('missing');
  });
  test('名录只填“无”：0 家，待核实，并请核实', () => {
    const { indicator, said } = judged({ 基本情况: facts, 名录: organisations(['无']) });
    expect(indicator('G01')).toMatchObject({ numerator: 0, verdict: 'to_verify', gap: { amount: 10, amountMin: 10 } });
    expect(said()).toEqual(['N004 名录!A2']);
  });
  test('名录只填“/”，缺数据', () => {
    expect(judged({ 基本情况: facts, 名录: organisations(['/']) }).indicator('G01').verdict).toBe('missing');
  });
  test('岗位表没有人，配备率为 0 而不是缺数据', () => {
    const empty = Object.fromEntries(
      [2, 3, 4].flatMap((row) => [
        [`社工岗位!F${row}`, null],
        [`社工岗位!G${row}`, null],
      ]),
    );
    const { indicator } = judged(changed(empty));
    expect(indicator('P05')).toMatchObject({
      numerator: 0,
      denominator: 3,
      verdict: 'unmet',
      gap: { amount: 3, unit: '人' },
    });
  });
});

describe('来源', () => {
  const { indicator } = judged(sound);

  test('分子、分母的单元格', () => {
    expect(indicator('G03').evidence).toEqual([
      { sheet: '花名册', address: 'G2:G3', role: 'numerator' },
      { sheet: '花名册', address: 'G2:G5', role: 'denominator' },
    ]);
    expect(indicator('S08').evidence).toEqual([
      { sheet: '志愿者情况', address: 'D2', role: 'numerator' },
      { sheet: '志愿者情况', address: 'B2', role: 'denominator' },
      { sheet: '基本情况', address: 'B3', role: 'denominator' },
    ]);
  });

  test('差距标在计数的表头，或填数的单元格', () => {
    expect(indicator('G01').at).toEqual({ sheet: '名录', address: 'A1' });
    expect(indicator('G03').at).toEqual({ sheet: '花名册', address: 'G1' });
    expect(indicator('S08').at).toEqual({ sheet: '志愿者情况', address: 'D2' });
  });
});
