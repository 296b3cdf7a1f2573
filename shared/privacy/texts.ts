/** Text that may travel: catalogue words, dates and small figures stay, everything else keeps only its length. */
import { comparable, foldWidth } from '../model/identifiers.ts';
import { says } from '../model/remarks.ts';
import type { Catalogue, MaskKind, Writings } from '../model.ts';
import { replaceContacts } from './contacts.ts';
import { bareNumber, replaceNumbers } from './numbers.ts';

/** Gives the token of a value, 12 hex digits. The value is normalised (decision read-1). */
export type TokenOf = (value: string) => string;

/** A masked value inside a text. No colon: that would make a label of what stands before it. */
export function inlineToken(kind: MaskKind, token: string): string {
  return `〔${kind}-${token}〕`;
}

const TOKEN = /(〔[a-z]+-[0-9a-f]{12}〕)/;
const ONLY_TOKEN = new RegExp(`^${TOKEN.source}$`);

export function isToken(text: string): boolean {
  return text.charCodeAt(0) === 0x3014 && ONLY_TOKEN.test(text);
}

const SURROGATE = /[\ud800-\udfff]/;
// JSON of a lone surrogate has no canonical form.
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text with id, mobile and card numbers (decision mask-4) and what else leads to a person replaced by tokens; masked ones
 * are left alone.
 */
export function withoutNumbers(text: string, tokenOf: TokenOf): string {
  const token = (kind: MaskKind, value: string) => inlineToken(kind, tokenOf(bareNumber(value)));
  const masked = outside(
    outside(text, (part) => replaceNumbers(part, token)),
    (part) => replaceContacts(part, token),
  );
  return SURROGATE.test(masked) ? masked.replace(LONE, '\ufffd') : masked;
}

function outside(text: string, replace: (part: string) => string): string {
  if (!text.includes('〔')) return replace(text);
  const parts = text.split(TOKEN);
  return parts.map((part, at) => (at % 2 ? part : replace(part))).join('');
}

/** Words by their first character, the longest first. */
export type Words = ReadonlyMap<string, readonly string[]>;

// Words that titles and notes are read by, beside those of the catalogue; 矫正 and 救助 tell sheets that must not be (R201).
const CONNECTING = [
  '三社联动',
  '试点',
  '工作',
  '本年累计',
  '累计',
  '开展',
  '共开展',
  '合计开展',
  '参与',
  '活动',
  '年度',
  '上半年',
  '下半年',
  '季度',
  '街道',
  '乡镇',
  '社区',
  '矫正',
  '救助',
  'xlsx',
  'xlsm',
  'xls',
];

interface KnownWords {
  readonly words: Words;
  /** In the form of `comparable`. */
  readonly plain: ReadonlySet<string>;
}

const compiled = new WeakMap<Catalogue, KnownWords>();

/** Every word of the catalogue. */
export function knownWords(catalogue: Catalogue): KnownWords {
  const known = compiled.get(catalogue);
  if (known) return known;
  const { tables, codes, units, headings } = catalogue;
  // Words of rows that explain a list, and of titles, stay there alone: 数据 and 内容 are of any text.
  const {
    examples,
    besideExamples,
    numbersLabels,
    instructions,
    titles: _titles,
    places: _places,
    ...writings
  } = catalogue.writings;
  const all = [
    ...CONNECTING,
    ...tables.flatMap(({ name, titles, subjects = [], telling, marked, fields, remarks, restricting = [] }) => [
      name,
      ...subjects,
      ...restricting.flatMap(({ words, unless = [] }) => [...words, ...unless]),
      ...(telling?.words ?? []),
      ...(marked ?? []),
      ...titles,
      ...fields.flatMap(({ label, synonyms = [], groups = [], elsewhere = [] }) => [
        label,
        ...synonyms,
        ...groups,
        ...elsewhere,
      ]),
      ...(remarks ?? []).flatMap((remark) => remark.words),
    ]),
    ...Object.values(codes).flatMap(({ entries }) =>
      entries.flatMap(({ label, synonyms = [], doubtful = [] }) => [label, ...synonyms, ...doubtful]),
    ),
    ...units.flatMap(({ id, name, synonyms }) => [id, name, ...synonyms]),
    ...Object.values(writings).flat(2),
    ...[headings.alike, headings.endings, headings.brackets, headings.otherTimes].flat(2),
    ...headings.silent.flatMap(({ words }) => words),
  ].map(foldWidth);
  const result = { words: byFirst(all), plain: new Set(all.map(comparable)) };
  compiled.set(catalogue, result);
  return result;
}

/** Words that only titles and lines between rows are read by. */
export function titleWords({ writings: { titles, places } }: Pick<Catalogue, 'writings'>): readonly string[] {
  const { nouns, silent, part, without, beside, between } = titles;
  return [nouns, silent, part, without, beside, between, places.endings, places.several].flat();
}

/** The words and further ones: names of the unit that the workbook is about. */
export function withNames(words: Words, names: readonly (string | null)[]): Words {
  const own = byFirst(names.map((name) => foldWidth(name ?? '')));
  return new Map([
    ...words,
    ...[...own].map(([first, list]) => [first, longestFirst([...(words.get(first) ?? []), ...list])] as const),
  ]);
}

const DIGITS_ONLY = /^\d+$/;

/** Words of one character are left out, and codes of digits only: in names and numbers they would stay. */
function byFirst(all: readonly string[]): Words {
  const words = new Map<string, string[]>();
  for (const word of new Set(all)) {
    if (word.length < 2 || DIGITS_ONLY.test(word)) continue;
    const list = words.get(word[0]!);
    if (list) list.push(word);
    else words.set(word[0]!, [word]);
  }
  return new Map([...words].map(([first, list]) => [first, longestFirst(list)]));
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

// Years from 2000 on: earlier ones are dates of birth.
const DATE =
  /(?<!\d)20\d\d(?:年(?:\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{1,2}[日号])?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?!\d)|(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))|(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?/y;
const FIGURE = /(?<!\d)\d{1,6}(?:\.\d{1,2})?(?:人次|人|名|家|个|支|项|场次|场|次|户|万元|元|小时|份|%)/y;
const YEAR = /(?<!\d)20[0-2]\d(?!\d)/y;
const FIGURES: readonly RegExp[] = [DATE, YEAR, FIGURE];
/** For a line that names the unit: 单位：家、人. */
export const UNITS: readonly RegExp[] = [DATE, YEAR, FIGURE, /人次|万元|平方米|[人名家个支项份件所套次场届期户元㎡]/y];

// 一、 and （二） before a line between the rows of a list.
const NUMBERED = /(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3}(?=[、.．:：)）]|$)/y;
const titled = new WeakMap<Writings, readonly RegExp[]>();

/** For titles, lines between rows and names of files: single characters by which they are read stay as well. */
export function titlePatterns({ writings }: Pick<Catalogue, 'writings'>): readonly RegExp[] {
  let patterns = titled.get(writings);
  if (!patterns) {
    patterns = [...FIGURES, NUMBERED, new RegExp(`[${writings.titles.characters}]`, 'y')];
    titled.set(writings, patterns);
  }
  return patterns;
}

const MASKED = new RegExp(TOKEN.source, 'y');

/**
 * What a line outside the tables may say. Other characters become 某, x or 0 by their kind, one for one, so that the
 * line is still read as the line it was; doing it twice changes nothing.
 */
export function reduced(text: string, words: Words, patterns: readonly RegExp[] = FIGURES): string {
  let result = '';
  let kept = 0;
  for (let at = 0; at < text.length; ) {
    const token = matchAt(text, at, MASKED);
    const next = token ?? String.fromCodePoint(text.codePointAt(at)!);
    // Words may overlap: 梧桐里社区 and 社区工作者.
    kept = Math.max(kept, at + (token ?? wordAt(text, at, words) ?? firstMatch(text, at, patterns) ?? '').length);
    result += at < kept ? next : stand(next);
    at += next.length;
  }
  return result;
}

const ANY_DATE: readonly RegExp[] = [DATE];

/** Of a remark only the words and, beside them, dates (decision mask-3); null when it holds no such word. */
export function reducedRemark(text: string, words: readonly string[], notYet: readonly string[]): string | null {
  if (words.length === 0) return null;
  const folded = foldWidth(text);
  const held = words.filter((word) => says(folded, word, notYet));
  if (held.length === 0) return null;
  // Without colons, which could make the row look like a line of signatures.
  return reduced(folded, byFirst(held), ANY_DATE).replace(/[:：]/g, ' ');
}

function firstMatch(text: string, at: number, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const match = matchAt(text, at, pattern);
    if (match !== null) return match;
  }
  return null;
}

function matchAt(text: string, at: number, pattern: RegExp): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function wordAt(text: string, at: number, words: Words): string | null {
  return words.get(text[at]!)?.find((word) => text.startsWith(word, at)) ?? null;
}

function stand(character: string): string {
  if (character >= '一' && character <= '鿿') return '某';
  if (character >= '0' && character <= '9') return '0';
  return /[\p{L}\p{N}\p{Cs}]/u.test(character) ? 'x' : character;
}
