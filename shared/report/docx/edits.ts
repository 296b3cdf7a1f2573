/** What was edited in one sentence: its figures, other numbers that came in, and whether its words are others too. */
import { agrees, type KeptByName, type KeptUnit, ordinalIn, plain, signOfWords, type Unit } from './lines.ts';
import { digitsIn, type Kept } from './tokens.ts';

export interface Edits {
  /** Without words: those may run on through more sentences. */
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  /** Figures that are gone. */
  readonly gone: readonly string[];
  /** Numbers that are in no bookmark of this sentence. */
  readonly loose: readonly string[];
  /** With its figures as they were it still reads differently. */
  readonly isReworded: boolean;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A figure of the sentence, and where it stands; null where its bookmark is gone. */
interface Standing {
  readonly kept: Kept;
  span: { readonly from: number; readonly to: number } | null;
}

/** `tries` are left for the whole file. */
export function editsOf(made: KeptUnit, unit: Unit, kept: KeptByName, tries: { left: number }): Edits {
  const places = spansIn(unit);
  const standing = made.marks.map((name): Standing => {
    const span = places.get(name) ?? null;
    return { kept: kept.get(name)!, span: span && span.to >= span.from ? span : null };
  });
  const tokens = tokensOf(looseIn(unit, standing));
  for (const one of standing) {
    if (one.kept.of.what === 'words') continue;
    const span = one.span && withTouching(one.span, tokens, unit.text);
    one.span = span && withUnit(one.kept, span, unit.text);
  }
  typedOver(standing, tokens, unit.text);
  if (signWith(standing, unit, kept) !== made.sign) besideIn(standing, unit.text);
  const isRestored = signWith(standing, unit, kept) === made.sign;
  const lost = standing.filter(({ span }) => span === null).map(({ kept }) => kept);
  const figures = lost.filter(({ of }) => of.what !== 'words');
  return {
    changed: standing.flatMap(({ kept, span }) => {
      if (span === null || kept.of.what === 'words') return [];
      const after = unit.text.slice(span.from, span.to);
      return agrees(kept, after) ? [] : [{ before: kept.text, after: after.trim() }];
    }),
    gone: figures.map(({ text }) => text),
    loose: tokens.left().map(({ text }) => text),
    isReworded: !isRestored && !(lost.length === 1 && isOnlyWithout(figures[0], { made, standing, unit, kept, tries })),
  };
}

/** From where each bookmark begins first to where it ends last, by name. */
export function spansIn({
  marks,
}: Pick<Unit, 'marks'>): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const spans = new Map<string, { readonly from: number; readonly to: number }>();
  for (const { name, from, to } of marks) spans.set(name, { from: spans.get(name)?.from ?? from, to });
  return spans;
}

/** All numbers of a sentence that is not of ours. */
export const numbersIn = (unit: Pick<Unit, 'text' | 'marks' | 'isFirst'>): readonly string[] =>
  looseIn({ ...unit, marks: [] }, []).map(({ text }) => text);

/** Also ①, ½ and Ⅻ; 〇 is written out. A day is one. */
const NUMBER =
  /\p{Nd}{2,4}年\p{Nd}{1,2}月(?:\p{Nd}{1,2}日)?|\p{Nd}{1,2}月\p{Nd}{1,2}日|(?:\p{Nd}|\p{No}|[Ⅰ-ↈ])+(?:[.．,，/:]\p{Nd}+)*[%％‰]?/gu;
/** Simple, traditional, and as sums of money are written. */
const NUMERALS = '一二两三四五六七八九十廿卅卌百千壹贰貳叁參肆伍陆陸柒捌玖拾佰仟兩';
/** None is longer; without an end each sign of a run of them would be read as often as there are. */
const COUNT = `[〇零万亿萬億几数${NUMERALS}]{1,24}`;
const COUNTED = '个家人名项次处户条件元天年月日期批类所支场岁座栋台個戶項處條類場歲棟臺';
/** Numbers written out, where something is counted by them. */
const WRITTEN = new RegExp(
  [
    `[百千万佰仟萬]分之${COUNT}(?:[点點]${COUNT})?`,
    `${COUNT}分之${COUNT}`,
    `${COUNT}[点點]${COUNT}`,
    '[二三四五六七八九两](?:成|倍)|[一二三四五六七八九]成[一二三四五六七八九半]?|一倍|翻[一两二三]番|过半|半数',
    `[〇零万亿萬億${NUMERALS}]{2,24}余?(?=[${COUNTED}])`,
    '[二两三四五六七八九十廿卅卌百千贰貳叁參肆伍陆陸柒捌玖拾佰仟兩](?=(?:百|千|万)?余?(?:个|家|人|名|项|次|处|户|条|件|所|支|场|座|栋|台))(?!个?(?:方面|步|批|定|样|般|致|起|体|道|同))',
  ].join('|'),
  'gu',
);

function looseIn(unit: Pick<Unit, 'text' | 'marks' | 'isFirst'>, standing: readonly Standing[]): readonly Token[] {
  const ordinal = ordinalIn(unit);
  const spans = standing.flatMap(({ span }) => span ?? []);
  // What is bound is blanked out, so that half of a number beside it counts by itself.
  let rest = ' '.repeat(ordinal);
  for (const { from, to } of spans.sort((one, other) => one.from - other.from)) {
    rest += unit.text.slice(rest.length, Math.max(rest.length, from));
    rest += '\u0000'.repeat(Math.max(0, to - rest.length));
  }
  rest += unit.text.slice(rest.length);
  const found = [...rest.matchAll(NUMBER), ...rest.matchAll(WRITTEN)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
  return found.sort((one, other) => one.from - other.from);
}

/** Numbers of a sentence, from which those that are found to be figures are taken. */
interface Tokens {
  readonly left: () => readonly Token[];
  readonly within: (from: number, to: number) => readonly Token[];
  readonly take: (token: Token) => void;
  readonly endingAt: (at: number) => Token | null;
  readonly beginningAt: (at: number) => Token | null;
}

/** `all` by where they begin. */
function tokensOf(all: readonly Token[]): Tokens {
  const taken = new Set<Token>();
  const ends = new Map(all.map((token) => [token.to, token]));
  const begins = new Map(all.map((token) => [token.from, token]));
  const free = (token: Token | undefined) => (token && !taken.has(token) ? token : null);
  return {
    left: () => all.filter((token) => !taken.has(token)),
    within(from, to) {
      const found: Token[] = [];
      for (let at = firstFrom(all, from); at < all.length && all[at]!.from < to; at++)
        if (all[at]!.to <= to && !taken.has(all[at]!)) found.push(all[at]!);
      return found;
    },
    take: (token) => taken.add(token),
    endingAt: (at) => free(ends.get(at)),
    beginningAt: (at) => free(begins.get(at)),
  };
}

function firstFrom(all: readonly Token[], from: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** With digits that touch it: who types at the end of a bookmark writes beside it. */
function withTouching({ from, to }: { from: number; to: number }, tokens: Tokens, text: string) {
  const isBlank = plain(text.slice(from, to)) === '';
  const before = tokens.endingAt(from);
  if (before) tokens.take(before);
  const after = tokens.beginningAt(to);
  if (after) tokens.take(after);
  if (isBlank && !before && !after) return null;
  return { from: before?.from ?? from, to: after?.to ?? to };
}

/** Where bookmarks went with what was typed over them: as many numbers between those before and behind stand for them. */
function typedOver(standing: readonly Standing[], tokens: Tokens, text: string): void {
  for (let at = 0; at < standing.length; at++) {
    if (standing[at]!.span) continue;
    const first = at;
    while (at + 1 < standing.length && !standing[at + 1]!.span) at++;
    const lost = standing.slice(first, at + 1);
    const from = standing[first - 1]?.span?.to ?? 0;
    const to = standing[at + 1]?.span?.from ?? text.length;
    const between = tokens.within(from, to);
    const [only] = lost;
    if (lost.length === 1 && only!.kept.of.what === 'words') {
      // Of words with numbers nothing tells where they begin.
      if (between.length === 0 || digitsIn(text.slice(from, to)) !== only!.kept.text) continue;
      only!.span = { from: between[0]!.from, to: between.at(-1)!.to };
    } else if (between.length !== lost.length || lost.some(({ kept }) => kept.of.what === 'words')) continue;
    else
      for (const [index, { from, to }] of between.entries())
        lost[index]!.span = withUnit(lost[index]!.kept, { from, to }, text);
    for (const token of between) tokens.take(token);
  }
}

/** A figure that has a unit in its bookmark has it also where it was typed; LibreOffice lets a bookmark end one character early. */
function withUnit({ text: before }: Kept, { from, to }: { from: number; to: number }, text: string) {
  const unit = /[^\p{Nd}.,%]*$/u.exec(before)![0];
  const isOutside = unit !== '' && !text.slice(from, to).endsWith(unit) && text.startsWith(unit, to);
  return isOutside ? { from, to: to + unit.length } : { from, to };
}

const BEFORE = /(?:[-－−负约近逾]|将近|接近|大约)$/;
const AFTER = /^(?:[万亿千百十]+|多|余|倍)/;

/** With what makes another number of it: 约, −, 万. */
function besideIn(standing: readonly Standing[], text: string): void {
  for (const one of standing) {
    if (!one.span || one.kept.of.what === 'words') continue;
    const { from, to } = one.span;
    const before = BEFORE.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
    const after = AFTER.exec(text.slice(to, to + 4))?.[0].length ?? 0;
    one.span = { from: from - before, to: to + after };
  }
}

/** Of the sentence with its figures as they were. */
function signWith(standing: readonly Standing[], unit: Unit, kept: KeptByName): string {
  const spans = standing
    .flatMap(({ kept, span }) => (span ? [{ kept, ...span }] : []))
    .sort((one, other) => one.from - other.from);
  let text = '';
  let at = 0;
  const marks: { name: string; from: number; to: number }[] = [];
  for (const { kept, from, to } of spans) {
    if (from < at) continue;
    text += unit.text.slice(at, from);
    const begin = text.length;
    text += kept.of.what === 'words' ? unit.text.slice(from, to) : kept.text;
    marks.push({ name: kept.name, from: begin, to: text.length });
    at = to;
  }
  return signOfWords({ text: text + unit.text.slice(at), marks, isFirst: unit.isFirst }, kept);
}

const longestTried = 2000;

interface Without {
  readonly made: KeptUnit;
  readonly standing: readonly Standing[];
  readonly unit: Unit;
  readonly kept: KeptByName;
  readonly tries: { left: number };
}

/** Whether nothing but that figure is gone: put in somewhere, it is the sentence that was. */
function isOnlyWithout(figure: Kept | undefined, { made, standing, unit, kept, tries }: Without): boolean {
  if (!figure || standing.some(({ kept }) => kept.of.what === 'words')) return false;
  const spans = standing.flatMap(({ kept, span }) => (span ? [{ kept, ...span }] : []));
  if (spans.some(({ kept, from, to }) => !agrees(kept, unit.text.slice(from, to)))) return false;
  const text = plain(unit.text.slice(ordinalIn(unit)));
  if (text.length > longestTried) return false;
  const put = plain(figure.text);
  for (let at = 0; at <= text.length && tries.left-- > 0; at++)
    if (signOfWords({ text: text.slice(0, at) + put + text.slice(at), marks: [], isFirst: false }, kept) === made.sign)
      return true;
  return false;
}
