/** What a measure comes to: the least and the most that the workbook can mean, and why the two part (decision check-1). */
import { addressOf, cellAddress } from '../../model/addresses.ts';
import { listWords } from '../../model/words.ts';
import type { Condition, DataRecord, Datum, Evidence, Place } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Phrase } from '../phrases.ts';
import { listed } from '../say.ts';
import { tableName } from './labels.ts';

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
  /** Denominators of the two; null for a count. */
  readonly lowerOf: number | null;
  readonly upperOf: number | null;
  /** The denominator to be shown where it is not that of the lower bound: the first of several (decision check-8). */
  readonly of?: number;
}

export interface Taken {
  /** Null where nothing could be measured; `missing` then says why. */
  readonly bounds: Bounds | null;
  readonly missing: Said | null;
  /** Gathered when asked for: a count that is only compared needs none. */
  readonly evidence: () => readonly Evidence[];
  readonly at: Place | null;
  /** Records on which the bounds part. */
  readonly undecided: readonly Undecided[];
  readonly doubts: readonly Doubt[];
  /** Further things to be said beside the figure. */
  readonly notes: readonly Said[];
  /** What leaves the verdict open, where no single record does. */
  readonly unsure: readonly Said[];
  /** True where no verdict can stand on it, whatever the bounds: `unsure` says why. */
  readonly isOpen: boolean;
  /** True where lists count perhaps and may be a part only: what is short of the target may be elsewhere. */
  readonly isPartial: boolean;
  /** Day on which the target was certainly reached, where the records tell. */
  readonly reachedOn: number | null;
  /** By how many days a date was missed. */
  readonly daysLate: number | null;
}

export interface Undecided {
  readonly record: DataRecord;
  /** Conditions that leave it open, and whether they should be so or not so for the better end. */
  readonly asks: readonly (readonly [condition: Condition, wanted: boolean])[];
  /** Field that leaves it open without any condition, and the phrase for it. */
  readonly once?: { readonly field: string; readonly phrase: Phrase };
  /** What the better end adds to numerator and denominator of the worse. */
  readonly adds: readonly [part: number, whole: number];
}

/** A phrase of the catalogue and the words for its places. */
export interface Said {
  readonly phrase: Phrase;
  readonly words: Readonly<Record<string, string | number | undefined>>;
}

/** A cell that was taken with doubt; `opens` where the verdict cannot stand on it, `always` even if the bounds part. */
export interface Doubt {
  readonly phrase: Phrase;
  readonly sheet: string;
  readonly datum: Datum;
  /** Label of the field, where there is no cell of it. */
  readonly field?: string;
  readonly opens: boolean | 'always';
}

export const NOTHING: Taken = {
  bounds: null,
  missing: null,
  evidence: () => [],
  at: null,
  undecided: [],
  doubts: [],
  notes: [],
  unsure: [],
  isOpen: false,
  isPartial: false,
  reachedOn: null,
  daysLate: null,
};

/** Absent and header-only tables, and lists of what does not stand, are missing, never zero (decision check-3). */
export function whyAbsent(table: string, scope: Scope): Said | null {
  const { rivals } = scope.reading.unit;
  // The form of the community itself is nobody's as well.
  if (rivals.length > 0 && scope.community === null)
    return { phrase: 'missing.rivals', words: { count: rivals.length, list: listed(rivals) } };
  if (scope.records(table).length > 0) return null;
  const found = scope.tables(table)[0];
  const words = { table: tableName(table, scope), sheet: found?.sheet ?? '' };
  const [out] = found ? [] : scope.aside(table).out;
  if (!out) return { phrase: found ? 'missing.empty' : 'missing.table', words };
  const place = { ...words, sheet: out.table.sheet, address: addressOf(out.table.area) };
  if (out.why === 'others' || out.why === 'whose' || out.why === 'who')
    return { phrase: 'missing.others', words: place };
  return { phrase: 'missing.listed', words: { ...place, kind: listWords[out.why] } };
}

/** Lists that count perhaps, and why: nothing certain stands on them. */
export function openLists(table: string, scope: Scope): readonly Said[] {
  return scope.aside(table).open.map(({ table: { sheet, area, words }, section, why }) => {
    const address = section ? cellAddress(section.row, section.column) : addressOf(area);
    const said = { sheet, address, words: section?.words.doubt ?? words.doubt ?? '' };
    return { phrase: why === 'whose' || why === 'who' ? `open.${why}` : 'open.subset', words: said };
  });
}

export function isPartial(table: string, scope: Scope): boolean {
  return scope.aside(table).open.some(({ why }) => why === 'subset' || why === 'whose');
}

/** A yes or no as a count of one. */
export function yesNo(certainly: boolean, perhaps: boolean): Bounds {
  return { lower: certainly ? 1 : 0, upper: perhaps ? 1 : 0, lowerOf: null, upperOf: null };
}
