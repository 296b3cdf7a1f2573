import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Correction } from '../../shared/model.ts';
import { open, planOf, secret } from './opened.ts';

const corrections: readonly Correction[] = [
  { kind: 'headerRows', sheet: '花名册', rows: [2] },
  { kind: 'table', sheet: '花名册', address: 'A8:C9', table: null },
  { kind: 'table', sheet: "组织'录", address: 'A1:B3', table: 'W02' },
  { kind: 'column', sheet: '花名册', address: 'A2:D6', column: 'C', field: 'certified' },
  { kind: 'column', sheet: '花名册', address: 'A2:D6', column: 'D', field: null },
  { kind: 'table', sheet: '花名册', address: 'A2:D6', table: 'W03', as: 'subset' },
  { kind: 'continues', sheet: '续', address: 'A1:D6', of: { sheet: '花名册', address: 'A2:D6' } },
  { kind: 'column', table: 'W03', heading: '啥证', field: 'cert' },
  { kind: 'word', table: 'W03', field: 'cert', text: '中级社工证', means: '2' },
  { kind: 'word', table: 'W03', field: 'certified', text: '没发下来', means: false },
  { kind: 'word', table: 'W03', field: 'cert', text: '待考', means: null },
];

test('corrections are kept in the workbook in two trips, and replaced', async () => {
  const { host, office } = await open();
  const before = office.host.batches;
  await host.saveCorrections(corrections);
  // What is kept is looked up, for it is kept twice.
  expect(office.host.batches - before).toBe(2);
  expect((await host.read()).corrections).toEqual(corrections);

  await host.saveCorrections(corrections.slice(0, 1));
  expect((await host.read()).corrections).toEqual(corrections.slice(0, 1));
});

test('none leaves the workbook as it was, whether some were kept or not', async () => {
  const { host, office, workbook } = await open();
  const original = contentsOf(workbook);
  await host.saveCorrections([]);
  await host.saveCorrections(corrections);
  const before = office.host.batches;
  await host.saveCorrections([]);
  // What is kept is looked up, for it is kept twice.
  expect(office.host.batches - before).toBe(2);
  expect(workbook.settings.size).toBe(0);
  expect(contentsOf(workbook)).toEqual(original);
});

test('they are no change of the workbook, and outlive our sheets', async () => {
  const { host } = await open();
  const basis = await host.read();
  await host.saveCorrections(corrections);
  await host.apply(basis, secret, planOf);
  await host.removeSheets();
  expect((await host.read()).corrections).toEqual(corrections);
});

test.each([
  null,
  'x',
  { 0: corrections[0] },
  [null, 1, [], {}],
  [{ ...corrections[0], sheet: 1 }],
  [{ ...corrections[0], rows: 2 }],
  [{ ...corrections[0], rows: [] }],
  [{ ...corrections[0], rows: [0] }],
  [{ ...corrections[0], rows: [1_048_577] }],
  [{ ...corrections[1], address: 'A' }],
  [{ ...corrections[1], address: 'XFE1:XFE2' }],
  [{ ...corrections[1], table: undefined }],
  [{ ...corrections[3], column: '3' }],
  [{ ...corrections[3], field: 7 }],
  [{ ...corrections[3], kind: 'row' }],
  [{ ...corrections[5], as: 'half' }],
  [{ ...corrections[6], of: '花名册' }],
  [{ ...corrections[6], of: { sheet: '花名册', address: '' } }],
  [{ ...corrections[7], heading: '' }],
  [{ ...corrections[7], table: null }],
  [{ ...corrections[8], text: '字'.repeat(501) }],
  [{ ...corrections[8], field: null }],
  [{ ...corrections[8], means: 2 }],
  [{ ...corrections[8], sheet: '花名册' }],
])('what is malformed is passed over: %j', async (kept) => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.corrections', kept);
  expect((await host.read()).corrections).toEqual([]);
});

test('beside what is malformed the others hold, without members that are not known', async () => {
  const { host, workbook } = await open();
  const [first] = corrections;
  workbook.settings.set('ssld.corrections', [{ kind: 'table' }, { ...first, remark: '张三' }]);
  expect((await host.read()).corrections).toEqual([first]);
});

test('more than the service takes is not kept', async () => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.corrections', Array(300).fill(corrections[0]));
  expect((await host.read()).corrections).toHaveLength(200);
});

test('while a cell is edited nothing is kept, and that is said', async () => {
  const { host, office, workbook } = await open();
  office.host.editing = true;
  await expect(host.saveCorrections(corrections)).rejects.toMatchObject({ code: 'editing' });
  expect(workbook.settings.size).toBe(0);
});

test('an Excel that is too old says so', async () => {
  const { host } = await open({ excelApi: '1.8' });
  await expect(host.saveCorrections(corrections)).rejects.toMatchObject({ code: 'unsupported' });
});
