import { expect, test } from 'vitest';
import { openMemory } from '../../addin/preview/memory.ts';
import { shiftReferences } from '../../addin/preview/references.ts';
import { quoteSheet } from '../../addin/preview/sheet-names.ts';
import { type CellValue, emptyCell } from '../../addin/preview/workbook.ts';
import { parseRange, rangeAddress } from '../../shared/model/addresses.ts';
import { displayText } from '../../shared/model/shown.ts';
import { workbookContract } from './contract.ts';

workbookContract('memory', () => openMemory({ blocks: { Sheet1: [] } }), {
  test,
  equal: (actual, expected) => expect(actual).toEqual(expected),
});

test('merged areas, many at once, leave what stands in their first cells', () => {
  const workbook = openMemory({
    blocks: {
      甲: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    },
  });
  const [sheet] = workbook.sheets;
  const areas = ['B1:C2', 'A2:A3', 'B3:C3'].map((address) => parseRange(address)!);
  sheet!.mergeAll(areas);
  const values: CellValue[][] = [0, 1, 2].map((row) => [0, 1, 2].map((column) => sheet!.cell(row, column).value));
  expect(values).toEqual([
    ['a', 'b', null],
    ['d', null, null],
    [null, 'h', null],
  ]);
  expect(sheet!.merges()).toEqual(areas);
});

test('of merged areas that overlap the later stand', () => {
  const [sheet] = openMemory({ blocks: { 甲: [['a', 'b']] } }).sheets;
  sheet!.mergeAll(['A1:B2', 'A5:B6', 'B2:C5'].map((address) => parseRange(address)!));
  expect(sheet!.merges().map(rangeAddress)).toEqual(['B2:C5']);
});

test.each(['A1', 'B2:C3', 'A:C', '2:5', 'XFD1048576'])('reads and writes the address %s', (address) => {
  expect(rangeAddress(parseRange(address)!)).toBe(address);
});

test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B', 'A1:B2:C3', 'A1,B2', '甲1'])(
  '%j is no address',
  (address) => {
    expect(parseRange(address)).toBeNull();
  },
);

test.each([
  ['花名册', '花名册'],
  ['花 名册', "'花 名册'"],
  ["甲'乙", "'甲''乙'"],
  ['2020年', "'2020年'"],
  ['AB12', "'AB12'"],
  ['R1C1', "'R1C1'"],
])('the sheet %s is written %s', (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
});

test.each([
  ['=A3+B$5', '=A5+B$7'],
  ['=SUM($A$2:A9)', '=SUM($A$2:A11)'],
  ['=SUM(A:A)+SUM(3:4)', '=SUM(A:A)+SUM(5:6)'],
  ['="A3"&A3', '="A3"&A5'],
  ["='乙'!A3+甲!A3", "='乙'!A3+甲!A5"],
  ['=LOG10(A3)', '=LOG10(A5)'],
  ['=ABC_A3+A3', '=ABC_A3+A5'],
])('two rows put before the third turn %s into %s', (before, after) => {
  expect(shiftReferences(before, '甲', '甲', { axis: 'rows', at: 2, count: 2 })).toBe(after);
});

test.each<[CellValue, string, string]>([
  [44165, 'yyyy/m/d', '2020/11/30'],
  [44165, 'yyyy"年"m"月"d"日"', '2020年11月30日'],
  [44165, 'yyyy年m月', '2020年11月'],
  [44165, '[$-804]yyyy-mm-dd;@', '2020-11-30'],
  [44165.75, 'yyyy/m/d h:mm', '2020/11/30 18:00'],
  [0.5, 'mm:ss', '00:00'],
  [61, 'm/d/yyyy', '3/1/1900'],
  [59, 'm/d/yyyy', '2/28/1900'],
  [61.75, 'dddd, mmmm d, yyyy h:mm AM/PM', 'Thursday, March 1, 1900 6:00 PM'],
  [44043.5, 'ddd mmm', 'Fri Jul'],
  [1.5, '[h]:mm:ss', '36:00:00'],
  [0.15996, '0%', '16%'],
  [0.15996, '0.00%', '16.00%'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [1.005, '0.00', '1.01'],
  [-5, '#,##0;[Red]-#,##0', '-5'],
  [-5, '0;(0)', '(5)'],
  [0, '0;-0;"无"', '无'],
  [0.5, '#.##', '.5'],
  [12, '000', '012'],
  [3, '0"人"', '3人'],
  ['甲', '0.00', '甲'],
  ['甲', '@"社区"', '甲社区'],
  [true, 'General', 'TRUE'],
  [{ error: '#N/A' }, 'General', '#N/A'],
  [null, '0.00', ''],
  [1 / 3, 'General', '0.333333333'],
  [340101199001011, 'General', '3.40101E+14'],
  [12345678901, 'General', '12345678901'],
  // Fifteen digits are all that Excel has.
  [Number('340404199001011234'), '0', '340404199001011000'],
  [Number('340404199001011234'), '0.0', '340404199001011000.0'],
  [15, '@', '15'],
])('%j in %s shows as %s', (value, numberFormat, text) => {
  expect(displayText({ ...emptyCell, value, numberFormat }, false)).toBe(text);
});

test('a workbook that counts from 1904 shows the same number four years later', () => {
  const cell = { ...emptyCell, value: 42703, numberFormat: 'yyyy/m/d' };
  expect(displayText(cell, true)).toBe('2020/11/30');
  expect(displayText(cell, false)).toBe('2016/11/29');
});

test('a formula that cannot be calculated keeps the result of its file, and shows an error without one', async () => {
  const workbook = openMemory({ blocks: { 甲: [] } });
  workbook.sheets[0]!.setContents(0, 0, [[{ formula: '=VLOOKUP(1,A:B,2)', value: 9 }, { formula: '=NOW()' }]]);
  await workbook.settled();
  expect(workbook.sheets[0]!.cell(0, 0).value).toBe(9);
  expect(workbook.sheets[0]!.cell(0, 1).value).toEqual({ error: '#NAME?' });
});

test('a new sheet of the name of a deleted one is not what formulas meant', async () => {
  const workbook = openMemory({ blocks: { 甲: [['=乙!A1']], 乙: [[7]] } });
  await workbook.settled();
  workbook.removeSheet(workbook.sheets[1]!);
  workbook.addSheet('乙').setContents(0, 0, [[{ value: 8 }]]);
  await workbook.settled();
  expect(workbook.sheets[0]!.cell(0, 0)).toMatchObject({ formula: '=#REF!', value: { error: '#REF!' } });
});
