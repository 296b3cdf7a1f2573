/** A sheet, masked cell by cell along what was read of it. */
import { parseAddress } from '../model/addresses.ts';
import { sheetToken, sheetWords } from '../model/tokens.ts';
import type { Area, Catalogue, Cell, FieldDef, Line, RowKind, SheetSnapshot, Table, TableDef } from '../model.ts';
import { asideCell, coreCell, fieldCell, labelCell, line, type Masking, otherCell, sealedCell } from './cells.ts';
import { plainFormats } from './formats.ts';
import { maskedLine, maskedSection, maskedStatement, maskedValue } from './lines.ts';
import { mapped } from './mapped.ts';

/** `row` is absolute. */
type Treatment = (cell: Cell, row: number) => Cell;

/** What is left of the name of each thing that others may be perhaps (decision mask-15), by the row where it stands. */
export interface Cores {
  readonly field: string;
  readonly of: ReadonlyMap<number, string>;
}

/** Of what is known of a sheet. */
export interface SheetRead {
  readonly sheet: SheetSnapshot;
  /** 1-based. */
  readonly place: number;
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
  /** Lists of protected people: nothing of them travels. */
  readonly kept: readonly Area[];
  readonly coresOf: (table: Table) => Cores | null;
}

export function maskSheet(read: SheetRead, catalogue: Catalogue, masking: Masking): SheetSnapshot {
  const { sheet, place, kept } = read;
  const origin = parseAddress(sheet.address) ?? { top: 0, left: 0 };
  const rows = treatments(read, catalogue, masking);
  const other: Treatment = (cell) => otherCell(cell, masking);
  const values = mapped(sheet.values, (cells, at) => {
    const absolute = origin.top + at;
    const row = rows.get(absolute);
    const stays = kept.filter(({ top, bottom }) => top <= absolute && absolute <= bottom);
    return mapped(cells, (cell, offset) => {
      if (cell === null || typeof cell === 'boolean') return cell;
      const column = origin.left + offset;
      if (stays.some(({ left, right }) => left <= column && column <= right)) return null;
      const treatment = row?.cells.get(column) ?? other;
      return typeof cell === 'object' ? sealedCell(treatment(cell, absolute)) : treatment(cell, absolute);
    });
  });
  return rebuilt(sheet, nameOf(sheet.name, place, masking), values, plainFormats(sheet.numberFormat));
}

/** Nothing of a hidden sheet without cells that were read but that it is there. */
export function emptySheet(sheet: SheetSnapshot, place: number): SheetSnapshot {
  const [first, ...others] = sheet.values;
  const isEmpty = others.length === 0 && first?.length === 1 && first[0] === null;
  const name = sheetWords(sheet.name) === '' ? sheet.name : sheetToken('', place);
  return rebuilt(sheet, name, isEmpty ? sheet.values : [[null]], null);
}

/** Its explained words; where something else stands in it, also its place, so that no two are alike. */
function nameOf(name: string, place: number, masking: Masking): string {
  const words = sheetWords(name);
  const said = line(words, masking.patterns.titles, masking);
  return said === words ? name : sheetToken(said, place);
}

/** The members of the contract and nothing else that may have come along; the sheet itself where nothing changes. */
function rebuilt(
  sheet: SheetSnapshot,
  name: string,
  values: SheetSnapshot['values'],
  formats: SheetSnapshot['numberFormat'] | null,
): SheetSnapshot {
  const { visibility, address, numberFormat, merges, hiddenRows, hiddenColumns, beyond } = sheet;
  const made = {
    name,
    visibility,
    address,
    values,
    ...(numberFormat === undefined ? {} : { numberFormat: formats }),
    ...(merges ? { merges } : {}),
    ...(hiddenRows ? { hiddenRows } : {}),
    ...(hiddenColumns ? { hiddenColumns } : {}),
    ...(beyond === undefined ? {} : { beyond }),
  };
  const isSame = name === sheet.name && values === sheet.values && formats === (numberFormat ?? null);
  return isSame && Object.keys(made).length === Object.keys(sheet).length ? sheet : made;
}

/** Treatments of a row by column. Rows of one table share them, until another table stands beside it. */
interface Row {
  cells: Map<number, Treatment>;
  shared: boolean;
}

type Rows = Map<number, Row>;

function treatments({ sheet, tables, lines, coresOf }: SheetRead, catalogue: Catalogue, masking: Masking): Rows {
  const rows: Rows = new Map();
  for (const table of tables) {
    const def = definitionOf(table, catalogue);
    if (!def) continue;
    if (table.shape === 'list') addList(rows, sheet, table, def, catalogue, coresOf(table), masking);
    else addForm(rows, table, def, coresOf(table), masking);
  }
  for (const [row, cells] of linesByCell(lines, masking)) add(rows, row, cells);
  return rows;
}

/** Several layouts stand under one id, and a form may be printed as a list: the one that knows most of the columns. */
function definitionOf(table: Table, catalogue: Catalogue): TableDef | null {
  const keys = new Set(table.columns.map(({ field }) => field));
  const known = ({ fields }: TableDef) => fields.filter(({ key }) => keys.has(key)).length;
  const fitting = catalogue.tables.filter(({ id }) => id === table.id);
  return fitting.sort((a, b) => known(b) - known(a))[0] ?? null;
}

function addList(
  rows: Rows,
  sheet: SheetSnapshot,
  table: Table,
  def: TableDef,
  catalogue: Catalogue,
  cores: Cores | null,
  masking: Masking,
): void {
  const origin = parseAddress(sheet.address) ?? { top: 0, left: 0 };
  const fields = new Map(def.fields.map((field) => [field.key, field]));
  const remarkWords = remarkWordsOf(def);
  const [record, total, statement, heading, aside, section] = Array.from(
    { length: 6 },
    () => new Map<number, Treatment>(),
  );
  const headingRows = table.headerRows.map((row) => sheet.values[row - origin.top] ?? []);
  for (const { index, field: key } of table.columns) {
    const field = key === null ? undefined : fields.get(key);
    const headings = new Set(headingRows.map((cells) => cells[index - origin.left] ?? null));
    const of = def.pivot && key === def.pivot.value ? itemFields(table, def) : null;
    const inBody = of
      ? itemCell(of, fieldsOf(def.id, catalogue), headings, masking)
      : bodyCell(field, remarkWords, headings, cores, masking);
    record!.set(index, inBody(false));
    total!.set(index, inBody(true));
    statement!.set(index, (cell) => maskedStatement(cell, masking));
    heading!.set(index, (cell) => labelCell(cell, masking));
    aside!.set(index, (cell) => asideCell(cell, field, masking));
    section!.set(index, (cell) => maskedSection(cell, masking));
  }
  for (const row of table.headerRows) add(rows, row, heading!);
  const first = table.area.bottom - table.rowKinds.length + 1;
  const others: Partial<Record<RowKind, Map<number, Treatment>>> = {
    footer: statement,
    aside,
    example: aside,
    leftover: aside,
    section,
  };
  table.rowKinds.forEach((kind, at) => {
    // Whatever was jotted among the rows is in no field.
    if (kind === 'blank') return;
    const isSum = kind === 'total' || kind === 'subtotal' || kind === 'running';
    const cells = isSum ? total! : (others[kind] ?? record!);
    add(rows, first + at, cells);
  });
}

function remarkWordsOf({ remarks = [] }: TableDef): readonly string[] {
  return remarks.flatMap(({ words }) => words);
}

/** Of all layouts of a table. */
function fieldsOf(id: string, { tables }: Catalogue): ReadonlyMap<string, FieldDef> {
  const layouts = tables.filter((each) => each.id === id);
  return new Map(layouts.flatMap(({ fields }) => fields.map((field) => [field.key, field] as const)).reverse());
}

/** Of a table with one line an item the fields that its figures are, by row. */
function itemFields({ records }: Table, { pivot }: TableDef): ReadonlyMap<number, string> {
  return new Map(
    records.flatMap(({ row, data }) => data[pivot!.item]?.codes.slice(0, 1).map((key) => [row, key] as const) ?? []),
  );
}

function itemCell(
  of: ReadonlyMap<number, string>,
  fields: ReadonlyMap<string, FieldDef>,
  headings: ReadonlySet<Cell>,
  masking: Masking,
) {
  const figure = [...fields.values()].find(({ type }) => type === 'count');
  return (total: boolean): Treatment =>
    (cell, row) => {
      const field = fields.get(of.get(row) ?? '') ?? figure;
      return bodyCell(field, [], headings, null, masking)(total)(cell, row);
    };
}

/** Headings that are printed again inside the list, on however many rows, stay as they are. */
function bodyCell(
  field: FieldDef | undefined,
  remarkWords: readonly string[],
  headings: ReadonlySet<Cell>,
  cores: Cores | null,
  masking: Masking,
) {
  return (total: boolean): Treatment =>
    (cell, row) => {
      if (typeof cell === 'string' && headings.has(cell)) return labelCell(cell, masking);
      const core = field && cores?.field === field.key && !total ? cores.of.get(row) : undefined;
      if (field && core !== undefined) return coreCell(cell, core, field, masking);
      return field ? fieldCell(cell, field, remarkWords, total, masking) : otherCell(cell, masking, total);
    };
}

function addForm(rows: Rows, table: Table, def: TableDef, cores: Cores | null, masking: Masking): void {
  for (const [row, column] of table.labels) add(rows, row, new Map([[column, (cell) => labelCell(cell, masking)]]));
  const data = table.records[0]?.data ?? {};
  // Of several fields in one cell a personal one decides.
  const fields = [...def.fields].sort((a, b) => Number(b.personal !== undefined) - Number(a.personal !== undefined));
  for (const field of fields) {
    const datum = data[field.key];
    if (datum)
      add(
        rows,
        datum.row,
        new Map([[datum.column, bodyCell(field, remarkWordsOf(def), NO_HEADINGS, cores, masking)(false)]]),
      );
  }
}

const NO_HEADINGS: ReadonlySet<Cell> = new Set();

function linesByCell(lines: readonly Line[], masking: Masking): Map<number, Map<number, Treatment>> {
  const cells = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.row},${line.column}`;
    const list = cells.get(key);
    if (list) list.push(line);
    else cells.set(key, [line]);
  }
  const rows = new Map<number, Map<number, Treatment>>();
  const put = (row: number, column: number, treatment: Treatment) => {
    const columns = rows.get(row) ?? new Map<number, Treatment>();
    rows.set(row, columns.set(column, treatment));
  };
  for (const own of cells.values()) {
    const { row, column } = own[0]!;
    put(row, column, (cell) => maskedLine(cell, own, masking));
    const beside = own.find((line) => line.valueColumn !== column);
    if (beside) put(row, beside.valueColumn, (cell) => maskedValue(cell, beside.kind, masking));
  }
  return rows;
}

/** Cells of a row, beside those of another table or line of the same row; what was there first stays. */
function add(rows: Rows, row: number, cells: Map<number, Treatment>): void {
  const before = rows.get(row);
  if (!before) {
    rows.set(row, { cells, shared: true });
    return;
  }
  if (before.shared) Object.assign(before, { cells: new Map(before.cells), shared: false });
  for (const [column, treatment] of cells) if (!before.cells.has(column)) before.cells.set(column, treatment);
}
