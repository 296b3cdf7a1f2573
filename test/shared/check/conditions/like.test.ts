/** 写法合某种格式 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'like', field: 'uscc', pattern: '^5[1239]', otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['民政部门登记的代码', { 信用代码: '52340403MJA0000249' }, '算'],
  ['高校的代码', { 信用代码: '12100000400009127B' }, '不算'],
  ['空白，待核实', { 信用代码: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 信用代码: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
