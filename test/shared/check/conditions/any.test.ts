/** 几条中有一条合就行 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, said } from '../given.ts';

const yes: Condition = { is: 'yes', field: 'held', otherwise: asked };
const many: Condition = { is: 'number', field: 'people', op: '>=', than: 10, otherwise: asked };

/** Held or not, and with how many people: 是/否/空白 × 10/9/空白. */
test.each<[held: string | null, people: number | null, expected: Said]>([
  ['是', 10, '算'],
  ['是', 9, '算'],
  ['否', 10, '算'],
  ['否', 9, '不算'],
  ['是', null, '算'],
  [null, 10, '算'],
  ['否', null, '待核实'],
  [null, 9, '待核实'],
  [null, null, '待核实'],
])('举办：%s，人数：%s', (held, people, expected) => {
  expect(said({ is: 'any', of: [yes, many] }, { 是否举办: held, 参加人数: people, 主办机构: '居委会' })).toBe(expected);
});

test('一条也没有，就都不合', () => {
  expect(said({ is: 'any', of: [] }, {})).toBe('不算');
});
