/** What stands in a cell, asked of Excel before something is put there. */
import { expect, test } from 'vitest';
import { standingAt } from '../../addin/host/standing.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import { open, sheetOf } from './opened.ts';

const at = (address: string) => ({ sheet: '花名册', address });
const blank = { text: '', formula: null, isMerged: false, isProtected: false };

test('a text, a date as it is shown, and a blank cell, in one round trip that changes nothing', async () => {
  const { workbook, office } = await open();
  const before = contentsOf(workbook);
  const trips = office.host.batches;
  expect(await standingAt(at('B4'), true)).toEqual({ ...blank, text: '李乙' });
  expect(office.host.batches).toBe(trips + 1);
  expect(await standingAt(at('D3'), true)).toEqual({ ...blank, text: '2020/11/30' });
  expect(await standingAt(at('C9:D12'), true)).toEqual(blank);
  expect(contentsOf(workbook)).toEqual(before);
});

test('a formula is told with what it comes to', async () => {
  const { workbook } = await open();
  sheetOf(workbook, '花名册').setContents(8, 2, [[{ formula: '=1+1', value: 2 }]]);
  expect(await standingAt(at('C9'), true)).toMatchObject({ text: '2', formula: '=1+1' });
});

test('cells of several rows in one are told, those of one row are none', async () => {
  const { workbook } = await open();
  const sheet = sheetOf(workbook, '花名册');
  sheet.merge({ top: 9, left: 2, bottom: 12, right: 2 });
  sheet.merge({ top: 20, left: 0, bottom: 20, right: 2 });
  sheet.merge({ top: 31, left: 0, bottom: 35, right: 0 });
  expect(await standingAt(at('C10:C13'), true)).toMatchObject({ isMerged: true });
  expect(await standingAt(at('A21:C21'), true)).toMatchObject({ isMerged: false });
  expect(await standingAt(at('A31'), true)).toMatchObject({ isMerged: false });
});

test('an Excel that cannot tell merged cells is not asked', async () => {
  const { workbook } = await open({ excelApi: '1.9' });
  sheetOf(workbook, '花名册').merge({ top: 9, left: 2, bottom: 12, right: 2 });
  expect(await standingAt(at('C10'), false)).toEqual(blank);
});

test('a protected sheet, and one that is gone', async () => {
  const { workbook } = await open();
  sheetOf(workbook, '花名册').protected = true;
  expect(await standingAt(at('B4'), true)).toMatchObject({ isProtected: true });
  await expect(standingAt({ sheet: '旧表', address: 'B4' }, true)).rejects.toMatchObject({ code: 'gone' });
});
