/** 报送单 and 退回修改通知 in a workbook: ours, never data, one for each evaluation; the slip on one page. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerTo } from '../../addin/papers/writing.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { evaluate, policyOf } from '../../shared/evaluate.ts';
import { readFile } from '../../shared/files/read.ts';
import { writeFile } from '../../shared/files/write.ts';
import { receiptOf } from '../../shared/fill/receipts.ts';
import { remainingOf } from '../../shared/fill/remaining.ts';
import type { Mode, PlanSheet, SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { fittedHeight, heightOf } from '../../shared/report/drawn.ts';
import { printable } from '../../shared/report/pages.ts';
import { sheets } from '../../shared/sheets.ts';
import { templateOf } from '../../shared/template/template.ts';
import { openOffice } from '../office.ts';
import { contentsOf, none, open, planOf, secret, sheetOf } from './opened.ts';

const file = 'HN-02_凤台县_新渡镇_渡口社区_三社联动_202011.xlsx';
const bytes = readFileSync(`test/fixtures/samples/${file}`);
const { snapshot } = readFile(file, bytes);
const policy = policyOf({ policy: 'huainan-2020' });
const template = templateOf(policy, 'urban');

function receipt(mode: Mode, of: WorkbookSnapshot = snapshot) {
  const evaluation = evaluate(of, { mode });
  const { tables } = remainingOf({ evaluation, snapshot: of, made: [], template, names: sheets.tables });
  return receiptOf(evaluation, { policy, tables, asked: 3, explained: 3, on: '2020-12-01' }).sheet;
}
const midterm = receipt('midterm');

test('加在末尾，到前面来；是我们的表，读的时候没有它，别的表不动', async () => {
  const opened = await open({ excelApi: '1.9' });
  const { host, office, workbook } = opened;
  const before = contentsOf(workbook).sheets;
  expect(await host.fill!.putSheet(midterm)).toBe('中期报送单');
  expect(office.host.batches).toBe(3);
  expect(workbook.sheets.at(-1)!.name).toBe('中期报送单');
  expect(workbook.active.name).toBe('中期报送单');
  expect(contentsOf(workbook).sheets.slice(0, 3)).toEqual(before);
  const { own, snapshot: read, before: written } = await host.read();
  expect([own, read.sheets.length, written]).toEqual([['中期报送单'], 3, { midterm: null, final: null }]);
  const looked = await host.look();
  expect([looked.written, looked.titles.sheets.map(({ name }) => name)]).toEqual([[], before.map(({ name }) => name)]);
});

test('再做一张是换掉原来那张，改了名也认得；终期的另是一张', async () => {
  const { host, workbook } = await open();
  await host.fill!.putSheet(midterm);
  sheetOf(workbook, '中期报送单').name = '交表用';
  sheetOf(workbook, '交表用').setContents(40, 0, [[{ value: '从前的' }]]);
  const [, unit] = midterm.rows[1]!;
  const changed = { ...midterm, rows: midterm.rows.slice(0, 12) };
  expect(await host.fill!.putSheet(changed)).toBe('交表用');
  expect(await host.fill!.putSheet(receipt('final'))).toBe('终期报送单');
  expect(workbook.sheets.map(({ name }) => name).slice(3)).toEqual(['交表用', '终期报送单']);
  expect(sheetOf(workbook, '交表用').cell(1, 1).value).toBe(unit!.value);
  for (const row of [13, 20, 40]) expect(sheetOf(workbook, '交表用').cell(row, 0).value).toBeNull();
});

test('人自己的表叫这个名称的，不动，另取一个名称', async () => {
  const { host, workbook } = await open({ source: { 中期报送单: [['别人的']] } });
  expect(await host.fill!.putSheet(midterm)).toBe('中期报送单 (2)');
  expect(sheetOf(workbook, '中期报送单').cell(0, 0).value).toBe('别人的');
  expect((await host.read()).snapshot.sheets.map(({ name }) => name)).toEqual(['中期报送单']);
});

test('工作簿结构受保护，或原来那张受保护：不写，说哪一张', async () => {
  const { host, workbook } = await open();
  await host.fill!.putSheet(midterm);
  sheetOf(workbook, '中期报送单').protected = true;
  await expect(host.fill!.putSheet(midterm)).rejects.toMatchObject({ code: 'protected', detail: '中期报送单' });
  workbook.structureProtected = true;
  await expect(host.fill!.putSheet(receipt('final'))).rejects.toMatchObject({ code: 'protected' });
  expect(workbook.sheets).toHaveLength(4);
});

test('做到一半出错：没有留下一张当作数据的表，再做一次就好', async () => {
  for (const number of [1, 2, 3])
    for (const applied of [0, 1, 2, 3, 'all'] as const) {
      const { host, office, workbook } = await open();
      office.host.fault = { number, applied };
      await host.fill!.putSheet(midterm).catch(() => {});
      office.host.fault = null;
      expect((await host.read()).snapshot.sheets, `${number} ${applied}`).toHaveLength(3);
      await host.fill!.putSheet(midterm);
      expect(workbook.sheets.map(({ name }) => name).slice(3)).toEqual(['中期报送单']);
    }
});

test('检查写入、清除标注都不动它；移除评估表连它一起移除', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  await host.fill!.putSheet(midterm);
  const made = contentsOf(workbook).sheets.at(-1);
  await host.apply(await host.read(), secret, planOf);
  await host.clearMarks();
  expect(contentsOf(workbook).sheets.find(({ name }) => name === '中期报送单')).toEqual(made);
  expect((await host.removeSheets()).sheets).toContain('中期报送单');
  expect(contentsOf(workbook).sheets).toEqual(original.sheets);
  expect(workbook.names()).toEqual([]);
});

test('存成文件再读：还是我们的，不在数据里，校验码不变；网页写入不动它', async () => {
  const book = await openWorkbook(bytes, file);
  await openOffice(book, { excelApi: '1.9' });
  const { createExcelHost } = await import('../../addin/host/excel.ts');
  await createExcelHost().fill!.putSheet(midterm);
  const saved = await saveWorkbook(book);
  const read = readFile(file, saved);
  expect(read.own.sheets.map(({ role, mode, name }) => [role, mode, name])).toEqual([
    ['receipt', 'midterm', '中期报送单'],
  ]);
  expect(evaluate(read.snapshot, { mode: 'midterm' }).dataHash).toBe(evaluate(snapshot, { mode: 'midterm' }).dataHash);
  const plan = { ...planOf(none), marks: [] };
  const marked = writeFile(saved, {
    plan: { ...plan, sheets: plan.sheets.map((one) => ({ ...one, mode: 'midterm' })) },
    kept: {},
  });
  const again = readFile(file, marked.bytes).own.sheets;
  expect(again.find(({ role }) => role === 'receipt')?.values).toEqual(read.own.sheets[0]!.values);
});

/** A sheet without the name by which ours are known, beside the others. */
function copied({ name, rows, widths }: PlanSheet): SheetSnapshot {
  const values = rows.map((row) => row.map(({ value }) => value));
  const last = String.fromCharCode(64 + widths.length);
  return { name: `${name} (2)`, visibility: 'Visible', address: `A1:${last}${rows.length}`, values };
}

test('复制出来的、名称丢了的，当作人的表来读，也不当数据：只多一条说它没有读', () => {
  const copy = copied(midterm);
  for (const mode of ['midterm', 'final'] as const) {
    const [alone, beside] = [snapshot, { ...snapshot, sheets: [...snapshot.sheets, copy] }].map((one) =>
      evaluate(one, { mode }),
    );
    expect(beside!.tables).toEqual(alone!.tables);
    const [there, others] = [beside!.findings.filter(({ at }) => at.sheet === copy.name), alone!.findings];
    expect(there.map(({ message }) => message.slice(0, 10))).toEqual(['这一片内容没有读取：']);
    expect(beside!.findings.filter((one) => !there.includes(one))).toEqual(others);
    expect(beside!.indicators).toEqual(alone!.indicators);
    expect(beside!.dataHash).toBe(alone!.dataHash);
  }
});

test('退回修改通知也是我们的表：不算查过、不在数据里，复制出来的也不当数据，移除时一并移除', async () => {
  const own = evaluate(snapshot, { mode: 'midterm' });
  const terms = {
    office: '凤台县民政局',
    commissioner: null,
    day: null,
    resubmitBy: '2020-12-20',
    rectifyBy: null,
    isPublic: false,
  };
  const answer = await answerTo({ about: 'notice', ground: { own, file }, terms, form: 'sheet' });
  if (!('sheet' in answer)) throw new Error('没有写成');
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  await host.fill!.putSheet(midterm);
  expect(await host.fill!.putSheet(answer.sheet)).toBe('中期退回修改通知');
  expect(await host.fill!.putSheet(answer.sheet)).toBe('中期退回修改通知');
  const read = await host.read();
  expect([read.own, read.snapshot.sheets.length]).toEqual([['中期报送单', '中期退回修改通知'], 3]);
  expect((await host.look()).written).toEqual([]);
  expect((await host.removeSheets()).sheets).toEqual(['中期报送单', '中期退回修改通知']);
  expect(contentsOf(workbook).sheets).toEqual(original.sheets);

  const beside = evaluate({ ...snapshot, sheets: [...snapshot.sheets, copied(answer.sheet)] }, { mode: 'midterm' });
  expect(beside.tables).toEqual(own.tables);
  expect(beside.indicators).toEqual(own.indicators);
  expect(beside.dataHash).toBe(own.dataHash);
});

test('一页 A4 竖排，十三张表都在', () => {
  const { width, height } = printable(midterm.page);
  const drawn = midterm.widths.reduce((sum, one) => sum + 6 * one + 4, 0);
  expect(drawn).toBeLessThanOrEqual(width);
  const spans = new Set(midterm.spans);
  const heights = midterm.rows.map((_, at) => (spans.has(at) ? heightOf(midterm, at) : fittedHeight(midterm, at)));
  expect(heights.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.8 * height);
  const names = midterm.rows.map(([, name]) => name!.value);
  for (const id of template.sheets.flatMap(({ anchor }) => anchor.tables))
    expect(names).toContain(sheets.tables.find((table) => table.id === id)!.name);
});
