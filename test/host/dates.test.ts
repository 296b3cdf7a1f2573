import { expect, test } from 'vitest';
import { countsFrom1904 } from '../../addin/host/dates.ts';

/** 2020-11-30 in the two systems. */
const [from1900, from1904] = [44165, 42703];

test.each([
  ['year first', from1900, 'yyyy/m/d', '2020/11/30', false],
  ['year first, 1904', from1904, 'yyyy/m/d', '2020/11/30', true],
  ['year last', from1904, 'm/d/yyyy', '11/30/2020', true],
  ['in Chinese', from1904, 'yyyy"年"m"月"d"日"', '2020年11月30日', true],
  ['two digits of the year do not tell', from1904, 'yy-m-d', '20-11-30', null],
  ['a year in quotes is no date format', 2020, '0"year"', '2020year', null],
  ['a locale in brackets is none either', 2020, '[$-yy]0', '2016', null],
  ['a plain number', 2020, 'General', '2020', null],
  ['text', '2020/11/30', 'yyyy/m/d', '2020/11/30', null],
])('%s', (_, value, format, text, answer) => expect(countsFrom1904([[value]], [[format]], [[text]])).toBe(answer));

test('the first cell that tells is enough', () => {
  expect(
    countsFrom1904(
      [
        ['日期', 42703],
        ['', 42703],
      ],
      [
        ['@', 'yy/m/d'],
        ['@', 'yyyy/m/d'],
      ],
      [
        ['日期', '20/11/30'],
        ['', '2020/11/30'],
      ],
    ),
  ).toBe(true);
});
