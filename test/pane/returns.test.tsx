// @vitest-environment jsdom
/** What Excel refuses for the moment is taken up again when the person comes back to the pane. */
import { expect, test, vi } from 'vitest';
import type { Host } from '../../addin/host/host.ts';
import { HostError } from '../../addin/host/host.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const comeBack = () => window.dispatchEvent(new Event('focus'));

/** Refuses while `code` is set. */
function refusing<Result>(result: Result) {
  const state: { code: HostError['code'] | null; calls: number } = { code: 'inactive', calls: 0 };
  const call = async () => {
    state.calls += 1;
    if (state.code) throw new HostError(state.code);
    return result;
  };
  return { state, call };
}

test('a check that failed for another workbook in front is made on return, by itself', async () => {
  const { state, call } = refusing(basis);
  const pane = await openPane({ host: pretendHost({ read: call }).host, checkAtOnce: true });
  expect(pane.text()).toContain('请切回这个工作簿的窗口，再点一次');
  expect(state.calls).toBe(1);

  state.code = null;
  await pane.doing(comeBack);
  expect(state.calls).toBe(2);
  expect(pane.has('写入工作簿')).toBe(true);

  await pane.doing(comeBack);
  expect(state.calls).toBe(2);
});

test('once for each time that it was wished for', async () => {
  const { state, call } = refusing(basis);
  const pane = await openPane({ host: pretendHost({ read: call }).host, checkAtOnce: true });
  await pane.doing(comeBack);
  await pane.doing(comeBack);
  expect(state.calls).toBe(2);

  await pane.press('重试');
  expect(state.calls).toBe(3);
  await pane.doing(comeBack);
  await pane.doing(comeBack);
  expect(state.calls).toBe(4);
});

test('writing is taken up too, what failed otherwise is not', async () => {
  const { state, call } = refusing({ sheets: ['差距清单'], skipped: [] });
  const pane = await openPane({ host: pretendHost({ apply: call }).host, checkAtOnce: true });
  await pane.press('写入工作簿');
  expect(pane.text()).toContain('另一个工作簿在前面');
  state.code = 'editing';
  await pane.doing(comeBack);
  expect(state.calls).toBe(2);
  expect(pane.text()).toContain('有单元格正在编辑');
  await pane.doing(comeBack);
  expect(state.calls).toBe(2);
});

test('a cell that could not be shown is not taken for a check that failed', async () => {
  const { state, call } = refusing(undefined);
  const pretended = pretendHost({ reveal: call });
  const pane = await openPane({ host: pretended.host, checkAtOnce: true });
  await pane.press('问题');
  await pane.doing(() => pane.element.querySelector<HTMLElement>('.cell-link')!.click());
  expect(pane.text()).toContain('另一个工作簿在前面');
  await pane.doing(comeBack);
  expect(state.calls).toBe(1);
  expect(pretended.host.read).toHaveBeenCalledTimes(1);
});

test('hearing of changes begins as soon as Excel lets it', async () => {
  const pretended = pretendHost();
  const { state, call } = refusing(async () => {});
  state.code = 'editing';
  const watch = vi.fn<Host['watch']>(async (onSelect, onChange) => {
    await call();
    return pretended.host.watch(onSelect, onChange);
  });
  const pane = await openPane({ host: { ...pretended.host, watch } });
  await pane.doing(comeBack);
  expect(watch).toHaveBeenCalledTimes(2);

  state.code = null;
  await pane.press('检查本工作簿');
  expect(watch).toHaveBeenCalledTimes(3);
  await pane.doing(() => pretended.change('社会组织名录'));
  expect(pane.text()).toContain('以下结果已过期');

  await pane.doing(comeBack);
  expect(watch).toHaveBeenCalledTimes(3);
});
