// @vitest-environment jsdom
/** 看不懂的写法先问，一次选定，全工作簿照此读取。 */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { tableNames } from '../../addin/tables.ts';
import type { Asked, Correction, Evaluation, Finding, Place, TableReport, Written } from '../../shared/model.ts';
import { patient } from '../patience.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';
import { evaluation, finding } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const workbook = workbookOf(
  sheetOf('花名册', [
    ['姓名', '证书', '是否在岗', '啥时候考的'],
    ['甲', '中级会计师', '半脱产', '去年'],
    ['乙', '中级会计师', '是', '前年'],
    ['丙', '中级经济师', '是', '今年'],
  ]),
  sheetOf('续页', [['丁', '助理社会工作师', '是', '今年']]),
);
const roster: TableReport = {
  id: 'W03',
  sheet: '花名册',
  address: 'A1:D4',
  headerRows: [1],
  rows: 3,
  columns: [{ field: null, header: '啥时候考的', column: 'D', basis: 'none' }],
  kind: 'full',
  community: null,
};

/** As the engine finds it: what was not understood is masked, and one finding speaks for the whole column. */
function asking(asks: Asked, address: string, related: readonly Place[] = []): Finding {
  const at = { sheet: 'sheet' in asks ? asks.sheet : '花名册', address };
  return { ...finding('N047', 'warning', at, '填“中级〔〕”，看不懂。', ''), value: '中级〔〕', related, asks };
}
const at = (address: string): Place => ({ sheet: '花名册', address });
const word = (field: string): Asked => ({ kind: 'word', table: 'W03', field });

/** A workbook that remembers what was said; an answered wording is asked about no more, the next one is. */
async function opened(findings: readonly Finding[], change: Partial<Evaluation> = {}, before: Written | null = null) {
  let corrections: readonly Correction[] = [];
  const { host, select } = pretendHost({
    read: async () => ({
      ...basis,
      snapshot: workbook,
      corrections,
      before: { ...basis.before, [evaluation.mode]: before },
    }),
    saveCorrections: vi.fn(async (said: readonly Correction[]) => {
      corrections = said;
    }),
  });
  const judge: Evaluate = async ({ options }) => {
    const texts = (options.corrections ?? []).flatMap((one) => (one.kind === 'word' ? [one.text] : []));
    const open = findings.filter((one) => !texts.includes(textAt(one.at)));
    return {
      evaluation: { ...evaluation, tables: [roster], ...change, findings: [...evaluation.findings, ...open] },
      local: false,
      tables: tableNames,
      words: {},
    };
  };
  const pane = await openPane({ host, evaluate: judge, checkAtOnce: true });
  return { pane, select, corrections: () => corrections };
}

function textAt({ sheet, address }: Place): string {
  const { values } = workbook.sheets.find(({ name }) => name === sheet)!;
  return String(values[Number(address.slice(1)) - 1]?.[address.charCodeAt(0) - 65]);
}

const certificates = [
  asking(word('cert'), 'B2', [at('B3'), at('B4')]),
  asking(word('cert'), 'B4'),
  asking(word('on_duty'), 'C2'),
];

test('问的排在最前，用格子里的原话，写明几处；同列别的写法另问', async () => {
  const { pane } = await opened(certificates);
  expect(pane.text()).toContain('请您说明 3');
  await pane.press('问题66');
  const cards = [...pane.element.querySelectorAll('.questions .finding')].map((one) => one.textContent);
  expect(cards).toEqual([
    expect.stringContaining('核实 “社会工作者职业水平证书”栏填“中级会计师”，看不出算什么，共 2 处。'),
    expect.stringContaining('栏填“中级经济师”，看不出算什么。'),
    expect.stringContaining('“是否在岗”栏填“半脱产”，看不出算什么。'),
  ]);
  const lists = [...pane.element.querySelectorAll('.questions, .filters')].map(({ className }) => className);
  expect(lists).toEqual(['questions group', 'filters']);
  // Asked above, it is not told again below.
  expect(pane.text()).not.toContain('中级〔〕');
});

test('同一个问题只问一次；不同的问题指着同一格也各问各的', async () => {
  const list: Asked = { kind: 'table', ...at('A1:D4') };
  const continues: Asked = { kind: 'continues', ...at('A1:D4'), of: { sheet: '续页', address: 'A1:D1' } };
  const sheets = [
    { sheet: '另一张', address: 'A2' },
    { sheet: '名册二', address: 'B9' },
  ];
  const { pane } = await opened([
    asking(list, 'A1'),
    asking(list, 'A1'),
    asking(continues, 'A1'),
    ...sheets.map((of) => asking({ kind: 'continues', ...at('A1:D4'), of }, 'A1')),
  ]);
  await pane.press('问题');
  expect(pane.element.querySelectorAll('.questions .finding')).toHaveLength(4);
});

test('选一次，全工作簿照此读；焦点回到还要说明的，记在“您的更正”里，撤得回', async () => {
  const { pane, corrections } = await opened(certificates);
  await pane.press('问题66');
  const labels = [...pane.control<HTMLSelectElement>('“中级会计师”算').options].map(({ text }) => text);
  expect(labels).toContain('社会工作师');
  expect(labels.at(-1)).toBe('都不是，当作没填');
  await pane.fill('“中级会计师”算', '-');
  await pane.submit('“中级会计师”算');

  expect(corrections()).toEqual([{ kind: 'word', table: 'W03', field: 'cert', text: '中级会计师', means: null }]);
  expect(pane.text()).toContain('请您说明2');
  expect(document.activeElement).toBe(pane.element.querySelector('.questions'));
  expect(pane.button('问题').getAttribute('aria-selected')).toBe('true');

  await pane.press('读表');
  expect(pane.text()).toContain('“社会工作者职业水平证书”栏填的“中级会计师”：当作没填');
  await pane.press('撤销');
  expect(corrections()).toEqual([]);
});

test('只有几种可能的是按钮，一按就定；都说明了也有一句话，焦点在那里', async () => {
  const { pane, corrections } = await opened(certificates.slice(2));
  await pane.press('问题64');
  expect(pane.element.querySelector('.questions select')).toBeNull();
  await pane.press('是');
  expect(corrections()).toEqual([{ kind: 'word', table: 'W03', field: 'on_duty', text: '半脱产', means: true }]);
  expect(pane.text()).toContain('要您说明的都说明了。');
  expect(document.activeElement!.textContent).toContain('可以撤销');
  await pane.press('读表');
  expect(pane.text()).toContain('社区工作者花名册“是否在岗”栏填的“半脱产”：算“是”');
});

test('选中有疑问的格子，也能就地说明', async () => {
  const { pane, select, corrections } = await opened(certificates);
  await pane.doing(() => select(at('B3')));
  const card = pane.element.querySelector('.selection')!;
  expect(card.textContent).toContain('这一格：花名册!B3 1 条');
  expect(card.textContent).toContain('栏填“中级会计师”');
  await pane.fill('“中级会计师”算', '2');
  await pane.submit('“中级会计师”算');
  expect(corrections()).toMatchObject([{ text: '中级会计师', means: '2' }]);
});

test('名册不知全不全：是全部、是一部分、不是数据，一按就定', async () => {
  const { pane, corrections } = await opened([asking({ kind: 'table', ...at('A1:D4') }, 'A1')]);
  await pane.press('问题64');
  await pane.press('只是其中一部分');
  expect(corrections()).toEqual([{ kind: 'table', sheet: '花名册', address: 'A1:D4', table: 'W03', as: 'subset' }]);
  await pane.press('问题');
  await pane.press('这是全部');
  expect(corrections()).toEqual([{ kind: 'table', sheet: '花名册', address: 'A1:D4', table: 'W03', as: 'full' }]);
  await pane.press('读表');
  expect(pane.text()).toContain('花名册!A1:D4：是“社区工作者花名册”，列的是全部');
});

test('已读取的表写明按什么名单读，可以改说', async () => {
  const { pane, corrections } = await opened([], { tables: [{ ...roster, kind: 'candidates' }] });
  await pane.press('读表');
  await pane.press('按“社区工作者花名册”读取，3 行，是后备、招聘或报名的，不计入');
  await pane.press('花名册!A1:D4 这是全部');
  expect(corrections()).toMatchObject([{ table: 'W03', as: 'full' }]);
});

test('没有表头的一片接着上一张表：问题里、读表里都能一按说明', async () => {
  const area = { sheet: '续页', address: 'A1:D1' };
  const continues = { kind: 'continues', ...area, of: at('A1:D4') } as const;
  const { pane, corrections } = await opened([asking(continues, 'A1')], {
    unread: [{ ...area, reason: '没有认出表头。' }],
  });
  await pane.press('问题64');
  await pane.press('接着“花名册”A1:D4 的表');
  expect(corrections()).toEqual([continues]);
  await pane.press('读表');
  expect(pane.text()).toContain('续页!A1:D1：接着 花名册!A1:D4');
  await pane.press('撤销');
  await pane.press('接着“花名册”的表');
  expect(corrections()).toEqual([continues]);
  await pane.press('这张表不是数据');
  expect(corrections()).toEqual([{ kind: 'table', ...area, table: null }]);
});

test('认不出的表头：只说这一列，或说本工作簿里凡是这个表头', async () => {
  const column: Asked = { kind: 'column', ...at('A1:D4'), column: 'D' };
  const { pane, corrections } = await opened([asking(column, 'D1')]);
  await pane.press('问题64');
  expect(pane.button('凡是这个表头都是').disabled).toBe(true);
  await pane.fill('花名册 D 列“啥时候考的”是', '-');
  await pane.press('凡是这个表头都是');
  expect(corrections()).toEqual([{ kind: 'column', table: 'W03', heading: '啥时候考的', field: null }]);
  await pane.press('读表');
  expect(pane.text()).toContain('社区工作者花名册的表头“啥时候考的”：不是数据');
  expect(pane.text()).not.toContain('不明白“啥时候考的”');
});

test('格子空着、没有原话可说的，仍是普通问题', async () => {
  const { pane } = await opened([asking(word('cert'), 'Z9')]);
  await pane.press('问题64');
  expect(pane.element.querySelector('.questions')).toBeNull();
  expect(pane.text()).toContain('填“中级〔〕”，看不懂。');
});

test('说过的用语存成文件，再取用；不是用语文件的说明白', async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => {};
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  onTestFinished(() => click.mockRestore());
  const { pane, corrections } = await opened(certificates);
  await pane.press('更多');
  expect(pane.button('存成文件').disabled).toBe(true);

  const give = async (text: string) => {
    const input = pane.element.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File([text], '三社联动用语.json')], configurable: true });
    await pane.doing(() => input.dispatchEvent(new Event('change', { bubbles: true })));
    await vi.waitFor(async () => {
      await pane.doing(() => {});
      expect(pane.text()).toMatch(/这不是|已取用/);
    }, patient);
  };
  await give('名单');
  expect(pane.text()).toContain('这不是“三社联动”的用语文件');
  await pane.press('更多');
  const said: Correction = { kind: 'word', table: 'W03', field: 'cert', text: '中级经济师', means: null };
  await give(JSON.stringify({ schema: 'wordings/1', corrections: [said, { ...said, table: 'W99' }] }));
  expect(corrections()).toEqual([said]);
  expect(pane.text()).toContain('已取用 1 条用语');
  expect(pane.text()).toContain('有 1 条没有取用');

  await pane.press('更多');
  await pane.press('存成文件（1 条）');
  expect(saved).toEqual(['三社联动用语.json']);
  expect(pane.text()).toContain('文件里是本工作簿的原文，请妥善保管。');
});

test('与上次写入的结论不同的指标在“结论”里写明，读法变了也写明', async () => {
  const before: Written = {
    engine: '0.1.0',
    policy: 'huainan-2020',
    mode: 'final',
    asOf: '2021-05-31',
    verdicts: { G01: 'met', G03: 'met', S09: 'unmet' },
    on: null,
    findings: null,
  };
  const { pane } = await opened([], {}, before);
  expect(pane.text()).toContain('与上次写入（终期）比，指标结论变化 2上次由 0.1.0 版读取，读法已改变。');
  await pane.press('与上次写入（终期）比');
  expect(pane.text()).toContain('社区工作者持证比例：达标 →  未达标');
  expect(pane.text()).toContain('年度志愿服务活动数：未达标 →  待核实');
});
