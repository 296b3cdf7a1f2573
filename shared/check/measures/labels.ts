/** What tables and columns are called, to people. */
import type { DataRecord } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';

export function tableName(table: string, scope: Scope): string {
  return scope.tableDef(table)?.name ?? table;
}

/** As the template has it. */
export function fieldLabel(table: string, field: string, scope: Scope): string {
  return scope.field(table, field)?.label ?? field;
}

/** As typed above the record's cell, or the template's where the table has no such column. */
export function headingText(record: DataRecord, field: string, scope: Scope): string {
  const { table } = record;
  // Of a table with one line an item all figures stand under one heading; the item is what tells them apart.
  if (record === table.pivot || table.shape !== 'list') return fieldLabel(table.id, field, scope);
  const datum = record.data[field];
  const column = datum && table.columns.find(({ index }) => index === datum.column);
  return column ? column.header.split(' / ').at(-1)! : fieldLabel(table.id, field, scope);
}
