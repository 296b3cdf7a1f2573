/** 一数占另一数的几分之几，用整数相乘来比 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'share', field: 'people', other: 'invited', op: '>=', p: 2, q: 5, otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['2/5 正好是四成', { 参加人数: 2, 邀请人数: 5 }, '算'],
  ['39/100 不到四成，不四舍五入', { 参加人数: 39, 邀请人数: 100 }, '不算'],
  ['分子空白，待核实', { 参加人数: null, 邀请人数: 5 }, '待核实'],
  ['分母空白，待核实', { 参加人数: 2, 邀请人数: null, 主办机构: '居委会' }, '待核实'],
  ['分母认不出，待核实', { 参加人数: 2, 邀请人数: '很多' }, '待核实'],
  ['没有分母一栏，待核实', { 参加人数: 2 }, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
