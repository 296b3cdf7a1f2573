import { expect, test } from 'vitest';
import { inPieces, takeBlocks } from '../../addin/host/blocks.ts';
import { HostError } from '../../addin/host/host.ts';

const block = (of: string, to: number, bytesPerRow: number) => ({ of, from: 0, to, bytesOf: () => bytesPerRow });

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
  expect(taken.map(({ of, from, to }) => [of, from, to])).toEqual([['甲', 0, 1]]);
  expect(rest.map(({ of, from, to }) => [of, from, to])).toEqual([['甲', 1, 2]]);
});

test('each row counts by its own bytes: long ones that stand together go in more pieces', () => {
  const [taken] = takeBlocks([{ of: '甲', from: 0, to: 100, bytesOf: (row) => (row < 10 ? 1 : 50) }], 200);
  expect(taken.map(({ from, to }) => [from, to])).toEqual([[0, 13]]);
});

/** Refuses what is above `limit` rows. */
function refusing(limit: number) {
  const sent: (readonly [number, number])[] = [];
  const kept: (readonly [number, number])[] = [];
  let rows: readonly (readonly [number, number])[] = [];
  const steps = {
    queue: (piece: readonly { readonly from: number; readonly to: number }[]) => {
      rows = piece.map(({ from, to }) => [from, to] as const);
      return rows;
    },
    send: async () => {
      sent.push(...rows);
      if (rows.some(([from, to]) => to - from > limit)) throw new HostError('too_large');
    },
    keep: (queued: typeof rows) => void kept.push(...queued),
  };
  return { sent, kept, steps };
}

test('what is refused as too large is halved and sent again', async () => {
  const { sent, kept, steps } = refusing(3);
  await inPieces([block('甲', 8, 10)], steps);
  expect(sent.slice(0, 3)).toEqual([
    [0, 8],
    [0, 4],
    [0, 2],
  ]);
  expect(kept).toEqual([
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 8],
  ]);
});

test('a single row that is refused ends it', async () => {
  await expect(inPieces([block('甲', 8, 10)], refusing(0).steps)).rejects.toMatchObject({ code: 'too_large' });
});

test('with no rows at all one request goes', async () => {
  let sent = 0;
  await inPieces([], { queue: () => null, send: async () => void sent++, keep: () => {} });
  expect(sent).toBe(1);
});
