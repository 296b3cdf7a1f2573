// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import type { Marked } from '../../shared/model.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

test('writing gives the host the plan for what was read, and says what was written', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host, checkAtOnce: true });
  expect(pane.text()).toContain('写入后不能用“撤销”退回');
  await pane.press('写入工作簿');
  expect(host.apply).toHaveBeenCalledWith(basis, basis.secret, expect.any(Function));
  expect(pane.text()).toMatch(/已写入工作簿“终期差距清单”、“终期评估摘要”已写好，标注了 \d+ 个单元格。/);
  expect(pane.text()).not.toContain('同名');
});

test('sheets that were left out for their protection are named', async () => {
  const { host } = pretendHost({
    apply: async (_basis, _secret, plan) => {
      plan(basis.explanations);
      return { sheets: ['终期差距清单 (2)', '终期评估摘要'], skipped: ['社区工作者花名册'] };
    },
  });
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.press('写入工作簿');
  expect(pane.text()).toContain('“终期差距清单 (2)”');
  // One each in 社会组织名录 and 服务项目; what is to be verified is marked by its findings only.
  expect(pane.text()).toContain('标注了 2 个单元格');
  expect(pane.text()).toContain('“社区工作者花名册”受保护，没有标注');
});

test('the sheets that were written are one press away; why a name has a number is said', async () => {
  const { host } = pretendHost({
    apply: async (_basis, _secret, plan) => {
      plan(basis.explanations);
      return { sheets: ['终期差距清单 (2)', '终期评估摘要'], skipped: [] };
    },
  });
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.press('写入工作簿');
  expect(pane.text()).toContain('工作簿中原有同名的工作表，没有改动');
  await pane.press('查看终期差距清单 (2)');
  expect(host.reveal).toHaveBeenCalledWith({ sheet: '终期差距清单 (2)', address: 'A1' });
});

test.each([
  ['changed', '检查之后工作簿又有改动', '改动在“社会组织名录”', '重新检查'],
  ['protected', '“社会组织名录”受保护，不能写入', '撤销保护', '重试'],
  ['editing', '有单元格正在编辑', '回车键', '重试'],
  ['failed', '没能写入', '可能已写入一部分', '清除标注'],
] as const)('writing that fails with %s has its own message and way on', async (code, title, line, way) => {
  const { host } = pretendHost({
    apply: async () => {
      throw new HostError(code, '社会组织名录');
    },
  });
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.press('写入工作簿');
  const alert = pane.element.querySelector('[role=alert]')!;
  expect(alert.textContent).toContain(title);
  expect(alert.textContent).toContain(line);
  expect([...alert.querySelectorAll('button')].map((one) => one.textContent)).toContain(way);
});

test('重试 in a notice writes nothing of a workbook that has changed since', async () => {
  const { host, change } = pretendHost();
  vi.mocked(host.apply).mockRejectedValueOnce(new HostError('editing'));
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.press('写入工作簿');
  await pane.doing(() => change('社会组织名录'));
  await pane.press('重试');
  expect(host.apply).toHaveBeenCalledTimes(1);
  expect(pane.element.querySelector('[role=alert]')!.textContent).toContain(
    '工作簿已有改动，没有写入请重新检查，再写入。',
  );
});

test('marks are cleared in one step, without a check before', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host });
  await pane.press('清除标注');
  expect(host.clearMarks).toHaveBeenCalledTimes(1);
  expect(host.removeSheets).not.toHaveBeenCalled();
  expect(pane.text()).toContain('已清除 7 个单元格的标注');
});

test('our sheets are removed only after a second word', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host });
  await pane.press('更多');
  await pane.press('移除评估表');
  expect(pane.text()).toContain('核实说明、审核意见和确认过的结论也一并删除');
  await pane.press('不移除');
  expect(host.removeSheets).not.toHaveBeenCalled();

  await pane.press('更多');
  await pane.press('移除评估表');
  await pane.press('确定移除');
  expect(host.removeSheets).toHaveBeenCalledTimes(1);
  expect(pane.text()).toContain('已移除“终期差距清单”、“终期评估摘要”');
});

test('移除评估表：默认的是不移除，Esc 也是；没有我们的表时不问', async () => {
  const { host } = pretendHost({ read: async () => ({ ...basis, own: ['差距清单'] }) });
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.press('更多');
  await pane.press('移除评估表');
  const [yes, no] = [...pane.element.querySelectorAll<HTMLElement>('[role=alertdialog] button')];
  expect(document.activeElement).toBe(no);
  expect(yes!.className).not.toBe(no!.className);
  await pane.doing(() => no!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(pane.element.querySelector('[role=alertdialog]')).toBeNull();
  expect(host.removeSheets).not.toHaveBeenCalled();

  await pane.press('更多');
  await pane.press('移除评估表');
  await pane.press('确定移除');
  await pane.press('更多');
  await pane.press('移除评估表');
  expect(pane.element.querySelector('[role=alertdialog]')).toBeNull();
  expect(host.removeSheets).toHaveBeenCalledTimes(2);
});

describe('更新标注', () => {
  const marked = { policy: 'huainan-2020', mode: 'final', asOf: '2021-05-31', on: '2021-06-03', marks: 'm' } as const;
  const opened = async (change: Parameters<typeof pretendHost>[0] = {}, of: Marked | null = marked) => {
    const { host } = pretendHost({ read: async () => ({ ...basis, marked: of }), ...change });
    return { host, pane: await openPane({ host, checkAtOnce: true }) };
  };
  const button = (pane: Awaited<ReturnType<typeof opened>>['pane']) =>
    [...pane.element.querySelectorAll<HTMLButtonElement>('.tools button')].find(
      (one) => one.textContent === '更新标注',
    ) ?? null;

  test('检查时自己更新；更新不了的，说是哪次的，可以再更新', async () => {
    const renew = vi.fn(async () => ({ skipped: [] }));
    const { pane, host } = await opened({ renewMarks: renew });
    expect(renew).toHaveBeenCalledTimes(1);
    expect(pane.text()).not.toContain('工作簿里的标注是');
    expect(button(pane)!.disabled).toBe(true);
    expect(host.apply).not.toHaveBeenCalled();
  });

  test('更新不了的，说标注是哪次检查的，点“更新标注”再更新', async () => {
    const renew = vi.fn<() => Promise<{ skipped: string[] }>>().mockRejectedValueOnce(new HostError('editing'));
    renew.mockResolvedValueOnce({ skipped: [] });
    const { pane } = await opened({ renewMarks: renew });
    expect(pane.text()).toContain('工作簿里的标注是2021年6月3日终期检查的，与这次的不同；点“更新标注”即可更新。');
    await pane.press('更新标注');
    expect(pane.text()).toContain('只更新了标注，两张表没有改动。');
    expect(pane.text()).not.toContain('与这次的不同');
  });

  test('受保护的表，说那里仍是以前的', async () => {
    const { pane } = await opened({ renewMarks: async () => ({ skipped: ['名录'] }) });
    expect(pane.text()).toContain('“名录”受保护或读不出条件格式，那里的标注仍是以前的。');
  });

  test.each<[string, Partial<Marked>]>([
    ['另一种评估', { mode: 'midterm' }],
    ['另一份评估依据', { policy: 'national-2017' }],
  ])('%s的标注不动，说是哪次的', async (_, other) => {
    const renew = vi.fn(async () => null);
    const { pane } = await opened({ renewMarks: renew }, { ...marked, ...other });
    expect(renew).not.toHaveBeenCalled();
    expect(pane.text()).toContain('与这次的不同；写入后换成这次的。');
    expect(button(pane)).toBeNull();
  });

  test('没有标注的不更新；写入以后标注就是这次的，清除以后没有', async () => {
    const { pane, host } = await opened({}, null);
    expect(host.renewMarks).not.toHaveBeenCalled();
    expect(button(pane)).toBeNull();
    await pane.press('写入工作簿');
    expect(button(pane)!.disabled).toBe(true);
    await pane.press('清除标注');
    expect(button(pane)).toBeNull();
  });
});
