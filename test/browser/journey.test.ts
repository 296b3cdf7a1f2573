import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { contentsOf, type WorkbookContents } from '../../addin/preview/contents.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import { listSamples, plantedPersonalValues, sampleBytes, sampleExpected } from '../fixtures/samples.ts';
import { openBrowser } from './browser.ts';
import { asReviewer } from './roles.ts';

const OURS = /^="_ssld_(error|warning|note|gap)"<>""$/;
const sample = (await listSamples()).find(({ expected }) => expected === '混乱样')!;
const original = await sampleBytes(sample);

let browser: Browser;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
/** Bodies of what the pane sent. */
let sent: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  page = await context.newPage();
  sent = [];
  page.on('request', (request) => {
    const body = request.postData();
    if (body) sent.push(body);
  });
  await page.goto(`${inject('origin')}/preview/?sample=${encodeURIComponent(sample.file)}`);
  pane = page.frameLocator('iframe');
  await asReviewer(pane);
});

async function checkAndWrite(): Promise<void> {
  await pane.getByRole('button', { name: '检查本工作簿' }).click();
  await pane.getByRole('button', { name: '写入工作簿' }).click();
  await pane.getByText('已写入工作簿').waitFor();
}

async function save(): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存为 .xlsx' }).click();
  const despite = page.getByRole('button', { name: '仍然保存' });
  const done = await Promise.race([download, despite.waitFor().then(() => null)]);
  if (!done) await despite.click();
  return readFile(await (await download).path());
}

async function contentsIn(bytes: Uint8Array): Promise<WorkbookContents> {
  return contentsOf(await openWorkbook(bytes, sample.file));
}

/** `表!A1` of every cell under a mark of ours. */
function markedCells({ sheets }: WorkbookContents): string[] {
  return sheets.flatMap(({ name, conditionalFormats }) =>
    conditionalFormats
      .filter(({ formula }) => OURS.test(formula ?? ''))
      .flatMap(({ areas }) => areas.flatMap((area) => cellsOf(name, area))),
  );
}

function cellsOf(sheet: string, area: { top: number; left: number; bottom: number; right: number }): string[] {
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(`${sheet}!${cellAddress(row, column)}`);
  return cells;
}

/** Of a finding's place: each cell below another, and of what is wider its first. */
function markedOf(sheet: string, area: Parameters<typeof cellsOf>[1]): string[] {
  const { top, left, right } = area;
  return cellsOf(sheet, left === right ? area : { top, left, bottom: top, right: left });
}

/** The person's own sheets, our marks taken out of the rules. */
function theirs({ sheets }: WorkbookContents, names: readonly string[]) {
  return sheets
    .filter(({ name }) => names.includes(name))
    .map((sheet) => ({
      ...sheet,
      conditionalFormats: sheet.conditionalFormats.filter(({ formula }) => !OURS.test(formula ?? '')),
    }));
}

describe('the messy sample in the preview', () => {
  test('检查, 写入: the marked cells are those of the expected findings and gaps, all else is as before', async () => {
    await checkAndWrite();
    const before = await contentsIn(original);
    const after = await contentsIn(await save());
    const { findings, gaps } = await sampleExpected(sample);
    const expected = [...findings, ...gaps].flatMap(({ sheet, address }) =>
      address.split(',').flatMap((part) => markedOf(sheet, parseAddress(part)!)),
    );
    expect(markedCells(after).sort()).toEqual([...new Set(expected)].sort());
    const names = before.sheets.map(({ name }) => name);
    expect(theirs(after, names)).toEqual(before.sheets);
    expect(after.sheets.map(({ name }) => name)).toEqual([...names, '终期差距清单', '终期评估摘要']);
  });

  test('save, open again, 清除标注, remove our sheets: the workbook equals the original', async () => {
    await checkAndWrite();
    const written = await save();
    await page.locator('input[type=file]').setInputFiles({
      name: sample.file,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(written),
    });
    await pane.getByRole('button', { name: '检查本工作簿' }).waitFor();
    await pane.getByRole('button', { name: '清除标注' }).click();
    await pane
      .getByText(/已清除/)
      .first()
      .waitFor();
    await pane.getByRole('button', { name: '更多' }).click();
    await pane.getByRole('button', { name: '移除评估表' }).click();
    await pane.getByRole('button', { name: '确定移除' }).click();
    await pane
      .getByText(/已移除/)
      .first()
      .waitFor();
    expect(await contentsIn(await save())).toEqual(await contentsIn(original));
  });

  test('what is sent holds no name, id number or phone number of the workbook', async () => {
    await checkAndWrite();
    const planted = await plantedPersonalValues();
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]!).workbook.schema).toBe('workbook-snapshot/1');
    expect(planted.length).toBeGreaterThan(30);
    for (const value of planted) expect(sent[0]).not.toContain(value);
  });
});
