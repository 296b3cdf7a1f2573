/** The catalogue made ready for look-ups: every heading that is known, and what it may mean in which table. */
import type { Catalogue, CodeEntry, FieldDef, TableDef } from '../model.ts';
import { countedAs, type Spelling, spellingOf } from './spelling.ts';
import { heading } from './text.ts';
import { type CodeBook, codeBook } from './words.ts';

/** A heading as one table knows it. */
export interface Meaning {
  readonly table: number;
  readonly field: FieldDef;
  readonly basis: 'label' | 'synonym' | 'contains';
}

type Meanings = ReadonlyMap<string, readonly Meaning[]>;

export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly tables: readonly TableDef[];
  /** Heading in its compared form → meanings, in all tables. */
  readonly meanings: Meanings;
  /** The same by the form in which what varies in headings is alike. */
  readonly plain: Meanings;
  readonly spelling: Spelling;
  readonly fields: readonly ReadonlyMap<string, FieldDef>[];
  readonly books: ReadonlyMap<string, CodeBook>;
  /** Words of each code list, by code, in the form in which headings are alike. */
  readonly codeWords: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** First and last characters that known headings can have, to pass over other cells quickly. */
  readonly initials: ReadonlySet<number>;
  readonly finals: ReadonlySet<number>;
  /** Those that stand anywhere in them, without figures. */
  readonly characters: ReadonlySet<number>;
  /** Headings as they were typed, with asterisks, units and wide brackets, that were met before. */
  readonly met: Map<string, Written>;
  /** Headings in their compared form that were looked up before. */
  readonly found: Map<string, readonly Meaning[]>;
  /** What was found out about other texts; forgotten with each workbook, whose own they are. */
  readonly passing: {
    readonly none: Set<string>;
    readonly near: Map<string, ReadonlyMap<number, readonly FieldDef[]>>;
  };
}

/** A known heading as it was typed. */
export interface Written {
  readonly compared: string;
  readonly unit: string | null;
  readonly meanings: readonly Meaning[];
}

const NOTHING: readonly Meaning[] = [];

/** As it is written in the catalogue, or differing only in words that are alike. */
export function spelledAs({ meanings, plain, spelling }: Vocabulary, compared: string): readonly Meaning[] {
  return nearest(meanings.get(compared) ?? NOTHING, plain.get(spelling.plain(compared)) ?? NOTHING);
}

/** Those further away only for tables that have none nearer. */
export function nearest(near: readonly Meaning[], far: readonly Meaning[]): readonly Meaning[] {
  if (far.length === 0 || near.length === 0) return near.length === 0 ? far : near;
  const tables = new Set(near.map(({ table }) => table));
  const others = far.filter(({ table }) => !tables.has(table));
  return others.length === 0 ? near : [...near, ...others];
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
  const spelling = spellingOf(catalogue.headings, catalogue.tables);
  const meanings = new Map<string, Meaning[]>();
  const plain = new Map<string, Meaning[]>();
  catalogue.tables.forEach((table, index) => {
    for (const field of table.fields) {
      for (const text of [field.label, ...(field.synonyms ?? []), ...underGroups(field)]) {
        const word = heading(text);
        put(meanings, word, { table: index, field, basis: text === field.label ? 'label' : 'synonym' });
      }
    }
  });
  // A word that another field of the table is called by is not another word for this one: 年份 beside 日期.
  const isOthers = (word: string, table: number, field: FieldDef) =>
    meanings.get(word)?.some((meaning) => meaning.table === table && meaning.field !== field) ?? false;
  catalogue.tables.forEach((table, index) => {
    for (const field of table.fields) {
      for (const text of [field.label, ...(field.synonyms ?? []), ...underGroups(field)]) {
        const word = heading(text);
        const alike = spelling.plain(word);
        for (const each of [alike, ...countedAs(field, alike)]) {
          if (each.length < 2 || (each !== word && isOthers(each, index, field))) continue;
          put(plain, each, { table: index, field, basis: 'synonym' });
        }
      }
    }
  });
  const words = [...meanings.keys(), ...spelling.words];
  return {
    catalogue,
    tables: catalogue.tables,
    meanings,
    plain,
    spelling,
    fields: catalogue.tables.map((table) => new Map(table.fields.map((field) => [field.key, field]))),
    books: new Map(Object.values(catalogue.codes).map((list) => [list.id, codeBook(list, catalogue.writings)])),
    codeWords: new Map(
      Object.values(catalogue.codes).map(({ id, entries }) => [id, entries.map((entry) => codeWords(entry, spelling))]),
    ),
    initials: new Set(words.map((word) => word.charCodeAt(0))),
    finals: new Set(words.map((word) => word.charCodeAt(word.length - 1))),
    characters: new Set(
      words
        .join('')
        .replace(/\d/g, '')
        .split('')
        .map((character) => character.charCodeAt(0)),
    ),
    met: new Map(),
    found: new Map(),
    passing: { none: new Set(), near: new Map() },
  };
}

/** Under a word once for each field. */
function put(meanings: Map<string, Meaning[]>, word: string, meaning: Meaning): void {
  const list = meanings.get(word);
  if (!list) meanings.set(word, [meaning]);
  else if (!list.some(({ field }) => field === meaning.field)) list.push(meaning);
}

function codeWords({ label, synonyms = [] }: CodeEntry, { plain }: Spelling): readonly string[] {
  return [label, ...synonyms].map((word) => plain(heading(word)));
}

/** Looked up as group and leaf joined, as any leaf under a group is first. */
function underGroups({ groups = [], leaves = [] }: FieldDef): readonly string[] {
  return groups.flatMap((group) => leaves.map((leaf) => heading(group) + heading(leaf)));
}
