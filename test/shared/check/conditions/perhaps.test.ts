/** 合某条的，最多算待核实：合格而未发证 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, said } from '../given.ts';

const condition: Condition = {
  is: 'perhaps',
  of: { is: 'yes', field: 'held', otherwise: asked },
  would: '核实为已举办',
};

test.each<[held: string | null, expected: Said]>([
  ['是', '待核实'],
  ['否', '不算'],
  ['再议', '待核实'],
  ['/', '不算'],
  [null, '待核实'],
])('是否举办：%s', (held, expected) => {
  expect(said(condition, { 是否举办: held, 主办机构: '居委会' })).toBe(expected);
});

test('没有这一栏，待核实', () => {
  expect(said(condition, {})).toBe('待核实');
});
