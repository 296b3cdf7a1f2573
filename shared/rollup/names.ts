/** What the names of two files tell of which is the later version. */
import { serialOfDay } from '../model/days.ts';
import { comparable } from '../model/identifiers.ts';

/** In a file's name, 0 where there is none. */
export interface Marks {
  /** Of v2, 第二版; null where it is one that is not read: then a person has to say. */
  readonly number: number | null;
  /** Of 初稿, 修订, 定稿: the higher the later. */
  readonly word: number;
  /** Of (2), which a copy is given. */
  readonly copy: number;
  /** A serial; null without one: then days tell nothing. */
  readonly day: number | null;
}

/** The one whose name is certainly that of the latest version; null where the names tell nothing, or not the same. */
export function latestByName<T extends { readonly marks: Marks }>(files: readonly T[]): T | null {
  if (files.some(({ marks }) => marks.number === null)) return null;
  const told = KINDS.flatMap((kind) => onlyHighest(files.map(({ marks }) => marks[kind])) ?? []);
  const [first] = told;
  return first !== undefined && told.every((at) => at === first) ? files[first]! : null;
}

const KINDS = ['number', 'word', 'copy', 'day'] as const;

/** Of the last part of a path. */
export function marksOf(path: string): Marks {
  const name = comparable(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')).replace(UNDONE, '');
  const number = /(?:^|[^A-Z])V(\d{1,3})(?!\d)/.exec(name)?.[1] ?? ORDINAL.exec(name)?.[1];
  return {
    number: number === undefined ? 0 : numberOf(number),
    word: WORDS.find(({ words }) => words.test(name))?.rank ?? 0,
    copy: Number(/\((\d{1,3})\)$/.exec(name)?.[1] ?? 0),
    day: dayIn(name),
  };
}

const ORDINAL = /第([\d〇零一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾IVXⅠ-Ⅻ]{1,6})[版稿次]/;

// 未修改, 未定稿: what was not done.
const UNDONE = /(?:未|没有?|无需?|不需|非)(?:经|作|做)?(?:任何)?(?:修订|修改|更正|订正|定稿|终稿|最终稿?)/g;

const WORDS = [
  { words: /定稿|终稿|最终/, rank: 2 },
  { words: /修订|修改|更正|订正/, rank: 1 },
  { words: /初稿|草稿/, rank: -1 },
];

/** Up to 999 in digits, up to 九十九 in words; null for what is neither. */
function numberOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const [, tens = '', ten, ones = ''] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ten === undefined || (ten === '' && tens !== '' && ones !== '')) return null;
  const digit = (one: string) => '零一二三四五六七八九'.indexOf(one || '零');
  return ten === '' ? digit(tens || ones) : (digit(tens) || 1) * 10 + digit(ones);
}

/** A whole day: 202011 in a name tells the evaluation, not the version. */
function dayIn(name: string): number | null {
  const match =
    /(?:^|\D)(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(name) ??
    /(?:^|\D)(20\d\d)[-._年](\d{1,2})[-._月](\d{1,2})(?!\d)/.exec(name);
  const day = match ? serialOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  return Number.isNaN(day) ? null : day;
}

/** Where it stands; null where several are as high, or one has none. */
function onlyHighest(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  if (known.length < values.length) return null;
  const highest = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const at = values.indexOf(highest);
  return values.lastIndexOf(highest) === at ? at : null;
}
