/** 一数除以另一数：取本社区的一行 */
import { expect, test } from 'vitest';
import { taken } from '../given.ts';

const rate = {
  kind: 'quotient',
  numerator: { table: 'figures', field: 'verified', most: 'registered' },
  denominator: [{ table: 'figures', field: 'residents' }],
} as const;
const line = (verified: string | number | null, residents: string | number | null, name = '春申社区') => ({
  社区名称: name,
  常住人口: residents,
  登记人数: 300,
  核实人数: verified,
});

test('160 除以 1000', () => {
  expect(taken(rate, { 人数情况表: [line(160, 1000)] })).toBe('160/1000');
});

test('列有几个社区的，取本社区的一行', () => {
  expect(taken(rate, { 人数情况表: [line(1, 9, '夏集社区'), line(160, 1000)] })).toBe('160/1000');
});

test('核实人数空白：最多是登记的人数', () => {
  expect(taken(rate, { 人数情况表: [line(null, 1000)] })).toBe('0～300/1000');
});

test('核实人数认不出：最多也是登记的人数', () => {
  expect(taken(rate, { 人数情况表: [line('很多', 1000)] })).toBe('0～300/1000');
});

test.each([null, 0, '/'])('常住人口填“%s”：缺数据', (residents) => {
  expect(taken(rate, { 人数情况表: [line(160, residents)] })).toBe('missing.whole');
});

test('没有本社区的一行：缺数据', () => {
  expect(taken(rate, { 人数情况表: [line(1, 9, '夏集社区'), line(2, 9, '前进社区')] })).toBe('missing.line');
});
