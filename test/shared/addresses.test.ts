import { expect, test } from 'vitest';
import {
  addressOf,
  columnIndex,
  columnName,
  cornersOf,
  isColumn,
  isRow,
  parseAddress,
  parseRange,
  rangeAddress,
} from '../../shared/model/addresses.ts';

test.each([
  ['A1', { top: 0, left: 0, bottom: 0, right: 0 }],
  ['$B$3:AD19', { top: 2, left: 1, bottom: 18, right: 29 }],
  ['XFD1048576', { top: 1048575, left: 16383, bottom: 1048575, right: 16383 }],
])('%s', (address, area) => {
  expect(parseAddress(address)).toEqual(area);
  expect(addressOf(area)).toBe(address.replaceAll('$', ''));
});

test('corners in any order', () => expect(parseAddress('C9:A2')).toEqual(parseAddress('A2:C9')));

test('corners as they are written', () => expect(cornersOf('C9:A2')).toEqual({ top: 8, left: 2, bottom: 1, right: 0 }));

test('noughts before a row', () => expect(parseAddress('A01:$B$002')).toEqual(parseAddress('A1:B2')));

test.each(['', 'B:B', '3:3', "'表'!A1", 'A0', 'a1', 'ABCD1', 'XFE1', 'A1048577', 'A1:XFE2'])(
  '%j is no address',
  (text) => expect(parseAddress(text)).toBe(null),
);

test('column names', () => {
  for (let index = 0; index < 16384; index++) expect(columnIndex(columnName(index))).toBe(index);
  expect(columnName(701)).toBe('ZZ');
});

test.each([
  ['a:c', 'A:C', { top: 0, left: 0, bottom: 1_048_575, right: 2 }],
  ['$5:2', '2:5', { top: 1, left: 0, bottom: 4, right: 16_383 }],
  ['XFC:XFD', 'XFC:XFD', { top: 0, left: 16_382, bottom: 1_048_575, right: 16_383 }],
  ['xfd1048576', 'XFD1048576', { top: 1_048_575, left: 16_383, bottom: 1_048_575, right: 16_383 }],
])('Excel takes the range %s and names it %s', (typed, named, area) => {
  expect(parseRange(typed)).toEqual(area);
  expect(rangeAddress(area)).toBe(named);
});

test.each(['XFE:XFE', '1:1048577', 'A', '1', 'A:1', 'ß1', 'A1:B'])('%j is no range', (text) =>
  expect(parseRange(text)).toBe(null),
);

test.each([1, 1_048_576])('%s is the number of a row', (row) => expect(isRow(row)).toBe(true));
test.each([0, 1_048_577, 1.5, '1', null])('%j is not', (row) => expect(isRow(row)).toBe(false));
test.each(['A', 'XFD'])('%s names a column', (column) => expect(isColumn(column)).toBe(true));
test.each(['XFE', 'a', '', 'AAAA', 3])('%j does not', (column) => expect(isColumn(column)).toBe(false));

test.each([-1, 0.5, Number.NaN, undefined as unknown as number])('%j is no column', (index) =>
  expect(() => columnName(index)).toThrow(RangeError),
);
