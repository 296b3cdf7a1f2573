import { expect, test } from 'vitest';
import { addressLists } from '../../addin/host/areas.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';

test.each([
  ['nothing', [], []],
  ['cells below each other', ['B3', 'B5', 'B4'], ['B3:B5']],
  ['cells beside each other', ['C2', 'B2', 'D2'], ['B2:D2']],
  ['a block', ['B2', 'C3', 'B3', 'C2'], ['B2:C3']],
  ['cells apart', ['A1', 'C3'], ['A1,C3']],
  ['ranges that overlap', ['A1:A4', 'A3:A9'], ['A1:A9']],
  ['what is no address', ['B:B', '', 'A1'], ['A1']],
])('%s', (_, addresses, lists) => expect(addressLists(addresses)).toEqual(lists));

test('every list stays within the limit, and every cell is in exactly one of them', () => {
  const cells = Array.from({ length: 9000 }, (_, index) => cellAddress((index * 7) % 3001, (index * 3) % 41));
  const lists = addressLists(cells);
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(8192);
  const covered: string[] = [];
  for (const address of lists.join(',').split(',')) {
    const { top, left, bottom, right } = parseAddress(address)!;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) covered.push(cellAddress(row, column));
  }
  expect(new Set(covered)).toEqual(new Set(cells));
  expect(covered.length).toBe(new Set(covered).size);
});
