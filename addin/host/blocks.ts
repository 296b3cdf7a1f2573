/** Rows that travel together, cut so that each round trip stays within its bytes. */
export interface Block<Of> {
  readonly of: Of;
  /** Rows from, up to and without. */
  readonly from: number;
  readonly to: number;
  readonly bytesPerRow: number;
}

/** What fits into `budget` bytes, at least one row, and what is left. */
export function takeBlocks<Of>(blocks: readonly Block<Of>[], budget: number): [Block<Of>[], Block<Of>[]] {
  const taken: Block<Of>[] = [];
  let left = budget;
  for (const [index, block] of blocks.entries()) {
    const fitting = Math.max(taken.length === 0 ? 1 : 0, Math.floor(left / block.bytesPerRow));
    const to = Math.min(block.to, block.from + fitting);
    if (to > block.from) taken.push({ ...block, to });
    if (to < block.to) return [taken, [{ ...block, from: to }, ...blocks.slice(index + 1)]];
    left -= (to - block.from) * block.bytesPerRow;
  }
  return [taken, []];
}
