/** 值自身的规则：校验码、位数 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'valid', field: 'uscc', otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['校验码相符', { 信用代码: '52340403MJA0000249' }, '算'],
  ['末两位互换', { 信用代码: '52340403MJA0000294' }, '不算'],
  ['空白，待核实', { 信用代码: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 信用代码: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('只看是否丢了位数，就不管校验码', () => {
  expect(said({ ...condition, fault: 'lossy' }, { 信用代码: '52340403MJA0000294' })).toBe('算');
});
