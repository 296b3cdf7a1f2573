/**
 * What all cells of a field have in common. Most conditions are settled by it without a look at each record, which is what
 * keeps a ledger of thousands of lines cheap.
 */
import type { Cells, DataRecord, Datum, State, Summary } from './reading.ts';

/** States that occur, as a sum of these. */
export const VALUE = 1;
export const BLANK = 2;
export const DOUBTFUL = 4;
export const ABSENT = 8;
export const VOID = 16;

const BITS: Readonly<Record<State, number>> = { value: VALUE, blank: BLANK, void: VOID, doubtful: DOUBTFUL };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenSummary = Mutable<Summary>;

export function emptySummary(): OpenSummary {
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

/** Takes a cell, or undefined for a record without one, into the summary. */
export function summarise(summary: OpenSummary, datum: Datum | undefined): void {
  if (datum === undefined) {
    summary.states |= ABSENT;
    return;
  }
  const { state, number, span } = datum;
  summary.states |= BITS[state];
  if (datum.issue !== null) summary.issues = true;
  if (datum.check !== null && datum.check !== 'valid') summary.faults = true;
  if (number === null || datum.atLeastOne) {
    summary.someNoNumber = true;
  } else {
    if (number < summary.least) summary.least = number;
    if (number > summary.most) summary.most = number;
  }
  if (span === null || datum.otherSpan !== null) {
    summary.someNoDay = true;
  } else {
    if (span.from < summary.from) summary.from = span.from;
    if (span.to > summary.to) summary.to = span.to;
  }
}

/** Of one cell alone. */
export function summaryOf(datum: Datum | undefined): Summary {
  const summary = emptySummary();
  summarise(summary, datum);
  return summary;
}

/** Of some fields over records picked out of their tables. */
export function summariesOver(records: readonly DataRecord[], fields: readonly string[]): ReadonlyMap<string, Summary> {
  return new Map(
    fields.map((field) => {
      const summary = emptySummary();
      for (const { data } of records) summarise(summary, data[field]);
      return [field, summary];
    }),
  );
}

/** Of two lists together. */
export function joinSummaries(a: Summary, b: Summary): Summary {
  return {
    states: a.states | b.states,
    issues: a.issues || b.issues,
    faults: a.faults || b.faults,
    someNoNumber: a.someNoNumber || b.someNoNumber,
    someNoDay: a.someNoDay || b.someNoDay,
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  };
}

/** The cells themselves. */
export function cellsOver(records: readonly DataRecord[], keys: readonly string[]): Cells {
  const fields = keys.filter((field) => records.some(({ data }) => data[field] !== undefined)).sort();
  return {
    fields,
    each(visit) {
      for (const { data } of records) {
        fields.forEach((field, at) => {
          visit(at, data[field], data[field]?.raw ?? null, -1);
        });
      }
    },
  };
}
