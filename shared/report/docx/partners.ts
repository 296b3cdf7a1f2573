/** Which of some things that were edited is which of those that were made. */

export interface Partner {
  /** Only what is between the same neighbours is paired, but for shared bookmarks. */
  readonly gap: string;
  /** What names it; null for nothing. */
  readonly first: string | null;
}

/**
 * For each of `now` its place in `made`, or -1: by the bookmarks they share, within a gap by what names them, then in order where
 * as many are left on both sides.
 */
export function partnersOf(
  made: readonly Partner[],
  now: readonly (Partner & { readonly wanted: readonly number[] })[],
): readonly number[] {
  const used = new Set<number>();
  const partners = now.map(({ wanted }) => {
    const at = mostOften(wanted.filter((one) => !used.has(one)));
    if (at >= 0) used.add(at);
    return at;
  });
  const take = (key: (one: Partner) => string | null, isEven: boolean) => {
    const free = grouped(made, (one, at) => (used.has(at) ? null : key(one)));
    for (const [name, places] of grouped(now, (one, at) => (partners[at]! >= 0 ? null : key(one)))) {
      const others = free.get(name) ?? [];
      if (isEven && others.length !== places.length) continue;
      for (const [index, at] of places.slice(0, others.length).entries()) {
        partners[at] = others[index]!;
        used.add(others[index]!);
      }
    }
  };
  take(({ gap, first }) => (first === null ? null : `${gap} ${first}`), false);
  take(({ gap }) => gap, true);
  return partners;
}

function grouped<T>(all: readonly T[], keyOf: (one: T, at: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, one] of all.entries()) {
    const key = keyOf(one, at);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
}

function mostOften(all: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = -1;
  for (const one of all) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
    if (best < 0 || counts.get(one)! > counts.get(best)!) best = one;
  }
  return best;
}
