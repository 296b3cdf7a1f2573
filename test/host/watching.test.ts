import { expect, test, vi } from 'vitest';
import { patient } from '../patience.ts';
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
  await vi.waitFor(() => expect(selected).toHaveBeenLastCalledWith({ sheet: '花名册', address: 'B3' }), patient);
  workbook.byPerson(() => sheetOf(workbook, "组织'录").setContents(1, 0, [[{ value: '改' }]]));
  await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith("组织'录"), patient);
  workbook.byPerson(() => sheetOf(workbook, '花名册').insertLines('rows', 0, 1));
  await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith('花名册'), patient);

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
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith('花名册'), patient);
  expect(changed.mock.calls).toEqual([['花名册']]);
});

test('a change that Excel will not name counts all the same', async () => {
  const { host, workbook, office } = await open();
  const changed = vi.fn();
  await host.watch(() => {}, changed);
  office.host.editing = true;
  workbook.byPerson(() => sheetOf(workbook, '花名册').setContents(2, 1, [[{ value: '改' }]]));
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(''), patient);
});

test('no request for each event: sheets that were read are known', async () => {
  const { host, workbook, office } = await open();
  const [selected, changed] = [vi.fn(), vi.fn()];
  await host.watch(selected, changed);
  await host.read();
  const before = office.host.batches;
  // Excel would answer nothing.
  office.host.editing = true;
  for (let row = 2; row < 6; row++) {
    workbook.byPerson(() => workbook.select(sheetOf(workbook, '花名册'), { top: row, left: 1, bottom: row, right: 1 }));
    workbook.byPerson(() => sheetOf(workbook, '花名册').setContents(row, 1, [[{ value: '改' }]]));
  }
  await office.delivered();
  expect(selected).toHaveBeenLastCalledWith({ sheet: '花名册', address: 'B6' });
  expect(changed.mock.calls).toEqual(Array(4).fill(['花名册']));
  expect(office.host.batches).toBe(before);
});

test('line after line of 说明 is no change, though Excel answers nothing meanwhile', async () => {
  const { host, workbook, office } = await open();
  const changed = vi.fn();
  await host.watch(() => {}, changed);
  await host.apply(await host.read(), secret, planOf);
  await office.delivered();
  office.host.editing = true;
  for (const row of [2, 3])
    workbook.byPerson(() => sheetOf(workbook, '差距清单').setContents(row, 2, [[{ value: '已核实' }]]));
  await office.delivered();
  expect(changed).not.toHaveBeenCalled();
});

test('a sheet that is new is asked about once, with all the others; a copy of ours is the person’s', async () => {
  const { host, workbook, office } = await open();
  const changed = vi.fn();
  await host.watch(() => {}, changed);
  await host.read();
  const before = office.host.batches;
  const copy = workbook.addSheet('差距清单 (2)');
  for (const row of [0, 1, 2]) workbook.byPerson(() => copy.setContents(row, 0, [[{ value: '改' }]]));
  await office.delivered();
  expect(changed.mock.calls).toEqual(Array(3).fill(['差距清单 (2)']));
  // Its name is one of before, so that its marker is asked for too.
  expect(office.host.batches - before).toBeLessThanOrEqual(2);
});
