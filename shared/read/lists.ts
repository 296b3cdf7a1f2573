/** The records of a list, and its totals apart from them. */
import { communityField } from '../model/catalogue.ts';
import { cellsOver, summariesOver } from '../model/summaries.ts';
import { type SumKind, sumOf } from '../model/totals.ts';
import type { Column, DataRecord, Datum, FieldDef, RowKind, Summary, SumRecord, Table, TableDef } from '../model.ts';
import type { Body, DateParts, FieldColumn } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import type { Fit } from './columns.ts';
import { type OpenSection, openSection, sectionAt } from './context/sections.ts';
import { NO_WORDS } from './context/titles.ts';
import { askedColumns } from './elsewhere.ts';
import type { Grid } from './grid.ts';
import { leftoverIn } from './leftovers.ts';
import { countsYuan } from './lines.ts';
import { cellsOf, type MoreLines, openReader, readRecord, summariesOf } from './records.ts';
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
  const fields = fieldColumns(fit, fieldDefs, isInYuan);
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
  const time = timeOf([...above, grid.title]);
  const inTable: CellContext = { ...context, years: time.years ?? context.years, month: time.month };
  const kinds = classify(body, inTable);
  const first = block.area.bottom + 1;
  const rows = { top: first, bottom: region.bottom };
  const asked = askedColumns(fit.table, fit.columns, grid, rows.top, rows.bottom, context.writings);
  const reader = openReader(grid, fit.table, fieldDefs, fields, rows, moreLines(kinds, first), inTable, asked);
  let summaries: ReadonlyMap<string, Summary> | null = null;
  const records: DataRecord[] = [];
  const totals: SumRecord[] = [];
  const table: Mutable<Table> = {
    id: fit.table.id,
    sheet: grid.sheet.name,
    shape: 'list',
    area: { ...block.area, bottom: block.area.bottom + kinds.length },
    headerRows: rowsOf(block.area.top, block.area.bottom),
    columns: fit.columns.map((column) =>
      asked.some(({ index }) => index === column.index) ? { ...column, ambiguous: true } : column,
    ),
    records,
    totals,
    summaries: () => {
      summaries ??= summariesOf(reader, records);
      return summaries;
    },
    cells: () => cellsOf(reader, records),
    rowKinds: kinds,
    leftovers: kinds.flatMap((kind, at) => (kind === 'leftover' ? (leftoverIn(body, first + at) ?? []) : [])),
    pivot: null,
    labels: [],
    values: [],
    title: region.title || grid.title,
    words: NO_WORDS,
    kind: 'full',
    saidToBe: null,
    community: null,
    continues: null,
    copyOf: null,
  };
  const sections: OpenSection[] = [];
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at]!;
    if (kind === 'section') {
      const found = sectionAt(body, first + at);
      if (found) sections.push(openSection(first + at, found, sections.at(-1) ?? null, [...above, grid.title]));
    }
    if (!isRead(kind)) continue;
    const section = sections.at(-1) ?? null;
    const record = readRecord(reader, table, first + at, records.at(-1) ?? null, kind === 'record', section);
    if (kind === 'record') records.push(record);
    else totals.push({ ...record, kind, of: sumLabel(body, first + at) });
  }
  if (fit.columns.some(({ of }) => of !== undefined))
    return { table: upended(table, fit.table, grid, vocabulary, context), sections };
  table.pivot = fit.table.pivot ? pivot(table, fit.table, grid, vocabulary, context) : null;
  return { table, sections };
}

function fieldColumns(
  { table, columns }: Fit,
  fields: ReadonlyMap<string, FieldDef>,
  isInYuan: boolean,
): readonly FieldColumn[] {
  return columns.flatMap((column): FieldColumn[] => {
    const { field: key, index, header, tick } = column;
    const field = key === null || column.part ? undefined : fields.get(key);
    const parts = partsOf(columns, key);
    const ticks = columns.flatMap((each) =>
      each.tick !== undefined && each.field === key ? [{ index: each.index, value: each.tick }] : [],
    );
    if (!field || (tick !== undefined && ticks[0]!.index !== index)) return [];
    const says = column.unit ?? (isInYuan && !header.includes('万元') ? '元' : null);
    const divisor = says === '元' && field.unit === '万元' ? 10_000 : 1;
    return [
      {
        field: divisor > 1 ? { ...field, unit: '元' } : field,
        index,
        divisor,
        isKey: table.key.includes(field.key),
        ...(tick === undefined ? {} : { ticks }),
        ...(parts ? { parts } : {}),
      },
    ];
  });
}

/** The columns of the same field that hold the greater parts of its dates. */
function partsOf(columns: readonly Column[], field: string | null): DateParts | null {
  const of = (part: Column['part']) => columns.find((column) => column.part === part && column.field === field)?.index;
  const [month, year] = [of('month'), of('year')];
  return month === undefined && year === undefined ? null : { month, year };
}

function isRead(kind: RowKind): kind is 'record' | SumKind {
  return kind === 'record' || kind === 'total' || kind === 'subtotal' || kind === 'running';
}

function moreLines(kinds: readonly RowKind[], first: number): MoreLines {
  const more = new Map<number, number[]>();
  let record = -1;
  kinds.forEach((kind, at) => {
    if (kind === 'record') record = first + at;
    if (kind !== 'more') return;
    const rows = more.get(record);
    if (rows) rows.push(first + at);
    else more.set(record, [first + at]);
  });
  return more;
}

/** What the label of a row of sums says that it sums. */
function sumLabel({ grid, left, right }: Body, row: number): string {
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    const of = typeof cell === 'string' ? sumOf(cell) : '';
    if (of !== '') return of;
  }
  return '';
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Data = Record<string, Datum | undefined>;

function rowsOf(top: number, bottom: number): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

/** A table with one line an item: its figures under the fields that the items name, typed as those fields are. */
function pivot(table: Table, def: TableDef, grid: Grid, vocabulary: Vocabulary, context: CellContext): DataRecord {
  const data: Data = {};
  for (const record of table.records) {
    const item = record.data[def.pivot!.item]?.codes[0];
    const value = record.data[def.pivot!.value];
    if (item === undefined || value === undefined || data[item]) continue;
    const field = fieldOfId(vocabulary, def.id, item);
    const format = grid.format(value.row, value.column);
    if (field) data[item] = typed(value.raw, value.row, value.column, format, field, context);
  }
  return { table, row: table.records[0]?.row ?? table.area.top, data, hidden: false, section: null };
}

/** The same with a column for each community: a record of each, as in the layout with a line for each. */
function upended(
  table: Mutable<Table>,
  def: TableDef,
  grid: Grid,
  vocabulary: Vocabulary,
  context: CellContext,
): Table {
  const items = table.records.flatMap((record) => {
    const item = record.data[def.pivot!.item];
    const field = item?.codes[0] === undefined ? null : fieldOfId(vocabulary, def.id, item.codes[0]);
    return field ? [{ row: record.row, field }] : [];
  });
  const item = table.records[0]?.data[def.pivot!.item];
  const whose = fieldOfId(vocabulary, def.id, communityField);
  const records = table.columns.flatMap((column): DataRecord[] => {
    if (column.of === undefined || !whose) return [];
    const { index } = column;
    const row = column.row ?? table.headerRows.at(-1)!;
    const data: Data = {
      [def.pivot!.item]: item,
      [communityField]: typed(column.of, row, index, null, whose, context),
    };
    for (const { row: at, field } of items) {
      data[field.key] ??= typed(grid.cell(at, index), at, index, grid.format(at, index), field, context);
    }
    return [{ table, row, data, hidden: false, section: null }];
  });
  const fields = [...new Set(records.flatMap(({ data }) => Object.keys(data)))];
  table.records = records;
  table.summaries = () => summariesOver(records, fields);
  table.cells = () => cellsOver(records, fields);
  return table;
}

function fieldOfId(vocabulary: Vocabulary, id: string, key: string): FieldDef | null {
  for (let at = 0; at < vocabulary.tables.length; at++) {
    const field = vocabulary.tables[at]!.id === id ? vocabulary.fields[at]!.get(key) : undefined;
    if (field) return field;
  }
  return null;
}
