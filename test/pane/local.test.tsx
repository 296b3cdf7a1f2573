// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { HostError } from '../../addin/host/host.ts';
import type { Choices } from '../../shared/model.ts';
import { basis, pretendHost } from './hosts.ts';
import { evaluate, openPane } from './screens.tsx';

const choice = '只在本机计算，不发送';
const byBuild = '本单位规定只在本机计算';

/** Says that it was computed here where the service was left out, and `here` of every question. */
function asked() {
  const here: boolean[] = [];
  const answering: Evaluate = async (question, ...rest) => {
    here.push(question.here);
    return { ...(await evaluate(question, ...rest)), local: question.here };
  };
  return { here, evaluate: answering };
}

/** A host that keeps the choice as a workbook does. */
function keeping(local = false) {
  let choices: Choices = { ...basis.choices, local };
  return pretendHost({
    look: vi.fn(async () => ({ titles: basis.snapshot, choices, written: [] })),
    read: vi.fn(async () => ({ ...basis, choices })),
    saveChoices: vi.fn(async (chosen: Partial<Choices>) => {
      choices = { ...choices, ...chosen };
    }),
  }).host;
}

test('没有选过的发给服务器，窗格先说明发送什么', async () => {
  const { here, evaluate } = asked();
  const pane = await openPane({ host: keeping(), evaluate });
  expect(pane.text()).toContain('发给服务器的只有');
  await pane.press('检查本工作簿');
  expect(here).toEqual([false]);
  expect(pane.text()).not.toContain('本机计算');
});

test('选了“只在本机计算”，马上存入工作簿；这一次和以后各次都不发送，并写明是谁选的', async () => {
  const host = keeping();
  const first = asked();
  const pane = await openPane({ host, evaluate: first.evaluate });
  await pane.press(choice);
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ local: true });
  expect(pane.text()).toContain('什么都不发送');
  await pane.press('检查本工作簿');
  expect(first.here).toEqual([true]);
  expect(pane.text()).toContain('本工作簿选了只在本机计算，什么都没有发送');

  const again = asked();
  await openPane({ host, evaluate: again.evaluate, checkAtOnce: true });
  expect(again.here).toEqual([true]);
});

test('本工作簿选过的，可以改回来', async () => {
  const host = keeping(true);
  const { here, evaluate } = asked();
  const pane = await openPane({ host, evaluate, checkAtOnce: true });
  await pane.press('修改');
  expect(pane.control<HTMLInputElement>(choice).checked).toBe(true);
  await pane.press(choice);
  expect(host.saveChoices).toHaveBeenCalledWith({ local: false });
  await pane.press('重新检查');
  expect(here).toEqual([true, false]);
  expect(pane.text()).not.toContain('什么都没有发送');
});

test('清除标注、移除评估表不改动这个选择', async () => {
  const host = keeping(true);
  const { here, evaluate } = asked();
  const pane = await openPane({ host, evaluate, checkAtOnce: true });
  await pane.press('清除标注');
  await pane.press('更多');
  await pane.press('移除评估表');
  await pane.press('重新检查');
  expect(here).toEqual([true, true]);
  expect(host.saveChoices).not.toHaveBeenCalled();
});

test('存不进工作簿的，说明原因，而且照选的检查', async () => {
  const { here, evaluate } = asked();
  const host = keeping();
  vi.mocked(host.saveChoices).mockRejectedValueOnce(new HostError('editing'));
  const pane = await openPane({ host, evaluate });
  await pane.press(choice);
  expect(pane.text()).toContain('有单元格正在编辑');
  await pane.press('重试');
  expect(host.saveChoices).toHaveBeenLastCalledWith({ local: true });
  expect(here).toEqual([true]);
});

test('构建时规定了的：不发送，没有可以改的地方，工作簿里选的也不算', async () => {
  const { here, evaluate } = asked();
  const pane = await openPane({ host: keeping(false), evaluate, localOnly: true });
  expect(pane.text()).toContain(byBuild);
  expect(pane.text()).not.toContain('发给服务器的只有');
  expect(pane.has(choice)).toBe(false);
  await pane.press('检查本工作簿');
  expect(here).toEqual([true]);
  expect(pane.text()).toContain(`${byBuild}，什么都没有发送`);
});

test('服务器没有应答的，说是服务器没有给出结果，不说没有发送', async () => {
  const unreachable: Evaluate = async (...given) => ({ ...(await evaluate(...given)), local: true });
  const pane = await openPane({ host: keeping(), evaluate: unreachable, checkAtOnce: true });
  expect(pane.text()).toContain('服务器没有给出结果，由本机算出');
  expect(pane.text()).not.toContain('没有发送');
});

test('服务器是另一版的，不说规则和结果相同', async () => {
  const other: Evaluate = async (...given) => ({ ...(await evaluate(...given)), local: true, outdated: true });
  const pane = await openPane({ host: keeping(), evaluate: other, checkAtOnce: true });
  expect(pane.text()).toContain('由本机按这里这一版算出');
  expect(pane.text()).not.toContain('结果相同');
});
