// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { type Evaluate, EvaluationProblem } from '../../addin/evaluations.ts';
import { HostError } from '../../addin/host/host.ts';
import { evaluation } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { evaluate, openPane } from './screens.tsx';

test('one button checks the workbook and shows the result at a glance', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host });
  expect(pane.text()).toContain('检查本工作簿');

  await pane.press('检查本工作簿');

  expect(pane.element.querySelector('h1')!.textContent).toBe('田家庵区 新光街道 幸福社区');
  expect(document.activeElement).toBe(pane.element.querySelector('h1'));
  const tiles = [...pane.element.querySelectorAll('.tile')].map((tile) => tile.textContent);
  expect(tiles).toEqual(['3达标', '1未达标', '2进行中滞后 1', '1待核实', '5缺数据']);
  expect(pane.element.querySelector('.outcome')!.textContent).toBe('有强制性问题 2 项，退回修改');
  const lines = [...pane.element.querySelectorAll('.goal')].map((line) => line.textContent);
  expect(lines).toEqual([
    '城市社区社会组织数达标',
    '社区工作者持证比例未达标，还差 3 名持证社工',
    '社会工作专业岗位全覆盖率达标',
    '强制 2 改正后再报送',
    '核实 60 逐项核对，写核实说明已说明 0，还有 60',
    '提示 1 不影响报送',
  ]);
  expect(pane.text()).not.toContain('本机计算');
});

test('the date follows the mode until the person sets it, and then is that of the mode', async () => {
  const asked = vi.fn(evaluate);
  const pane = await openPane({ host: pretendHost().host, evaluate: asked });
  const date = () => pane.element.querySelector<HTMLInputElement>('input[type=date]')!.value;
  expect(date()).toBe('2021-05-31');

  await pane.press('中期评估');
  expect(date()).toBe('2020-11-30');
  await pane.type('2020-12-31');
  expect(date()).toBe('2020-12-31');
  await pane.press('终期评估');
  expect(date()).toBe('2021-05-31');
  await pane.type('2021-04-30');

  await pane.press('检查本工作簿');
  expect(asked.mock.calls[0]![0].options).toMatchObject({ mode: 'final', asOf: '2021-04-30' });
});

test('without a date there is no check', async () => {
  const pane = await openPane({ host: pretendHost().host });
  await pane.type('');
  expect(pane.text()).toContain('请填写截止日');
  expect(pane.button('检查本工作簿').disabled).toBe(true);
});

test('opened by the ribbon it checks at once', async () => {
  const { host } = pretendHost();
  const pane = await openPane({ host, checkAtOnce: true });
  expect(host.read).toHaveBeenCalledTimes(1);
  expect(pane.has('写入工作簿')).toBe(true);
});

test('a check can be cancelled, and what comes late is not shown', async () => {
  let finish = () => {};
  let signal: AbortSignal | undefined;
  const slow: Evaluate = (question, onStep, stop) => {
    signal = stop;
    onStep('sending');
    return new Promise((resolve) => {
      finish = () => resolve(evaluate(question, onStep, stop));
    });
  };
  const pane = await openPane({ host: pretendHost().host, evaluate: slow });
  await pane.press('检查本工作簿');
  expect(pane.text()).toContain('正在由服务器计算各项指标');
  expect(pane.button('检查本工作簿').disabled).toBe(true);

  await pane.press('取消');
  expect(signal!.aborted).toBe(true);
  await pane.doing(finish);
  expect(pane.has('写入工作簿')).toBe(false);
  expect(pane.button('检查本工作簿').disabled).toBe(false);
});

test('a result of this machine says so', async () => {
  const local: Evaluate = async () => ({ evaluation, local: true, tables: [], words: {} });
  const pane = await openPane({ host: pretendHost().host, evaluate: local, checkAtOnce: true });
  expect(pane.text()).toContain('本机计算');
});

test('服务器已换了版本：结果照样给出，并请人重新打开窗格', async () => {
  const local: Evaluate = async () => ({ evaluation, local: true, outdated: true, tables: [], words: {} });
  const pane = await openPane({ host: pretendHost().host, evaluate: local, checkAtOnce: true });
  expect(pane.text()).toContain('服务器已更新，请关闭后重新打开');
  expect(pane.text()).toContain('本机计算');
  expect(pane.has('写入工作簿')).toBe(true);
});

test('a change in the workbook makes the result stale until the next check', async () => {
  const { host, change } = pretendHost();
  const pane = await openPane({ host, checkAtOnce: true });
  await pane.doing(() => change('社会组织名录'));
  expect(pane.text()).toContain('以下结果已过期，请重新检查');
  expect(pane.button('写入工作簿').disabled).toBe(true);

  await pane.press('重新检查');
  expect(pane.text()).not.toContain('已过期');
  expect(pane.button('写入工作簿').disabled).toBe(false);
});

test('a change while the workbook is being read counts', async () => {
  const pretended = pretendHost({
    read: async () => {
      pretended.change('社会组织名录');
      return basis;
    },
  });
  const pane = await openPane({ host: pretended.host, checkAtOnce: true });
  expect(pane.text()).toContain('以下结果已过期');
});

test('a workbook in which nothing is recognised is said to be so, sheet by sheet', async () => {
  const nothing: Evaluate = async () => ({
    evaluation: { ...evaluation, tables: [] },
    local: false,
    tables: [],
    words: {},
  });
  const pane = await openPane({ host: pretendHost().host, evaluate: nothing, checkAtOnce: true });
  expect(pane.text()).toContain('没有认出要检查的报表');
  expect(pane.text()).toContain('Sheet3!A1:D9没有认出是哪张报表。');
  expect(pane.has('写入工作簿')).toBe(false);
});

test.each([
  ['unsupported', '', '本机的 Excel 版本过旧', null],
  ['editing', '', '有单元格正在编辑', '重试'],
  ['empty', '', '工作簿里没有可检查的内容', '重新检查'],
  ['too_large', '', '工作簿太大', '重试'],
  ['failed', 'GeneralException', '没能完成检查', '重试'],
] as const)('reading that fails with %s has its own message and way on', async (code, detail, words, way) => {
  let failing = true;
  const read = async () => {
    if (failing) throw new HostError(code, detail);
    return basis;
  };
  const pane = await openPane({ host: pretendHost({ read }).host, checkAtOnce: true });
  expect(pane.element.querySelector('[role=alert]')!.textContent).toContain(words);
  if (way) {
    failing = false;
    await pane.press(way);
    expect(pane.has('写入工作簿')).toBe(true);
  }
});

test('an Excel that is too old is told before anything is pressed', async () => {
  const watch = async () => {
    throw new HostError('unsupported');
  };
  const pane = await openPane({ host: pretendHost({ watch }).host });
  expect(pane.text()).toContain('本机的 Excel 版本过旧');
  expect(pane.text()).toContain('/workbooks.html');
});

test('a refusal of the service is shown in its words, and this machine can compute instead', async () => {
  const refusing: Evaluate = async (question, onStep, signal) => {
    if (!question.here) throw new EvaluationProblem('请求过于频繁', '一分钟内最多检查 20 次。', 30);
    return { ...(await evaluate(question, onStep, signal)), local: true };
  };
  const pane = await openPane({ host: pretendHost().host, evaluate: refusing, checkAtOnce: true });
  expect(pane.text()).toContain('请求过于频繁');
  expect(pane.text()).toContain('一分钟内最多检查 20 次。');
  expect(pane.text()).toContain('请 30 秒后重试');

  await pane.press('改在本机计算');
  expect(pane.text()).toContain('本机计算');
  expect(pane.has('写入工作簿')).toBe(true);
});

test('a workbook without a secret of its own gets one for as long as the pane is open', async () => {
  const asked = vi.fn(evaluate);
  const read = async () => ({ ...basis, secret: null });
  const pane = await openPane({ host: pretendHost({ read }).host, evaluate: asked, checkAtOnce: true });
  await pane.press('重新检查');
  const [first, second] = asked.mock.calls.map(([question]) => question.secret);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(second).toBe(first);
});
