/** What the names of two files tell of which is the later version. */
import { serialOfDay } from '../model/days.ts';
import { comparable } from '../model/identifiers.ts';

/** In a file's name, 0 where there is none. */
export interface Marks {
  /** Of v2, 第二版. */
  readonly number: number;
  /** Of 初稿, 修订, 定稿: the higher the later. */
  readonly word: number;
  /** Of (2), which a copy is given. */
  readonly copy: number;
  /** A serial; null without one: then days tell nothing. */
  readonly day: number | null;
}

/** The one whose name is certainly that of the latest version; null where the names tell nothing, or not the same. */
export function latestByName<T extends { readonly marks: Marks }>(files: readonly T[]): T | null {
  const told = KINDS.flatMap((kind) => onlyHighest(files.map(({ marks }) => marks[kind])) ?? []);
  const [first] = told;
  return first !== undefined && told.every((at) => at === first) ? files[first]! : null;
}

const KINDS = ['number', 'word', 'copy', 'day'] as const;

/** Of the last part of a path. */
export function marksOf(path: string): Marks {
  const name = comparable(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
  const number =
    /(?:^|[^A-Z])V(\d{1,3})(?!\d)/.exec(name)?.[1] ?? /第(\d{1,3}|[一二三四五六七八九十])[版稿次]/.exec(name)?.[1];
  return {
    number: number === undefined ? 0 : numberOf(number),
    word: WORDS.find(({ words }) => words.test(name))?.rank ?? 0,
    copy: Number(/\((\d{1,3})\)$/.exec(name)?.[1] ?? 0),
    day: dayIn(name),
  };
}

const WORDS = [
  { words: /定稿|终稿|最终/, rank: 2 },
  { words: /修订|修改|更正|订正/, rank: 1 },
  { words: /初稿|草稿/, rank: -1 },
];

function numberOf(digits: string): number {
  const at = '一二三四五六七八九十'.indexOf(digits);
  return at < 0 ? Number(digits) : at + 1;
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
