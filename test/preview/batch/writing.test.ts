import { expect, test } from 'vitest';
import { contentsOf } from '../../../addin/preview/contents.ts';
import { open } from './opened.ts';

type Opened = Awaited<ReturnType<typeof open>>;

/** Writes `value` into E1, which has the format, and gives the cell. */
async function entered({ run, sheet }: Opened, value: unknown, numberFormat = 'General') {
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getRange('E1');
    range.numberFormat = [[numberFormat]];
    range.values = [[value]];
    await context.sync();
  });
  return sheet('甲').cell(0, 4);
}

test.each([
  ['12', { value: 12, formula: null, numberFormat: 'General' }],
  ['1,234.5', { value: 1234.5, formula: null, numberFormat: '#,##0' }],
  ['15.5%', { value: 0.155, formula: null, numberFormat: '0.00%' }],
  ['true', { value: true, formula: null, numberFormat: 'General' }],
  ['#N/A', { value: { error: '#N/A' }, formula: null, numberFormat: 'General' }],
  ['2020-11-30', { value: 44165, formula: null, numberFormat: 'm/d/yyyy' }],
  ['2020-13-05', { value: '2020-13-05', formula: null, numberFormat: 'General' }],
  ["'=1+1", { value: '=1+1', formula: null, numberFormat: 'General' }],
  ['=B2', { value: 100, formula: '=B2', numberFormat: 'General' }],
  ['-现金', { value: { error: '#NAME?' }, formula: '=-现金', numberFormat: 'General' }],
  ['2020年11月', { value: '2020年11月', formula: null, numberFormat: 'General' }],
])('what is written counts as typed: %s', async (value, cell) => {
  const opened = await open();
  expect(await entered(opened, value)).toMatchObject(cell);
});

test('a day is typed in the date system of the workbook', async () => {
  const opened = await open();
  opened.workbook.date1904 = true;
  expect(await entered(opened, '2020-11-30')).toMatchObject({ value: 44165 - 1462 });
});

test.each(['=1+1', '+2', '-3', '@关注', '0012', '2020-11-30', 'TRUE'])(
  'in a cell formatted as text %s stays as it is',
  async (value) => {
    const opened = await open();
    expect(await entered(opened, value, '@')).toMatchObject({ value, formula: null, numberFormat: '@' });
  },
);

test('refuses what begins with @ and is no text', async () => {
  const opened = await open();
  await expect(entered(opened, '@关注')).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('writes one value to all cells, leaves cells at null and empties them at ""', async () => {
  const { run, sheet } = await open();
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.getRange('D1:D2').values = 'x' as unknown as unknown[][];
    worksheet.getRange('A2:B2').values = [[null, '']];
    await context.sync();
  });
  expect([sheet('甲').cell(0, 3).value, sheet('甲').cell(1, 3).value]).toEqual(['x', 'x']);
  expect([sheet('甲').cell(1, 0).value, sheet('甲').cell(1, 1).value]).toEqual(['现金', null]);
});

test('refuses a block of another size', async () => {
  const { run } = await open();
  const writing = run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange('A1:B2').values = [[1]];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('a large block, which the client cuts into pieces, arrives whole', async () => {
  const { run, sheet } = await open();
  await run(async (context) => {
    const rows = Array.from({ length: 1000 }, (_, at) => [at, `第${at}行`, at / 2]);
    context.workbook.worksheets.getItem('空').getRange('B2:D1001').values = rows;
    await context.sync();
  });
  const value = (row: number) => [1, 2, 3].map((column) => sheet('空').cell(row, column).value);
  expect([value(1), value(750), value(1000)]).toEqual([
    [0, '第0行', 0],
    [749, '第749行', 374.5],
    [999, '第999行', 499.5],
  ]);
});

test('what is written is calculated by the next read of the same batch', async () => {
  const { run } = await open();
  await run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange('B2').values = [[7]];
    const sum = context.workbook.worksheets.getItem('乙 表').getRange('A1');
    sum.load('values');
    await context.sync();
    expect(sum.values).toEqual([[7]]);
  });
});

test('formats: fill, font, borders, alignment, sizes, merges', async () => {
  const { run, sheet } = await open();
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getRange('A1:B2');
    range.format.fill.color = 'yellow';
    range.format.font.bold = true;
    range.format.font.color = '#9c0006';
    range.format.horizontalAlignment = 'Center';
    range.format.wrapText = true;
    range.format.columnWidth = 96;
    range.getRow(0).format.rowHeight = 30;
    const edge = range.format.borders.getItem('EdgeBottom');
    edge.style = 'Continuous';
    edge.color = '#BFBFBF';
    range.getColumn(1).getEntireColumn().columnHidden = true;
    context.workbook.worksheets.getItem('甲').getRange('A3:B3').merge();
    range.load('format/fill/color,format/font/bold,format/columnWidth');
    await context.sync();
    expect([range.format.fill.color, range.format.font.bold, range.format.columnWidth]).toEqual([
      '#FFFF00',
      true,
      null,
    ]);
  });
  const top = { fill: '#FFFF00', bold: true, color: '#9C0006', horizontal: 'Center', wrap: true };
  const border = { style: 'Continuous', weight: 'Thin', color: '#BFBFBF' };
  expect(sheet('甲').cell(0, 0).style).toEqual(top);
  expect(sheet('甲').cell(1, 1).style).toEqual({ ...top, bottom: border });
  expect(sheet('甲').lines('columns')).toEqual(
    new Map([
      [0, { hidden: false, size: 96 }],
      [1, { hidden: true, size: 96 }],
    ]),
  );
  expect(sheet('甲').lines('rows').get(0)?.size).toBe(30);
  expect(sheet('甲').merges()).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
});

test('a column of no width is hidden', async () => {
  const { run, sheet } = await open();
  await run(async (context) => {
    const column = context.workbook.worksheets.getItem('甲').getRange('B:B');
    column.format.columnWidth = 0;
    column.load('columnHidden');
    await context.sync();
    expect(column.columnHidden).toBe(true);
  });
  expect(sheet('甲').lines('columns').get(1)?.hidden).toBe(true);
});

test('adds, renames, moves, freezes and deletes sheets', async () => {
  const { run, workbook } = await open();
  await run(async (context) => {
    const added = context.workbook.worksheets.add('清单');
    added.load('id,position');
    await context.sync();
    expect(added.position).toBe(3);
    added.name = '差距清单';
    added.position = 0;
    added.tabColor = '#C00000';
    added.freezePanes.freezeRows(2);
    added.showGridlines = false;
    context.workbook.worksheets.getItem('乙 表').delete();
    await context.sync();
  });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['差距清单', '甲', '空']);
  expect(workbook.sheets[0]).toMatchObject({
    tabColor: '#C00000',
    frozen: { rows: 2, columns: 0 },
    showGridlines: false,
  });
});

test.each([
  ['甲', 'ItemAlreadyExists'],
  ['a/b', 'InvalidArgument'],
  ['长'.repeat(32), 'InvalidArgument'],
])('refuses the name %s for a sheet', async (name, code) => {
  const { run } = await open();
  const adding = run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  await expect(adding).rejects.toMatchObject({ code });
});

test('keeps one visible sheet, and deletes none that is very hidden', async () => {
  const { run, sheet } = await open();
  const deleting = (name: string) =>
    run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
  sheet('空').visibility = 'VeryHidden';
  await expect(deleting('空')).rejects.toMatchObject({ code: 'InvalidOperation' });
  sheet('乙 表').visibility = 'Hidden';
  await expect(deleting('甲')).rejects.toMatchObject({ code: 'InvalidOperation' });
  await deleting('乙 表');
});

test('names: hidden, of a sheet, constants and ranges', async () => {
  const { run, workbook, sheet } = await open();
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    context.workbook.names.add('_mark', '=TRUE').visible = false;
    worksheet.names.add('_sheet', '="gaps"').visible = false;
    context.workbook.names.add('金额', worksheet.getRange('B2:B3'), '说明');
    context.workbook.names.load('items/name,items/visible,items/type,items/value,items/scope,items/formula');
    worksheet.names.load('items/name,items/value,items/scope');
    await context.sync();
    expect(context.workbook.names.items.map((name) => name.toJSON())).toMatchObject([
      { name: '_mark', visible: false, type: 'Boolean', value: true, scope: 'Workbook', formula: '=TRUE' },
      { name: '金额', visible: true, type: 'Range', scope: 'Workbook', formula: '=甲!$B$2:$B$3' },
    ]);
    expect(worksheet.names.items.map((name) => name.toJSON())).toMatchObject([
      { name: '_sheet', value: 'gaps', scope: 'Worksheet' },
    ]);
    context.workbook.names.getItem('_mark').delete();
    await context.sync();
  });
  expect(workbook.names().map(({ name, scope }) => [name, scope])).toEqual([
    ['_sheet', sheet('甲').id],
    ['金额', null],
  ]);
  const again = run(async (context) => {
    context.workbook.names.add('金额', '=1');
    await context.sync();
  });
  await expect(again).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
});

test('settings are set, read, replaced and deleted', async () => {
  const { run, workbook } = await open();
  await run(async (context) => {
    const { settings } = context.workbook;
    settings.add('a', { list: [1, 2] });
    settings.add('b', 'x');
    await context.sync();
    settings.add('b', 'y');
    settings.getItem('a').delete();
    const kept = settings.getItemOrNullObject('b');
    const gone = settings.getItemOrNullObject('a');
    kept.load('value');
    gone.load('value');
    await context.sync();
    expect([kept.value, gone.isNullObject]).toEqual(['y', true]);
  });
  expect([...workbook.settings]).toEqual([['b', 'y']]);
});

test('inserted rows move the ranges that a client keeps', async () => {
  const { run, sheet, workbook } = await open();
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getRange('A2:B2');
    range.load('address');
    await context.sync();
    workbook.byPerson(() => sheet('甲').insertLines('rows', 0, 3));
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values]).toEqual(['甲!A5:B5', [['现金', 100]]]);
    workbook.byPerson(() => sheet('甲').removeLines('rows', 4, 1));
    range.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('inserts and deletes whole rows; to shift single cells is said to be beyond it', async () => {
  const { run, sheet } = await open();
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.getRange('2:3').insert('Down');
    worksheet.getRange('A:A').delete('Left');
    await context.sync();
  });
  expect(sheet('甲').cell(3, 0).value).toBe(100);
  const shifting = run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange('A1').insert('Down');
    await context.sync();
  });
  await expect(shifting).rejects.toMatchObject({ code: 'HostNotImplemented' });
});

test('clearing takes what is asked for', async () => {
  const { run, sheet } = await open();
  sheet('甲').setStyle({ top: 0, left: 0, bottom: 2, right: 1 }, { bold: true });
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.getRange('A1:B1').clear('Contents');
    worksheet.getRange('A2:B2').clear('Formats');
    worksheet.getRanges('A3,B3').clear();
    await context.sync();
  });
  const cells = [0, 1, 2].map((row) => sheet('甲').cell(row, 0));
  expect(cells.map(({ value, style }) => [value, style])).toEqual([
    [null, { bold: true }],
    ['现金', {}],
    [null, {}],
  ]);
});

test('reading changes nothing', async () => {
  const { run, workbook } = await open();
  const before = contentsOf(workbook);
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getUsedRange();
    range.load();
    range.conditionalFormats.load();
    range.dataValidation.load();
    range.format.load();
    context.workbook.names.load();
    context.workbook.settings.load();
    context.workbook.worksheets.load();
    await context.sync();
  });
  expect(contentsOf(workbook)).toEqual(before);
});
