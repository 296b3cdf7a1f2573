import { describe, expect, test } from 'vitest';
import type { RollupOptions } from '../../../shared/model.ts';
import { finding } from '../evaluations.ts';
import { figure, lineOf, rolledUp, statesOf, type Workbook, workbook } from './cities.ts';

/** The path that counts, and whether a person is asked. */
function counting(files: readonly Workbook[], options?: RollupOptions) {
  const rollup = rolledUp(files, options);
  expect(rolledUp([...files].reverse(), options)).toEqual(rollup);
  const counts = rollup.units.filter(({ state }) => state === 'reported').map(({ file }) => file);
  expect(counts).toHaveLength(1);
  return { counts: counts[0], isAsked: rollup.questions.some(({ ask }) => ask === 'version'), rollup };
}

const filled = (file: string, day?: string) => workbook(file, day === undefined ? {} : { filled: day });
const called = (...names: readonly string[]) => names.map((name) => workbook(`${name}.xlsx`));

describe('of several versions of one unit and time', () => {
  test('the one filled in last counts, whatever the names say', () => {
    const { counts, isAsked, rollup } = counting([filled('a第2版.xlsx', '2021-05-01'), filled('b.xlsx', '2021-05-12')]);
    expect({ counts, isAsked }).toEqual({ counts: 'b.xlsx', isAsked: false });
    expect(lineOf(rollup, 'a第2版.xlsx')).toMatchObject({ state: 'superseded', because: 'b.xlsx' });
  });

  test('a day of filling that only one of them has tells nothing: the names do', () => {
    expect(counting([filled('锦湖.xlsx', '2021-05-12'), filled('锦湖_v2.xlsx')]).counts).toBe('锦湖_v2.xlsx');
  });

  test.each([
    [['锦湖_v1', '锦湖_v2'], '锦湖_v2'],
    [['锦湖V9', '锦湖V10'], '锦湖V10'],
    [['锦湖', '锦湖_v2'], '锦湖_v2'],
    [['锦湖第二版', '锦湖第三版', '锦湖第一版'], '锦湖第三版'],
    [['锦湖第九版', '锦湖第十版', '锦湖第十一版'], '锦湖第十一版'],
    [['锦湖第二十版', '锦湖第十九版'], '锦湖第二十版'],
    [['锦湖第99版', '锦湖第九十八版'], '锦湖第99版'],
    [['锦湖', '锦湖（2）'], '锦湖（2）'],
    [['锦湖未修改', '锦湖修改'], '锦湖修改'],
    [['锦湖_第三次修订稿', '锦湖_第二次修订稿'], '锦湖_第三次修订稿'],
    [['锦湖', '锦湖修订'], '锦湖修订'],
    [['锦湖修改稿', '锦湖定稿', '锦湖初稿'], '锦湖定稿'],
    [['锦湖初稿', '锦湖'], '锦湖'],
    [['锦湖_20201201', '锦湖_20201215'], '锦湖_20201215'],
    [['锦湖2020-12-1', '锦湖2020.11.30'], '锦湖2020-12-1'],
    [['HN-03_锦湖社区_202011', 'HN-03_锦湖社区_202011_v2'], 'HN-03_锦湖社区_202011_v2'],
    [['甲/锦湖', '乙/锦湖修订'], '乙/锦湖修订'],
  ])('without days the names tell: %j', (names, expected) => {
    const { counts, isAsked } = counting(called(...names));
    expect({ counts, isAsked }).toEqual({ counts: `${expected}.xlsx`, isAsked: false });
  });

  test.each([
    [['甲', '乙']],
    [['锦湖_v2', '锦湖定稿']],
    [['锦湖_v2', '锦湖_v2修']],
    [['锦湖', '锦湖_20201215']],
    [['锦湖第百版', '锦湖第三版']],
    [['锦湖第廿一版', '锦湖']],
    [['锦湖', '锦湖未修改']],
    [['锦湖', '锦湖_未定稿']],
    [['一/锦湖', '二/锦湖']],
    [['锦湖_202011', '锦湖_202012']],
    [['锦湖_20201301', '锦湖_20201201']],
  ])('where names tell nothing, or not the same, it is asked: %j', (names) => {
    expect(counting(called(...names)).isAsked).toBe(true);
  });

  const goals = (file: string, met: number) =>
    workbook(file, {
      indicators: ['G01', 'G03', 'G04'].map((id, at) => figure(id, at < met ? 'met' : 'unmet', at < met ? 10 : 1)),
    });

  test('meanwhile the one that reaches fewer goals is taken, never the better in silence', () => {
    const { counts, rollup } = counting([goals('a.xlsx', 3), goals('b.xlsx', 1), goals('c.xlsx', 2)]);
    expect(counts).toBe('b.xlsx');
    expect(rollup.questions).toEqual([
      { ask: 'version', key: 'HN-03/望淮街道/锦湖社区', time: 'final', files: ['b.xlsx', 'c.xlsx', 'a.xlsx'] },
    ]);
    expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({ applicable: 1, met: 0, unmet: 1 });
  });

  test('of as many the first by name', () => {
    expect(counting([goals('b.xlsx', 1), goals('a.xlsx', 1)]).counts).toBe('a.xlsx');
  });

  test('the one that a person chose counts, and nothing is asked', () => {
    const chosen = { 'HN-03/望淮街道/锦湖社区 final': 'a.xlsx' };
    const { counts, isAsked, rollup } = counting([goals('a.xlsx', 3), goals('b.xlsx', 1)], { chosen });
    expect({ counts, isAsked }).toEqual({ counts: 'a.xlsx', isAsked: false });
    expect(lineOf(rollup, 'a.xlsx').returned).toBe(1);
  });

  test('also where an earlier one was chosen', () => {
    const chosen = { 'HN-03/望淮街道/锦湖社区 final': 'a.xlsx' };
    const files = [filled('a.xlsx', '2021-05-01'), filled('b.xlsx', '2021-05-12')];
    expect(counting(files, { chosen }).counts).toBe('a.xlsx');
  });

  test('a choice of a file that is gone is as none', () => {
    const chosen = { 'HN-03/望淮街道/锦湖社区 final': '旧.xlsx' };
    expect(counting(called('锦湖_v1', '锦湖_v2'), { chosen }).counts).toBe('锦湖_v2.xlsx');
  });
});

describe('the same data twice', () => {
  const twice = [workbook('a.xlsx', { dataHash: 'sha256:1' }), workbook('b.xlsx', { dataHash: 'sha256:1' })];

  test('is a duplicate, about which nothing is asked', () => {
    const { counts, isAsked, rollup } = counting(twice);
    expect({ counts, isAsked }).toEqual({ counts: 'a.xlsx', isAsked: false });
    expect(lineOf(rollup, 'b.xlsx')).toMatchObject({ state: 'duplicate', because: 'a.xlsx', returned: 0 });
    expect(rollup.reporting.reported).toBe(1);
  });

  test('of an earlier version, it yields to the one that counts, too', () => {
    const { rollup } = counting([...twice, workbook('c_v2.xlsx')]);
    expect(statesOf(rollup)).toEqual({ 'a.xlsx': 'superseded', 'b.xlsx': 'duplicate', 'c_v2.xlsx': 'reported' });
    expect(lineOf(rollup, 'b.xlsx').because).toBe('c_v2.xlsx');
    expect(lineOf(rollup, 'c_v2.xlsx').returned).toBe(1);
  });

  test('of two units are two workbooks', () => {
    const other = workbook('b.xlsx', { dataHash: 'sha256:1', unit: { community: '乙社区' } });
    expect(statesOf(rolledUp([twice[0]!, other]))).toEqual({ 'a.xlsx': 'reported', 'b.xlsx': 'reported' });
  });

  test('at mid-term and at the end are no duplicates', () => {
    const before = workbook('b.xlsx', { dataHash: 'sha256:1', mode: 'midterm' });
    expect(statesOf(rolledUp([twice[0]!, before], { mode: 'final' }))).toEqual({
      'a.xlsx': 'reported',
      'b.xlsx': 'other_time',
    });
  });
});

describe('from version to version', () => {
  const first = workbook('v1.xlsx', {
    indicators: [figure('G01', 'unmet', 9), figure('G03', 'unmet', 3, 10), figure('P03', 'met', 2)],
    explained: ['key of a gap in a name', 'key of what was put right'],
    findings: [finding({ key: 'key of what was put right', severity: 'warning' })],
  });
  const second = workbook('v2.xlsx', {
    indicators: [figure('G01', 'met', 10), figure('G03', 'unmet', 3, 10), figure('P03', 'met', 3)],
    explained: ['key of something said now', 'key of an error'],
    findings: [
      finding({ key: 'key of a gap in a name', severity: 'warning' }),
      finding({ key: 'key of something said now', severity: 'warning' }),
      finding({ key: 'key of what nobody explained', severity: 'warning' }),
      finding({ key: 'key of an error', severity: 'error' }),
    ],
  });
  const rollup = rolledUp([second, first], {
    files: { 'v1.xlsx': { received: '2021-05-28' }, 'v2.xlsx': { received: '2021-06-03' } },
    due: '2021-05-31',
  });

  test('it is told what changed, and how often it was sent back', () => {
    expect(lineOf(rollup, 'v2.xlsx')).toMatchObject({ returned: 1, changed: ['G01', 'P03'] });
    expect(lineOf(rollup, 'v1.xlsx')).toMatchObject({ returned: 0, changed: [], state: 'superseded' });
  });

  test('explanations hold where the same finding stands, in this file or an earlier one', () => {
    expect(lineOf(rollup, 'v2.xlsx')).toMatchObject({ explained: 2, findings: { error: 1, warning: 3, note: 0 } });
    expect(lineOf(rollup, 'v1.xlsx').explained).toBe(1);
  });

  test('but not in an earlier one for what was said later', () => {
    const silent = { ...first, explained: [] };
    const later = { ...second, explained: ['key of what was put right'] };
    expect(lineOf(rolledUp([silent, later]), 'v1.xlsx').explained).toBe(0);
  });

  test('being sent back does not make it late: the first receipt tells', () => {
    expect(lineOf(rollup, 'v2.xlsx')).toMatchObject({
      received: { first: '2021-05-28', last: '2021-06-03' },
      late: false,
    });
    expect(lineOf(rollup, 'v1.xlsx')).toMatchObject({
      received: { first: '2021-05-28', last: '2021-05-28' },
      late: null,
    });
    expect(rollup.reporting.late).toBe(0);
  });

  test('three of them: each differs from the one before', () => {
    const third = workbook('v3.xlsx', { indicators: [figure('G01', 'met', 10), figure('G03', 'met', 5, 10)] });
    const all = rolledUp([third, first, second]);
    expect(lineOf(all, 'v3.xlsx')).toMatchObject({ returned: 2, changed: ['G03', 'P03'] });
    expect(all.units.slice(2, 5).map(({ file }) => file)).toEqual(['v3.xlsx', 'v2.xlsx', 'v1.xlsx']);
  });
});
