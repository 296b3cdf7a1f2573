/** Two lists of signs held against each other in their order; time grows with their length, not with its square. */

/** For each of `now` its place in `made`, or -1; places only grow. */
export function aligned(made: readonly string[], now: readonly string[]): readonly number[] {
  const found = new Array<number>(now.length).fill(-1);
  const left: Span[] = [{ from: 0, to: made.length, nowFrom: 0, nowTo: now.length }];
  for (let span = left.pop(); span; span = left.pop()) {
    const inner = withoutEnds(span, made, now, found);
    if (inner.from >= inner.to || inner.nowFrom >= inner.nowTo) continue;
    const anchors = anchorsIn(inner, made, now);
    if (anchors.length === 0) {
      if ((inner.to - inner.from) * (inner.nowTo - inner.nowFrom) <= mostCompared) longest(inner, made, now, found);
      else inOrder(inner, made, now, found);
      continue;
    }
    let { from, nowFrom } = inner;
    for (const [at, nowAt] of [...anchors, [inner.to, inner.nowTo] as const]) {
      if (nowAt < inner.nowTo) found[nowAt] = at;
      left.push({ from, to: at, nowFrom, nowTo: nowAt });
      from = at + 1;
      nowFrom = nowAt + 1;
    }
  }
  return found;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/** Of a table of all against all. */
const mostCompared = 250_000;

function withoutEnds(
  { from, to, nowFrom, nowTo }: Span,
  made: readonly string[],
  now: readonly string[],
  found: number[],
) {
  let [one, other, first, second] = [from, nowFrom, to, nowTo];
  while (one < first && other < second && made[one] === now[other]) found[other++] = one++;
  while (one < first && other < second && made[first - 1] === now[second - 1]) found[--second] = --first;
  return { from: one, to: first, nowFrom: other, nowTo: second };
}

/** What stands once in both, in the longest order that they have in common. */
function anchorsIn({ from, to, nowFrom, nowTo }: Span, made: readonly string[], now: readonly string[]) {
  const places = onceIn(made, from, to);
  const nowPlaces = onceIn(now, nowFrom, nowTo);
  const pairs: (readonly [at: number, nowAt: number])[] = [];
  for (const [sign, nowAt] of nowPlaces) {
    const at = places.get(sign);
    if (nowAt >= 0 && at !== undefined && at >= 0) pairs.push([at, nowAt]);
  }
  return growing(pairs.sort(([, one], [, other]) => one - other));
}

/** -1 for what stands there more than once. */
function onceIn(signs: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at++) places.set(signs[at]!, places.has(signs[at]!) ? -1 : at);
  return places;
}

/** The longest of those whose first numbers grow. */
function growing(pairs: readonly (readonly [number, number])[]) {
  const ends: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  for (const [index, [at]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![0] < at) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1]!;
    ends[low] = index;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) chosen.push(pairs[index]!);
  return chosen.reverse();
}

function longest({ from, to, nowFrom, nowTo }: Span, made: readonly string[], now: readonly string[], found: number[]) {
  const [height, width] = [to - from, nowTo - nowFrom];
  const lengths = new Uint32Array((height + 1) * (width + 1));
  const at = (row: number, column: number) => row * (width + 1) + column;
  for (let row = height - 1; row >= 0; row--)
    for (let column = width - 1; column >= 0; column--)
      lengths[at(row, column)] =
        made[from + row] === now[nowFrom + column]
          ? lengths[at(row + 1, column + 1)]! + 1
          : Math.max(lengths[at(row + 1, column)]!, lengths[at(row, column + 1)]!);
  for (let row = 0, column = 0; row < height && column < width; ) {
    if (made[from + row] === now[nowFrom + column]) found[nowFrom + column++] = from + row++;
    else if (lengths[at(row + 1, column)]! >= lengths[at(row, column + 1)]!) row++;
    else column++;
  }
}

/** The next of that sign: what is found is there, though not all that is there is found. */
function inOrder({ from, to, nowFrom, nowTo }: Span, made: readonly string[], now: readonly string[], found: number[]) {
  const places = new Map<string, number[]>();
  for (let at = to - 1; at >= from; at--) {
    const list = places.get(made[at]!);
    if (list) list.push(at);
    else places.set(made[at]!, [at]);
  }
  let last = from - 1;
  for (let at = nowFrom; at < nowTo; at++) {
    const list = places.get(now[at]!);
    while (list && list.length > 0 && list.at(-1)! <= last) list.pop();
    const place = list?.pop();
    if (place !== undefined) found[at] = last = place;
  }
}
