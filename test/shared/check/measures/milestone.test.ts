/** 几项都要在期限前完成 */
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
const milestone: Measure = { kind: 'milestone', of: ['基金', '联合会'] };

test.each<[what: string, federation: string | null, on: string | null, expected: string]>([
  ['都按期完成', '是', '2020-10-01', 'met 1'],
  ['一项没有完成', '否', '2020-10-01', 'unmet 0'],
  ['一项认不出', '再议', '2020-10-01', 'to_verify 0～1'],
  ['都完成，没有日期', '是', null, 'to_verify 0～1'],
  ['一项没有填', null, '2020-10-01', 'missing'],
])('%s', (_what, federation, on, expected) => {
  expect(madeOf([...both, target('按期', milestone, 1)], checklist('是', federation, on))).toBe(expected);
});
