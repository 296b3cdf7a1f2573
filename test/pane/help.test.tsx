// @vitest-environment jsdom
import { act, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { type About, entriesOf } from '../../addin/help/entries.ts';
import { Help } from '../../addin/help/Help.tsx';
import { mount } from './mounting.tsx';

async function opened(about: About | null = null, policy = 'huainan-2020') {
  const onClose = vi.fn();
  const element = await mount(<Help policy={policy} about={about} onClose={onClose} />);
  const dialog = element.querySelector<HTMLElement>('[role=dialog]')!;
  const search = dialog.querySelector('input')!;
  const names = (within: ParentNode = dialog) =>
    [...within.querySelectorAll('.help-name')].map((one) => one.querySelector('span')!.firstChild!.textContent);
  return {
    dialog,
    search,
    onClose,
    names,
    text: () => dialog.textContent ?? '',
    /** What was found in a group. */
    under: (group: string) => {
      const heading = [...dialog.querySelectorAll('h3')].find((one) => one.textContent!.startsWith(group));
      return heading ? names(heading.parentElement!) : [];
    },
    type: (value: string) =>
      act(async () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(search, value);
        search.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    press: (words: string) =>
      act(async () => [...dialog.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!.click()),
    key: (key: string, more: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      return act(async () => document.activeElement!.dispatchEvent(event));
    },
  };
}

test('先看到怎么做，别的收着；点开一篇，几行说完', async () => {
  const help = await opened();
  expect(help.under('怎么做')).toContain('怎样写核实说明');
  expect(help.names()).toEqual(expect.arrayContaining(['指标 60', '审核规则 143', '表和栏 18']));
  expect(help.text()).not.toContain('社区专项基金');
  await help.press('怎样写核实说明');
  expect(help.text()).toContain('电话核实的，写明问了谁、什么时候、原话是什么。');
  await help.press('指标 60');
  await help.press('社区专项基金');
  expect(help.text()).toContain('要求应有1支期限：2021年5月31日文件原文“成立社区专项基金”淮府办〔2020〕8号 二（一）');
});

test('按指标的名称找得到，标题里有的排在前面', async () => {
  const help = await opened();
  await help.type('持证比例');
  expect(help.under('指标')[0]).toBe('社区工作者持证比例');
  await help.press('社区工作者持证比例');
  expect(help.text()).toContain('计算方法本社区在岗社区工作者中');
});

test('按规则里的一个词找得到：标题、处理办法、依据里的都算', async () => {
  const help = await opened();
  for (const words of ['空岗', '校验位', '上海、武汉']) {
    await help.type(words);
    expect(help.under('审核规则').length, words).toBeGreaterThan(0);
  }
  expect(help.under('审核规则')).toEqual(['注册率一般不超过 40%，参与率一般不超过 90%']);
});

test('按填写说明里的一个词找得到栏目；表名只找到表，加一个词才找到其中的栏目', async () => {
  const help = await opened();
  await help.type('登记证书 备案表');
  expect(help.under('表和栏')).toContain('管理方式');
  await help.type('社区社会组织名录');
  expect(help.under('表和栏')[0]).toBe('社区社会组织名录');
  expect(help.under('表和栏')).not.toContain('备案日期');
  await help.type('社区社会组织名录 备案日期');
  expect(help.under('表和栏')[0]).toBe('备案日期');
  expect(help.under('表和栏')).not.toContain('社区社会组织名录');
});

test('栏目里也说可以填什么、用来算什么，按选定的评估依据', () => {
  const toldBy = (policy: string) => {
    const { page } = entriesOf(policy).find(({ page }) => page.id === 'mgmt' && page.under === '社区社会组织名录')!;
    return page.sections.map(([title, lines]) => `${title}：${lines.join('')}`).join('');
  };
  expect(toldBy('huainan-2020')).toContain('可以填：登记、备案、未登记未备案');
  expect(toldBy('huainan-2020')).toContain('用来算什么：“城市社区社会组织数”等4项指标：填“登记”“备案”的才计入');
  expect(toldBy('national-2017')).toContain('用来算什么：城市社区平均社会组织数：填“登记”“备案”的才计入');
  expect(toldBy('national-2017')).not.toContain('依法登记的社区社会组织数');
});

test('几个词都要有；全角半角、大小写不论；找不到的说换一个词', async () => {
  const help = await opened();
  await help.type('ｅｘｃｅｌ　WPS');
  expect(help.under('怎么做')).toEqual(['WPS 和 .xls']);
  expect(help.dialog.querySelector('[role=status]')!.textContent).toMatch(/^找到 \d+ 条$/);
  await help.type('持证 天气');
  expect(help.names()).toEqual([]);
  expect(help.dialog.querySelector('[role=status]')!.textContent).toContain('没有找到');
  await help.type(' ');
  expect(help.under('怎么做')).toContain('撤销');
});

test('从前写出的表上的规则代号找得到规则，窗格里不显示代号', async () => {
  const help = await opened();
  await help.type('R024');
  expect(help.under('审核规则')).toEqual(['登记的组织须填有效的统一社会信用代码']);
  await help.press('登记的组织须填有效的统一社会信用代码');
  expect(help.dialog.querySelector('.help-body')!.textContent).not.toContain('R024');
});

test('从一处问题、一项指标打开，先是它，已经展开', async () => {
  const rule = await opened({ rule: 'R022' });
  expect(rule.names()[0]).toBe('管理方式须填登记或备案');
  expect(document.activeElement!.textContent).toContain('管理方式须填登记或备案');
  expect(rule.text()).toContain('依据登记和备案分别计数，未登记也未备案的不计');
  const indicator = await opened({ indicator: 'G01' }, 'national-2017');
  expect(indicator.names()[0]).toBe('城市社区平均社会组织数');
  expect((await opened({ rule: '没有的' })).names()[0]).toBe('怎样检查一个工作簿');
});

test('一开就能打字；按 Esc 关上，正在选字时不关；事件不到 Excel 手里', async () => {
  const help = await opened();
  expect(document.activeElement).toBe(help.search);
  const host = vi.fn();
  window.addEventListener('keydown', host);
  await help.key('Escape', { isComposing: true });
  expect(help.onClose).not.toHaveBeenCalled();
  host.mockClear();
  await help.key('Escape');
  window.removeEventListener('keydown', host);
  expect(help.onClose).toHaveBeenCalledOnce();
  expect(host).not.toHaveBeenCalled();
});

test('Tab 键不出帮助：最后一个之后是第一个，反过来也是', async () => {
  const help = await opened();
  const all = [...help.dialog.querySelectorAll<HTMLElement>('button, input')];
  all.at(-1)!.focus();
  await help.key('Tab');
  expect(document.activeElement).toBe(all[0]);
  await help.key('Tab', { shiftKey: true });
  expect(document.activeElement).toBe(all.at(-1));
});

test('关上以后，焦点回到打开它的地方', async () => {
  const way = document.body.appendChild(document.createElement('button'));
  way.focus();
  function Way() {
    const [open, setOpen] = useState(true);
    return open && <Help policy="huainan-2020" onClose={() => setOpen(false)} />;
  }
  const element = await mount(<Way />);
  expect(document.activeElement).not.toBe(way);
  await act(async () => element.querySelector('button')!.click());
  expect(document.activeElement).toBe(way);
  way.remove();
});

test('各条的键都不相同', () => {
  for (const policy of ['huainan-2020', 'national-2017', 'provinces-2025', '别的']) {
    const keys = entriesOf(policy).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
