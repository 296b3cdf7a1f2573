/** Sentences and rows that stand in another paragraph or table than they were made in: word for word they say something else there. */
import type { KeptLine, Line } from './lines.ts';
import type { Pair, Place } from './pairs.ts';

/** A sentence of a paragraph, or a row of a table. */
interface Member {
  readonly place: Place;
  /** Of those that were made: the paragraph, or the table. */
  readonly block: number;
  /** The paragraph or table that it stands in now. */
  readonly around: number;
  readonly at: number;
  /** What the others of its block speak of: the first sentence, the heading row. */
  readonly begins: boolean;
}

/** Of all pairs, in the order of reading; paragraphs as a whole may stand in another order. */
export function displaced(pairs: readonly Pair[], made: readonly KeptLine[], now: readonly Line[]): readonly Place[] {
  return [...strays(sentencesIn(pairs, made), true), ...strays(rowsIn(pairs, made, now), false)];
}

function sentencesIn(pairs: readonly Pair[], made: readonly KeptLine[]): readonly Member[] {
  return pairs.flatMap(({ made: { line, at }, now }) =>
    made[line]!.isRow ? [] : [{ place: now, block: line, around: now.line, at, begins: at === 0 }],
  );
}

function rowsIn(pairs: readonly Pair[], made: readonly KeptLine[], now: readonly Line[]): readonly Member[] {
  const first = new Map<number, number>();
  for (const [line, { table }] of made.entries()) if (table !== null && !first.has(table)) first.set(table, line);
  let last = -1;
  return pairs.flatMap(({ made: { line }, now: place }) => {
    const { table } = made[line]!;
    const around = now[place.line]!.table;
    if (table === null || around === null || place.line === last) return [];
    last = place.line;
    return [{ place, block: table, around, at: line, begins: first.get(table) === line }];
  });
}

/** Paragraphs may be split and joined, tables split: what goes on where it went on is no stray. */
function strays(members: readonly Member[], areOrdered: boolean): readonly Place[] {
  const begun = new Set(members.filter(({ begins }) => begins).map(({ block }) => block));
  const before = predecessorsOf(members);
  const mixed = mixedIn(members);
  /** What is spoken of now, by what it stands in, and before that. */
  const spoken = new Map<number, { readonly block: number; readonly at: number }>();
  let last: { readonly block: number; readonly at: number } | null = null;
  return members.flatMap((member) => {
    const { block, around, at, begins, place } = member;
    const here = spoken.get(around);
    const goesOn = here ?? last;
    const isAtHome = begins
      ? !areOrdered || !here || before.get(block) === here.block || block === here.block
      : goesOn?.block === block
        ? !areOrdered || goesOn.at <= at
        : !here && !begun.has(block) && !mixed.has(around);
    if (isAtHome || begins) {
      last = { block, at };
      spoken.set(around, last);
    }
    return isAtHome ? [] : [place];
  });
}

/** Of each block that one that stood before it, of those that are still there. */
function predecessorsOf(members: readonly Member[]): ReadonlyMap<number, number> {
  const blocks = [...new Set(members.map(({ block }) => block))].sort((one, other) => one - other);
  return new Map(blocks.slice(1).map((block, at) => [block, blocks[at]!]));
}

/** What holds pieces of more than one block. */
function mixedIn(members: readonly Member[]): ReadonlySet<number> {
  const first = new Map<number, number>();
  const mixed = new Set<number>();
  for (const { block, around } of members) {
    if (!first.has(around)) first.set(around, block);
    if (first.get(around) !== block) mixed.add(around);
  }
  return mixed;
}
