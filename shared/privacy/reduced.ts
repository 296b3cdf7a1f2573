/** Lines outside the tables: what they are read by stays, everything else keeps only its length (decision mask-12). */
import { TOKEN } from '../model/tokens.ts';

/** Words by their first character, the longest first. */
export type Words = ReadonlyMap<string, readonly string[]>;

const DIGITS_ONLY = /^\d+$/;

/** Words of one character are left out, and codes of digits only: in names and numbers they would stay. */
export function byFirst(all: readonly string[]): Words {
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

// Not one of several groups of digits.
const ALONE = ['(?<!\\d|\\d[ \\-.·/])', '(?!\\d|[ \\-.·/]\\d)'] as const;
// Years from 2000 on: earlier ones are dates of birth.
const DATE = new RegExp(
  `${ALONE[0]}20\\d\\d(?:年(?:\\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\\d{1,2}[日号])?)?|[.\\-/]\\d{1,2}(?:[.\\-/]\\d{1,2})?${ALONE[1]}|(?:0[1-9]|1[0-2])(?:[0-3]\\d)?${ALONE[1]})|(?<!\\d)\\d{1,2}月(?:\\d{1,2}[日号])?`,
  'y',
);
const FIGURE = /(?<!\d)\d{1,6}(?:\.\d{1,2})?(?:人次|人|名|家|个|支|项|场次|场|次|户|万元|元|小时|份|%)/y;
const YEAR = new RegExp(
  `(?<!\\d)20[0-2]\\d(?=[-—–~～至]{1,2}20[0-2]\\d(?!\\d))|(?<=20\\d\\d[-—–~～至]{1,2})20[0-2]\\d(?!\\d)|${ALONE[0]}20[0-2]\\d${ALONE[1]}`,
  'y',
);
// 一、 and （二） before a line between the rows of a list.
const NUMBERED = /(?<![\u4e00-\u9fff〇])[一二三四五六七八九十]{1,3}(?=[、.．:：)）]|$)/y;
// 附件1, Sheet12, 第3期.
const SMALL = new RegExp(`${ALONE[0]}\\d{1,2}${ALONE[1]}(?![A-Za-z])`, 'y');
const UNIT = /人次|万元|平方米|[人名家个支项份件所套次场届期户元㎡]/y;

const FIGURES: readonly RegExp[] = [DATE, YEAR, FIGURE];
const ANY_DATE: readonly RegExp[] = [DATE];

/** What stays beside words: in titles single characters by which they are read, in a line that names the unit the units. */
export interface Patterns {
  readonly figures: readonly RegExp[];
  readonly titles: readonly RegExp[];
  readonly units: readonly RegExp[];
  readonly dates: readonly RegExp[];
}

export function patternsWith(characters: string): Patterns {
  return {
    figures: FIGURES,
    titles: [...FIGURES, NUMBERED, SMALL, new RegExp(`[${characters}]`, 'y')],
    units: [...FIGURES, NUMBERED, new RegExp(`[${characters}]`, 'y'), UNIT],
    dates: ANY_DATE,
  };
}

const MASKED = new RegExp(TOKEN.source, 'y');

/**
 * What a line outside the tables may say. Other characters become 某, x or 0 by their kind, one for one, so that the
 * line is still read as the line it was; doing it twice changes nothing.
 */
export function reduced(
  text: string,
  words: readonly Words[],
  patterns: readonly RegExp[],
  streetToken: (name: string) => string,
): string {
  const parts: string[] = [];
  let kept = 0;
  // What was not kept up to here.
  let run = '';
  for (let at = 0; at < text.length; ) {
    const token = matchAt(text, at, MASKED);
    const next = token ?? String.fromCodePoint(text.codePointAt(at)!);
    // Words may overlap: 梧桐里社区 and 社区工作者.
    kept = Math.max(kept, at + (token ?? wordAt(text, at, words) ?? firstMatch(text, at, patterns) ?? '').length);
    if (at >= kept) {
      parts.push(stand(next));
      run += next;
    } else {
      // 云桥 before 街道: of a name of a place it matters which.
      if (NAME.test(run) && STREET.test(text.slice(at, at + 2)))
        parts.splice(-run.length, run.length, streetToken(run));
      parts.push(next);
      run = '';
    }
    at += next.length;
  }
  return parts.join('');
}

const NAME = /^[\u4e00-\u9fff×]{2,4}$/;
const STREET = /^(?:街道|镇|乡)/;

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

/** The longest that begins here. */
function wordAt(text: string, at: number, all: readonly Words[]): string | null {
  let longest: string | null = null;
  for (const words of all) {
    const word = words.get(text[at]!)?.find((each) => text.startsWith(each, at) && !splitsDigits(text, at, each));
    if (word !== undefined && word.length > (longest?.length ?? 0)) longest = word;
  }
  return longest;
}

/** A2 does not stand in A2222. */
function splitsDigits(text: string, at: number, word: string): boolean {
  const end = at + word.length;
  return (
    (DIGIT.test(text[end - 1]!) && DIGIT.test(text[end] ?? '')) ||
    (DIGIT.test(text[at]!) && DIGIT.test(text[at - 1] ?? ''))
  );
}

const DIGIT = /\d/;

function stand(character: string): string {
  if (character >= '一' && character <= '鿿') return '某';
  if (character >= '0' && character <= '9') return '0';
  return /[^\p{P}\p{S}\p{Z}\p{Cc}]/u.test(character) ? 'x' : character;
}

/** Only the length and the kinds of its characters. */
export function standIn(run: string): string {
  let said = '';
  for (const character of run) said += stand(character).repeat(character.length);
  return said;
}
