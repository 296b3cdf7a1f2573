import { expect, test } from 'vitest';
import { isPlainSum, sumKind, sumOf } from '../../shared/model/totals.ts';

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
  ['合计（人）', 'total'],
  ['合计数', 'total'],
  ['总合计', 'total'],
  ['总额', 'total'],
  ['共12人', 'total'],
  ['合计：12人', 'total'],
  ['（一）小计', 'subtotal'],
  ['财政小计', 'subtotal'],
  ['政府投入小计（万元）', 'subtotal'],
  ['两委合计', 'subtotal'],
  ['“两委”成员合计', 'subtotal'],
  ['百姓合计社', null],
  ['共建共享', null],
  ['总工会', null],
  ['设计', null],
  ['财务会计', null],
  ['张小计', null],
  ['合计开展活动', null],
])('%s', (text, kind) => {
  expect(sumKind(text)).toBe(kind);
});

test.each([
  ['财政小计', '财政', false],
  ['两委合计（人）', '两委', false],
  ['春申社区小计', '春申社区', true],
  ['小计', '', true],
  ['合计', '', true],
])('%s：说的是“%s”', (text, of, isPlain) => {
  expect([sumOf(text), isPlainSum(text)]).toEqual([of, isPlain]);
});
