/** Sheets to be filled in, written as a file and read back: by us, by another program, and as XML. */
import { readXlsx } from 'hucre';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import { readFile } from '../../../shared/files/read.ts';
import type { FormSheet, PlanCell } from '../../../shared/model.ts';
import { partsOf, textOf } from './packages.ts';

const cell = (value: PlanCell['value'], style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

/** A list of two columns with its total, an example line and three spare rows. */
const form: FormSheet = {
  name: '社工服务项目',
  widths: [24, 14, 14],
  rows: [
    [cell('社工服务项目表', 'title'), cell(null), cell(null)],
    [cell('项目名称', 'heading'), cell('金额（万元）', 'heading'), cell('开始日期', 'heading')],
    [cell('合计', 'total'), { value: 0, style: 'total', formula: 'SUM(B4:B7)' }, cell(null)],
    [cell('示例：一老一小', 'example'), cell('3.5', 'example'), cell('2020-07-01', 'example')],
  ],
  spans: [0],
  frozenRows: 2,
  page: { orientation: 'landscape', repeated: [1, 1] },
  filterRow: null,
  anchor: { policy: 'huainan-2020', kind: 'urban', version: 3, tables: ['W05', 'W06'] },
  formats: [
    { area: 'A5:A7', format: '@' },
    { area: 'C5:C7', format: 'yyyy-mm-dd' },
  ],
  validations: [
    {
      area: 'A5:A7,A9',
      rule: { kind: 'list', values: ['一老一小', '其他"服务"'] },
      prompt: { title: '项目名称', text: '写全称。\n如：“一老一小” & 其他' },
      alert: { title: '没有这一项', text: '请选一项。', style: 'warning' },
    },
    {
      area: 'B5:B7',
      rule: { kind: 'decimal', least: 0, most: null },
      prompt: null,
      alert: { title: '金额', text: '填数，以万元计。', style: 'stop' },
    },
    {
      area: 'C5:C7',
      rule: { kind: 'date', from: '2020-06-01', to: '2021-05-31' },
      prompt: { title: '开始日期', text: '如 2020-7-1' },
      alert: null,
    },
    { area: 'D5', rule: { kind: 'length', exactly: 18 }, prompt: null, alert: null },
    { area: 'D6', rule: { kind: 'whole', least: 1, most: 9 }, prompt: null, alert: null },
    { area: 'D7', rule: { kind: 'custom', formula: 'C5>=B5' }, prompt: null, alert: null },
    { area: 'D8', rule: { kind: 'any' }, prompt: { title: '备注', text: '可以不填' }, alert: null },
  ],
  conditions: [
    { area: 'A5:A7', formula: 'AND(A5="",B5<>"")', look: 'error' },
    { area: 'C5:C7', formula: 'C5>D5', look: 'warning' },
  ],
};

const bytes = newFile([form]);
const sheetText = textOf(bytes, 'xl/worksheets/sheet1.xml');
const dom = (text: string) => new new JSDOM().window.DOMParser().parseFromString(text, 'application/xml');
const validations = [...dom(sheetText).querySelectorAll('dataValidation')];
const formulasOf = (element: Element | undefined) => [...element!.children].map((each) => each.textContent);

test('再打开：空着的、公式算出的都照写的读，认得出是填报表', () => {
  const { snapshot, templates, notices } = readFile('填报表.xlsx', bytes);
  expect(notices).toEqual([]);
  expect(snapshot.sheets[0]!.values.slice(0, 4)).toEqual(form.rows.map((row) => row.map(({ value }) => value)));
  expect(templates).toEqual([{ sheet: '社工服务项目', anchor: form.anchor }]);
});

test('另一个程序读得出下拉、提示和红格的条件', async () => {
  const { sheets } = await readXlsx(bytes);
  const { dataValidations, conditionalRules } = sheets[0]!;
  expect(dataValidations?.map(({ type }) => type)).toContain('list');
  expect(dataValidations?.[0]).toMatchObject({ inputTitle: '项目名称', errorStyle: 'warning' });
  expect(conditionalRules?.map(({ formula }) => formula)).toEqual(['AND(A5="",B5<>"")', 'C5>D5']);
});

test('每个部件都是合格的 XML', () => {
  for (const [path, text] of partsOf(bytes)) expect(dom(text).querySelector('parsererror'), path).toBeNull();
});

test('下拉、数、日期、字数、公式：照 Excel 的写法', () => {
  expect(
    validations.map((each) => [each.getAttribute('type'), each.getAttribute('operator'), ...formulasOf(each)]),
  ).toEqual([
    ['list', null, '"一老一小,其他""服务"""'],
    ['decimal', 'greaterThanOrEqual', '0'],
    ['date', null, 'DATE(2020,6,1)', 'DATE(2021,5,31)'],
    ['textLength', 'equal', '18'],
    ['whole', null, '1', '9'],
    ['custom', null, 'C5>=B5'],
    [null, null],
  ]);
});

test('提示分行，几处地方用空格隔开；只提醒的可以照填', () => {
  const [first, second, third] = validations;
  expect(first!.getAttribute('sqref')).toBe('A5:A7 A9');
  expect(first!.getAttribute('prompt')).toBe('写全称。\n如：“一老一小” & 其他');
  expect([first, second].map((each) => each!.getAttribute('errorStyle'))).toEqual(['warning', null]);
  expect([first, second, third].map((each) => each!.getAttribute('showErrorMessage'))).toEqual(['1', '1', null]);
  expect([first, second].map((each) => each!.getAttribute('showInputMessage'))).toEqual(['1', null]);
});

test('备用的行只有格式：证号是文字，日期是日期，没有线也没有底色', () => {
  const styles = dom(textOf(bytes, 'xl/styles.xml'));
  const xfs = [...styles.querySelectorAll('cellXfs > xf')];
  const codes = new Map(
    [...styles.querySelectorAll('numFmt')].map((each) => [
      each.getAttribute('numFmtId'),
      each.getAttribute('formatCode'),
    ]),
  );
  const spare = [...dom(sheetText).querySelectorAll('row[r="5"] > c')];
  const looks = spare.map((each) => xfs[Number(each.getAttribute('s'))]!);
  expect(spare.map((each) => [each.getAttribute('r'), each.innerHTML])).toEqual([
    ['A5', ''],
    ['B5', ''],
    ['C5', ''],
  ]);
  expect(looks.map((xf) => codes.get(xf.getAttribute('numFmtId')) ?? xf.getAttribute('numFmtId'))).toEqual([
    '49',
    '0',
    'yyyy-mm-dd',
  ]);
  expect(looks.map((xf) => [xf.getAttribute('borderId'), xf.getAttribute('fillId')])).toEqual(
    Array(3).fill(['0', '0']),
  );
});

test('表比工作表窄的，线画到表的右边为止', () => {
  const narrow = newFile([{ ...form, rows: [[cell('名称', 'heading'), cell(null, 'entry'), cell(null)]], spans: [] }]);
  const xfs = [...dom(textOf(narrow, 'xl/styles.xml')).querySelectorAll('cellXfs > xf')];
  const cells = [...dom(textOf(narrow, 'xl/worksheets/sheet1.xml')).querySelectorAll('row[r="1"] > c')];
  expect(cells.map((each) => xfs[Number(each.getAttribute('s'))]!.getAttribute('borderId'))).toEqual(['1', '1', '0']);
  const blank = [cell(null, 'entry'), cell(null), cell(null)];
  const rows = newFile([{ ...form, rows: [blank, [cell(null), cell(null), cell(null)]], spans: [] }]);
  const looks = [...dom(textOf(rows, 'xl/styles.xml')).querySelectorAll('cellXfs > xf')];
  const lined = (row: number) =>
    [...dom(textOf(rows, 'xl/worksheets/sheet1.xml')).querySelectorAll(`row[r="${row}"] > c`)].map((each) =>
      looks[Number(each.getAttribute('s'))]!.getAttribute('borderId'),
    );
  expect([lined(1), lined(2)]).toEqual([
    ['1', '0', '0'],
    ['0', '0', '0'],
  ]);
});

test('合计是公式，空表时为零；没有说格式的空格收数', () => {
  expect(sheetText).toMatch(/<c r="B3" s="\d+"><f>SUM\(B4:B7\)<\/f><v>0<\/v><\/c>/);
  const general = newFile([{ ...form, rows: [[cell(null), cell(null), cell(null)]], spans: [], formats: [] }]);
  const styles = dom(textOf(general, 'xl/styles.xml'));
  expect([...styles.querySelectorAll('cellXfs > xf')].map((xf) => xf.getAttribute('numFmtId'))).not.toContain('49');
});

test('记号是这张表自己的，隐藏，是一段文字：复制到别处不带出别的', () => {
  expect(textOf(bytes, 'xl/workbook.xml')).toContain(
    '<definedName name="_ssld_template" localSheetId="0" hidden="1">&quot;huainan-2020/urban/3/W05+W06&quot;</definedName>',
  );
});

test('填写时看得见格线；往下接着填的，打印也有', () => {
  expect(textOf(newFile([{ ...form, formats: [] }]), 'xl/worksheets/sheet1.xml')).not.toContain('gridLines');
  expect(sheetText).toContain('<printOptions horizontalCentered="1" gridLines="1"/>');
  expect(sheetText).not.toContain('showGridLines="0"');
});

test('同样的填报表，字节相同', () => {
  expect(newFile([form])).toEqual(bytes);
});
