/** Which table a block of headings belongs to, and which field each column holds. */
import type { Basis, Column, FieldDef, TableDef } from '../model.ts';
import type { HeaderBlock } from './headers.ts';
import { type HeadingName, headingName, lookUp, type Match, matchHeading } from './headings.ts';
import { heading } from './text.ts';
import { tickColumns } from './ticks.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Fit {
  readonly table: TableDef;
  readonly tableIndex: number;
  readonly columns: readonly Column[];
  /** Fields that some column may hold, but none does until a person says so. */
  readonly asked: ReadonlySet<string>;
}

const RANK: Readonly<Record<Basis, number>> = {
  corrected: 5,
  exact: 4,
  normalized: 3,
  synonym: 2,
  contains: 1,
  none: 0,
};
/** What people say of a column: a field, that it is none (null), or nothing (undefined). */
export type Said = (table: string, index: number, name: HeadingName | null) => string | null | undefined;

/** A vertical form printed as one line has at least so many headings. */
const LEAST_FORM_HEADINGS = 4;
const LEAST_FIELDS = 3;

/**
 * The table with most headings understood, among those whose necessary headings are there; title words only break a tie.
 * `forced` is a person's correction, `said` what people say of columns. Where it is certain that here is a table of
 * the catalogue, headings that other lists of an office have as well are enough.
 */
export function fitTable(
  vocabulary: Vocabulary,
  block: HeaderBlock,
  titles: string,
  forced: string | null,
  said: Said,
  isCertain = false,
): Fit | null {
  const names = block.headings.map(({ path }) => headingName(vocabulary, path));
  let best: Fit | null = null;
  let bestScore = 0;
  for (const tableIndex of candidates(vocabulary, names, forced)) {
    const table = vocabulary.tables[tableIndex]!;
    const fit = fitColumns(vocabulary, tableIndex, block, names, said);
    const score =
      isForeign(vocabulary, table, fit.columns, titles) && !forced && !isCertain
        ? 0
        : scoreOf(table, fit, titles, forced);
    if (score > bestScore) {
      best = fit;
      bestScore = score;
    }
  }
  return best;
}

/** Tables that know at least half as many of the headings as the one that knows most. */
function candidates(
  vocabulary: Vocabulary,
  names: readonly (HeadingName | null)[],
  forced: string | null,
): readonly number[] {
  if (forced) return vocabulary.tables.flatMap((table, index) => (table.id === forced ? [index] : []));
  const counts = vocabulary.tables.map(() => 0);
  const counted = vocabulary.tables.map(() => -1);
  names.forEach((name, at) => {
    if (!name) return;
    const count = (text: string) => {
      for (const { table } of lookUp(vocabulary, text)) {
        if (counted[table] !== at) counts[table]!++;
        counted[table] = at;
      }
    };
    count(name.compared);
    for (const group of name.groups) count(group + name.compared);
  });
  const most = Math.max(...counts);
  return counts.flatMap((count, index) => (count > 0 && count * 2 >= most ? [index] : []));
}

function scoreOf(table: TableDef, fit: Fit, titles: string, forced: string | null): number {
  const found = new Set(fit.columns.map(({ field }) => field));
  found.delete(null);
  if (forced) return 1 + found.size * 100;
  const understood = new Set([...found, ...fit.asked]);
  const communities = fit.columns.filter(({ of }) => of !== undefined).length;
  const least = table.shape === 'form' ? LEAST_FORM_HEADINGS : LEAST_FIELDS;
  if (understood.size + Math.max(communities - 1, 0) < least) return 0;
  if (!table.key.some((key) => found.has(key))) return 0;
  if (table.marked && !hasWord(table.marked, titles, fit.columns)) return 0;
  if (table.needs && !table.needs.every((any) => any.some((key) => understood.has(key)))) return 0;
  if (table.atLeast && table.atLeast.of.filter((key) => found.has(key)).length < table.atLeast.count) return 0;
  const exact = fit.columns.filter(({ basis }) => basis === 'exact' || basis === 'normalized').length;
  return found.size * 100 + (table.titles.some((word) => titles.includes(word)) ? 50 : 0) + Math.min(exact, 40);
}

/** 通讯录, 采购清单: nothing says that the list is this table, or its title says that it is another. */
export function isForeign(
  { catalogue }: Vocabulary,
  { telling, marked }: TableDef,
  columns: readonly Pick<Column, 'field' | 'header'>[],
  titles: string,
): boolean {
  if (marked) return false;
  if (catalogue.writings.foreign.some((word) => titles.includes(word))) return true;
  if (!telling || columns.some(({ field }) => field !== null && telling.fields.includes(field))) return false;
  return !hasWord(telling.words, titles, columns);
}

function hasWord(words: readonly string[], titles: string, columns: readonly Pick<Column, 'header'>[]): boolean {
  return words.some((word) => titles.includes(word) || columns.some(({ header }) => header.includes(word)));
}

function fitColumns(
  vocabulary: Vocabulary,
  tableIndex: number,
  block: HeaderBlock,
  names: readonly (HeadingName | null)[],
  said: Said,
): Fit {
  const { headings, isInferred } = block;
  const matches = headings.map(({ index }, at) => corrected(vocabulary, tableIndex, index, names[at]!, said));
  if (isInferred) withoutGroups(vocabulary, tableIndex, names, matches);
  yieldNumbers(vocabulary, tableIndex, names, matches);
  const ticks = tickColumns(vocabulary, tableIndex, block, names, matches);
  const communities = communityColumns(vocabulary, tableIndex, block, names, matches);
  const parts = dateParts(vocabulary, tableIndex, headings, matches);
  const holder = holders(vocabulary, names, matches);
  const columns = headings.map(({ index, path }, at): Column => {
    const { field, basis, ambiguous: several, near } = matches[at]!;
    const tick = ticks.get(index);
    const of = communities.get(index);
    const part = parts.get(at);
    const base = { header: headerOf(path), index, unit: names[at]?.unit ?? null };
    if (part) return { ...base, field: part.field.key, basis: 'synonym', ambiguous: false, part: part.part };
    const held = field !== null && (tick !== undefined || of !== undefined || holder.get(field) === at);
    return {
      ...base,
      ...(tick === undefined ? {} : { tick }),
      ...(of === undefined ? {} : { of }),
      field: held ? field.key : null,
      basis: held || (basis === 'corrected' && field === null) ? basis : 'none',
      ambiguous:
        several || (field !== null && !held && !isCoarse(field, names[at]!)) || near.some((one) => !holder.has(one)),
    };
  });
  const possible = matches.flatMap(({ field, near }) => (field ? [field, ...near] : near));
  const asked = new Set(possible.filter((field) => !holder.has(field)).map(({ key }) => key));
  return { table: vocabulary.tables[tableIndex]!, tableIndex, columns, asked };
}

/** Without such as mean the field only where no other column does, if any is left. */
function finer(field: FieldDef, columns: readonly number[], names: readonly (HeadingName | null)[]): readonly number[] {
  const fine = columns.filter((at) => !isCoarse(field, names[at]!));
  return fine.length > 0 ? fine : columns;
}

function isCoarse({ coarse }: FieldDef, name: HeadingName | null): boolean {
  return coarse?.includes(name?.compared ?? '') ?? false;
}

/** 编号 beside 工号 numbers the lines. `matches` are changed. */
function yieldNumbers(
  { catalogue, tables }: Vocabulary,
  tableIndex: number,
  names: readonly (HeadingName | null)[],
  matches: Match[],
): void {
  const serial = tables[tableIndex]!.fields.find(({ type }) => type === 'serial');
  for (const [at, { field, basis }] of matches.entries()) {
    if (!field || field === serial || basis === 'corrected') continue;
    if (!catalogue.headings.numbers.includes(names[at]?.leaf.trim() ?? '')) continue;
    if (!matches.some((other, place) => place !== at && other.field === field)) continue;
    const isFree = serial && !matches.some((other) => other.field === serial);
    matches[at] = { field: isFree ? serial : null, basis: isFree ? 'synonym' : 'none', ambiguous: false, near: [] };
  }
}

/**
 * A field is taken once: by the column that names it best, the leftmost among equals; where groups tell apart the years, by
 * none that stands under one of them.
 */
function holders(
  { spelling }: Vocabulary,
  names: readonly (HeadingName | null)[],
  matches: readonly Match[],
): ReadonlyMap<FieldDef, number> {
  const claims = new Map<FieldDef, number[]>();
  matches.forEach(({ field }, at) => {
    if (field) claims.set(field, [...(claims.get(field) ?? []), at]);
  });
  const isOther = (at: number) => matches[at]!.basis !== 'corrected' && names[at]!.groups.some(spelling.isOtherTime);
  const holder = new Map<FieldDef, number>();
  for (const [field, columns] of claims) {
    const able =
      columns.length === 1
        ? columns
        : finer(
            field,
            columns.filter((at) => !isOther(at)),
            names,
          );
    const best = Math.max(...able.map((at) => RANK[matches[at]!.basis]));
    const first = able.find((at) => RANK[matches[at]!.basis] === best);
    if (first !== undefined) holder.set(field, first);
  }
  return holder;
}

/**
 * 指标 | 甲社区 | 乙社区 | 合计: the figures of several communities, each in a column of its own. `matches` are changed. The
 * community of a column.
 */
function communityColumns(
  { catalogue: { writings }, tables, fields }: Vocabulary,
  tableIndex: number,
  { headings }: HeaderBlock,
  names: readonly (HeadingName | null)[],
  matches: Match[],
): ReadonlyMap<number, string> {
  const value = tables[tableIndex]!.pivot?.value;
  const field = value === undefined ? undefined : fields[tableIndex]!.get(value);
  if (!field || matches.some((match) => match.field === field && match.basis !== 'contains')) return NO_COMMUNITIES;
  const found = new Map<number, string>();
  matches.forEach((match, at) => {
    const leaf = names[at]?.leaf.trim() ?? '';
    const isCommunity = writings.communities.some((word) => leaf.length > word.length && leaf.endsWith(word));
    if (!isCommunity || match.basis === 'corrected' || (match.field !== null && match.basis !== 'contains')) return;
    matches[at] = { field, basis: 'synonym', ambiguous: false, near: [] };
    found.set(headings[at]!.index, leaf);
  });
  return found;
}

const NO_COMMUNITIES: ReadonlyMap<number, string> = new Map();

const DATE_PARTS: Readonly<Record<string, 'day' | 'month' | 'year'>> = {
  日: 'day',
  号: 'day',
  月: 'month',
  月份: 'month',
  年: 'year',
  年份: 'year',
};

/**
 * Leaves 年, 月 and 日 under a heading of dates: the smallest of them becomes the field's own column among the `matches`, the
 * others are returned by their place.
 */
function dateParts(
  vocabulary: Vocabulary,
  tableIndex: number,
  headings: HeaderBlock['headings'],
  matches: Match[],
): ReadonlyMap<number, { readonly field: FieldDef; readonly part: 'month' | 'year' }> {
  const found = new Map<FieldDef, Partial<Record<'day' | 'month' | 'year', number>>>();
  headings.forEach(({ path }, at) => {
    const part = path.length > 1 ? DATE_PARTS[heading(path.at(-1)!)] : undefined;
    if (!part || matches[at]!.field) return;
    const group = headingName(vocabulary, path.slice(0, -1));
    const field = group ? matchHeading(vocabulary, tableIndex, group).field : null;
    if (field?.type !== 'date' || matches.some((match) => match.field === field)) return;
    found.set(field, { ...found.get(field), [part]: at });
  });
  const parts = new Map<number, { field: FieldDef; part: 'month' | 'year' }>();
  for (const [field, { day, month, year }] of found) {
    const own = day ?? month;
    if (own === undefined) continue;
    matches[own] = { field, basis: 'synonym', ambiguous: false, near: [] };
    if (day !== undefined && month !== undefined) parts.set(month, { field, part: 'month' });
    if (year !== undefined) parts.set(year, { field, part: 'year' });
  }
  return parts;
}

function headerOf(path: readonly string[]): string {
  const header = path.length === 1 ? path[0]! : path.join(' / ');
  if (!header.includes('\n') && !header.includes('\r')) return header;
  // Headings broken over two lines in their cell are one heading in messages.
  const lines = header.split(/[\r\n]+/);
  return lines
    .map((line, at) => (at === 0 ? line.trimEnd() : at === lines.length - 1 ? line.trimStart() : line.trim()))
    .join('');
}

/**
 * Of several columns with one meaning those that have it only by their group may not be of the group at all: 状态, to the
 * right of 登记备案情况 {登记/备案 | 证号}, then means what it means alone.
 */
function withoutGroups(
  vocabulary: Vocabulary,
  tableIndex: number,
  names: readonly (HeadingName | null)[],
  matches: Match[],
): void {
  const alone = names.map((name) =>
    name?.groups.length ? matchHeading(vocabulary, tableIndex, { ...name, groups: [] }) : null,
  );
  const taken = new Set<FieldDef | null>();
  const isOwn = (at: number) => !alone[at] || alone[at].field === matches[at]!.field;
  for (const [at, { field }] of matches.entries()) if (isOwn(at)) taken.add(field);
  for (const [at, { field }] of matches.entries()) {
    if (isOwn(at)) continue;
    if (taken.has(field) && alone[at]!.field) matches[at] = alone[at]!;
    taken.add(field);
  }
}

function corrected(
  vocabulary: Vocabulary,
  tableIndex: number,
  index: number,
  name: HeadingName | null,
  said: Said,
): Match {
  const key = said(vocabulary.tables[tableIndex]!.id, index, name);
  if (key === null) return { field: null, basis: 'corrected', ambiguous: false, near: [] };
  const field = key === undefined ? undefined : vocabulary.fields[tableIndex]!.get(key);
  if (field) return { field, basis: 'corrected', ambiguous: false, near: [] };
  return name ? matchHeading(vocabulary, tableIndex, name) : { field: null, basis: 'none', ambiguous: false, near: [] };
}
