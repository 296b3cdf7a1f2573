// @vitest-environment jsdom
/** 这一格：选中一格，窗格下面说它填什么；按一下就填好，填以前看清楚那里有什么。 */
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Cell, type CellProps } from '../../addin/fill/Cell.tsx';
import type { Hand } from '../../addin/fill/putting.ts';
import { HostError, type Standing } from '../../addin/host/host.ts';
import type { TableReport } from '../../shared/model.ts';
import { mount } from './mounting.tsx';

beforeEach(() => sessionStorage.clear());

const column = (at: string, field: string | null, header: string) =>
  ({ field, header, column: at, basis: field ? 'exact' : 'none' }) as const;

const roll: TableReport = {
  id: 'W02',
  sheet: '名录',
  address: 'A3:F9',
  headerRows: [3],
  rows: 5,
  columns: [
    column('A', 'name', '组织名称'),
    column('B', 'mgmt', '管理方式'),
    column('C', 'code_any', '统一社会信用代码（备案号）'),
    column('D', null, '花名册页码'),
    { ...column('E', 'mgmt', '登记备案情况 / 备案'), tick: '备案' },
  ],
  kind: 'full',
  community: null,
  others: [{ row: 9, kind: 'sum' }],
};
const projects: TableReport = {
  ...roll,
  id: 'W05',
  sheet: '项目',
  columns: [column('A', 'name', '项目名称'), column('B', 'methods', '服务方法')],
  others: [],
};

const blank: Standing = { text: '', formula: null, isMerged: false, isProtected: false };

/** A sheet in which one cell is looked at and filled in. */
function handOver(first: Partial<Standing> = {}) {
  let standing: Standing = { ...blank, ...first };
  const hand = {
    look: vi.fn<Hand['look']>(async () => standing),
    put: vi.fn<Hand['put']>(async ([entry]) => {
      standing = { ...blank, text: String(entry!.value) };
    }),
  };
  return { hand, types: (next: Partial<Standing>) => (standing = { ...blank, ...next }) };
}

async function show(props: Partial<CellProps>) {
  const element = await mount(
    <Cell place={null} tables={[roll, projects]} policy="huainan-2020" hand={null} {...props} />,
  );
  const buttons = () => [...element.querySelectorAll('button')];
  const press = (words: string) =>
    act(async () => {
      const found = buttons().find(({ textContent }) => textContent?.includes(words));
      if (!found) throw new Error(`no “${words}” among ${buttons().map(({ textContent }) => textContent)}`);
      found.click();
      await new Promise((settled) => setTimeout(settled));
    });
  return {
    element,
    press,
    text: () => element.textContent ?? '',
    offers: () => buttons().map(({ textContent }) => textContent ?? ''),
    told: () => element.querySelector('.choices-told')?.textContent,
  };
}

const at = (address: string, sheet = '名录') => ({ sheet, address });

test('合上时一行：是哪张表的哪一栏；展开后说填什么，一次会话里记得展开', async () => {
  const strip = await show({ place: at('B5') });
  expect(strip.text()).toContain('这一格：社区社会组织名录 · 管理方式');
  expect(strip.element.querySelector('h3')).toBeNull();
  await strip.press('这一格');
  const titles = [...strip.element.querySelectorAll('h3')].map(({ textContent }) => textContent);
  expect(titles.slice(0, 2)).toEqual(['填什么', '能填的']);
  expect(strip.text()).toContain('登记、备案、未登记未备案');
  const again = await show({ place: at('A5') });
  expect(again.element.querySelector('h3')?.textContent).toBe('填什么');
});

test('不在表里的格子：填报里提示选一格，检查里什么也没有', async () => {
  expect((await show({ place: at('K40') })).text()).toBe('');
  expect((await show({ place: null, idle: '选中表里的一格' })).text()).toBe('选中表里的一格');
});

test('有问题的格子自己展开，先说问题；合上以后不再自己展开，条数还在', async () => {
  const said = { count: 2, body: () => <p>管理方式没有填。</p> };
  const strip = await show({ place: at('B5'), said });
  expect(strip.element.querySelector('.selection-body')?.textContent).toMatch(/^管理方式没有填。/);
  await strip.press('这一格');
  const again = await show({ place: at('B6'), said });
  expect(again.element.querySelector('.selection-body')).toBeNull();
  expect(again.text()).toContain('2 条');
});

test('焦点不动；只报一句短的', async () => {
  const before = document.activeElement;
  const strip = await show({ place: at('B5') });
  expect(document.activeElement).toBe(before);
  expect(strip.element.querySelector('[role=status]')?.textContent).toBe('社区社会组织名录 · 管理方式');
});

test('一列装两栏的，两栏都说', async () => {
  const strip = await show({ place: at('C5') });
  await strip.press('这一格');
  const titles = [...strip.element.querySelectorAll('h3')].map(({ textContent }) => textContent);
  expect(titles).toEqual(expect.arrayContaining(['同一格里还有：统一社会信用代码', '同一格里还有：备案号']));
});

test('没有认出的列说没有认出，领到读表', async () => {
  const onUnread = vi.fn();
  const strip = await show({ place: at('D5'), onUnread });
  expect(strip.text()).toContain('社区社会组织名录 · 花名册页码 — 这一列没有认出');
  await strip.press('这一格');
  await strip.press('说明这一列');
  expect(onUnread).toHaveBeenCalledWith(expect.objectContaining({ table: roll, column: roll.columns[3] }));
});

test('合计行、表头没有填入的按钮', async () => {
  const { hand } = handOver();
  for (const [address, words] of [
    ['B9', '这一行是合计，不是一条记录'],
    ['B3', '这是表头'],
  ] as const) {
    sessionStorage.clear();
    const strip = await show({ place: at(address), hand });
    await strip.press('这一格');
    expect(strip.text()).toContain(words);
    expect(strip.offers()).toHaveLength(1);
  }
  expect(hand.look).not.toHaveBeenCalled();
});

test('空格：按一下填入，写的就是这一格', async () => {
  const { hand } = handOver();
  const strip = await show({ place: at('B5:B7'), hand });
  expect(hand.look).not.toHaveBeenCalled();
  await strip.press('这一格');
  expect(hand.put).not.toHaveBeenCalled();
  await strip.press('填入“登记”');
  expect(hand.put.mock.calls).toEqual([[[{ place: at('B5'), value: '登记' }]]]);
  expect(strip.told()).toBe('B5 已填入“登记”。');
  expect(strip.offers()).toContain('已有“登记”');
});

test('表下面的空行也能填', async () => {
  const { hand } = handOver();
  const strip = await show({ place: at('B12'), hand });
  await strip.press('这一格');
  await strip.press('填入“备案”');
  expect(hand.put).toHaveBeenCalledWith([{ place: at('B12'), value: '备案' }]);
});

test('已有字的：按钮说把什么换成什么', async () => {
  const { hand } = handOver({ text: '注册' });
  const strip = await show({ place: at('B5'), hand });
  await strip.press('这一格');
  expect(strip.text()).toContain('B5 现在是“注册”');
  await strip.press('把“注册”换成“登记”');
  expect(hand.put).toHaveBeenCalledWith([{ place: at('B5'), value: '登记' }]);
});

test('看过以后那一格变了：不填，先说变了', async () => {
  const { hand, types } = handOver();
  const strip = await show({ place: at('B5'), hand });
  await strip.press('这一格');
  types({ text: '备案' });
  await strip.press('填入“登记”');
  expect(hand.put).not.toHaveBeenCalled();
  expect(strip.told()).toContain('刚才变了，没有填');
  expect(strip.offers()).toContain('把“备案”换成“登记”');
});

test('可以填几项的：用顿号加在后面，已有的不再加', async () => {
  const { hand } = handOver({ text: '个案' });
  const strip = await show({ place: at('B5', '项目'), hand });
  await strip.press('这一格');
  expect(strip.offers()).toContain('已有“个案”');
  await strip.press('加上“小组”');
  expect(hand.put).toHaveBeenCalledWith([{ place: at('B5', '项目'), value: '个案、小组' }]);
});

test('公式：说清楚，问过才换；不换就不动，焦点回到按的那个', async () => {
  const { hand } = handOver({ text: '备案', formula: '=Z1' });
  const strip = await show({ place: at('B5'), hand });
  await strip.press('这一格');
  const first = [...strip.element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('登记'))!;
  first.focus();
  await strip.press('换成“登记”');
  expect(hand.put).not.toHaveBeenCalled();
  await strip.press('不换');
  expect(document.activeElement).toBe(first);
  await strip.press('换成“登记”');
  await strip.press('换掉公式');
  expect(hand.put).toHaveBeenCalledWith([{ place: at('B5'), value: '登记' }]);
});

test.each([
  [{ isMerged: true }, '和下面几行合并在一起'],
  [{ isProtected: true }, '撤销工作表保护'],
] as const)('填不得的：%o，说为什么，没有按钮', async (standing, words) => {
  const { hand } = handOver(standing);
  const strip = await show({ place: at('B5'), hand });
  await strip.press('这一格');
  expect(strip.text()).toContain(words);
  expect(strip.offers()).toHaveLength(1);
});

test('没有填成：说没有填、为什么', async () => {
  const { hand } = handOver();
  hand.put.mockRejectedValue(new HostError('editing'));
  const strip = await show({ place: at('B5'), hand });
  await strip.press('这一格');
  await strip.press('填入“登记”');
  expect(strip.told()).toBe('没有填。有一格正在编辑，请按回车结束编辑后再选。');
});

test('打勾的列只填勾，说明勾是什么', async () => {
  const { hand } = handOver();
  const strip = await show({ place: at('E5'), hand });
  await strip.press('这一格');
  expect(strip.text()).toContain('打勾就是“备案”');
  expect(strip.offers().filter((words) => words.includes('填入'))).toEqual(['填入“√”']);
});

test('Esc 合上，焦点在那一行', async () => {
  const strip = await show({ place: at('B5') });
  await strip.press('这一格');
  const body = strip.element.querySelector<HTMLElement>('.selection-body')!;
  body.focus();
  await act(async () => body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(strip.element.querySelector('.selection-body')).toBeNull();
  expect(document.activeElement?.textContent).toContain('这一格');
});
