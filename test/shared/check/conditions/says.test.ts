/** 有一句就是某词 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { none } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'says', field: 'place', words: ['取消', '已取消'], otherwise: none };

test.each<[what: string, line: Line, expected: Said]>([
  ['只写这个词', { 活动地点: '已取消' }, '算'],
  ['前后有空格', { 活动地点: ' 取消 ' }, '算'],
  ['后面有句号', { 活动地点: '已取消。' }, '算'],
  ['几句里有一句', { 活动地点: '因雨，已取消（另行通知）' }, '算'],
  ['词在一句话里', { 活动地点: '取消聚餐环节' }, '不算'],
  ['前面有否定', { 活动地点: '未取消' }, '不算'],
  ['没有这个词', { 活动地点: '社区广场' }, '不算'],
  ['空白', { 活动地点: null }, '不算'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
