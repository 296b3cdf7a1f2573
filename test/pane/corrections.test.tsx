// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { createExcelHost } from '../../addin/host/excel.ts';
import { HostError } from '../../addin/host/host.ts';
import { type Blocks, openMemory } from '../../addin/preview/memory.ts';
import { tableNames } from '../../addin/tables.ts';
import type { Cell, Correction } from '../../shared/model.ts';
import { judgedMasked } from '../judging.ts';
import { openOffice } from '../office.ts';
import { patient } from '../patience.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const list: readonly (readonly Cell[])[] = [
  ['组织名称', '管理方式', '备案号', '啥时候备的', '谁写的'],
  ['甲队', '备案', 'B-1', '2020.7.1', '王二'],
  ['乙队', '备案', 'B-2', '2020.8.1', '王二'],
];
const odd: readonly (readonly Cell[])[] = [
  ['记一记', null, null],
  ['干了啥', '哪天干的', '多少人'],
  ['义诊', '2020.9.1', 12],
];
const snapshot = workbookOf(sheetOf('名录', list), sheetOf('随手记', odd));

/** The engine as the service runs it. */
const judge: Evaluate = async ({ snapshot, secret, options }) => {
  return {
    evaluation: judgedMasked(snapshot, secret, options),
    local: false,
    tables: tableNames,
    words: {},
  };
};

/** A workbook that remembers what was said of it. */
async function opened(workbook = snapshot, kept: readonly Correction[] = []) {
  let corrections = kept;
  const { host } = pretendHost({
    read: async () => ({ ...basis, snapshot: workbook, corrections }),
    saveCorrections: vi.fn(async (said: readonly Correction[]) => {
      corrections = said;
    }),
  });
  const pane = await openPane({ host, evaluate: judge, checkAtOnce: true });
  if (pane.has('读表')) await pane.press('读表');
  return { host, pane, corrections: () => corrections };
}

test('a column that was not understood is told by its heading, and said to be a field that no other column holds', async () => {
  const { pane, corrections } = await opened();
  expect(pane.text()).toContain('名录!D1不明白“啥时候备的”是什么。');
  const select = pane.control<HTMLSelectElement>('名录 D 列“啥时候备的”是');
  const labels = [...select.options].map(({ text }) => text);
  expect(labels).toContain('备案日期');
  expect(labels).not.toContain('组织名称');
  expect(labels.at(-1)).toBe('不是数据');
  const confirm = select.form!.querySelector('button')!;
  expect(confirm.disabled).toBe(true);

  await pane.fill('名录 D 列“啥时候备的”是', 'file_date');
  await pane.doing(() => confirm.click());

  expect(corrections()).toEqual([{ kind: 'column', sheet: '名录', address: 'A1:E3', column: 'D', field: 'file_date' }]);
  await vi.waitFor(() => expect(pane.text()).toContain('名录 D 列：是“备案日期”'), patient);
  expect(pane.text()).not.toContain('不明白“啥时候备的”');
});

test('a column that is said not to be data is asked about no more; undoing asks again', async () => {
  const { pane, corrections } = await opened();
  await pane.fill('名录 E 列“谁写的”是', '-');
  await pane.submit('名录 E 列“谁写的”是');
  expect(pane.text()).toContain('名录 E 列：不是数据');
  expect(pane.text()).not.toContain('不明白“谁写的”');

  await pane.press('撤销：名录 E 列：不是数据');
  expect(corrections()).toEqual([]);
  expect(pane.text()).toContain('不明白“谁写的”');
  expect(pane.text()).not.toContain('您的更正');
});

test('a sheet that was not read: where its headings are and which table it is, then its columns', async () => {
  const { pane, corrections } = await opened();
  expect(pane.text()).toContain('随手记!A1:C3没有认出表头');
  await pane.press('说明表头在哪一行');
  await pane.fill('表头在第', '9');
  expect(pane.control('表头在第').getAttribute('aria-invalid')).toBe('true');
  expect(pane.button('确定').disabled).toBe(true);
  await pane.fill('表头在第', '２');
  await pane.fill('这张表是', 'W07');
  await pane.submit('这张表是');

  expect(corrections()).toEqual([{ kind: 'table', sheet: '随手记', address: 'A2:C3', table: 'W07' }]);
  expect(pane.text()).toContain('随手记!A2:C3：是“志愿服务活动台账”');
  expect(pane.text()).toContain('随手记!A2不明白“干了啥”是什么。');

  await pane.fill('随手记 A 列“干了啥”是', 'name');
  await pane.submit('随手记 A 列“干了啥”是');
  await pane.press('随手记按“志愿服务活动台账”读取，1 行');
  expect(pane.text()).toContain('随手记!A2:C3');
});

test('headings on two rows are said as 3-4, and what is said again takes the place of what was said', async () => {
  const { pane, corrections } = await opened();
  await pane.press('说明表头在哪一行');
  await pane.fill('表头在第', '1—2');
  await pane.submit('表头在第');
  expect(corrections()).toEqual([{ kind: 'headerRows', sheet: '随手记', rows: [1, 2] }]);

  await pane.press('说明表头在哪一行');
  await pane.fill('表头在第', '2');
  await pane.submit('表头在第');
  expect(corrections()).toEqual([{ kind: 'headerRows', sheet: '随手记', rows: [2] }]);
});

test('a table that was pointed out is no data after all, though it is read as a smaller area', async () => {
  const { pane, corrections } = await opened();
  await pane.press('说明表头在哪一行');
  await pane.fill('表头在第', '2');
  await pane.fill('这张表是', 'W07');
  await pane.submit('这张表是');
  await pane.press('随手记按');
  const button = [...document.querySelectorAll('button')].find((one) =>
    /随手记.*不是数据/.test(one.ariaLabel ?? one.textContent ?? ''),
  )!;
  await pane.doing(() => button.click());
  expect(corrections().map((one) => ('table' in one ? one.table : one.kind))).toEqual([null]);
});

test('of several tables that were said, one is said anew: only what was said of that one goes', async () => {
  const table = (sheet: string, address: string, table: string | null) =>
    ({ kind: 'table', sheet, address, table }) as const;
  const others = [table('名录', 'A5:E7', 'W02'), table('旧名录', 'A1:E3', 'W02')];
  const { pane, corrections } = await opened(
    workbookOf(sheetOf('名录', [...list, [], ...list]), sheetOf('旧名录', list)),
    [table('名录', 'A1:E3', 'W02'), ...others],
  );
  await pane.press('名录按');
  await pane.press('名录!A1:E3 不是数据');
  expect(corrections()).toEqual([...others, table('名录', 'A1:E3', null)]);
});

test('headings take up three rows at most', async () => {
  const { pane } = await opened(
    workbookOf(sheetOf('名录', list), sheetOf('随手记', [...odd, ['义诊', '2020.9.2', 9]])),
  );
  await pane.press('说明表头在哪一行');
  await pane.fill('表头在第', '1-3');
  expect(pane.button('确定').disabled).toBe(false);
  await pane.fill('表头在第', '1-4');
  expect(pane.button('确定').disabled).toBe(true);
});

test('a correction whose table is gone is still told by the name of its field, and can be taken back', async () => {
  const { pane, corrections } = await opened(snapshot, [
    { kind: 'column', sheet: '旧名录', address: 'A1:E3', column: 'D', field: 'file_date' },
  ]);
  expect(pane.text()).toContain('旧名录 D 列：是“备案日期”');
  await pane.press('撤销：旧名录 D 列');
  expect(corrections()).toEqual([]);
});

test('a sheet that is said not to be data is listed no more, read or not', async () => {
  const { pane, corrections } = await opened();
  await pane.press('这张表不是数据');
  expect(corrections()).toEqual([{ kind: 'table', sheet: '随手记', address: 'A1:C3', table: null }]);
  expect(pane.text()).not.toContain('没有读取');

  await pane.press('按“社区社会组织名录”读取');
  await pane.press('名录!A1:E3 不是数据');
  // Nothing is left that could be judged; what was said can still be taken back.
  expect(pane.text()).toContain('没有认出要检查的报表');
  await pane.press('撤销：名录!A1:E3：不是数据');
  expect(pane.has('写入工作簿')).toBe(true);
});

test('covers, instructions and lists of telephones are said not to be data all at once', async () => {
  const sheets = ['随手记', '通讯录'].map((name) => sheetOf(name, odd));
  const { pane, corrections } = await opened(workbookOf(sheetOf('名录', list), ...sheets));
  await pane.press('这 2 张表都不是数据');
  expect(corrections()).toEqual(
    ['随手记', '通讯录'].map((sheet) => ({ kind: 'table', sheet, address: 'A1:C3', table: null })),
  );
  expect(pane.has('都不是数据')).toBe(false);
});

test('a copy that does not count asks nothing of its columns', async () => {
  const { pane } = await opened(workbookOf(sheetOf('名录', list), sheetOf('名录 (2)', list)));
  expect(pane.text()).toContain('按“社区社会组织名录”读取，2 行，与另一张表相同，不重复计');
  expect(pane.text().match(/不明白“啥时候备的”/g)).toHaveLength(1);
});

test('where nothing is recognised, it can be said at once', async () => {
  const { pane, corrections } = await opened(workbookOf(sheetOf('名录', [['社会组织'], ['二季度'], ...list])), [
    { kind: 'table', sheet: '名录', address: 'A3:E5', table: null },
  ]);
  expect(pane.text()).toContain('没有认出要检查的报表');
  await pane.press('撤销');
  expect(corrections()).toEqual([]);
  expect(pane.has('写入工作簿')).toBe(true);
});

test('a sheet that is hidden too deeply to be read is said and counted, and not asked about', async () => {
  const deep = { ...sheetOf('底稿', odd, { visibility: 'VeryHidden' }) };
  const { pane } = await opened(workbookOf(sheetOf('名录', list), deep));
  expect(pane.text()).not.toContain('说明表头在哪一行');
  expect(pane.text()).toContain('“底稿”：本表已隐藏，且不能从菜单取消隐藏');
  const shown = pane.element.querySelectorAll('.corrections .line:not(:has(.fold-summary))');
  expect(pane.button('读表').textContent).toBe(`读表${shown.length}`);
});

test('after a correction the same list is shown again, and has the focus', async () => {
  const { pane } = await opened();
  await pane.press('这张表不是数据');
  expect(pane.button('读表').getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(pane.element.querySelector('.corrections'));
});

test('a correction that could not be kept is kept by the next attempt', async () => {
  const { host, pane, corrections } = await opened();
  vi.mocked(host.saveCorrections).mockRejectedValueOnce(new HostError('editing'));
  await pane.press('这张表不是数据');
  expect(pane.text()).toContain('有单元格正在编辑');
  expect(corrections()).toEqual([]);
  await pane.press('重试');
  expect(corrections()).toHaveLength(1);
  expect(pane.text()).toContain('随手记!A1:C3：不是数据');
});

test('on the real office.js: said, kept in the workbook, still there when it is opened again', async () => {
  const workbook = openMemory({ name: '名录.xlsx', blocks: { 名录: list, 随手记: odd } as Blocks });
  await openOffice(workbook);
  const open = () => openPane({ host: createExcelHost(), evaluate: judge, checkAtOnce: true });
  const pane = await open();
  const sees = (shown: typeof pane, words: string) =>
    vi.waitFor(async () => {
      await shown.doing(() => {});
      expect(shown.text()).toContain(words);
    }, patient);
  await sees(pane, '读表');
  await pane.press('读表');
  await pane.fill('名录 D 列“啥时候备的”是', 'file_date');
  await pane.submit('名录 D 列“啥时候备的”是');
  await sees(pane, '名录 D 列：是“备案日期”');
  expect(workbook.settings.get('ssld.corrections')).toHaveLength(1);

  const again = await open();
  await sees(again, '读表');
  await again.press('读表');
  expect(again.text()).toContain('您的更正');
  await again.press('撤销');
  await sees(again, '不明白“啥时候备的”是什么。');
  expect(workbook.settings.has('ssld.corrections')).toBe(false);
});
