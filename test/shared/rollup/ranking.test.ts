import { describe, expect, test } from 'vitest';
import type { Evaluation, JudgedPoints, Mode, RollupOptions, Unit } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { figure, lineOf, points, rolledUp, workbook } from './cities.ts';

const scoredAs = (file: string, unit: Partial<Unit>, score: Evaluation['score'], more: Partial<Evaluation> = {}) =>
  workbook(file, { ...more, unit, score });

describe('ranks', () => {
  const city = [
    scoredAs('1.xlsx', { community: '甲社区' }, points(80.1)),
    scoredAs('2.xlsx', { community: '乙社区', county: 'HN-10', countyName: '高新区' }, points(92.5)),
    scoredAs('3.xlsx', { community: '丙社区', county: 'HN-01', countyName: '寿县' }, points(92.5)),
    scoredAs('4.xlsx', { community: '丁社区' }, points(95)),
    scoredAs('5.xlsx', { community: '戊村', urbanRural: 'rural' }, points(70)),
    scoredAs('6.xlsx', { community: '己社区', urbanRural: 'unknown' }, points(99)),
    scoredAs('7.xlsx', { community: '庚社区' }, null),
  ];
  const ranks = rolledUp(city).ranking.map(({ rank, key, urbanRural }) => [rank, key.split('/')[2], urbanRural]);

  test('by the score, ties 1, 2, 2, 4 in the order of the register, urban and rural apart', () => {
    expect(ranks).toEqual([
      [1, '丁社区', 'urban'],
      [2, '丙社区', 'urban'],
      [2, '乙社区', 'urban'],
      [4, '甲社区', 'urban'],
      [1, '戊村', 'rural'],
      [1, '己社区', 'unknown'],
    ]);
  });

  test('by the score as it is shown', () => {
    const { ranking } = rolledUp([
      scoredAs('1.xlsx', { community: '甲社区' }, points(80.1 + 0.2)),
      scoredAs('2.xlsx', { community: '乙社区' }, points(80.3)),
    ]);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  test('with 达标／应评: of all that hold for the unit', () => {
    const indicators = [
      figure('G01', 'met', 10),
      figure('G02', 'not_applicable', null),
      figure('G03', 'to_verify', 3, 10),
      figure('S08', 'missing', null),
      figure('S11', 'reference', 4),
    ];
    const { ranking } = rolledUp([scoredAs('1.xlsx', {}, points(80), { indicators })]);
    expect(ranking[0]).toMatchObject({ met: 1, due: 3 });
  });

  test('what only informs is asked of nobody: without data it is no 应评', () => {
    const informs = huainan2020.indicators.filter(({ target }) => target.binding === 'information');
    const indicators = [figure('G01', 'met', 10), ...informs.map(({ id }) => figure(id, 'missing', null))];
    const rollup = rolledUp([scoredAs('1.xlsx', {}, points(80), { indicators })]);
    expect(informs.length).toBeGreaterThan(3);
    expect(rollup.ranking[0]).toMatchObject({ met: 1, due: 1 });
    for (const { id } of informs)
      expect(rollup.indicators.find((one) => one.id === id)).toMatchObject({ applicable: 0, missing: 0 });
  });

  test('only files that count are ranked', () => {
    const { ranking } = rolledUp([
      scoredAs('v1.xlsx', {}, points(95)),
      scoredAs('v2.xlsx', {}, points(60)),
      scoredAs('3.xlsx', { community: '乙社区' }, points(80), { mode: 'midterm' }),
      scoredAs('4.xlsx', { community: '丙社区' }, points(85)),
    ]);
    expect(ranking.map(({ score }) => score)).toEqual([85, 60]);
  });
});

describe('人评分', () => {
  const people = (id: string, max: number) => ({ id, name: id, max, applies: true, reason: '本项由人评分。' });
  // 88 of 96 by the workbook; M05 (2) and 满意度 (2) are for people.
  const open = points(88, { max: 96, full: 100, unscored: [people('M05', 2), people('满意度', 2)] });
  const key = 'HN-03/望淮街道/锦湖社区';
  const given = (item: string, value: number, on = '2021-06-01', mode: Mode = 'final'): JudgedPoints => ({
    key,
    item,
    points: value,
    by: '评估组',
    on,
    mode,
  });
  const score = (judged: readonly JudgedPoints[], more: RollupOptions = {}) => {
    const { score, grade, unjudged } = lineOf(rolledUp([scoredAs('1.xlsx', {}, open)], { judged, ...more }), '1.xlsx');
    return { score, grade, unjudged };
  };

  test('without it the grade waits for it, and says for what', () => {
    expect(score([])).toEqual({ score: 88, grade: null, unjudged: ['M05', '满意度'] });
  });

  test('a grade is given as soon as what is left cannot change it', () => {
    expect(score([given('M05', 0)])).toEqual({ score: 88, grade: null, unjudged: ['满意度'] });
    expect(score([given('M05', 0), given('满意度', 1.5)])).toEqual({ score: 89.5, grade: '良好', unjudged: [] });
    expect(score([given('M05', 2)])).toEqual({ score: 90, grade: '优秀', unjudged: ['满意度'] });
  });

  test('there is no gap between 89 and 90', () => {
    expect(score([given('M05', 1.5), given('满意度', 0.5)])).toMatchObject({ score: 90, grade: '优秀' });
    expect(score([given('M05', 1.5), given('满意度', 0)])).toMatchObject({ score: 89.5, grade: '良好' });
  });

  test('the last that was given counts', () => {
    expect(score([given('M05', 2, '2021-06-02'), given('M05', 0.5, '2021-06-01')]).score).toBe(90);
  });

  test.each([2.5, -0.5, 0.3, Number.NaN])('points that the table has no room for are not taken: %d', (value) => {
    expect(score([given('M05', value)])).toMatchObject({ score: 88, unjudged: ['M05', '满意度'] });
  });

  test('people judge nothing that the workbook is to show', () => {
    const missing = points(88, { max: 94, unscored: [people('G03', 6)] });
    const rollup = rolledUp([scoredAs('1.xlsx', {}, missing, { indicators: [figure('G03', 'missing', null)] })], {
      judged: [given('G03', 6)],
    });
    expect(lineOf(rollup, '1.xlsx')).toMatchObject({ score: 88, unjudged: [] });
  });

  test('nor what is not asked for here', () => {
    const spared = points(88, { max: 98, full: 98, unscored: [{ ...people('M05', 2), applies: false }] });
    const rollup = rolledUp([scoredAs('1.xlsx', {}, spared)], { judged: [given('M05', 2)] });
    expect(lineOf(rollup, '1.xlsx')).toMatchObject({ score: 88, unjudged: [], grade: '良好' });
  });

  test('at mid-term the score tells of progress: points are added, no grade is given', () => {
    const rollup = rolledUp([scoredAs('1.xlsx', {}, open, { mode: 'midterm' })], {
      judged: [given('M05', 2, '2020-12-01', 'midterm'), given('满意度', 2, '2020-12-01', 'midterm')],
    });
    expect(lineOf(rollup, '1.xlsx')).toMatchObject({ score: 92, grade: null, unjudged: [] });
  });

  test('points are of the evaluation that is rolled up', () => {
    const before = scoredAs('2.xlsx', {}, open, { mode: 'midterm' });
    const rollup = rolledUp([scoredAs('1.xlsx', {}, open), before], { judged: [given('M05', 2)] });
    expect([lineOf(rollup, '1.xlsx').score, lineOf(rollup, '2.xlsx').score]).toEqual([90, 88]);
  });

  test('what was given at mid-term is no point of the final evaluation, nor the other way round', () => {
    const early = given('M05', 2, '2020-12-01', 'midterm');
    const later = given('M05', 1.5, '2021-06-01', 'final');
    expect(score([early])).toEqual({ score: 88, grade: null, unjudged: ['M05', '满意度'] });
    expect(score([later, early])).toMatchObject({ score: 89.5, unjudged: ['满意度'] });
    const before = rolledUp([scoredAs('1.xlsx', {}, open, { mode: 'midterm' })], { judged: [later] });
    expect(lineOf(before, '1.xlsx')).toMatchObject({ score: 88, unjudged: ['M05', '满意度'] });
  });

  test('points that do not say in which evaluation they were given count nowhere', () => {
    const { mode: _, ...old } = given('M05', 2);
    expect(score([old as JudgedPoints])).toMatchObject({ score: 88, unjudged: ['M05', '满意度'] });
  });

  test('what may still turn out otherwise in the workbook leaves the grade open; the score is what is certain', () => {
    const doubtful = points(88, { upper: 91, max: 100, full: 100 });
    expect(lineOf(rolledUp([scoredAs('1.xlsx', {}, doubtful)]), '1.xlsx')).toMatchObject({ score: 88, grade: null });
  });
});
