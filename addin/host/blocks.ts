/** Rows that travel together, cut so that each round trip stays within its bytes: in reading, comparing and writing. */
import { HostError } from './host.ts';
import { bytesPerSync } from './syncs.ts';

export interface Block<Of> {
  readonly of: Of;
  /** Rows from, up to and without. */
  readonly from: number;
  readonly to: number;
  /** Of one row: its own, never a mean, for long texts stand together; estimated only where nobody has seen it yet. */
  readonly bytesOf: (row: number) => number;
}

interface Steps<Of, Queued> {
  /** Called anew for each attempt: what a refused request carried is gone. */
  readonly queue: (piece: readonly Block<Of>[]) => Queued;
  readonly send: () => Promise<void>;
  readonly keep: (queued: Queued, piece: readonly Block<Of>[]) => void;
}

/**
 * Sends all of it, piece by piece; a piece that Excel refuses as too large is halved. Without any blocks one request goes
 * all the same, for what else is queued. Throws `too_large` where a single row is refused.
 */
export async function inPieces<Of, Queued>(
  blocks: readonly Block<Of>[],
  { queue, send, keep }: Steps<Of, Queued>,
): Promise<void> {
  let budget = bytesPerSync;
  let waiting = blocks;
  do {
    const [piece, rest] = takeBlocks(waiting, budget);
    const queued = queue(piece);
    try {
      await send();
    } catch (error) {
      const isOneRow = piece.reduce((rows, { from, to }) => rows + to - from, 0) <= 1;
      if (!(error instanceof HostError && error.code === 'too_large') || isOneRow) throw error;
      budget = Math.min(budget, bytesIn(piece)) / 2;
      continue;
    }
    keep(queued, piece);
    waiting = rest;
  } while (waiting.length > 0);
}

/** What fits into `budget` bytes, at least one row, and what is left. */
export function takeBlocks<Of>(blocks: readonly Block<Of>[], budget: number): [Block<Of>[], Block<Of>[]] {
  const taken: Block<Of>[] = [];
  let left = budget;
  for (const [index, block] of blocks.entries()) {
    let to = block.from;
    for (; to < block.to; to++) {
      const bytes = block.bytesOf(to);
      if (bytes > left && (taken.length > 0 || to > block.from)) break;
      left -= bytes;
    }
    if (to > block.from) taken.push({ ...block, to });
    if (to < block.to) return [taken, [{ ...block, from: to }, ...blocks.slice(index + 1)]];
  }
  return [taken, []];
}

function bytesIn(blocks: readonly Block<unknown>[]): number {
  let bytes = 0;
  for (const { from, to, bytesOf } of blocks) for (let row = from; row < to; row++) bytes += bytesOf(row);
  return bytes;
}
