/** Headings as words with structure (decision read-30): what varies in them is brought to one form, what says nothing is taken off. */
import { comparable } from '../model/identifiers.ts';
import type { FieldDef, HeadingWords, TableDef } from '../model.ts';

/** What is left of a heading when words that say nothing are taken off, and for which fields that holds. */
export interface Peeled {
  readonly rest: string;
  readonly holds: (field: FieldDef, table: number) => boolean;
}

export interface Spelling {
  /** 取得年份 and 取得日期 in one form, from the compared form of a heading. */
  readonly plain: (compared: string) => string;
  /** Without words that say nothing at either end, fewest taken off first. */
  readonly peeled: (compared: string) => readonly Peeled[];
  /** First and last words that a heading may have beside those of the catalogue. */
  readonly words: readonly string[];
  /** In brackets, it says nothing. */
  readonly isSilent: (inner: string) => boolean;
  /** The group has figures of another time below it. */
  readonly isOtherTime: (group: string) => boolean;
}

interface Silent {
  readonly word: string;
  readonly at: 'start' | 'end';
  readonly holds: Peeled['holds'];
}

/** So many words that say nothing may be taken off. */
const MOST_PEELED = 3;
const YEAR = /20\d\d/;

export function spellingOf(words: HeadingWords, tables: readonly TableDef[]): Spelling {
  const plain = plainBy(words);
  const silent = silentWords(words, tables, plain);
  const brackets = new Set(words.brackets.flatMap((word) => [comparable(word), plain(comparable(word))]));
  return {
    plain,
    peeled: peeler(silent),
    words: [...words.alike, ...words.endings]
      .flat()
      .map(comparable)
      .concat(silent.map(({ word }) => word)),
    isSilent: (inner) => brackets.has(inner),
    isOtherTime: (group) => YEAR.test(group) || words.otherTimes.some((word) => group.includes(word)),
  };
}

function plainBy({ alike, endings }: HeadingWords): Spelling['plain'] {
  const first = new Map(
    alike.flatMap((group) => group.map((word) => [comparable(word), comparable(group[0]!)] as const)),
  );
  const last = new Map(
    endings.flatMap((group) => group.map((word) => [comparable(word), comparable(group[0]!)] as const)),
  );
  const anywhere = new RegExp(alternatives(first), 'g');
  const ending = new RegExp(`(?:${alternatives(last)})$`);
  return (compared) =>
    compared
      .replace(anywhere, (word) => first.get(word)!)
      .replace(ending, (word, at: number) => (at === 0 ? word : last.get(word)!));
}

/** The longest first, so that 手机号码 is not read as 手机. */
function alternatives(words: ReadonlyMap<string, string>): string {
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  return longestFirst.map((word) => word.replace(/[()[\]./]/g, '\\$&')).join('|');
}

function silentWords(
  { silent }: HeadingWords,
  tables: readonly TableDef[],
  plain: Spelling['plain'],
): readonly Silent[] {
  const general = silent.flatMap(({ words, at, kinds }) =>
    words.map((word): Silent => {
      const holds = ({ type, personal }: FieldDef) =>
        !kinds || kinds.includes(type) || (personal !== undefined && kinds.includes(personal));
      return { word: plain(comparable(word)), at, holds };
    }),
  );
  const subjects = tables.flatMap(({ subjects = [] }, index) =>
    subjects.map(
      (word): Silent => ({ word: plain(comparable(word)), at: 'start', holds: (_, table) => table === index }),
    ),
  );
  return [...general, ...subjects];
}

/** Silent words by the character at the outer end, for most begin and end with another one. */
function peeler(silent: readonly Silent[]): (compared: string) => readonly Peeled[] {
  const [first, last] = [new Map<string, Silent[]>(), new Map<string, Silent[]>()];
  for (const one of silent) {
    const [by, character] = one.at === 'start' ? [first, one.word[0]!] : [last, one.word.at(-1)!];
    by.set(character, [...(by.get(character) ?? []), one]);
  }
  return (compared) =>
    peel(compared, (rest) => [...(first.get(rest[0] ?? '') ?? []), ...(last.get(rest.at(-1) ?? '') ?? [])]);
}

function peel(compared: string, silentOf: (rest: string) => readonly Silent[]): readonly Peeled[] {
  const found: Peeled[] = [];
  let level: readonly Peeled[] = [{ rest: compared, holds: () => true }];
  for (let taken = 0; taken < MOST_PEELED && level.length > 0; taken++) {
    level = level.flatMap(({ rest, holds }) =>
      silentOf(rest).flatMap((one): readonly Peeled[] => {
        const { word, at } = one;
        if (rest.length <= word.length || !(at === 'start' ? rest.startsWith(word) : rest.endsWith(word))) return [];
        const left = at === 'start' ? rest.slice(word.length) : rest.slice(0, -word.length);
        return [{ rest: left, holds: (field, table) => holds(field, table) && one.holds(field, table) }];
      }),
    );
    found.push(...level);
  }
  return found;
}

const COUNTED = /(?:人数|数)$/;

/** A figure's heading with 数 or without: 注册志愿者, 注册志愿者数, 注册志愿者人数 of a field that counts persons. */
export function countedAs({ type, unit }: FieldDef, plain: string): readonly string[] {
  if (type !== 'count' || plain.endsWith('人次')) return [];
  const base = plain.replace(COUNTED, '');
  if (base.length < 2) return [];
  return unit === '人' ? [`${base}数`, `${base}人数`] : [`${base}数`];
}
