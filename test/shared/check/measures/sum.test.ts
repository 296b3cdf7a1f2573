/** 一栏之和 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const people = {
  kind: 'sum',
  table: 'events',
  field: 'people',
  where: { is: 'yes', field: 'held', otherwise: asked },
} as const;
const event = (name: string, people: string | number | null, held: string | null = '是') => ({
  活动名称: name,
  活动日期: '2020-10-11',
  参加人数: people,
  是否举办: held,
});

test('20 加 30', () => {
  expect(taken(people, { 活动台账: [event('义诊', 20), event('讲座', 30), event('游园', 90, '否')] })).toBe('50');
});

test('算不算不明的，只进上限', () => {
  expect(taken(people, { 活动台账: [event('义诊', 20), event('讲座', 30, null)] })).toBe('20～50');
});

test('空白、“/”、认不出的，没有数可加', () => {
  const lines = [event('义诊', 20), event('讲座', null), event('游园', '/'), event('展览', '很少')];
  expect(taken(people, { 活动台账: lines })).toBe('20');
});

test('一个数也没有：缺数据，不是 0', () => {
  expect(taken(people, { 活动台账: [event('义诊', null), event('讲座', '/')] })).toBe('missing.figure');
});
