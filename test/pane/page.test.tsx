// @vitest-environment jsdom
/** The page of workbooks: a file is opened, a cell shown, the marked workbook downloaded. Its workers are stood in for. */
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../addin/evaluations.ts';
import type { FileReply, FileRequest, Opened } from '../../addin/pages/files.worker.ts';
import { Page } from '../../addin/pages/Page.tsx';
import type { Source } from '../../addin/rollup/gathering.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import type { FileReading } from '../../shared/files/read.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { evaluation } from './examples.ts';
import { mount } from './mounting.tsx';
import { pretendRollup } from './rollups.tsx';
import { evaluate } from './screens.tsx';

// Loaded before, no test has to wait for it.
import '../../addin/pages/Opened.tsx';

const at = evaluation.findings[0]!.at;
const reading: FileReading = {
  snapshot: {
    schema: 'workbook-snapshot/1',
    name: '甲社区.xlsx',
    sheets: [
      {
        name: '填表说明',
        visibility: 'Visible',
        address: 'A1:B2',
        values: [
          ['说明', null],
          ['一、', '如实填写'],
        ],
      },
      {
        name: at.sheet,
        visibility: 'Hidden',
        address: 'A1:C400',
        values: Array.from({ length: 400 }, (_, row) => [row + 1, '甲', null]),
      },
    ],
  },
  own: { kept: {}, sheets: [], marks: 0 },
  templates: [],
  sent: [],
  notices: [],
};

let opened: Opened;
let answers: (request: FileRequest) => FileReply | null;
const asked: FileRequest[] = [];
const terminate = vi.fn();
const template = vi.fn<Engine['template']>();

class PretendWorker {
  onmessage: (event: { data: FileReply }) => void = () => {};
  onerror = () => {};
  terminate = terminate;
  postMessage(request: FileRequest) {
    asked.push(request);
    const reply = answers(request);
    if (reply) queueMicrotask(() => this.onmessage({ data: reply }));
  }
}

beforeEach(() => {
  asked.length = 0;
  terminate.mockClear();
  template.mockReset();
  opened = { reading, losses: [] };
  answers = (request) =>
    request.kind === 'open'
      ? { opened }
      : { saved: { bytes: new Uint8Array(3), sheets: ['差距清单', '评估摘要'], skipped: [] } };
  vi.stubGlobal('Worker', PretendWorker);
  URL.createObjectURL = vi.fn(() => 'blob:here');
  URL.revokeObjectURL = vi.fn();
  HTMLAnchorElement.prototype.click = vi.fn();
});

async function openPage({ sample = null as readonly Source[] | null, localOnly = 'file' as 'file' | boolean } = {}) {
  const { loadRollup, added } = pretendRollup();
  const element = await mount(
    <Page
      createEngine={() => ({ evaluate, template })}
      policies={policyAbouts}
      localOnly={localOnly}
      loadRollup={loadRollup}
      findSample={async () => sample && (async () => sample)}
    />,
  );
  const find = (words: string) => {
    const found = [...element.querySelectorAll<HTMLElement>('button:not([hidden] *)')].find((one) =>
      (one.ariaLabel ?? one.textContent ?? '').includes(words),
    );
    if (!found) throw new Error(`no button “${words}” in ${element.textContent}`);
    return found;
  };
  const settle = () => new Promise((settled) => setTimeout(settled));
  return {
    element,
    loadRollup,
    added,
    text: () => element.textContent ?? '',
    /** Without what is there, but not on show. */
    seen: () =>
      [...element.querySelectorAll('main, .page')]
        .filter((one) => !one.closest('[hidden]'))
        .map((one) => one.textContent)
        .join(''),
    press: (words: string) =>
      act(async () => {
        find(words).click();
        await settle();
      }),
    key: (key: string) =>
      act(async () => {
        element
          .querySelector('table')!
          .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }),
    open: (...names: readonly string[]) =>
      act(async () => {
        const input = element.querySelector<HTMLInputElement>('input[type=file]')!;
        const files = names.map((name) => new File(['x'], name));
        Object.defineProperty(input, 'files', { configurable: true, value: files });
        Object.defineProperty(input, 'value', { configurable: true, writable: true, value: '' });
        input.dispatchEvent(new Event('change', { bubbles: true }));
        await settle();
        await settle();
      }),
    drop: (...files: readonly File[]) =>
      act(async () => {
        const event = new Event('drop', { bubbles: true, cancelable: true });
        Object.assign(event, { dataTransfer: { types: ['Files'], files, items: [] } });
        document.body.dispatchEvent(event);
        await settle();
        await settle();
      }),
    cell: () => element.querySelector('.sheets-cell')!.textContent,
    chosen: () => element.querySelector('td[aria-selected=true]')?.getAttribute('data-cell'),
  };
}

test('a file is opened, checked, its finding shown in its sheet, and the marked workbook given', async () => {
  const page = await openPage();
  await page.open('甲社区_已标注.xlsx');
  expect(asked[0]).toMatchObject({ kind: 'open', name: '甲社区.xlsx' });
  expect(page.cell()).toBe('A1 说明');
  await page.press('检查本工作簿');
  await page.press('问题');
  await page.press(`${at.sheet}!${at.address}`);
  expect(page.element.querySelector('table')!.getAttribute('aria-label')).toContain(at.sheet);
  expect(page.chosen()).toBe(at.address);
  expect(page.element.querySelector(`td[data-cell="${at.address}"] .unseen`)?.textContent).toBe('强制');
  await page.press('标注并下载');
  expect(asked.at(-1)).toMatchObject({ kind: 'save', ours: { plan: { sheets: [{}, {}] } } });
  expect(page.text()).toContain('已下载“甲社区_已标注.xlsx”');
  expect(page.text()).toContain('您打开的文件没有改动');
});

test('what saving loses is said first', async () => {
  opened = { reading, losses: ['原文件的数字签名不再有效。'] };
  const page = await openPage();
  await page.open('甲社区.xlsx');
  await page.press('检查本工作簿');
  await page.press('标注并下载');
  expect(page.text()).toContain('原文件的数字签名不再有效。');
  expect(asked.filter(({ kind }) => kind === 'save')).toEqual([]);
  await page.press('仍然下载');
  expect(asked.filter(({ kind }) => kind === 'save')).toHaveLength(1);
});

test('a file that is none is named, and what to do is said', async () => {
  answers = () => ({ problem: 'old_xls', detail: '' });
  const page = await openPage();
  await page.open('旧表.xls');
  expect(page.element.querySelector('[role=alert]')?.textContent).toBe(
    `“旧表.xls”${new FileProblem('old_xls').message}`,
  );
  expect(terminate).toHaveBeenCalledOnce();
});

test('a file that the browser does not give is named', async () => {
  const page = await openPage();
  const held = new File(['x'], '在网盘.xlsx');
  held.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  await page.drop(held);
  expect(page.text()).toContain('“在网盘.xlsx”读不出来');
});

test('几个文件一起打开：到汇总，都放进去', async () => {
  const page = await openPage();
  await page.open('甲.xlsx', '乙.xlsx');
  expect(page.added).toEqual(['甲.xlsx', '乙.xlsx']);
  expect(page.seen()).toContain('汇总的内容');
  expect(asked).toEqual([]);
});

test('拖入装着几个工作簿的 .zip：也到汇总；在汇总里再拖一个，也放进去', async () => {
  answers = () => ({ problem: 'no_workbook', detail: '甲.xlsx、乙.xlsx' });
  const page = await openPage();
  await page.drop(new File(['x'], '各社区报送.zip'));
  expect(page.added).toEqual(['各社区报送.zip']);
  expect(page.seen()).toContain('汇总的内容');
  await page.drop(new File(['x'], '丁.xlsx'));
  expect(page.added).toEqual(['各社区报送.zip', '丁.xlsx']);
  expect(asked).toHaveLength(1);
});

test('.zip 里只有一个工作簿：直接检查；一个都没有：说清楚', async () => {
  const page = await openPage();
  await page.open('甲社区.zip');
  expect(page.seen()).toContain('检查本工作簿');
  answers = () => ({ problem: 'no_workbook', detail: '' });
  const other = await openPage();
  await other.open('照片.zip');
  expect(other.element.querySelector('[role=alert]')?.textContent).toContain('“照片.zip”');
  expect(other.added).toEqual([]);
});

test('一起放入的里面没有工作簿：说要放什么', async () => {
  const page = await openPage();
  await page.drop(new File(['x'], '照片.jpg'), new File(['x'], '~$甲.xlsx'));
  expect(page.element.querySelector('[role=alert]')?.textContent).toContain('这里面没有工作簿');
  await page.open('说明.csv');
  expect(asked).toMatchObject([{ kind: 'open', name: '说明.csv' }]);
});

test('没有文件时，汇总接着上次的；一个文件时，什么都不问汇总', async () => {
  const page = await openPage();
  await page.press('汇总（接着上次的）');
  expect(page.seen()).toContain('汇总的内容');
  expect(page.added).toEqual([]);
  const other = await openPage();
  await other.open('甲社区.xlsx');
  expect(other.seen()).toContain('甲社区.xlsx');
  expect(other.seen()).not.toContain('返回汇总');
  expect(other.loadRollup).not.toHaveBeenCalled();
});

test('从汇总打开一个文件，在检查里看，可以返回汇总，也回得来', async () => {
  const page = await openPage();
  await page.open('甲.xlsx', '乙.xlsx');
  await page.press('打开丙社区');
  expect(asked).toMatchObject([{ kind: 'open', name: '丙社区.xlsx' }]);
  expect(page.seen()).toContain('检查本工作簿');
  expect(page.seen()).not.toContain('汇总的内容');
  await page.press('返回汇总');
  expect(page.seen()).toContain('汇总的内容');
  expect(page.loadRollup).toHaveBeenCalledOnce();
  await page.press('返回“丙社区.xlsx”');
  expect(page.seen()).toContain('检查本工作簿');
  expect(asked).toHaveLength(1);
});

test('从汇总打开的读不出来：在汇总里说', async () => {
  answers = () => ({ problem: 'old_xls', detail: '' });
  const page = await openPage();
  await page.open('甲.xlsx', '乙.xlsx');
  await page.press('打开丙社区');
  expect(page.seen()).toContain('“丙社区.xlsx”');
  expect(page.seen()).toContain('汇总的内容');
});

test('说过而没有下载的，到汇总去看一眼不会丢；换一个文件才问', async () => {
  const page = await openPage();
  await page.open('甲社区.xlsx');
  const score = [...page.element.querySelectorAll('label')].find((one) => one.textContent?.includes('显示建议评分'))!;
  await act(async () => score.querySelector('input')!.click());
  await page.press('检查本工作簿');
  window.confirm = vi.fn(() => false);
  await page.open('乙.xlsx', '丙.xlsx');
  expect(window.confirm).not.toHaveBeenCalled();
  await page.press('打开丙社区');
  expect(window.confirm).toHaveBeenCalledOnce();
  await page.press('返回“甲社区.xlsx”');
  expect(page.seen()).toContain('重新检查');
});

test('试用示例：只在有示例的地方有', async () => {
  const page = await openPage();
  expect(page.text()).not.toContain('试用示例');
  const sample = [{ path: '甲.xlsx', file: new Blob() }];
  const other = await openPage({ sample });
  await other.press('试用示例：十个单位');
  expect(other.added).toEqual(['甲.xlsx']);
  expect(other.seen()).toContain('汇总的内容');
});

test('opening is called off', async () => {
  answers = () => null;
  const page = await openPage();
  await page.open('甲社区.xlsx');
  expect(page.text()).toContain('正在打开“甲社区.xlsx”');
  await page.press('取消');
  expect(page.text()).toContain('拖到这里');
  expect(terminate).toHaveBeenCalled();
});

test('what was chosen and not downloaded is asked about before another file takes its place', async () => {
  const page = await openPage();
  await page.open('甲社区.xlsx');
  const score = [...page.element.querySelectorAll('label')].find((one) => one.textContent?.includes('显示建议评分'))!;
  await act(async () => score.querySelector('input')!.click());
  await page.press('检查本工作簿');
  window.confirm = vi.fn(() => false);
  await page.open('乙社区.xlsx');
  expect(window.confirm).toHaveBeenCalledOnce();
  expect(page.text()).toContain('甲社区.xlsx');
  window.confirm = vi.fn(() => true);
  await page.open('乙社区.xlsx');
  expect(page.text()).toContain('乙社区.xlsx');
});

test('keys go from cell to cell, and on where not all is drawn', async () => {
  const page = await openPage();
  await page.open('甲社区.xlsx');
  const sheet = page.element.querySelector('select')!;
  expect(sheet.textContent).toContain(`${at.sheet}（隐藏）`);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(sheet, at.sheet);
    sheet.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.key('ArrowUp');
  expect(page.chosen()).toBe('A1');
  await page.key('End');
  await page.key('ArrowDown');
  expect(page.chosen()).toBe('C2');
  for (let times = 3; times > 0; times--) await page.key('PageDown');
  expect(page.chosen()).toBe('C62');
  expect(page.element.querySelectorAll('tbody tr')).toHaveLength(60);
  const table = page.element.querySelector('table')!;
  const active = document.getElementById(table.getAttribute('aria-activedescendant')!);
  expect(active?.dataset.cell).toBe('C62');
  await page.press('下面还有');
  expect(page.element.querySelector('tbody th')!.textContent).not.toBe('1');
});

test('a cell that is clicked is said of what there is to say', async () => {
  const page = await openPage();
  await page.open('甲社区.xlsx');
  await page.press('检查本工作簿');
  await page.press('问题');
  await page.press(`${at.sheet}!${at.address}`);
  expect(page.element.querySelector('[aria-label=这一格]')).toBeNull();
  await act(async () => page.element.querySelector<HTMLElement>(`td[data-cell="${at.address}"]`)!.click());
  expect(page.element.querySelector('[aria-label=这一格]')?.textContent).toContain(at.address);
});

test('填报表（空表）在单个文件里当场做成，名字说清是哪种社区', async () => {
  const made = { policy: 'huainan-2020', kind: 'rural', version: 1, name: '填报表（农村）', sheets: [] } as const;
  template.mockResolvedValue(made);
  answers = () => ({ made: new Uint8Array(5) });
  const names: string[] = [];
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
  };
  const page = await openPage();
  await page.press('农村社区填报表（空表）');
  expect(template.mock.calls).toEqual([['huainan-2020', 'rural']]);
  expect(asked).toEqual([{ kind: 'make', sheets: [] }]);
  expect(names).toEqual(['填报表（农村）.xlsx']);
  expect(terminate).toHaveBeenCalledTimes(1);
});

test('填报表没有做成，说怎么办', async () => {
  template.mockRejectedValue(new Error('no engine'));
  const page = await openPage();
  await page.press('城市社区填报表（空表）');
  expect(page.text()).toContain('填报表没有做成。请换用新版的 Edge 或 Chrome 浏览器打开这个网页，再试一次。');
});

test('有服务器的网页，填报表是接口上的链接', async () => {
  const { element } = await openPage({ localOnly: false });
  const links = [...element.querySelectorAll<HTMLAnchorElement>('.templates a')];
  expect(links.map((each) => [each.textContent, each.getAttribute('href')])).toEqual([
    ['城市社区填报表（空表）', '/api/template.xlsx?kind=urban'],
    ['农村社区填报表（空表）', '/api/template.xlsx?kind=rural'],
  ]);
  expect(element.querySelector('.templates .quiet')?.textContent).toBe(`按“${policyAbouts[0]!.name}”`);
});
