/** The records of a list, and its totals apart from them. */
import type { SumKind } from '../model/totals.ts';
import type { DataRecord, Datum, FieldDef, Summary, Table, TableDef } from '../model.ts';
import type { Body } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import { type OpenSection, openSection, sectionAt } from './context/sections.ts';
import { NO_WORDS } from './context/titles.ts';
import type { Grid } from './grid.ts';
import { countsYuan } from './lines.ts';
import { openReader, readRecord, summariesOf } from './records.ts';
import type { Region } from './regions.ts';
import { classify } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';
import { timeOf } from './years.ts';

export interface ListReading {
  readonly table: Table;
  readonly sections: readonly OpenSection[];
}

export function readList(grid: Grid, region: Region, vocabulary: Vocabulary, context: CellContext): ListReading {
  const { fit, block } = region;
  const fieldDefs = vocabulary.fields[fit.tableIndex]!;
  const isInYuan = countsYuan(region.title);
  const fields = fit.columns.flatMap((column) => {
    const field = column.field === null ? undefined : fieldDefs.get(column.field);
    const says = column.unit ?? (isInYuan && !column.header.includes('万元') ? '元' : null);
    const divisor = says === '元' && field?.unit === '万元' ? 10_000 : 1;
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
  const upper = rowsOf(block.area.top, block.area.bottom - 1).map((row) =>
    block.headings.map(({ index }) => grid.cell(row, index)),
  );
  const headings = [block.headings.map(({ path }) => path.at(-1) ?? ''), ...upper];
  const body: Body = {
    grid,
    vocabulary,
    region,
    fields,
    persons: fields.filter(({ field, isKey }) => isKey && field.personal === 'name'),
    headings,
    left: block.area.left,
    right: block.area.right,
  };
  const { above } = region;
  const time = timeOf([...above, grid.sheet.name]);
  const inTable: CellContext = { ...context, years: time.years ?? context.years, month: time.month };
  const reader = openReader(
    grid,
    fit.table,
    fieldDefs,
    fields,
    { top: block.area.bottom + 1, bottom: region.bottom },
    inTable,
  );
  let summaries: ReadonlyMap<string, Summary> | null = null;
  const kinds = classify(body, inTable);
  const records: DataRecord[] = [];
  const totals: (DataRecord & { kind: SumKind })[] = [];
  const table: Mutable<Table> = {
    id: fit.table.id,
    sheet: grid.sheet.name,
    shape: 'list',
    area: { ...block.area, bottom: block.area.bottom + kinds.length },
    headerRows: rowsOf(block.area.top, block.area.bottom),
    columns: fit.columns,
    records,
    totals,
    summaries: () => {
      summaries ??= summariesOf(reader, records);
      return summaries;
    },
    rowKinds: kinds,
    pivot: null,
    labels: [],
    title: region.title || grid.sheet.name,
    words: NO_WORDS,
    kind: 'full',
    saidToBe: null,
    community: null,
    copyOf: null,
  };
  const first = block.area.bottom + 1;
  const sections: OpenSection[] = [];
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at]!;
    if (kind === 'section') {
      const found = sectionAt(body, first + at);
      if (found) sections.push(openSection(first + at, found, sections.at(-1) ?? null, [...above, grid.sheet.name]));
    }
    if (kind === 'header' || kind === 'blank' || kind === 'footer' || kind === 'section') continue;
    const section = sections.at(-1) ?? null;
    const record = readRecord(reader, table, first + at, records.at(-1) ?? null, kind === 'record', section);
    if (kind === 'record') records.push(record);
    else totals.push({ ...record, kind });
  }
  table.pivot = fit.table.pivot ? pivot(table, fit.table, vocabulary, context) : null;
  return { table, sections };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Data = Record<string, Datum | undefined>;

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
  return { table, row: table.records[0]?.row ?? table.area.top, data, hidden: false, section: null };
}

function fieldOfId(vocabulary: Vocabulary, id: string, key: string): FieldDef | null {
  for (let at = 0; at < vocabulary.tables.length; at++) {
    const field = vocabulary.tables[at]!.id === id ? vocabulary.fields[at]!.get(key) : undefined;
    if (field) return field;
  }
  return null;
}
