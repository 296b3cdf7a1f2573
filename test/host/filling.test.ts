import { expect, test } from 'vitest';
import { Failure } from '../../addin/preview/batch/failures.ts';
import { contentsOf, sheetContents } from '../../addin/preview/contents.ts';
import type { Sheet, Workbook } from '../../addin/preview/workbook.ts';
import { anchorName } from '../../shared/model/anchors.ts';
import { form, forms } from '../form-sheets.ts';
import { marked, open, planOf, secret, sheetOf, contentsOf as unordered } from './opened.ts';

const blank = { 空表: [] };
const wholeness = (workbook: Workbook) => (sheet: Sheet) => ({
  ...sheetContents(sheet),
  names: workbook.names().flatMap(({ scope, ...name }) => (scope === sheet.id ? name : [])),
});
const theirs = (workbook: Workbook) => contentsOf(workbook).sheets.filter(({ name }) => !name.startsWith('名录'));

test('两张填报表加在本人的表后面，前面一张到前面来；三次往返，1.9 够用', async () => {
  const { host, office, workbook } = await open({ excelApi: '1.9' });
  const before = contentsOf(workbook).sheets;
  expect(await host.fill!.addSheets(forms)).toEqual(['名录', '名录表']);
  expect(office.host.batches).toBe(3);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表', '名录', '名录表']);
  expect(workbook.active.name).toBe('名录');
  expect(contentsOf(workbook).sheets.slice(0, 3)).toEqual(before);
});

test('表里写了什么：标题、表头、合计、示例，文字照文字', async () => {
  const { host, workbook } = await open({ source: blank });
  await host.fill!.addSheets([form]);
  await workbook.settled();
  const sheet = sheetOf(workbook, '名录');
  const rows = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => sheet.cell(row, column).value));
  expect(rows).toEqual([
    ['社区社会组织名录', null, null, null],
    ['序号', '名称', '登记日期', '金额（万元）'],
    ['合计', null, null, 0],
    ['示例', '=张某某合唱队', '2020-05-01', '3.5'],
  ]);
  expect(sheet.cell(2, 3).formula).toBe('=SUM(D4:D9)');
  expect(sheet.merges()).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
  expect(sheet.frozen).toEqual({ rows: 2, columns: 0 });
  // Typed below the example line, a figure is summed up; the example never was.
  sheet.setContents(4, 3, [[{ value: 12 }]]);
  await workbook.settled();
  expect(sheet.cell(2, 3).value).toBe(12);
});

test('预留的行：格式在，没有边框和底色', async () => {
  const { host, workbook } = await open({ source: blank });
  await host.fill!.addSheets([form]);
  const sheet = sheetOf(workbook, '名录');
  const spare = [1, 2, 3].map((column) => sheet.cell(8, column));
  expect(spare.map(({ numberFormat }) => numberFormat)).toEqual(['@', 'yyyy-mm-dd', 'General']);
  for (const { style } of spare) expect(style).toEqual({ wrap: true, vertical: 'Top' });
});

test('下拉、提示、出错警告，各在自己的一栏', async () => {
  const { host, workbook } = await open({ source: blank });
  await host.fill!.addSheets([form]);
  const told = sheetOf(workbook, '名录').dataValidations();
  expect(told.map(({ type, rule }) => [type, rule])).toEqual([
    ['List', { list: { inCellDropDown: true, source: '登记,备案' } }],
    ['Date', { date: { operator: 'Between', formula1: '=DATE(2000,1,1)', formula2: '=DATE(2021,5,31)' } }],
    ['Decimal', { decimal: { operator: 'GreaterThanOrEqualTo', formula1: 0 } }],
    ['TextLength', { textLength: { operator: 'EqualTo', formula1: 18 } }],
    ['WholeNumber', { wholeNumber: { operator: 'Between', formula1: 1, formula2: 9 } }],
    ['Custom', { custom: { formula: '=COUNTIF(B4:B9,B4)=1' } }],
    ['None', {}],
  ]);
  const [list, date, decimal] = told;
  expect(list!.areas).toEqual([
    { top: 3, left: 1, bottom: 8, right: 1 },
    { top: 10, left: 1, bottom: 11, right: 1 },
  ]);
  expect(list).toMatchObject({
    ignoreBlanks: true,
    prompt: { title: '管理方式', message: '从下拉中选一项。', show: true },
    alert: { title: '', message: '', show: false },
  });
  expect(date!.alert).toEqual({ title: '登记日期', message: '请写成 2020-05-01。', style: 'Stop', show: true });
  expect(decimal).toMatchObject({ prompt: null, alert: { style: 'Warning', show: true } });
});

test('填错就红：条件格式的先后照模型，不当作本系统的标注', async () => {
  const { host, workbook } = await open({ source: blank });
  await host.fill!.addSheets([form]);
  const rules = sheetOf(workbook, '名录').conditionalFormats();
  expect(rules.map(({ formula, areas, style }) => [formula, areas.length, style.fill])).toEqual([
    ['=AND($B4<>"",$C4="")', 1, '#FFC7CE'],
    ['=LEN($B4)>10', 1, '#FCE4D6'],
  ]);
  expect(marked(workbook)).toEqual([]);
});

test('填报表认得出来：隐藏名称在表上，读的时候不多一次往返', async () => {
  const { host, office, workbook } = await open();
  const { length: alone } = (await host.read()).templates;
  expect([alone, office.host.batches]).toEqual([0, 3]);
  await host.fill!.addSheets(forms);
  const before = office.host.batches;
  const { templates } = await host.read();
  expect(office.host.batches - before).toBe(3);
  expect(templates).toEqual(forms.map(({ name, anchor }) => ({ sheet: name, anchor })));
  const names = workbook.names().filter(({ name }) => name === anchorName);
  expect(names.map(({ visible, scope }) => [visible, scope])).toEqual([
    [false, sheetOf(workbook, '名录').id],
    [false, sheetOf(workbook, '名录表').id],
  ]);
});

test('另一个工作簿在前面、问不到表上的名称（#6365）：照样读，只是认不出填报表', async () => {
  const { host, office } = await open();
  await host.fill!.addSheets(forms);
  office.host.forbid = (member) => (member === 'Worksheet.names' ? new Failure('InvalidSelection', '') : null);
  const { snapshot, templates } = await host.read();
  expect(snapshot.sheets).toHaveLength(5);
  expect(templates).toEqual([]);
});

test('同名的表已有，大小写不论：另取一个名称；再加一份也是', async () => {
  const { host, workbook } = await open({ source: { 名录: [['别人的']], abc: [] } });
  const first = await host.fill!.addSheets([form, { ...form, name: 'ABC' }]);
  expect(first).toEqual(['名录 (2)', 'ABC (2)']);
  expect(await host.fill!.addSheets([form])).toEqual(['名录 (3)']);
  expect(sheetOf(workbook, '名录').cell(0, 0).value).toBe('别人的');
  expect((await host.read()).templates.map(({ sheet }) => sheet)).toEqual(['名录 (2)', 'ABC (2)', '名录 (3)']);
});

test('只有一张空表的新工作簿：空表还在', async () => {
  const { host, workbook } = await open({ source: { Sheet1: [] } });
  await host.fill!.addSheets([form]);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '名录']);
});

test('工作簿结构受保护：不加，什么也没动', async () => {
  const { host, workbook } = await open();
  workbook.structureProtected = true;
  const before = contentsOf(workbook);
  await expect(host.fill!.addSheets(forms)).rejects.toMatchObject({ code: 'protected' });
  expect(contentsOf(workbook)).toEqual(before);
});

test('加到一半出错：要么一张也没有，要么张张完整；本人的表不动', async () => {
  const { host, office, workbook } = await open();
  const before = unordered(workbook);
  await host.fill!.addSheets(forms);
  const whole = workbook.sheets.slice(3).map(wholeness(workbook));
  const addAgain = async (number: number, applied: number | 'all') => {
    for (const sheet of workbook.sheets.slice(3)) workbook.removeSheet(sheet);
    office.host.fault = { number: office.host.batches + number, applied };
    const added = await host.fill!.addSheets(forms).catch(() => []);
    expect(workbook.sheets.slice(3).map(wholeness(workbook)), `${number}, ${applied}`).toEqual(
      added.length > 0 ? whole : [],
    );
    expect(contentsOf(workbook).sheets.slice(0, 3)).toEqual(before.sheets);
    return office.host.fault === null;
  };
  let struck = 0;
  for (const number of [1, 2, 3]) {
    // What is for the eye takes long: not at each of its steps.
    const step = number === 3 ? 7 : 1;
    for (let applied = 0; await addAgain(number, applied); applied += step) struck += 1;
    await addAgain(number, 'all');
  }
  expect(struck).toBeGreaterThan(40);
}, 30_000);

test('加到一半出错，这时有人新建了同名的表：那一张不删', async () => {
  const { host, office, workbook } = await open();
  office.host.beforeBatch = (number) => {
    if (number === 2) workbook.addSheet('名录').setContents(0, 0, [[{ value: '别人的' }]]);
  };
  await expect(host.fill!.addSheets(forms)).rejects.toMatchObject({ name: 'HostError' });
  expect(sheetOf(workbook, '名录').cell(0, 0).value).toBe('别人的');
  expect(workbook.sheets).toHaveLength(4);
});

test.each(['WorksheetFreezePanes.freezeRows', 'PageLayout.paperSize', 'RangeBorder.color', 'Worksheet.activate'])(
  '%s 被拒绝：只少了样子，内容和规则都在',
  async (refused) => {
    const { host, office, workbook } = await open();
    office.host.refuse = (operation) => (operation === refused ? 'GeneralException' : null);
    expect(await host.fill!.addSheets([form])).toEqual(['名录']);
    const sheet = sheetOf(workbook, '名录');
    expect(sheet.dataValidations()).toHaveLength(7);
    expect(sheet.cell(0, 0).style.fontSize).toBe(16);
    expect(sheet.tabColor).not.toBe('');
  },
);

test('标注与填报表自己的条件格式并存：清除标注、删除清单，填报表都还在', async () => {
  const { host, workbook } = await open();
  await host.fill!.addSheets([form]);
  sheetOf(workbook, '名录').setContents(4, 1, [[{ value: '锦湖社区合唱队' }]]);
  await workbook.settled();
  const before = unordered(workbook);
  const plan = (said: Parameters<typeof planOf>[0]) => {
    const made = planOf(said);
    return { ...made, marks: [...made.marks, { sheet: '名录', address: 'B5', level: 'error' as const }] };
  };
  await host.apply(await host.read(), secret, plan);
  expect(marked(workbook)).toContain('名录!B5 error');
  // On top, so that it is seen.
  expect(
    sheetOf(workbook, '名录')
      .conditionalFormats()
      .map(({ formula }) => formula),
  ).toEqual(['="_ssld_error"<>""', '=AND($B4<>"",$C4="")', '=LEN($B4)>10']);
  await host.clearMarks();
  await host.removeSheets();
  expect(unordered(workbook)).toEqual(before);
  expect((await host.read()).templates).toHaveLength(1);
});

test.each([
  ['文字', '备案', 'General', { value: '备案' }],
  ['像公式的文字', '=1+1', 'General', { value: '=1+1', formula: null }],
  ['前面有零的编号', '0012', 'General', { value: '0012' }],
  ['像日期的编号', '3-1', 'General', { value: '3-1' }],
  ['像真假值的文字', 'true', 'General', { value: 'true' }],
  ['文本格式里的编号', '0012', '@', { value: '0012', numberFormat: '@' }],
  ['数', 12.5, '0.00', { value: 12.5, numberFormat: '0.00' }],
  ['日期，日期格式', '2020-11-30', 'yyyy-mm-dd', { value: 44165, numberFormat: 'yyyy-mm-dd' }],
  ['日期，常规格式', '2020-11-30', 'General', { value: 44165, numberFormat: 'm/d/yyyy' }],
  ['日期，文本格式', '2020-11-30', '@', { value: '2020-11-30', numberFormat: '@' }],
  ['没有这一天', '2020-02-30', 'General', { value: '2020-02-30' }],
])('填进一格：%s', async (_, value, numberFormat, cell) => {
  const { host, office, workbook } = await open({ excelApi: '1.9', source: { 名录: [['名称'], ['旧的']] } });
  const sheet = sheetOf(workbook, '名录');
  sheet.setNumberFormat({ top: 1, left: 0, bottom: 1, right: 0 }, numberFormat);
  sheet.setStyle({ top: 1, left: 0, bottom: 1, right: 0 }, { fill: '#FFFF00' });
  await host.fill!.put([{ place: { sheet: '名录', address: 'A2' }, value }]);
  expect(office.host.batches).toBe(2);
  expect(sheet.cell(1, 0)).toMatchObject({ ...cell, style: { fill: '#FFFF00' } });
});

test('从 1904 年起算的工作簿：填进去的还是那一天', async () => {
  const { host, workbook } = await open({ source: { 名录: [['日期']] } });
  workbook.date1904 = true;
  await host.fill!.put([{ place: { sheet: '名录', address: 'A2' }, value: '2020-11-30' }]);
  expect(sheetOf(workbook, '名录').cell(1, 0).value).toBe(44165 - 1462);
});

test('填进合并的单元格：写在左上角', async () => {
  const { host, workbook } = await open({ source: { 名录: [['名称'], [null]] } });
  const sheet = sheetOf(workbook, '名录');
  sheet.merge({ top: 1, left: 0, bottom: 2, right: 1 });
  await host.fill!.put([{ place: { sheet: '名录', address: 'A2:B3' }, value: '备案' }]);
  expect(sheet.cell(1, 0).value).toBe('备案');
});

test('一次填几格，别的都不动：格式、下拉、批注、标注', async () => {
  const { host, workbook } = await open();
  const before = theirs(workbook);
  await host.fill!.put([
    { place: { sheet: '花名册', address: 'B4' }, value: '李某某' },
    { place: { sheet: "组织'录", address: 'B3' }, value: '5234' },
  ]);
  const after = theirs(workbook);
  expect(sheetOf(workbook, '花名册').cell(3, 1).value).toBe('李某某');
  expect(sheetOf(workbook, "组织'录").cell(2, 1).value).toBe('5234');
  expect(after.map(({ cells: _, ...rest }) => rest)).toEqual(before.map(({ cells: _, ...rest }) => rest));
  const changed = after.flatMap(({ cells }, at) =>
    cells.filter((cell) => !before[at]!.cells.some((one) => JSON.stringify(one) === JSON.stringify(cell))),
  );
  expect(changed.map(({ value }) => value)).toEqual(['李某某', '5234']);
});

test('受保护的表：锁着的一格不写，一格也不写；没锁的可以写', async () => {
  const { host, workbook } = await open();
  const roster = sheetOf(workbook, '花名册');
  roster.setStyle({ top: 3, left: 1, bottom: 3, right: 1 }, { locked: false });
  roster.protected = true;
  const free = { place: { sheet: '花名册', address: 'B4' }, value: '李某某' };
  const other = { place: { sheet: "组织'录", address: 'B3' }, value: '5234' };
  const locked = { place: { sheet: '花名册', address: 'B5' }, value: '王某某' };
  await expect(host.fill!.put([other, free, locked])).rejects.toMatchObject({ code: 'protected', detail: '花名册' });
  expect(sheetOf(workbook, "组织'录").cell(2, 1).value).toBe(null);
  await host.fill!.put([free]);
  expect(roster.cell(3, 1).value).toBe('李某某');
});

test('说过那里是什么、现在不是了：一格也不写', async () => {
  const { host, workbook } = await open();
  const roster = sheetOf(workbook, '花名册');
  const before = roster.cell(3, 1).value;
  const at = { sheet: '花名册', address: 'B4' };
  const other = { place: { sheet: "组织'录", address: 'B3' }, value: '5234' };
  await expect(host.fill!.put([other, { place: at, value: '姓名', was: null }])).rejects.toMatchObject({
    code: 'changed',
  });
  expect([roster.cell(3, 1).value, sheetOf(workbook, "组织'录").cell(2, 1).value]).toEqual([before, null]);
  await host.fill!.put([{ place: at, value: '姓名', was: before }]);
  expect(roster.cell(3, 1).value).toBe('姓名');
});

test('表已经删了：不写', async () => {
  const { host, workbook } = await open();
  const other = { place: { sheet: "组织'录", address: 'B3' }, value: '5234' };
  const gone = { place: { sheet: '没有这张', address: 'A1' }, value: '一' };
  await expect(host.fill!.put([other, gone])).rejects.toMatchObject({ code: 'gone' });
  expect(sheetOf(workbook, "组织'录").cell(2, 1).value).toBe(null);
});
