/** 一天不晚于另一天 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked, stands } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'notAfter', field: 'date', other: 'end', otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['先开始后结束', { 活动日期: '2020-10-11', 结束日期: '2020-10-12' }, '算'],
  ['同一天', { 活动日期: '2020-10-11', 结束日期: '2020-10-11' }, '算'],
  ['先结束后开始', { 活动日期: '2020-10-12', 结束日期: '2020-10-11' }, '不算'],
  ['同月，先后不明', { 活动日期: '2020-10-11', 结束日期: '2020年10月' }, '待核实'],
  ['结束日期空白，待核实', { 结束日期: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 结束日期: '/' }, '待核实'],
  ['没有结束日期一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('空白可以另作规定，两个日期都一样', () => {
  expect(said({ ...condition, otherwise: stands }, { 结束日期: '/' })).toBe('算');
  expect(said({ ...condition, otherwise: stands }, { 活动日期: '/', 结束日期: '2020-10-11' })).toBe('算');
});
