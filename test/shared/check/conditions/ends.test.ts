/** 以某词结尾 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'ends', field: 'host', words: ['有限公司'], otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['以“有限公司”结尾', { 主办机构: '和谐物业有限公司' }, '算'],
  ['只在中间', { 主办机构: '有限公司工会' }, '不算'],
  ['空白，待核实', { 主办机构: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 主办机构: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
