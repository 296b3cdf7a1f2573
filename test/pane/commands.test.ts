// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest';
import { clearedNotice, writtenNotice } from '../../addin/messages.ts';
import { openMemory } from '../../addin/preview/memory.ts';
import { showTold, toldAddress } from '../../addin/told.ts';
import { openOffice } from '../office.ts';
import { patient } from '../patience.ts';

type Command = (event: { completed: () => void }) => Promise<void>;

/** The function file in an Excel whose dialogs do as `dialog` says. */
async function ribbon(dialog: 'opens' | 'refused' | 'silent') {
  const workbook = openMemory({ name: '花名册.xlsx', blocks: { 花名册: [['姓名'], ['张甲']] } });
  const { host } = await openOffice(workbook);
  const commands = new Map<string, Command>();
  const addresses: string[] = [];
  let close = (): void => {};
  const opened = {
    addEventHandler: (_: string, closed: () => void) => {
      close = closed;
    },
  };
  Object.assign(globalThis.Office, {
    actions: { associate: (name: string, command: Command) => commands.set(name, command) },
    AsyncResultStatus: { Failed: 'failed' },
    EventType: { DialogEventReceived: 'dialogEventReceived' },
  });
  Object.assign(globalThis.Office.context, {
    ui: {
      displayDialogAsync: (address: string, _: object, said: (result: object) => void) => {
        addresses.push(address);
        if (dialog === 'silent') return;
        said(dialog === 'opens' ? { status: 'succeeded', value: opened } : { status: 'failed' });
      },
    },
  });
  vi.resetModules();
  await import('../../addin/commands.ts');
  return { workbook, host, clear: commands.get('clearMarks')!, addresses, close: () => close() };
}

test('清除标注 that fails says so in a dialog, and lets Excel go on when it is closed', async () => {
  const { host, clear, addresses, close } = await ribbon('opens');
  host.editing = true;
  const completed = vi.fn();
  const ended = clear({ completed });
  await vi.waitFor(() => expect(addresses).toHaveLength(1), patient);
  expect(completed).not.toHaveBeenCalled();
  close();
  await ended;
  expect(completed).toHaveBeenCalledOnce();
  const { hash, search } = new URL(addresses[0]!);
  expect(search).toBe('');
  const body = document.createElement('body');
  await showTold(hash, body);
  expect(body.textContent).toContain('有单元格正在编辑');
  expect(body.textContent).toContain('再点“清除标注”');
});

test('where Excel opens no dialog, it goes on all the same; where nothing fails, none opens', async () => {
  const { host, clear, addresses } = await ribbon('refused');
  const completed = vi.fn();
  await clear({ completed });
  expect(addresses).toEqual([]);
  host.editing = true;
  await clear({ completed });
  expect(completed).toHaveBeenCalledTimes(2);
  expect(addresses).toHaveLength(1);
});

test('where Excel does not say whether it opens one, it goes on after a while', async () => {
  const { host, clear, addresses } = await ribbon('silent');
  host.editing = true;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const completed = vi.fn();
  const ended = clear({ completed });
  await vi.waitFor(() => expect(addresses).toHaveLength(1), patient);
  vi.runAllTimers();
  await ended;
  expect(completed).toHaveBeenCalledOnce();
});

test('a sheet with rules that Excel cannot read is named in the dialog', async () => {
  const { workbook, host, clear, addresses, close } = await ribbon('opens');
  const rule = {
    type: 'Custom',
    formula: '=TRUE',
    formula2: null,
    operator: null,
    stopIfTrue: false,
    style: {},
  } as const;
  const area = { top: 0, left: 0, bottom: 1, right: 0 };
  workbook.sheets[0]!.setConditionalFormats([{ ...rule, id: 'odd', areas: [area] }]);
  host.broken.set('odd', 'unreadable');
  const ended = clear({ completed: () => {} });
  await vi.waitFor(() => expect(addresses).toHaveLength(1), patient);
  close();
  await ended;
  const body = document.createElement('body');
  await showTold(new URL(addresses[0]!).hash, body);
  expect(body.textContent).toContain('“花名册”里有 Excel 读不出的条件格式，未能确认标注');
});

test.each([
  ['protected', '“甲&乙”受保护，不能清除标注'],
  ['no_such_code', '没能清除标注'],
])('what the dialog says of %s', async (code, title) => {
  const body = document.createElement('body');
  // Excel on the web puts something of its own behind it.
  await showTold(
    `${new URL(toldAddress('https://x.example/commands.html?_host_Info=a#_xdm', code, '甲&乙')).hash}&_xdm_Info=1`,
    body,
  );
  expect(body.querySelector('h1')?.textContent).toBe(title);
});

test('the page itself shows nothing where it is the function file', async () => {
  const body = document.createElement('body');
  await showTold('#_xdm_Info=told=protected/', body);
  expect(body.childNodes).toHaveLength(0);
});

test('the pane names sheets with rules that Excel cannot read', () => {
  const unsure = ['花名册'];
  const cleared = clearedNotice({ marks: 3, sheets: ['花名册'], unsure });
  expect(cleared.title).toContain('3 个单元格');
  expect(cleared.lines.join('')).toContain('“花名册”里有 Excel 读不出的条件格式，未能确认标注');
  const written = writtenNotice({ sheets: ['差距清单'], skipped: [], unsure }, {
    marks: [],
    sheets: [],
    written: null,
  } as never);
  expect([written.tone, written.lines.join('')]).toEqual(['warning', expect.stringContaining('“花名册”里有')]);
});
