import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { marked, open, planOf, secret, sheetOf } from './opened.ts';

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
  const plan = planOf([]);
  // Every cell that a change could shift or alter is marked.
  const everywhere = [
    { sheet: '花名册', address: 'A1:D6', level: 'error' as const },
    { sheet: "组织'录", address: 'A1:B3', level: 'error' as const },
  ];
  await expect(host.apply(basis, secret, () => ({ ...plan, marks: everywhere }))).rejects.toMatchObject({
    code: 'changed',
  });
  expect(office.host.batches).toBeLessThanOrEqual(third + 1);
  expect(marked(workbook)).toEqual([]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表']);
});

test('a row inserted after the marks were set: they move along with their cells', async () => {
  const { host, workbook, office } = await open();
  const basis = await host.read();
  const fourth = office.host.batches + 4;
  office.host.beforeBatch = (number) => {
    if (number === fourth) sheetOf(workbook, '花名册').insertLines('rows', 2, 1);
  };
  await host.apply(basis, secret, planOf);
  expect(marked(workbook).filter((each) => each.startsWith('花名册'))).toEqual([
    '花名册!B4 error',
    '花名册!B5 error',
    '花名册!C2 gap',
    '花名册!D7 error',
  ]);
});

test('hiding a row or writing 说明 is no change of what was read', async () => {
  const { host, workbook } = await open();
  const basis = await host.read();
  sheetOf(workbook, '花名册').setLines('rows', 2, 2, { hidden: true });
  await host.apply(basis, secret, planOf);
  sheetOf(workbook, '差距清单').setContents(2, 2, [[{ value: '已办' }]]);
  await host.apply(basis, secret, planOf);
});
