/** Merged areas as Excel tells them: by first cell, cut off at the edges of what is asked about (office-js #3611, #1590). */
import { expect, test } from 'vitest';
import type { CellValue } from '../../addin/preview/workbook.ts';
import { open, sheetOf } from './opened.ts';

const rows = (count: number, columns: number): CellValue[][] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: columns }, (_, column) => `${row}-${column}`));

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

async function mergesOf(source: CellValue[][], merged: readonly ReturnType<typeof area>[]) {
  const { host, workbook, office } = await open({ source: { 甲: source } });
  for (const one of merged) sheetOf(workbook, '甲').merge(one);
  const before = office.host.batches;
  const { snapshot, notices } = await host.read();
  return { merges: snapshot.sheets[0]?.merges, notices, trips: office.host.batches - before };
}

test('#3611: areas taller than what is asked about at once come whole', async () => {
  // 20 columns: bands of 51 rows.
  const tall = [area(3, 0, 402, 0), area(10, 1, 500, 1), area(50, 2, 51, 3), area(450, 0, 599, 0)];
  const { merges, notices } = await mergesOf(rows(600, 20), tall);
  expect(merges).toEqual(['A4:A403', 'B11:B501', 'C51:D52', 'A451:A600']);
  expect(notices).toEqual([]);
});

test('#3611: whole, and told from each other, wherever they begin and end', async () => {
  const stairs = Array.from({ length: 40 }, (_, step) => area(step * 7, step % 5, step * 7 + 3 + step, step % 5));
  const apart = stairs.filter(
    ({ top, left }, at) => !stairs.some((other, before) => before < at && other.left === left && other.bottom >= top),
  );
  const { merges } = await mergesOf(rows(400, 40), apart);
  expect(merges).toHaveLength(apart.length);
  expect(merges).toContain('A1:A4');
  const heights = merges?.map((address) => address.match(/\d+/g)!.map(Number)).map(([top, bottom]) => bottom! - top!);
  expect(heights).toEqual(apart.map(({ top, bottom }) => bottom - top));
});

test('one merged area over all rows', async () => {
  const { merges } = await mergesOf(rows(3000, 4), [area(0, 1, 2999, 2)]);
  expect(merges).toEqual(['B1:C3000']);
});

test('most tables need no further round trip for them', async () => {
  const pairs = Array.from({ length: 1000 }, (_, at) => area(at * 2, 0, at * 2 + 1, 0));
  expect(await mergesOf(rows(2000, 10), pairs)).toMatchObject({ trips: 3, merges: { length: 1000 } });
});

test('what goes further than what is read ends there', async () => {
  const { merges } = await mergesOf(rows(5, 3), [area(0, 0, 0, 7), area(4, 1, 9, 1), area(1, 0, 2, 0)]);
  expect(merges).toEqual(['A1:C1', 'A2:A3']);
});

test('what cannot be read whole is said', async () => {
  const { notices } = await mergesOf([...rows(100_000, 1)], [area(0, 0, 99_998, 0)]);
  expect(notices).toEqual([expect.stringContaining('合并单元格')]);
});
