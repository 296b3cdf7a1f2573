/** Whether a masked workbook is read as the raw one (decision key-5): the same tables, rows and columns, and in every cell the same. */
import type { Column, DataRecord, Datum, Table, WorkbookReading } from '../model.ts';

/** `sheetOf` gives the name that a sheet of the raw workbook travels by; tables of `kept` did not travel. */
export function isReadAlike(
  raw: WorkbookReading,
  masked: WorkbookReading,
  sheetOf: (sheet: string) => string | undefined,
  kept: ReadonlySet<string>,
): boolean {
  const those = raw.tables.filter(({ id, sheet }) => !kept.has(id) && sheetOf(sheet) !== undefined);
  return (
    those.length === masked.tables.length &&
    those.every((table, at) => areAlike(table, masked.tables[at]!, sheetOf(table.sheet)!))
  );
}

function areAlike(table: Table, other: Table, sheet: string): boolean {
  return (
    other.sheet === sheet &&
    table.id === other.id &&
    table.shape === other.shape &&
    table.kind === other.kind &&
    table.words.whose === other.words.whose &&
    isSame(table.words.period, other.words.period) &&
    isSame(table.area, other.area) &&
    isSame(table.headerRows, other.headerRows) &&
    isSame(table.rowKinds, other.rowKinds) &&
    table.columns.length === other.columns.length &&
    table.columns.every((column, at) => isColumn(column, other.columns[at]!)) &&
    table.records.length === other.records.length &&
    table.records.every((record, at) => isRecord(record, other.records[at]!)) &&
    table.totals.length === other.totals.length &&
    table.totals.every((record, at) => isRecord(record, other.totals[at]!)) &&
    (table.pivot === null) === (other.pivot === null) &&
    (table.pivot === null || isRecord(table.pivot, other.pivot!))
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

function isRecord(record: DataRecord, other: DataRecord): boolean {
  if (record.row !== other.row || record.hidden !== other.hidden) return false;
  if ((record.section?.row ?? null) !== (other.section?.row ?? null)) return false;
  return [...new Set([...fieldsIn(record), ...fieldsIn(other)])].every((key) =>
    isDatum(record.data[key], other.data[key]),
  );
}

/** Of records of a list they stand on the prototype; what such a record is read by is its own. */
function fieldsIn({ data }: DataRecord): readonly string[] {
  const type: unknown = Object.getPrototypeOf(data);
  return Object.keys(type === Object.prototype ? data : (type as object));
}

function isDatum(datum: Datum | undefined, other: Datum | undefined): boolean {
  if (datum === undefined || other === undefined) return datum === other;
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
