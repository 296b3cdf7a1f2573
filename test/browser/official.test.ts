/** 审核人: by keyboard alone from the first opening to a confirmed 结论 and both sheets; and what is seen on every screen. */
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf, type SheetContents } from '../../addin/preview/contents.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { listSamples } from '../fixtures/samples.ts';
import { patient } from '../patience.ts';
import { openBrowser } from './browser.ts';
import { faultsIn, sights } from './faults.ts';
import { type Hands, handsIn } from './keyboard.ts';
import { openPreviewPage } from './previews.ts';
import { asReviewer } from './roles.ts';

const sample = (await listSamples()).find(({ expected }) => expected === '中期')!;

/** What others do in the pane, which a reviewer never sees: he changes no figure. */
const others = /新建填报表|我已有表|一键修正|导入|汇总文件|我填报|我汇总/;
/** Names of places of theirs. */
const places = ['填报', '汇总', '报送'];

let browser: Browser;
let page: Page;
let pane: FrameLocator;
let hands: Hands;
const press = (key: string) => hands.press(key);
const tabTo = (words: string | RegExp) => hands.tabTo(words);
const backTo = (words: string | RegExp) => hands.backTo(words);
const focused = () => hands.focused();
const words = () => hands.words();
const frame = () => hands.frame();

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function openPreview(options: BrowserContextOptions = {}): Promise<void> {
  await page?.context().close();
  page = await openPreviewPage(
    browser,
    '2020-12-07T09:00+08:00',
    options,
    `?sample=${encodeURIComponent(sample.file)}`,
  );
  hands = handsIn(page);
  pane = hands.pane;
  await asReviewer(pane);
  await pane.getByRole('button', { name: '检查本工作簿' }).waitFor();
  await hands.enter();
}

/** From now on notes where, for longer than it takes to draw, nothing in the pane has the focus though nothing is under way. */
const watchFocus = () =>
  frame().evaluate(() => {
    globalThis.lost = [];
    let turns = 0;
    const look = () => {
      const isBusy = document.querySelector('.pane-body')?.ariaBusy !== 'false';
      const isLost = !isBusy && document.hasFocus() && document.activeElement === document.body;
      turns = isLost ? turns + 1 : 0;
      if (turns === 3)
        globalThis.lost.push(document.querySelector('[role=tab][aria-selected=true]')?.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });

/** Nothing in the pane is of the work of others. */
async function expectOwnWords(): Promise<void> {
  expect(await words()).not.toMatch(others);
  const names = await pane.locator('button, a, [role=tab], h1, h2').allInnerTexts();
  expect(names.filter((name) => places.includes(name.trim()))).toEqual([]);
}

/** Of the workbook as it would be saved now. */
async function saved() {
  const { bytes, name } = await page.evaluate(async () => {
    const { workbook, save } = globalThis.preview!;
    return { bytes: [...(await save())], name: workbook.name };
  });
  return contentsOf(await openWorkbook(new Uint8Array(bytes), name));
}

const textOf = ({ cells }: SheetContents) => cells.map(({ value }) => value ?? '').join('\n');

test('opens, checks, goes through the four parts, explains, confirms, writes, checks again', async () => {
  await openPreview();
  await watchFocus();
  await expectOwnWords();
  await tabTo('检查本工作簿');
  await press('Enter');
  await expect.poll(focused, patient).toContain('渡口社区');

  await tabTo('结论');
  for (const [part, seen] of [
    ['问题', '上一条'],
    ['指标', '需要处理'],
    ['读表', '组织名录'],
    ['结论', '确认结论'],
  ] as const) {
    await press('ArrowRight');
    await expect.poll(focused, patient).toMatch(new RegExp(`^${part}`));
    await expect.poll(() => pane.getByRole('tabpanel').innerText(), patient).toContain(seen);
    await expectOwnWords();
  }

  // From one finding to the next, the sheet going along, to one that is to be explained.
  await press('ArrowRight');
  await tabTo('下一条');
  await press('Enter');
  await expect.poll(focused, patient).toMatch(/^强制/);
  const selection = () => page.evaluate(() => globalThis.preview!.workbook.selection);
  const first = await selection();
  while (/^强制/.test(await focused())) {
    const before = await focused();
    await press('ArrowDown');
    await expect.poll(focused, patient).not.toBe(before);
  }
  const finding = await focused();
  expect(finding).toMatch(/^核实/);
  await expect.poll(selection, patient).not.toEqual(first);

  await tabTo('写核实说明');
  await press('Enter');
  await expect.poll(focused, patient).toBe('数据属实');
  await press('ArrowDown');
  await press('ArrowDown');
  await expect.poll(focused, patient).toBe('电话核实');
  for (const [label, answer] of [
    ['问的谁', '社区会计'],
    ['什么时候', '12月3日'],
    ['原话', '确是两处登记，已去信更正'],
  ] as const) {
    await tabTo(label);
    await page.keyboard.insertText(answer);
  }
  await tabTo('保存');
  await press('Enter');
  await expect.poll(focused, patient).toBe('改说明');
  const explanation = '电话核实：社区会计，12月3日，“确是两处登记，已去信更正”';
  expect(await words()).toContain(explanation);
  await tabTo('接受');
  await press('Enter');
  await pane.getByRole('tabpanel').getByText('审核意见：接受').waitFor();

  await backTo(/^问题\d/);
  await press('Home');
  const said = await pane.getByRole('region', { name: '结论' }).locator('p').first().innerText();
  expect(said).toContain('有强制性问题 3 项，退回修改；核实 3 项，已说明 1 项');
  const conclusion = said.replace('结论：', '').replaceAll(' ', '');
  await tabTo('确认结论');
  await press('Enter');
  await expect.poll(focused, patient).toBe('审核单位');
  await page.keyboard.insertText('凤台县民政局');
  await tabTo('日期');
  await tabTo('确认');
  await press('Enter');
  await pane.getByText('凤台县民政局已于2020年12月7日确认').waitFor();
  await expect.poll(focused, patient).toBe('重新确认');

  await tabTo('写入工作簿');
  await press('Enter');
  await pane.getByText('已写入工作簿').waitFor();
  await expect.poll(focused, patient).toBe('写入工作簿');
  await expectOwnWords();

  const { sheets, names } = await saved();
  expect(sheets.slice(-2).map(({ name }) => name)).toEqual(['中期差距清单', '中期评估摘要']);
  const [gaps, summary] = sheets.slice(-2) as [SheetContents, SheetContents];
  expect(gaps.page).toMatchObject({ landscape: true, paper: 9, fit: { wide: 1, tall: 0 }, centred: true });
  expect(summary.page).toMatchObject({ landscape: false, paper: 9, fit: { wide: 1, tall: 0 } });
  for (const { page } of [gaps, summary]) expect(page.footer).toContain('第 &P 页，共 &N 页');
  const heading = gaps.cells.find(({ value }) => value === '核实说明')!.row;
  expect(gaps.frozen.rows).toBe(heading + 1);
  expect(gaps.filter).toMatchObject({ top: heading });
  const titles = names.filter(({ name }) => name === '_xlnm.Print_Titles');
  expect(titles.map(({ formula }) => formula)).toEqual([expect.stringContaining(`$${heading + 1}`)]);
  expect(textOf(gaps)).toContain(explanation);
  // The paper says what the pane says.
  expect(textOf(summary)).toContain(conclusion);
  expect(textOf(summary)).toMatch(/凤台县民政局”?于2020年12月7日确认/);
  expect(textOf(gaps) + textOf(summary)).not.toMatch(others);

  // Checked again, the part, the finding and what was said stay as they were.
  await backTo('结论');
  await press('ArrowRight');
  await backTo('重新检查');
  await press('Enter');
  await expect.poll(focused, patient).toBe('重新检查');
  await expect.poll(() => pane.getByRole('tab', { selected: true }).innerText(), patient).toMatch(/^问题/);
  await expect.poll(() => pane.getByRole('tabpanel').getByText(explanation).isVisible(), patient).toBe(true);
  await tabTo('下一条');
  await press('ArrowUp');
  await press('ArrowDown');
  await expect.poll(focused, patient).toBe(finding);
  await backTo(/^问题\d/);
  await press('Home');
  expect(await words()).toContain('凤台县民政局已于2020年12月7日确认');
  expect(await frame().evaluate(() => globalThis.lost)).toEqual([]);

  // Saved, and opened on another day.
  await page.evaluate(async () => globalThis.preview!.open(await globalThis.preview!.save(), '渡口社区.xlsx'));
  await pane.getByRole('button', { name: '检查本工作簿' }).waitFor();
  await hands.enter();
  await tabTo('检查本工作簿');
  await press('Enter');
  await pane.getByText('凤台县民政局已于2020年12月7日确认').waitFor();
  expect(await words()).toContain('中期评估');
  expect(await words()).toContain('核实 3 项，已说明 1 项');
});

test.each(sights)(
  '%s: nothing is cut off, squeezed or out of sight, and axe finds nothing',
  async (_, options, style) => {
    await openPreview(options);
    if (style) await page.addStyleTag({ content: style });
    const expectSound = async (what: string) => expect(await faultsIn(frame()), what).toEqual([]);
    await expectSound('before the check');
    await tabTo('检查本工作簿');
    await press('Enter');
    await expect.poll(focused, patient).toContain('渡口社区');
    await expectSound('结论');
    await tabTo('确认结论');
    await press('Enter');
    await expectSound('确认结论');
    await press('Escape');
    await backTo(/^结论/);
    await press('ArrowRight');
    await expectSound('问题');
    await tabTo(/^核实 ./);
    await press('Enter');
    await tabTo('写核实说明');
    await press('Enter');
    await expectSound('写核实说明');
    await press('Escape');
    await backTo(/^问题/);
    await press('ArrowRight');
    await tabTo(/未达标/);
    await press('Enter');
    await expectSound('指标');
    await backTo(/^指标/);
    await press('ArrowRight');
    await expectSound('读表');
    await backTo('更多');
    await press('Enter');
    await expectSound('更多');
    await tabTo('帮助');
    await press('Enter');
    await pane.getByRole('dialog', { name: '帮助' }).waitFor();
    await expectSound('帮助');
    await press('Escape');
    await expect.poll(focused, patient).toBe('更多');
    await tabTo('写入工作簿');
    await press('Enter');
    await pane.getByText('已写入工作簿').waitFor();
    await expectSound('已写入');
  },
);

declare global {
  var lost: string[];
}
