/** Records of a list. A cell is typed when it is first asked for: mostly what a column's cells have in common is enough. */
import { ABSENT, emptySummary, type OpenSummary, summarise } from '../model/summaries.ts';
import type { Area, Cell, DataRecord, Datum, FieldDef, FieldType, Summary, Table, TableDef } from '../model.ts';
import type { FieldColumn } from './bodies.ts';
import { type CellContext, changed, typed } from './cells.ts';
import { complete, completion } from './complete.ts';
import type { OpenSection } from './context/sections.ts';
import type { Grid } from './grid.ts';
import { monthOf } from './years.ts';

/** What the records of one list share. */
export interface Reader {
  readonly type: RecordType;
  readonly grid: Grid;
  readonly def: TableDef;
  readonly fields: ReadonlyMap<string, FieldDef>;
  readonly context: CellContext;
  /** The list's columns by the place of their field in `def.fields`; undefined for a field that it lacks. */
  readonly columns: readonly (FieldColumn | undefined)[];
  /** Places of the fields that it has. */
  readonly present: readonly number[];
  /** Where a field's cell is kept in an incomplete record, by the place of the field; -1 for a field that it lacks. */
  readonly slots: readonly number[];
  /** Place of the column that tells what 4日 means in the others, or -1. */
  readonly month: number;
  /** Places of columns whose blank cells take the value of the record above. */
  readonly held: readonly number[];
  /** By place: whether cells of the column are merged down over several rows, each of which has the value. */
  readonly merged: readonly boolean[];
  /** Whether the cells of a row may say something about further fields. */
  readonly mayComplete: (cells: readonly Cell[]) => boolean;
}

/** `body` are the rows below the headings. */
export function openReader(
  grid: Grid,
  def: TableDef,
  fields: ReadonlyMap<string, FieldDef>,
  all: readonly FieldColumn[],
  body: Pick<Area, 'top' | 'bottom'>,
  context: CellContext,
): Reader {
  const byKey = new Map(all.map((column) => [column.field.key, column]));
  const columns = def.fields.map(({ key, type }) => (type === 'serial' ? undefined : byKey.get(key)));
  const isHeld = ({ down }: FieldDef) => down === 'always' || (down === 'merged' && !grid.knowsMerges);
  const held = def.fields.flatMap((field, at) => (isHeld(field) && columns[at] ? [at] : []));
  const merges = tallMerges(grid, body);
  const merged = columns.map((column) => column !== undefined && holdsForEach(column) && merges.has(column.index));
  const month = def.fields.findIndex(({ key }, at) => key === 'month' && columns[at] !== undefined);
  const present = columns.flatMap((column, at) => (column ? [at] : []));
  const slots = columns.map((column, at) => (column ? present.indexOf(at) : -1));
  const mayComplete = completion(def, columns, grid.area.left);
  return { type: typeOf(def), grid, def, fields, context, columns, present, slots, month, held, merged, mayComplete };
}

/** Kinds of values that a merged cell gives to all rows beside it; figures are never filled down (decision read-6). */
const HELD_TYPES: ReadonlySet<FieldType> = new Set(['text', 'code', 'codes', 'boolean', 'date', 'uscc']);

/** A key merged over several rows makes one record of them, unless its field says otherwise; a person is one person. */
function holdsForEach({ field, isKey }: FieldColumn): boolean {
  return field.down !== undefined || (!isKey && !field.personal && HELD_TYPES.has(field.type));
}

/** First columns of the areas merged over more than one of the rows. */
function tallMerges(grid: Grid, { top, bottom }: Pick<Area, 'top' | 'bottom'>): ReadonlySet<number> {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const merge of grid.merges(row)) if (merge.top === row && merge.bottom > row) columns.add(merge.left);
  }
  return columns;
}

/** `above` is the record before, whose values may hold on; `whole` records are complete, totals are not. */
export function readRecord(
  reader: Reader,
  table: Table,
  row: number,
  above: DataRecord | null,
  whole = true,
  section: OpenSection | null = null,
): DataRecord {
  const data = new reader.type(reader, row, whole, reader.held.length > 0 ? above : null, section);
  // At once, for the records below take theirs from this one.
  for (const at of reader.held) cellAt(data, at);
  return { table, row, data: data as unknown as DataRecord['data'], hidden: reader.grid.hiddenRows.has(row), section };
}

/**
 * The cells of one record, private to this file; everyone else sees field key → typed cell. Keys of fields are snake_case,
 * so that none is called like a member of this.
 */
interface RecordCells {
  readonly readBy: Reader;
  readonly ofRow: number;
  readonly isWhole: boolean;
  readonly recordAbove: DataRecord | null;
  readonly below: OpenSection | null;
  /**
   * By slot, of a complete record by place of the field; undefined for none or not yet typed. Itself null until the
   * first is asked for.
   */
  typedCells: (Datum | undefined)[] | null;
  isComplete: boolean;
}

type RecordType = new (
  reader: Reader,
  row: number,
  whole: boolean,
  above: DataRecord | null,
  section: OpenSection | null,
) => RecordCells;

const recordTypes = new WeakMap<TableDef, RecordType>();

/** The fields of a table's records stand on their prototype, once for all of them. */
function typeOf(def: TableDef): RecordType {
  const known = recordTypes.get(def);
  if (known) return known;
  class Cells implements RecordCells {
    readonly readBy: Reader;
    readonly ofRow: number;
    readonly isWhole: boolean;
    readonly recordAbove: DataRecord | null;
    readonly below: OpenSection | null;
    typedCells: (Datum | undefined)[] | null = null;
    isComplete = false;
    constructor(reader: Reader, row: number, whole: boolean, above: DataRecord | null, section: OpenSection | null) {
      this.readBy = reader;
      this.ofRow = row;
      this.isWhole = whole;
      this.recordAbove = above;
      this.below = section;
    }
  }
  def.fields.forEach(({ key }, at) => {
    Object.defineProperty(Cells.prototype, key, {
      enumerable: true,
      get(this: RecordCells) {
        return cellAt(this, at);
      },
      // Used by `complete` alone.
      set(this: RecordCells, datum: Datum | undefined) {
        this.typedCells![at] = datum;
      },
    });
  });
  recordTypes.set(def, Cells);
  return Cells;
}

function cellAt(data: RecordCells, at: number): Datum | undefined {
  const cells = data.typedCells ?? openCells(data);
  if (data.isComplete) return cells[at] ?? undefined;
  const slot = data.readBy.slots[at]!;
  if (slot < 0) return undefined;
  let datum = cells[slot];
  if (!datum) {
    datum = readCell(data, at);
    cells[slot] = datum;
  }
  return datum;
}

function openCells(data: RecordCells): (Datum | undefined)[] {
  const { readBy: reader, ofRow: row, isWhole } = data;
  const { def, present, fields, context } = reader;
  const given = isWhole && data.below ? Object.entries(data.below.values) : NONE_GIVEN;
  data.isComplete = isWhole && (given.length > 0 || reader.mayComplete(reader.grid.row(row)));
  const cells = new Array<Datum | undefined>(data.isComplete ? def.fields.length : present.length);
  data.typedCells = cells;
  if (!data.isComplete) return cells;
  // A month first, for the days.
  if (reader.month >= 0) cells[reader.month] = readCell(data, reader.month);
  for (const at of present) cells[at] ??= readCell(data, at);
  for (const [key, datum] of given) cells[def.fields.findIndex((field) => field.key === key)] ??= datum;
  complete(data as unknown as Record<string, Datum | undefined>, def, fields, context);
  return cells;
}

const NONE_GIVEN: readonly (readonly [string, Datum])[] = [];

function readCell(data: RecordCells, at: number): Datum {
  const { readBy: reader, recordAbove: above } = data;
  const { grid, context, month } = reader;
  const { field, index, divisor } = reader.columns[at]!;
  let row = data.ofRow;
  let raw = grid.cell(row, index);
  if (raw === null) {
    const before = above && reader.held.includes(at) ? above.data[field.key] : null;
    if (before) return before;
    const merge = reader.merged[at] ? grid.merge(row, index) : null;
    if (merge && merge.left === index && merge.top < row) {
      row = merge.top;
      raw = grid.cell(row, index);
    }
  }
  const inSection = field.type === 'date' && data.below ? inTime(context, data.below) : context;
  const own = month >= 0 && field.key !== 'month' ? monthOf(cellAt(data, month)) : null;
  const inMonth = own?.month ? { ...inSection, ...own } : inSection;
  const datum = typed(raw, row, index, field.type === 'ratio' ? grid.format(row, index) : null, field, inMonth);
  return divisor > 1 && datum.number !== null ? changed(datum, { number: datum.number / divisor }) : datum;
}

/** The time that a line between the rows names goes before that of the title, which it was completed by. */
function inTime(context: CellContext, { time: { years, month } }: OpenSection): CellContext {
  return years === null && month === null
    ? context
    : { ...context, years: years ?? context.years, month: month ?? context.month };
}

/** So few are typed sooner than compared. */
const FEW = 50;
/** A column whose first values are all different is one of names: to remember the others is no use. */
const ALL_DIFFERENT = 200;

/** What the cells of each field have in common over records that `readRecord` made. */
export function summariesOf(reader: Reader, records: readonly DataRecord[]): ReadonlyMap<string, Summary> {
  const { def, grid, columns, mayComplete } = reader;
  const summaries = def.fields.map(emptySummary);
  const incomplete: RecordCells[] = [];
  for (const record of records) {
    const data = record.data as unknown as RecordCells;
    if (data.typedCells === null && (record.section || mayComplete(grid.row(record.row)))) openCells(data);
    if (!data.isComplete) incomplete.push(data);
    else for (let at = 0; at < summaries.length; at++) summarise(summaries[at]!, cellAt(data, at));
  }
  if (incomplete.length > 0) {
    columns.forEach((column, at) => {
      if (column) summariseColumn(summaries[at]!, reader, column, at, incomplete);
      else summaries[at]!.states |= ABSENT;
    });
  }
  return new Map(def.fields.map(({ key }, at) => [key, summaries[at]!]));
}

/** A value met before adds nothing, unless what it means depends on its place. */
function summariseColumn(
  summary: OpenSummary,
  { grid, month, held, merged }: Reader,
  { field, index }: FieldColumn,
  at: number,
  records: readonly RecordCells[],
): void {
  const isTimed = month >= 0 || records.some(({ below }) => below !== null);
  const varies = held.includes(at) || merged[at] || field.type === 'ratio' || (field.type === 'date' && isTimed);
  let met = varies || records.length < FEW ? null : new Set<unknown>();
  const offset = index - grid.area.left;
  for (let i = 0; i < records.length; i++) {
    const data = records[i]!;
    if (met) {
      const value = sameAs(grid.row(data.ofRow)[offset]);
      if (met.has(value)) continue;
      met.add(value);
      if (met.size === ALL_DIFFERENT && i === ALL_DIFFERENT - 1) met = null;
    }
    summarise(summary, cellAt(data, at));
  }
}

const FAILED = Symbol('error');
const MASKED = { none: Symbol('masked'), valid: Symbol('valid'), invalid: Symbol('invalid'), lossy: Symbol('lossy') };

/** Equal for cells that are typed alike: of a masked one only its check matters. */
function sameAs(raw: Cell | undefined): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return 'masked' in raw ? MASKED[raw.check ?? 'none'] : FAILED;
}
