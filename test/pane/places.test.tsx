// @vitest-environment jsdom
/** 检查 and 汇总 in one pane: what is asked once, which opens, which tabs are seen, and that neither loses the other. */
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import { Jobs } from '../../addin/Jobs.tsx';
import type { Job } from '../../addin/panes/jobs.ts';
import { jobMemory } from '../../addin/returns.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { evaluation } from './examples.ts';
import { pretendFillHost, pretendHost } from './hosts.ts';
import { mount } from './mounting.tsx';
import { opened, pretendRollup } from './rollups.tsx';
import { pretendEngine } from './screens.tsx';

// Loaded before, no test has to wait for them.
import '../../addin/fill/Fill.tsx';
import '../../addin/help/Help.tsx';
import '../../addin/Rollup.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

const settle = () => act(async () => new Promise((settled) => setTimeout(settled, 20)));

async function openJobs(go: Job | null = null, pretended = pretendHost(), rollup = pretendRollup()) {
  const element = await mount(
    <Jobs
      host={pretended.host}
      engine={pretendEngine()}
      policies={policyAbouts}
      localOnly={false}
      memory={null}
      go={go}
      gone={jobMemory()}
      loadRollup={rollup.loadRollup}
      findSample={async () => null}
    />,
  );
  await settle();
  /** Those that are seen. */
  const buttons = () => [...element.querySelectorAll<HTMLElement>('button, label')].filter(isSeen);
  return {
    element,
    host: pretended.host,
    rollup,
    text: () =>
      [...element.querySelectorAll('main')]
        .filter(isSeen)
        .map((one) => one.textContent)
        .join(''),
    tabs: () => [...element.querySelectorAll('nav button')].filter(isSeen).map((tab) => tab.textContent),
    open: () => [...element.querySelectorAll('nav [aria-current]')].filter(isSeen).map((tab) => tab.textContent),
    has: (words: string) => buttons().some((one) => one.textContent?.includes(words)),
    press: async (words: string) => {
      const named = (one: HTMLElement) => one.ariaLabel ?? one.textContent ?? '';
      const found =
        buttons().find((one) => named(one) === words) ?? buttons().find((one) => named(one).includes(words));
      if (!found) throw new Error(`no button “${words}” among ${buttons().map(named).join(' | ')}`);
      await act(async () => found.click());
      await settle();
    },
  };
}

const isSeen = (element: Element) => element.closest('[hidden]') === null;

test('第一次打开先问一次：我审核、我汇总；选了就记住，下次不再问', async () => {
  const pane = await openJobs();
  expect(pane.text()).toContain('您主要做哪一样');
  expect(pane.has('检查本工作簿')).toBe(false);
  expect(pane.host.look).not.toHaveBeenCalled();

  await pane.press('我审核');
  expect(pane.has('检查本工作簿')).toBe(true);
  sessionStorage.clear();
  const next = await openJobs();
  expect(next.text()).not.toContain('您主要做哪一样');
  expect(next.has('检查本工作簿')).toBe(true);
});

test('我审核：只有检查，看不到汇总，也不取汇总的程序', async () => {
  const pane = await openJobs();
  await pane.press('我审核');
  expect(pane.tabs()).toEqual([]);
  expect(pane.text()).not.toContain('汇总');
  expect(pane.rollup.loadRollup).not.toHaveBeenCalled();
});

test('我填报：只有填报一个标签，什么都不读；检查和汇总在 ⋯ 里', async () => {
  const pane = await openJobs(null, pretendHost({ fill: pretendFillHost() }));
  for (const role of ['我填报', '我审核', '我汇总']) expect(pane.has(role)).toBe(true);
  await pane.press('我填报');
  expect(pane.tabs()).toEqual(['填报']);
  expect(pane.has('新建填报表')).toBe(true);
  expect(pane.text()).not.toMatch(/检查|汇总|评分|结论|写入/);
  expect(pane.host.look).not.toHaveBeenCalled();
  expect(pane.host.read).not.toHaveBeenCalled();
  await pane.press('更多');
  await pane.press('检查');
  expect(pane.tabs()).toEqual(['填报', '检查']);
  expect(pane.has('检查本工作簿')).toBe(true);
});

test('功能区的“填报”不问，直接到填报，什么都不读', async () => {
  const pane = await openJobs('fill', pretendHost({ fill: pretendFillHost() }));
  expect(pane.open()).toEqual(['填报']);
  expect(pane.host.read).not.toHaveBeenCalled();
});

test('不能填的地方没有填报，也不问', async () => {
  const pane = await openJobs('fill');
  expect(pane.has('我填报')).toBe(false);
  expect(pane.has('我审核')).toBe(true);
});

test('我汇总：先到汇总，本工作簿什么都不读', async () => {
  const pane = await openJobs();
  await pane.press('我汇总');
  expect(pane.text()).toContain('本工作簿：没有检查');
  expect(pane.host.look).not.toHaveBeenCalled();
  expect(pane.host.read).not.toHaveBeenCalled();
});

test('别的工作在 ⋯ 里；去过以后两样都在上面一行，来回走都不丢', async () => {
  const pane = await openJobs();
  await pane.press('我审核');
  await pane.press('检查本工作簿');
  await pane.press('问题');
  await pane.press('更多');
  expect(pane.text()).toContain('其他工作');
  await pane.press('汇总');
  expect(pane.tabs()).toEqual(['检查', '汇总']);
  expect(pane.open()).toEqual(['汇总']);
  expect(document.activeElement?.textContent).toBe('汇总');
  expect(pane.text()).toContain(`本工作簿：${evaluation.dataHash}`);

  await pane.press('检查');
  expect(pane.open()).toEqual(['检查']);
  expect(document.activeElement?.textContent).toBe('检查');
  expect(pane.element.querySelector('[role=tab][aria-selected=true]')?.textContent).toContain('问题');
  await pane.press('汇总');
  expect(pane.rollup.loadRollup).toHaveBeenCalledOnce();
});

test('在 ⋯ 里改主要做的，下次先到那里', async () => {
  const pane = await openJobs();
  await pane.press('我审核');
  await pane.press('更多');
  await pane.press('我汇总（先到汇总）');
  expect(pane.open()).toEqual(['汇总']);
  sessionStorage.clear();
  expect((await openJobs()).open()).toEqual(['汇总']);
});

test('功能区的“检查”不问，直接检查；“汇总”不问，什么都不读', async () => {
  const check = await openJobs('check');
  expect(check.host.read).toHaveBeenCalledOnce();
  expect(check.tabs()).toEqual(['检查', '汇总']);
  const rollup = await openJobs('rollup');
  expect(rollup.open()).toEqual(['汇总']);
  expect(rollup.host.look).not.toHaveBeenCalled();
  expect(rollup.host.read).not.toHaveBeenCalled();
});

test('从汇总到检查，不自动检查：功能区没有按过“检查”', async () => {
  const pane = await openJobs('rollup');
  await pane.press('检查');
  expect(pane.host.read).not.toHaveBeenCalled();
  expect(pane.has('检查本工作簿')).toBe(true);
});

test('窗格重新打开，还在原来的地方', async () => {
  const pane = await openJobs('check');
  await pane.press('汇总');
  expect((await openJobs()).open()).toEqual(['汇总']);
});

test('这台电脑不让存东西的：不问，先到检查，两样都看得见', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const pane = await openJobs();
  expect(pane.text()).not.toContain('您主要做哪一样');
  expect(pane.open()).toEqual(['检查']);
  expect(pane.tabs()).toEqual(['检查', '汇总']);
});

test('汇总里点一处，转到本工作簿的那一格；转不到的说为什么', async () => {
  const pane = await openJobs('rollup');
  await pane.press('B3');
  expect(pane.host.reveal).toHaveBeenCalledWith(opened);

  const reveal = async () => {
    throw new HostError('gone', '社会组织名录');
  };
  const gone = await openJobs('rollup', pretendHost({ reveal }));
  await gone.press('B3');
  expect(gone.element.querySelector('[role=alert], [role=status]')?.textContent).toContain('社会组织名录');
});

test('工作簿改动以后，它已不是检查过的那个', async () => {
  const pretended = pretendHost();
  const pane = await openJobs('check', pretended);
  await pane.press('汇总');
  expect(pane.text()).toContain(evaluation.dataHash!);
  await act(async () => pretended.change('社会组织名录'));
  expect(pane.text()).toContain('本工作簿：没有检查');
});

test('汇总的程序没有取到：说怎么办，检查照常', async () => {
  const rollup = pretendRollup();
  rollup.loadRollup.mockRejectedValue(new Error('offline'));
  const pane = await openJobs('rollup', pretendHost(), rollup);
  expect(pane.text()).toContain('这一部分没有取到');
  await pane.press('检查');
  expect(pane.has('检查本工作簿')).toBe(true);
});

test('汇总里的一行点得开，去检查看一眼回来还开着，窗格重新打开也开着', async () => {
  const pane = await openJobs('rollup');
  expect(pane.text()).not.toContain('甲社区，中期');
  await pane.press('甲.xlsx');
  expect(pane.text()).toContain('甲社区，中期');
  await pane.press('检查');
  await pane.press('汇总');
  expect(pane.text()).toContain('甲社区，中期');
  expect((await openJobs('rollup')).text()).toContain('甲社区，中期');
});

test('汇总里也有帮助', async () => {
  const pane = await openJobs('rollup');
  await pane.press('更多');
  await pane.press('帮助');
  expect(pane.element.querySelector('[role=dialog]')?.textContent).toContain('怎样检查一个工作簿');
});
