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
  return { exact, contained, separators, doubt: list.doubt ?? null };
}

function put(words: Map<string, Word>, word: Word): void {
  if (!words.has(word.word)) words.set(word.word, word);
}

export interface CodeReading {
  readonly codes: readonly string[];
  readonly doubtful: boolean;
}

const NOTHING: CodeReading = { codes: [], doubtful: false };

/** One code; none when the text names several, or none that is known. */
export function readCode(raw: string, book: CodeBook, writings: Writings): CodeReading {
  const text = heading(tickedOption(raw, writings) ?? raw);
  const word = book.exact.get(text);
  if (word) return { codes: [word.code], doubtful: word.doubtful };
  const found = wordsIn(text, book);
  const codes = new Set(found.map(({ code }) => code));
  return codes.size === 1 ? { codes: [...codes], doubtful: found[0]!.doubtful } : NOTHING;
}

/** Every code that the text names, in order and once each. */
export function readCodes(raw: string, book: CodeBook, writings: Writings): CodeReading {
  const text = heading(tickedOption(raw, writings) ?? raw);
  const whole = book.exact.get(text);
  if (whole) return { codes: [whole.code], doubtful: whole.doubtful };
  const codes = new Set<string>();
  let doubtful = false;
  for (const part of book.separators ? clean(raw).split(book.separators) : [text]) {
    const word = book.exact.get(heading(part));
    for (const { code, doubtful: loose } of word ? [word] : wordsIn(heading(part), book)) {
      codes.add(code);
      doubtful ||= loose;
    }
  }
  return codes.size ? { codes: [...codes], doubtful } : NOTHING;
}

/** Words of the book inside a text, the longest winning where they overlap. */
function wordsIn(text: string, book: CodeBook): readonly Word[] {
  if (text.length < 2) return [];
  const taken = new Array<boolean>(text.length).fill(false);
  const found: Word[] = [];
  for (const entry of book.contained) {
    const at = text.indexOf(entry.word);
    if (at < 0 || taken[at] || taken[at + entry.word.length - 1]) continue;
    taken.fill(true, at, at + entry.word.length);
    found.push(entry);
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
