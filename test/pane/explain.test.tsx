// @vitest-environment jsdom
/** 核实说明：在窗格里写、改、收回，审核单位接受或不接受。 */
import { describe, expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { type Host, HostError } from '../../addin/host/host.ts';
import { tableNames } from '../../addin/tables.ts';
import { gapKey } from '../../shared/model/explanation-keys.ts';
import type { Explanation, Finding, WritePlan } from '../../shared/model.ts';
import { evaluation, finding } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const at = (address: string) => ({ sheet: '社区工作者花名册', address });
const alone = finding('R044', 'warning', at('C5'), '第 5 行入职日期早于出生。', '请核对。');
const alike = [20, 21, 22, 23].map((row) =>
  finding('R045', 'warning', at(`I${row}`), `第 ${row} 行有证书但没有取证日期。`, '请补填取证日期。'),
);
const judging =
  (findings: readonly Finding[]): Evaluate =>
  async ({ options }) => ({
    evaluation: { ...evaluation, mode: options.mode!, asOf: options.asOf!, findings },
    local: false,
    tables: tableNames,
    words: {},
  });

const said = (key: string, text: string, review = ''): Explanation => ({
  key,
  text,
  review,
  about: '',
  cleared: false,
});

async function openFindings(
  findings: readonly Finding[],
  explanations: readonly Explanation[] = [],
  change: Partial<Host> = {},
) {
  const { host } = pretendHost({
    read: async () => ({ ...basis, explanations: { midterm: [], final: explanations } }),
    ...change,
  });
  const pane = await openPane({ host, evaluate: judging(findings), checkAtOnce: true });
  await pane.press('问题');
  const lines = pane.element.querySelectorAll<HTMLElement>('.finding-row [aria-expanded]');
  await pane.doing(() => {
    for (const line of lines) line.click();
  });
  const key = (name: string) =>
    pane.doing(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));
  const choose = (words: string) => pane.doing(() => pane.control<HTMLInputElement>(words).click());
  const focused = () => document.activeElement!;
  const last = () => vi.mocked(host.saveExplanations).mock.lastCall!;
  return { ...pane, host, key, choose, focused, last };
}

describe('写', () => {
  test('选一项、写明情况、保存；写好后停在“改说明”上，存进工作簿', async () => {
    const pane = await openFindings([alone]);
    await pane.press('写核实说明');
    expect(pane.focused()).toBe(pane.control('数据属实'));
    expect(pane.button('保存').disabled).toBe(true);
    await pane.fill('原因', '入职日期是续签日期');
    await pane.submit('原因');
    expect(pane.text()).toContain('核实说明：数据属实：入职日期是续签日期');
    expect(pane.focused()).toBe(pane.button('改说明'));
    expect(pane.last()).toEqual([
      [{ ...said(alone.key, '数据属实：入职日期是续签日期'), about: alone.message }],
      basis.secret,
      [],
    ]);
  });

  test('电话核实要有谁、何时、原话', async () => {
    const pane = await openFindings([alone]);
    await pane.press('写核实说明');
    await pane.choose('电话核实');
    await pane.fill('问的谁', '张某');
    await pane.fill('什么时候', '12月3日');
    expect(pane.button('保存').disabled).toBe(true);
    await pane.fill('原话', '续签过，是新日期');
    await pane.submit('原话');
    expect(pane.last()[0][0]!.text).toBe('电话核实：张某，12月3日，“续签过，是新日期”');
  });

  test('“已修改”写得上，但数据没有变就不算，说得出为什么', async () => {
    const pane = await openFindings([alone]);
    await pane.press('写核实说明');
    await pane.choose('已修改');
    expect(pane.text()).toContain('数据没有变，不算已说明');
    await pane.submit('改了什么');
    expect(pane.text()).toContain('写的是“已修改”，但数据没有变，还不算已说明。');
    expect(pane.text()).toContain('核实 1 项，已说明 0 项');
  });

  test('按 Esc 不写了，回到按钮上', async () => {
    const pane = await openFindings([alone]);
    await pane.press('写核实说明');
    await pane.key('Escape');
    expect(pane.focused()).toBe(pane.button('写核实说明'));
    expect(pane.host.saveExplanations).not.toHaveBeenCalled();
  });

  test('同类的一次写一条，都算上', async () => {
    const pane = await openFindings(alike);
    await pane.press('同类问题共 4 处');
    await pane.press('4 项写同一条说明');
    await pane.fill('原因', '证书遗失，在补办');
    await pane.submit('原因');
    expect(pane.last()[0].map(({ key, about }) => [key, about])).toEqual(
      alike.map(({ key, message }) => [key, message]),
    );
    expect(pane.text()).toContain('可以接收');
  });

  test('有的已经写了，只写其余的', async () => {
    const pane = await openFindings(alike, [said(alike[1]!.key, '数据属实：补办过了')]);
    await pane.press('同类问题共 4 处');
    expect(pane.text()).toContain('4 项中 1 项已说明');
    await pane.press('其余 3 项写同一条说明');
    await pane.fill('原因', '证书遗失，在补办');
    await pane.submit('原因');
    expect(pane.last()[0].map(({ key }) => key)).toEqual([0, 2, 3].map((each) => alike[each]!.key));
  });

  test('强制的、提示的不用说明', async () => {
    const pane = await openFindings([
      { ...alone, severity: 'error' },
      { ...alone, key: 'n', severity: 'note' },
    ]);
    expect(pane.has('写核实说明')).toBe(false);
  });

  test('写了标签、公式的，照原样是文字', async () => {
    const pane = await openFindings([alone], [said(alone.key, '<img src=x onerror=alert(1)>=1+1')]);
    expect(pane.text()).toContain('核实说明：<img src=x onerror=alert(1)>=1+1');
    expect(pane.element.querySelector('.explanation img')).toBeNull();
  });
});

describe('改、收回', () => {
  test('改的时候先填好原来的；改了的，审核意见从头来', async () => {
    const pane = await openFindings([alone], [said(alone.key, '电话核实：张某，12月3日，“是的”', '不接受：没说清')]);
    expect(pane.text()).toContain('审核没有接受，还不算已说明。');
    await pane.press('改说明');
    expect(pane.control('问的谁').value).toBe('张某');
    expect(pane.control('原话').value).toBe('是的');
    await pane.fill('原话', '是续签的日期');
    await pane.submit('原话');
    expect(pane.last()[0][0]).toMatchObject({ text: '电话核实：张某，12月3日，“是续签的日期”', review: '' });
  });

  test('手写的没有选项，当作其他，原话都在', async () => {
    const pane = await openFindings([alone], [said(alone.key, '续签过')]);
    await pane.press('改说明');
    expect(pane.control<HTMLInputElement>('其他').checked).toBe(true);
    expect(pane.control('情况').value).toBe('续签过');
  });

  test('收回以后可以恢复', async () => {
    const held = said(alone.key, '数据属实：续签过', '接受');
    const pane = await openFindings([alone], [held]);
    await pane.press('收回');
    expect(pane.last()[0]).toEqual([{ ...held, text: '', review: '' }]);
    expect(pane.text()).not.toContain('续签过');
    expect(pane.text()).toContain('已说明 0 项');
    await pane.press('恢复收回的说明');
    expect(pane.last()[0]).toEqual([held]);
    expect(pane.text()).toContain('核实说明：数据属实：续签过');
  });
});

describe('审核意见', () => {
  test('不接受要写原因，不算已说明；再接受就算', async () => {
    const pane = await openFindings([alone], [said(alone.key, '数据属实：续签过')]);
    expect(pane.text()).toContain('可以接收');
    await pane.press('不接受');
    expect(pane.button('保存').disabled).toBe(true);
    await pane.fill('不接受的原因', '请附续签合同');
    await pane.submit('不接受的原因');
    expect(pane.last()[0][0]!.review).toBe('不接受：请附续签合同');
    expect(pane.text()).toContain('核实 1 项，已说明 0 项');
    await pane.press('接受');
    expect(pane.last()[0][0]!.review).toBe('接受');
    expect(pane.text()).toContain('可以接收');
  });

  test('没有写明情况的，没有接受不接受可按', async () => {
    const pane = await openFindings([alone], [said(alone.key, '数据属实')]);
    expect(pane.text()).toContain('只选了“数据属实”，没有写明情况，还不算已说明。');
    expect(pane.has('接受')).toBe(false);
  });
});

describe('存不进去的', () => {
  test('说出为什么，留在窗格里，重新检查时再存', async () => {
    const saveExplanations = vi.fn<Host['saveExplanations']>().mockRejectedValueOnce(new HostError('editing'));
    const pane = await openFindings([alone], [], { saveExplanations });
    await pane.press('写核实说明');
    await pane.fill('原因', '续签过的');
    await pane.submit('原因');
    expect(pane.text()).toContain('核实说明还没有存进工作簿');
    expect(pane.text()).toContain('有单元格正在编辑');
    expect(pane.text()).toContain('数据属实：续签过的');
    await pane.press('重新检查');
    expect(saveExplanations).toHaveBeenCalledTimes(2);
    expect(saveExplanations.mock.lastCall).toEqual(saveExplanations.mock.calls[0]);
  });

  test('还是存不进，检查照常，说过的还在', async () => {
    const saveExplanations = vi
      .fn<Host['saveExplanations']>()
      .mockRejectedValue(new HostError('protected', '差距清单'));
    const pane = await openFindings([alone], [], { saveExplanations });
    await pane.press('写核实说明');
    await pane.fill('原因', '续签过的');
    await pane.submit('原因');
    expect(pane.text()).toContain('“差距清单”受保护，不能写入');
    await pane.press('重新检查');
    expect(pane.text()).toContain('可以接收');
  });

  test('那一行有人新写了的，不冲掉，不再存，请重新检查', async () => {
    const saveExplanations = vi.fn<Host['saveExplanations']>().mockRejectedValueOnce(new HostError('changed', '清单'));
    const pane = await openFindings([alone], [], { saveExplanations });
    await pane.press('写核实说明');
    await pane.fill('原因', '续签过的');
    await pane.submit('原因');
    expect(pane.text()).toContain('核实说明没有存：“清单”里已有新写的');
    await pane.press('重新检查');
    expect(saveExplanations).toHaveBeenCalledTimes(1);
    expect(pane.text()).not.toContain('数据属实：续签过的');
  });

  test('放不下的，请先写入；写入时写进差距清单', async () => {
    const plans: WritePlan[] = [];
    const saveExplanations = vi.fn<Host['saveExplanations']>().mockRejectedValueOnce(new HostError('too_large'));
    const apply: Host['apply'] = async (_basis, _secret, plan) => {
      plans.push(plan(basis.explanations));
      return { sheets: ['差距清单', '评估摘要'], skipped: [] };
    };
    const pane = await openFindings([alone], [], { saveExplanations, apply });
    await pane.press('写核实说明');
    await pane.fill('原因', '续签过的');
    await pane.submit('原因');
    expect(pane.text()).toContain('请点“写入工作簿”');
    await pane.press('写入工作簿');
    expect(JSON.stringify(plans[0]!.sheets[0]!.rows)).toContain('数据属实：续签过的');
    expect(saveExplanations).toHaveBeenCalledTimes(2);
  });
});

test('写入以前有人在表里写的，写入后窗格也算上', async () => {
  const apply: Host['apply'] = async (_basis, _secret, plan) => {
    plan({ midterm: [], final: [said(alone.key, '表里写的：续签过')] });
    return { sheets: ['差距清单', '评估摘要'], skipped: [] };
  };
  const pane = await openFindings([alone], [], { apply });
  await pane.press('写入工作簿');
  expect(pane.text()).toContain('可以接收');
});

test('说明和结论从不发去评估', async () => {
  const asked: string[] = [];
  const explanations = { midterm: [], final: [said(alone.key, '李某某说属实')] };
  const { host } = pretendHost({ read: async () => ({ ...basis, explanations }) });
  const evaluate: Evaluate = (question, ...rest) => {
    asked.push(JSON.stringify(question));
    return judging([alone])(question, ...rest);
  };
  const pane = await openPane({ host, evaluate, checkAtOnce: true });
  await pane.press('问题');
  await pane.press(alone.message);
  await pane.press('改说明');
  await pane.fill('情况', '王某某说属实');
  await pane.submit('情况');
  await pane.press('重新检查');
  expect(asked).toHaveLength(2);
  expect(asked.join()).not.toMatch(/某某/);
});

test('移除评估表以后，窗格里的说明也没有了', async () => {
  const pane = await openFindings([alone], [said(alone.key, '数据属实：续签过')]);
  await pane.press('更多');
  await pane.press('移除评估表');
  await pane.press('确定移除');
  expect(pane.text()).toContain('已说明 0 项');
});

test('指标的差距也能说明，键里有数', async () => {
  const pane = await openFindings([]);
  await pane.press('指标');
  await pane.press('社区工作者持证比例');
  await pane.press('写核实说明');
  await pane.fill('原因', '两人考后未发证');
  await pane.submit('原因');
  const gap = evaluation.indicators.find(({ id }) => id === 'G03')!;
  expect(pane.last()[0]).toEqual([
    { ...said(gapKey(gap, evaluation), '数据属实：两人考后未发证'), about: '社区工作者持证比例未达标。' },
  ]);
});

test('以前的键换成今天的，凭问题的话认', async () => {
  const older = { ...said('R044|W03|0123456789ab|date|ba9876543210', '续签过的'), about: alone.message };
  const pane = await openFindings([alone], [older]);
  expect(pane.text()).toContain('核实说明：续签过的');
});
