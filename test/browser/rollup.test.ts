/** 汇总 in a real browser, on the page and beside a workbook: a city as it comes by mail, and what is taken away. */
import { readFile as readBytes } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Browser, BrowserContext, FrameLocator, Locator, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type {} from '../../addin/preview/opened.ts';
import { readFile } from '../../shared/files/read.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import type { SheetSnapshot } from '../../shared/model.ts';
import { cityBytes } from '../fixtures/city.ts';
import { patient } from '../patience.ts';
import { openBrowser } from './browser.ts';

const folder = fileURLToPath(new URL('../fixtures/samples/city', import.meta.url));
const liutang = 'HN-01_寿县_清泉镇_柳塘村_三社联动_202011.xlsx';
const jinhu = 'HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202011.xlsx';
const songfeng = 'HN-04_大通区_云岭街道_松风社区_三社联动_202011.xlsx';
const songfengLater = 'HN-04_大通区_云岭街道_松风社区_三社联动_202011_修改.xlsx';
const wutong = 'HN-05_谢家集区_青石街道_梧桐里社区_三社联动_202011.xlsx';

/** Columns of the matrix that 汇总.md works out by hand: G01 to G04, and S08. */
const headings = [
  '城市社区社会组织数',
  '农村社区社会组织数',
  '社区工作者持证比例',
  '社会工作专业岗位全覆盖率',
  '社区志愿者注册率',
];

// As 汇总.md has them. Nothing of it is due by 2020-11-30: what has no data yet says so, in print with –未到期 alone.
const matrix = {
  柳塘村: ['／不适用', '→进行中', '→进行中', '✓达标', '✓达标'],
  渡口社区: ['→进行中', '／不适用', '→进行中', '✓达标', '→进行中'],
  锦湖社区: ['✓达标', '／不适用', '✓达标', '✓达标', '✓达标'],
  松风社区: ['→进行中', '／不适用', '✓达标', '✓达标', '→进行中'],
  梧桐里社区: ['✓达标', '／不适用', '✓达标', '→进行中', '✓达标'],
  桂花园社区: ['→进行中', '／不适用', '→进行中', '✓达标', '–缺数据（未到期）'],
  白鹭洲社区: ['∅未报送', '∅未报送', '∅未报送', '∅未报送', '∅未报送'],
  芦花村: ['／不适用', '✓达标', '✓达标', '→进行中', '✓达标'],
  星桥社区: ['→进行中', '／不适用', '–缺数据（未到期）', '✓达标', '→进行中'],
  书香苑社区: ['✓达标', '／不适用', '?待核实', '✓达标', '→进行中'],
};
const printedWords: Readonly<Record<string, string>> = { '–缺数据（未到期）': '–未到期', '∅未报送': '未报送' };
const pooled = ['3/7', '1/2', '36.92% 4/9', '88.89% 7/9', '15.31% 4/9'];

/** 应评, 达标, 进行中正常, 进行中滞后, 到期未达标, 待核实, 缺数据; pooled, how far from the target, with what is to be verified. */
const printedSums = [
  [7, 3, 4, 0, 0, 0, 0, '—', '—', '—'],
  [2, 1, 1, 0, 0, 0, 0, '—', '—', '—'],
  [
    9,
    4,
    3,
    0,
    0,
    1,
    '1（未到期）',
    '36.92%（24/65），其中1个单位的数未定，按下限计',
    '3.08个百分点、2人',
    '36.00%～38.67%（27/75～29/75）',
  ],
  [9, 7, 2, 0, 0, 0, 0, '88.89%（16/18）', '11.11个百分点、2个', '—'],
  [9, 4, 4, 0, 0, 0, '1（未到期）', '15.31%（8471/55340）', '0.69个百分点、384人', '—'],
];
/** Organisations, certified workers, posts, volunteers; what has no data has no line. */
const printedFigures = {
  柳塘村: ['4家', '25.00%（2/8）', '100.00%（2/2）', '16.62%（540/3250）'],
  渡口社区: ['6家', '25.00%～37.50%（2/8～3/8）', '100.00%（2/2）', '12.31%（905/7350）'],
  锦湖社区: ['10家', '40.00%（4/10）', '100.00%（2/2）', '16.20%（1400/8640）'],
  松风社区: ['9家', '40.00%（4/10）', '100.00%（2/2）', '15.00%（1050/7000）'],
  梧桐里社区: ['11家', '41.67%（5/12）', '50.00%（1/2）', '16.00%（1600/10000）'],
  桂花园社区: ['9家', '36.36%（4/11）', '100.00%（2/2）'],
  芦花村: ['5家', '50.00%（3/6）', '50.00%（1/2）', '16.55%（480/2900）'],
  星桥社区: ['7家', '100.00%（2/2）', '15.96%（1596/10000）'],
  书香苑社区: ['10家', '30.00%～40.00%（3/10～4/10）', '100.00%（2/2）', '14.52%（900/6200）'],
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: Request[];
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  });
  page = await context.newPage();
  requests = [];
  faults = [];
  context.on('request', (request) => requests.push(request));
  page.on('pageerror', ({ message }) => faults.push(message));
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

/** Asked of this site alone, what lies there for everybody; nothing was sent, be it in an address. */
function expectNothingSent(): void {
  const asked = requests.filter((request) => !request.url().startsWith('blob:'));
  const others = asked.filter((request) => {
    const { origin, search } = new URL(request.url());
    // Which Excel it is: told by whatever opens the pane.
    const isBare = search === '' || search.startsWith('?_host_Info=');
    return origin !== inject('origin') || !isBare || request.method() !== 'GET' || request.postData() !== null;
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(others.map((request) => `${request.method()} ${request.url()}`)).toEqual([]);
}

const tab = (place: Page | FrameLocator, name: RegExp) => place.getByRole('tab', { name }).click();
const grid = (place: Page | FrameLocator) => place.getByRole('grid', { name: '各单位各项指标' });

/** All that came is judged, or cannot be. */
async function judged(place: Page | FrameLocator, reporting: string): Promise<void> {
  await place.getByText(reporting).first().waitFor(patient);
  await place.getByRole('region', { name: '进度' }).waitFor({ state: 'detached', ...patient });
}

/** Goes by the arrow keys to where a column is drawn; gives its number. */
async function columnOf(table: Locator, heading: string): Promise<string> {
  const head = table.locator('th[scope=col]').filter({ hasText: new RegExp(`^▾?${heading}$`) });
  const count = Number(await table.getAttribute('aria-colcount'));
  await table.press('Home');
  for (let steps = 1; steps < count && (await head.count()) === 0; steps += 1) await table.press('ArrowRight');
  return (await head.getAttribute('aria-colindex'))!;
}

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** By what stands first in each row: what stands in the columns of those headings. */
async function shownIn(table: Locator): Promise<Record<string, readonly string[]>> {
  const shown: Record<string, string[]> = {};
  for (const heading of headings) {
    const column = await columnOf(table, heading);
    const rows = table.locator('tr:has(> td[data-at])');
    const units = await rows.locator('th').allInnerTexts();
    const cells = await rows.locator(`td[aria-colindex="${column}"]`).allInnerTexts();
    expect(cells).toHaveLength(units.length);
    for (const [at, text] of units.entries()) {
      const [unit] = lines(text);
      shown[unit!] = [...(shown[unit!] ?? []), lines(cells[at]!).join(' ')];
    }
  }
  return shown;
}

async function openCell(table: Locator, unit: string, heading: string): Promise<void> {
  const column = await columnOf(table, heading);
  await table.getByRole('row', { name: unit }).locator(`td[aria-colindex="${column}"]`).click();
}

describe('the city to try, on the page', () => {
  test('the matrix is as worked out by hand; a figure leads to its cells; 汇总.xlsx says the same; nothing is sent', async () => {
    await page.goto(`${inject('origin')}/workbooks.html`);
    await page.getByRole('button', { name: '试用示例：十个单位' }).click();
    await judged(page, '应报 10 个，实报 9 个，报送率 90.00%');
    await page.getByText('未报送 1 个：潘集区 稻香镇 白鹭洲社区').waitFor();
    await page.getByLabel('报送截止').fill('2020-12-10');
    await page.getByLabel('报送截止').press('Enter');
    await page.getByText('应报 10 个，实报 9 个，报送率 90.00%，逾期 1 个').waitFor();

    await tab(page, /总览/);
    const table = grid(page);
    await expect.poll(() => shownIn(table), patient).toEqual({ 全部单位: pooled, ...matrix });
    const certified = page.getByRole('article').filter({ hasText: '社区工作者持证比例' });
    expect(lines(await certified.innerText())).toEqual(
      expect.arrayContaining([
        '合并计算 24/65＝36.92%（其中 1 个单位的数未定，按下限计），距目标还差 2 人、3.08 个百分点',
        '待核实的核实后在 36.00%～38.67% 之间（27/75～29/75）',
      ]),
    );

    await openCell(table, '锦湖社区', '城市社区社会组织数');
    const details = page.getByRole('region', { name: '详情' });
    await details.getByText('10家', { exact: true }).waitFor();
    await details.getByRole('button', { name: '社会组织名录!B4:B13' }).click();
    const sheet = page.getByRole('grid', { name: '工作表“社会组织名录”' });
    await sheet.waitFor();
    const chosen = await sheet.locator('td[aria-selected=true]').allInnerTexts();
    expect(chosen.map((text) => text.trim())).toEqual(await valuesAt(jinhu, '社会组织名录', 'B4:B13'));

    await tab(page, /跨册问题/);
    const across = await page.getByRole('article').getByRole('listitem').allInnerTexts();
    expect(across).toEqual([
      '松风社区 社会组织名录!E4',
      '桂花园社区 社会组织名录!E12',
      '松风社区 社区工作者花名册!C8',
      '芦花村 社区工作者花名册!C9',
    ]);

    await tab(page, /表与打印/);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载汇总.xlsx' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('汇总.xlsx');
    expectBook(new Uint8Array(await readBytes(await download.path())));
    expectNothingSent();
  });
});

describe('beside a workbook', () => {
  test('我汇总, a folder: a cell of the workbook that is open is selected in it, of another its sheet is shown', async () => {
    await page.goto(`${inject('origin')}/preview/`);
    await page.waitForFunction(() => globalThis.preview?.grid);
    await page.locator('input[type=file]').setInputFiles(`${folder}/${jinhu}`);
    await page.waitForFunction((name) => globalThis.preview?.workbook.name === name && globalThis.preview.grid, jinhu);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('button', { name: '我汇总' }).click();
    await pane.locator('input[type=file][webkitdirectory]').setInputFiles(folder);
    await pane.getByText('有 2 个文件不是工作簿，没有放入：“city/汇总.md”、“city/index.json”。').waitFor();
    await judged(pane, '应报 10 个，实报 9 个，报送率 90.00%');
    expectNothingSent();

    await pane.getByRole('button', { name: '更多' }).click();
    await pane.getByRole('button', { name: '检查', exact: true }).click();
    await pane.getByRole('button', { name: '检查本工作簿' }).click();
    await pane.getByRole('tab', { name: '结论' }).waitFor();
    await pane.getByRole('button', { name: '汇总', exact: true }).click();

    await tab(pane, /总览/);
    const table = grid(pane);
    await expect.poll(() => shownIn(table), patient).toEqual({ 全部单位: pooled, ...matrix });
    await openCell(table, '锦湖社区', '城市社区社会组织数');
    await pane.getByRole('button', { name: '社会组织名录!B4:B13' }).click();
    const here = { sheet: '社会组织名录', top: 3, left: 1, bottom: 12, right: 1 };
    await expect.poll(selected, patient).toEqual(here);
    expect(await pane.getByRole('grid', { name: /^工作表/ }).count()).toBe(0);

    await openCell(table, '柳塘村', '农村社区社会组织数');
    await pane.getByRole('button', { name: '社会组织名录!B4:B7' }).click();
    await pane.getByRole('grid', { name: '工作表“社会组织名录”' }).waitFor();
    expect(await selected()).toEqual(here);
  });

  /** In the workbook that is open. */
  const selected = () =>
    page.evaluate(() => {
      const { active, selection } = globalThis.preview!.workbook;
      return { sheet: active.name, ...selection };
    });
});

describe('what comes and goes', () => {
  const three = '三个单位.zip';

  beforeEach(async () => {
    await page.goto(`${inject('origin')}/workbooks.html`);
    const entries = { [liutang]: liutang, [songfeng]: songfeng, [wutong]: wutong };
    await page.locator('input[type=file]').setInputFiles(await zipped(three, entries));
    await judged(page, '应报 10 个，实报 3 个，报送率 30.00%');
  });

  test('a .zip is opened; put in again, it takes the place of what was there', async () => {
    await tab(page, /总览/);
    // 2/8, 3/10 and 5/12.
    await page.getByText('合并计算 10/30＝33.33%').waitFor();

    await tab(page, /文件/);
    const entries = { [liutang]: liutang, [songfeng]: songfengLater, [wutong]: wutong };
    await page
      .getByRole('region', { name: '放入文件' })
      .locator('input')
      .first()
      .setInputFiles(await zipped(three, entries));
    await tab(page, /总览/);
    await page.getByText('合并计算 11/30＝36.67%').waitFor();
    await expect.poll(() => page.getByRole('tab', { name: /文件/ }).innerText(), patient).toBe('① 文件3');
    expectNothingSent();
  });

  test('取消 leaves what is judged, and says of the others that they were not read', async () => {
    const copies = Array.from({ length: 200 }, (_, at) => [`${at}/${jinhu}`, jinhu] as const);
    await page
      .getByRole('region', { name: '放入文件' })
      .locator('input')
      .first()
      .setInputFiles(await zipped('许多份.zip', Object.fromEntries(copies)));
    const progress = page.getByRole('region', { name: '进度' });
    await progress.getByText(/已检查 [1-9]\d*\/20\d 个文件/).waitFor(patient);
    await progress.getByRole('button', { name: '取消' }).click();
    await progress.waitFor({ state: 'detached' });

    await page.getByText('应报 10 个，实报 4 个，报送率 40.00%').first().waitFor();
    const more = page.getByRole('button', { name: /^再显示/ });
    while (await more.count()) await more.click();
    const stopped = await page.getByText('没有读', { exact: true }).count();
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(copies.length);
    await tab(page, /总览/);
    await page.getByText('合并计算 14/40＝35.00%').waitFor();
    expectNothingSent();
  });
});

/** `entries`: by path in the .zip, the file of the city that lies there. */
async function zipped(name: string, entries: Readonly<Record<string, string>>) {
  const files = Object.entries(entries).map(async ([path, file]) => [path, await cityBytes(file)] as const);
  const bytes = zipSync(Object.fromEntries(await Promise.all(files)), { level: 0 });
  return { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}

async function valuesAt(file: string, sheet: string, address: string): Promise<readonly unknown[]> {
  const { snapshot } = readFile(file, await cityBytes(file));
  const { values } = snapshot.sheets.find(({ name }) => name === sheet)!;
  const { top, left, bottom } = parseAddress(address)!;
  return values.slice(top, bottom + 1).map((row) => row[left]);
}

/** The downloaded workbook has what 汇总.md works out: who reported, all units together, each unit, and its figures. */
function expectBook(bytes: Uint8Array): void {
  const { sheets } = readFile('汇总.xlsx', bytes).snapshot;
  const [overview] = sheets;
  const said = overview!.values.map(([first]) => first);
  expect(said).toContain(
    '应报10个单位，实报9个，报送率90.00%，其中逾期1个。未报送：潘集区稻香镇白鹭洲社区（不参与各率计算）。',
  );
  expect(said).toContain(
    '收到文件15个：计入9个，已有更新版本1个，内容重复1个，属另一次评估2个，应报名册1个，未能计入1个，各见“文件”。',
  );
  const summed = overview!.values.filter(([first]) => headings.includes(String(first)));
  expect(summed.map(([, , ...figures]) => figures)).toEqual(printedSums);

  const printed = Object.entries(matrix).map(([unit, words]) => [
    unit,
    // Signs alike on the screen and on paper.
    words.map((word) => printedWords[word] ?? word),
  ]);
  expect(printedMatrix(sheets)).toEqual(Object.fromEntries(printed));

  const { values: sources } = sheets.find(({ name }) => name === '来源')!;
  for (const [unit, figures] of Object.entries(printedFigures)) {
    const own = sources.filter(
      ([name, indicator]) => String(name).endsWith(unit) && headings.includes(String(indicator)),
    );
    expect(
      own.map((row) => row[3]),
      unit,
    ).toEqual(figures);
  }
}

/** By community: what stands under those headings, on whichever sheet of the matrix they are. */
function printedMatrix(sheets: readonly SheetSnapshot[]): Record<string, readonly unknown[]> {
  const tables = sheets.filter(({ name }) => name.startsWith('指标矩阵')).map(({ values }) => values);
  const cells = headings.map((heading) => {
    const table = tables.find((values) => values.some((row) => row.includes(heading)))!;
    const head = table.findIndex((row) => row.includes(heading));
    const column = table[head]!.indexOf(heading);
    return new Map(table.slice(head + 1).map((row) => [communityIn(row[0]), row[column]]));
  });
  return Object.fromEntries([...cells[0]!.keys()].map((unit) => [unit, cells.map((column) => column.get(unit))]));
}

const communityIn = (name: unknown) => Object.keys(matrix).find((unit) => String(name).endsWith(unit)) ?? String(name);
