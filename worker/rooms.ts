import { Problem } from './problems.ts';

/**
 * Room for the bodies that one isolate holds at a time, from their first byte until they are answered. An evaluation itself
 * is one uninterrupted computation, so that two never run at once; what could fill the memory are bodies that arrive meanwhile.
 */
export interface Room {
  readonly enter: () => Place;
}

export interface Place {
  /** So many bytes more have arrived. Throws Problem 503 where there is no room for them. */
  readonly grow: (bytes: number) => void;
  /** The request is answered. */
  readonly leave: () => void;
}

/** A body up to this size is that of an ordinary workbook, of a few hundred kilobytes. */
const ordinary = 1024 * 1024;
/** Kept for those, so that they are answered while a large one arrives, however slowly. */
const spare = 4 * ordinary;

/**
 * `most`: bytes of all together, which is also the most of one. A request that is broken off may never come to its end: what
 * it took lapses after `patience` milliseconds, when nobody waits for its answer any more.
 */
export function createRoom(most: number, patience: number): Room {
  const inside = new Set<{ bytes: number; readonly until: number }>();
  return {
    enter() {
      const now = Date.now();
      for (const one of inside) if (one.until <= now) inside.delete(one);
      const mine = { bytes: 0, until: now + patience };
      inside.add(mine);
      return {
        grow(bytes) {
          mine.bytes += bytes;
          let taken = 0;
          for (const one of inside) taken += one.bytes;
          const room = mine.bytes <= ordinary ? most + spare : most;
          if (taken > room) throw new Problem(503, '正在评估别的大工作簿，请稍后再试，或在本机计算。', [], 5);
        },
        leave: () => inside.delete(mine),
      };
    },
  };
}
