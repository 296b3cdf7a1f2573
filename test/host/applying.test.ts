import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { addressOf } from '../../shared/model/addresses.ts';
import { levelOf } from '../../shared/model/ours.ts';
import type { Mark } from '../../shared/model.ts';
import { colours } from '../../shared/report/looks.ts';
import { allMarked, marked, marks, open, planOf, secret, sheetOf } from './opened.ts';

test('marks exactly the cells of the plan, in four round trips, and leaves the rest as it was', async () => {
  const { host, office, workbook } = await open();
  const basis = await host.read();
  const original = contentsOf(workbook);
  const before = office.host.batches;
  const applied = await host.apply(basis, secret, planOf);
  // Reading twice, writing, and dressing, which Excel may refuse without harm.
  expect(office.host.batches - before).toBe(4);
  expect(applied).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [] });
  expect(marked(workbook)).toEqual(allMarked);

  const now = contentsOf(workbook);
  expect(now.sheets.slice(0, 3).map((sheet) => ({ ...sheet, conditionalFormats: [] }))).toEqual(
    original.sheets.map((sheet) => ({ ...sheet, conditionalFormats: [] })),
  );
  const theirs = now.sheets[0]?.conditionalFormats.filter(({ formula }) => levelOf(formula) === null);
  expect(theirs).toEqual(original.sheets[0]?.conditionalFormats);
  expect(now.active).toBe(original.active);
  expect((await host.read()).secret).toBe(secret);
});

test('marks show above rules of the person that stop the others', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  const rules = sheetOf(workbook, '花名册').conditionalFormats();
  expect(rules.at(-1)?.formula).toBe('=$C3="否"');
  expect(rules.map(({ stopIfTrue }) => stopIfTrue)).toEqual([...rules.slice(1).map(() => false), true]);
  expect(rules.find(({ formula }) => levelOf(formula) === 'error')?.style).toMatchObject({
    fill: colours.error.fill,
    color: colours.error.font,
  });
  expect(rules.find(({ formula }) => levelOf(formula) === 'gap')?.style).toMatchObject({ bold: true });
});

test('marks show a sign in front of what stands there; where nothing does, or no room is, a line around the cell', async () => {
  const { host, workbook } = await open({
    source: { 名录: [['甲队', 12, null, 44165, true, '乙队', 44165]] },
  });
  const sheet = sheetOf(workbook, '名录');
  sheet.setNumberFormat({ top: 0, left: 3, bottom: 0, right: 3 }, 'yyyy/m/d');
  sheet.setNumberFormat({ top: 0, left: 6, bottom: 0, right: 6 }, 'yyyy/m/d');
  sheet.setLines('columns', 6, 6, { size: 100 });
  const before = contentsOf(workbook);
  const one: readonly Mark[] = [{ sheet: '名录', address: 'A1:G1', level: 'error' }];
  await host.apply(await host.read(), secret, (said) => ({ ...planOf(said), marks: one }));
  const rules = sheet.conditionalFormats().map(({ areas, style }) => ({
    cells: areas.map(addressOf).join(),
    sign: style.numberFormat ?? null,
    line: style.top?.style ?? null,
  }));
  expect(rules.sort((a, b) => (a.cells < b.cells ? -1 : 1))).toEqual([
    { cells: 'A1,F1', sign: 'General;-General;General;"✗ "@', line: null },
    { cells: 'B1', sign: '"✗ "General;"✗ "-General;"✗ "General;"✗ "@', line: null },
    // A date needs a wide column.
    { cells: 'C1:E1', sign: null, line: 'Dash' },
    { cells: 'G1', sign: '"✗ "yyyy/m/d;"✗ "-General;"✗ "yyyy/m/d;"✗ "@', line: null },
  ]);
  const read = await host.read();
  expect(read.snapshot.sheets[0]!.numberFormat).toEqual([
    ['General', 'General', 'General', 'yyyy/m/d', 'General', 'General', 'yyyy/m/d'],
  ]);
  await host.clearMarks();
  await host.removeSheets();
  expect(contentsOf(workbook)).toEqual(before);
});

test('names by which our sheets and what is kept are known are hidden', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  // Those of the sheets are Excel's own, of what is filtered and printed.
  const names = workbook.names().filter(({ scope }) => scope === null);
  expect(names.map(({ name }) => name).sort()).toEqual(['_ssld_gaps_final', '_ssld_kept_1', '_ssld_summary_final']);
  expect(names.filter(({ visible }) => visible)).toEqual([]);
});

test('writing twice gives the same workbook as writing once', async () => {
  const { host, workbook } = await open();
  const basis = await host.read();
  await host.apply(basis, secret, planOf);
  const once = contentsOf(workbook);
  await host.apply(basis, secret, planOf);
  expect(contentsOf(workbook)).toEqual(once);
  await host.apply(await host.read(), secret, planOf);
  expect(contentsOf(workbook)).toEqual(once);
});

test('a shorter list leaves nothing of the longer one', async () => {
  const long = await open();
  const basis = await long.host.read();
  await long.host.apply(basis, secret, (said) => planOf(said, { keys: Array.from({ length: 40 }, (_, i) => `k${i}`) }));
  await long.host.apply(basis, secret, planOf);
  const short = await open();
  await short.host.apply(await short.host.read(), secret, planOf);
  expect(contentsOf(long.workbook)).toEqual(contentsOf(short.workbook));
});

test('text stays text, numbers stay numbers, links are formulas that follow', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, (said) => planOf(said, { problem: '=HYPERLINK("http://x")' }));
  const gaps = sheetOf(workbook, '差距清单');
  expect(gaps.cell(2, 0)).toMatchObject({ value: '=HYPERLINK("http://x")', formula: null, numberFormat: '@' });
  expect(gaps.cell(2, 1)).toMatchObject({
    value: '组织"甲"!B2',
    formula: `=HYPERLINK("#"&CELL("address",'组织''录'!B2),"组织""甲""!B2")`,
  });
  const summary = sheetOf(workbook, '评估摘要');
  expect(summary.cell(1, 0)).toMatchObject({ value: '2020-11-30', formula: null });
  expect(summary.cell(1, 1)).toMatchObject({ value: 0.3, numberFormat: '0.00%' });

  sheetOf(workbook, "组织'录").insertLines('rows', 0, 3);
  await workbook.settled();
  expect(gaps.cell(2, 1).formula).toContain("'组织''录'!B5");
});

test.each(['=1+1', '+2', '-3', '@x', "'引号", '0012', '1/2', '#REF!'])('%j is written as typed', async (problem) => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, (said) => planOf(said, { problem }));
  expect(sheetOf(workbook, '差距清单').cell(2, 0)).toMatchObject({ value: problem, formula: null });
});

test('our sheets look like sheets of ours', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  expect(gaps.merges()).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
  expect(gaps.frozen.rows).toBe(2);
  expect(gaps.showGridlines).toBe(false);
  expect(gaps.lines('columns').get(3)?.hidden).toBe(true);
  expect(gaps.cell(1, 0).style).toMatchObject({ fill: '#1F4E79', color: '#FFFFFF', bold: true, wrap: true });
  expect(gaps.cell(2, 2)).toMatchObject({ numberFormat: '@', style: { fill: '#FFFFE5' } });
  expect(sheetOf(workbook, '评估摘要').lines('rows').get(0)?.size).toBeGreaterThan(20);
});

test('what a person wrote survives, and goes under 已消除 with its finding', async () => {
  const { host, workbook } = await open();
  const basis = await host.read();
  await host.apply(basis, secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  workbook.byPerson(() => gaps.setContents(2, 2, [[{ value: ' 已核实 ' }]]));
  await host.apply(basis, secret, planOf);
  expect(gaps.cell(2, 2).value).toBe(' 已核实 ');
  await host.apply(basis, secret, (said) => planOf(said, { keys: ['k2'] }));
  expect(gaps.cell(2, 3).value).toBe('k2');
  expect(gaps.cell(3, 0).value).toBe('已消除');
  expect(gaps.cell(4, 2).value).toBe(' 已核实 ');
  await host.apply(basis, secret, planOf);
  expect(gaps.cell(2, 2).value).toBe(' 已核实 ');
  expect(gaps.cell(4, 0).value).toBe(null);
});

test('notes beside our columns, the position and the name that the person gave stay', async () => {
  const { host, workbook } = await open();
  const basis = await host.read();
  await host.apply(basis, secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  workbook.byPerson(() => {
    gaps.setContents(2, 5, [[{ value: '我的批注' }]]);
    gaps.name = '整改清单';
    workbook.moveSheet(gaps, 0);
  });
  const applied = await host.apply(basis, secret, planOf);
  expect(applied.sheets).toEqual(['整改清单', '评估摘要']);
  expect(gaps.cell(2, 5).value).toBe('我的批注');
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['整改清单', '花名册', "组织'录", '空表', '评估摘要']);
});

test("a person's own sheet of the same name is data, and stays", async () => {
  const { host, workbook } = await open();
  workbook.addSheet('差距清单').setContents(0, 0, [[{ value: '我们自己的清单' }]]);
  const basis = await host.read();
  expect(basis.snapshot.sheets.map(({ name }) => name)).toContain('差距清单');
  const applied = await host.apply(basis, secret, planOf);
  expect(applied.sheets).toEqual(['差距清单 (2)', '评估摘要']);
  expect(sheetOf(workbook, '差距清单').cell(0, 0).value).toBe('我们自己的清单');
  expect((await host.read()).snapshot.sheets.map(({ name }) => name)).not.toContain('差距清单 (2)');
});

test('protected sheets are left out by name, the others written', async () => {
  const { host, workbook } = await open();
  sheetOf(workbook, '花名册').protected = true;
  const original = contentsOf(workbook).sheets[0];
  const applied = await host.apply(await host.read(), secret, planOf);
  expect(applied).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: ['花名册'] });
  expect(contentsOf(workbook).sheets[0]).toEqual(original);
  expect(marked(workbook)).toEqual(allMarked.filter((each) => !each.startsWith('花名册')));
});

test('a protected structure still lets cells be marked', async () => {
  const { host, workbook } = await open();
  workbook.structureProtected = true;
  const applied = await host.apply(await host.read(), secret, planOf);
  expect(applied).toEqual({ sheets: [], skipped: ['差距清单', '评估摘要'] });
  expect(marked(workbook)).toEqual(allMarked);
});

test('all of it protected', async () => {
  const { host, workbook } = await open();
  workbook.structureProtected = true;
  for (const sheet of workbook.sheets) sheet.protected = true;
  const basis = await host.read();
  const original = contentsOf(workbook);
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({
    code: 'protected',
    detail: "花名册、组织'录、差距清单、评估摘要",
  });
  expect(contentsOf(workbook)).toEqual(original);
});

test('thousands of marks take no more round trips', async () => {
  const rows = Array.from({ length: 6000 }, (_, index) => [index, '甲', '乙']);
  const { host, office, workbook } = await open({ source: { 花名册: rows } });
  const basis = await host.read();
  const many = rows.flatMap((_, row) =>
    row % 2 === 0 ? [{ sheet: '花名册', address: `${'ABC'[row % 3]}${row + 1}`, level: 'error' as const }] : [],
  );
  const before = office.host.batches;
  await host.apply(basis, secret, (said) => ({ ...planOf(said), marks: many }));
  // Reading twice, writing, and dressing, which Excel may refuse without harm.
  expect(office.host.batches - before).toBe(4);
  expect(marked(workbook)).toEqual(many.map(({ address }) => `花名册!${address} error`).sort());
});

test('a list above 4 MB goes in more pieces, one for each further 4 MB', async () => {
  const { host, office, workbook } = await open();
  const keys = Array.from({ length: 6000 }, (_, index) => `key-${index}`);
  const problem = '统一社会信用代码的校验位与前十七位不符，请核对登记证书后改正。'.repeat(10);
  const basis = await host.read();
  const before = office.host.batches;
  await host.apply(basis, secret, (said) => planOf(said, { keys, problem }));
  const written = new TextEncoder().encode(problem).length * keys.length;
  const further = Math.floor(written / 4 / 1024 ** 2);
  expect(further).toBeGreaterThanOrEqual(1);
  expect(office.host.batches - before).toBeLessThanOrEqual(4 + further);
  expect(sheetOf(workbook, '差距清单').cell(6001, 3).value).toBe('key-5999');
});

test('such a list is written again, with what people wrote into it', async () => {
  const { host, workbook } = await open();
  const keys = Array.from({ length: 6000 }, (_, index) => `key-${index}`);
  const problem = '统一社会信用代码的校验位与前十七位不符，请核对登记证书后改正。'.repeat(10);
  const write = async () => host.apply(await host.read(), secret, (said) => planOf(said, { keys, problem }));
  await write();
  const gaps = sheetOf(workbook, '差距清单');
  gaps.setContents(6001, 2, [[{ value: '已核实' }]]);
  await write();
  expect([2, 3].map((column) => gaps.cell(6001, column).value)).toEqual(['已核实', 'key-5999']);
});

test('with ExcelApi 1.9 and nothing more', async () => {
  const { host, workbook } = await open({ excelApi: '1.9' });
  await host.apply(await host.read(), secret, planOf);
  expect(marked(workbook)).toEqual(allMarked);
  expect(marks.length).toBe(6);
});
