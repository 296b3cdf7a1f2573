/** 几项指标各自达标，合起来达标几项 */
import { expect, test } from 'vitest';
import type { Measure } from '../../../../shared/model.ts';
import { asked, stands } from '../../../../shared/sheets/silences.ts';
import { madeOf, target } from '../given.ts';

const done = (item: string): Measure => ({
  kind: 'items',
  identity: 'item',
  table: 'checklist',
  items: [item],
  of: { is: 'own', field: 'community', otherwise: stands },
  where: { is: 'yes', field: 'done', otherwise: asked },
});
const both = [target('基金', done('fund'), 1), target('联合会', done('federation'), 1)];
const checklist = (fund: string | null, federation: string | null, on: string | null = null) => ({
  事项清单: [
    { 事项名称: '专项基金', 是否完成: fund, 完成日期: on },
    { 事项名称: '联合会', 是否完成: federation, 完成日期: on },
  ],
});
const parts: Measure = { kind: 'parts', of: ['基金', '联合会'] };

test.each<[fund: string | null, federation: string | null, expected: string]>([
  ['是', '是', 'met 2'],
  ['是', '否', 'unmet 1'],
  ['是', '再议', 'to_verify 1～2'],
  ['是', null, 'missing'],
])('基金“%s”，联合会“%s”', (fund, federation, expected) => {
  expect(madeOf([...both, target('两项', parts, 1)], checklist(fund, federation))).toBe(expected);
});
