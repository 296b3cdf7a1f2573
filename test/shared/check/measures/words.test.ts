/** 事项的说明里写到了几个词 */
import { expect, test } from 'vitest';
import { asked, stands } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const words = {
  kind: 'words',
  table: 'checklist',
  items: ['fund'],
  words: ['章程', '预算', '公示'],
  of: { is: 'own', field: 'community', otherwise: stands },
  where: { is: 'yes', field: 'done', otherwise: asked },
} as const;
const line = (item: string, done: string | null, document: string | null) => ({
  事项名称: item,
  是否完成: done,
  文件名称: document,
});

test('三个词写到两个', () => {
  expect(taken(words, { 事项清单: [line('专项基金', '是', '基金章程和年度预算')] })).toBe('2/3');
});

test('填“否”的、别的事项的，不算', () => {
  const lines = [line('专项基金', '否', '章程'), line('联合会', '是', '预算')];
  expect(taken(words, { 事项清单: lines })).toBe('0/3');
});

test('没有填是否完成，只进上限', () => {
  expect(taken(words, { 事项清单: [line('专项基金', null, '章程'), line('专项基金', '是', '公示')] })).toBe('1～2/3');
});

test('没有列这一项：缺数据', () => {
  expect(taken(words, { 事项清单: [line('联合会', '是', '章程')] })).toBe('missing.item');
});
