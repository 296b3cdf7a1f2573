import { describe, expect, test } from 'vitest';
import type { Indicator, Unit } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { indicator } from '../evaluations.ts';
import { figure, lineOf, register, rolledUp, statesOf, workbook } from './cities.ts';

/** The pilot community of a county of the city. */
const pilot = (county: number): Unit => {
  const { id, name } = huainan2020.register.units[county - 1]!;
  return {
    county: id,
    countyName: name,
    street: `第${county}街道`,
    community: `试点${county}社区`,
    urbanRural: 'urban',
  };
};
const ofCounty = (county: number, ...indicators: readonly Indicator[]) =>
  workbook(`${county}.xlsx`, { unit: pilot(county), indicators });
const certified = (verdict: Indicator['verdict'], numerator: number | null, denominator: number | null) =>
  figure('G03', verdict, numerator, denominator);

describe('three communities with 4/8, 3/10 and 9/30 of nine that reported, of ten', () => {
  const others = [4, 5, 6, 7, 8, 9].map((county) => ofCounty(county, certified('missing', null, null)));
  const city = [
    ofCounty(1, certified('met', 4, 8)),
    ofCounty(2, certified('unmet', 3, 10)),
    ofCounty(3, certified('unmet', 9, 30)),
    ...others,
  ];
  const rollup = rolledUp(city);
  const share = rollup.indicators.find(({ id }) => id === 'G03')!;

  test('are 16/48 together, 4 人 and 6.67 个百分点 below 40 %', () => {
    expect(share.pooled).toMatchObject({ numerator: 16, denominator: 48, value: 16 / 48 });
    expect(share.pooled!.gap).toMatchObject({ amount: 4, unit: '人' });
    expect(share.pooled!.gap!.percentagePoints).toBeCloseTo(6.6667, 3);
  });

  test('one of them reaches the target; the others have no data, which is nothing that is not reached', () => {
    expect(share).toMatchObject({ applicable: 9, met: 1, unmet: 2, to_verify: 0, missing: 6 });
  });

  test('reporting is 9 of 10, and who is missing is in no sum', () => {
    expect(rollup.reporting).toMatchObject({ expected: 10, reported: 9, rate: 0.9, late: null, unexpected: [] });
    expect(rollup.reporting.missing).toEqual([{ county: 'HN-10', street: null, community: null }]);
    expect(rollup.units.at(-1)).toMatchObject({
      key: 'HN-10//',
      file: null,
      state: 'missing',
      verdicts: {},
      score: null,
    });
  });

  test('in whatever order they come', () => {
    expect(rolledUp([...city].reverse())).toEqual(rollup);
  });
});

test('figures to be verified are in the bounds alone', () => {
  const open = indicator({
    id: 'G03',
    verdict: 'to_verify',
    numerator: 3,
    denominator: 10,
    lower: 3,
    upper: 5,
    lowerDenominator: 11,
    upperDenominator: 9,
  });
  const { indicators } = rolledUp([ofCounty(1, certified('unmet', 3, 10)), ofCounty(2, open)]);
  const share = indicators.find(({ id }) => id === 'G03')!;
  expect(share).toMatchObject({ applicable: 2, unmet: 1, to_verify: 1 });
  expect(share.pooled).toMatchObject({ numerator: 3, denominator: 10, open: 0 });
  expect(share.pooled!.bounds).toEqual({ lower: 6, lowerDenominator: 21, upper: 8, upperDenominator: 19 });
});

test('a unit that is certainly below the target, by how much is not certain: in the sum with the least, and counted as open', () => {
  const perhaps = { ...certified('unmet', 2, 8), upper: 3 };
  const { indicators } = rolledUp([ofCounty(1, certified('unmet', 3, 10)), ofCounty(2, perhaps)]);
  const { pooled } = indicators.find(({ id }) => id === 'G03')!;
  expect(pooled).toMatchObject({ numerator: 5, denominator: 18, open: 1 });
  expect(pooled!.bounds).toEqual({ lower: 5, lowerDenominator: 18, upper: 6, upperDenominator: 18 });
});

test('a share together that just reaches 40 % has no gap, one below has one person', () => {
  const shareOf = (numerator: number) =>
    rolledUp([ofCounty(1, certified('met', 10, 20)), ofCounty(2, certified('unmet', numerator, 80))]).indicators.find(
      ({ id }) => id === 'G03',
    )!.pooled!;
  expect(shareOf(30).gap).toBeNull();
  expect(shareOf(29).gap).toEqual({ amount: 1, unit: '人', percentagePoints: 1 });
});

test('counts have no pooled share', () => {
  const { indicators } = rolledUp([ofCounty(1, figure('G01', 'met', 12))]);
  expect(indicators.find(({ id }) => id === 'G01')).toMatchObject({ met: 1, pooled: null });
});

test('what does not hold for a unit, or is only for reference, is not applicable to it', () => {
  const { indicators } = rolledUp([
    ofCounty(1, figure('G01', 'not_applicable', null), figure('V01', 'reference', 3)),
    ofCounty(2, figure('G01', 'unmet', 9), figure('V01', 'met', 5)),
  ]);
  expect(indicators.find(({ id }) => id === 'G01')).toMatchObject({ applicable: 1, met: 0, unmet: 1, missing: 0 });
  expect(indicators.find(({ id }) => id === 'V01')).toMatchObject({ applicable: 1, met: 1 });
});

test('other calibres of an indicator are not added to it', () => {
  const street = { ...certified('reference', 90, 100), basis: '街道合并' };
  const { indicators } = rolledUp([ofCounty(1, certified('unmet', 3, 10), street)]);
  expect(indicators.find(({ id }) => id === 'G03')!.pooled).toMatchObject({ numerator: 3, denominator: 10 });
});

test('another calibre stands for none where the figure itself is not there', () => {
  const { indicators } = rolledUp([ofCounty(1, { ...certified('met', 9, 10), basis: '街道合并' })]);
  expect(indicators.find(({ id }) => id === 'G03')).toMatchObject({ applicable: 0, met: 0, pooled: null });
});

test('at mid-term the picture is of 进展: what is under way is never counted as unmet', () => {
  const midterm = (county: number, one: Indicator) =>
    workbook(`${county}.xlsx`, { unit: pilot(county), mode: 'midterm', indicators: [one] });
  const rollup = rolledUp([midterm(1, certified('on_track', 3, 10)), midterm(2, certified('behind', 1, 10))]);
  expect(rollup).toMatchObject({ mode: 'midterm', asOf: '2020-11-30' });
  const share = rollup.indicators.find(({ id }) => id === 'G03')!;
  expect(share).toMatchObject({ applicable: 2, unmet: 0, on_track: 1, behind: 1 });
  expect(share.pooled).toMatchObject({ numerator: 4, denominator: 20, gap: { amount: 4, unit: '人' } });
});

test('the evaluation of most files is rolled up, of as many the final one', () => {
  const of = (mode: 'midterm' | 'final', county: number) =>
    workbook(`${mode}${county}.xlsx`, { unit: pilot(county), mode });
  expect(rolledUp([of('midterm', 1), of('midterm', 2), of('final', 3)]).mode).toBe('midterm');
  expect(rolledUp([of('midterm', 1), of('final', 2)]).mode).toBe('final');
  expect(rolledUp([of('midterm', 1)], { mode: 'final', asOf: '2021-06-30' })).toMatchObject({
    mode: 'final',
    asOf: '2021-06-30',
  });
});

test('files of the other evaluation stand by, in no count', () => {
  const final = workbook('a.xlsx', { unit: pilot(1), indicators: [certified('met', 5, 10)] });
  const before = workbook('b.xlsx', { unit: pilot(2), mode: 'midterm', indicators: [certified('met', 9, 10)] });
  const rollup = rolledUp([final, before], { mode: 'final' });
  expect(statesOf(rollup)).toEqual({ 'a.xlsx': 'reported', 'b.xlsx': 'other_time' });
  expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({ applicable: 1, met: 1 });
  expect(rollup.reporting).toMatchObject({ reported: 1 });
  // The unit's file and its absence stand together.
  const ofSecond = rollup.units.filter(({ unit }) => unit.county === 'HN-02').map(({ state }) => state);
  expect(ofSecond.sort()).toEqual(['missing', 'other_time']);
});

test('a file that cannot be read stops nothing and counts nowhere', () => {
  const rollup = rolledUp([{ file: '坏.xlsx', problem: '这个文件不是 .xlsx 工作簿。' }, ofCounty(1)]);
  expect(lineOf(rollup, '坏.xlsx')).toMatchObject({ state: 'unreadable', because: '这个文件不是 .xlsx 工作簿。' });
  expect(rollup.reporting.reported).toBe(1);
});

test('verdicts by another policy, or of another evaluation than a person says, count nowhere until judged again', () => {
  const other = workbook('a.xlsx', {
    unit: pilot(1),
    policy: { id: 'national-2017', name: '全国', version: '2017.1' },
    indicators: [certified('met', 9, 10)],
  });
  const final = workbook('b.xlsx', { unit: pilot(2), indicators: [certified('unmet', 1, 10)] });
  const rollup = rolledUp([other, final], { mode: 'midterm', files: { 'b.xlsx': { time: 'midterm' } } });
  expect(statesOf(rollup)).toEqual({ 'a.xlsx': 'unreadable', 'b.xlsx': 'unreadable' });
  expect(lineOf(rollup, 'a.xlsx').because).toMatch(/全国.*重新判定/);
  expect(lineOf(rollup, 'b.xlsx').because).toMatch(/按终期判定的，请按中期重新判定/);
  expect(rollup.reporting.reported).toBe(0);
  expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({ applicable: 0, pooled: null });
});

test('nobody reported: every unit is missing, and there is no share', () => {
  const rollup = rolledUp([]);
  expect(rollup.reporting).toMatchObject({ expected: 10, reported: 0, rate: 0 });
  expect(rollup.units.map(({ key }) => key)).toEqual(huainan2020.register.units.map(({ id }) => `${id}//`));
  expect(rollup.ranking).toEqual([]);
  expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({ applicable: 0, missing: 0, pooled: null });
});

describe('a register of units', () => {
  const rows = [
    { county: 'HN-01', countyName: '寿县', street: '第1街道', community: '试点1社区', received: '2020-12-03' },
    { county: 'HN-02', countyName: '凤台县', street: '第2街道', community: '试点2社区', received: '2020-12-08' },
    { county: 'HN-03', countyName: '田家庵区', street: '第3街道', community: '试点3社区' },
  ];

  test('says who is expected; who is not in it is told', () => {
    const rollup = rolledUp([register('名册.xlsx', rows), ofCounty(1), ofCounty(2), ofCounty(4)]);
    expect(rollup.reporting).toEqual({
      expected: 3,
      reported: 2,
      rate: 2 / 3,
      late: null,
      missing: [{ county: 'HN-03', street: '第3街道', community: '试点3社区' }],
      unclear: [],
      unexpected: ['HN-04/第4街道/试点4社区'],
    });
    expect(statesOf(rollup)['名册.xlsx']).toBe('register');
  });

  test('says when they handed in, unless a person does; late is who first came after the day', () => {
    const rollup = rolledUp([register('名册.xlsx', rows), ofCounty(1), ofCounty(2), ofCounty(3)], {
      due: '2020-12-05',
      files: { '1.xlsx': { received: '2020-12-06' } },
    });
    const received = ['1.xlsx', '2.xlsx', '3.xlsx'].map((file) => [
      lineOf(rollup, file).received,
      lineOf(rollup, file).late,
    ]);
    expect(received).toEqual([
      [{ first: '2020-12-06', last: '2020-12-06' }, true],
      [{ first: '2020-12-08', last: '2020-12-08' }, true],
      [null, null],
    ]);
    expect(rollup.reporting.late).toBe(2);
  });

  test('gives the order within a county', () => {
    const village = (community: string) => ({ countyName: '寿县', street: '清泉镇', community });
    const lines = register('名册.xlsx', ['丙村', '甲村', '乙村'].map(village));
    const unit = { county: 'HN-01', countyName: '寿县', street: '清泉镇' };
    const files = ['甲村', '丁村'].map((community) => workbook(`${community}.xlsx`, { unit: { ...unit, community } }));
    const order = rolledUp([lines, ...files]).units.map(({ unit: { community } }) => community);
    expect(order).toEqual(['丙村', '甲村', '乙村', '丁村', null]);
  });

  test('a register that has fewer lines than there are files never makes a rate above 1', () => {
    const rollup = rolledUp([register('名册.xlsx', rows.slice(0, 1)), ofCounty(1), ofCounty(2), ofCounty(3)]);
    expect(rollup.reporting).toMatchObject({ expected: 1, reported: 1, rate: 1 });
    expect(rollup.reporting.unexpected).toHaveLength(2);
  });

  test('a line of a county alone is met by any workbook of the county', () => {
    const rollup = rolledUp([register('名册.xlsx', [{ countyName: '寿县' }, { countyName: '凤台' }]), ofCounty(1)]);
    expect(rollup.reporting).toMatchObject({ expected: 2, reported: 1, unexpected: [] });
    expect(rollup.reporting.missing).toEqual([{ county: 'HN-02', street: null, community: null }]);
  });

  test('in a community’s own workbook says nothing of who is expected, and that is told', () => {
    const { joins, ...own } = ofCounty(1, certified('met', 5, 10));
    const lines = register('', rows).joins!.register;
    // The form has no name of the community; that of the file has.
    const nameless = { ...joins!.facts, community: null };
    const rollup = rolledUp([{ ...own, joins: { ...joins!, facts: nameless, register: lines } }]);
    expect(statesOf(rollup)).toEqual({ '1.xlsx': 'reported' });
    expect(rollup.reporting).toMatchObject({ expected: 10, reported: 1 });
    expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({ met: 1 });
    expect(lineOf(rollup, '1.xlsx').because).toMatch(/没有当作全市的名册/);
  });

  test('has a label of a community somewhere, and is none', () => {
    const { joins, ...own } = register('名册.xlsx', rows);
    const community = { text: '望淮社区', at: { sheet: '说明', address: 'B2' } };
    const rollup = rolledUp([{ ...own, joins: { ...joins!, facts: { ...joins!.facts, community } } }]);
    expect(statesOf(rollup)).toEqual({ '名册.xlsx': 'register' });
    expect(rollup.reporting.expected).toBe(3);
  });

  describe('expects a unit once, however its lines write it', () => {
    const jinhuLine = { countyName: '田家庵区', street: '望淮街道', community: '锦湖社区' };
    test.each<[string, object]>([
      ['without the street', { countyName: '田家庵区', community: '锦湖社区' }],
      ['the street without its kind', { ...jinhuLine, street: '望淮' }],
      ['the community without its kind', { ...jinhuLine, community: '锦湖' }],
      ['the residents’ committee', { ...jinhuLine, community: '锦湖社区居委会' }],
      ['province and city before the county', { ...jinhuLine, countyName: '安徽省淮南市田家庵区' }],
      ['no county, as its cells are merged', { ...jinhuLine, countyName: null }],
    ])('%s', (_, other) => {
      for (const lines of [
        [jinhuLine, { ...other, received: '2020-12-03' }],
        [{ ...other, received: '2020-12-03' }, jinhuLine],
      ]) {
        const rollup = rolledUp([
          register('a.xlsx', lines.slice(0, 1)),
          register('b.xlsx', lines.slice(1)),
          workbook('1.xlsx'),
        ]);
        expect(rollup.reporting).toMatchObject({ expected: 1, reported: 1, missing: [], unexpected: [] });
        expect(lineOf(rollup, '1.xlsx')).toMatchObject({
          key: 'HN-03/望淮街道/锦湖社区',
          received: { first: '2020-12-03', last: '2020-12-03' },
        });
      }
    });

    test('but two communities of that name twice', () => {
      const lines = [jinhuLine, { ...jinhuLine, street: '洞山街道' }, { ...jinhuLine, countyName: '谢家集区' }];
      expect(rolledUp([register('名册.xlsx', lines)]).reporting.expected).toBe(3);
    });
  });

  test('kept without its words it is no workbook of a unit', () => {
    const kept = register('名册.xlsx', rows);
    const table = { id: 'W00', sheet: '名册', address: 'A1:J4', headerRows: [1], rows: 3, columns: [] };
    const evaluation = { ...kept.evaluation, tables: [{ ...table, kind: 'full' as const, community: null }] };
    const rollup = rolledUp([{ ...kept, evaluation, joins: null }]);
    expect(statesOf(rollup)).toEqual({ '名册.xlsx': 'register' });
    expect(rollup.questions).toEqual([]);
    expect(rollup.reporting.expected).toBe(10);
  });
});
