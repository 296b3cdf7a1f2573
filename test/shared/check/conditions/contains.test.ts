/** 含有某词 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'contains', field: 'host', words: ['物业', '公司'], otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['含“物业”', { 主办机构: '红色物业志愿队' }, '算'],
  ['不含', { 主办机构: '居委会' }, '不算'],
  ['空白，待核实', { 主办机构: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 主办机构: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
