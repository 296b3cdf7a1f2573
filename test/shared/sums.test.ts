import { expect, test } from 'vitest';
import { sumKind } from '../../shared/model/totals.ts';

test.each([
  ['合计', 'total'],
  ['合　　计：', 'total'],
  ['全街道合计', 'total'],
  ['小　计', 'subtotal'],
  ['本页合计', 'subtotal'],
  ['7月小计', 'subtotal'],
  ['第三季度合计', 'subtotal'],
  ['春申社区小计', 'subtotal'],
  ['累计', 'running'],
  ['本年累计', 'running'],
  ['上月累计', 'running'],
  ['累计开展活动14场次', null],
  ['设计', null],
  ['财务会计', null],
  ['张小计', null],
  ['合计开展活动', null],
])('%s', (text, kind) => {
  expect(sumKind(text)).toBe(kind);
});
