// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import type { Indicator } from '../../shared/model.ts';
import { evaluation, finding, indicator } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { evaluate, openPane } from './screens.tsx';

const opened = async (change = {}) => {
  const pretended = pretendHost(change);
  return { ...pretended, pane: await openPane({ host: pretended.host, checkAtOnce: true }) };
};

test('an indicator says value, target and what is missing in work units, and opens to where it comes from', async () => {
  const { pane, host } = await opened();
  await pane.press('指标');
  const row = pane.button('社区工作者持证比例');
  expect(row.textContent).toBe('社区工作者持证比例未达标20.00%（3/15）目标 ≥40%还差 3 名持证社工');
  expect(row.getAttribute('aria-expanded')).toBe('false');

  await pane.press('社区工作者持证比例');

  const body = pane.element.querySelector('.indicator-body')!.textContent;
  expect(body).toContain('分子3分母15');
  expect(body).toContain(
    '“社区工作者中取得全国社会工作者职业水平证书人数占社区工作者总数比例达40%”淮府办〔2020〕8号 一、总体目标',
  );
  expect(body).toContain('“社会工作员”证不是全国证，第 9 行未计入。');
  await pane.press('社区工作者花名册!H4:H18');
  expect(host.reveal).toHaveBeenCalledWith(expect.objectContaining({ sheet: '社区工作者花名册', address: 'H4:H18' }));
});

test('what is open comes first; reference and not applicable are folded away', async () => {
  const { pane } = await opened();
  await pane.press('指标');
  const names = [...pane.element.querySelectorAll('.indicator-name')].map((name) => name.textContent);
  expect(names.slice(0, 3)).toEqual(['社区工作者持证比例', '社会工作专业服务项目数', '年度志愿服务活动数']);
  expect(names).not.toContain('社区专项基金');
  await pane.press('缺数据5');
  expect(pane.text()).toContain('工作簿中没有“试点事项清单”。因此缺数据的指标有 5 项');
  expect(pane.text()).not.toContain('社区专项基金');
  await pane.press('因此缺数据的指标有 5 项');
  expect(pane.text()).toContain('社区专项基金');
});

test('at mid-term what is not due lacks nothing, and what only informs never does: the tile and the group count the rest', async () => {
  const due = { op: '>=', p: 1, q: 1, unit: '个', binding: 'binding' } as const;
  const lacking = (name: string, target: Indicator['target']) =>
    indicator({ id: name, name, verdict: 'missing', target, reasons: ['工作簿中没有“试点事项清单”。'] });
  const indicators = [
    lacking('本社区落实方案', { ...due, due: '2020-07-31' }),
    lacking('社区学院', { ...due, due: '2021-05-31' }),
    lacking('服务人次', null),
  ];
  const { host } = pretendHost({
    read: async () => ({ ...basis, choices: { ...basis.choices, mode: 'midterm', asOf: '2020-11-30' } }),
  });
  const pane = await openPane({
    host,
    checkAtOnce: true,
    evaluate: async (question, ...rest) => {
      const answer = await evaluate(question, ...rest);
      return { ...answer, evaluation: { ...answer.evaluation, indicators } };
    },
  });
  expect(pane.element.querySelector('.tally')!.textContent).toContain('1缺数据');
  expect(pane.text()).toContain('1 项指标缺数据，不在其内');
  await pane.press('指标');
  const groups = [...pane.element.querySelectorAll('.group')].map((one) => one.textContent);
  expect(groups).toEqual([
    expect.stringMatching(/^缺数据1本社区落实方案缺数据/),
    expect.stringMatching(/^未到期，没有数据1社区学院未到期/),
    expect.stringMatching(/^参考、不适用1服务人次参考/),
  ]);
  await pane.press('社区学院');
  expect(pane.has('写核实说明')).toBe(false);
});

test('findings stand by severity, like ones folded, and can be filtered', async () => {
  const { pane, host } = await opened();
  await pane.press('问题63');
  const messages = () =>
    [...pane.element.querySelectorAll('.finding-row .finding-message')].map((one) => one.textContent);
  expect(messages()).toEqual([
    '强制 统一社会信用代码“52340403MJA0000294”校验位不对。',
    '强制 此人与第 8 行是同一人，重复登记。',
    '提示 隐藏的列里有数据，已一并读取。',
  ]);

  await pane.press('同类问题共 60 处');
  expect(messages()).toHaveLength(53);
  await pane.press('再显示 10 处（共 60 处）');
  expect(messages()).toHaveLength(63);

  await pane.press('核实');
  await pane.press('提示');
  expect(messages()).toHaveLength(2);
  await pane.press('社会组织名录!D7');
  expect(host.reveal).toHaveBeenCalledWith({ sheet: '社会组织名录', address: 'D7' });
});

test('what was not read and not checked is said', async () => {
  const { pane } = await opened();
  await pane.press('读表1');
  expect(pane.text()).toContain('Sheet3!A1:D9没有认出是哪张报表。');
  expect(pane.text()).toContain('工作簿中没有“试点单位名册”，未与名册核对。街道（乡镇）与试点名册一致');
});

test('the arrow keys go from list to list', async () => {
  const { pane } = await opened();
  const press = (key: string) =>
    pane.doing(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  await pane.doing(() => pane.button('结论').focus());
  for (const [key, tab] of [
    ['ArrowLeft', '读表1'],
    ['ArrowRight', '结论'],
    ['End', '读表1'],
    ['Home', '结论'],
  ] as const) {
    await press(key);
    expect(document.activeElement!.textContent).toBe(tab);
    expect(document.activeElement!.getAttribute('aria-selected')).toBe('true');
  }
});

test('selecting a marked cell shows what is said about it; any other cell shows nothing', async () => {
  const { pane, select } = await opened();
  const card = () => pane.element.querySelector('.selection')?.textContent ?? '';
  await pane.doing(() => select({ sheet: '社会组织名录', address: 'D7' }));
  expect(card()).toContain('这一格：社会组织名录!D7 1 条');
  expect(card()).toContain('校验位不对');

  await pane.doing(() => select({ sheet: '社区工作者花名册', address: 'G1:H3' }));
  expect(card()).toContain('还差 3 名持证社工');
  for (const [sheet, address] of [
    ['社会组织名录', 'E7'],
    ['社会组织名录', 'C7'],
    ['社会组织名录', 'D8'],
    ['社会组织名录', 'D6'],
    ['社区工作者花名册', 'D7'],
    ['社区工作者花名册', 'I1:I1048576'],
  ] as const) {
    await pane.doing(() => select({ sheet, address }));
    expect(card(), `${sheet}!${address}`).toBe('');
  }
});

test.each([
  ['gone', '找不到“社会组织名录”'],
  ['hidden', '“社会组织名录”是隐藏的工作表'],
] as const)('a cell that cannot be shown (%s) is said to be so, and the result stays', async (code, words) => {
  const { pane } = await opened({
    reveal: async () => {
      throw new HostError(code, '社会组织名录');
    },
  });
  await pane.press('问题63');
  await pane.press('社会组织名录!D7');
  expect(pane.text()).toContain(words);
  expect(pane.text()).toContain('校验位不对');
});

test('like findings of one rule are folded column by column, each with its count', async () => {
  const lacking = (field: string, column: string, count: number) =>
    Array.from({ length: count }, (_, row) => ({
      ...finding('N001', 'error', { sheet: '活动台账', address: `${column}${row + 2}` }, `第${row + 2}行认不出。`, ''),
      field,
    }));
  const findings = [...lacking('people', 'D', 500), ...lacking('hours', 'E', 7)];
  const pane = await openPane({
    host: pretendHost().host,
    checkAtOnce: true,
    evaluate: async () => ({ evaluation: { ...evaluation, findings }, local: false, tables: [], words: {} }),
  });
  await pane.press('问题507');
  const groups = [...pane.element.querySelectorAll('.finding-group')].map((one) => one.textContent);
  expect(groups).toEqual([expect.stringContaining('同类问题共 500 处'), expect.stringContaining('同类问题共 7 处')]);
  await pane.press('同类问题共 7 处');
  await pane.press('活动台账!E8');
});
