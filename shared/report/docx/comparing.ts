/** Which sentence of a paper is which of those that were exported: the same, edited, new, gone, or in another place. */
import { aligned } from './aligned.ts';
import {
  type KeptByName,
  type KeptLine,
  type KeptUnit,
  type Line,
  plain,
  shortSign,
  signOfWords,
  type Unit,
} from './lines.ts';
import type { PaperMark } from './stories.ts';

export interface Comparison {
  /** In the order of reading. */
  readonly pairs: readonly Pair[];
  readonly added: readonly Added[];
  readonly gone: readonly Gone[];
  /** Word for word, but under another heading. */
  readonly moved: readonly Place[];
}

export interface Pair {
  readonly made: KeptPlace;
  readonly now: Place;
  readonly isSame: boolean;
}

/** Sentences of one paragraph, or a whole row. */
export interface Added {
  readonly now: readonly Place[];
  readonly isRow: boolean;
}

export interface Gone {
  readonly made: readonly KeptPlace[];
  readonly isRow: boolean;
  /** What stands before it now; null at the beginning. */
  readonly after: Place | null;
}

export interface Place {
  readonly line: number;
  readonly at: number;
  readonly unit: Unit;
}

export interface KeptPlace {
  readonly line: number;
  readonly at: number;
  readonly unit: KeptUnit;
}

/** `now` of the main text. */
export function compared(made: readonly KeptLine[], now: readonly Line[], kept: KeptByName): Comparison {
  const keys = made.map(keyOf);
  const nowKeys = now.map(keyOf);
  const found = [...aligned(keys, nowKeys)];
  const inPlace = [...found];
  const moved = takeMoved(keys, nowKeys, found);
  const pairs: Pair[] = found.flatMap((line, at) => (line < 0 ? [] : samePairs(made[line]!, line, now[at]!, at)));
  const left = leftIn(made, now, found, inPlace);
  const rows = rowsPaired(left);
  pairs.push(...rows.pairs);
  const sentences = sentencesPaired(left, kept);
  pairs.push(...sentences.pairs);
  pairs.sort((one, other) => one.now.line - other.now.line || one.now.at - other.now.at);
  return {
    pairs,
    added: [...rows.added, ...sentences.added].sort((one, other) => one.now[0]!.line - other.now[0]!.line),
    gone: withPlaces([...rows.gone, ...sentences.gone], pairs),
    moved: elsewhere(moved, now, found).map((at) => ({ line: at, at: 0, unit: now[at]!.units[0]! })),
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
  const lines = Math.max(...moved.map((at) => found[at]!)) + 1;
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

/** Short, and no sentence. */
export function isHeading({ isRow, units }: Line): boolean {
  return !isRow && units.length === 1 && units[0]!.text.length <= 40 && !/[。；！？：]\s*$/.test(units[0]!.text);
}

function samePairs(made: KeptLine, line: number, now: Line, nowLine: number): readonly Pair[] {
  return now.units.map((unit, at) => ({
    made: { line, at, unit: made.units[at]! },
    now: { line: nowLine, at, unit },
    isSame: true,
  }));
}

/** Lines that are not word for word somewhere; `gap` numbers the stretches between those that stayed. */
interface Left {
  readonly made: readonly { readonly line: number; readonly gap: number; readonly of: KeptLine }[];
  readonly now: readonly { readonly line: number; readonly gap: number; readonly of: Line }[];
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

interface Paired {
  readonly pairs: readonly Pair[];
  readonly added: readonly Added[];
  readonly gone: readonly Omit<Gone, 'after'>[];
}

function rowsPaired(left: Left): Paired {
  const made = left.made.filter(({ of }) => of.isRow);
  const now = left.now.filter(({ of }) => of.isRow);
  const byMark = new Map(
    made.flatMap((one, at) => one.of.units.flatMap(({ marks }) => marks.map((name) => [name, at]))),
  );
  const partners = partnersOf(
    made.map(({ gap, of }) => ({ gap: String(gap), first: of.units[0]?.sign ?? null })),
    now.map(({ gap, of }) => ({
      gap: String(gap),
      first: of.units[0]?.sign ?? null,
      wanted: of.units.flatMap(({ marks }) => marks.flatMap(({ name }) => byMark.get(name) ?? [])),
    })),
  );
  const pairs: Pair[] = [];
  const added: Added[] = [];
  const gone: Omit<Gone, 'after'>[] = [];
  const used = new Set(partners);
  for (const [at, one] of now.entries()) {
    const cells = one.of.units.map((unit, index) => ({ line: one.line, at: index, unit }));
    const partner = made[partners[at]!];
    if (!partner) {
      added.push({ now: cells, isRow: true });
      continue;
    }
    const kept = partner.of.units.map((unit, index) => ({ line: partner.line, at: index, unit }));
    const places =
      kept.length === cells.length
        ? cells.map((_, index) => index)
        : aligned(
            kept.map(({ unit }) => unit.sign),
            cells.map(({ unit }) => unit.sign),
          );
    const stayed = new Set(places);
    for (const [index, cell] of cells.entries()) {
      const before = kept[places[index]!];
      if (before) pairs.push({ made: before, now: cell, isSame: before.unit.sign === cell.unit.sign });
      else if (plain(cell.unit.text) !== '') added.push({ now: [cell], isRow: false });
    }
    for (const [index, cell] of kept.entries())
      if (!stayed.has(index) && cell.unit.sign !== nothing) gone.push({ made: [cell], isRow: false });
  }
  for (const [at, one] of made.entries())
    if (!used.has(at))
      gone.push({ made: one.of.units.map((unit, index) => ({ line: one.line, at: index, unit })), isRow: true });
  return { pairs, added, gone };
}

const nothing = shortSign('');

interface Partner {
  /** Only what is between the same neighbours is paired, but for shared bookmarks. */
  readonly gap: string;
  /** What names it; null for nothing. */
  readonly first: string | null;
}

/**
 * For each of `now` its place in `made`, or -1: by the bookmarks they share, within a gap by what names them, then in order where
 * as many are left on both sides.
 */
function partnersOf(
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

/** Of paragraphs sentence by sentence, so that one that was split or joined with the next is none that was edited. */
function sentencesPaired(left: Left, kept: KeptByName): Paired {
  const made = left.made
    .filter(({ of }) => !of.isRow)
    .flatMap(({ line, gap, of }) => of.units.map((unit, at) => ({ place: { line, at, unit }, gap })));
  const now = left.now
    .filter(({ of }) => !of.isRow)
    .flatMap(({ line, gap, of }) => of.units.map((unit, at) => ({ place: { line, at, unit }, gap })));
  // The gap goes into the sign: a sentence that is gone here is not the one that came there.
  const found = [
    ...aligned(
      made.map(({ gap, place }) => `${gap} ${place.unit.sign}`),
      now.map(({ gap, place }) => `${gap} ${place.unit.sign}`),
    ),
  ];
  const pairs: Pair[] = now.flatMap(({ place }, at) =>
    found[at]! < 0 ? [] : [{ made: made[found[at]!]!.place, now: place, isSame: true }],
  );
  const taken = new Set(found);
  let slot = 0;
  const open = made.flatMap(({ place, gap }, at) => {
    if (taken.has(at)) slot++;
    return taken.has(at) ? [] : [{ place, gap: `${gap} ${slot}` }];
  });
  slot = 0;
  const fresh = now.flatMap(({ place, gap }, at) => {
    if (found[at]! >= 0) slot++;
    return found[at]! >= 0 ? [] : [{ place, gap: `${gap} ${slot}` }];
  });
  const rest = withoutBroken(open, fresh, kept);
  const edited = editedOf(rest.open, rest.fresh);
  return { ...edited, pairs: [...pairs, ...rest.pairs, ...edited.pairs] };
}

interface Slotted<T> {
  readonly place: T;
  readonly gap: string;
}

/** Without sentences that were two and are one now, or the other way: lines of a title that were put together. */
function withoutBroken(open: readonly Slotted<KeptPlace>[], fresh: readonly Slotted<Place>[], kept: KeptByName) {
  const used = new Set<unknown>();
  const pairs: Pair[] = [];
  const bySlot = groupsOf(open);
  const tries = { left: mostTries };
  for (const [gap, places] of groupsOf(fresh)) {
    const all = bySlot.get(gap) ?? [];
    for (let at = 0; at < places.length; at++) {
      const of = { all: all.filter((one) => !used.has(one)), places: places.slice(at, at + 3), kept, tries };
      if (of.all.length === 0) break;
      if (used.has(places[at])) continue;
      const found = brokenUp(of) ?? putTogether(of) ?? [];
      for (const { made, now } of found) used.add(made).add(now);
      pairs.push(...found);
    }
  }
  return {
    pairs,
    open: open.filter(({ place }) => !used.has(place)),
    fresh: fresh.filter(({ place }) => !used.has(place)),
  };
}

interface Broken {
  /** Those that are not found yet. */
  readonly all: readonly KeptPlace[];
  /** One, and what follows it. */
  readonly places: readonly Place[];
  readonly kept: KeptByName;
  readonly tries: { left: number };
}

function brokenUp({ all, places, kept, tries }: Broken): readonly Pair[] | null {
  for (const count of [2, 3]) {
    const parts = places.slice(0, count);
    if (parts.length < count || tries.left <= 0) return null;
    tries.left--;
    const sign = signOfWords(together(parts.map(({ unit }) => unit)), kept);
    const made = all.find(({ unit }) => unit.sign === sign);
    if (made) return parts.map((now) => ({ made, now, isSame: true }));
  }
  return null;
}

function putTogether({ all: [one, two], places: [whole], kept, tries }: Broken): readonly Pair[] | null {
  if (!one || !two || !whole || whole.unit.text.length > longestBroken) return null;
  for (let cut = 1; cut < whole.unit.text.length && tries.left > 0; cut++) {
    tries.left--;
    const [head, tail] = halves(whole.unit, cut);
    if (signOfWords(head, kept) === one.unit.sign && signOfWords(tail, kept) === two.unit.sign)
      return [one, two].map((made) => ({ made, now: whole, isSame: true }));
  }
  return null;
}

/** Of a whole file, in signs made. */
const mostTries = 20_000;
const longestBroken = 300;

function groupsOf<T>(all: readonly Slotted<T>[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { place, gap } of all) {
    const group = groups.get(gap);
    if (group) group.push(place);
    else groups.set(gap, [place]);
  }
  return groups;
}

function together(units: readonly Unit[]): Unit {
  let text = '';
  const marks: PaperMark[] = [];
  for (const unit of units) {
    const before = text.length;
    marks.push(...unit.marks.map(({ name, from, to }) => ({ name, from: from + before, to: to + before })));
    text += unit.text;
  }
  return { ...units[0]!, text, marks };
}

function halves(unit: Unit, cut: number): readonly [Unit, Unit] {
  const marks = (from: number, to: number) =>
    unit.marks.flatMap((mark) =>
      mark.from < to && mark.to > from
        ? [{ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }]
        : [],
    );
  return [
    { ...unit, text: unit.text.slice(0, cut), marks: marks(0, cut) },
    { ...unit, text: unit.text.slice(cut), marks: marks(cut, unit.text.length), isFirst: true },
  ];
}

function editedOf(open: readonly Slotted<KeptPlace>[], fresh: readonly Slotted<Place>[]): Paired {
  const byMark = new Map(open.flatMap(({ place }, at) => place.unit.marks.map((name) => [name, at] as const)));
  const partners = partnersOf(
    open.map(({ gap }) => ({ gap, first: null })),
    fresh.map(({ gap, place }) => ({
      gap,
      first: null,
      wanted: place.unit.marks.flatMap(({ name }) => byMark.get(name) ?? []),
    })),
  );
  const used = new Set(partners);
  return {
    pairs: fresh.flatMap(({ place }, at) =>
      partners[at]! < 0 ? [] : [{ made: open[partners[at]!]!.place, now: place, isSame: false }],
    ),
    added: byLine(fresh.flatMap(({ place }, at) => (partners[at]! < 0 ? [place] : []))).map((now) => ({
      now,
      isRow: false,
    })),
    gone: byLine(open.flatMap(({ place }, at) => (used.has(at) ? [] : [place]))).map((made) => ({
      made,
      isRow: false,
    })),
  };
}

/** Those that follow each other in one paragraph together. */
function byLine<T extends { readonly line: number; readonly at: number }>(
  places: readonly T[],
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const place of places) {
    const last = groups.at(-1)?.at(-1);
    if (last?.line === place.line && last.at === place.at - 1) groups.at(-1)!.push(place);
    else groups.push([place]);
  }
  return groups;
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
