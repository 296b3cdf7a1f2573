/** Columns to be ticked (decision read-25): one field over several of them, each headed by the value that a tick in it stands for. */
import type { Cell, FieldDef, TableDef, Writings } from '../model.ts';
import { readFlag } from './flags.ts';
import type { HeaderBlock } from './headers.ts';
import { type HeadingName, type Match, matchHeading } from './headings.ts';
import { clean, heading } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords } from './words.ts';

/** One of the columns of a field. */
export interface TickColumn {
  readonly index: number;
  /** Its heading: 登记, 是. */
  readonly value: string;
}

const BRACKETS = /[()[\]【】〔〕 ]/g;
const CHINESE = /[\u4e00-\u9fff]/;

/** Whether a cell is ticked; null where something else stands there: a date, a figure, another word. */
export function isTicked(raw: Cell, value: string, field: FieldDef, writings: Writings): boolean | null {
  if (raw === null || raw === true || raw === false) return raw === true;
  if (typeof raw === 'object') return null;
  const text = clean(String(raw)).toUpperCase();
  const bare = text.replace(BRACKETS, '');
  if (bare === '' || bare === '/' || bare === '—' || bare === '-') return false;
  if (heading(text) === heading(value)) return true;
  const isAll = (characters: string) => [...bare].every((character) => characters.includes(character));
  if (isAll(writings.ticked)) return true;
  if (isAll(writings.unticked)) return false;
  // 是 under 登记 is a tick; under 否 it is anybody's guess.
  const says = (words: readonly string[]) => words.includes(bare) && (field.type !== 'boolean' || !CHINESE.test(bare));
  return says(writings.yes) ? true : says(writings.no) ? false : null;
}

/**
 * Puts the columns of a field that is to be ticked under it: those below a group that names the field (完成情况 {是 | 否}),
 * or several side by side whose headings are different words of one list (登记 | 备案). `matches` are changed. What a tick
 * stands for, by column.
 */
export function tickColumns(
  vocabulary: Vocabulary,
  tableIndex: number,
  block: HeaderBlock,
  names: readonly (HeadingName | null)[],
  matches: Match[],
): ReadonlyMap<number, string> {
  const values = new Map<number, string>();
  const taken = new Set<FieldDef>();
  for (let from = 0; from < names.length; from++) {
    const group = names[from]?.groups.at(-1);
    let to = from;
    const isPart = (at: number) => isOpen(matches, names, at, group) && names[at]!.groups.at(-1) === group;
    while (to + 1 < names.length && isPart(to + 1)) to++;
    if (to === from || !isPart(from)) continue;
    const leaves = names.slice(from, to + 1).map((name) => name!.leaf);
    const found =
      group === undefined ? byList(vocabulary, tableIndex, leaves) : byGroup(vocabulary, tableIndex, group, leaves);
    const isElsewhere = matches.some(({ field }, at) => field === found && (at < from || at > to));
    if (found && !isElsewhere && !taken.has(found)) {
      taken.add(found);
      for (let at = from; at <= to; at++) {
        matches[at] = { field: found, basis: 'synonym', ambiguous: false, near: [] };
        values.set(block.headings[at]!.index, names[at]!.leaf);
      }
    }
    from = to;
  }
  return values;
}

/** A heading that means nothing by itself, or less than certainly; below a group it may be a value and a field's name, too: 社会工作师. */
function isOpen(
  matches: readonly Match[],
  names: readonly (HeadingName | null)[],
  at: number,
  group: string | undefined,
): boolean {
  const { field, basis } = matches[at]!;
  if (names[at] === null || basis === 'corrected') return false;
  return (
    field === null || basis === 'contains' || (group !== undefined && (field.type === 'code' || field.type === 'codes'))
  );
}

function byGroup(vocabulary: Vocabulary, table: number, group: string, leaves: readonly string[]): FieldDef | null {
  const name: HeadingName = { leaf: group, compared: group, unit: null, groups: [], said: { leaf: group, groups: [] } };
  const { field } = matchHeading(vocabulary, table, name);
  return field && areValues(vocabulary, field, leaves) ? field : null;
}

function byList({ tables, ...vocabulary }: Vocabulary, table: number, leaves: readonly string[]): FieldDef | null {
  const { fields }: TableDef = tables[table]!;
  const fitting = fields.filter(
    (field) => field.type !== 'boolean' && areValues({ tables, ...vocabulary }, field, leaves),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

/** All of them values of the field, and no two the same. */
function areValues({ books, catalogue }: Vocabulary, field: FieldDef, leaves: readonly string[]): boolean {
  const book = books.get(field.list ?? '');
  const values = leaves.map((leaf) => {
    if (field.type === 'boolean') return readFlag(leaf, catalogue.writings).flag;
    return book?.exact.has(heading(leaf)) ? (readWords(leaf, book, catalogue.writings, false).codes[0] ?? null) : null;
  });
  return !values.includes(null) && new Set(values).size === values.length;
}
