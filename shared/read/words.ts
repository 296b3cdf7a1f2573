/** Words that stand for a code: a cell is read completely, and what its list does not explain leaves it in doubt. */
import { comparable } from '../model/identifiers.ts';
import { LEFT_OVER, withPlaces } from '../model/tokens.ts';
import type { CodeList, State, Writings } from '../model.ts';
import { optionsIn } from './boxes.ts';
import { explained, knownOf, type Segment, type Silence } from './segments.ts';
import { clean, heading } from './text.ts';

interface Word {
  readonly word: string;
  readonly code: string;
  readonly doubtful: boolean;
}

/** A code list made ready for look-ups. */
export interface CodeBook {
  readonly list: CodeList;
  readonly exact: ReadonlyMap<string, Word>;
  /** Words of two characters or more, the longest first. */
  readonly contained: readonly Word[];
  /** Words of one character, which count where no letter stands beside them. */
  readonly lone: readonly Word[];
  readonly separators: RegExp | null;
  readonly silence: Silence;
  /** The same where something is denied: 未, 拟, 非 are understood as well. */
  readonly denying: Silence;
  /** Texts that were read before: most columns hold few. */
  readonly met: Map<string, CodeReading>;
}

export function codeBook(list: CodeList, { notYet, already }: Writings): CodeBook {
  const exact = new Map<string, Word>();
  for (const { code, label, synonyms = [], doubtful = [] } of list.entries) {
    for (const text of [label, code, ...synonyms]) put(exact, { word: heading(text), code, doubtful: false });
    for (const text of doubtful) put(exact, { word: heading(text), code, doubtful: true });
  }
  const all = [...exact.values()].sort((a, b) => b.word.length - a.word.length);
  const contained = all.filter(({ word }) => word.length > 1);
  const silence: Silence = {
    silent: longestFirst(list.silent ?? []),
    hasPlaces: list.places === true,
    notNames: new RegExp([...notYet, ...contained.map(({ word }) => escaped(word))].join('|')),
  };
  const denials = [...notYet, ...already, '非'];
  return {
    list,
    exact,
    contained,
    lone: all.filter(({ word }) => word.length === 1),
    separators: list.separators ? new RegExp(`([${list.separators}])`) : null,
    silence,
    denying: { ...silence, silent: longestFirst([...silence.silent, ...denials]), telling: new Set(denials) },
    met: new Map(),
  };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function put(words: Map<string, Word>, word: Word): void {
  if (word.word !== '' && !words.has(word.word)) words.set(word.word, word);
}

export interface CodeReading {
  readonly state: Exclude<State, 'void'>;
  readonly codes: readonly string[];
  /** Words of the list that are taken with a finding beside them: 社工师. */
  readonly doubtful: boolean;
  /** True where words were denied and nothing else is left: 拟登记. */
  readonly denied: boolean;
  /** Boxes of which none is ticked. */
  readonly unticked: boolean;
  /** What was understood, 〔〕 for the rest; empty where all was. */
  readonly known: string;
  readonly segments: readonly Segment[];
}

const SHARE = /^(\d{1,3}(?:\.\d+)?)%?$/;
const MOST_MET = 500;
/** Longer texts are not worth remembering. */
const LONGEST_MET = 40;

/** One code, or with `several` every code that the text names, in order and once each. */
export function readWords(text: string, book: CodeBook, writings: Writings, several: boolean): CodeReading {
  const raw = withPlaces(text, LEFT_OVER);
  const key = several ? raw : `1${raw}`;
  const met = book.met.get(key);
  if (met) return met;
  const reading = readAnew(raw, book, writings, several);
  if (raw.length <= LONGEST_MET && book.met.size < MOST_MET) book.met.set(key, reading);
  return reading;
}

function readAnew(raw: string, book: CodeBook, writings: Writings, several: boolean): CodeReading {
  const whole = book.exact.get(heading(raw));
  if (whole) return certain([whole.code], whole.doubtful, [{ text: raw, is: 'word' }]);
  const share = book.list.share && SHARE.exec(comparable(raw));
  if (share)
    return certain([Number(share[1]) > 0 ? book.list.share!.some : book.list.share!.none], false, [
      { text: raw, is: 'word' },
    ]);
  const boxes = optionsIn(clean(raw), writings);
  if (!boxes) return readPlain(raw, book, writings, several);
  const plain = partsOf(boxes.drawn, book, writings).flatMap(({ segments }) => segments);
  if (!boxes.options) return doubt(plain);
  const ticked = boxes.options.filter(({ isTicked }) => isTicked);
  if (ticked.length === 0) return { ...certain([], false, plain), state: 'blank', unticked: true };
  if (ticked.length > 1 && !several) return doubt(plain);
  const readings = ticked.map(({ text }) => readPlain(text, book, writings, several));
  return {
    ...certain(
      [...new Set(readings.flatMap(({ codes }) => codes))],
      readings.some((one) => one.doubtful),
      plain,
    ),
    state: readings.some(({ state }) => state === 'doubtful') ? 'doubtful' : 'value',
    denied: readings.some(({ denied }) => denied),
  };
}

function certain(codes: readonly string[], doubtful: boolean, segments: readonly Segment[]): CodeReading {
  const known = knownOf(segments);
  return { state: 'value', codes, doubtful, denied: false, unticked: false, known, segments };
}

function doubt(segments: readonly Segment[]): CodeReading {
  return { ...certain([], false, segments), state: 'doubtful' };
}

function readPlain(raw: string, book: CodeBook, writings: Writings, several: boolean): CodeReading {
  const whole = book.exact.get(heading(raw));
  if (whole) return certain([whole.code], whole.doubtful, [{ text: raw, is: 'word' }]);
  const parts = partsOf(raw, book, writings);
  const segments = parts.flatMap((part) => part.segments);
  const decided = parts.flatMap(({ codes }) => codes).find((code) => book.list.deciding?.includes(code));
  if (decided !== undefined && parts.every(({ isOpposed }) => !isOpposed)) return certain([decided], false, segments);
  const named = parts.filter(({ codes, denied }) => codes.length > 0 && !denied);
  const taken = named.length > 0 ? named : parts.filter(({ denied }) => denied);
  const codes = [...new Set(taken.flatMap((part) => part.codes))];
  const isStrict = book.list.silent !== undefined;
  const isTaken = new Set(taken);
  const isLeft =
    isStrict && parts.some((part) => part.isLeft && (isTaken.has(part) || !saysNothing(part, book, writings)));
  if (codes.length === 0 || isLeft || (codes.length > 1 && (!several || contradict(codes, book))))
    return doubt(segments);
  const denied = named.length === 0;
  return {
    ...certain(
      codes,
      taken.some((part) => part.doubtful),
      segments,
    ),
    denied,
  };
}

/** 无 beside a certificate. */
function contradict(codes: readonly string[], { list: { denied } }: CodeBook): boolean {
  return typeof denied === 'string' && codes.includes(denied);
}

/** A further part that no list knows, beside a complete one: 心理咨询师; but not 待考. */
function saysNothing({ text }: Part, { list }: CodeBook, { notYet }: Writings): boolean {
  return list.others === true && !notYet.some((word) => text.includes(word));
}

interface Part {
  readonly text: string;
  readonly codes: readonly string[];
  readonly doubtful: boolean;
  readonly denied: boolean;
  /** 正常（拟注销）, 非公益岗: the words speak against each other. */
  readonly isOpposed: boolean;
  readonly isLeft: boolean;
  readonly segments: readonly Segment[];
}

function partsOf(raw: string, book: CodeBook, writings: Writings): readonly Part[] {
  const pieces = book.separators ? clean(raw).split(book.separators) : [raw];
  return pieces.flatMap((piece, at) => {
    const text = comparable(piece);
    if (text === '') return [];
    return at % 2 ? [separator(text)] : [readPart(text, book, writings)];
  });
}

function separator(text: string): Part {
  const segments: readonly Segment[] = [{ text, is: 'mark' }];
  return { text, codes: [], doubtful: false, denied: false, isOpposed: false, isLeft: false, segments };
}

function readPart(text: string, book: CodeBook, writings: Writings): Part {
  const whole = book.exact.get(heading(text));
  const found = whole ? [{ word: { ...whole, word: text }, at: 0 }] : wordsIn(text, book);
  const { denied: code } = book.list;
  const words = found.length > 0 && code !== undefined ? affirmed(text, found, code, writings) : found;
  const segments = segmentsOf(text, found, words, book);
  const isLeft = segments.some(({ is }) => is === 'left');
  const before = found.some(({ at }) => at > 0 && OPPOSING.test(text[at - 1]!));
  const isSettled = words.some(({ word, at }) =>
    writings.already.some((one) => text.slice(Math.max(at - 1, 0)).startsWith(one) || word.word.startsWith(one)),
  );
  const isAgainst = code === null && words.length < found.length && (!isSettled || saysBoth(found, words));
  const isOpposed = isAgainst || before;
  const part = { text, doubtful: false, denied: false, isOpposed, isLeft: isLeft || isOpposed, segments };
  if (isOpposed) return { ...part, codes: [] };
  if (words.length === 0 && found.length > 0) return { ...part, codes: code ? [code] : [], denied: true };
  const sure = words.filter(({ word }) => !word.doubtful);
  const codes = new Set((sure.length > 0 ? sure : words).map(({ word }) => word.code));
  return { ...part, codes: [...codes], doubtful: sure.length === 0 && words.length > 0 };
}

/** 已完成，未销号: of one thing both is said. */
function saysBoth(found: readonly Found[], affirmed: readonly Found[]): boolean {
  const kept = new Set(affirmed);
  const denied = new Set(found.flatMap((each) => (kept.has(each) ? [] : each.word.code)));
  return affirmed.some(({ word }) => denied.has(word.code));
}

const OPPOSING = /[非不]$/;

/** Denials are understood only before what they deny. */
function segmentsOf(
  text: string,
  found: readonly Found[],
  words: readonly Found[],
  { silence, denying }: CodeBook,
): readonly Segment[] {
  const segments: Segment[] = [];
  const affirmed = new Set(words);
  let end = 0;
  for (const each of [...found].sort((a, b) => a.at - b.at)) {
    const before = text.slice(end, each.at);
    const isDenied = !affirmed.has(each) || OPPOSING.test(before);
    segments.push(...explained(text, isDenied ? denying : silence, end, each.at));
    segments.push({ text: each.word.word, is: 'word' });
    end = each.at + each.word.word.length;
  }
  // Where nothing is known, a denial tells that it is not merely something else: 待考.
  return [...segments, ...explained(text, found.length === 0 ? denying : silence, end, text.length)];
}

interface Found {
  readonly word: Word;
  readonly at: number;
}

const CLAUSE = /[(),，;；。、]/;

/** The words that are not denied: neither 拟报考初级 nor 未取得中级, nor 初级(备考中). */
function affirmed(text: string, found: readonly Found[], denied: string | null, writings: Writings): readonly Found[] {
  const ordered = [...found].sort((a, b) => a.at - b.at);
  const kept: Found[] = [];
  let end = 0;
  for (const each of ordered) {
    const before = text.slice(end, each.at).split(CLAUSE).at(-1)!;
    const undone = writings.already.some((word) => before.includes(word) || each.word.word.startsWith(word));
    const isDenied = each.word.code !== denied && !undone && writings.notYet.some((word) => before.includes(word));
    const follows = kept.at(-1)?.word.code === denied && end === each.at && !undone;
    if (follows) kept.pop();
    if (!isDenied && !follows) kept.push(each);
    end = each.at + each.word.word.length;
  }
  const last = kept.at(-1);
  if (last?.word.code !== denied) return kept;
  // What stands in brackets behind a word is said of it.
  return CLAUSE.test(text.slice(0, last!.at).replace('(', '')) ? kept : [last!];
}

const LETTER = /[\p{L}\p{N}〔〕]/u;

/** Words of the book inside a text, the longest winning where they overlap. */
function wordsIn(text: string, { contained, lone }: CodeBook): readonly Found[] {
  const taken = new Array<boolean>(text.length).fill(false);
  const found: Found[] = [];
  for (const word of contained) {
    const { length } = word.word;
    for (let at = text.indexOf(word.word); at >= 0; at = text.indexOf(word.word, at + 1)) {
      if (taken[at] || taken[at + length - 1] || splitsNumber(text, at, at + length)) continue;
      taken.fill(true, at, at + length);
      found.push({ word, at });
    }
  }
  for (const word of lone) {
    for (let at = text.indexOf(word.word); at >= 0; at = text.indexOf(word.word, at + 1)) {
      if (taken[at] || LETTER.test(text[at - 1] ?? ' ') || LETTER.test(text[at + 1] ?? ' ')) continue;
      taken[at] = true;
      found.push({ word, at });
    }
  }
  return found;
}

/** 52 does not stand in 1352. */
function splitsNumber(text: string, from: number, to: number): boolean {
  const isDigit = (at: number) => /\d/.test(text[at] ?? '');
  return (isDigit(from) && isDigit(from - 1)) || (isDigit(to - 1) && isDigit(to));
}
