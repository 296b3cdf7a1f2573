/** 几件：同一件只算一件，待核实的只进上限 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const held = {
  kind: 'count',
  table: 'events',
  identity: 'event',
  where: { is: 'yes', field: 'held', otherwise: asked },
  by: 'name',
  outOf: 3,
} as const;
const event = (name: string, held: string | null) => ({
  活动名称: name,
  活动日期: '2020-10-11',
  活动地点: '社区广场',
  是否举办: held,
});

test('两件举办，一件没有', () => {
  expect(taken(held, { 活动台账: [event('义诊', '是'), event('讲座', '是'), event('游园', '否')] })).toBe('2/3');
});

test('同名同日的只算一件；其中一行说举办，就是举办', () => {
  expect(taken(held, { 活动台账: [event('义诊', '否'), event('义诊', '是'), event('义诊', '是')] })).toBe('1/3');
});

test('没有填、认不出的，只进上限', () => {
  expect(taken(held, { 活动台账: [event('义诊', '是'), event('讲座', null), event('游园', '再议')] })).toBe('1～3/3');
});

test('只写“无”，是 0', () => {
  const none = { 活动名称: '无', 活动日期: null, 活动地点: null, 是否举办: null };
  expect(taken(held, { 活动台账: [none] })).toBe('0/3');
});

test('没有这张表，缺数据', () => {
  expect(taken(held, {})).toBe('missing.table');
});
