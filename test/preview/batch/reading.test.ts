import { expect, test } from 'vitest';
import { open } from './opened.ts';

test('reads sheets with id, position and visibility', async () => {
  const { run, sheet } = await open();
  sheet('乙 表').visibility = 'Hidden';
  await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/visibility,items/position');
    const count = worksheets.getCount(true);
    await context.sync();
    expect(worksheets.items.map((each) => [each.name, each.visibility, each.position])).toEqual([
      ['甲', 'Visible', 0],
      ['乙 表', 'Hidden', 1],
      ['空', 'Visible', 2],
    ]);
    expect(count.value).toBe(2);
    const again = worksheets.getItem(worksheets.items[1]!.id);
    again.load('name');
    await context.sync();
    expect(again.name).toBe('乙 表');
  });
});

test('reads the used range: values, formulas, text, types and where it is', async () => {
  const { run, sheet } = await open();
  sheet('甲').setNumberFormat({ top: 1, left: 1, bottom: 1, right: 1 }, '0.00');
  sheet('甲').setStyle({ top: 40, left: 9, bottom: 40, right: 9 }, { fill: '#FF0000' });
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getUsedRange(true);
    const far = context.workbook.worksheets.getItem('甲').getUsedRange();
    const sum = context.workbook.worksheets.getItem('乙 表').getRange('A1');
    range.load('address,rowIndex,columnIndex,rowCount,columnCount,values,text,valueTypes,numberFormat');
    far.load('address');
    sum.load('address,values,formulas');
    await context.sync();
    expect(range.address).toBe('甲!A1:B3');
    expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([0, 0, 3, 2]);
    expect(range.values).toEqual([
      ['科目', '金额'],
      ['现金', 100],
      ['银行', '#REF!'],
    ]);
    expect(range.text[1]).toEqual(['现金', '100.00']);
    expect(range.valueTypes[2]).toEqual(['String', 'Error']);
    expect(range.numberFormat[1]).toEqual(['General', '0.00']);
    expect(far.address).toBe('甲!A1:J41');
    expect([sum.address, sum.values, sum.formulas]).toEqual(["'乙 表'!A1", [[100]], [['=SUM(甲!B1:B2)']]]);
  });
});

test('answers null objects, and null objects of null objects', async () => {
  const { run } = await open();
  await run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject('没有');
    const inside = missing.getRange('A1');
    const there = context.workbook.worksheets.getItemOrNullObject('甲');
    const empty = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true);
    const name = context.workbook.names.getItemOrNullObject('没有');
    for (const each of [inside, empty]) each.load('values');
    await context.sync();
    expect([missing, inside, there, empty, name].map((each) => each.isNullObject)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });
});

test('refuses to give what was not loaded', async () => {
  const { run } = await open();
  const reading = run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getRange('A1');
    await context.sync();
    return range.values;
  });
  await expect(reading).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

test('says what is missing and where it was asked for', async () => {
  const { run } = await open();
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('没有').load('name');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({
    code: 'ItemNotFound',
    debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
  });
});

test('says by name what it does not imitate', async () => {
  const { run } = await open();
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('甲').charts.load('items/name');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({
    code: 'HostNotImplemented',
    message: expect.stringContaining('Worksheet.charts'),
  });
});

test('finds merged areas by their first cell', async () => {
  const { run, sheet } = await open();
  sheet('甲').merge({ top: 0, left: 0, bottom: 0, right: 1 });
  sheet('甲').merge({ top: 1, left: 1, bottom: 2, right: 1 });
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    const all = worksheet.getRange('A1:B3').getMergedAreasOrNullObject();
    const none = worksheet.getRange('A3:B3').getMergedAreasOrNullObject();
    all.load('address,areaCount,areas/items/address');
    none.load('address');
    await context.sync();
    expect(all.address).toBe('甲!A1:B1,甲!B2:B3');
    expect(all.areas.items.map(({ address }) => address)).toEqual(['甲!A1:B1', '甲!B2:B3']);
    expect(none.isNullObject).toBe(true);
  });
});

test('tells hidden rows and columns: of a range, one by one, and by what is seen', async () => {
  const { run, sheet } = await open();
  sheet('甲').setLines('rows', 1, 1, { hidden: true });
  sheet('甲').setLines('columns', 1, 1, { hidden: true });
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('甲').getRange('A1:B3');
    const hidden = range.getRow(1);
    const rows = range.getRowProperties({ rowHidden: true });
    const seen = range.getSpecialCellsOrNullObject('Visible');
    const none = hidden.getSpecialCellsOrNullObject('Visible');
    range.load('rowHidden,columnHidden');
    hidden.load('rowHidden');
    seen.load('address');
    none.load('address');
    await context.sync();
    expect([range.rowHidden, range.columnHidden, hidden.rowHidden]).toEqual([null, null, true]);
    expect(rows.value.map((row) => row.rowHidden)).toEqual([false, true, false]);
    expect(seen.address).toBe('甲!A1,甲!A3');
    expect(none.isNullObject).toBe(true);
  });
});

test('gives null for the cells of whole columns, and refuses more than five million', async () => {
  const { run } = await open();
  await run(async (context) => {
    const column = context.workbook.worksheets.getItem('甲').getRange('A:A');
    column.load('values,address,isEntireColumn');
    await context.sync();
    expect([column.values, column.address, column.isEntireColumn]).toEqual([null, '甲!A:A', true]);
  });
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('空').getRangeByIndexes(0, 0, 500_001, 10).load('values');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: 'RangeExceedsLimit' });
});

test('refuses answers and requests of more than 5 MB', async () => {
  const { run, sheet } = await open();
  const long = 'x'.repeat(30_000);
  sheet('空').setContents(
    0,
    0,
    Array.from({ length: 200 }, () => [{ value: long }]),
  );
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('空').getUsedRange().load('values');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  const writing = run(async (context) => {
    context.workbook.worksheets.getItem('乙 表').getRange('A1:A200').values = Array.from({ length: 200 }, () => [long]);
    await context.sync();
  });
  await expect(writing).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  expect(sheet('乙 表').cell(1, 0).value).toBeNull();
});

test('knows no more than its requirement sets', async () => {
  const { run, Excel } = await open({ excelApi: '1.9' });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(false);
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange('A1').getMergedAreasOrNullObject();
  });
  await expect(reading).rejects.toMatchObject({ code: 'ApiNotFound' });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRanges('A1,B2').load('address');
    await context.sync();
  });
});

test('moves around: offsets, sizes, intersections, names', async () => {
  const { run, workbook } = await open();
  workbook.setName({ name: '金额', scope: null, formula: '=甲!$B$2:$B$3', visible: true, comment: '' });
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    const range = worksheet.getRange('B2:C4');
    const ranges = [
      range.getOffsetRange(1, -1),
      range.getResizedRange(-1, 1),
      range.getCell(1, 1),
      range.getRow(0),
      range.getColumn(1),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getLastCell(),
      range.getBoundingRect('A1'),
      range.getIntersectionOrNullObject('C1:C3'),
      range.getUsedRangeOrNullObject(true),
      worksheet.getRange('金额'),
      context.workbook.names.getItem('金额').getRange(),
    ];
    for (const each of ranges) each.load('address');
    const apart = range.getIntersectionOrNullObject('F9');
    apart.load('address');
    await context.sync();
    expect(ranges.map(({ address }) => address.split('!')[1])).toEqual(
      'A3:B5 B2:D3 C3 B2:C2 C2:C4 2:4 B:C C4 A1:C4 C2:C3 B2:B3 B2:B3 B2:B3'.split(' '),
    );
    expect(apart.isNullObject).toBe(true);
  });
});

test.each(['A0', 'XFE1', '没有', 'A1:B2:C3'])('%s is no range', async (address) => {
  const { run } = await open();
  const reading = run(async (context) => {
    context.workbook.worksheets.getItem('甲').getRange(address).load('address');
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('takes lists of addresses up to 8,192 characters', async () => {
  const { run } = await open();
  const list = Array.from({ length: 1700 }, (_, at) => `A${1000 + 2 * at}`).join(',');
  const ask = (address: string) =>
    run(async (context) => {
      const areas = context.workbook.worksheets.getItem('甲').getRanges(address);
      areas.load('areaCount');
      await context.sync();
      return areas.areaCount;
    });
  const short = list.slice(0, list.lastIndexOf(',', 8192));
  expect(await ask(short)).toBe(short.split(',').length);
  await expect(ask(list)).rejects.toMatchObject({ code: 'InvalidArgument' });
});
