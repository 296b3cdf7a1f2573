// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

test('writing gives the host the plan for what was read, and says what was written', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host, checkAtOnce: true });
  expect(pane.text()).toContain('写入后不能用“撤销”退回');
  await pane.press('写入工作簿');
  expect(host.apply).toHaveBeenCalledWith(basis, basis.secret, expect.any(Function));
  expect(pane.text()).toMatch(/已写入工作簿“终期差距清单”、“终期评估摘要”已写好，标注了 \d+ 处。/);
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
  expect(pane.text()).toContain('标注了 2 处');
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

test('marks are cleared in one step, without a check before', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host });
  await pane.press('清除标注');
  expect(host.clearMarks).toHaveBeenCalledTimes(1);
  expect(host.removeSheets).not.toHaveBeenCalled();
  expect(pane.text()).toContain('已清除 7 处标注');
});

test('our sheets are removed only after a second word', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host });
  await pane.press('移除评估表');
  expect(pane.text()).toContain('核实说明、审核意见和确认过的结论也一并删除');
  await pane.press('不移除');
  expect(host.removeSheets).not.toHaveBeenCalled();

  await pane.press('移除评估表');
  await pane.press('确定移除');
  expect(host.removeSheets).toHaveBeenCalledTimes(1);
  expect(pane.text()).toContain('已移除“终期差距清单”、“终期评估摘要”');
});
