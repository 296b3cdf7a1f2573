import { expect, test } from 'vitest';
import { openWorkbook } from '../../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../../addin/preview/xlsx/save.ts';
import { open } from './opened.ts';

test('a page is set up, told again, and saved', async () => {
  const { run, sheet, workbook } = await open();
  const told = await run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem('乙 表');
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.leftMargin = 18;
    pageLayout.footerMargin = 9;
    pageLayout.centerHorizontally = true;
    pageLayout.headersFooters.defaultForAllPages.leftFooter = '甲';
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    pageLayout.setPrintTitleRows('$1:$2');
    await context.sync();
    pageLayout.load('orientation,paperSize,zoom,leftMargin,rightMargin,centerHorizontally');
    const footer = pageLayout.headersFooters.defaultForAllPages.load('leftFooter,centerFooter');
    await context.sync();
    return { ...pageLayout.toJSON(), footer: [footer.leftFooter, footer.centerFooter] };
  });
  expect(told).toMatchObject({
    orientation: 'Landscape',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
    leftMargin: 18,
    rightMargin: 50.4,
    centerHorizontally: true,
    footer: ['甲', '第 &P 页'],
  });
  const { page } = sheet('乙 表');
  expect([page.fit, page.footer]).toEqual([{ wide: 1, tall: 0 }, '&L甲&C第 &P 页']);
  const again = await openWorkbook(await saveWorkbook(workbook));
  expect(again.sheets.map((each) => each.page)).toEqual(workbook.sheets.map((each) => each.page));
  expect(again.names().map(({ name, formula }) => [name, formula])).toEqual([['_xlnm.Print_Titles', "='乙 表'!$1:$2"]]);
});

test('a filter is over rows, moves with them, is saved, and is taken away', async () => {
  const { run, sheet, workbook } = await open();
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    worksheet.autoFilter.apply(worksheet.getRange('A1:B3'));
    worksheet.getRange('1:1').insert('Down');
    await context.sync();
    const range = worksheet.autoFilter.getRangeOrNullObject().load('address');
    await context.sync();
    expect(range.address).toBe('甲!A2:B4');
  });
  const saved = await openWorkbook(await saveWorkbook(workbook));
  expect(saved.sheets[0]!.filter).toEqual({ top: 1, left: 0, bottom: 3, right: 1 });
  expect(saved.names().map(({ name, visible }) => [name, visible])).toEqual([['_xlnm._FilterDatabase', false]]);
  await run(async (context) => {
    context.workbook.worksheets.getItem('甲').autoFilter.remove();
    await context.sync();
  });
  expect(sheet('甲').filter).toBeNull();
});

test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
  ['rows that are no rows', ({ pageLayout }) => pageLayout.setPrintTitleRows('A1:B2'), 'InvalidArgument'],
  [
    'a filter over cells of another sheet',
    (sheet) => sheet.autoFilter.apply(sheet.context.workbook.worksheets.getItem('空').getRange('A1')),
    'InvalidArgument',
  ],
  [
    'a paper that is not imitated',
    ({ pageLayout }) => {
      pageLayout.paperSize = 'B4';
    },
    'HostNotImplemented',
  ],
])('%s: refused', async (_, ask, code) => {
  const { run } = await open();
  const refused = run(async (context) => {
    ask(context.workbook.worksheets.getItem('甲'));
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code });
});

test('on a protected sheet nothing of it changes', async () => {
  const { run, sheet } = await open();
  sheet('甲').protected = true;
  for (const ask of [
    (one: Excel.Worksheet) => one.autoFilter.apply(one.getRange('A1:B3')),
    (one: Excel.Worksheet) => one.pageLayout.setPrintTitleRows('$1:$1'),
    (one: Excel.Worksheet) => {
      one.pageLayout.orientation = 'Landscape';
    },
  ])
    await expect(
      run(async (context) => {
        ask(context.workbook.worksheets.getItem('甲'));
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'AccessDenied' });
  expect([sheet('甲').filter, sheet('甲').page.landscape]).toEqual([null, false]);
});
