/** 件数除以一数：每若干居民有几件 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const density = {
  kind: 'density',
  count: {
    kind: 'count',
    table: 'events',
    identity: 'event',
    where: { is: 'yes', field: 'held', otherwise: asked },
    by: 'name',
  },
  denominator: [{ table: 'figures', field: 'residents' }],
} as const;
const 活动台账 = [
  { 活动名称: '义诊', 活动日期: '2020-10-11', 活动地点: '社区广场', 是否举办: '是' },
  { 活动名称: '讲座', 活动日期: '2020-10-12', 活动地点: '社区广场', 是否举办: null },
];
const figures = (residents: number | null) => [{ 社区名称: '春申社区', 常住人口: residents, 登记人数: 300 }];

test('一件，另一件不明；常住人口 1000', () => {
  expect(taken(density, { 活动台账, 人数情况表: figures(1000) })).toBe('1～2/1000');
});

test('常住人口空白：缺数据', () => {
  expect(taken(density, { 活动台账, 人数情况表: figures(null) })).toBe('missing.whole');
});

test('没有台账：缺数据', () => {
  expect(taken(density, { 人数情况表: figures(1000) })).toBe('missing.table');
});
