/** Which lines of several workbooks are one thing. */
import type { Thing } from '../model.ts';
import type { Entry } from './entries.ts';

/** A line, and the workbook in which it stands. */
export interface Told {
  readonly entry: Entry;
  readonly thing: Thing;
}

/**
 * Lines that are one thing, in the order in which they were first met: of two lines the first key that both have decides. A
 * line that may be one of two different things is neither.
 */
export function sameThings(told: readonly Told[]): readonly (readonly Told[])[] {
  const groups = openGroups(told.length);
  const levels = told.reduce((most, { thing }) => Math.max(most, thing.keys.length), 0);
  for (let level = 0; level < levels; level++) {
    const alike = byText(told.keys(), (at) => told[at]!.thing.keys[level] ?? null);
    for (const members of alike) join(members, level, told, groups);
  }
  return byText(told.keys(), (at) => `${groups.of(at)}`).map((members) => members.map((at) => told[at]!));
}

/** Members are alike at this level; those that an earlier key has told apart stay so. */
function join(members: readonly number[], level: number, told: readonly Told[], groups: Groups): void {
  const isDecided = (at: number) => told[at]!.thing.keys.slice(0, level).some((key) => key !== null);
  const decided = members.filter(isDecided);
  const open = members.filter((at) => !isDecided(at));
  for (const at of open) groups.join(open[0]!, at);
  const [first, ...others] = new Set(decided.map(groups.of));
  if (first !== undefined && others.length === 0 && open.length > 0) groups.join(first, open[0]!);
}

type Groups = ReturnType<typeof openGroups>;

function openGroups(count: number) {
  const above = Int32Array.from({ length: count }, (_, at) => at);
  const of = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top]!;
    for (let below = at; below !== top; ) {
      const next = above[below]!;
      above[below] = top;
      below = next;
    }
    return top;
  };
  return {
    of,
    join(one: number, other: number): void {
      const [a, b] = [of(one), of(other)];
      above[Math.max(a, b)] = Math.min(a, b);
    },
  };
}

/** In the order of the first of each. */
export function byText<Item>(items: Iterable<Item>, textOf: (item: Item) => string | null): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const text = textOf(item);
    if (text === null) continue;
    const known = groups.get(text);
    if (known) known.push(item);
    else groups.set(text, [item]);
  }
  return [...groups.values()];
}
