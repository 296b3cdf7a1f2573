/** The worked cases of the domain specification (§6): given rows, expected figures and verdicts. */
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../../shared/model.ts';
import {
  facts,
  filed,
  judged,
  organisationHeadings,
  organisations,
  registered,
  snapshotOf,
  times,
} from './workbooks.ts';

const workerHeadings = ['姓名', '人员类别', '社会工作者职业水平证书', '证书管理号'];
const worker = (name: string, cert: string, kind = '专职社区工作者') => [
  name,
  kind,
  cert,
  cert === '无' ? null : 'GLH0001',
];

describe('CASE-01 城市社区：备案后转登记重复列示', () => {
  const { indicator, said } = judged({
    基本情况: facts,
    社会组织名录: organisations(
      ...times(6, (n) => registered(`登记组织${n}`)),
      filed('登记组织6', '2018-05-06'),
      ...times(4, (n) => filed(`备案组织${n}`)),
    ),
  });

  test('G01 去重后 10 家，达标', () => {
    expect(indicator('G01')).toMatchObject({ numerator: 10, lower: 10, upper: 10, verdict: 'met', gap: null });
  });
  test('V01 登记 6 家，达标', () => {
    expect(indicator('V01')).toMatchObject({ numerator: 6, verdict: 'met', gap: null });
  });
  test('V02 备案 4 家，未达标，差 1 家', () => {
    expect(indicator('V02')).toMatchObject({ numerator: 4, verdict: 'unmet', gap: { amount: 1, unit: '家' } });
  });
  test('转登记的一对只提示核实，别无他错', () => {
    expect(said()).toEqual(['R021 社会组织名录!A8']);
  });
});

test('CASE-03 持证比例：一人两证、地方证、派驻社工：3/10，差 1 人、10 个百分点', () => {
  const { indicator } = judged({
    花名册: [
      workerHeadings,
      worker('甲', '助理、社会工作师'),
      worker('乙', '助理'),
      worker('丙', '社会工作师'),
      worker('丁', '省级社会工作员'),
      ...['戊', '己', '庚', '辛', '壬', '癸'].map((name) => worker(name, '无')),
      worker('子', '助理', '机构派驻社工'),
      worker('丑', '社会工作师', '机构派驻社工'),
    ],
  });
  const g03 = indicator('G03');
  expect(g03).toMatchObject({ numerator: 3, denominator: 10, value: 0.3, verdict: 'unmet' });
  expect(g03.gap).toEqual({ amount: 1, unit: '人', percentagePoints: 10 });
});

test('CASE-06 注册率 15.96%，不因四舍五入判达标：差 4 人、0.04 个百分点', () => {
  const { indicator } = judged({
    志愿者情况: [
      ['社区', '常住人口', '注册志愿者数', '其中：实名认证数'],
      ['春申社区', 10000, 1596, 1596],
    ],
  });
  const s08 = indicator('S08');
  expect(s08).toMatchObject({ numerator: 1596, denominator: 10000, value: 0.1596, verdict: 'unmet' });
  expect(s08.gap).toMatchObject({ amount: 4, unit: '人' });
  expect(s08.gap?.percentagePoints).toBeCloseTo(0.04, 10);
});

describe('CASE-09 中期：2020-12-15 截止，未到期指标不判未达标', () => {
  const { indicator } = judged(
    {
      基本情况: facts,
      活动台账: [
        ['日期', '活动名称', '活动地点', '参与志愿者人数'],
        ...times(6, (n) => [`2020-10-0${n}`, `清洁家园${n}`, '社区广场', 12]),
      ],
      服务项目: [
        ['项目编号', '项目名称', '承接机构', '开始日期', '服务人次', '项目状态', '佐证'],
        ['X1', '为老服务', '淮南市和谐社会工作服务中心', '2021-01-05', 0, '拟立项', '方案'],
      ],
      微公益创投: [['活动名称', '日期', '征集数', '入围数', '立项数', '本社区项目数'], ['尚未举办']],
      花名册: [
        workerHeadings,
        worker('甲', '初级'),
        worker('乙', '中级'),
        ...['丙', '丁', '戊', '己', '庚'].map((name) => worker(name, '无')),
      ],
    },
    { mode: 'midterm', asOf: '2020-12-15' },
  );
  test('活动 6 场，应达 5.42，进行中（正常）', () => {
    expect(indicator('S09')).toMatchObject({ numerator: 6, verdict: 'on_track', gap: { amount: 4, unit: '个' } });
  });
  test('项目 0 个，应达 1.63，进行中（滞后）', () => {
    expect(indicator('S05')).toMatchObject({ numerator: 0, verdict: 'behind', gap: { amount: 3, unit: '个' } });
  });
  test('创投 0 次，应达 0.54，进行中（正常）', () => {
    expect(indicator('S06')).toMatchObject({ numerator: 0, verdict: 'on_track', gap: { amount: 1, unit: '次' } });
  });
  test('持证 2/7，进行中，差 1 人', () => {
    expect(indicator('G03')).toMatchObject({ numerator: 2, denominator: 7, verdict: 'on_track', gap: { amount: 1 } });
  });
});

describe('CASE-12 汇总：合并比率不取简单平均，未报送不当 0', () => {
  const certified: readonly (readonly [community: string, certified: number, workers: number])[] = [
    ['甲社区', 4, 8],
    ['乙社区', 3, 10],
    ['丙社区', 9, 30],
  ];
  const of = (indicators: readonly Indicator[], id: string, basis: string) =>
    indicators.find((each) => each.id === id && each.basis === basis);

  describe('一张花名册列三个社区，没有写明试点社区', () => {
    const rows = certified.flatMap(([community, some, all]) =>
      times(all, (n) => [...worker(`${community}${n}`, n <= some ? '初级' : '无'), community]),
    );
    const { indicator, indicators } = judged({ 花名册: [[...workerHeadings, '所属社区'], ...rows] });

    test('合并 16/48＝33.33%，不是平均 36.67%；差 4 人、6.67 个百分点', () => {
      const g03 = indicator('G03');
      expect(g03).toMatchObject({ numerator: 16, denominator: 48, verdict: 'unmet', scope: 'street' });
      expect(g03.value).toBeCloseTo(0.3333, 4);
      expect(g03.gap).toMatchObject({ amount: 4, unit: '人' });
      expect(g03.gap?.percentagePoints).toBeCloseTo(6.67, 2);
      expect(g03.reasons).toEqual([
        '按 3 个社区合并计算：分子合计除以分母合计，不取各社区比率的平均；没有报送的社区不计入。',
      ]);
    });
    test('达标的社区 1/3', () => {
      expect(of(indicators, 'G03', '达标社区数')).toMatchObject({ numerator: 1, denominator: 3, verdict: 'reference' });
    });
  });

  describe('县区汇总表只有自报数：仅供参考', () => {
    const { indicator, indicators } = judged({
      汇总表: [
        ['街道', '社区', '社区工作者总数', '持证人数'],
        ...certified.map(([community, some, all]) => ['洞泉街道', community, all, some]),
        ['洞泉街道', '丁社区', null, null],
      ],
    });
    test('明细没有报，缺数据', () => {
      expect(indicator('G03').verdict).toBe('missing');
    });
    test('自报合并 16/48，没有填的丁社区不当 0', () => {
      expect(of(indicators, 'G03', '各社区自报合并')).toMatchObject({
        numerator: 16,
        denominator: 48,
        reasons: expect.arrayContaining(['合并后距目标差 4人、6.67个百分点。']),
      });
      expect(of(indicators, 'G03', '自报达标社区数')).toMatchObject({ numerator: 1, denominator: 3 });
    });
  });

  test('志愿者注册率：Σ实名÷Σ常住，未报的社区不进分母', () => {
    const { indicator, indicators } = judged({
      志愿者情况: [
        ['社区', '常住人口', '注册志愿者数', '其中：实名认证数'],
        ['甲社区', 1000, 200, 200],
        ['乙社区', 2000, 250, 250],
        ['丙社区', 3000, null, null],
      ],
    });
    expect(indicator('S08')).toMatchObject({
      numerator: 450,
      denominator: 3000,
      verdict: 'unmet',
      gap: { amount: 30 },
    });
    expect(of(indicators, 'S08', '达标社区数')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('市级名册：应报 10 个，实报 9 个，报送率 90%；退回的也已报送', () => {
    const status = (n: number) => (n === 10 ? '未报' : n === 9 ? '退回' : '已上报');
    const { indicators } = judged({
      试点名册: [
        ['县区', '街道（乡镇）', '社区（村）', '承接机构', '报送状态'],
        ...times(10, (n) => [`第${n}县`, '一街道', `第${n}社区`, '一机构', status(n)]),
      ],
    });
    expect(indicators.find(({ name }) => name === '试点单位报送率')).toMatchObject({
      numerator: 9,
      denominator: 10,
      value: 0.9,
      scope: 'city',
      verdict: 'reference',
    });
  });
});

test('CASE-14 信用代码校验不过：登记数 4～5 家，待核实', () => {
  const rows = times(4, (n) => registered(`登记组织${n}`));
  const { indicator, said, finding } = judged({
    基本情况: facts,
    社会组织名录: organisations(...rows, registered('夕阳红服务中心', '52340403MJA0000294')),
  });
  const v01 = indicator('V01');
  expect(v01).toMatchObject({ numerator: 4, lower: 4, upper: 5, verdict: 'to_verify' });
  expect(v01.gap).toEqual({ amount: 1, amountMin: 0, unit: '家' });
  expect(v01.reasons).toEqual(['若“社会组织名录”第6行“统一社会信用代码”核对后为有效代码，则达标。']);
  expect(v01.evidence).toContainEqual({ sheet: '社会组织名录', address: 'D6', role: 'undecided' });
  expect(said()).toEqual(['R024 社会组织名录!D6']);
  expect(finding('R024')).toMatchObject({
    severity: 'error',
    value: '52340403MJA0000294',
    field: 'uscc',
    table: 'W02',
  });
});

describe('补充边界', () => {
  const volunteers = (population: number | null, registered: number, participants: number) => ({
    志愿者情况: [
      ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与过活动的注册志愿者人数'],
      ['春申社区', population, registered, registered, participants],
    ],
  });

  test.each([0, null])('常住人口 %s：缺数据，不除以零', (population) => {
    expect(judged(volunteers(population, 1500, 200)).indicator('S08')).toMatchObject({
      verdict: 'missing',
      numerator: null,
      denominator: null,
      value: null,
    });
  });

  test('社区工作者 0 人：缺数据', () => {
    const { indicator } = judged({ 花名册: [workerHeadings, worker('子', '助理', '机构派驻社工')] });
    expect(indicator('G03')).toMatchObject({ verdict: 'missing', value: null });
    expect(indicator('G03').reasons[0]).toMatch(/没有一条可计入分母/);
  });

  test('注册多于常住：强制', () => {
    expect(judged(volunteers(1000, 1001, 200)).finding('R074').severity).toBe('error');
  });

  test('参与人数多于注册：强制', () => {
    expect(judged(volunteers(8642, 1500, 1501)).finding('R072').severity).toBe('error');
  });

  const roster = organisations(
    ...times(4, (n) => registered(`登记组织${n}`)),
    ...times(5, (n) => filed(`备案组织${n}`)),
  );

  test.each(['合计', '合　计', '总 计：', '小计', '累计'])('“%s”行不是一家组织', (word) => {
    const { indicator, said } = judged({ 基本情况: facts, 名录: [...roster, [word, 9]] });
    expect(indicator('G01').numerator).toBe(9);
    expect(said('R022')).toEqual([]);
  });

  test('表头在下一页重复：不是一家组织，后面的照计', () => {
    const [headings, ...lines] = roster;
    const { indicator, said } = judged({
      基本情况: facts,
      名录: [headings!, ...lines.slice(0, 4), headings!, ...lines.slice(4)],
    });
    expect(indicator('G01').numerator).toBe(9);
    expect(said('R022')).toEqual([]);
  });

  test('隐藏的行、列照计，并提示', () => {
    const snapshot = snapshotOf({ 基本情况: facts, 名录: roster });
    const sheets = snapshot.sheets.map((sheet) =>
      sheet.name === '名录' ? { ...sheet, hiddenRows: [3], hiddenColumns: ['B'] } : sheet,
    );
    const { indicator, finding } = judged({ ...snapshot, sheets });
    expect(indicator('G01').numerator).toBe(9);
    expect(finding('N041')).toMatchObject({ severity: 'note', at: { sheet: '名录' } });
  });

  test('同名不同社区的组织不去重', () => {
    const headings = [...organisationHeadings, '所属社区'];
    const named = (community: string) => [...filed('夕阳红志愿服务队'), community];
    const { said } = judged({ 基本情况: facts, 名录: [headings, named('春申社区'), named('夏集社区')] });
    expect(said('R021')).toEqual([]);
    expect(judged({ 基本情况: facts, 名录: [headings, named('春申社区'), named('春申社区')] }).said('R021')).toEqual([
      'R021 名录!A3',
    ]);
  });
});
