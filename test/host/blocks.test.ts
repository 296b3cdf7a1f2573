import { expect, test } from 'vitest';
import { takeBlocks } from '../../addin/host/blocks.ts';

const block = (of: string, to: number, bytesPerRow: number) => ({ of, from: 0, to, bytesPerRow });

test('what fits goes at once', () => {
  const blocks = [block('甲', 10, 10), block('乙', 5, 20)];
  expect(takeBlocks(blocks, 200)).toEqual([blocks, []]);
});

test('a sheet is cut between rows, and the rest follows', () => {
  const [taken, rest] = takeBlocks([block('甲', 10, 10), block('乙', 5, 20), block('丙', 1, 1)], 150);
  expect(taken.map(({ of, from, to }) => [of, from, to])).toEqual([
    ['甲', 0, 10],
    ['乙', 0, 2],
  ]);
  expect(rest.map(({ of, from, to }) => [of, from, to])).toEqual([
    ['乙', 2, 5],
    ['丙', 0, 1],
  ]);
});

test('a row above the budget still goes, alone', () => {
  const [taken, rest] = takeBlocks([block('甲', 2, 500)], 100);
  expect(taken).toEqual([{ ...block('甲', 1, 500) }]);
  expect(rest).toEqual([{ ...block('甲', 2, 500), from: 1 }]);
});
