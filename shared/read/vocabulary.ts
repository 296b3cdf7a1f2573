/** The catalogue made ready for look-ups: every heading that is known, and what it may mean in which table. */
import type { Basis, Catalogue, FieldDef, TableDef } from '../model.ts';
import { heading, unitOf } from './text.ts';
import { type CodeBook, codeBook } from './words.ts';

/** A heading as one table knows it. */
export interface Meaning {
  readonly table: number;
  readonly field: FieldDef;
  readonly basis: 'label' | 'synonym';
}

export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly tables: readonly TableDef[];
  /** Heading in its compared form → meanings, in all tables and in each. */
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  readonly own: readonly ReadonlyMap<string, readonly Meaning[]>[];
  /** Known headings of each table, the longest first, for containment. */
  readonly words: readonly (readonly { readonly word: string; readonly field: FieldDef }[])[];
  readonly fields: readonly ReadonlyMap<string, FieldDef>[];
  readonly books: ReadonlyMap<string, CodeBook>;
  /** First characters of the known headings, to pass over other cells quickly. */
  readonly initials: ReadonlySet<number>;
  /** Known headings as they were typed, with asterisks, units and wide brackets, that were met before. */
  readonly met: Map<string, Written>;
}

/** A known heading as it was typed. */
interface Written {
  readonly compared: string;
  readonly unit: string | null;
  readonly meanings: readonly Meaning[];
}

const MOST_MET = 2000;

/** Null for a text that is no known heading. What is remembered from one workbook to the next are headings of the catalogue. */
function written(vocabulary: Vocabulary, text: string): Written | null {
  const known = vocabulary.met.get(text);
  if (known) return known;
  const compared = heading(text);
  const meanings = vocabulary.meanings.get(compared);
  if (!meanings) return null;
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
  return mayMean(vocabulary, text) ? (written(vocabulary, text)?.meanings ?? NOTHING) : NOTHING;
}

/** Most cells are no heading, which is told by one character. */
export function mayMean({ initials }: Vocabulary, text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const initial = text.charCodeAt(0);
  const plain = (initial >= FIRST_CHINESE && initial < FULL_WIDTH) || (initial >= 48 && initial <= 57);
  return !plain || initials.has(initial);
}

const compiled = new WeakMap<Catalogue, Vocabulary>();

export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const known = compiled.get(catalogue);
  if (known) return known;
  const vocabulary = compile(catalogue);
  compiled.set(catalogue, vocabulary);
  return vocabulary;
}

function compile(catalogue: Catalogue): Vocabulary {
  const meanings = new Map<string, Meaning[]>();
  const words: { word: string; field: FieldDef }[][] = [];
  catalogue.tables.forEach((table, index) => {
    const own = new Map<string, FieldDef>();
    for (const field of table.fields) {
      for (const text of [field.label, ...(field.synonyms ?? []), ...underGroups(field)]) {
        const word = heading(text);
        if (own.get(word) === field) continue;
        const meaning: Meaning = { table: index, field, basis: text === field.label ? 'label' : 'synonym' };
        const list = meanings.get(word);
        if (list) list.push(meaning);
        else meanings.set(word, [meaning]);
        if (!own.has(word)) own.set(word, field);
      }
    }
    words.push([...own].map(([word, field]) => ({ word, field })).sort((a, b) => b.word.length - a.word.length));
  });
  return {
    catalogue,
    tables: catalogue.tables,
    meanings,
    own: catalogue.tables.map((_, index) => meaningsIn(meanings, index)),
    words,
    fields: catalogue.tables.map((table) => new Map(table.fields.map((field) => [field.key, field]))),
    books: new Map(Object.values(catalogue.codes).map((list) => [list.id, codeBook(list, catalogue.writings)])),
    initials: new Set([...meanings.keys()].map((word) => word.charCodeAt(0))),
    met: new Map(),
  };
}

function meaningsIn(meanings: ReadonlyMap<string, readonly Meaning[]>, table: number): ReadonlyMap<string, Meaning[]> {
  const own = new Map<string, Meaning[]>();
  for (const [word, all] of meanings) {
    const fitting = all.filter((meaning) => meaning.table === table);
    if (fitting.length > 0) own.set(word, fitting);
  }
  return own;
}

/** Looked up as group and leaf joined, as any leaf under a group is first. */
function underGroups({ groups = [], leaves = [] }: FieldDef): readonly string[] {
  return groups.flatMap((group) => leaves.map((leaf) => heading(group) + heading(leaf)));
}

export interface Match {
  readonly field: FieldDef | null;
  readonly basis: Basis;
  /** True where several fields would fit equally well: asked, never assumed. */
  readonly ambiguous: boolean;
}

const UNKNOWN: Match = { field: null, basis: 'none', ambiguous: false };
const AMBIGUOUS: Match = { field: null, basis: 'none', ambiguous: true };

/**
 * What a heading means in a table: 备案 above 时间 as 备案时间, then the leaf itself, exact, normalised or a synonym, group
 * headings deciding between equal leaves; last a unique known word inside a heading of more than four characters
 * (decision read-3).
 */
export function matchHeading(vocabulary: Vocabulary, table: number, name: HeadingName): Match {
  const own = vocabulary.own[table]!;
  for (const group of name.groups) {
    const joined = own.get(group + name.compared);
    if (joined?.length === 1) return { field: joined[0]!.field, basis: 'synonym', ambiguous: false };
  }
  const fitting = own.get(name.compared);
  if (!fitting) return contained(vocabulary, table, name.compared);
  const chosen = fitting.length === 1 ? fitting[0]! : byGroup(fitting, name.groups);
  if (!chosen) return AMBIGUOUS;
  const basis = chosen.basis === 'synonym' ? 'synonym' : name.leaf === chosen.field.label ? 'exact' : 'normalized';
  return { field: chosen.field, basis, ambiguous: false };
}

/** A heading ready to be looked up in several tables. */
export interface HeadingName {
  readonly leaf: string;
  readonly unit: string | null;
  /** The leaf and the groups above it in their compared form. */
  readonly compared: string;
  readonly groups: readonly string[];
}

export function headingName(vocabulary: Vocabulary, path: readonly string[]): HeadingName | null {
  const leaf = path.at(-1);
  if (leaf === undefined) return null;
  const { compared, unit } = written(vocabulary, leaf) ?? { compared: heading(leaf), unit: unitOf(leaf) };
  return { leaf, compared, unit, groups: path.slice(0, -1).map(heading) };
}

function byGroup(fitting: readonly Meaning[], above: readonly string[]): Meaning | null {
  const named = fitting.filter(({ field }) => field.groups?.some((group) => above.includes(heading(group))));
  const fields = new Set((named.length ? named : fitting).map(({ field }) => field));
  if (fields.size === 1) return (named.length ? named : fitting)[0]!;
  const labels = fitting.filter(({ basis }) => basis === 'label');
  return named.length === 0 && labels.length === 1 ? labels[0]! : null;
}

const SHORTEST_CONTAINED = 3;
const SHORTEST_HEADING = 5;

function contained(vocabulary: Vocabulary, table: number, compared: string): Match {
  if (compared.length < SHORTEST_HEADING) return UNKNOWN;
  const taken = new Array<boolean>(compared.length).fill(false);
  const fields = new Set<FieldDef>();
  let longest = 0;
  for (const { word, field } of vocabulary.words[table]!) {
    if (word.length < 2) break;
    const at = compared.indexOf(word);
    if (at < 0 || taken[at] || taken[at + word.length - 1]) continue;
    taken.fill(true, at, at + word.length);
    fields.add(field);
    longest = Math.max(longest, word.length);
  }
  if (fields.size === 0 || longest < SHORTEST_CONTAINED) return UNKNOWN;
  return fields.size === 1 ? { field: [...fields][0]!, basis: 'contains', ambiguous: false } : AMBIGUOUS;
}
