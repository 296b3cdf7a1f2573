import { Problem } from './problems.ts';

/**
 * Room for the bodies that one isolate holds at a time, from their first byte until they are answered. An evaluation itself
 * is one uninterrupted computation, so that two never run at once; what could fill the memory are bodies that arrive meanwhile.
 */
export interface Room {
  /** Takes `bytes` of it; to be left when the request is answered. Throws Problem 503 where there is none. */
  readonly enter: (bytes: number) => Leave;
}

export type Leave = () => void;

/**
 * `most`: bytes of all together, which is also the most of one. A request that was broken off may never leave: what it took
 * lapses after `patience` milliseconds, when nobody waits for its answer any more.
 */
export function createRoom(most: number, patience: number): Room {
  const inside = new Set<{ readonly bytes: number; readonly until: number }>();
  return {
    enter(bytes) {
      const now = Date.now();
      let taken = bytes;
      for (const one of inside) {
        if (one.until <= now) inside.delete(one);
        else taken += one.bytes;
      }
      if (taken > most) throw new Problem(503, '正在评估别的大工作簿，请稍后再试，或在本机计算。', [], 5);
      const mine = { bytes, until: now + patience };
      inside.add(mine);
      return () => inside.delete(mine);
    },
  };
}
