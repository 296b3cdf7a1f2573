/** The page of workbooks in a real browser, served, and as the one file that is opened from a disk with the network off. */
import { readFile as readBytes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { newFile } from '../../shared/files/new.ts';
import { readFile } from '../../shared/files/read.ts';
import { writeFile } from '../../shared/files/write.ts';
import { entriesOf, unpack } from '../../shared/files/zip.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import { levelOf } from '../../shared/model/ours.ts';
import { policies } from '../../shared/policies.ts';
import { templateOf } from '../../shared/template/template.ts';
import { listSamples, plantedPersonalValues, sampleBytes, sampleExpected } from '../fixtures/samples.ts';
import { patient } from '../patience.ts';
import { openBrowser } from './browser.ts';

const sample = (await listSamples()).find(({ expected }) => expected === '混乱样')!;
const original = await sampleBytes(sample);
const axe = await readBytes(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const places = [
  { name: 'served', address: () => `${inject('origin')}/workbooks.html`, offline: false },
  {
    name: 'one file, network off',
    address: () => pathToFileURL('dist/local/三社联动检查.html').href,
    offline: true,
  },
] as const;

let browser: Browser;
let context: BrowserContext;
/** Addresses that were asked, and what was sent there. */
let requests: { readonly url: string; readonly body: string | null }[];
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => context.close());

async function openPage({ address, offline }: (typeof places)[number], width = 1366, height = 768): Promise<Page> {
  context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport: { width, height } });
  await context.setOffline(offline);
  const page = await context.newPage();
  requests = [];
  faults = [];
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() }));
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(address());
  return page;
}

async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').setInputFiles(file);
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查本工作簿' }).click();
  await page.getByRole('button', { name: '标注并下载' }).waitFor();
}

async function downloadBy(page: Page, act: () => Promise<void>) {
  const coming = page.waitForEvent('download');
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readBytes(await download.path())) };
}

/** Unpacked parts by path. */
const partsOf = (bytes: Uint8Array) =>
  new Map(entriesOf(bytes).map((entry) => [entry.path, Buffer.from(unpack(entry, 64_000_000)).toString('base64')]));

describe.each(places)('$name', (place) => {
  test('open, check, correct, mark, download: marks and sheets are in the file, and can be taken out', async () => {
    const page = await openPage(place);
    await openFile(page, sample.file, original);
    await check(page);
    await page.getByRole('tab', { name: /读表/ }).click();
    const unread = page.locator('.line').filter({ hasText: '通讯录!A1:D5' });
    await unread.getByRole('button', { name: '这张表不是数据' }).click();
    await page.getByText('您的更正').waitFor();
    const { name, bytes } = await downloadBy(page, () => page.getByRole('button', { name: '标注并下载' }).click());
    await page.getByText('您打开的文件没有改动').waitFor();
    expect(name).toBe(sample.file.replace('.xlsx', '_已标注.xlsx'));

    const { sheets } = contentsOf(await openWorkbook(bytes, name));
    const marked = sheets.flatMap((sheet) =>
      sheet.conditionalFormats
        .filter(({ formula }) => levelOf(formula))
        .flatMap(({ areas }) => areas.flatMap((area) => cellsOf(sheet.name, area))),
    );
    const { findings, gaps } = await sampleExpected(sample);
    const expected = [...findings, ...gaps].flatMap(({ sheet, address }) =>
      address.split(',').flatMap((part) => markedOf(sheet, parseAddress(part)!)),
    );
    expect(marked.sort()).toEqual([...new Set(expected)].sort());
    expect(sheets.slice(-2).map((sheet) => sheet.name)).toEqual(['终期差距清单', '终期评估摘要']);
    const { own } = readFile(name, bytes);
    expect(own.kept['ssld.corrections']).toEqual([{ kind: 'table', sheet: '通讯录', address: 'A1:D5', table: null }]);

    const cleared = writeFile(bytes, { plan: null, kept: {} });
    expect(partsOf(cleared.bytes)).toEqual(partsOf(original));
    expect(faults).toEqual([]);
  });

  test('what was written before is known again: a plain workbook is downloaded', async () => {
    const page = await openPage(place);
    await openFile(page, sample.file, original);
    await check(page);
    const written = await downloadBy(page, () => page.getByRole('button', { name: '标注并下载' }).click());
    await openFile(page, written.name, written.bytes);
    await page.getByRole('button', { name: '检查本工作簿' }).waitFor();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '去掉标注和评估表' }).click();
    const plain = await downloadBy(page, () => page.getByRole('button', { name: '确定下载' }).click());
    expect(plain.name).toBe(sample.file);
    expect(partsOf(plain.bytes)).toEqual(partsOf(original));
  });

  test('nothing is asked of anybody else, and no personal value leaves the machine', async () => {
    const page = await openPage(place);
    const own = new URL(place.address());
    await openFile(page, sample.file, original);
    await check(page);
    const asked = requests.filter(({ url }) => !url.startsWith('blob:'));
    const sent = requests.flatMap(({ body }) => body ?? []);
    if (place.offline) {
      expect(asked.map(({ url }) => url)).toEqual([own.href]);
      expect(sent).toEqual([]);
    } else {
      expect(asked.filter(({ url }) => new URL(url).origin !== own.origin)).toEqual([]);
      expect(sent).toHaveLength(1);
      for (const value of await plantedPersonalValues()) expect(sent[0]).not.toContain(value);
    }
  });

  test.each(['urban', 'rural'] as const)(
    'the template, %s: the bytes that its model makes, wherever it comes from',
    async (kind) => {
      const page = await openPage(place);
      const words = kind === 'urban' ? '城市社区填报表（空表）' : '农村社区填报表（空表）';
      const { name, bytes } = await downloadBy(page, () => page.getByText(words).click());
      const template = templateOf(policies[0]!, kind);
      expect(name).toBe(`${template.name}.xlsx`);
      expect(Buffer.from(bytes).equals(Buffer.from(newFile(template.sheets)))).toBe(true);
      expect(faults).toEqual([]);
    },
  );

  test('a finding is shown in its sheet, with its mark; keys go on from there', async () => {
    const page = await openPage(place);
    await openFile(page, sample.file, original);
    await check(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page.getByRole('button', { name: '组织名录!E11', exact: true }).click();
    const cell = page.locator('td[aria-selected=true]');
    await expect.poll(() => cell.getAttribute('data-cell'), patient).toBe('E11');
    await expect.poll(() => cell.textContent(), patient).toContain('强制');
    await expectInView(page, 'E11');
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => cell.getAttribute('data-cell'), patient).toBe('E10');
    await page.getByRole('region', { name: '这一格' }).waitFor();
    expect(await cell.getAttribute('data-cell')).toBe('E10');
  });

  test.each([
    ['not a workbook', '照片.xlsx', '“照片.xlsx”不是 Excel 工作簿。'],
    ['cut off', sample.file, `“${sample.file}”已损坏或没有收全。`],
  ])('%s: the file is named, and what to do', async (_, name, words) => {
    const page = await openPage(place);
    await openFile(page, name, name === sample.file ? original.subarray(0, 9000) : new Uint8Array(5000).fill(0xff));
    await page.getByRole('alert').getByText(words).waitFor();
  });
});

test('a file that is dropped is opened', async () => {
  const page = await openPage(places[0]);
  const data = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name: sample.file, base64: Buffer.from(original).toString('base64') },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await page.getByRole('button', { name: '检查本工作簿' }).waitFor();
});

test.each([
  ['wide', 1366, 768],
  ['360 px', 360, 640],
])('%s: nothing is cut off, and axe finds nothing', async (_, width, height) => {
  const page = await openPage(places[0], width, height);
  await expectSound(page);
  await openFile(page, sample.file, original);
  await page.getByRole('button', { name: '检查本工作簿' }).waitFor();
  await expectSound(page);
  await check(page);
  await page.getByRole('tab', { name: /问题/ }).click();
  await page.getByRole('button', { name: '组织名录!E11', exact: true }).click();
  await expectInView(page, 'E11');
  await expectSound(page);
});

/** `表!A1` of every cell. */
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

async function expectInView(page: Page, address: string): Promise<void> {
  const cell = (await page.locator(`td[data-cell=${address}]`).boundingBox())!;
  const room = (await page.locator('.sheet-scroll').boundingBox())!;
  expect(cell.x).toBeGreaterThanOrEqual(room.x);
  expect(cell.y).toBeGreaterThanOrEqual(room.y);
  expect(cell.x + cell.width).toBeLessThanOrEqual(room.x + room.width);
  expect(cell.y + cell.height).toBeLessThanOrEqual(room.y + room.height);
}

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** The page does not scroll to the side, and axe has nothing to say. Put in by the debugger: the policy lets no script in. */
async function expectSound(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations, width } = await page.evaluate(async () => ({
    violations: (await (globalThis as unknown as { axe: Axe }).axe.run()).violations,
    width: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  expect(width).toBeLessThanOrEqual(0);
}
