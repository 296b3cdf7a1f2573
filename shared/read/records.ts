/** Records of a list. A cell is typed when it is first asked for: mostly what a column's cells have in common is enough. */
import { ABSENT, emptySummary, type OpenSummary, summarise } from '../model/summaries.ts';
import type {
  Area,
  Cell,
  Cells,
  DataRecord,
  Datum,
  FieldDef,
  FieldType,
  Summary,
  Table,
  TableDef,
  VisitCell,
} from '../model.ts';
import type { FieldColumn } from './bodies.ts';
import { type CellContext, changed, typed } from './cells.ts';
import { complete, completion } from './complete.ts';
import type { OpenSection } from './context/sections.ts';
import { type Asked, ask, asks } from './elsewhere.ts';
import type { Grid } from './grid.ts';
import { joined } from './joined.ts';
import { clean } from './text.ts';
import { isTicked, type TickColumn } from './ticks.ts';
import { dateOf, monthOf, yearOf } from './years.ts';

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
  /** Places of the columns that tell what 4日 means in the others, or -1. */
  readonly month: number;
  readonly year: number;
  /** Rows below the headings, of all kinds. */
  readonly body: Pick<Area, 'top' | 'bottom'>;
  /** By the row of a record its further lines. */
  readonly more: MoreLines;
  readonly ditto: ReadonlySet<string>;
  /** Places of columns whose blank cells take the value of the record above. */
  readonly held: readonly number[];
  /** By place: whether cells of the column are merged down over several rows, each of which has the value. */
  readonly merged: readonly boolean[];
  /** Columns that were not understood and may hold a field that the list lacks. */
  readonly asked: readonly Asked[];
  /** Whether the cells of a row may say something about further fields. */
  readonly mayComplete: (cells: readonly Cell[]) => boolean;
}

/** Rows by the row of the record that they are further lines of. */
export type MoreLines = ReadonlyMap<number, readonly number[]>;

/** `body` are the rows below the headings. */
export function openReader(
  grid: Grid,
  def: TableDef,
  fields: ReadonlyMap<string, FieldDef>,
  all: readonly FieldColumn[],
  body: Pick<Area, 'top' | 'bottom'>,
  more: MoreLines,
  context: CellContext,
  asked: readonly Asked[] = [],
): Reader {
  const byKey = new Map(all.map((column) => [column.field.key, column]));
  const columns = def.fields.map(({ key, type }) => (type === 'serial' ? undefined : byKey.get(key)));
  const isHeld = ({ down }: FieldDef) => down === 'always' || (down === 'merged' && !grid.knowsMerges);
  const held = def.fields.flatMap((field, at) => (isHeld(field) && columns[at] ? [at] : []));
  const merges = tallMerges(grid, body);
  const merged = columns.map((column) => column !== undefined && holdsForEach(column) && merges.has(column.index));
  const placeOf = (wanted: string) =>
    def.fields.findIndex(({ key }, at) => key === wanted && columns[at] !== undefined);
  const [month, year] = [placeOf('month'), placeOf('year')];
  const ditto = new Set(context.writings.ditto.map(clean));
  const present = columns.flatMap((column, at) => (column ? [at] : []));
  const slots = columns.map((column, at) => (column ? present.indexOf(at) : -1));
  const { left } = grid.area;
  const isCompleted = completion(def, columns, left);
  const mayComplete = asked.length
    ? (cells: readonly Cell[]) => isCompleted(cells) || asks(asked, cells, left)
    : isCompleted;
  const places = { columns, present, slots, month, year, held, merged };
  return { type: typeOf(def), grid, def, fields, context, ...places, body, more, ditto, asked, mayComplete };
}

/** Kinds of values that a merged cell gives to all rows beside it; figures are never filled down (decision read-6). */
const HELD_TYPES: ReadonlySet<FieldType> = new Set(['text', 'code', 'codes', 'boolean', 'date', 'uscc']);

/** Of a key, whose further lines are no records, it is for lines that have a number or another key of their own. */
function holdsForEach({ field, isKey }: FieldColumn): boolean {
  return field.down !== undefined || isKey || (!field.personal && HELD_TYPES.has(field.type));
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
  const data = new reader.type(reader, row, whole, above, section);
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
  class OwnCells implements RecordCells {
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
    Object.defineProperty(OwnCells.prototype, key, {
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
  recordTypes.set(def, OwnCells);
  return OwnCells;
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
  for (const at of [reader.year, reader.month]) if (at >= 0) cells[at] = readCell(data, at);
  for (const at of present) cells[at] ??= readCell(data, at);
  const own = data as unknown as Record<string, Datum | undefined>;
  for (const [key, datum] of given) cells[def.fields.findIndex((field) => field.key === key)] ??= datum;
  complete(own, def, fields, context);
  if (reader.asked.length) ask(own, reader.asked, reader.grid, row, context);
  return cells;
}

const NONE_GIVEN: readonly (readonly [string, Datum])[] = [];

function readCell(data: RecordCells, at: number): Datum {
  const { more, columns } = data.readBy;
  const first = readAt(data, at, data.ofRow);
  const rows = more.size > 0 ? more.get(data.ofRow) : undefined;
  if (!rows) return first;
  const { grid, context } = data.readBy;
  const { field, index } = columns[at]!;
  const filled = rows.filter((row) => grid.cell(row, index) !== null);
  return joined([first, ...filled.map((row) => readAt(data, at, row))], field, context);
}

function readAt(data: RecordCells, at: number, ofRow: number): Datum {
  const { readBy: reader, recordAbove: above } = data;
  const { grid } = reader;
  const { field, index, divisor, parts, ticks } = reader.columns[at]!;
  if (ticks) return tickedCell(reader, ofRow, field, ticks);
  let row = ofRow;
  let raw = grid.cell(row, index);
  if (raw === null) {
    const before = above && reader.held.includes(at) ? above.data[field.key] : null;
    if (before) return before;
    const merge = reader.merged[at] ? grid.merge(row, index) : null;
    if (merge && merge.left === index && merge.top < row) {
      row = merge.top;
      raw = grid.cell(row, index);
    }
  } else if (isDitto(raw, reader)) {
    return repeated(data, at, ofRow);
  }
  if (parts) raw = dateOf(reader, row, raw, parts);
  const context = field.type === 'date' ? timed(data) : reader.context;
  const datum = typed(raw, row, index, field.type === 'ratio' ? grid.format(row, index) : null, field, context);
  return divisor > 1 && datum.number !== null ? changed(datum, { number: datum.number / divisor }) : datum;
}

/**
 * What is ticked in one of the columns, or in several where the field has several values; none is blank, and two of one
 * value, or anything but a tick, cannot be told.
 */
function tickedCell({ grid, context }: Reader, row: number, field: FieldDef, ticks: readonly TickColumn[]): Datum {
  const cells = ticks.map(({ index, value }) => isTicked(grid.cell(row, index), value, field, context.writings));
  const [first, ...others] = ticks.filter((_, at) => cells[at] !== false);
  if (!first) return typed(null, row, ticks[0]!.index, null, field, context);
  const raw = grid.cell(row, first.index);
  const datum = changed(typed(first.value, row, first.index, null, field, context), { raw });
  if (!cells.includes(null)) {
    if (others.length === 0) return datum;
    const all = others.map(({ value, index }) => typed(value, row, index, null, field, context));
    const codes = [...new Set([datum, ...all].flatMap((each) => each.codes))];
    const denied = context.books.get(field.list ?? '')?.list.denied;
    const isOne = [datum, ...all].every(({ state }) => state === 'value') && !codes.some((code) => code === denied);
    if (field.type === 'codes' && isOne) return changed(datum, { codes });
  }
  return changed(datum, { state: 'doubtful', codes: [], flag: null, issue: 'N047' });
}

/** Month and year of the row's own columns, else of the line between the rows above it, else of the title. */
function timed(data: RecordCells): CellContext {
  const { month, year, context } = data.readBy;
  const below = data.below ? inTime(context, data.below) : context;
  if (month < 0 && year < 0) return below;
  const own = monthOf(month >= 0 ? cellAt(data, month) : undefined);
  const ownYear = own.year ?? yearOf(year >= 0 ? cellAt(data, year) : undefined);
  return { ...below, month: own.month ?? below.month, year: ownYear ?? below.year };
}

const LONGEST_DITTO = 5;

/** What the record above has in this column, in the place of the mark that says so (decision read-23). */
function repeated(data: RecordCells, at: number, row: number): Datum {
  const { field, index } = data.readBy.columns[at]!;
  const source = data.isWhole ? sourceOf(data, at) : null;
  const datum = typed(source?.raw ?? null, row, index, null, field, data.readBy.context);
  if (!source) return datum;
  const { state, number, span, otherSpan, flag, codes, text, known, check, atLeastOne } = source;
  const members = { state, number, span, otherSpan, flag, codes, text, known, check, atLeastOne };
  return changed(datum, { ...members, issue: source.issue ?? DITTO });
}

/** Up a column of such marks, without going through each of them again where one was read before. */
function sourceOf({ readBy, recordAbove }: RecordCells, at: number): Datum | null {
  const { index } = readBy.columns[at]!;
  let above = recordAbove?.data as unknown as RecordCells | undefined;
  while (above && !isRead(above, at) && isDitto(readBy.grid.cell(above.ofRow, index), readBy)) {
    above = above.recordAbove?.data as unknown as RecordCells | undefined;
  }
  return above ? (cellAt(above, at) ?? null) : null;
}

function isRead({ readBy, typedCells, isComplete }: RecordCells, at: number): boolean {
  return typedCells?.[isComplete ? at : readBy.slots[at]!] !== undefined;
}

function isDitto(raw: Cell, { ditto }: Reader): boolean {
  return typeof raw === 'string' && raw.length <= LONGEST_DITTO && ditto.has(clean(raw));
}

/** Rule of reading that says once a column that 同上 was read. */
const DITTO = 'N050';

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

/** Whether what a cell means depends on its place, and not only on what stands in it. */
function varies(
  { month, year, held, merged }: Reader,
  { field, ticks }: FieldColumn,
  at: number,
  isParted: () => boolean,
): boolean {
  const isTimed = () => month >= 0 || year >= 0 || isParted();
  return (
    ticks !== undefined ||
    held.includes(at) ||
    merged[at]! ||
    field.type === 'ratio' ||
    (field.type === 'date' && isTimed())
  );
}

/** A value met before adds nothing, unless what it means depends on its place. */
function summariseColumn(
  summary: OpenSummary,
  reader: Reader,
  column: FieldColumn,
  at: number,
  records: readonly RecordCells[],
): void {
  const { grid, context } = reader;
  const { field, index } = column;
  const isParted = () => records.some(({ below }) => below !== null);
  let met = varies(reader, column, at, isParted) || records.length < FEW ? null : new Set<unknown>();
  const offset = index - grid.area.left;
  const isSpokenOf = context.meanings?.has(field) ?? false;
  for (let i = 0; i < records.length; i++) {
    const data = records[i]!;
    if (met) {
      const value = sameAs(grid.row(data.ofRow)[offset], isSpokenOf);
      if (met.has(value)) continue;
      met.add(value);
      if (met.size === ALL_DIFFERENT && i === ALL_DIFFERENT - 1) met = null;
    }
    summarise(summary, cellAt(data, at));
  }
}

const FAILED = Symbol('error');
const MASKED = { none: Symbol('masked'), valid: Symbol('valid'), invalid: Symbol('invalid'), lossy: Symbol('lossy') };

/** Equal for cells that are typed alike: of a masked one its check matters, what is known of it, and what was said of its token. */
function sameAs(raw: Cell | undefined, isSpokenOf: boolean): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  if (!('masked' in raw)) return FAILED;
  const { masked, check, known } = raw;
  if (isSpokenOf) return `${masked} ${known ?? ''}`;
  return known === undefined ? MASKED[check ?? 'none'] : `〔〕 ${known}`;
}

/** The fields that the records have, in columns or otherwise. A cell that was not typed before is typed and not kept. */
export function cellsOf(reader: Reader, records: readonly DataRecord[]): Cells {
  const { def, columns } = reader;
  const has = columns.map((column) => column !== undefined);
  for (const record of records) {
    const data = record.data as unknown as RecordCells;
    if (isOpened(data)) for (let at = 0; at < has.length; at++) has[at] ||= data.typedCells![at] !== undefined;
  }
  const present = def.fields.flatMap(({ key }, at) => (has[at] ? [{ key, at }] : []));
  present.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    fields: present.map(({ key }) => key),
    each: (visit) =>
      eachCell(
        reader,
        present.map(({ at }) => at),
        records,
        visit,
      ),
  };
}

/** Whether a record is complete, with what it says in other places. */
function isOpened(data: RecordCells): boolean {
  const { readBy, ofRow, below } = data;
  if (data.typedCells === null && (below || readBy.mayComplete(readBy.grid.row(ofRow)))) openCells(data);
  return data.isComplete;
}

/** Of more different values in a column the others are typed each time. */
const MOST_ALIKE = 1000;

function eachCell(reader: Reader, places: readonly number[], records: readonly DataRecord[], visit: VisitCell): void {
  const { grid, more } = reader;
  const columns = places.map((at) => openColumn(reader, at, records));
  for (let i = 0; i < records.length; i++) {
    const data = records[i]!.data as unknown as RecordCells;
    const { typedCells, isComplete, ofRow } = data;
    const row = grid.row(ofRow);
    const isSingle = more.size === 0 || !more.has(ofRow);
    for (let field = 0; field < columns.length; field++) {
      const column = columns[field]!;
      const { at, slot, offset } = column;
      const kept = typedCells?.[isComplete ? at : slot];
      if (kept || isComplete || slot < 0) {
        visit(field, kept, kept?.raw ?? null, -1);
        continue;
      }
      const raw = row[offset] ?? null;
      const isFixed = isSingle && column.isFixed;
      const masked = knownOf(raw);
      const alike = masked === null ? column.alike : column.maskedAlike;
      const same = isFixed ? (column.isSpokenOf ? sameAs(raw, true) : (masked ?? sameAs(raw, false))) : null;
      const place = isFixed ? alike.get(same) : undefined;
      if (place !== undefined) {
        visit(field, column.first[place], raw, place);
      } else if (isDitto(raw, reader)) {
        visit(field, cellAt(data, at), cellAt(data, at)!.raw, -1);
      } else {
        const datum = readCell(data, at);
        const isKnown = isFixed && column.first.length < MOST_ALIKE;
        if (isKnown) alike.set(same, column.first.push(datum) - 1);
        visit(field, datum, isFixed ? raw : datum.raw, isKnown ? column.first.length - 1 : -1);
      }
    }
  }
}

/** A column while its records are gone through. */
function openColumn(reader: Reader, at: number, records: readonly DataRecord[]) {
  const column = reader.columns[at];
  const isParted = () => records.some(({ section }) => section !== null);
  return {
    at,
    slot: reader.slots[at]!,
    offset: column ? column.index - reader.grid.area.left : 0,
    isFixed: column !== undefined && !varies(reader, column, at, isParted),
    isSpokenOf: column !== undefined && (reader.context.meanings?.has(column.field) ?? false),
    /** By what stands in it the place of the first cell that is typed so. */
    alike: new Map<unknown, number>(),
    /** The same of masked cells, by what is known of them. */
    maskedAlike: new Map<unknown, number>(),
    first: [] as Datum[],
  };
}

/** Of a masked cell what was explained of it; null for others, and where nothing is told. */
function knownOf(raw: Cell): string | null {
  return typeof raw === 'object' && raw !== null && 'masked' in raw ? (raw.known ?? null) : null;
}
