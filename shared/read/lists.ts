/** The records of a list, and its totals apart from them. */
import type { DataRecord, Datum, FieldDef, Table, TableDef } from '../model.ts';
import { type CellContext, changed, typed } from './cells.ts';
import { complete } from './complete.ts';
import type { Grid } from './grid.ts';
import type { Region } from './regions.ts';
import { type Body, classify } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';
import { findYears, monthOf } from './years.ts';

export function readList(grid: Grid, region: Region, vocabulary: Vocabulary, context: CellContext): Table {
  const { fit, block } = region;
  const fieldDefs = vocabulary.fields[fit.tableIndex]!;
  const fields = fit.columns.flatMap((column) => {
    const field = column.field === null ? undefined : fieldDefs.get(column.field);
    const divisor = column.unit === '元' && field?.unit === '万元' ? 10_000 : 1;
    return field
      ? [
          {
            field: divisor > 1 ? { ...field, unit: '元' } : field,
            index: column.index,
            divisor,
            isKey: fit.table.key.includes(column.field ?? ''),
          },
        ]
      : [];
  });
  // The month tells what 4日 means, wherever its column stands.
  const monthFirst = [...fields].sort((a, b) => Number(b.field.key === 'month') - Number(a.field.key === 'month'));
  const upper = rowsOf(block.area.top, block.area.bottom - 1).map((row) =>
    block.headings.map(({ index }) => grid.cell(row, index)),
  );
  const headings = [block.headings.map(({ path }) => path.at(-1) ?? ''), ...upper];
  const body: Body = {
    grid,
    vocabulary,
    region,
    fields: monthFirst,
    headings,
    left: block.area.left,
    right: block.area.right,
  };
  const inTable: CellContext = { ...context, years: findYears(`${region.title} ${grid.sheet.name}`) };
  const kinds = classify(body, inTable);
  const records: DataRecord[] = [];
  const totals: (DataRecord & { kind: 'subtotal' | 'total' })[] = [];
  const table: Mutable<Table> = {
    id: fit.table.id,
    sheet: grid.sheet.name,
    shape: 'list',
    area: { ...block.area, bottom: block.area.bottom + kinds.length },
    headerRows: rowsOf(block.area.top, block.area.bottom),
    columns: fit.columns,
    records,
    totals,
    rowKinds: kinds,
    pivot: null,
    labels: [],
    title: region.title || grid.sheet.name,
    copyOf: null,
  };
  let above: DataRecord | null = null;
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at]!;
    if (kind !== 'record' && kind !== 'total' && kind !== 'subtotal') continue;
    const record = readRow(body, table, block.area.bottom + 1 + at, above, inTable);
    if (kind === 'record') {
      complete(record.data, fit.table, fieldDefs, inTable);
      records.push(record);
      above = record;
    } else totals.push({ ...record, kind });
  }
  table.pivot = fit.table.pivot ? pivot(table, fit.table, vocabulary, context) : null;
  return table;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Data = Record<string, Datum | undefined>;

function readRow(
  body: Body,
  table: Table,
  row: number,
  above: DataRecord | null,
  context: CellContext,
): DataRecord & { readonly data: Data } {
  const { grid } = body;
  const cells = grid.row(row);
  const offset = grid.area.left;
  const data: Data = {};
  let rowContext = context;
  for (const { field, index, divisor } of body.fields) {
    if (field.type === 'serial') continue;
    const held = field.down ? heldAbove(grid, field, row, index, above) : null;
    const format = field.type === 'ratio' ? grid.format(row, index) : null;
    const datum = held ?? typed(cells[index - offset] ?? null, row, index, format, field, rowContext);
    data[field.key] = divisor > 1 && datum.number !== null ? changed(datum, { number: datum.number / divisor }) : datum;
    if (field.key === 'month') rowContext = { ...context, ...monthOf(datum) };
  }
  return { table, row, data, hidden: grid.hiddenRows.has(row) };
}

/** The value of the merged area's first cell, or of the row above for a field that stays until it changes. */
function heldAbove(grid: Grid, field: FieldDef, row: number, column: number, above: DataRecord | null): Datum | null {
  const before = above?.data[field.key];
  if (!before || grid.cell(row, column) !== null) return null;
  const merge = grid.merge(row, column);
  const merged = merge !== null && merge.top <= above!.row && merge.top < row;
  return merged || field.down === 'always' || !grid.knowsMerges ? before : null;
}

function rowsOf(top: number, bottom: number): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

/** A table with one line an item: its figures under the fields that the items name, typed as those fields are. */
function pivot(table: Table, def: TableDef, vocabulary: Vocabulary, context: CellContext): DataRecord {
  const data: Data = {};
  for (const record of table.records) {
    const item = record.data[def.pivot!.item]?.codes[0];
    const value = record.data[def.pivot!.value];
    if (item === undefined || value === undefined || data[item]) continue;
    const field = fieldOfId(vocabulary, def.id, item);
    if (field) data[item] = typed(value.raw, value.row, value.column, null, field, context);
  }
  return { table, row: table.records[0]?.row ?? table.area.top, data, hidden: false };
}

function fieldOfId(vocabulary: Vocabulary, id: string, key: string): FieldDef | null {
  for (let at = 0; at < vocabulary.tables.length; at++) {
    const field = vocabulary.tables[at]!.id === id ? vocabulary.fields[at]!.get(key) : undefined;
    if (field) return field;
  }
  return null;
}
