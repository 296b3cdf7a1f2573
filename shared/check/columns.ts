/**
 * What all cells of a field have in common. Most conditions are settled by it without a look at each record, which is what
 * keeps a ledger of thousands of lines cheap.
 */
import type { Comparison, Condition, DataRecord } from '../model.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, TRUTHS, type Truth } from './truths.ts';

/** States that occur, as a sum of these; an empty cell and `/` are the same to every condition. */
export const VALUE = 1;
export const BLANK = 2;
export const UNREADABLE = 4;
export const ABSENT = 8;

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

export function columnOf(records: readonly DataRecord[], field: string): Column {
  let states = 0;
  let [issues, faults, someNoNumber, someNoDay] = [false, false, false, false];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { data } of records) {
    const datum = data[field];
    if (datum === undefined) {
      states |= ABSENT;
      continue;
    }
    const { state, number, span } = datum;
    states |= state === 'value' ? VALUE : state === 'unreadable' ? UNREADABLE : BLANK;
    if (datum.issue !== null) issues = true;
    if (datum.check !== null && datum.check !== 'valid') faults = true;
    if (number === null || datum.atLeastOne) {
      someNoNumber = true;
    } else {
      if (number < least) least = number;
      if (number > most) most = number;
    }
    if (span === null || datum.otherSpan !== null) {
      someNoDay = true;
    } else {
      if (span.from < from) from = span.from;
      if (span.to > to) to = span.to;
    }
  }
  return { states, issues, faults, someNoNumber, someNoDay, least, most, from, to };
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
