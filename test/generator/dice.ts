/** Chance, the same for the same seed. */
export interface Dice {
  /** 0 to n - 1. */
  int(n: number): number;
  /** Both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  chance(percent: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
  digits(count: number): string;
}

export function dice(seed: number): Dice {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (n: number) => Math.floor(next() * n);
  return {
    int,
    between: (least, most) => least + int(most - least + 1),
    pick: (from) => from[int(from.length)]!,
    chance: (percent) => int(100) < percent,
    shuffled(list) {
      const result = [...list];
      for (let at = result.length - 1; at > 0; at--) {
        const other = int(at + 1);
        [result[at], result[other]] = [result[other]!, result[at]!];
      }
      return result;
    },
    digits: (count) => Array.from({ length: count }, () => int(10)).join(''),
  };
}
