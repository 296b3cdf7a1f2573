/** Whether a masked workbook is read as the raw one (decision key-5): the same tables, rows and columns, and in every cell the same. */
import { addressOf } from '../model/addresses.ts';
import type { Column, DataRecord, Datum, Table, WorkbookReading } from '../model.ts';

/** `sheetOf` gives the name that a sheet of the raw workbook travels by; tables of `kept` did not travel. */
export function isReadAlike(
  raw: WorkbookReading,
  masked: WorkbookReading,
  sheetOf: (sheet: string) => string | undefined,
  kept: ReadonlySet<string>,
  keysOf: (table: string) => readonly string[],
): boolean {
  const those = raw.tables.filter(({ id, sheet }) => !kept.has(id) && sheetOf(sheet) !== undefined);
  return (
    those.length === masked.tables.length &&
    those.every((table, at) => areAlike(table, masked.tables[at]!, sheetOf(table.sheet)!, keysOf(table.id)))
  );
}

function areAlike(table: Table, other: Table, sheet: string, keys: readonly string[]): boolean {
  return (
    other.sheet === sheet &&
    table.id === other.id &&
    table.shape === other.shape &&
    table.kind === other.kind &&
    table.words.whose === other.words.whose &&
    isSame(table.words.period, other.words.period) &&
    addressOf(table.area) === addressOf(other.area) &&
    isSame(table.headerRows, other.headerRows) &&
    isSame(table.rowKinds, other.rowKinds) &&
    table.columns.length === other.columns.length &&
    table.columns.every((column, at) => isColumn(column, other.columns[at]!)) &&
    table.records.length === other.records.length &&
    table.records.every((record, at) => isRecord(record, other.records[at]!, keys)) &&
    table.totals.length === other.totals.length &&
    table.totals.every((record, at) => isRecord(record, other.totals[at]!, keys)) &&
    (table.pivot === null) === (other.pivot === null) &&
    (table.pivot === null || isRecord(table.pivot, other.pivot!, keys))
  );
}

function isColumn(column: Column, other: Column): boolean {
  return (
    column.field === other.field &&
    column.index === other.index &&
    column.unit === other.unit &&
    column.ambiguous === other.ambiguous &&
    column.tick === other.tick &&
    column.part === other.part
  );
}

function isRecord(record: DataRecord, other: DataRecord, keys: readonly string[]): boolean {
  if (record.row !== other.row || record.hidden !== other.hidden) return false;
  if ((record.section?.row ?? null) !== (other.section?.row ?? null)) return false;
  for (const key of keys) if (!isDatum(record.data[key], other.data[key])) return false;
  return true;
}

function isDatum(datum: Datum | undefined, other: Datum | undefined): boolean {
  if (!datum || !other) return !datum === !other;
  return (
    datum.state === other.state &&
    datum.number === other.number &&
    datum.flag === other.flag &&
    datum.atLeastOne === other.atLeastOne &&
    datum.issue === other.issue &&
    isSame(datum.codes, other.codes) &&
    // Of a day of birth only its month is told, as a token.
    (other.span === null || isSame(datum.span, other.span))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
