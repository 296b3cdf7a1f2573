// @vitest-environment jsdom
/** Working through a list: the place in it, from one to the next, and what is dealt with, through checks and through the ribbon's button. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { HostError } from '../../addin/host/host.ts';
import { findingName } from '../../addin/panes/listed.ts';
import { atFirst } from '../../addin/panes/whereabouts.ts';
import { type Memory, sessionMemory } from '../../addin/returns.ts';
import { writtenOf } from '../../shared/model/written.ts';
import type { Evaluation, Place } from '../../shared/model.ts';
import { patient } from '../patience.ts';
import { evaluation, finding, indicator } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const orgs = '社会组织名录';
const at = (address: string): Place => ({ sheet: orgs, address });
const wrong = (address: string) => finding('R024', 'error', at(address), `${address} 的代码不对。`, '请核对。');

/** Judges whatever stands in it now. */
function judging(change: Partial<Evaluation> = {}) {
  const now = { evaluation: { ...evaluation, ...change } };
  const evaluate: Evaluate = async () => ({ ...now, local: false, tables: [], words: {} });
  return { now, evaluate };
}

async function opened(change: Partial<Evaluation> = {}, memory?: Memory) {
  const pretended = pretendHost();
  const judge = judging(change);
  const { evaluate } = judge;
  const pane = await openPane({ host: pretended.host, evaluate, checkAtOnce: true, ...(memory && { memory }) });
  const key = (key: string) =>
    pane.doing(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  const open = () => [...pane.element.querySelectorAll('[aria-expanded=true]')].map((one) => one.textContent);
  return { ...pretended, ...judge, pane, key, open };
}

const list = { findings: ['D5', 'D7', 'D9'].map(wrong), rules: [], notChecked: [] };

test('part, filter, what is open and what is dealt with are as they were after the next check', async () => {
  const { pane, now, open } = await opened(list);
  await pane.press('问题3');
  await pane.press('提示');
  await pane.press('D7 的代码不对');
  await pane.press('已处理');
  now.evaluation = { ...now.evaluation, findings: ['D7', 'D9'].map(wrong) };

  await pane.press('重新检查');

  expect(pane.button('问题2').getAttribute('aria-selected')).toBe('true');
  expect(pane.control<HTMLInputElement>('提示').checked).toBe(false);
  expect(open()).toEqual(['强制 （已处理）D7 的代码不对。']);
  expect(pane.text()).toContain('已处理 1 条');
});

test('a check that fails leaves the result, says that it is of before, and nothing of it is written', async () => {
  const { pane, host } = await opened(list);
  await pane.press('问题3');
  vi.mocked(host.read).mockRejectedValueOnce(new HostError('editing'));
  await pane.press('重新检查');
  expect(pane.text()).toContain('有单元格正在编辑');
  expect(pane.text()).toContain('以下是上次检查的结果');
  expect(pane.text()).toContain('D7 的代码不对。');
  expect(pane.button('写入工作簿').disabled).toBe(true);

  await pane.press('重试');
  expect(pane.text()).not.toContain('上次检查的结果');
  expect(pane.button('写入工作簿').disabled).toBe(false);
});

test('a result that was out of date stays so when the next check fails', async () => {
  const { pane, host, change } = await opened(list);
  await pane.doing(() => change(orgs));
  vi.mocked(host.read).mockRejectedValueOnce(new HostError('editing'));
  await pane.press('重新检查');
  expect(pane.text()).toContain('以下结果已过期');
});

test('while it is checked again the result is on show, and cannot be written', async () => {
  const { pane, host } = await opened(list);
  let finish = () => {};
  vi.mocked(host.read).mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(basis);
      }),
  );
  await pane.press('问题3');
  await pane.press('重新检查');
  expect(pane.text()).toContain('D7 的代码不对。');
  expect(pane.element.querySelector('.pane-body')!.getAttribute('aria-busy')).toBe('true');
  expect(pane.button('写入工作簿').disabled).toBe(true);
  await pane.doing(finish);
  expect(pane.element.querySelector('.pane-body')!.getAttribute('aria-busy')).toBe('false');
});

test('from one to the next by buttons: the cell is shown, the line opened, the one before closed', async () => {
  const { pane, host, open } = await opened(list);
  await pane.press('问题3');
  expect(pane.button('上一条').disabled).toBe(true);
  await pane.press('下一条');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D5'));
  await pane.press('下一条');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D7'));
  expect(open()).toEqual(['强制 D7 的代码不对。']);
  expect(pane.text()).toContain('第 2 条，共 3 条');
  await pane.press('上一条');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D5'));
});

test('by the arrow keys too, past what is dealt with, and not where a person types', async () => {
  const { pane, host, key } = await opened(list);
  await pane.press('问题3');
  await pane.press('D7 的代码不对');
  await pane.press('已处理');
  await pane.doing(() => pane.button('D5 的代码不对').focus());
  await key('ArrowDown');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D5'));
  await key('ArrowDown');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D9'));
  expect(document.activeElement!.textContent).toContain('D9 的代码不对');
  await key('ArrowUp');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D5'));
});

test('once a finding is put right, the next is the one that came into its place', async () => {
  const { pane, host, now } = await opened(list);
  await pane.press('问题3');
  await pane.press('下一条');
  await pane.press('下一条');
  now.evaluation = { ...now.evaluation, findings: ['D5', 'D9'].map(wrong) };
  await pane.press('重新检查');
  await pane.press('下一条');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D9'));
});

test('the next in a group opens the group, also beyond the first fifty', async () => {
  const findings = Array.from({ length: 120 }, (_, row) => wrong(`D${row + 5}`));
  const whereabouts = { ...atFirst, part: 'findings' as const, at: { name: findingName(findings[58]!), index: 58 } };
  const recall = () => ({ whereabouts, book: null, secret: null, task: null });
  const { pane, host } = await opened({ ...list, findings }, { recall, hold: () => {} });
  expect(pane.has('D64 的代码不对')).toBe(false);
  await pane.press('下一条');
  expect(host.reveal).toHaveBeenLastCalledWith(at('D64'));
  expect(pane.button('D64 的代码不对').getAttribute('aria-expanded')).toBe('true');
});

test('ten thousand findings: some dozens of lines at once', async () => {
  const findings = Array.from({ length: 10_000 }, (_, row) => ({
    ...finding(`R${row % 3000}`, 'error' as const, at(`D${row + 5}`), `第${row}条。`, ''),
  }));
  const { pane } = await opened({ ...list, findings });
  const timed = async (words: string) => {
    const begin = performance.now();
    await pane.press(words);
    return performance.now() - begin;
  };
  const opening = await timed('问题10000');
  expect(pane.element.querySelectorAll('[role=tabpanel] *').length).toBeLessThan(1500);
  const filtering = await timed('提示');
  // Far from what a slow machine takes; with all lines it is many seconds.
  expect(Math.max(opening, filtering)).toBeLessThan(2000);
});

test('only what is new since the last writing', async () => {
  const written = writtenOf({ ...evaluation, ...list }, { explanations: [], before: null, on: '2020-12-01' });
  const { host } = pretendHost({ read: async () => ({ ...basis, before: { midterm: null, final: written } }) });
  const { evaluate } = judging({ ...list, findings: ['D7', 'D9', 'D11'].map(wrong) });
  const pane = await openPane({ host, evaluate, checkAtOnce: true });
  await pane.press('问题3');
  expect(pane.text()).toContain('已消除 1 处');
  await pane.fill('与上次比', 'fresh');
  const lines = [...pane.element.querySelectorAll('.finding-row .finding-message')].map((one) => one.textContent);
  expect(lines).toEqual(['强制 D11 的代码不对。']);
});

test('结论 leads to what decides it: a goal to its indicator, a count to its findings alone', async () => {
  const { pane } = await opened();
  await pane.press('社区工作者持证比例未达标');
  expect(pane.button('指标').getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement!.textContent).toContain('20.00%（3/15）');
  expect(document.activeElement!.getAttribute('aria-expanded')).toBe('true');
  await pane.press('结论');
  await pane.press('核实 60');
  expect(pane.button('问题').getAttribute('aria-selected')).toBe('true');
  expect(pane.text()).toContain('共 60 条');
});

test('what is opened is brought into sight', async () => {
  const shown = vi.fn();
  Element.prototype.scrollIntoView = shown;
  onTestFinished(() => {
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  });
  const { pane } = await opened(list);
  await pane.press('问题3');
  await pane.press('D7 的代码不对');
  await vi.waitFor(() => expect(shown).toHaveBeenCalledWith({ block: 'nearest' }), patient);
  expect(shown.mock.contexts.at(-1)).toBe(pane.button('D7 的代码不对').parentElement);
});

test('a cell that is shown from here is not looked up again at the foot; one that the person selects is', async () => {
  const { pane, host, select } = await opened(list);
  vi.mocked(host.reveal).mockImplementation(async ({ sheet, address }) => select({ sheet, address: `$${address}` }));
  await pane.press('问题3');
  await pane.press(`${orgs}!D7`);
  expect(pane.element.querySelector('.selection')).toBeNull();
  await pane.doing(() => select(at('D9')));
  expect(pane.element.querySelector('.selection')!.textContent).toContain('D9 的代码不对');
});

test('of two cells that are shown one right after the other neither is looked up at the foot, though both are heard of later', async () => {
  const { pane, select } = await opened(list);
  await pane.press('问题3');
  await pane.press(`${orgs}!D7`);
  await pane.press(`${orgs}!D9`);
  await pane.doing(() => select(at('$D$7')));
  expect(pane.element.querySelector('.selection')).toBeNull();
  await pane.doing(() => select(at('$D$9')));
  expect(pane.element.querySelector('.selection')).toBeNull();
  await pane.doing(() => select(at('D7')));
  expect(pane.element.querySelector('.selection')!.textContent).toContain('D7 的代码不对');
});

test('Esc closes what is said of the selected cell, down to the one line that has the focus', async () => {
  onTestFinished(() => sessionStorage.clear());
  const { pane, select, key } = await opened(list);
  await pane.doing(() => select(at('D9')));
  await pane.doing(() => pane.element.querySelector<HTMLElement>('.selection button')!.focus());
  await key('Escape');
  expect(pane.element.querySelector('.selection-body')).toBeNull();
  expect(document.activeElement!.textContent).toContain('这一格');
});

test('Esc closes 修改, with the focus on it again', async () => {
  const { pane, key } = await opened(list);
  await pane.doing(() => pane.button('修改').focus());
  await pane.press('修改');
  await pane.doing(() => pane.element.querySelector<HTMLElement>('input[type=date]')!.focus());
  await key('Escape');
  expect(pane.element.querySelector('input[type=date]')).toBeNull();
  expect(document.activeElement).toBe(pane.button('修改'));
});

test('⋯ opens to 帮助, and Esc closes it with the focus on ⋯', async () => {
  const { pane, key } = await opened(list);
  await pane.doing(() => pane.button('更多').focus());
  await pane.press('更多');
  await pane.doing(() => pane.button('帮助').focus());
  await key('Escape');
  expect(pane.has('帮助')).toBe(false);
  expect(document.activeElement).toBe(pane.button('更多'));
});

test('the focus goes back where it came from when a notice is closed', async () => {
  const { pane, host } = await opened(list);
  await pane.press('问题3');
  vi.mocked(host.reveal).mockRejectedValueOnce(new HostError('hidden', orgs));
  const link = pane.button(`${orgs}!D7`);
  await pane.doing(() => link.focus());
  await pane.press(`${orgs}!D7`);
  await pane.doing(() => pane.button('关闭提示').focus());
  await pane.press('关闭提示');
  expect(document.activeElement).toBe(link);
});

test('every place that gets the focus by script is in the order of Tab', async () => {
  const { pane } = await opened(list);
  expect(document.activeElement!.tagName).toBe('H1');
  expect(pane.element.querySelectorAll('[tabindex="-1"]:not([role=tab])')).toHaveLength(0);
});

test('what is to be verified leads to its doubtful cells', async () => {
  const { pane, host } = await opened();
  await pane.press('指标');
  await pane.press('年度志愿服务活动数');
  expect(pane.text()).toContain('待核实的单元格');
  await pane.press('志愿服务活动台账!B14');
  expect(host.reveal).toHaveBeenCalledWith(expect.objectContaining({ address: 'B14' }));
});

const renamed = {
  ...basis,
  snapshot: {
    ...basis.snapshot,
    sheets: [
      {
        name: orgs,
        visibility: 'Visible' as const,
        address: 'A1:B3',
        values: [
          ['组织名称', '甲乙丙'],
          ['甲队', '备案'],
          ['合计', '1 家'],
        ],
      },
    ],
  },
};
const table = {
  id: 'W02',
  sheet: orgs,
  address: 'A1:B3',
  headerRows: [1],
  rows: 1,
  columns: [
    { field: 'name', header: '组织名称', column: 'A', basis: 'exact' as const },
    { field: null, header: '甲乙丙', column: 'B', basis: 'none' as const },
  ],
  kind: 'full' as const,
  community: null,
};
const names = [
  {
    id: 'W02',
    name: '社区社会组织名录',
    shape: 'list' as const,
    fields: [
      { key: 'name', label: '组织名称' },
      { key: 'mgmt', label: '管理方式' },
    ],
  },
];

async function openedRenamed() {
  const { host } = pretendHost({ read: async () => renamed });
  const lacking = { ...finding('R022', 'error', at('A1:B1'), '没有“管理方式”一栏。', ''), field: 'mgmt' };
  const counting = indicator({
    id: 'G01',
    name: '城市社区社会组织数',
    verdict: 'to_verify',
    numerator: 1,
    evidence: [{ ...at('A2'), role: 'numerator' }],
    reasons: [`“${orgs}”第2行“管理方式”补填。`],
  });
  const pane = await openPane({
    host,
    checkAtOnce: true,
    evaluate: async () => ({
      evaluation: { ...evaluation, tables: [table], findings: [lacking], indicators: [counting], unread: [] },
      local: false,
      tables: names,
      words: {},
    }),
  });
  return { pane, host };
}

test.each([
  ['问题', '没有“管理方式”一栏'],
  ['指标', '城市社区社会组织数'],
])('a column that was not understood: from %s to where it can be said', async (part, line) => {
  const { pane } = await openedRenamed();
  await pane.press(part);
  await pane.press(line);
  expect(pane.text()).toContain(`“${orgs}”B 列“甲乙丙”没有认出，可能就是它。`);
  await pane.press('说明这一列');
  expect(pane.button('读表').getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement!.textContent).toContain('不明白“甲乙丙”是什么。');
});

test('which rows count for an indicator, which do not, and why', async () => {
  const { pane, host } = await openedRenamed();
  await pane.press('读表');
  await pane.press('按“社区社会组织名录”读取，1 行');
  await pane.press('城市社区社会组织数不计入 1 行');
  expect(pane.element.querySelector('.counted .fold-body')!.textContent).toBe('计入A2A3 合计行。');
  await pane.press(`${orgs}!A3`);
  expect(host.reveal).toHaveBeenCalledWith(at('A3'));
});

test('opened anew by the ribbon, the pane is where it was; of another workbook it begins at the beginning', async () => {
  sessionStorage.clear();
  const { pane } = await opened(list, sessionMemory());
  await pane.press('问题3');
  await pane.press('下一条');
  await pane.press('已处理');

  const again = await opened(list, sessionMemory());
  expect(again.pane.button('问题3').getAttribute('aria-selected')).toBe('true');
  expect(again.open()).toEqual(['强制 （已处理）D5 的代码不对。']);
  expect(document.activeElement!.textContent).toContain('D5 的代码不对');

  const host = pretendHost({
    read: async () => ({ ...basis, snapshot: { ...basis.snapshot, name: '别的工作簿.xlsx' } }),
  }).host;
  const other = await openPane({ host, evaluate: again.evaluate, checkAtOnce: true, memory: sessionMemory() });
  expect(other.button('结论').getAttribute('aria-selected')).toBe('true');
});

test('what was under way when the pane was opened anew is taken up again, or said', async () => {
  const memory = (task: 'check' | 'write'): Memory => ({
    recall: () => ({ whereabouts: atFirst, book: null, secret: null, task }),
    hold: () => {},
  });
  const { host } = pretendHost();
  await openPane({ host, memory: memory('check') });
  expect(host.read).toHaveBeenCalledTimes(1);

  const pane = await openPane({ host: pretendHost().host, checkAtOnce: true, memory: memory('write') });
  expect(pane.text()).toContain('刚才正在写入');
  expect(pane.text()).toContain('可能只写入了一部分');
});
