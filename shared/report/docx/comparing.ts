/** Which sentence of a paper is which of those that were exported: the same, edited, new, gone, or in another place. */
import { aligned } from './aligned.ts';
import { displaced } from './displaced.ts';
import { hasFigures, type KeptByName, type KeptLine, type Line } from './lines.ts';
import type { Gone, Left, Pair, Place } from './pairs.ts';
import { rowsPaired } from './row-pairs.ts';
import { sentencesPaired } from './sentence-pairs.ts';

export interface Comparison {
  /** In the order of reading. */
  readonly pairs: readonly Pair[];
  readonly added: readonly Place[];
  readonly gone: readonly Gone[];
  /** Word for word, but under another heading. */
  readonly moved: readonly Place[];
  /** Those that stand in another paragraph or table than they did, or before what they followed. */
  readonly displaced: readonly Place[];
}

/** `now` of the main text. */
export function compared(made: readonly KeptLine[], now: readonly Line[], kept: KeptByName): Comparison {
  const keys = made.map(keyOf);
  const nowKeys = now.map(keyOf);
  const found = [...aligned(keys, nowKeys)];
  const inPlace = [...found];
  const moved = takeMoved(keys, nowKeys, found);
  const whole = found.flatMap((line, at) =>
    line < 0 ? [] : samePairs({ made: made[line]!, line, now: now[at]!, at }, kept),
  );
  const left = leftIn(made, now, found, inPlace);
  const rows = rowsPaired(left, kept);
  const sentences = sentencesPaired(left, kept);
  const pairs = [...whole, ...rows.pairs, ...sentences.pairs].sort(
    (one, other) => one.now.line - other.now.line || one.now.at - other.now.at,
  );
  const underOthers = new Set(elsewhere(moved, now, found));
  return {
    pairs,
    added: [...rows.added, ...sentences.added].sort((one, other) => one.line - other.line || one.at - other.at),
    gone: withPlaces([...rows.gone, ...sentences.gone], pairs),
    moved: [...underOthers].map((at) => ({ line: at, at: 0, unit: now[at]!.units[0]! })),
    displaced: displaced(pairs, made, now).filter(({ line }) => !underOthers.has(line)),
  };
}

const keyOf = ({ isRow, units }: { readonly isRow: boolean; readonly units: readonly { readonly sign: string }[] }) =>
  (isRow ? 'r' : '') + units.map(({ sign }) => sign).join(' ');

/** What stands word for word somewhere else; its places in `now`. */
function takeMoved(keys: readonly string[], nowKeys: readonly string[], found: number[]): readonly number[] {
  const taken = new Set(found);
  const free = new Map<string, number[]>();
  for (let at = keys.length - 1; at >= 0; at--) {
    if (taken.has(at)) continue;
    const list = free.get(keys[at]!);
    if (list) list.push(at);
    else free.set(keys[at]!, [at]);
  }
  return nowKeys.flatMap((key, at) => {
    const line = found[at]! < 0 ? free.get(key)?.pop() : undefined;
    if (line === undefined) return [];
    found[at] = line;
    return [at];
  });
}

/**
 * Of moved lines those that stand under another heading: a sentence says something else there. A heading by itself is elsewhere
 * where another line follows it.
 */
function elsewhere(moved: readonly number[], now: readonly Line[], found: readonly number[]): readonly number[] {
  if (moved.length === 0) return [];
  const headings = new Set(found.filter((line, at) => line >= 0 && isHeading(now[at]!)));
  const lines = moved.reduce((last, at) => Math.max(last, found[at]!), -1) + 1;
  const before = lastBefore(lines, (line) => (headings.has(line) ? line : null));
  const here = lastBefore(now.length, (at) => (found[at]! >= 0 && isHeading(now[at]!) ? found[at]! : null));
  return moved.filter((at) => {
    const line = found[at]!;
    return isHeading(now[at]!) ? found[at + 1] !== line + 1 : here[at] !== before[line];
  });
}

/** What stands last before each; -1 for nothing. */
function lastBefore(count: number, of: (at: number) => number | null): readonly number[] {
  let last = -1;
  return Array.from({ length: count }, (_, at) => {
    const before = last;
    last = of(at) ?? last;
    return before;
  });
}

/** Short, and no sentence; or a row that is one cell. */
export function isHeading({ isRow, units }: Line): boolean {
  return units.length === 1 && (isRow || (units[0]!.text.length <= 40 && !/[。；！？：]\s*$/.test(units[0]!.text)));
}

interface SameLine {
  readonly made: KeptLine;
  readonly line: number;
  readonly now: Line;
  readonly at: number;
}

function samePairs({ made, line, now, at: nowLine }: SameLine, kept: KeptByName): readonly Pair[] {
  return now.units.map((unit, at) => ({
    made: { line, at, unit: made.units[at]! },
    now: { line: nowLine, at, unit },
    isSame: hasFigures(made.units[at]!, unit, kept),
  }));
}

function leftIn(
  made: readonly KeptLine[],
  now: readonly Line[],
  found: readonly number[],
  inPlace: readonly number[],
): Left {
  const taken = new Set(found);
  const stayed = new Set(inPlace.filter((line) => line >= 0));
  let gap = 0;
  const before = made.flatMap((of, line) => {
    if (stayed.has(line)) gap++;
    return taken.has(line) ? [] : [{ line, gap, of }];
  });
  gap = 0;
  const after = now.flatMap((of, line) => {
    if (inPlace[line]! >= 0) gap++;
    return found[line]! >= 0 ? [] : [{ line, gap, of }];
  });
  return { made: before, now: after };
}

/** With what stands before each now. */
function withPlaces(gone: readonly Omit<Gone, 'after'>[], pairs: readonly Pair[]): readonly Gone[] {
  const inOrder = (one: { readonly line: number; readonly at: number }, other: typeof one) =>
    one.line - other.line || one.at - other.at;
  const stayed = [...pairs].sort((one, other) => inOrder(one.made, other.made));
  let at = 0;
  return [...gone]
    .sort((one, other) => inOrder(one.made[0]!, other.made[0]!))
    .map((one) => {
      while (at < stayed.length && inOrder(stayed[at]!.made, one.made[0]!) < 0) at++;
      return { ...one, after: stayed[at - 1]?.now ?? null };
    });
}
