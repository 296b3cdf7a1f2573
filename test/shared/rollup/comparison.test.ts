import { expect, test } from 'vitest';
import { figure, rolledUp, workbook } from './cities.ts';

const key = 'HN-03/望淮街道/锦湖社区';
const at = (file: string, mode: 'midterm' | 'final', registered: number) =>
  workbook(file, {
    mode,
    indicators: [
      figure('G03', 'missing', null),
      figure('S08', mode === 'midterm' ? 'on_track' : 'met', registered, 6000),
    ],
  });

test('figures at mid-term and at the end stand beside each other, with those of before', () => {
  const baseline = [{ key, id: 'S08', numerator: 600, denominator: 5800 }];
  const { comparison } = rolledUp([at('期末.xlsx', 'final', 1100), at('中期.xlsx', 'midterm', 990)], { baseline });
  const nothing = { verdict: 'missing', numerator: null, denominator: null, lower: null, upper: null };
  expect(comparison).toEqual([
    { key, id: 'G03', baseline: null, midterm: nothing, final: nothing },
    {
      key,
      id: 'S08',
      baseline: { numerator: 600, denominator: 5800 },
      midterm: { verdict: 'on_track', numerator: 990, denominator: 6000, lower: 990, upper: 990 },
      final: { verdict: 'met', numerator: 1100, denominator: 6000, lower: 1100, upper: 1100 },
    },
  ]);
});

test('of several versions those that count are compared, of both times', () => {
  const files = [
    at('期末_v1.xlsx', 'final', 1000),
    at('期末_v2.xlsx', 'final', 1100),
    at('中期_v1.xlsx', 'midterm', 800),
    at('中期_v2.xlsx', 'midterm', 900),
  ];
  const rollup = rolledUp(files);
  const [, volunteers] = rollup.comparison;
  expect([volunteers?.midterm?.numerator, volunteers?.final?.numerator]).toEqual([900, 1100]);
  expect(rollup.units.slice(2, 6).map(({ file, state }) => [file, state])).toEqual([
    ['期末_v2.xlsx', 'reported'],
    ['期末_v1.xlsx', 'superseded'],
    ['中期_v2.xlsx', 'other_time'],
    ['中期_v1.xlsx', 'superseded'],
  ]);
});

test('figures of before are compared with one evaluation, where they were given', () => {
  const { comparison } = rolledUp([at('期末.xlsx', 'final', 1100)], {
    baseline: [{ key, id: 'S08', numerator: 600, denominator: 5800 }],
  });
  expect(comparison.map(({ id, midterm }) => [id, midterm])).toEqual([['S08', null]]);
});

test('one evaluation alone has nothing to be compared with', () => {
  expect(rolledUp([at('期末.xlsx', 'final', 1100)]).comparison).toEqual([]);
});
