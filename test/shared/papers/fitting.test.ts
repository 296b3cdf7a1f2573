/** 清单排得下：通知两页，列宽按内容定，一处也不少。 */
import { expect, test } from 'vitest';
import type { TableColumn } from '../../../shared/report/documents/blocks.ts';
import { fitted, inBands } from '../../../shared/report/documents/fitting.ts';
import { textOf } from '../../../shared/report/parts.ts';

type Row = readonly [number: string, problem: string, demand: string];

const column = (heading: string, at: 0 | 1 | 2): TableColumn<Row> => ({
  heading,
  width: 1,
  align: 'left',
  cell: (row) => [row[at]],
});
const columns = [column('问题编号', 0), column('问题', 1), column('要求', 2)];
const one = (problem = 2, demand = 2): Row => ['ZG-ME7K9-S57CSN', '问题的话'.repeat(problem), '要求'.repeat(demand)];
const listOf = (count: number, row = one()) =>
  fitted(
    columns,
    Array.from({ length: count }, () => row),
    '没有问题。',
  );

test('字多的一栏宽，编号一行放得下', () => {
  const [number, problem, demand] = listOf(3, one(40, 20)).columns.map(({ width }) => width);
  expect(number).toBeGreaterThan(8);
  expect(number).toBeLessThan(12);
  expect(problem!).toBeGreaterThan(demand!);
  expect(demand!).toBeGreaterThan(number!);
});

test('一页放得下的用小五号；用细字才放得下的用细字；都放不下的不缩小，接到下一页', () => {
  expect([10, 31, 33, 34, 60].map((count) => listOf(count).type)).toEqual(['small', 'small', 'fine', 'fine', 'small']);
});

test('一行也不少', () => {
  for (const count of [1, 33, 60]) expect(listOf(count).rows.map((row) => row.map(textOf))).toHaveLength(count);
});

test('几份清单合成一张表：表头一次，各有一行题目，一行也不少，都算进一页的高', () => {
  const of = (count: number) => ({ title: `第${count}份`, rows: Array.from({ length: count }, () => one()) });
  const { rows, type } = inBands(columns, [of(3), of(2)], '没有问题。');
  expect(rows.map((row) => row.map(textOf).join('|'))).toEqual([
    '第3份',
    ...Array(3).fill(one().join('|')),
    '第2份',
    ...Array(2).fill(one().join('|')),
  ]);
  expect(type).toBe('small');
  expect(listOf(31).type).toBe('small');
  expect(inBands(columns, [of(16), of(15)], '').type).toBe('fine');
});
