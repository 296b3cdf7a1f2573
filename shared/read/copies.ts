/**
 * A copy of a list that was left in the workbook (名录 (2)) is told by its records and does not count (decision read-10). Lists
 * of different times are no copies, however alike their lines: month sheets have the same days.
 */
import { sheetWords, withoutTokens } from '../model/tokens.ts';
import type { DataRecord, Table } from '../model.ts';
import { clean } from './text.ts';

/** Share of a table's records that stand in the other, word for word, for it to be a copy. */
const COPY_SHARE = { p: 9, q: 10 };
const LEAST_RECORDS = 2;

export function markCopies(tables: readonly Table[]): readonly Table[] {
  const candidates = tables.filter(({ shape, records }) => shape === 'list' && records.length >= LEAST_RECORDS);
  const lists = candidates
    .filter((table) => candidates.some((other) => other !== table && other.id === table.id))
    .map((table, at): List => ({ table, at, lines: counted(table) }));
  for (const list of lists) {
    const original = lists.find(
      (other) =>
        other !== list &&
        other.table.id === list.table.id &&
        !other.table.copyOf &&
        precedes(other, list) &&
        !isOther(other.table, list.table) &&
        isCopy(list, other),
    );
    if (original) (list.table as { copyOf: Table | null }).copyOf = original.table;
  }
  return tables;
}

interface List {
  readonly table: Table;
  readonly at: number;
  /** How often each line stands in it, word for word. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Of two alike the one whose sheet's name does not say 副本 or (2) is the original, else the first. */
function precedes(other: List, list: List): boolean {
  const [a, b] = [isNamedCopy(other), isNamedCopy(list)];
  return a === b ? other.at < list.at : b;
}

const isNamedCopy = ({ table }: List) => COPY_NAME.test(sheetWords(table.sheet));

const COPY_NAME = /[(（]\d+[)）]\s*$|副本|备份|复件/;

/** Times that a title names: 2020年7月, 上半年; a sheet's name, which nothing is taken from, in further ways: 三季度. */
const TIME = /20\d\d年(?:\d{1,2}月)?|20\d\d[-./]\d{1,2}|(?<!\d)\d{1,2}月|[上下]半年/g;
const NAMED_TIME = new RegExp(`${TIME.source}|20\\d\\d|[一二三四五六七八九十]{1,3}月|第?[一二三四1-4]季度?`, 'g');

function isOther(a: Table, b: Table): boolean {
  if (a.kind !== b.kind || (a.community !== null && b.community !== null && a.community !== b.community)) return true;
  const [one, other] = [timesOf(a), timesOf(b)];
  return one.length > 0 && other.length > 0 && one.join() !== other.join();
}

function timesOf({ title, sheet }: Table): readonly string[] {
  const times = [...(spaceless(title).match(TIME) ?? []), ...(spaceless(sheetWords(sheet)).match(NAMED_TIME) ?? [])];
  return [...new Set(times)].sort();
}

function spaceless(text: string): string {
  return withoutTokens(clean(text), '某').replace(/ /g, '');
}

function isCopy(list: List, other: List): boolean {
  const [fewer, more] = [list.table.records.length, other.table.records.length].sort((a, b) => a - b) as [
    number,
    number,
  ];
  if (fewer * COPY_SHARE.q < more * COPY_SHARE.p) return false;
  // Of five hundred ledgers every two are compared: most are told apart by their first lines.
  let same = list.table.records.length;
  for (const [line, times] of list.lines) {
    same -= Math.max(0, times - (other.lines.get(line) ?? 0));
    if (same * COPY_SHARE.q < more * COPY_SHARE.p) return false;
  }
  return true;
}

function counted({ columns, records }: Table): ReadonlyMap<string, number> {
  const fields = columns.flatMap(({ field }) => field ?? []).sort();
  const lines = new Map<string, number>();
  for (const record of records) {
    const line = signature(record, fields);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return lines;
}

function signature(record: DataRecord, fields: readonly string[]): string {
  const parts: string[] = [];
  for (const field of fields) {
    const datum = record.data[field];
    // 4日 is another day in another month.
    const value = datum?.span ? `${datum.span.from}-${datum.span.to}` : (datum?.text ?? '');
    parts.push(`${field}=${value}`);
  }
  return parts.join('|');
}
