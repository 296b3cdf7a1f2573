/** Words that stand for a code, or for yes and no. */
import type { CodeList, Writings } from '../model.ts';
import { clean, heading } from './text.ts';

interface Word {
  readonly word: string;
  readonly code: string;
  readonly doubtful: boolean;
}

/** A code list made ready for look-ups. */
export interface CodeBook {
  readonly exact: ReadonlyMap<string, Word>;
  /** Words of two characters or more, the longest first. */
  readonly contained: readonly Word[];
  readonly separators: RegExp | null;
  readonly doubt: string | null;
  /** What a word behind 未 or 拟 stands for; undefined where the list knows no such thing. */
  readonly denied: string | null | undefined;
}

export function codeBook(list: CodeList): CodeBook {
  const exact = new Map<string, Word>();
  for (const { code, label, synonyms = [], doubtful = [] } of list.entries) {
    for (const text of [label, code, ...synonyms]) put(exact, { word: heading(text), code, doubtful: false });
    for (const text of doubtful) put(exact, { word: heading(text), code, doubtful: true });
  }
  const contained = [...exact.values()].filter(({ word }) => word.length > 1);
  contained.sort((a, b) => b.word.length - a.word.length);
  const separators = list.separators ? new RegExp(`[${list.separators}]`) : null;
  return { exact, contained, separators, doubt: list.doubt ?? null, denied: list.denied };
}

function put(words: Map<string, Word>, word: Word): void {
  if (!words.has(word.word)) words.set(word.word, word);
}

export interface CodeReading {
  readonly codes: readonly string[];
  readonly doubtful: boolean;
  /** True where words were denied and nothing else is left: 拟登记. */
  readonly denied: boolean;
}

const NOTHING: CodeReading = { codes: [], doubtful: false, denied: false };

/** One code; none when the text names several, or none that is known. */
export function readCode(raw: string, book: CodeBook, writings: Writings): CodeReading {
  const reading = readPart(heading(tickedOption(raw, writings) ?? raw), book, writings);
  return reading.codes.length === 1 ? reading : NOTHING;
}

/** Every code that the text names, in order and once each; what is denied only where nothing else is named. */
export function readCodes(raw: string, book: CodeBook, writings: Writings): CodeReading {
  const text = heading(tickedOption(raw, writings) ?? raw);
  if (!book.separators || book.exact.has(text)) return readPart(text, book, writings);
  const parts = clean(raw)
    .split(book.separators)
    .map((part) => readPart(heading(part), book, writings));
  const named = parts.filter(({ codes, denied }) => codes.length > 0 && !denied);
  const taken = named.length > 0 ? named : parts;
  return {
    codes: [...new Set(taken.flatMap(({ codes }) => codes))],
    doubtful: taken.some(({ doubtful }) => doubtful),
    denied: taken.some(({ denied }) => denied),
  };
}

function readPart(text: string, book: CodeBook, writings: Writings): CodeReading {
  const whole = book.exact.get(text);
  if (whole) return { codes: [whole.code], doubtful: whole.doubtful, denied: false };
  const found = wordsIn(text, book);
  const words = found.length > 0 && book.denied !== undefined ? affirmed(text, found, book.denied, writings) : found;
  // 正常（拟注销）: where denial stands for nothing, the two together are not understood.
  const isUnclear = book.denied === null && words.length < found.length;
  if (isUnclear || (words.length === 0 && found.length > 0)) {
    return { codes: book.denied ? [book.denied] : [], doubtful: false, denied: true };
  }
  const codes = new Set(words.map(({ word: { code } }) => code));
  return { codes: [...codes], doubtful: words.some(({ word: { doubtful } }) => doubtful), denied: false };
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

/** Words of the book inside a text, the longest winning where they overlap. */
function wordsIn(text: string, book: CodeBook): readonly Found[] {
  if (text.length < 2) return [];
  const taken = new Array<boolean>(text.length).fill(false);
  const found: Found[] = [];
  for (const word of book.contained) {
    const { length } = word.word;
    const at = text.indexOf(word.word);
    if (at < 0 || taken[at] || taken[at + length - 1]) continue;
    taken.fill(true, at, at + length);
    found.push({ word, at });
  }
  return found;
}

export type Flag = 'yes' | 'no' | 'underWay' | 'blank';

/** Yes, no, under way, blank (no box ticked), or null for what is none of them. */
export function readFlag(raw: string | number | boolean, writings: Writings): Flag | null {
  if (raw === true || raw === 1) return 'yes';
  if (raw === false || raw === 0) return 'no';
  if (typeof raw === 'number') return null;
  const text = clean(raw);
  const direct = flagOf(text.toUpperCase(), writings);
  if (direct) return direct;
  if (!hasBox(text, writings)) return flagByStart(text, writings);
  if (writings.underWay.some((word) => word.length > 1 && text.includes(word))) return 'underWay';
  const option = tickedOption(raw, writings);
  if (option === null) return [...text].some((character) => writings.ticked.includes(character)) ? null : 'blank';
  return flagOf(option.toUpperCase(), writings) ?? flagByStart(option, writings);
}

function flagOf(text: string, writings: Writings): Flag | null {
  if (writings.yes.includes(text)) return 'yes';
  if (writings.no.includes(text)) return 'no';
  return writings.underWay.includes(text) ? 'underWay' : null;
}

/** 是（2020年9月成立）, 未建（缺场地）: the word before the bracket or comma counts, 正在筹建 anywhere. */
function flagByStart(text: string, writings: Writings): Flag | null {
  if (writings.underWay.some((word) => word.length > 1 && text.includes(word))) return 'underWay';
  const word = text.split(/[(,，;；。 ]/, 1)[0]!;
  return word === text ? null : flagOf(word.toUpperCase(), writings);
}

function hasBox(text: string, writings: Writings): boolean {
  for (const character of text)
    if (writings.ticked.includes(character) || writings.unticked.includes(character)) return true;
  return false;
}

/**
 * The option behind the one ticked box of `☑城市 □农村` or `□未建 ■已建`; null when there are no boxes, or not exactly
 * one is ticked.
 */
function tickedOption(raw: string, writings: Writings): string | null {
  const text = clean(raw);
  if (text.length < 2 || !hasBox(text, writings)) return null;
  const options: { ticked: boolean; text: string }[] = [];
  for (const character of text) {
    if (writings.ticked.includes(character)) options.push({ ticked: true, text: '' });
    else if (writings.unticked.includes(character)) options.push({ ticked: false, text: '' });
    else if (options.length) options.at(-1)!.text += character;
  }
  const ticked = options.filter((option) => option.ticked);
  return ticked.length === 1 ? ticked[0]!.text.trim() : null;
}
