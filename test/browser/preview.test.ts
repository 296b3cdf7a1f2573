import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type {} from '../../addin/preview/opened.ts';
import type { WorkbookEvent } from '../../addin/preview/workbook.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { patient } from '../patience.ts';
import { oddFile } from '../preview/odd-file.ts';
import { openBrowser } from './browser.ts';

const SAMPLES = new URL('../fixtures/samples/', import.meta.url);
const samples = JSON.parse(readFileSync(new URL('index.json', SAMPLES), 'utf8')) as { file: string; title: string }[];
const messy = samples.find(({ file }) => file.startsWith('HN-05'))!.file;

let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  errors.length = 0;
  page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport: { width: 1100, height: 600 } });
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(errors).toEqual([]);
});

async function openSample(file: string): Promise<void> {
  await page.goto(`${inject('origin')}/preview/?sample=${encodeURIComponent(file)}`);
  await page.waitForFunction(() => globalThis.preview?.grid);
  await page.getByRole('button', { name: '关闭任务窗格' }).click();
  await settled();
}

async function openBytes(bytes: Uint8Array, name: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await shows(name);
}

async function shows(name: string): Promise<void> {
  await page.waitForFunction((wanted) => globalThis.preview?.workbook.name === wanted && globalThis.preview.grid, name);
  await settled();
}

/** What a person did has been taken over. Univer ends its commands in tasks of their own. */
async function settled(): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((turned) => setTimeout(turned));
      await globalThis.preview!.grid!.settled();
    }
  });
}

const select = (sheet: number, row: number, column: number) =>
  page.evaluate(
    ([sheet, row, column]) => {
      const { workbook } = globalThis.preview!;
      workbook.select(workbook.sheets[sheet!]!, { top: row!, left: column!, bottom: row!, right: column! });
    },
    [sheet, row, column],
  );

const cell = (sheet: number, row: number, column: number) =>
  page.evaluate(
    ([sheet, row, column]) => globalThis.preview!.workbook.sheets[sheet!]!.cell(row!, column!),
    [sheet, row, column],
  );

/** Of the workbook as it would be saved now. */
async function contents() {
  const { bytes, name } = await page.evaluate(async () => {
    const { workbook, save } = globalThis.preview!;
    return { bytes: [...(await save())], name: workbook.name };
  });
  return contentsOf(await openWorkbook(new Uint8Array(bytes), name));
}

/** Places where the grid shows something else than the workbook holds. */
const differences = () =>
  page.evaluate(() => {
    const { workbook, grid } = globalThis.preview!;
    const book = grid!.api.getActiveWorkbook()!;
    const found: string[] = [];
    const names = book.getSheets().map((sheet) => sheet.getSheetName());
    const wanted = workbook.sheets.map((sheet) => sheet.name);
    if (JSON.stringify(names) !== JSON.stringify(wanted)) found.push(`sheets ${names} for ${wanted}`);
    for (const sheet of workbook.sheets) {
      const shown = book.getSheetByName(sheet.name)!;
      if (shown.isSheetHidden() !== (sheet.visibility !== 'Visible')) found.push(`${sheet.name} hidden`);
      if (shown.getMergeData().length !== sheet.merges().length) found.push(`${sheet.name} merges`);
      const drawn = sheet.conditionalFormats().filter(({ type }) => type === 'Custom' || type === 'CellValue').length;
      if (shown.getConditionalFormattingRules().length !== drawn) found.push(`${sheet.name} formats`);
      let count = 0;
      sheet.eachCell((row, column, { value, style }) => {
        const data = shown.getSheet().getCellRaw(row, column);
        if (value !== null) count += 1;
        const held = value !== null && typeof value === 'object' ? value.error : value;
        const seen = typeof held === 'boolean' ? Boolean(data?.v) : (data?.v ?? null);
        const fill = book.getWorkbook().getStyles().getStyleByCell(data)?.bg?.rgb;
        // The grid counts days from 1900 only.
        const days = workbook.date1904 && typeof held === 'number' && seen === held + 1462;
        if (seen !== held && !days) found.push(`${sheet.name} ${row},${column}: ${seen} for ${held}`);
        if (fill?.toUpperCase() !== style.fill) found.push(`${sheet.name} ${row},${column}: ${fill} for ${style.fill}`);
      });
      shown
        .getSheet()
        .getCellMatrix()
        .forValue((_row, _column, data) => {
          if (data?.v !== undefined && data.v !== null && data.v !== '') count -= 1;
        });
      if (count !== 0) found.push(`${sheet.name}: ${-count} values too many`);
    }
    return found;
  });

test('shows every sample as it is, and saves it as it was', async () => {
  await openSample(messy);
  for (const { file, title } of samples) {
    await page.getByRole('combobox', { name: '样例' }).selectOption(title);
    await shows(file);
    expect(await differences(), file).toEqual([]);
    const bytes = new Uint8Array(readFileSync(new URL(file, SAMPLES)));
    expect(await contents()).toEqual(contentsOf(await openWorkbook(bytes, file)));
  }
});

test('takes over what a person types, formats and undoes', async () => {
  await openSample(messy);
  await page.evaluate(() => {
    globalThis.heard = [];
    globalThis.preview!.workbook.listen((event) => {
      const { type, byPerson } = event;
      globalThis.heard.push({ type, byPerson, ...('area' in event ? { area: event.area } : {}) });
    });
  });
  const before = await cell(0, 4, 1);
  await select(0, 4, 1);
  await page.keyboard.type('8700人');
  expect(await page.evaluate(() => globalThis.preview!.host.editing)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(0, 4, 1), patient).toEqual({ ...before, value: '8700人' });
  expect(await page.evaluate(() => globalThis.preview!.host.editing)).toBe(false);
  expect(await page.evaluate(() => globalThis.heard)).toContainEqual({
    type: 'edited',
    byPerson: true,
    area: { top: 4, left: 1, bottom: 4, right: 1 },
  });
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell(0, 4, 1), patient).toEqual(before);

  await select(0, 16, 5);
  await page.keyboard.type('=2+3');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(0, 16, 5), patient).toMatchObject({ formula: '=2+3', value: 5 });

  await page.evaluate(() => {
    const sheet = globalThis.preview!.grid!.api.getActiveWorkbook()!.getActiveSheet();
    sheet.getRange('B5').setBackgroundColor('#00ff00').setFontWeight('bold');
    sheet.getRange('F20:G20').merge();
    sheet.hideRows(6, 1);
    sheet.setColumnWidth(1, 100);
  });
  await settled();
  expect(await cell(0, 4, 1)).toEqual({ ...before, style: { ...before.style, fill: '#00FF00', bold: true } });
  const { rows, columns, merges } = (await contents()).sheets[0]!;
  expect([rows[6]?.hidden, columns[1]?.size]).toEqual([true, 75]);
  expect(merges).toContainEqual({ top: 19, left: 5, bottom: 19, right: 6 });
  expect(await differences()).toEqual([]);
});

test('lets marks, notes and names follow rows that a person inserts', async () => {
  await openSample(messy);
  const before = (await contents()).sheets[1]!;
  await select(1, 0, 0);
  await page.evaluate(() => globalThis.preview!.grid!.api.getActiveWorkbook()!.getActiveSheet().insertRowsBefore(2, 3));
  await settled();
  const after = (await contents()).sheets[1]!;
  expect(after.notes.map(({ row }) => row)).toEqual(before.notes.map(({ row }) => row + 3));
  expect(after.conditionalFormats[0]!.areas[0]!.top).toBe(before.conditionalFormats[0]!.areas[0]!.top + 3);
  expect(await differences()).toEqual([]);
  // Undone, the workbook is again what it was.
  await page.evaluate(() => globalThis.preview!.grid!.api.undo());
  await settled();
  expect((await contents()).sheets[1]).toEqual(before);
  expect(await differences()).toEqual([]);
});

test('takes over sheets that a person adds, renames, moves, hides and deletes', async () => {
  await openSample(messy);
  await page.evaluate(() => {
    const book = globalThis.preview!.grid!.api.getActiveWorkbook()!;
    book.getSheets()[0]!.setName('改名');
    book.getSheets()[2]!.hideSheet();
    book.insertSheet('新表').getRange('B2').setValue('内容');
  });
  await settled();
  await page.evaluate(() => {
    const book = globalThis.preview!.grid!.api.getActiveWorkbook()!;
    book.deleteSheet(book.getSheetByName('通讯录')!);
    book.moveSheet(book.getSheetByName('新表')!, 0);
  });
  await settled();
  const { sheets, active } = await contents();
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['改名', '新表']));
  expect(sheets.map(({ name }) => name)).not.toContain('通讯录');
  expect(sheets[0]).toMatchObject({ name: '新表', cells: [{ row: 1, column: 1, value: '内容' }] });
  expect(sheets.find(({ name }) => name === '花名册')?.visibility).toBe('Hidden');
  expect(sheets[active]?.name).toBe('新表');
  expect(await differences()).toEqual([]);
});

test('draws what an add-in does, and leads from its links to their cells', async () => {
  await openSample(messy);
  await page.evaluate(() => {
    const { workbook, grid } = globalThis.preview!;
    const [, sheet] = workbook.sheets;
    const area = { top: 5, left: 1, bottom: 5, right: 1 };
    workbook.setName({ name: '标记', scope: null, formula: '=TRUE', visible: false, comment: '' });
    const rule = { type: 'Custom', formula: '=标记', formula2: null, operator: null, stopIfTrue: false };
    const style = { fill: '#FFC7CE' };
    sheet!.setConditionalFormats([{ id: 'own', areas: [area], ...rule, style }, ...sheet!.conditionalFormats()]);
    const own = workbook.addSheet('清单');
    own.setContents(0, 0, [
      [{ formula: `=HYPERLINK("#"&CELL("address",'${sheet!.name}'!B6),"看这里")`, value: '看这里' }],
    ]);
    grid!.draw();
  });
  expect(await differences()).toEqual([]);
  const drawn = () =>
    page.evaluate(() => {
      const book = globalThis.preview!.grid!.api.getActiveWorkbook()!;
      // With what conditional formats add.
      const data = book.getSheets()[1]!.getSheet().getCell(5, 1);
      return book.getWorkbook().getStyles().getStyleByCell(data)?.bg?.rgb;
    });
  await expect.poll(drawn, patient).toBe('#FFC7CE');

  const sheets = await page.evaluate(() => globalThis.preview!.workbook.sheets.length);
  await select(sheets - 1, 4, 4);
  await settled();
  // Below the ribbon, the toolbar, the formula bar and the heading of the columns.
  const canvas = (await page.locator('canvas[id^=univer-sheet-main]').boundingBox())!;
  const followed = async () => {
    await page.mouse.click(canvas.x + 46 + 20, canvas.y + 20 + 9);
    return page.evaluate(() => globalThis.preview!.workbook.active.name);
  };
  await expect.poll(followed, { ...patient, interval: 1000 }).toBe('组织名录');
  expect(await page.evaluate(() => globalThis.preview!.workbook.selection)).toEqual({
    top: 5,
    left: 1,
    bottom: 5,
    right: 1,
  });
});

test('loses neither side when a person types while an add-in writes', async () => {
  await openSample(messy);
  await page.evaluate(() => {
    const { workbook, grid } = globalThis.preview!;
    const [sheet] = workbook.sheets;
    const shown = grid!.api.getActiveWorkbook()!.getActiveSheet();
    const turn = () => new Promise((turned) => setTimeout(turned));
    const writing = grid!.write(async () => {
      sheet!.setContents(16, 0, [[{ value: '加载项' }]]);
      shown.getRange('B17').setValue('人');
      await turn();
      await turn();
      sheet!.setContents(17, 0, [[{ value: '加载项' }]]);
    });
    // Held on to: Chromium collected the promise that nothing else held.
    return Object.assign(globalThis, { writing }).writing;
  });
  await settled();
  const [a, b, c] = await Promise.all([cell(0, 16, 0), cell(0, 16, 1), cell(0, 17, 0)]);
  expect([a.value, b.value, c.value]).toEqual(['加载项', '人', '加载项']);
  expect(await differences()).toEqual([]);
});

test('opens a file of the person’s, saves it under its name, and says what is not possible', async () => {
  await openSample(messy);
  await openBytes(oddFile(), '怪 文件.xlsx');
  // Its results are not those of its formulas. Univer calculates for its own sake; nobody has changed anything.
  await page.evaluate(async () => {
    const formula = globalThis.preview!.grid!.api.getFormula();
    const ended = formula.onCalculationEnd();
    formula.executeCalculation();
    await ended;
  });
  await settled();
  expect(await differences()).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存为 .xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('怪 文件.xlsx');
  const saved = new Uint8Array(readFileSync((await download.path())!));
  expect(contentsOf(await openWorkbook(saved))).toEqual(contentsOf(await openWorkbook(oddFile())));

  // What it cannot keep it says before.
  await page.evaluate(() => globalThis.preview!.grid!.api.getActiveWorkbook()!.getSheets()[0]!.insertRowsBefore(0, 1));
  await settled();
  await page.getByRole('button', { name: '保存为 .xlsx' }).click();
  await expect.poll(() => page.getByRole('dialog').innerText(), patient).toContain('不随单元格移动');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect.poll(() => page.getByRole('dialog').count(), patient).toBe(0);

  const file = { name: '名单.xlsx', mimeType: '', buffer: Buffer.from('姓名,电话') };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => page.getByRole('alert').innerText(), patient).toContain('不是 Excel 工作簿');
  expect(await page.evaluate(() => globalThis.preview!.workbook.name)).toBe('怪 文件.xlsx');
});

test('has the three buttons of the manifest', async () => {
  await openSample(messy);
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.waitForFunction(() =>
    document.querySelector<HTMLIFrameElement>('.pane iframe')?.src.includes('?go=check'),
  );
  const pane = page.frameLocator('.pane iframe');
  await pane.getByRole('button', { name: '写入工作簿' }).click();
  await pane.getByText('已写入工作簿').waitFor();
  expect((await formats()).some((count, at) => count > theirFormats[at]!)).toBe(true);

  // Excel may call a command as soon as office.js asks for it: here that is before the page's own script has come.
  const asked = page.evaluate(
    () =>
      new Promise<void>((heard) => {
        addEventListener('message', ({ data }) => String(data).includes('"appCommandInvoked"') && heard());
      }),
  );
  await page.route('**/assets/commands-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await page.getByRole('button', { name: '清除标注', exact: true }).first().click();
  await expect
    .poll(async () => ({ said: await said(), formats: (await formats()).slice(0, theirFormats.length) }), patient)
    .toEqual({ said: [], formats: theirFormats });
  expect(await differences()).toEqual([]);

  await page.getByRole('button', { name: '汇总', exact: true }).click();
  await expect.poll(() => pane.locator('nav [aria-current]').innerText(), patient).toBe('汇总');
});

test('what the dialog of 清除标注 says is shown by the page of the ribbon’s buttons', async () => {
  await page.goto(`${inject('origin')}/commands.html#told=protected/${encodeURIComponent('花名册')}`);
  await expect.poll(() => page.locator('h1').innerText(), patient).toBe('“花名册”受保护，不能清除标注');
  // office.js itself, outside of Office.
  expect(errors.filter((error) => !error.includes('conversationId'))).toEqual([]);
  errors.length = 0;
});

const original = contentsOf(await openWorkbook(new Uint8Array(readFileSync(new URL(messy, SAMPLES))), messy));
const theirFormats = original.sheets.map((sheet) => sheet.conditionalFormats.length);
const formats = () =>
  page.evaluate(() => globalThis.preview!.workbook.sheets.map((sheet) => sheet.conditionalFormats().length));
/** What the preview itself says went wrong. */
const said = () => page.getByRole('alert').allInnerTexts();

declare global {
  var heard: Partial<WorkbookEvent>[];
}
