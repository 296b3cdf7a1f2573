/** 整个在两天之间，两头都算 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = {
  is: 'within',
  field: 'date',
  from: { day: 'windowStart' },
  to: { day: 'countEnd' },
  otherwise: asked,
};

test.each<[what: string, line: Line, expected: Said]>([
  ['窗口第一天', { 活动日期: '2020-06-01' }, '算'],
  ['截止当天', { 活动日期: '2021-05-31' }, '算'],
  ['窗口前一天', { 活动日期: '2020-05-31' }, '不算'],
  ['截止后一天', { 活动日期: '2021-06-01' }, '不算'],
  ['只写月份，整月在内', { 活动日期: '2020年10月' }, '算'],
  ['认不出的日期，待核实', { 活动日期: '2020.2.30' }, '待核实'],
  ['空白，待核实', { 活动日期: null }, '待核实'],
  ['写“/”，待核实', { 活动日期: '/' }, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('月份跨过截止日，待核实', () => {
  const until: Condition = { is: 'within', field: 'date', to: { on: '2020-10-15' }, otherwise: asked };
  expect(said(until, { 活动日期: '2020年10月' })).toBe('待核实');
});

test('数值 2020.1 可能是 1 月，也可能是 10 月：两种读法不一致就待核实', () => {
  const until = (on: string): Condition => ({ is: 'within', field: 'date', to: { on }, otherwise: asked });
  expect(said(until('2020-06-30'), { 活动日期: 2020.1 })).toBe('待核实');
  expect(said(until('2020-12-31'), { 活动日期: 2020.1 })).toBe('算');
});

test('没有这一栏，待核实', () => {
  expect(said({ is: 'within', field: 'end', to: { day: 'asOf' }, otherwise: asked }, {})).toBe('待核实');
});
