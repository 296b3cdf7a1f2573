import { expect, test, vi } from 'vitest';
import { contentsOf } from '../../../addin/preview/contents.ts';
import { open } from './opened.ts';

test.each<[string, (worksheet: Excel.Worksheet) => void]>([
  ['values', (worksheet) => worksheet.getRange('A1').set({ values: [[1]] })],
  ['fills', (worksheet) => worksheet.getRange('A1').format.fill.set({ color: '#FF0000' })],
  ['rules', (worksheet) => void worksheet.getRange('A1').conditionalFormats.add('Custom')],
  ['widths', (worksheet) => worksheet.getRange('A1').format.set({ columnWidth: 10 })],
  ['rows', (worksheet) => void worksheet.getRange('1:1').insert('Down')],
])('a protected sheet keeps its %s', async (_, write) => {
  const { run, sheet, workbook } = await open();
  sheet('甲').protected = true;
  const before = contentsOf(workbook);
  const writing = run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.protection.load('protected');
    await context.sync();
    expect(worksheet.protection.protected).toBe(true);
    write(worksheet);
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: 'AccessDenied' });
  expect(contentsOf(workbook)).toEqual(before);
});

test('a protected sheet lets what is not locked be filled in', async () => {
  const { run, sheet } = await open();
  sheet('甲').setStyle({ top: 1, left: 1, bottom: 1, right: 1 }, { locked: false });
  sheet('甲').protected = true;
  await run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange('B2').values = [[5]];
    await context.sync();
  });
  expect(sheet('甲').cell(1, 1).value).toBe(5);
});

test('a protected structure keeps its sheets', async () => {
  const { run, workbook } = await open();
  workbook.structureProtected = true;
  for (const change of [
    (sheets: Excel.WorksheetCollection) => void sheets.add('新'),
    (sheets: Excel.WorksheetCollection) => sheets.getItem('空').delete(),
    (sheets: Excel.WorksheetCollection) => sheets.getItem('空').set({ name: '新' }),
  ]) {
    const changing = run(async (context) => {
      change(context.workbook.worksheets);
      await context.sync();
    });
    await expect(changing).rejects.toMatchObject({ code: 'AccessDenied' });
  }
  expect(workbook.sheets.length).toBe(3);
});

test('while a cell is edited nothing goes', async () => {
  const { run, host } = await open();
  host.editing = true;
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('甲').load('name');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
});

test('what was done before a failing action stays done', async () => {
  const { run, sheet } = await open();
  const writing = run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.getRange('A1').values = [['first']];
    worksheet.getRange('A2:B2').values = [['wrong size']];
    worksheet.getRange('A3').values = [['third']];
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: 'InvalidArgument' });
  expect([0, 1, 2].map((row) => sheet('甲').cell(row, 0).value)).toEqual(['first', '现金', '银行']);
});

test.each([
  ['none', ['科目', '现金', '银行']],
  [1, ['1', '现金', '银行']],
  ['half', ['1', '2', '银行']],
  ['all', ['1', '2', '3']],
] as const)('a fault after %s of the second batch leaves so much done', async (applied, values) => {
  const { run, sheet, host } = await open();
  host.fault = { number: 2, applied };
  const writing = run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.load('name');
    await context.sync();
    ['1', '2', '3', '4'].forEach((value, row) => {
      worksheet.getRange(`A${row + 1}`).values = [[`'${value}`]];
    });
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: 'GeneralException' });
  expect([0, 1, 2].map((row) => sheet('甲').cell(row, 0).value)).toEqual(values);
  expect(host.batches).toBeGreaterThanOrEqual(2);
});

test('a person may edit between two round trips', async () => {
  const { run, sheet, host, workbook } = await open();
  host.beforeBatch = (number) => {
    if (number === 2) workbook.byPerson(() => sheet('甲').insertLines('rows', 0, 1));
  };
  await run(async (context) => {
    context.workbook.worksheets.getItem('甲').load('name');
    await context.sync();
    const range = context.workbook.worksheets.getItem('甲').getRange('A1');
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['']]);
  });
});

test('events: what a person selects and edits, on one sheet or on all, until the handler goes', async () => {
  const { run, sheet, workbook, delivered } = await open();
  const heard = vi.fn();
  const handlers = await run(async (context) => {
    const { worksheets } = context.workbook;
    const tell = async (event: { type: string; address: string }) => heard(event.type, event.address);
    const added = [
      worksheets.onSelectionChanged.add(tell),
      worksheets.onChanged.add(tell),
      worksheets.getItem('空').onChanged.add(async (event) => heard('空', event.address, event.triggerSource)),
    ];
    await context.sync();
    return added;
  });
  workbook.byPerson(() => {
    workbook.select(sheet('乙 表'), { top: 1, left: 1, bottom: 2, right: 2 });
    sheet('甲').setContents(0, 0, [[{ value: 1 }]]);
  });
  await run(async (context) => {
    context.workbook.worksheets.getItem('空').getRange('C3').values = [[1]];
    await context.sync();
  });
  await delivered();
  expect(heard.mock.calls).toEqual([
    ['WorksheetSelectionChanged', 'B2:C3'],
    ['WorksheetChanged', 'A1'],
    ['空', 'C3', 'ThisLocalAddin'],
    ['WorksheetChanged', 'C3'],
  ]);
  for (const handler of handlers) {
    await run(async () => {
      handler.remove();
      await handler.context.sync();
    });
  }
  workbook.byPerson(() => sheet('空').setContents(0, 0, [[{ value: 1 }]]));
  await delivered();
  expect(heard).toHaveBeenCalledTimes(4);
});

test('selects and activates, but no hidden sheet', async () => {
  const { run, workbook, sheet } = await open();
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('乙 表');
    worksheet.activate();
    worksheet.getRange('B2').select();
    const selected = context.workbook.getSelectedRange();
    selected.load('address');
    await context.sync();
    expect(selected.address).toBe("'乙 表'!B2");
  });
  expect(workbook.active.name).toBe('乙 表');
  sheet('空').visibility = 'Hidden';
  const activating = run(async (context) => {
    context.workbook.worksheets.getItem('空').activate();
    await context.sync();
  });
  await expect(activating).rejects.toMatchObject({ code: 'InvalidOperation' });
});
