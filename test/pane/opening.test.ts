// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const page = new DOMParser().parseFromString(readFileSync('addin/taskpane.html', 'utf8'), 'text/html');
const script = readFileSync('addin/public/opening.js', 'utf8');
const patience = 15_000;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren(...[...page.body.cloneNode(true).childNodes]);
  // jsdom has none; browsers that know modules have.
  Object.defineProperty(HTMLScriptElement.prototype, 'noModule', { value: false, configurable: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const openPage = () => new Function(script)();
/** Which lines are on show, by their first words. */
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('#opening > *')]
    .filter((line) => !line.hidden)
    .map((line) => line.textContent!.trim().slice(0, 4));

/** office.js, which `answer`s when what it loads in its turn has come. */
function office() {
  let answer = (_: { readonly host: string | null }) => {};
  const ready = new Promise<{ readonly host: string | null }>((resolve) => {
    answer = resolve;
  });
  const onReady = (heard: (info: { readonly host: string | null }) => void) => ready.then(heard);
  const context = { requirements: { isSetSupported: () => false } };
  return { Office: { onReady, context, HostType: { Excel: 'Excel' } }, answer };
}

test('office.js 十五秒没有来：说连不上，不说 Excel 旧', () => {
  openPage();
  vi.advanceTimersByTime(patience - 1);
  expect(shown()).toEqual(['正在打开']);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual(['未能连上']);
});

test('office.js 来了，它要取的没有来：同样', async () => {
  const { Office } = office();
  vi.stubGlobal('Office', Office);
  openPage();
  document.dispatchEvent(new Event('DOMContentLoaded'));
  expect(shown()).toEqual(['正在打开']);
  await vi.advanceTimersByTimeAsync(patience);
  expect(shown()).toEqual(['未能连上']);
});

test('后来来了：窗格照常打开', async () => {
  vi.stubGlobal('Worker', class extends EventTarget {});
  const { Office, answer } = office();
  vi.stubGlobal('Office', Office);
  openPage();
  await import('../../addin/taskpane.tsx');
  await vi.advanceTimersByTimeAsync(patience);
  expect(shown()).toEqual(['未能连上']);
  answer({ host: 'Excel' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown()).toEqual([]);
  expect(document.querySelector('#root button')).not.toBeNull();
});

test('不在 Excel 里：说要在 Excel 里打开，十五秒以后也是', async () => {
  const { Office, answer } = office();
  vi.stubGlobal('Office', Office);
  openPage();
  await import('../../addin/taskpane.tsx');
  answer({ host: null });
  await vi.advanceTimersByTimeAsync(patience);
  expect(document.getElementById('root')!.textContent).toContain('请在 Excel 中打开');
});

test('取 office.js 马上被拒绝：马上说', () => {
  openPage();
  document.dispatchEvent(new Event('DOMContentLoaded'));
  expect(shown()).toEqual(['未能连上']);
});

test('组件都来了，窗格没有打开：说 Excel 旧，和不用 Excel 的办法', async () => {
  const { Office, answer } = office();
  vi.stubGlobal('Office', Office);
  openPage();
  answer({ host: 'Excel' });
  await vi.advanceTimersByTimeAsync(patience);
  expect(shown()).toEqual(['窗格没能']);
  expect(document.querySelector('#old a')?.getAttribute('href')).toBe('/workbooks.html');
});

test('不认得模块的（Internet Explorer）：马上说 Excel 旧', () => {
  Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule');
  openPage();
  vi.advanceTimersByTime(patience);
  expect(shown()).toEqual(['窗格没能']);
});

test('office.js 在这些话之后取：没有来时也看得见', () => {
  expect(
    [...page.querySelectorAll('#opening, body script')].map((each) => each.id || each.getAttribute('src')),
  ).toEqual(['opening', '/opening.js', '%OFFICE_JS%']);
  expect(page.head.querySelector('script:not([type=module])')).toBeNull();
});
