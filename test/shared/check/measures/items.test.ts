/** 清单上的事项办了没有；分级的，办了几级 */
import { expect, test } from 'vitest';
import { asked, stands } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const fund = {
  kind: 'items',
  identity: 'item',
  table: 'checklist',
  items: ['fund'],
  of: { is: 'own', field: 'community', otherwise: stands },
  where: { is: 'yes', field: 'done', otherwise: asked },
} as const;
const line = (item: string, done: string | null, document: string | null = null) => ({
  事项名称: item,
  是否完成: done,
  文件名称: document,
});

test.each<[done: string | null, expected: string]>([
  ['是', '1'],
  ['否', '0'],
  ['再议', '0～1'],
  [null, 'missing.answer'],
])('填“%s”', (done, expected) => {
  expect(taken(fund, { 事项清单: [line('专项基金', done), line('联合会', '是')] })).toBe(expected);
});

test('没有列这一项：缺数据', () => {
  expect(taken(fund, { 事项清单: [line('联合会', '是'), line('联合会', '否')] })).toBe('missing.item');
});

const levels = { ...fund, items: ['federation'], levels: [['街道'], ['社区']] };

test('街道、社区两级都有', () => {
  const 事项清单 = [line('联合会', '是', '街道联合会'), line('联合会', '是', '春申社区联合会')];
  expect(taken(levels, { 事项清单 })).toBe('2/2');
});

test('没有写明哪一级：至少一级，也许两级', () => {
  expect(taken(levels, { 事项清单: [line('联合会', '是', '联合会章程')] })).toBe('1～2/2');
});
