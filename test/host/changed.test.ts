import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { marked, none, open, planOf, type Said, secret, sheetOf } from './opened.ts';

const changes: readonly (readonly [string, (workbook: Workbook) => unknown, string])[] = [
  ['a row inserted', (workbook) => sheetOf(workbook, '花名册').insertLines('rows', 2, 1), '花名册'],
  ['a row inserted above the table', (workbook) => sheetOf(workbook, '花名册').insertLines('rows', 0, 1), '花名册'],
  ['a row deleted', (workbook) => sheetOf(workbook, '花名册').removeLines('rows', 5, 1), '花名册'],
  ['a cell edited', (workbook) => sheetOf(workbook, '花名册').setContents(3, 1, [[{ value: '改' }]]), '花名册!B4'],
  ['a cell emptied', (workbook) => sheetOf(workbook, "组织'录").setContents(1, 1, [[{ value: null }]]), "组织'录!B2"],
  ['a row added below', (workbook) => sheetOf(workbook, "组织'录").setContents(3, 0, [[{ value: '丙' }]]), "组织'录"],
  ['something in an empty sheet', (workbook) => sheetOf(workbook, '空表').setContents(0, 0, [[{ value: 1 }]]), '空表'],
  ['a sheet renamed', (workbook) => Object.assign(sheetOf(workbook, '花名册'), { name: '名册' }), '花名册'],
  ['a sheet deleted', (workbook) => workbook.removeSheet(sheetOf(workbook, '花名册')), '花名册'],
  ['a sheet added', (workbook) => workbook.addSheet('新表'), '新表'],
];

test.each(changes)('%s after reading: nothing is written', async (_, change, where) => {
  const { host, workbook } = await open();
  const basis = await host.read();
  change(workbook);
  const changed = contentsOf(workbook);
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({
    code: 'changed',
    detail: expect.stringContaining(where),
  });
  expect(contentsOf(workbook)).toEqual(changed);
});

test.each(changes.slice(0, 6))('%s between comparing and marking: no mark stays', async (_, change) => {
  const { host, workbook, office } = await open();
  const basis = await host.read();
  const third = office.host.batches + 3;
  office.host.beforeBatch = (number) => {
    if (number === third) change(workbook);
  };
  const plan = planOf(none);
  // Every cell that a change could shift or alter is marked.
  const everywhere = [
    { sheet: '花名册', address: 'A1:D6', level: 'error' as const },
    { sheet: "组织'录", address: 'A1:B3', level: 'error' as const },
  ];
  await expect(host.apply(basis, secret, () => ({ ...plan, marks: everywhere }))).rejects.toMatchObject({
    code: 'changed',
  });
  // One asks whether a value changed by itself, one takes back, and one keeps the names that go by the settings again.
  expect(office.host.batches).toBeLessThanOrEqual(third + 3);
  expect(marked(workbook)).toEqual([]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表']);
});

test('on a later writing what people wrote stays, and the links go, for they would lead astray', async () => {
  const { host, workbook, office } = await open();
  const basis = await host.read();
  await host.apply(basis, secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  gaps.setContents(2, 2, [[{ value: '已办' }]]);
  // 差距清单 is read again before.
  const fourth = office.host.batches + 4;
  office.host.beforeBatch = (number) => {
    if (number === fourth) sheetOf(workbook, "组织'录").insertLines('rows', 1, 1);
  };
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'changed', detail: "组织'录" });
  // One takes back, and one dresses the sheets that were filled once more.
  expect(office.host.batches).toBe(fourth + 2);
  expect(marked(workbook)).toEqual([]);
  expect(gaps.cell(2, 1)).toMatchObject({ value: '组织"甲"!B2', formula: null });
  expect(gaps.cell(2, 2).value).toBe('已办');
  expect(workbook.settings.has('ssld.pending')).toBe(false);
});

test('a row inserted between two pieces of a long list', async () => {
  const { host, workbook, office } = await open();
  const basis = await host.read();
  const fourth = office.host.batches + 4;
  office.host.beforeBatch = (number) => {
    if (number === fourth) sheetOf(workbook, '花名册').insertLines('rows', 2, 1);
  };
  const keys = Array.from({ length: 6000 }, (_, index) => `key-${index}`);
  const long = (said: Said) => planOf(said, { keys, problem: '请核对登记证书后改正。'.repeat(30) });
  await expect(host.apply(basis, secret, long)).rejects.toMatchObject({ code: 'changed', detail: '花名册' });
  expect(office.host.batches).toBeGreaterThan(fourth);
  expect(marked(workbook)).toEqual([]);
  expect(workbook.sheets).toHaveLength(3);
});

test('hiding a row or writing 说明 is no change of what was read', async () => {
  const { host, workbook } = await open();
  const basis = await host.read();
  sheetOf(workbook, '花名册').setLines('rows', 2, 2, { hidden: true });
  await host.apply(basis, secret, planOf);
  sheetOf(workbook, '差距清单').setContents(2, 2, [[{ value: '已办' }]]);
  await host.apply(basis, secret, planOf);
});
