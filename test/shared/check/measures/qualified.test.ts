/** 综合判定：目标都达到，分数够 */
import { expect, test } from 'vitest';
import type { Measure, ScoreTable } from '../../../../shared/model.ts';
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
const qualified: Measure = {
  kind: 'qualified',
  goals: ['基金', '联合会'],
  vetoes: [],
  points: 60,
  awards: [{ scope: 'community', also: [] }],
};
const table: ScoreTable = {
  id: 'example',
  version: '1',
  name: '举例',
  status: '建议',
  source: '举例',
  full: 100,
  items: [
    { id: '1', name: '基金', of: ['基金'], max: 50, by: 'binary' },
    { id: '2', name: '联合会', of: ['联合会'], max: 50, by: 'binary' },
  ],
  grades: [],
};

test.each<[fund: string | null, federation: string | null, expected: string]>([
  ['是', '是', 'met 1'],
  ['是', '否', 'unmet 0'],
  ['是', '再议', 'to_verify 0～1'],
  ['是', null, 'missing'],
])('基金“%s”，联合会“%s”', (fund, federation, expected) => {
  expect(madeOf([...both, target('示范点', qualified, 1)], checklist(fund, federation), table)).toBe(expected);
});

test('没有评分表：不适用', () => {
  expect(madeOf([...both, target('示范点', qualified, 1)], checklist('是', '是'))).toBe('not_applicable');
});
