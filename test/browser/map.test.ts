/** 检查 by keyboard alone, as Office.js moves Tab in a web host; on a low and narrow screen, and in a person's own colours. */
import { readFileSync } from 'node:fs';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { listSamples } from '../fixtures/samples.ts';
import { patient } from '../patience.ts';
import { openBrowser } from './browser.ts';
import { asReviewer } from './roles.ts';

const sample = (await listSamples()).find(({ expected }) => expected === '混乱样')!;
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Of the pane on a screen of 1366×768, without what Excel shows above it. */
const viewport = { width: 1366, height: 721 };

let browser: Browser;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  await page?.context().close();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport, bypassCSP: true });
  page = await context.newPage();
  await page.goto(`${inject('origin')}/preview/?sample=${encodeURIComponent(sample.file)}`);
  pane = page.frameLocator('iframe');
  await asReviewer(pane);
  await pane.getByRole('button', { name: '检查本工作簿' }).press('Enter');
  await pane.getByRole('tab', { name: '结论' }).waitFor();
});

const frame = (): Frame => page.frames().find((one) => one.url().includes('taskpane'))!;

/** What has the focus, by its words. */
const focused = () =>
  frame().evaluate(() => {
    const { activeElement } = document;
    return activeElement?.ariaLabel ?? activeElement?.textContent ?? '';
  });

async function tabTo(words: string): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    if ((await focused()).includes(words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to “${words}”, but to “${await focused()}”`);
}

/** Lines of the list that are seen whole. */
const seen = () =>
  frame().evaluate(() => {
    const foot = document.querySelector('.tools')!.getBoundingClientRect().top;
    const lines = [
      ...document.querySelectorAll('[role=tabpanel] :is(.finding-row, .finding-group, .goal, .indicator)'),
    ];
    return lines.filter((line) => line.getBoundingClientRect().bottom <= foot).length;
  });

async function faults(): Promise<string[]> {
  await frame().evaluate(axe);
  return frame().evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

test('from the result through the parts and the list, to writing, and back to what was pressed', async () => {
  expect(await focused()).toContain('梧桐里社区');
  await tabTo('结论');
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused, patient).toBe('问题32');
  expect(await seen()).toBeGreaterThanOrEqual(6);
  await tabTo('下一条');
  await page.keyboard.press('Enter');
  await expect.poll(focused, patient).toContain('夕阳红');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused, patient).toContain('第10行');
  // Shown in the sheet, and not said again over the list.
  await expect
    .poll(() => page.evaluate(() => globalThis.preview!.workbook.selection), patient)
    .toMatchObject({ top: 9, left: 4 });
  await expect.poll(() => pane.getByLabel('这一格', { exact: true }).count(), patient).toBe(0);
  expect(await faults()).toEqual([]);

  await tabTo('写入工作簿');
  await page.keyboard.press('Enter');
  await pane.getByText('已写入工作簿').waitFor();
  await expect.poll(focused, patient).toBe('写入工作簿');
  await pane.getByRole('button', { name: '关闭提示' }).press('Enter');
  await expect.poll(focused, patient).toBe('写入工作簿');
  await pane.getByRole('button', { name: '重新检查' }).press('Enter');
  await expect.poll(focused, patient).toBe('重新检查');
  await expect.poll(() => pane.getByRole('tab', { selected: true }).innerText(), patient).toContain('问题');
});

test('every part is free of faults that a machine can find', async () => {
  for (const [part, line] of [
    ['结论', null],
    ['指标', /^城市社区社会组织数/],
    ['读表', /按“社区社会组织名录”读取/],
  ] as const) {
    await pane.getByRole('tab', { name: part }).click();
    if (line) await pane.getByRole('button', { name: line }).click();
    expect(await faults(), part).toEqual([]);
  }
});

test('the ribbon’s 检查, which opens the pane anew, comes back to the same finding', async () => {
  await pane.getByRole('tab', { name: '问题' }).click();
  await pane.getByRole('button', { name: '下一条' }).click();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('iframe')?.src.includes('go=check'));
  await expect.poll(focused, patient).toContain('夕阳红');
});

test('320 wide nothing is cut; in a person’s own colours the open tab and the links are told', async () => {
  await page.addStyleTag({ content: 'aside.pane, aside.pane iframe { width: 320px !important; }' });
  await pane.getByRole('tab', { name: '问题' }).click();
  await expect.poll(() => frame().evaluate(() => innerWidth), patient).toBe(320);
  expect(await frame().evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ forcedColors: 'active' });
  const shown = await frame().evaluate(() => {
    const borders = [...document.querySelectorAll('[role=tab]')].map((tab) => getComputedStyle(tab).borderBottomColor);
    const link = getComputedStyle(document.querySelector('.cell-link')!).textDecorationLine;
    return { borders: new Set(borders).size, link };
  });
  expect(shown).toEqual({ borders: 2, link: 'underline' });
});

test('the first opening asks, by keyboard; 汇总 opens beside 检查, and the focus goes along', async () => {
  await page.evaluate(() => localStorage.clear());
  await frame().evaluate(() => {
    sessionStorage.clear();
    location.reload();
  });
  await pane.getByRole('button', { name: '我汇总' }).waitFor();
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '我汇总' }).press('Enter');
  await pane.getByRole('button', { name: '选择文件夹' }).waitFor();
  await expect.poll(focused, patient).toBe('汇总');
  expect(await faults()).toEqual([]);

  await pane.getByRole('button', { name: '更多' }).press('Enter');
  await pane.getByRole('button', { name: '检查', exact: true }).press('Enter');
  await expect.poll(focused, patient).toBe('检查');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(focused, patient).toBe('汇总');
});
