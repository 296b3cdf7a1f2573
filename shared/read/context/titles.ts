/**
 * What a title, a sheet's name or a line between rows says (decision read-15): which kind of list, whose, of what time, and
 * what of it is not understood. It is read by words of the catalogue and places of the workbook alone, so that a title of
 * which masking has left only those is read alike (decision read-12).
 */
import type { ListKind, Restricting, TableDef, Words, Writings } from '../../model.ts';
import { clean } from '../text.ts';
import { findYears, spanOf } from '../years.ts';
import type { Places } from './places.ts';

export const NO_WORDS: Words = { kind: null, community: null, whose: 'unsaid', doubt: null, period: null };

/** By what titles of one table in one workbook are read. */
export interface Lexicon {
  readonly def: TableDef;
  readonly writings: Writings;
  readonly places: Places;
  /** Words that are understood, by their first character. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<TableDef, ReadonlyMap<string, readonly string[]>>();

export function lexiconOf(def: TableDef, writings: Writings, places: Places): Lexicon {
  let words = known.get(def);
  if (!words) {
    words = byFirst(wordsOf(def, writings));
    known.set(def, words);
  }
  return { def, writings, places, words };
}

function wordsOf({ name, titles, telling, restricting = [] }: TableDef, { titles: said }: Writings): readonly string[] {
  return [
    name,
    ...titles,
    ...(telling?.words ?? []),
    ...restricting.flatMap(({ words }) => words),
    ...said.nouns,
    ...said.aside,
    ...said.notAside,
    ...said.silent,
  ];
}

function byFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const list = map.get(word[0]!);
    if (list) list.push(word);
    else map.set(word[0]!, [word]);
  }
  return map;
}

const MARKS = /[ *★]/g;
const QUOTES = /[“”"'‘’《》「」『』]/g;
/** 一、 (二) 3. before what is said. */
export const NUMBERED =
  /^(?:[([]?[一二三四五六七八九十百]{1,3}[)\]]?[、.．:：]|[([][一二三四五六七八九十]{1,3}[)\]]|[([]?\d{1,2}[)\]]?[、.．](?!\d)|[([]\d{1,2}[)\]])/;
const DATE = /20\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?/g;
const CHINESE = /[\u4e00-\u9fff]/;
const LETTER = /[\u4e00-\u9fff0-9A-Za-z]/;

/** The text character by character: what is understood, and what belongs to the name of a place. */
interface Parsed {
  readonly text: string;
  readonly covered: readonly boolean[];
  readonly place: readonly boolean[];
  /** Where the last community named begins and ends; 0 for none. */
  readonly last: { readonly from: number; readonly to: number };
  /** Where before it the last character stands that is not understood; -1 for none. */
  readonly open: number;
  readonly communities: ReadonlySet<string>;
  readonly strange: boolean;
}

/** Whether the words call a list by a name that the table is known by. */
export function isTitle(title: string, { def, writings }: Lexicon): boolean {
  const text = clean(title).replace(MARKS, '').replace(QUOTES, '');
  return [def.name, ...def.titles, ...writings.titles.nouns].some((word) => text.includes(word));
}

export function readTitle(title: string, lexicon: Lexicon): Words {
  const marked = clean(title).replace(MARKS, '').replace(NUMBERED, '');
  const text = marked.replace(QUOTES, '');
  if (text === '') return NO_WORDS;
  const parsed = parse(text, quotedIn(marked), lexicon);
  const { kind, mixed } = kindIn(parsed, lexicon);
  const [community = null, ...others] = parsed.communities;
  const isSeveral = others.length > 0 || lexicon.writings.places.several.some((word) => text.includes(word));
  const isOpen = mixed || (kind === null && isDoubtful(parsed, lexicon));
  const years = findYears(text);
  return {
    kind: mixed ? null : kind,
    community: isSeveral ? null : community,
    whose: isSeveral ? 'several' : community !== null ? 'named' : parsed.strange ? 'strange' : 'unsaid',
    doubt: isOpen ? understood(parsed) : null,
    period: years && spanOf(years),
  };
}

/** What stands in quotation marks is the name of an undertaking, and says nothing: by character of the text without marks. */
function quotedIn(marked: string): boolean[] {
  const quoted: boolean[] = [];
  let isWithin = false;
  for (const character of marked) {
    if (QUOTE.test(character)) isWithin = OPENING.test(character) || (!CLOSING.test(character) && !isWithin);
    else for (let unit = 0; unit < character.length; unit++) quoted.push(isWithin);
  }
  // A mark that is not closed quotes nothing.
  return isWithin ? quoted.fill(false) : quoted;
}

const QUOTE = /[“”"'‘’《》「」『』]/;
const OPENING = /[“‘《「『]/;
const CLOSING = /[”’》」』]/;

function parse(text: string, covered: boolean[], lexicon: Lexicon): Parsed {
  const { words, places, writings } = lexicon;
  const place = new Array<boolean>(text.length).fill(false);
  const communities = new Set<string>();
  let last = { from: 0, to: 0 };
  for (let at = 0; at < text.length; at++) {
    for (const word of words.get(text[at]!) ?? [])
      if (word.length > 1 && text.startsWith(word, at)) covered.fill(true, at, at + word.length);
  }
  for (const { index, 0: date } of text.matchAll(DATE)) covered.fill(true, index, index + date.length);
  const take = (from: number, to: number) => {
    covered.fill(true, from, to);
    place.fill(true, from, to);
    if (to > last.to) last = { from, to };
  };
  for (const word of places.words) {
    const at = text.indexOf(word);
    if (at >= 0) covered.fill(true, at, at + word.length);
  }
  for (const [spelling, community] of places.names) {
    const isWhole = writings.places.endings.some((ending) => spelling.endsWith(ending));
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      const end = at + spelling.length;
      if (place[at] || !begins(text, at, covered)) continue;
      if (!isWhole && end < text.length && LETTER.test(text[end]!) && !covered[end]) continue;
      take(at, end);
      communities.add(community);
    }
  }
  const strange = strangers(text, covered, place, lexicon, take);
  const open = last.from > 0 ? covered.lastIndexOf(false, last.from - 1) : -1;
  return { text, covered, place, last, open, communities, strange };
}

/** A name begins where a word or another place ends before it; 桥社区 does not begin inside 云桥社区. */
function begins(text: string, at: number, covered: readonly boolean[]): boolean {
  return at === 0 || !CHINESE.test(text[at - 1]!) || covered[at - 1]! || PLACE_END.test(text[at - 1]!);
}

const PLACE_END = /[省市县区镇乡]/;

/** 望准社区 where nothing else in the workbook names it; 村务, 示范社区 and 本社区 name none. */
function strangers(
  text: string,
  covered: readonly boolean[],
  place: readonly boolean[],
  { def: { restricting = [] }, writings: { places, titles } }: Lexicon,
  take: (from: number, to: number) => void,
): boolean {
  let strange = false;
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    if (covered[at - 1] || !LETTER.test(text[at - 1]!) || PLACE_END.test(text[at - 1]!)) from = at;
    const ending = place[at] ? undefined : places.endings.find((each) => text.startsWith(each, at));
    if (!ending || covered[at - 1] || !LETTER.test(text[at - 1]!)) continue;
    if (
      ending.length === 1 &&
      titles.silent.some((word) => word.length > 1 && (text.startsWith(word, at) || text.startsWith(word, at - 1)))
    )
      continue;
    const name = text.slice(from, at);
    // 拟培育 before 社区社会组织 restricts the list and is nobody's name.
    const isKind = restricting.some(({ words }) => words.some((word) => name.startsWith(word)));
    // 本社区, and of one character only what is a word as a whole: 本村, not 新村.
    const isSilent = titles.silent.includes(ending.length > 1 ? name : name + ending);
    if (from === at || isKind || isSilent) continue;
    take(from, at + ending.length);
    strange = true;
  }
  return strange;
}

/** What restricts the list, nearest to its noun; `mixed` where that stands beside other words: 社区工作者及后备人员. */
function kindIn(
  parsed: Parsed,
  { def, writings }: Lexicon,
): { readonly kind: ListKind | null; readonly mixed: boolean } {
  let kind: ListKind | null = null;
  let mixed = false;
  for (const one of def.restricting ?? []) {
    for (const word of one.words) {
      for (let at = parsed.text.indexOf(word); at >= 0; at = parsed.text.indexOf(word, at + 1)) {
        if (!restricts(parsed, one, at, at + word.length, writings)) continue;
        if (isBeside(parsed.text, at, word, writings)) mixed = true;
        else kind ??= one.kind;
      }
    }
  }
  return { kind, mixed: mixed && kind === null };
}

function restricts(
  parsed: Parsed,
  { unless = [], body }: Restricting,
  at: number,
  end: number,
  { titles }: Writings,
): boolean {
  const { text, place } = parsed;
  if (place[at] || (body && onlyServes(parsed, end)) || unless.some((next) => text.startsWith(next, end))) return false;
  const before = text.slice(Math.max(0, at - 5), at);
  return !titles.without.some((each) => before.includes(each));
}

/** ××社会工作服务中心承接甲社区: of the body it is said whom it serves, and the list is the community's. */
function onlyServes({ last, open }: Parsed, end: number): boolean {
  if (last.from < end) return false;
  return open < end;
}

function isBeside(text: string, at: number, word: string, { titles }: Writings): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at + word.length)];
  return titles.beside.some(
    (each) => (before.endsWith(each) && before.length > each.length) || behind.startsWith(each),
  );
}

/** 以下作废, and not 不重复. */
export function saysAside(text: string, { titles: { aside, notAside } }: Writings): boolean {
  const said = notAside.reduce((rest, words) => rest.replaceAll(words, ''), text);
  return aside.some((word) => said.includes(word));
}

/** Words that set it aside or of a part (优秀, 部分), or such as nothing explains where the table's titles are asked about. */
function isDoubtful(parsed: Parsed, { def, writings }: Lexicon): boolean {
  const { text } = parsed;
  const { nouns, part } = writings.titles;
  if (saysAside(text, writings)) return true;
  if (!def.asked) return false;
  if (part.some((word) => text.includes(word))) return true;
  const noun = nounIn(text, nouns);
  if (noun < 0) return false;
  if (def.asked === 'noun') return leftOver(parsed, noun - 2, noun);
  let from = noun;
  while (from > parsed.last.to && NAMING.test(text[from - 1]!)) from--;
  from = Math.max(from, parsed.last.to);
  for (let at = from; at < noun - 1; at++) {
    if (!leftOver(parsed, at, at + 2)) continue;
    const end = unknownUpTo(parsed, at);
    if (!isPlace(parsed, end)) return true;
    // The rest of a name is of the same place; its last character alone tells nothing.
    at = end - 1;
  }
  return false;
}

/** Where the noun begins that the title ends in: of 花名册 and 名册 the longer; -1 for none. */
function nounIn(text: string, nouns: readonly string[]): number {
  let [from, to] = [-1, -1];
  for (const noun of nouns) {
    const at = text.lastIndexOf(noun);
    const end = at + noun.length;
    if (at >= 0 && (end > to || (end === to && at < from))) [from, to] = [at, end];
  }
  return from;
}

/** One character alone tells nothing: 的. */
function leftOver({ text, covered }: Parsed, from: number, to: number): boolean {
  if (from < 0) return false;
  for (let at = from; at < to; at++) if (covered[at] || !CHINESE.test(text[at]!)) return false;
  return true;
}

const STREET = /^(?:街道|办事处|镇|乡|县|区|市)/;

const NAMING = /[\u4e00-\u9fff0-9]/;

/** Where what is not understood ends that begins here. */
function unknownUpTo({ text, covered }: Parsed, at: number): number {
  let end = at;
  while (end < text.length && !covered[end] && CHINESE.test(text[end]!)) end++;
  return end;
}

/** What is not understood up to here is the name of a street or a county. */
function isPlace({ text }: Parsed, end: number): boolean {
  return STREET.test(text.slice(end)) || PLACE_END.test(text[end - 1]!);
}

/** 甲社区〔〕花名册. */
function understood({ text, covered }: Parsed): string {
  let said = '';
  let last = '';
  for (let at = 0; at < text.length; at++) {
    const isUnderstood = covered[at] || !LETTER.test(text[at]!);
    if (!isUnderstood && last === '〔〕') continue;
    const next = isUnderstood ? text[at]! : '〔〕';
    said += next;
    last = (last + next).slice(-2);
  }
  return said;
}
