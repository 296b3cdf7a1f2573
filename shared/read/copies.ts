/** A copy of a list that was left in the workbook (名录 (2)) is told by its records and does not count (RULINGS A20). */
import type { DataRecord, Table } from '../model.ts';

/** Share of a table's records that stand in the other, word for word, for it to be a copy. */
const COPY_SHARE = { p: 9, q: 10 };
const LEAST_RECORDS = 2;

export function markCopies(tables: readonly Table[]): readonly Table[] {
  const lists = tables.filter(({ shape, records }) => shape === 'list' && records.length >= LEAST_RECORDS);
  for (const table of lists) {
    const original = lists.find(
      (other) =>
        other !== table &&
        other.id === table.id &&
        !other.copyOf &&
        precedes(other, table, tables) &&
        isCopy(table, other),
    );
    if (original) (table as { copyOf: Table | null }).copyOf = original;
  }
  return tables;
}

/** Of two alike the one whose sheet's name does not say 副本 or (2) is the original, else the first. */
function precedes(other: Table, table: Table, tables: readonly Table[]): boolean {
  const [a, b] = [COPY_NAME.test(other.sheet), COPY_NAME.test(table.sheet)];
  return a === b ? tables.indexOf(other) < tables.indexOf(table) : b;
}

const COPY_NAME = /[(（]\d+[)）]\s*$|副本|备份|复件/;

function isCopy(table: Table, other: Table): boolean {
  const counts = new Map<string, number>();
  for (const record of other.records) count(counts, signature(record), 1);
  let same = 0;
  for (const record of table.records) {
    const key = signature(record);
    if ((counts.get(key) ?? 0) > 0) {
      count(counts, key, -1);
      same++;
    }
  }
  return same * COPY_SHARE.q >= Math.max(table.records.length, other.records.length) * COPY_SHARE.p;
}

function count(counts: Map<string, number>, key: string, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}

function signature(record: DataRecord): string {
  const parts: string[] = [];
  for (const key of Object.keys(record.data).sort()) parts.push(`${key}=${record.data[key]?.text ?? ''}`);
  return parts.join('|');
}
