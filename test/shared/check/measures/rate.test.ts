/** 一栏之和除以另一栏之和 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const attendance = {
  kind: 'rate',
  table: 'events',
  numerator: 'people',
  denominator: 'invited',
  where: { is: 'yes', field: 'held', otherwise: asked },
} as const;
const event = (name: string, people: number | null, invited: number | null, held: string | null = '是') => ({
  活动名称: name,
  活动日期: '2020-10-11',
  参加人数: people,
  邀请人数: invited,
  是否举办: held,
});

test('先各自相加，再相除', () => {
  expect(taken(attendance, { 活动台账: [event('义诊', 20, 40), event('讲座', 30, 60)] })).toBe('50/100');
});

test('算不算不明的一行', () => {
  expect(taken(attendance, { 活动台账: [event('义诊', 20, 40), event('讲座', 30, 60, null)] })).toBe('20～50/100～40');
});

test('没有一个分母：缺数据', () => {
  expect(taken(attendance, { 活动台账: [event('义诊', 20, null)] })).toBe('missing.figure');
});
