import { expect, test, vi } from 'vitest';
import { open, planOf, secret, sheetOf } from './opened.ts';

test('shows a place', async () => {
  const { host, workbook } = await open();
  await host.reveal({ sheet: "组织'录", address: 'B2:B3' });
  expect(workbook.active.name).toBe("组织'录");
  expect(workbook.selection).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
});

test('a place that is gone or hidden', async () => {
  const { host, workbook } = await open();
  await expect(host.reveal({ sheet: '无此表', address: 'A1' })).rejects.toMatchObject({
    code: 'gone',
    detail: '无此表',
  });
  sheetOf(workbook, '空表').visibility = 'Hidden';
  await expect(host.reveal({ sheet: '空表', address: 'A1' })).rejects.toMatchObject({ code: 'hidden', detail: '空表' });
  expect(sheetOf(workbook, '空表').visibility).toBe('Hidden');
});

test('hears selections and changes on every sheet, until it stops', async () => {
  const { host, workbook } = await open();
  const [selected, changed] = [vi.fn(), vi.fn()];
  const stop = await host.watch(selected, changed);
  workbook.byPerson(() => workbook.select(sheetOf(workbook, '花名册'), { top: 2, left: 1, bottom: 2, right: 1 }));
  await vi.waitFor(() => expect(selected).toHaveBeenLastCalledWith({ sheet: '花名册', address: 'B3' }));
  workbook.byPerson(() => sheetOf(workbook, "组织'录").setContents(1, 0, [[{ value: '改' }]]));
  await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith("组织'录"));
  workbook.byPerson(() => sheetOf(workbook, '花名册').insertLines('rows', 0, 1));
  await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith('花名册'));

  await stop();
  const calls = changed.mock.calls.length;
  workbook.byPerson(() => sheetOf(workbook, '花名册').setContents(1, 0, [[{ value: '再改' }]]));
  await host.read();
  expect(changed.mock.calls.length).toBe(calls);
});

test('our own writing is no change, nor is what a person writes into our sheets', async () => {
  const { host, workbook } = await open();
  const changed = vi.fn();
  await host.watch(() => {}, changed);
  await host.apply(await host.read(), secret, planOf);
  await host.clearMarks();
  workbook.byPerson(() => sheetOf(workbook, '差距清单').setContents(2, 2, [[{ value: '已核实' }]]));
  workbook.byPerson(() => sheetOf(workbook, '花名册').setContents(2, 1, [[{ value: '张甲甲' }]]));
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith('花名册'));
  expect(changed.mock.calls).toEqual([['花名册']]);
});

test('a change that Excel will not name counts all the same', async () => {
  const { host, workbook, office } = await open();
  const changed = vi.fn();
  await host.watch(() => {}, changed);
  office.host.editing = true;
  workbook.byPerson(() => sheetOf(workbook, '花名册').setContents(2, 1, [[{ value: '改' }]]));
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(''));
});
