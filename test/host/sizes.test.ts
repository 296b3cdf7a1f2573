/** Much text: it travels in pieces by its own bytes, and in smaller ones where Excel refuses. */
import { expect, test } from 'vitest';
import type { CellValue } from '../../addin/preview/workbook.ts';
import { open, planOf, type Said, secret, sheetOf } from './opened.ts';

/** Long texts stand together after many short rows, so that no mean tells how many bytes they take. */
const source: { readonly 台账: CellValue[][] } = {
  台账: Array.from({ length: 6000 }, (_, row) => [row, row < 5800 ? '短' : '长'.repeat(9000)]),
};

const marked = (said: Said) => ({
  ...planOf(said),
  marks: [{ sheet: '台账', address: 'B6000', level: 'note' as const }],
});

test('what could be read is also compared, and so written', async () => {
  const { host, workbook } = await open({ source });
  const basis = await host.read();
  expect(basis.snapshot.sheets[0]?.values).toEqual(source.台账);
  await host.apply(basis, secret, marked);
  expect(sheetOf(workbook, '差距清单').cell(0, 0).value).toBe('差距清单');
});

test('an Excel that takes a tenth of it reads, compares and writes in smaller pieces', async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => [row, '服务对象满意度良好，已办结。'.repeat(10)]);
  const { host, workbook, office } = await open({ source: { 台账: rows } });
  office.host.payloadLimit = 512 * 1024;
  const basis = await host.read();
  expect(basis.snapshot.sheets[0]?.values).toEqual(rows);
  const keys = Array.from({ length: 2000 }, (_, at) => `键${at}`);
  const long = (said: Said) => ({
    ...planOf(said, { keys, problem: '请核对登记证书后改正。'.repeat(20) }),
    marks: [],
  });
  expect(await host.apply(basis, secret, long)).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [] });
  const gaps = sheetOf(workbook, '差距清单');
  expect([2, 900, 2001].map((row) => gaps.cell(row, 3).value)).toEqual(['键0', '键898', '键1999']);
  expect(workbook.sheets).toHaveLength(3);
  expect(workbook.settings.has('ssld.pending')).toBe(false);
});

test('a change in the last piece is found', async () => {
  const { host, workbook } = await open({ source });
  const basis = await host.read();
  sheetOf(workbook, '台账').setContents(5998, 1, [[{ value: '改' }]]);
  await expect(host.apply(basis, secret, marked)).rejects.toMatchObject({ code: 'changed', detail: '台账!B5999' });
});
