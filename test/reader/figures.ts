/** The figures that stand in a text: where, how much, of what. */
import { exactly, type Fraction } from './fractions.ts';

export interface Figure {
  readonly kind: 'number' | 'pair' | 'day' | 'place';
  /** As it is written, unit and all. */
  readonly text: string;
  /** What stands between it and the figure before. */
  readonly before: string;
  /** What follows up to the next figure. */
  readonly after: string;
  /** Number, or part of a pair; the second is the upper bound, the same where one alone is written. */
  readonly from: Fraction;
  readonly to: Fraction;
  /** Of a pair: out of how many. */
  readonly ofFrom: Fraction | null;
  readonly ofTo: Fraction | null;
  /** 家, 个百分点, %; '' where nothing follows. */
  readonly unit: string;
  /** ISO, of a day; of a month without its day. */
  readonly day: string | null;
  readonly isRange: boolean;
  readonly decimals: number;
}

const NUMBER = '[-−－负]?\\d+(?:\\.\\d+)?';
const UNIT = '个百分点|个单元格|万元|人次|%|‰|\\p{Script=Han}';
const PATTERN = new RegExp(
  [
    '(?<year>\\d{4})(?:年(?<month>\\d{1,2})月(?:(?<date>\\d{1,2})日)?|-(?<isoMonth>\\d{2})-(?<isoDate>\\d{2}))',
    '(?<place>[A-Z]{1,3}\\d+(?::[A-Z]{1,3}\\d+)?)(?![0-9A-Za-z])',
    `(?<part>${NUMBER})[/／](?<whole>${NUMBER})(?:[～~至](?<part2>${NUMBER})[/／](?<whole2>${NUMBER}))?`,
    `(?<from>${NUMBER})(?:[%‰]?[～~至](?<to>${NUMBER}))? ?(?<unit>${UNIT})?`,
  ].join('|'),
  'gu',
);

export function figuresIn(text: string): readonly Figure[] {
  const found = [...text.matchAll(PATTERN)];
  return found.map((match, at) => {
    const last = found[at - 1];
    const next = found[at + 1];
    const end = match.index + match[0].length;
    return {
      ...said(match.groups!),
      text: match[0],
      before: text.slice(last ? last.index + last[0].length : 0, match.index),
      after: text.slice(end, next ? next.index : text.length),
    };
  });
}

type Said = Omit<Figure, 'text' | 'before' | 'after'>;
const NOTHING: Omit<Said, 'kind'> = {
  from: exactly(0),
  to: exactly(0),
  ofFrom: null,
  ofTo: null,
  unit: '',
  day: null,
  isRange: false,
  decimals: 0,
};

function said(groups: Readonly<Record<string, string | undefined>>): Said {
  const { year, month, date, isoMonth, isoDate, place, part, whole, part2, whole2, from, to, unit } = groups;
  if (year !== undefined)
    return { ...NOTHING, kind: 'day', day: [year, month ?? isoMonth, date ?? isoDate].flatMap(twoDigits).join('-') };
  if (place !== undefined) return { ...NOTHING, kind: 'place' };
  if (part !== undefined)
    return {
      ...NOTHING,
      kind: 'pair',
      from: read(part),
      to: read(part2 ?? part),
      ofFrom: read(whole!),
      ofTo: read(whole2 ?? whole!),
      isRange: part2 !== undefined,
    };
  return {
    ...NOTHING,
    kind: 'number',
    from: read(from!),
    to: read(to ?? from!),
    unit: unit ?? '',
    isRange: to !== undefined,
    decimals: from!.split('.')[1]?.length ?? 0,
  };
}

const read = (text: string): Fraction => exactly(Number(text.replace(/^[−－负]/, '-')));

const twoDigits = (one: string | undefined): readonly string[] => (one === undefined ? [] : [one.padStart(2, '0')]);
