import { expect, test } from 'vitest';
import { national2017 } from '../../../shared/policies/national-2017/policy.ts';
import { provinces2025 } from '../../../shared/policies/provinces-2025/policy.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { citiesBy } from '../../generator/cities.ts';
import { figure, register, workbook } from '../rollup/cities.ts';
import { annexOf, bodyOf, type City, sampleCity, told, wholeOf } from './papers.ts';

const kinds = citiesBy(7);
const reports = { midterm: midtermReport, final: finalReport } as const;
const modes = ['midterm', 'final'] as const;

const every = kinds.flatMap((city) => modes.map((mode) => [city.name, mode, city] as const));

test.each(every)('%s, %s: 没有程序的字样，没有空的数，没有断句，每个数都有来处', (_name, mode, city) => {
  for (const isPublic of [false, true]) {
    const data = told(city, mode, { isPublic });
    const report = reports[mode](data);
    expect(unbound(report, data)).toEqual([]);
    expect(wholeOf(report)).not.toMatch(/undefined|null|NaN|[{}]|\[object|Infinity/);
    const body = bodyOf(report).join('\n');
    expect(body).not.toMatch(/(?<![0-9A-Z])[A-Z]\d{2,3}(?![0-9A-Z])/);
    expect(body).not.toMatch(/[，、；：][，、；：。]|（）|“”|。。|[；，、]$/m);
  }
});

test.each(every.filter(([, mode]) => mode === 'midterm'))('%s: 中期没有到期的目标不说未达标', (_name, mode, city) => {
  const goals = bodyOf(midtermReport(told(city, mode))).filter((line) => /^社区工作者\d+人/.test(line));
  // The made-up evaluations of the generator judge at random; what is said of distances is by the day.
  for (const line of goals) expect(line).not.toMatch(/目标差/);
});

const reportedNone: City = {
  submitted: [register('名册.xlsx', [{ county: 'HN-01', countyName: '寿县', street: '清泉镇', community: '柳塘村' }])],
};

test('没有单位报送：说没有数据，不说达标、不评不比', () => {
  const text = bodyOf(finalReport(told(reportedNone, 'final'))).join('\n');
  expect(text).toContain('应报试点单位1个，实报0个，报送率0.00%。未报送：寿县清泉镇柳塘村');
  expect(text).toContain('没有单位报送，各项指标都没有数据。');
  expect(text).not.toMatch(/达标|应评|建议授予|总体目标全部|推广/);
});

test('分不清是哪个单位的文件：两个可能的都说待核实，不说未报送', () => {
  const line = { street: '望淮街道', community: '锦湖社区' };
  const rows = [
    { ...line, county: 'HN-03', countyName: '田家庵区' },
    { ...line, county: 'HN-07', countyName: '潘集区' },
    { county: 'HN-01', countyName: '寿县', street: '清泉镇', community: '柳塘村' },
  ];
  const one = workbook('甲.xlsx', { unit: { county: null, countyName: null } });
  const data = told({ submitted: [register('名册.xlsx', rows), one] }, 'final');
  const report = finalReport(data);
  expect(unbound(report, data)).toEqual([]);
  const text = bodyOf(report).join('\n');
  expect(text).toContain(
    '应报试点单位3个，实报0个，报送率0.00%。未报送：寿县清泉镇柳塘村（不参与各率计算）。另有2个单位有没有报送待核实，收到的文件分不清是不是它们的：田家庵区望淮街道锦湖社区、潘集区望淮街道锦湖社区。没有可以计入的单位，各项指标都没有数据。',
  );
});

test('没有名册也没有应报单位：不说报送率', () => {
  const { id, name, version } = national2017;
  const one = workbook('甲.xlsx', { policy: { id, name, version }, indicators: [figure('G01', 'met', 10)] });
  const [line] = bodyOf(midtermReport(told({ submitted: [one], policy: national2017 }, 'final'))).filter((each) =>
    each.startsWith('截至'),
  );
  expect(line).toBe('截至2020年12月31日，收到单位报送的工作簿，计入1个单位。');
});

test('只有一个单位：不说都，不评第一', () => {
  const one = workbook('甲.xlsx', {
    indicators: [figure('G01', 'met', 12), figure('G03', 'unmet', 3, 10), figure('S05', 'missing', null)],
  });
  const lines = bodyOf(finalReport(told({ submitted: [one] }, 'final')));
  expect(lines).toContain('城市社区社会组织数（目标不少于10家）：应评的1个单位已达标。');
  expect(lines).toContain(
    '社区工作者10人，其中持证3人，持证率30.00%，距40%目标差10.00个百分点、1人。应评的1个单位没有达标。',
  );
  expect(lines).toContain('社会工作专业服务项目数（目标不少于3个）：应评的1个单位缺数据。');
  expect(lines.join()).not.toMatch(/首位|单位都/);
});

test('合计达到目标，仍有单位没有达到的，两样都说', () => {
  const of = (community: string, numerator: number, verdict: 'met' | 'unmet') =>
    workbook(`${community}.xlsx`, { unit: { community }, indicators: [figure('G03', verdict, numerator, 10)] });
  const lines = bodyOf(finalReport(told({ submitted: [of('甲社区', 7, 'met'), of('乙社区', 2, 'unmet')] }, 'final')));
  expect(lines).toContain(
    '社区工作者20人，其中持证9人，持证率45.00%，达到40%目标。应评的2个单位中，达标1个，占50.00%；未达标1个（田家庵区望淮街道乙社区）。',
  );
});

test('都达标：没有要整改的', () => {
  const one = workbook('甲.xlsx', { mode: 'midterm', indicators: [figure('G01', 'met', 12)] });
  const units = ['HN-01', 'HN-02', 'HN-04', 'HN-05', 'HN-06', 'HN-07', 'HN-08', 'HN-09', 'HN-10'].map((county) =>
    workbook(`${county}.xlsx`, {
      mode: 'midterm',
      unit: { county, countyName: null },
      indicators: [figure('G01', 'met', 12)],
    }),
  );
  const lines = bodyOf(midtermReport(told({ submitted: [one, ...units] }, 'midterm')));
  expect(lines).toContain('没有发现需要整改的问题。');
  expect(lines.join('\n')).not.toMatch(/请于|整改到位/);
});

test.each([
  ['专项资金报了两个县区', 'HN-04', '专项资金：2个单位报送了金额，合计30.5万元；没有报送金额的单位不作零计。'],
  ['同一县区报了两次', 'HN-03', '专项资金：2个单位报送了金额；同一县区有几个单位报送，金额可能重复，不作合计。'],
])('%s', (_name, county, sentence) => {
  const first = workbook('甲.xlsx', { indicators: [figure('O06', 'met', 20)] });
  const second = workbook('乙.xlsx', {
    unit: { county, community: '乙社区' },
    indicators: [figure('O06', 'met', 10.5)],
  });
  expect(wholeOf(finalReport(told({ submitted: [first, second] }, 'final')))).toContain(sentence);
});

test('别的文件：不叫试点，不评分，密度不说百分点', async () => {
  const city = await sampleCity(provinces2025);
  const lines = bodyOf(finalReport(told(city, 'final')));
  const text = lines.join('\n');
  expect(text).not.toMatch(/应报试点|试点背景|示范点|特此报告/);
  expect(text).toContain('每万名常住人口社区工作者数合计11.56人/万人（10/8652），距18人/万人目标差6人。');
});

test('还有单位的数没有核定、可能更多，就不评第一', () => {
  const of = (community: string, numerator: number) =>
    workbook(`${community}.xlsx`, { unit: { community }, indicators: [figure('G01', 'met', numerator)] });
  const open = { ...figure('G01', 'to_verify', 11), upper: 16 };
  const settled = [of('甲社区', 12), of('乙社区', 15)];
  const first = '田家庵区望淮街道乙社区城市社区社会组织数达到15家，在有数据的单位中居首位。';
  const linesOf = (submitted: City['submitted']) => bodyOf(finalReport(told({ submitted }, 'final')));
  expect(linesOf([...settled, of('丙社区', 14)])).toContain(first);
  const unsettled = workbook('丙社区.xlsx', { unit: { community: '丙社区' }, indicators: [open] });
  expect(linesOf([...settled, unsettled]).join()).not.toContain('首位');
});

test.each<[string, readonly (readonly [number, number])[], boolean]>([
  ['只有一个单位有数', [[9, 10]], false],
  [
    '只有两个单位',
    [
      [9, 10],
      [5, 10],
    ],
    false,
  ],
  [
    '三个单位，一个在前',
    [
      [9, 10],
      [5, 10],
      [4, 10],
    ],
    true,
  ],
  [
    '两个一样',
    [
      [9, 10],
      [18, 20],
      [4, 10],
    ],
    false,
  ],
  [
    '印出来一样：都是66.67%',
    [
      [2, 3],
      [66_669, 100_000],
      [4, 10],
    ],
    false,
  ],
])('居首位要几个单位相比、一个独自在前：%s', (_, figures, isTold) => {
  const submitted = figures.map(([numerator, denominator], at) =>
    workbook(`${at}.xlsx`, {
      unit: { community: `${'甲乙丙'[at]}社区` },
      indicators: [figure('G03', 'met', numerator, denominator)],
    }),
  );
  expect(wholeOf(finalReport(told({ submitted }, 'final'))).includes('首位')).toBe(isTold);
});

test('没有应评的指标，附件列出谁没有报送', () => {
  const rows = annexOf(finalReport(told(reportedNone, 'final')), '指标完成情况表');
  expect(rows).toContain('寿县清泉镇柳塘村|未报送');
});

test('单位多、各不相同的，按指标说涉及几个单位，不一个一个列', () => {
  const many = kinds.find(({ name }) => name === 'many units')!;
  const lines = bodyOf(finalReport(told(many, 'final')));
  expect(lines.filter((line) => /没有达到目标的指标：/.test(line))).toHaveLength(1);
  expect(lines.find((line) => line.startsWith('没有达到目标的指标'))).toMatch(/城市社区社会组织数（\d+个单位）/);
});

test('附件表中社区同名的加上街道', () => {
  const of = (street: string, community: string) =>
    workbook(`${street}${community}.xlsx`, { unit: { street, community }, indicators: [figure('G01', 'met', 12)] });
  const submitted = [of('甲街道', '锦湖社区'), of('乙街道', '锦湖社区'), of('乙街道', '松风社区')];
  const rows = annexOf(finalReport(told({ submitted }, 'final')), '指标完成情况表');
  expect(
    rows
      .filter((row) => row.startsWith('田家庵区'))
      .map((row) => row.split('|')[1])
      .sort(),
  ).toEqual(['乙街道锦湖社区', '松风社区', '甲街道锦湖社区']);
});
