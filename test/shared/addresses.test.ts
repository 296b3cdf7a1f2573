import { expect, test } from 'vitest';
import { addressOf, columnIndex, columnName, parseAddress } from '../../shared/model/addresses.ts';

test.each([
  ['A1', { top: 0, left: 0, bottom: 0, right: 0 }],
  ['$B$3:AD19', { top: 2, left: 1, bottom: 18, right: 29 }],
  ['XFD1048576', { top: 1048575, left: 16383, bottom: 1048575, right: 16383 }],
])('%s', (address, area) => {
  expect(parseAddress(address)).toEqual(area);
  expect(addressOf(area)).toBe(address.replaceAll('$', ''));
});

test('corners in any order', () => expect(parseAddress('C9:A2')).toEqual(parseAddress('A2:C9')));

test.each(['', 'B:B', '3:3', "'表'!A1", 'A0', 'a1', 'ABCD1'])('%j is no address', (text) =>
  expect(parseAddress(text)).toBe(null),
);

test('column names', () => {
  for (let index = 0; index < 16384; index++) expect(columnIndex(columnName(index))).toBe(index);
  expect(columnName(701)).toBe('ZZ');
});
