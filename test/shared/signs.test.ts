/** 标注在单元格里显示的符号：不看颜色也分得出，值照原样显示。 */
import { describe, expect, test } from 'vitest';
import { displayText } from '../../shared/model/shown.ts';
import { signedFormat } from '../../shared/model/signs.ts';
import type { Cell, Mark, SheetSnapshot } from '../../shared/model.ts';
import { hasRoom, withSigns } from '../../shared/report/signs.ts';

const shown = (value: string | number, format: string) => {
  const signed = signedFormat('error', format, typeof value === 'number' ? 'number' : 'text');
  return signed === null ? null : displayText({ value, numberFormat: signed }, false);
};

describe('值照原来的样子，前面有符号', () => {
  test.each<[format: string, value: string | number, text: string]>([
    ['General', '张三队', '✗ 张三队'],
    ['General', 12.5, '✗ 12.5'],
    ['General', -3, '✗ -3'],
    ['General', 0, '✗ 0'],
    ['@', '0123', '✗ 0123'],
    ['@', 7, '✗ 7'],
    ['0.00', 1.5, '✗ 1.50'],
    ['0.00', -1.5, '✗ -1.50'],
    ['0.00%', 0.4, '✗ 40.00%'],
    ['#,##0', 1234, '✗ 1,234'],
    ['#,##0;[Red]-#,##0', -1234, '✗ -1,234'],
    ['0;(0);"无"', 0, '✗ 无'],
    ['0;(0);"无"', -2, '✗ (2)'],
    ['0"人"', 5, '✗ 5人'],
    ['"第"0"届;"', 5, '✗ 第5届;'],
    ['0;-0;;@', '有', '✗ 有'],
    ['yyyy/m/d', 44165, '✗ 2020/11/30'],
    ['yyyy"年"m"月"d"日";@', 44165, '✗ 2020年11月30日'],
    ['yyyy"年"m"月"d"日";@', '去年', '✗ 去年'],
    ['[$-804]yyyy"年"m"月"', 44165, '✗ 2020年11月'],
    ['m/d/yyyy', 44165, '✗ 2020/11/30'],
    ['h:mm AM/PM', 0.5, '✗ 12:00 PM'],
    ['[h]:mm', 1.5, '✗ 36:00'],
    ['[$¥-804]#,##0.00', 8, '✗ ¥8.00'],
  ])('%s：%s', (format, value, text) => {
    expect(shown(value, format)).toBe(text);
  });

  test('颜色和语言仍在最前', () => {
    expect(signedFormat('warning', '[Red]0', 'number')).toBe('[Red]"? "0;[Red]"? "-0;[Red]"? "0;"? "@');
    expect(signedFormat('gap', '[$-804]yyyy', 'number')).toBe('[$-804]"△ "yyyy;"△ "-General;[$-804]"△ "yyyy;"△ "@');
    expect(signedFormat('note', '[$€-2] 0', 'number')).toMatch(/^"• "\[\$€-2\] 0;/);
  });

  test('文字的格以后填成数，数照原样，不带符号，窄列也放得下', () => {
    const signed = signedFormat('error', 'General', 'text')!;
    expect(displayText({ value: 12, numberFormat: signed }, false)).toBe('12');
    expect(displayText({ value: -12, numberFormat: signed }, false)).toBe('-12');
  });
});

test.each([
  '[>=60]"及格";"不及格"',
  '[$-F800]dddd, mmmm dd, yyyy',
  '[$-x-sysdate]yyyy',
  'G/通用格式',
  '0;0;0;@;0',
  'ggge"年"',
  '"没有结尾',
  `"${'长'.repeat(100)}"0`,
])('没有把握的不加符号：%s', (format) => {
  expect(signedFormat('error', format, 'number')).toBeNull();
});

describe('一张表的标注', () => {
  const sheet = (values: readonly (readonly Cell[])[], parts: Partial<SheetSnapshot> = {}): SheetSnapshot => ({
    name: '名录',
    visibility: 'Visible',
    address: `B3:${'BCDEFGH'[values[0]!.length - 1]}${values.length + 2}`,
    values,
    numberFormat: values.map((row) => row.map(() => 'General')),
    ...parts,
  });
  const mark = (address: string, level: Mark['level'] = 'error'): Mark => ({ sheet: '名录', address, level });
  const signed = (marks: readonly Mark[], on: SheetSnapshot) =>
    withSigns(marks, on).map(({ address, level, sign }) => `${address} ${level} ${sign ? sign.room : '—'}`);

  test('空的、勾选的、错误值没有符号，文字和数有，数另说要多宽', () => {
    const on = sheet([['甲', 12, null, true, { error: '#REF!' }, '长'.repeat(251)]]);
    expect(signed([mark('B3:G3')], on)).toEqual(['B3 error 0', 'C3 error 5', 'D3:G3 error —']);
  });

  test('合并的格跟着左上角', () => {
    const on = sheet([['甲', null, null]], { merges: ['B3:C3'] });
    expect(signed([mark('B3:D3')], on)).toEqual(['B3:C3 error 0', 'D3 error —']);
  });

  test('没有读的、没有格式的只有颜色', () => {
    expect(signed([mark('B3')], sheet([['甲']], { numberFormat: null }))).toEqual(['B3 error —']);
    expect(signed([mark('K9')], sheet([['甲']]))).toEqual(['K9 error —']);
  });

  test('格式种类很多时，少见的不加符号', () => {
    const on = sheet(
      Array.from({ length: 30 }, (_, at) => [at, at]),
      { numberFormat: Array.from({ length: 30 }, (_, at) => [`0"${'甲'.repeat(at)}"`, 'General']) },
    );
    const formats = new Set(withSigns([mark('B3:C32')], on).map(({ sign }) => sign?.format));
    expect(formats.size).toBe(25);
    expect(formats).toContain('"✗ "General;"✗ "-General;"✗ "General;"✗ "@');
  });

  test('列太窄的数放不下符号，文字不论', () => {
    expect(hasRoom({ format: '', room: 0 }, 0)).toBe(true);
    expect(hasRoom({ format: '', room: 5 }, 48)).toBe(true);
    expect(hasRoom({ format: '', room: 13 }, 60)).toBe(false);
  });
});
