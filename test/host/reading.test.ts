import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { CellValue } from '../../addin/preview/workbook.ts';
import { open, planOf, secret, sheetOf } from './opened.ts';

test('copies what stands in the sheets, in three round trips', async () => {
  const { host, office } = await open();
  const before = office.host.batches;
  const { snapshot, secret: none, corrections, notices } = await host.read();
  expect(office.host.batches - before).toBe(3);
  expect(none).toBe(null);
  expect(corrections).toEqual([]);
  expect(notices).toEqual([]);
  expect(snapshot).toEqual({
    schema: 'workbook-snapshot/1',
    name: '花名册.xlsx',
    date1904: false,
    sheets: [
      {
        name: '花名册',
        visibility: 'Visible',
        address: 'A1:D6',
        values: [
          ['社区工作者花名册', null, null, null],
          ['序号', '姓名', '持证', '入职'],
          [1, '张甲', '是', 44165],
          [2, '李乙', '否', 43000],
          [3, '王丙', { error: '#REF!' }, null],
          [4, '赵丁', true, 43831],
        ],
        numberFormat: [
          ...Array.from({ length: 2 }, () => Array(4).fill('General')),
          ...Array.from({ length: 4 }, () => ['General', 'General', 'General', 'yyyy/m/d']),
        ],
        merges: ['A1:D1'],
        hiddenRows: [5],
        hiddenColumns: ['D'],
      },
      {
        name: "组织'录",
        visibility: 'Visible',
        address: 'A1:B3',
        values: [
          ['组织名称', '统一代码'],
          ['甲协会', '5234'],
          ['乙中心', null],
        ],
        numberFormat: Array.from({ length: 3 }, () => ['General', 'General']),
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
      },
      { name: '空表', visibility: 'Visible', address: 'A1', values: [[null]] },
    ],
  });
});

test('twenty sheets take no more round trips than one', async () => {
  const source = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`表${index}`, Array.from({ length: 30 }, (_, row) => [row, '甲', null])]),
  );
  const { host, office } = await open({ source });
  const before = office.host.batches;
  expect((await host.read()).snapshot.sheets).toHaveLength(20);
  expect(office.host.batches - before).toBe(3);
});

test('a table further down and to the right keeps its place', async () => {
  const { host, workbook } = await open({ source: { 甲: [] } });
  sheetOf(workbook, '甲').setContents(4, 2, [[{ value: 'x' }, { value: 1 }]]);
  sheetOf(workbook, '甲').setLines('columns', 3, 3, { hidden: true });
  sheetOf(workbook, '甲').setLines('rows', 4, 4, { hidden: true });
  const [sheet] = (await host.read()).snapshot.sheets;
  expect(sheet).toMatchObject({ address: 'C5:D5', values: [['x', 1]], hiddenRows: [5], hiddenColumns: ['D'] });
});

test('hidden sheets are read, deeply hidden ones only by name', async () => {
  const { host, workbook } = await open();
  sheetOf(workbook, '花名册').visibility = 'Hidden';
  sheetOf(workbook, "组织'录").visibility = 'VeryHidden';
  const { snapshot } = await host.read();
  expect(snapshot.sheets[0]).toMatchObject({ visibility: 'Hidden', address: 'A1:D6' });
  expect(snapshot.sheets[1]).toEqual({ name: "组织'录", visibility: 'VeryHidden', address: 'A1', values: [[null]] });
});

test('below ExcelApi 1.13 merged areas stay unknown, and it says so', async () => {
  const { host } = await open({ excelApi: '1.9' });
  const { snapshot, notices } = await host.read();
  expect(snapshot.sheets[0]).not.toHaveProperty('merges');
  expect(snapshot.sheets[0]).toMatchObject({ hiddenRows: [5], hiddenColumns: ['D'] });
  expect(notices).toEqual([expect.stringContaining('合并单元格')]);
});

test('below ExcelApi 1.9 every call says so, without asking Excel', async () => {
  const { host, office } = await open({ excelApi: '1.8' });
  const before = office.host.batches;
  const basis = { snapshot: { schema: 'workbook-snapshot/1', sheets: [] }, stamp: { sheets: [] } } as never;
  for (const call of [
    host.read(),
    host.apply(basis, secret, planOf),
    host.clearMarks(),
    host.removeSheets(),
    host.reveal({ sheet: '花名册', address: 'A1' }),
    host.watch(
      () => {},
      () => {},
    ),
  ])
    await expect(call).rejects.toMatchObject({ code: 'unsupported' });
  expect(office.host.batches).toBe(before);
});

test('more merged areas than Excel tells at once', async () => {
  const rows: CellValue[][] = Array.from({ length: 1400 }, (_, row) => [row, null, '甲', null]);
  const { host, workbook, office } = await open({ source: { 甲: rows } });
  for (let row = 0; row < 1400; row += 1) sheetOf(workbook, '甲').merge({ top: row, left: 0, bottom: row, right: 1 });
  const before = office.host.batches;
  const [sheet] = (await host.read()).snapshot.sheets;
  expect(office.host.batches - before).toBe(3);
  expect(sheet?.merges).toHaveLength(1400);
  expect(new Set(sheet?.merges).size).toBe(1400);
});

test('merged areas come whole, wherever they begin', async () => {
  const rows: CellValue[][] = Array.from({ length: 1200 }, (_, row) => [row, '甲', '乙', '丙']);
  const { host, workbook } = await open({ source: { 甲: rows } });
  for (let top = 0; top < 1200; top += 100) sheetOf(workbook, '甲').merge({ top, left: 0, bottom: top + 99, right: 0 });
  const [sheet] = (await host.read()).snapshot.sheets;
  expect(sheet?.merges).toEqual(Array.from({ length: 12 }, (_, at) => `A${at * 100 + 1}:A${at * 100 + 100}`));
});

test('the 1904 date system is told by a date and its text', async () => {
  const { host, workbook } = await open();
  workbook.date1904 = true;
  expect((await host.read()).snapshot.date1904).toBe(true);
});

test('dates that do not tell the system are said to be doubtful', async () => {
  const { host, workbook } = await open({ source: { 甲: [[44165]] } });
  sheetOf(workbook, '甲').setNumberFormat({ top: 0, left: 0, bottom: 0, right: 0 }, 'yy-m-d');
  const { snapshot, notices } = await host.read();
  expect(snapshot.date1904).toBe(false);
  expect(notices).toEqual([expect.stringContaining('1900')]);
});

test('five thousand rows of a usual ledger go in one piece', async () => {
  const row = ['田家庵区', '甲街道', '甲社区', '张三', '男', 44165, '是', '助理社会工作师', null, 12];
  const { host, office } = await open({ source: { 台账: Array.from({ length: 5000 }, () => row) } });
  const before = office.host.batches;
  expect((await host.read()).snapshot.sheets[0]?.values).toHaveLength(5000);
  expect(office.host.batches - before).toBe(3);
});

test('what is above 4 MB goes in more pieces, one for each further 4 MB', async () => {
  const row = Array.from({ length: 10 }, () => '服务对象满意度良好，已办结。'.repeat(3));
  const rows = Array.from({ length: 10_000 }, (_, index) => [index, ...row]);
  const { host, office } = await open({ source: { 台账: rows } });
  const before = office.host.batches;
  const [sheet] = (await host.read()).snapshot.sheets;
  const further =
    Math.ceil(new TextEncoder().encode(JSON.stringify([sheet?.values, sheet?.numberFormat])).length / 4 / 1024 ** 2) -
    1;
  expect(further).toBeGreaterThan(2);
  expect(office.host.batches - before).toBeLessThanOrEqual(3 + further);
  expect(sheet?.values.map(([first]) => first)).toEqual(rows.map(([first]) => first));
});

test('an answer that grew too large is asked for again in smaller pieces', async () => {
  const rows = Array.from({ length: 4000 }, (_, index) => [index, index < 20 ? '短' : '长'.repeat(1500)]);
  const { host } = await open({ source: { 台账: rows } });
  const [sheet] = (await host.read()).snapshot.sheets;
  expect(sheet?.values).toEqual(rows);
});

test('nothing to read', async () => {
  const { host } = await open({ source: { 甲: [], 乙: [] } });
  await expect(host.read()).rejects.toMatchObject({ code: 'empty' });
});

test('reading changes nothing', async () => {
  const { host, workbook } = await open();
  const before = contentsOf(workbook);
  await host.read();
  expect(contentsOf(workbook)).toEqual(before);
  expect(workbook.settings.size).toBe(0);
});

test('progress goes up, and a stop is heard between round trips', async () => {
  const { host, office } = await open();
  const shares: (number | null)[] = [];
  await host.read((share) => shares.push(share));
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort());

  const stop = new AbortController();
  const before = office.host.batches;
  office.host.beforeBatch = () => stop.abort();
  await expect(host.read(undefined, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  expect(office.host.batches - before).toBe(1);
});

test('a cell is being edited', async () => {
  const { host, office } = await open();
  office.host.editing = true;
  await expect(host.read()).rejects.toMatchObject({ code: 'editing' });
});
