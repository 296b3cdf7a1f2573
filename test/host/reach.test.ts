/** Something stands far away by mistake: it is named, the rest is read, and writing works. */
import { expect, test } from 'vitest';
import { allMarked, marked, open, planOf, type Said, secret, sheetOf } from './opened.ts';

test('a stray cell in the last column of Excel is named, and no request reaches there', async () => {
  const { host, workbook, office } = await open();
  sheetOf(workbook, '花名册').setContents(2, 16_383, [[{ value: 'x' }]]);
  const before = office.host.batches;
  const { snapshot } = await host.read();
  expect(office.host.batches - before).toBe(3);
  const [roster, others] = snapshot.sheets;
  expect(roster).toMatchObject({
    address: 'A1:AMJ6',
    beyond: 'XFD3',
    hiddenRows: [5],
    hiddenColumns: ['D'],
    merges: ['A1:D1'],
  });
  expect(roster?.values).toHaveLength(6);
  expect(roster?.values[2]?.slice(0, 5)).toEqual([1, '张甲', '是', 44165, null]);
  expect(roster?.values[2]).toHaveLength(1024);
  expect(others).toMatchObject({ address: 'A1:B3' });
  expect(others).not.toHaveProperty('beyond');
});

test('a stray cell in the last row: that sheet is named and not read, the others are', async () => {
  const { host, workbook } = await open();
  sheetOf(workbook, '花名册').setContents(1_048_575, 2, [[{ value: 'x' }]]);
  const { snapshot } = await host.read();
  const [roster, others] = snapshot.sheets;
  expect(roster).toEqual({
    name: '花名册',
    visibility: 'Visible',
    address: 'A1',
    values: [[null]],
    beyond: 'A1:D1048576',
  });
  expect(others).toMatchObject({ address: 'A1:B3', merges: [] });
});

test('where nothing else is there, it still is no empty workbook', async () => {
  const { host, workbook } = await open({ source: { 甲: [['x']] } });
  sheetOf(workbook, '甲').setContents(1_048_575, 16_383, [[{ value: 'x' }]]);
  expect((await host.read()).snapshot.sheets[0]).toMatchObject({ values: [[null]], beyond: 'A1:XFD1048576' });
});

const places: readonly (readonly [string, number, number])[] = [
  ['column', 2, 16_383],
  ['row', 1_048_575, 2],
];

test.each(places)('marks and sheets are written all the same: last %s', async (_, row, column) => {
  const { host, workbook } = await open();
  sheetOf(workbook, '花名册').setContents(row, column, [[{ value: 'x' }]]);
  // Nothing is marked on a sheet that was not read.
  const isRead = column > 1000;
  const plan = (said: Said) => {
    const whole = planOf(said);
    return isRead ? whole : { ...whole, marks: whole.marks.filter(({ sheet }) => sheet !== '花名册') };
  };
  for (let times = 0; times < 2; times++) {
    const basis = await host.read();
    expect(await host.apply(basis, secret, plan)).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [] });
    expect(marked(workbook)).toEqual(isRead ? allMarked : allMarked.filter((mark) => !mark.startsWith('花名册')));
  }
});

test('that it went away is a change of what was read', async () => {
  const { host, workbook } = await open();
  const roster = sheetOf(workbook, '花名册');
  roster.setContents(2, 16_383, [[{ value: 'x' }]]);
  const basis = await host.read();
  roster.setContents(2, 16_383, [[{ value: null }]]);
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'changed', detail: '花名册' });
});

test('a stray cell on a sheet of ours stays, and what people wrote there is not lost', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  gaps.setContents(2, 2, [[{ value: '已办' }]]);
  gaps.setContents(1_048_575, 16_383, [[{ value: 'x' }]]);
  await host.apply(await host.read(), secret, planOf);
  expect(gaps.cell(2, 2).value).toBe('已办');
});
