import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** The preview as somebody in an office of 淮南 sees it, on that day; `search` behind its address. */
export async function openPreviewPage(
  browser: Browser,
  now: string,
  options: BrowserContextOptions = {},
  search = '',
): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    bypassCSP: true,
    ...options,
  });
  const page = await context.newPage();
  await page.clock.setSystemTime(now);
  await page.goto(`${inject('origin')}/preview/${search}`);
  await page.waitForFunction(() => globalThis.preview?.grid);
  return page;
}
