/** 不合某条；本来待核实的，反过来也待核实 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, said } from '../given.ts';

const condition: Condition = { is: 'not', of: { is: 'yes', field: 'held', otherwise: asked } };

test.each<[held: string | null, expected: Said]>([
  ['否', '算'],
  ['是', '不算'],
  ['再议', '待核实'],
  ['/', '算'],
  [null, '待核实'],
])('是否举办：%s', (held, expected) => {
  expect(said(condition, { 是否举办: held, 主办机构: '居委会' })).toBe(expected);
});

test('没有这一栏，待核实', () => {
  expect(said(condition, {})).toBe('待核实');
});
