/** What a heading means: any text in any table, and the heading of a column in one. */
import { headingOf } from '../model/headings.ts';
import { headingToken, headingWords } from '../model/tokens.ts';
import type { Basis, FieldDef } from '../model.ts';
import { explained, partly } from './explained.ts';
import { heading, unitOf } from './text.ts';
import { type Meaning, nearest, spelledAs, type Vocabulary, type Written } from './vocabulary.ts';

const MOST_MET = 2000;

/** Null for a text that is no known heading. What is remembered from one workbook to the next are words of the catalogue. */
function written(vocabulary: Vocabulary, text: string): Written | null {
  const known = vocabulary.met.get(text);
  if (known) return known;
  const compared = heading(text);
  const meanings = lookUp(vocabulary, compared);
  if (meanings.length === 0) return null;
  const made = { compared, unit: unitOf(text), meanings };
  if (vocabulary.met.size < MOST_MET) vocabulary.met.set(text, made);
  return made;
}

const NOTHING: readonly Meaning[] = [];
const LONGEST_HEADING = 30;
// From here on characters may be full-width or symbols that normalisation takes away; below lie the Chinese characters.
const FULL_WIDTH = 0xf000;
const FIRST_CHINESE = 0x3400;

/** What a cell's text may mean as a heading, in any table. */
export function meaningsOf(vocabulary: Vocabulary, text: string): readonly Meaning[] {
  const words = headingWords(text);
  return mayMean(vocabulary, words) ? (written(vocabulary, words)?.meanings ?? NOTHING) : NOTHING;
}

/** Most cells are no heading, which is told by their first and last characters, or by one that is in no heading. */
export function mayMean({ initials, finals, characters }: Vocabulary, text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const initial = text.charCodeAt(0);
  if (isPlain(initial) && !initials.has(initial)) return false;
  const final = text.charCodeAt(text.length - 1);
  if (isPlain(final) && !finals.has(final)) return false;
  for (let at = 1; at < text.length - 1; at++) {
    const character = text.charCodeAt(at);
    // In brackets and lists stand values, too.
    if (isPlain(character) && !characters.has(character)) return LISTED.test(text);
  }
  return true;
}

const LISTED = /[(（[［/／、]/;

function isPlain(character: number): boolean {
  return (character >= FIRST_CHINESE && character < FULL_WIDTH) || (character >= 48 && character <= 57);
}

const NO_MEANINGS: readonly Meaning[] = [];

/** What a heading in its compared form may mean, in each table by the nearest way that leads there. */
export function lookUp(vocabulary: Vocabulary, compared: string): readonly Meaning[] {
  const known = vocabulary.found.get(compared);
  if (known) return known;
  if (vocabulary.passing.none.has(compared)) return NO_MEANINGS;
  const meanings = nearest(spelledAs(vocabulary, compared), explained(vocabulary, compared));
  if (meanings.length === 0) vocabulary.passing.none.add(compared);
  else if (vocabulary.found.size < MOST_MET) vocabulary.found.set(compared, meanings);
  return meanings;
}

export interface Match {
  readonly field: FieldDef | null;
  readonly basis: Basis;
  /** True where several fields would fit equally well: asked, never assumed. */
  readonly ambiguous: boolean;
  /** Fields that the heading names beside words that are not explained: 2019年注册志愿者数. Asked where no column has them. */
  readonly near: readonly FieldDef[];
}

const AMBIGUOUS: Match = { field: null, basis: 'none', ambiguous: true, near: [] };

/**
 * What a heading means in a table: 备案 above 时间 as 备案时间, then the leaf itself, exact, normalised or a synonym, group
 * headings deciding between equal leaves; last a known heading beside words that are all explained (decision read-3).
 */
export function matchHeading(vocabulary: Vocabulary, table: number, name: HeadingName): Match {
  for (const group of name.groups) {
    const joined = spelledAs(vocabulary, group + name.compared).filter((meaning) => meaning.table === table);
    if (joined.length === 1) return { field: joined[0]!.field, basis: 'synonym', ambiguous: false, near: [] };
  }
  const fitting = lookUp(vocabulary, name.compared).filter((meaning) => meaning.table === table);
  if (fitting.length === 0) {
    return { field: null, basis: 'none', ambiguous: false, near: partly(vocabulary, table, name.compared) };
  }
  const chosen = fitting.length === 1 ? fitting[0]! : byGroup(fitting, name.groups);
  if (!chosen) return AMBIGUOUS;
  return { field: chosen.field, basis: basisOf(chosen, name.leaf), ambiguous: false, near: [] };
}

/** A heading of a field is exact where it is written as the template writes it, with or without the unit. */
export function basisOf({ field, basis }: Meaning, text: string): Basis {
  if (basis !== 'label') return basis;
  return text === field.label || text === headingOf(field) ? 'exact' : 'normalized';
}

/** A heading ready to be looked up in several tables. */
export interface HeadingName {
  readonly leaf: string;
  readonly unit: string | null;
  /** The leaf and the groups above it in their compared form. */
  readonly compared: string;
  readonly groups: readonly string[];
  /** By what a person names the leaf and its groups: their tokens, where they have one. */
  readonly said: { readonly leaf: string; readonly groups: readonly string[] };
}

/** A heading as a person may name it. */
export const saidAs = (text: string): string => headingToken(text) ?? heading(text);

export function headingName(vocabulary: Vocabulary, path: readonly string[]): HeadingName | null {
  const leaf = path.at(-1);
  if (leaf === undefined) return null;
  const { compared, unit } = written(vocabulary, leaf) ?? { compared: heading(leaf), unit: unitOf(leaf) };
  const above = path.slice(0, -1);
  const said = { leaf: headingToken(leaf) ?? compared, groups: above.map(saidAs) };
  return { leaf: headingWords(leaf), compared, unit, groups: above.map(heading), said };
}

function byGroup(fitting: readonly Meaning[], above: readonly string[]): Meaning | null {
  const named = fitting.filter(({ field }) => field.groups?.some((group) => above.includes(heading(group))));
  const fields = new Set((named.length ? named : fitting).map(({ field }) => field));
  if (fields.size === 1) return (named.length ? named : fitting)[0]!;
  const labels = fitting.filter(({ basis }) => basis === 'label');
  return named.length === 0 && labels.length === 1 ? labels[0]! : null;
}
