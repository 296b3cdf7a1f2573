/**
 * What all cells of a field have in common. Most conditions are settled by it without a look at each record, which is what
 * keeps a ledger of thousands of lines cheap.
 */
import type { Comparison, Condition, DataRecord, Datum } from '../model.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, TRUTHS, type Truth } from './truths.ts';

/** States that occur, as a sum of these; an empty cell and `/` are the same to every condition. */
export const VALUE = 1;
export const BLANK = 2;
export const UNREADABLE = 4;
export const ABSENT = 8;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Column {
  readonly states: number;
  /** Some cell was noted when it was read. */
  readonly issues: boolean;
  /** Some value breaks its own rules. */
  readonly faults: boolean;
  /** Some value has no figure, and so for days; or a figure that is only at least one, or a date with two readings. */
  readonly someNoNumber: boolean;
  readonly someNoDay: boolean;
  readonly least: number;
  readonly most: number;
  /** First and last day of all spans. */
  readonly from: number;
  readonly to: number;
}

/** All columns in one pass, record by record: the cells of a record lie side by side in memory. */
export function columnsOf(records: readonly DataRecord[], fields: readonly string[]): ReadonlyMap<string, Column> {
  const columns = fields.map(emptyColumn);
  for (const { data } of records) {
    for (let at = 0; at < fields.length; at++) {
      const datum = data[fields[at]!];
      if (datum === undefined) columns[at]!.states |= ABSENT;
      else add(datum, columns[at]!);
    }
  }
  return new Map(fields.map((field, at) => [field, columns[at]!]));
}

function add(datum: Datum, column: Mutable<Column>): void {
  const { state, number, span } = datum;
  column.states |= state === 'value' ? VALUE : state === 'unreadable' ? UNREADABLE : BLANK;
  if (datum.issue !== null) column.issues = true;
  if (datum.check !== null && datum.check !== 'valid') column.faults = true;
  if (number === null || datum.atLeastOne) {
    column.someNoNumber = true;
  } else {
    if (number < column.least) column.least = number;
    if (number > column.most) column.most = number;
  }
  if (span === null || datum.otherSpan !== null) {
    column.someNoDay = true;
  } else {
    if (span.from < column.from) column.from = span.from;
    if (span.to > column.to) column.to = span.to;
  }
}

function emptyColumn(): Mutable<Column> {
  return {
    states: 0,
    issues: false,
    faults: false,
    someNoNumber: false,
    someNoDay: false,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
  };
}

export type FieldCondition = Extract<Condition, { readonly field: string }>;

/** The answer that holds for every record of the column, or null where they may differ. */
export function settled(condition: FieldCondition, column: Column, scope: Scope): Truth | null {
  if (condition.is === 'filled') {
    if (column.states === ABSENT) return TRUTHS[condition.absent ?? 'out'];
    return column.states === BLANK ? OUT : (column.states & (BLANK | ABSENT)) === 0 ? IN : null;
  }
  if (column.states === ABSENT) return TRUTHS[condition.absent ?? condition.blank ?? 'unknown'];
  if (column.states === BLANK) return TRUTHS[condition.blank ?? 'unknown'];
  return column.states === VALUE ? ofValues(condition, column, scope) : null;
}

function ofValues(condition: FieldCondition, column: Column, scope: Scope): Truth | null {
  switch (condition.is) {
    case 'within': {
      if (column.someNoDay) return null;
      const from = condition.from ? scope.day(condition.from) : Number.NEGATIVE_INFINITY;
      const to = condition.to ? scope.day(condition.to) : Number.POSITIVE_INFINITY;
      if (column.from >= from && column.to <= to) return IN;
      return column.to < from || column.from > to ? OUT : null;
    }
    case 'number':
      return column.someNoNumber ? null : ofRange(column, condition.op, condition.than);
    case 'valid':
      return column.faults ? null : IN;
    default:
      return null;
  }
}

function ofRange({ least, most }: Column, op: Comparison, than: number): Truth | null {
  switch (op) {
    case '>=':
      return least >= than ? IN : most < than ? OUT : null;
    case '>':
      return least > than ? IN : most <= than ? OUT : null;
    case '<=':
      return most <= than ? IN : least > than ? OUT : null;
    case '<':
      return most < than ? IN : least >= than ? OUT : null;
    case '=':
      return least === than && most === than ? IN : than < least || than > most ? OUT : null;
  }
}
