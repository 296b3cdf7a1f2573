/** Which table a block of headings belongs to, and which field each column holds. */
import type { Basis, Column, FieldDef, TableDef } from '../model.ts';
import type { HeaderBlock, Heading } from './headers.ts';
import { heading, unitOf } from './text.ts';
import { type Match, matchHeading, type Vocabulary } from './vocabulary.ts';

export interface Fit {
  readonly table: TableDef;
  readonly tableIndex: number;
  readonly columns: readonly Column[];
}

const RANK: Readonly<Record<Basis, number>> = {
  corrected: 5,
  exact: 4,
  normalized: 3,
  synonym: 2,
  contains: 1,
  none: 0,
};
/** A vertical form printed as one line has at least so many headings. */
const LEAST_FORM_HEADINGS = 4;
const LEAST_FIELDS = 3;
// Headings broken over two lines in their cell are one heading in messages.
const LINE_BREAK = /\s*[\r\n]+\s*/g;

/**
 * The table with most headings understood, among those whose necessary headings are there; title words only break a tie.
 * `forced` is a person's correction; `fields` are corrected columns, by index.
 */
export function fitTable(
  vocabulary: Vocabulary,
  block: HeaderBlock,
  titles: string,
  forced: string | null,
  fields: ReadonlyMap<number, string | null>,
): Fit | null {
  let best: Fit | null = null;
  let bestScore = 0;
  for (const tableIndex of candidates(vocabulary, block, forced)) {
    const table = vocabulary.tables[tableIndex]!;
    const fit = fitColumns(vocabulary, tableIndex, block.headings, fields);
    const score = scoreOf(table, fit, titles, forced);
    if (score > bestScore) {
      best = fit;
      bestScore = score;
    }
  }
  return best;
}

function candidates(vocabulary: Vocabulary, block: HeaderBlock, forced: string | null): readonly number[] {
  if (forced) return vocabulary.tables.flatMap((table, index) => (table.id === forced ? [index] : []));
  const tables = new Set<number>();
  for (const { path } of block.headings) {
    for (const text of path) {
      for (const meaning of vocabulary.meanings.get(heading(text)) ?? []) tables.add(meaning.table);
    }
  }
  return [...tables].sort((a, b) => a - b);
}

function scoreOf(table: TableDef, fit: Fit, titles: string, forced: string | null): number {
  const found = new Set(fit.columns.map(({ field }) => field));
  found.delete(null);
  if (forced) return 1 + found.size * 100;
  if (found.size < (table.shape === 'form' ? LEAST_FORM_HEADINGS : LEAST_FIELDS)) return 0;
  if (!table.key.some((key) => found.has(key))) return 0;
  if (table.marked && !hasWord(table.marked, titles, fit.columns)) return 0;
  if (table.needs && !table.needs.every((any) => any.some((key) => found.has(key)))) return 0;
  const exact = fit.columns.filter(({ basis }) => basis === 'exact' || basis === 'normalized').length;
  return found.size * 100 + (table.titles.some((word) => titles.includes(word)) ? 50 : 0) + Math.min(exact, 40);
}

function hasWord(words: readonly string[], titles: string, columns: readonly Column[]): boolean {
  return words.some((word) => titles.includes(word) || columns.some(({ header }) => header.includes(word)));
}

function fitColumns(
  vocabulary: Vocabulary,
  tableIndex: number,
  headings: readonly Heading[],
  fields: ReadonlyMap<number, string | null>,
): Fit {
  const matches = headings.map(({ index, path }) => corrected(vocabulary, tableIndex, index, path, fields));
  // A field is taken once: by the column that names it best, the leftmost among equals.
  const holder = new Map<FieldDef, number>();
  matches.forEach(({ field, basis }, at) => {
    const present = field ? holder.get(field) : undefined;
    if (field && (present === undefined || RANK[basis] > RANK[matches[present]!.basis])) holder.set(field, at);
  });
  const columns = headings.map(({ index, path }, at): Column => {
    const { field, basis, ambiguous: several } = matches[at]!;
    const held = field !== null && holder.get(field) === at;
    return {
      field: held ? field.key : null,
      header: path.join(' / ').replace(LINE_BREAK, ''),
      index,
      basis: held ? basis : 'none',
      unit: unitOf(path.at(-1) ?? ''),
      ambiguous: several || (field !== null && !held),
    };
  });
  return { table: vocabulary.tables[tableIndex]!, tableIndex, columns };
}

function corrected(
  vocabulary: Vocabulary,
  tableIndex: number,
  index: number,
  path: readonly string[],
  fields: ReadonlyMap<number, string | null>,
): Match {
  const key = fields.get(index);
  if (key === null) return { field: null, basis: 'corrected', ambiguous: false };
  const field = key === undefined ? undefined : vocabulary.fields[tableIndex]!.get(key);
  if (field) return { field, basis: 'corrected', ambiguous: false };
  const leaf = path.at(-1);
  if (leaf === undefined) return { field: null, basis: 'none', ambiguous: false };
  return matchHeading(vocabulary, tableIndex, leaf, path.slice(0, -1));
}
