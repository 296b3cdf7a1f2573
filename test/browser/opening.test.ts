import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { patient } from '../patience.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A page whose clock a test can put forward, on which `script` of office.js is asked for and not answered. */
async function withholding(script: string): Promise<{ readonly page: Page; readonly asked: Promise<Route> }> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.clock.install();
  const asked = new Promise<Route>((route) => page.route(`**/office-js/${script}`, route));
  return { page, asked };
}

test('office.js 不应答：十五秒后说连不上哪里，不说 Excel 旧', async () => {
  const { page, asked } = await withholding('office.js');
  await page.goto(`${inject('origin')}/taskpane.html`, { waitUntil: 'commit' });
  await asked;
  await page.getByText('正在打开').waitFor();
  // office.js is asked for ahead of the script before it, whose patience begins when it runs.
  await expect.poll(() => page.evaluate(() => 'awaitPane' in globalThis), patient).toBe(true);
  await page.clock.fastForward(15_000);
  await page.getByText('未能连上微软的 Office 组件（/office-js/office.js）').waitFor();
  expect(await page.getByText('版本过旧').isVisible()).toBe(false);
  await page.close();
});

test('office.js 要取的不应答：也说连不上；后来应答了，窗格照常打开', async () => {
  const { page, asked } = await withholding('excel-web-16.00.js');
  await page.goto(`${inject('origin')}/preview/`, { waitUntil: 'commit' });
  const pane = page.frameLocator('iframe');
  const late = await asked;
  await page.clock.fastForward(15_000);
  await pane.getByText('未能连上微软的 Office 组件').waitFor();
  expect(await pane.getByText('版本过旧').isVisible()).toBe(false);
  await late.continue();
  await pane.getByRole('button', { name: '我审核' }).waitFor();
  expect(await pane.getByText('未能连上').count()).toBe(0);
  await page.close();
});
