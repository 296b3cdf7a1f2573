/** Paragraphs that were edited: which sentence is which. */
import { aligned } from './aligned.ts';
import { hasFigures, type KeptByName, signOfWords, type Unit } from './lines.ts';
import { isSame, type KeptPlace, type Left, type Pair, type Paired, type Place } from './pairs.ts';
import { partnersOf } from './partners.ts';
import type { PaperMark } from './stories.ts';

/** Of paragraphs sentence by sentence, so that one that was split or joined with the next is none that was edited. */
export function sentencesPaired(left: Left, kept: KeptByName): Paired {
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
    found[at]! < 0
      ? []
      : [{ made: made[found[at]!]!.place, now: place, isSame: isSame(made[found[at]!]!.place, place, kept) }],
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
    const bySign = grouped(all, ({ unit }) => unit.sign);
    let first = 0;
    for (let at = 0; at < places.length && tries.left > 0; at++) {
      while (first < all.length && used.has(all[first])) first++;
      if (first === all.length) break;
      if (used.has(places[at])) continue;
      const of = {
        signed: (sign: string) => bySign.get(sign)?.find((one) => !used.has(one)),
        next: all.slice(first, first + 2).filter((one) => !used.has(one)),
        places: places.slice(at, at + 3),
        kept,
        tries,
      };
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
  /** Of those that are not found yet the first of a sign, and the first two. */
  readonly signed: (sign: string) => KeptPlace | undefined;
  readonly next: readonly KeptPlace[];
  /** One, and what follows it. */
  readonly places: readonly Place[];
  readonly kept: KeptByName;
  readonly tries: { left: number };
}

function brokenUp({ signed, places, kept, tries }: Broken): readonly Pair[] | null {
  for (const count of [2, 3]) {
    const parts = places.slice(0, count);
    if (parts.length < count || tries.left <= 0) return null;
    tries.left--;
    const whole = together(parts.map(({ unit }) => unit));
    const sign = signOfWords(whole, kept);
    const made = signed(sign);
    if (made && hasFigures(made.unit, whole, kept)) return parts.map((now) => ({ made, now, isSame: true }));
  }
  return null;
}

function putTogether({ next: [one, two], places: [whole], kept, tries }: Broken): readonly Pair[] | null {
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

function groupsOf<T>(all: readonly Slotted<T>[]): ReadonlyMap<string, readonly T[]> {
  const groups = grouped(all, ({ gap }) => gap);
  return new Map([...groups].map(([gap, slotted]) => [gap, slotted.map(({ place }) => place)]));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
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
    added: fresh.flatMap(({ place }, at) => (partners[at]! < 0 ? [place] : [])),
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
