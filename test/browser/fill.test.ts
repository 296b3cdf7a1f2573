/** 填报人: by keyboard alone from an empty workbook to 报送. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../shared/evaluate.ts';
import { newFile } from '../../shared/files/new.ts';
import { readFile } from '../../shared/files/read.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import { readWorkbook } from '../../shared/read/workbook.ts';
import { templateOf } from '../../shared/template/template.ts';
import { listSamples, sampleSnapshot } from '../fixtures/samples.ts';
import { patient } from '../patience.ts';
import { linesOf, type Typed, typedInto } from '../template-fill.ts';
import { openBrowser } from './browser.ts';
import { faultsIn, sights } from './faults.ts';
import { type Hands, handsIn } from './keyboard.ts';
import { openPreviewPage } from './previews.ts';
import { asFiller, isAsked } from './roles.ts';

/** What others do in the pane, which somebody who fills in never sees. */
const others = /评分|结论|未达标|写入|清除标注|退回修改|汇总|我审核|检查本工作簿|[RNZ]\d\d|W\d\d/;

/** 锦湖社区, worked out by hand beside the sample. */
const sample = (await listSamples()).find(({ file }) => file.includes('锦湖社区'))!;
const template = templateOf(grounds.policies[0]!, 'urban');
const typed = typedInto(template, linesOf(readWorkbook(await sampleSnapshot(sample), grounds.catalogue)));

const blank = newFile([
  {
    name: 'Sheet1',
    widths: [10],
    rows: [],
    spans: [],
    frozenRows: 0,
    page: { orientation: 'portrait', repeated: null },
    filterRow: null,
  },
]);

let browser: Browser;
let page: Page;
let hands: Hands;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function openBlank(options: BrowserContextOptions = {}): Promise<void> {
  await page?.context().close();
  page = await openPreviewPage(browser, '2021-05-20T09:00+08:00', options);
  await page.evaluate(
    async (bytes) => globalThis.preview!.open(new Uint8Array(bytes), '锦湖社区_三社联动_202105.xlsx'),
    [...blank],
  );
  hands = handsIn(page);
  const begins = hands.pane.getByRole('button', { name: '新建填报表' });
  // Another workbook opens the pane anew, and what the one before was told it may ask again.
  await expect
    .poll(async () => {
      if (await isAsked(hands.pane)) await asFiller(hands.pane);
      return begins.isVisible();
    }, patient)
    .toBe(true);
  await hands.enter();
}

/** As if each was typed into its cell. */
const type = (cells: readonly Typed[]) =>
  page.evaluate(
    (cells) => {
      const { workbook } = globalThis.preview!;
      workbook.byPerson(() => {
        for (const { sheet, row, column, value } of cells)
          workbook.sheets.find(({ name }) => name === sheet)!.setContents(row, column, [[{ value }]]);
      });
    },
    cells.map(({ place, value }) => {
      const { top: row, left: column } = parseAddress(place.address)!;
      return { sheet: place.sheet, row, column, value };
    }),
  );

const valueAt = ({ place }: Typed) =>
  page.evaluate(
    ([sheet, row, column]) =>
      globalThis.preview!.workbook.sheets.find(({ name }) => name === sheet)!.cell(row as number, column as number)
        .value,
    [place.sheet, parseAddress(place.address)!.top, parseAddress(place.address)!.left] as const,
  );

const selected = () =>
  page.evaluate(() => {
    const { active, selection } = globalThis.preview!.workbook;
    return { sheet: active.name, row: selection.top, column: selection.left };
  });

const at = ({ place: { sheet, address } }: Typed) => {
  const { top: row, left: column } = parseAddress(address)!;
  return { sheet, row, column };
};

async function expectOwnWords(): Promise<void> {
  expect(await hands.words()).not.toMatch(others);
}

test('from an empty workbook to 报送', async () => {
  await openBlank();
  const { pane, enter, press, tabTo, backTo, focused, words } = hands;
  await expectOwnWords();
  await tabTo('新建填报表');
  await press('Enter');
  await pane.getByText('加好了 9 张空表').waitFor(patient);
  const names = await page.evaluate(() => globalThis.preview!.workbook.sheets.map(({ name }) => name));
  expect(names).toEqual(['Sheet1', ...template.sheets.map(({ name }) => name)]);
  expect(await words()).toContain('已有 13 张表，其中 13 张还没有填');
  await expectOwnWords();

  // Filled in with two mistakes on purpose: an organisation that is not registered yet, a population that is guessed.
  const mgmt = typed.find(({ place, value }) => place.sheet.includes('社会组织') && value === '备案')!;
  const population = typed.find(({ place, value }) => place.sheet === '基本情况' && value === 8652)!;
  const mistakes = [
    { ...mgmt, value: '正在办理' },
    { ...population, value: '约8600' },
  ];
  await type([...typed.filter((one) => one !== mgmt && one !== population), ...mistakes]);
  await pane.getByText('工作簿改过了').waitFor();
  await enter();
  await tabTo('看看还差什么');
  await press('Enter');
  await expect.poll(words, patient).toContain('田家庵区 望淮街道 锦湖社区');
  expect(await words()).not.toContain('工作簿改过了');
  await backTo('① 还差什么');
  await press('ArrowRight');
  expect(await words()).toContain('还不能报送');
  await expectOwnWords();

  // From one to the next; beside each cell what belongs there, and what may be picked.
  await backTo('② 报送');
  await press('ArrowLeft');
  await tabTo('下一处');
  await press('Enter');
  await expect.poll(selected, patient).toEqual(at(population));
  await expect.poll(words, patient).toContain('截止日实际住在本社区的人数');
  await type([population]);
  await press('ArrowDown');
  await expect.poll(selected, patient).toEqual(at(mgmt));
  await expect.poll(words, patient).toContain('在民政局办了登记的填“登记”');
  await tabTo(/^这一格/);
  if (!(await words()).includes('能选的')) await press('Enter');
  await tabTo(/把“正在办理”换成“备案”/);
  await press('Enter');
  await expect.poll(() => valueAt(mgmt), patient).toBe('备案');
  await expectOwnWords();

  await tabTo('看看还差什么');
  await press('Enter');
  await expect.poll(words, patient).toContain('没有填的格 0 处');
  await backTo('① 还差什么');
  await press('ArrowRight');
  await expect.poll(words, patient).toContain('可以报送了');
  await expect.poll(focused, patient).toBe('② 报送');
  await expectOwnWords();

  // What is handed in is judged as it was worked out by hand.
  const saved = await page.evaluate(async () => [...(await globalThis.preview!.save())]);
  const { snapshot } = readFile('锦湖社区_三社联动_202105.xlsx', new Uint8Array(saved));
  const { indicators, findings } = evaluate(deidentify(snapshot, 'ab'.repeat(32)).snapshot, { mode: 'final' });
  const figure = (id: string) => {
    const { verdict, numerator, denominator } = indicators.find((one) => one.id === id && one.basis === undefined)!;
    return `${verdict} ${numerator}${denominator === null ? '' : `/${denominator}`}`;
  };
  expect(['G01', 'G03', 'G04', 'S05', 'S06', 'S08', 'S09', 'S10', 'V01', 'V02'].map(figure)).toEqual([
    'met 12',
    'met 5/10',
    'met 2/2',
    'met 4',
    'met 1',
    'met 1490/8652',
    'met 14',
    'met 412/1490',
    'met 6',
    'met 6',
  ]);
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test.each(sights)(
  '%s: nothing is cut off, squeezed or out of sight, and axe finds nothing',
  async (_, options, style) => {
    await openBlank(options);
    if (style) await page.addStyleTag({ content: style });
    const { frame, press, tabTo, backTo, words } = hands;
    const expectSound = async (what: string) => expect(await faultsIn(frame()), what).toEqual([]);
    await expectSound('start');
    await tabTo('新建填报表');
    await press('Enter');
    await expect.poll(words, patient).toContain('加好了 9 张空表');
    await expectSound('还差什么');
    await tabTo('下一处');
    await press('Enter');
    await expect.poll(words, patient).toContain('这一格');
    await tabTo(/^这一格/);
    await press('Enter');
    await expectSound('这一格');
    await backTo('① 还差什么');
    await press('ArrowRight');
    await expectSound('报送');
  },
);
