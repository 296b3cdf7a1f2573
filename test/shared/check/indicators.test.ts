/** What a doubtful cell does to an indicator: bounds, verdict, gap, and the cell that would decide it. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/model.ts';
import { judgedMasked } from '../../judging.ts';
import { known } from '../../known.ts';
import { changed, sound } from './sound.ts';
import {
  facts,
  filed,
  judged,
  organisations,
  registered,
  ruralFacts,
  type Sheets,
  snapshotOf,
  times,
} from './workbooks.ts';

type Changes = Parameters<typeof changed>[0];
interface Expected {
  readonly bounds?: readonly [lower: number, upper: number];
  readonly verdict: Verdict;
  readonly reason?: string;
}

/** Indicator and what was done → cells changed in the sound workbook → outcome. */
const cases: readonly [id: string, what: string, cells: Changes, expected: Expected][] = [
  [
    'S10',
    '参与人数多于注册志愿者：比率超过 100%，核实',
    { '志愿者情况!E2': 1600 },
    {
      bounds: [1600, 1600],
      verdict: 'to_verify',
      reason: '“志愿者情况”E2 填“1600”，比率因此超过 100%，两数中必有一个不对；请核对后改正。',
    },
  ],
  [
    'S08',
    '实名认证数多于常住人口，两处人口又不同：核实',
    { '志愿者情况!B2': 1000 },
    {
      bounds: [1400, 1400],
      verdict: 'to_verify',
      reason: '“志愿者情况”D2 填“1400”，比率因此超过 100%，两数中必有一个不对；请核对后改正。',
    },
  ],
  [
    'G01',
    '管理方式空：可能计入',
    { '名录!B2': null },
    { bounds: [9, 10], verdict: 'to_verify', reason: '若“名录”第2行“管理方式”补填，且为“登记”或“备案”，则达标。' },
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
    { bounds: [9, 10], verdict: 'to_verify', reason: '若“名录”第7行“组织名称”核实确属社区社会组织，则达标。' },
  ],
  ['G01', '街道的枢纽组织：不计', { '名录!J1': '是否枢纽型', '名录!J2': '是' }, { bounds: [9, 9], verdict: 'unmet' }],
  ['G01', '未登记未备案：不计', { '名录!B2': '未登记未备案' }, { bounds: [9, 9], verdict: 'unmet' }],
  ['V01', '信用代码为高校：只进上界', { '名录!D2': '12100000400009127B' }, { bounds: [4, 5], verdict: 'to_verify' }],
  ['V01', '没有代码一栏：无从核对', { '名录!D': null }, { bounds: [0, 5], verdict: 'to_verify' }],
  [
    'V02',
    '备案号空：只进上界',
    { '名录!F7': null },
    { bounds: [4, 5], verdict: 'to_verify', reason: '若“名录”第7行“备案号”补填，则达标。' },
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
    {
      bounds: [2, 3],
      verdict: 'to_verify',
      reason: '若“服务项目”第2行“承接机构”核实为市民政局确认的承接机构，则达标。',
    },
  ],
  ['S05', '结束日期空：不影响', { '服务项目!G2': null }, { bounds: [3, 3], verdict: 'met' }],
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
    { bounds: [9, 10], verdict: 'to_verify', reason: '若“活动台账”第2行“日期”为2020年10月，则达标。' },
  ],
  ['S09', '日期不存在：只进上界', { '活动台账!A2': '2020.2.30' }, { bounds: [9, 10], verdict: 'to_verify' }],
  ['S09', '整月在窗口内：计入', { '活动台账!A2': '2020年7月底' }, { bounds: [10, 10], verdict: 'met' }],
  ['S09', '约30人：至少 1 人，计入', { '活动台账!D2': '约30人' }, { bounds: [10, 10], verdict: 'met' }],
  ['S09', '人数空：只进上界', { '活动台账!D2': null }, { bounds: [9, 10], verdict: 'to_verify' }],
  ['S10', '参与人数不足', { '志愿者情况!E2': 139 }, { bounds: [139, 139], verdict: 'unmet' }],
  [
    'P01',
    '是而无佐证：待核实',
    { '有无表!F2': null },
    { bounds: [0, 1], verdict: 'to_verify', reason: '若“有无表”第2行“佐证材料名”补填佐证材料，则达标。' },
  ],
  ['P07', '是而无佐证：达标，另行核实', { '有无表!F5': null }, { bounds: [1, 1], verdict: 'met' }],
  ['P07', '筹建中：未达标', { '有无表!C5': '筹建中' }, { bounds: [0, 0], verdict: 'unmet' }],
  [
    'P02',
    '完成日期晚于规定：达标，逾期',
    { '有无表!D3': '2020-08-10' },
    { bounds: [1, 1], verdict: 'met', reason: '2020年8月10日完成，比规定的2020年7月31日逾期 10 天。' },
  ],
  ['P06', '完成日期晚于截止日：按否', { '有无表!D4': '2021-06-10' }, { bounds: [0, 0], verdict: 'unmet' }],
  ['P06', '空白不是否', { '有无表!C4': null }, { verdict: 'missing' }],
  [
    'S07',
    '只有街道一级：未达标（引导类）',
    { '有无表!C15': '否' },
    { bounds: [1, 1], verdict: 'unmet', reason: '未完成（引导类），不触发否决。' },
  ],
  [
    'V04',
    '组织未到 5 家，未成立联合会：条件未成熟',
    { '有无表!C17': '否', '名录!B2': '未登记未备案' },
    { verdict: 'not_applicable', reason: '条件未成熟：依法登记的社区社会组织数尚未达到目标，本项暂不要求。' },
  ],
  ['V04', '组织已到 5 家，未成立联合会', { '有无表!C17': '否' }, { bounds: [0, 0], verdict: 'unmet' }],
  ['O02', '缺县区一级', { '有无表!C23': '否' }, { bounds: [2, 2], verdict: 'unmet' }],
  ['O06', '没有安排资金', { '经费!B2': 0, '经费!B3': 0, '经费!B4': 0 }, { bounds: [0, 0], verdict: 'unmet' }],
  ['M02', '先报送后确认', { '方案!B1': '2020-07-29' }, { bounds: [0, 0], verdict: 'unmet' }],
  ['M02', '没有确认日期', { '方案!B1': null }, { verdict: 'missing' }],
  [
    'M06',
    '有一项逾期',
    { '有无表!D3': '2020-08-10' },
    { bounds: [0, 0], verdict: 'unmet', reason: '规定2020年7月31日（含）前完成，逾期 10 天。' },
  ],
  ['M07', '一项未启动', { '进度!E3': null, '进度!G3': null }, { bounds: [1, 1], verdict: 'unmet' }],
  ['M09', '中期问题未销号', { '整改!G2': '整改中' }, { bounds: [0, 0], verdict: 'unmet' }],
  [
    'S11',
    '服务人群',
    { '服务项目!M1': '服务人群', '服务项目!M2': '特殊老人、残疾人', '服务项目!M3': '居民' },
    {
      bounds: [2, 2],
      verdict: 'reference',
      reason: '尚缺：特扶家庭、社会救助群体、城市流动人口、困境儿童、社区矫正对象。',
    },
  ],
  ['V03', '三类重点组织', {}, { bounds: [2, 2], verdict: 'reference', reason: '尚缺：养老服务。' }],
  ['T04', '四类机制', {}, { bounds: [4, 4], verdict: 'reference' }],
  ['X01', '特色创新', {}, { bounds: [2, 2], verdict: 'reference' }],
  [
    'Q01',
    '目标达标而数据不全：评分不能确定',
    { 有无表: null, 方案: null, 服务项目: null, 志愿者情况: null, 活动台账: null },
    { bounds: [0, 1], verdict: 'to_verify' },
  ],
  ['Q01', '目标全部达标', {}, { bounds: [1, 1], verdict: 'met' }],
  [
    'Q01',
    '持证比例未达标',
    { '花名册!G2': '无', '花名册!H2': null, '花名册!I2': null },
    { bounds: [0, 0], verdict: 'unmet', reason: '未达标：社区工作者持证比例。' },
  ],
  ['Q01', '整改未完成', { '整改!G2': '整改中' }, { bounds: [0, 0], verdict: 'unmet' }],
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
  test('佐证填“无”等于没有佐证：建站待核实，没有方案的项目不计', () => {
    const unplanned = { '服务项目!E2': null, '服务项目!L2': '暂无', '服务项目!E3': null, '服务项目!L3': '没有' };
    const { indicator } = judged(changed({ '有无表!F3': '无', ...unplanned }));
    expect(indicator('P02')).toMatchObject({ verdict: 'to_verify', lower: 0, upper: 1 });
    expect(indicator('S05')).toMatchObject({ numerator: 1, verdict: 'unmet' });
  });
  test.each(['否', '无方案', '没有方案', '×', 0, false])('“有无方案”填“%s”、没有服务方法的，没有方案，不计', (word) => {
    const cells = Object.fromEntries(
      [2, 3].flatMap((row) => [
        [`服务项目!E${row}`, null],
        [`服务项目!L${row}`, word],
      ]),
    );
    const { indicator } = judged(changed({ '服务项目!L1': '有无方案', '服务项目!L4': '有', ...cells }));
    expect(indicator('S05')).toMatchObject({ numerator: 1, upper: 1, verdict: 'unmet' });
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

describe('实名认证数比注册志愿者数多：两数中必有一个不对，核实前不能判定', () => {
  test('注册只有 800、实名写 1400：确定的只有 800，不说达标', () => {
    const { indicator, said } = judged(changed({ '志愿者情况!C2': 800 }));
    expect(said('R071')).toEqual(['R071 志愿者情况!C2']);
    expect(indicator('S08')).toMatchObject({ verdict: 'to_verify', lower: 800, upper: 1400 });
    expect(indicator('S08').reasons[0]).toBe(
      '“志愿者情况”D2 填“1400”，比“注册志愿者数”还多，两数中必有一个不对；请核对后改正。',
    );
  });
  test('两数都够目标，也待核实', () => {
    const { indicator } = judged(changed({ '志愿者情况!C2': 1390 }));
    expect(indicator('S08')).toMatchObject({ verdict: 'to_verify', lower: 1390, upper: 1400 });
  });
  test('参与率以实名认证数为分母，也待核实', () => {
    expect(judged(changed({ '志愿者情况!C2': 800 })).indicator('S10')).toMatchObject({ verdict: 'to_verify' });
  });
});

describe('备注写有终止、取消的，核实前只计入上限', () => {
  const projects = (state: string | null, remark: string) =>
    judged(changed({ '服务项目!M1': '备注', '服务项目!M2': remark, '服务项目!I2': state, 汇总表: null }));
  const activities = (remark: string) =>
    judged(changed({ '活动台账!F1': '备注', '活动台账!F2': remark, 汇总表: null }));

  test.each([null, '实施中'])('项目状态填“%s”，备注写“已终止”', (state) => {
    const { indicator, said } = projects(state, '已终止');
    expect(said('R069')).toEqual(['R069 服务项目!M2']);
    expect(indicator('S05')).toMatchObject({ lower: 2, upper: 3, verdict: 'to_verify' });
  });
  test('没有项目状态一栏，也一样', () => {
    const { indicator, said } = judged(
      changed({ '服务项目!L1': '备注', '服务项目!L2': '项目已终止', '服务项目!I': null }),
    );
    expect(said('R069')).toEqual(['R069 服务项目!K2']);
    expect(indicator('S05').verdict).toBe('to_verify');
  });
  test.each([
    ['已结项', '合同终止'],
    [null, '未终止'],
    [null, '每周入户一次'],
  ])('项目状态填“%s”，备注写“%s”，照样计', (state, remark) => {
    const { indicator, said } = projects(state, remark);
    expect(said('R069')).toEqual([]);
    expect(indicator('S05')).toMatchObject({ lower: 3, verdict: 'met' });
  });
  test('活动写“已取消”', () => {
    const { indicator, said } = activities('因雨，已取消');
    expect(said('R087')).toEqual(['R087 活动台账!F2']);
    expect(indicator('S09')).toMatchObject({ lower: 9, upper: 10, verdict: 'to_verify' });
    expect(indicator('S09').reasons.join()).toContain('“活动台账”第2行“备注”核实确已举办');
  });
  test.each(['取消聚餐', '雨天改为入户', '未取消'])('活动写“%s”，照样计', (remark) => {
    const { indicator, said } = activities(remark);
    expect(said('R087')).toEqual([]);
    expect(indicator('S09').lower).toBe(10);
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

test('M03 报送 2020-08-03：未达标，逾期 3 天', () => {
  const { indicator } = judged(changed({ '方案!B2': '2020-08-03' }), { mode: 'midterm', asOf: '2020-12-15' });
  expect(indicator('M03')).toMatchObject({ verdict: 'unmet', numerator: 0, gap: { amount: 3, unit: '天' } });
  expect(indicator('M03').reasons).toEqual(['规定2020年7月31日（含）前完成，逾期 3 天。']);
  expect(indicator('M03').at).toEqual({ sheet: '方案', address: 'B2' });
});

describe('边界', () => {
  const activities = (count: number) => [
    ['日期', '活动名称', '活动地点', '参与志愿者人数'],
    ...times(count, (n) => [`2020-10-${10 + n}`, '清洁家园', '广场', 12]),
  ];

  test.each([
    [5, 'on_track'],
    [4, 'behind'],
  ])('2020-11-30 已过 183 天（首尾都算），应达 ⌊10×183÷365⌋＝5 场：%s 场', (count, verdict) => {
    const { indicator } = judged({ 基本情况: facts, 活动台账: activities(count) }, { mode: 'midterm' });
    expect(indicator('S09').verdict).toBe(verdict);
  });

  test('截止日之后、窗口之内的活动本期不计', () => {
    const ledger = [...activities(5), ['2020-12-05', '国际志愿者日', '广场', 30]];
    const { indicator, said } = judged({ 基本情况: facts, 活动台账: ledger }, { mode: 'midterm' });
    expect(indicator('S09').numerator).toBe(5);
    expect(said('R084')).toEqual(['R084 活动台账!A7']);
  });

  test('人员类别不明的 1 人可能只进分母：2/4 至 2/3', () => {
    expect(judged(changed({ '花名册!D4': null })).indicator('G03')).toMatchObject({
      numerator: 2,
      denominator: 4,
      lowerDenominator: 4,
      upperDenominator: 3,
    });
  });

  test('不在岗而离岗日期在截止日之后：截止日仍在岗', () => {
    const { indicator } = judged(changed({ '花名册!E4': '否', '花名册!F4': '2021-06-01' }));
    expect(indicator('G03').denominator).toBe(4);
  });

  test('两家组织填同一个无效代码，仍是两家', () => {
    const wrong = '52340403MJA0000294';
    const { indicator } = judged(changed({ '名录!D2': wrong, '名录!D3': wrong }));
    expect(indicator('G01').numerator).toBe(10);
  });

  test('所属社区写作居委会、带街道名，都是本社区；别的社区不是', () => {
    const place = (name: string) =>
      judged(changed({ '名录!J1': '所属社区', '名录!J2': name })).indicator('G01').numerator;
    expect(['春申社区居委会', '洞泉街道春申社区', '春申', '夏集社区、春申社区'].map(place)).toEqual([10, 10, 10, 10]);
    expect(['新春申社区', '夏集社区'].map(place)).toEqual([9, 9]);
  });

  test('没有写明哪一级的一行：至少一级，可能各级都有', () => {
    expect(
      judged(changed({ '有无表!E23': '文件', '有无表!E24': '文件', '有无表!E25': '文件' })).indicator('O02'),
    ).toMatchObject({
      lower: 1,
      upper: 3,
      verdict: 'to_verify',
    });
  });
});

describe('问题的键', () => {
  // As the pane keeps them: tokens are of one check only.
  const keysOf = (sheets: Sheets) => judgedMasked(snapshotOf(sheets), '5e'.repeat(32)).findings.map(({ key }) => key);
  const keys = (cells: Parameters<typeof changed>[0]) => keysOf(changed(cells));

  test('上面插一行，键不变', () => {
    const rows = changed({ '名录!H4': '航天' });
    const inserted = { ...rows, 名录: [...rows.名录!.slice(0, 2), filed('新来队'), ...rows.名录!.slice(2)] };
    expect(keysOf({ ...inserted, 汇总表: [] })).toEqual(keysOf({ ...rows, 汇总表: [] }));
  });
  test('值变了，键就失效；别的格变了，键不变', () => {
    expect(keys({ '名录!H4': '航空航天' })).not.toEqual(keys({ '名录!H4': '航天' }));
    expect(keys({ '名录!H4': '航天', '名录!C4': '社会团体' })).toEqual(keys({ '名录!H4': '航天' }));
  });
  test('两条一样的问题，键不同', () => {
    const rows = [
      ['日期', '活动名称', '参与志愿者人数'],
      ['2020-10-11', '义诊', 0],
      ['2020-10-11', '义诊', 0],
    ];
    const { findings } = judged({ 基本情况: facts, 活动台账: rows });
    const of = findings.filter(({ rule }) => rule === 'R083').map(({ key }) => key);
    expect(of).toHaveLength(2);
    expect(new Set(of).size).toBe(2);
  });
});

test('正好在规定的当天完成：达标，不说逾期', () => {
  const { indicator } = judged(changed({ '有无表!D3': '2020-07-31' }));
  expect(indicator('P02')).toMatchObject({ verdict: 'met', reasons: [] });
  expect(indicator('M06').verdict).toBe('met');
});

describe('中期', () => {
  const { indicator } = judged(changed({ '有无表!C5': '否', '有无表!C14': '否' }), { mode: 'midterm' });
  test('没到期的有无类：进行中', () => {
    expect(indicator('P07')).toMatchObject({ verdict: 'on_track', gap: { amount: 1, unit: '家' } });
  });
  test('到期日就是截止日：照判（M07）', () => {
    expect(indicator('M07').verdict).toBe('met');
  });
  test('示范点资格终期才评', () => {
    expect(indicator('Q01')).toMatchObject({ verdict: 'not_applicable', reasons: ['终期才评定。'] });
  });
});

describe('参考口径', () => {
  const { indicators } = judged(changed({ '基本情况!A8': '户籍人口', '基本情况!B8': 9000 }));
  const basis = (id: string, name: string) => indicators.find((each) => each.id === id && each.basis === name);

  test.each([
    ['G01', '试点期新增', 5, null],
    ['G03', '街道合并', 2, 4],
    ['G04', '街道所有站', 1, 1],
    ['P05', '其中持证', 0, 3],
    ['S08', '户籍人口', 1400, 9000],
    ['S09', '截至2021年2月28日', 10, null],
    ['S09', '活动主题', 10, null],
    ['V01', '试点期新增', 0, null],
    ['V02', '试点期新增', 5, null],
    ['O06', '到位率', 20, 22.5],
  ])('%s %s', (id, name, numerator, denominator) => {
    expect(basis(id, name)).toMatchObject({ verdict: 'reference', gap: null, numerator, denominator });
  });

  test('每个指标只有一个主结果，参考在后', () => {
    const ids = indicators.filter(({ basis }) => basis === undefined).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('只有自报、没有明细：缺数据，旁注自报数', () => {
  const { indicator } = judged(changed({ 花名册: null }));
  expect(indicator('G03').verdict).toBe('missing');
  expect(indicator('G03').reasons).toContain('仅有自报：工作表“汇总表”C6 填“2”，没有明细，不作判定依据。');
});

test('只属于市级的事项不列入社区的结果', () => {
  const ids = new Set(judged(sound, {}, known).indicators.map(({ id }) => id));
  for (const id of ['M01', 'M04', 'M05', 'M08', 'M11', 'O01', 'O03', 'O04']) expect(ids).not.toContain(id);
  expect(ids.size).toBe(51);
});

test('市级名册：遴选和确认按 10 个单位算', () => {
  const { indicator } = judged({
    试点名册: [
      ['县区', '街道（乡镇）', '社区（村）', '承接机构', '市局确认文号'],
      ...times(9, (n) => [`第${n}县`, '一街道', '一社区', '一机构', n < 9 ? `淮民〔2020〕${n}号` : null]),
    ],
  });
  expect(indicator('M01')).toMatchObject({
    numerator: 9,
    denominator: 10,
    verdict: 'unmet',
    gap: { amount: 1, unit: '个' },
  });
  expect(indicator('M04')).toMatchObject({ numerator: 8, denominator: 10, verdict: 'unmet' });
});
