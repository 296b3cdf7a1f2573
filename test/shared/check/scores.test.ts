/** The proposed score table: points worked out by hand, nothing for what is missing, no grade before the end. */
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/catalogue.ts';
import { scoreOf } from '../../../shared/check/scores.ts';
import type { Indicator, ScoreTable } from '../../../shared/model.ts';
import { sound } from './sound.ts';
import { facts, filed, judged, organisations, registered, ruralFacts, times } from './workbooks.ts';

const table = catalogue.scoreTables[0]!;

test('满分 100 分，六类 18、22、20、25、10、5 分', () => {
  const points = (only: 'urban' | 'rural') =>
    table.items.filter((item) => item.only === undefined || item.only === only).reduce((sum, { max }) => sum + max, 0);
  expect(points('urban')).toBe(100);
  expect(points('rural')).toBe(100);
});

describe('8 家组织、持证 3/10', () => {
  const sheets = {
    名录: organisations(...times(5, (n) => registered(`和谐${n}社`)), ...times(3, (n) => filed(`春风${n}队`))),
    花名册: [
      ['姓名', '人员类别', '持证情况', '证书编号'],
      ...times(10, (n) => [`人${n}`, '专职社区工作者', n <= 3 ? '初级' : '无', n <= 3 ? `G${n}` : null]),
    ],
  };

  test('城市：G01 8/10×8、V01 4、V02 3/5×4、V03 2/3×2、G03 30%/40%×6', () => {
    const score = scoreOf(judged({ 基本情况: facts, ...sheets }).indicators, table, 'final');
    expect(score?.items).toEqual([
      { id: 'G01', points: 6.4, max: 8 },
      { id: 'V01', points: 4, max: 4 },
      { id: 'V02', points: 2.4, max: 4 },
      { id: 'V03', points: 1.33, max: 2 },
      { id: 'G03', points: 4.5, max: 6 },
    ]);
    expect(score).toMatchObject({ total: 18.63, max: 24, grade: null });
  });

  test('农村：V01、V02 的 8 分并入 G02', () => {
    const score = scoreOf(judged({ 基本情况: ruralFacts, ...sheets }).indicators, table, 'final');
    expect(score?.items.find(({ id }) => id === 'G02')).toEqual({ id: 'G02', points: 16, max: 16 });
    expect(score?.items.some(({ id }) => id === 'V01')).toBe(false);
  });
});

describe('等级', () => {
  test('数据齐全的终期有等级，中期没有', () => {
    expect(scoreOf(judged(sound).indicators, table, 'final')?.grade).toBe('优秀');
    expect(scoreOf(judged(sound, { mode: 'midterm' }).indicators, table, 'midterm')?.grade).toBeNull();
  });

  const one: ScoreTable = { ...table, items: [{ id: 'S08', name: '', of: ['S08'], max: 100, by: 'linear' }] };
  const grade = (numerator: number) =>
    scoreOf([{ id: 'S08', numerator, denominator: 1000, target: { p: 1, q: 1 } } as Indicator], one, 'final')?.grade;

  test.each([
    [900, '优秀'],
    [895, '良好'],
    [800, '良好'],
    [799, '合格'],
    [600, '合格'],
    [599, '不合格'],
  ])('%s‰ → %s：半开区间，没有空档', (numerator, wanted) => {
    expect(grade(numerator)).toBe(wanted);
  });

  test('阶梯计分', () => {
    const steps = [
      { from: 1, share: 1 },
      { from: 0.8, share: 2 / 3 },
      { from: 0.6, share: 1 / 3 },
    ];
    const stepped: ScoreTable = { ...one, items: [{ ...one.items[0]!, by: 'step', steps, max: 3 }] };
    const points = (numerator: number) =>
      scoreOf([{ id: 'S08', numerator, denominator: 1000, target: { p: 1, q: 1 } } as Indicator], stepped, 'final')
        ?.total;
    expect([1000, 999, 800, 799, 600, 599].map(points)).toEqual([3, 2, 2, 1, 1, 0]);
  });
});

test('没有可评的项目，不评分', () => {
  expect(scoreOf([], table, 'final')).toBeNull();
});
