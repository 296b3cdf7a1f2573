/** Measures with bounds: the least and the most that the records can mean (SPEC §0-4, RULINGS A07). */
import type { DataRecord, Datum, Figure, Measure } from '../model.ts';
import { compile, IN, OUT, type Test, type Truth } from './conditions.ts';
import type { Grouping } from './identities.ts';
import { isOwn } from './places.ts';
import type { Scope } from './scope.ts';

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
  /** Null for a count. */
  readonly lowerOf: number | null;
  readonly upperOf: number | null;
  /** The denominator to be shown where it is not that of the lower bound: the first of several (RULINGS A19). */
  readonly of?: number;
}

/** Why nothing could be measured: a phrase of the catalogue and its words. */
export interface Missing {
  readonly phrase: string;
  readonly words: Readonly<Record<string, string | number>>;
}

export interface Taken {
  readonly bounds: Bounds | null;
  readonly missing: Missing | null;
  /** Cells counted, or those that hold the figures. */
  readonly counted: readonly Cited[];
  readonly whole: readonly Cited[];
  /** Records on which the bounds part. */
  readonly undecided: readonly DataRecord[];
  /** Cell that reported none, or of a figure that was not given; named in the reasons. */
  readonly doubts: readonly Doubt[];
}

export interface Cited {
  readonly sheet: string;
  readonly datum: Datum;
}

export interface Doubt {
  readonly phrase: string;
  readonly sheet: string;
  readonly datum: Datum;
  /** False where the doubt leaves the verdict alone. */
  readonly opens: boolean;
}

type CountMeasure = Extract<Measure, { kind: 'count' }>;
type ShareMeasure = Extract<Measure, { kind: 'share' }>;
type QuotientMeasure = Extract<Measure, { kind: 'quotient' }>;
export type RecordMeasure = CountMeasure | ShareMeasure;

const NOTHING: Taken = { bounds: null, missing: null, counted: [], whole: [], undecided: [], doubts: [] };

export function take(measure: RecordMeasure | QuotientMeasure, scope: Scope): Taken {
  if (measure.kind === 'quotient') return takeQuotient(measure, scope);
  const absent = whyAbsent(measure.table, scope);
  if (absent) return reportedNone(measure, scope) ?? { ...NOTHING, missing: absent };
  return measure.kind === 'count' ? takeCount(measure, scope) : takeShare(measure, scope);
}

function takeCount(measure: CountMeasure, scope: Scope): Taken {
  const grouping = scope.groups(measure.identity);
  const truths = byGroup(grouping, compile(measure.where, scope));
  let lower = 0;
  let open = 0;
  for (const truth of truths) {
    if (truth === IN) lower++;
    else if (truth !== OUT) open++;
  }
  return {
    ...NOTHING,
    bounds: { lower, upper: lower + open, lowerOf: null, upperOf: null },
    counted: cite(grouping, truths, measure.by, IN),
    undecided:
      open === 0 ? [] : grouping.first.filter((_, group) => truths[group] === 1).map((i) => grouping.records[i]!),
  };
}

function takeShare(measure: ShareMeasure, scope: Scope): Taken {
  const grouping = scope.groups(measure.identity);
  const whole = byGroup(grouping, compile(measure.of, scope));
  const part = byGroup(grouping, compile(measure.where, scope));
  if (measure.once) onlyOnce(grouping, part, measure.once);
  let [n, d, entersBoth, entersWhole, partOpen] = [0, 0, 0, 0, 0];
  const undecided: DataRecord[] = [];
  for (let group = 0; group < grouping.count; group++) {
    if (whole[group] === OUT) {
      part[group] = OUT;
      continue;
    }
    if (whole[group] === IN) {
      d++;
      if (part[group] === IN) n++;
      else if (part[group] !== OUT) partOpen++;
    } else {
      if (part[group] !== OUT) entersBoth++;
      if (part[group] !== IN) entersWhole++;
    }
    if (whole[group] !== IN || (part[group] !== IN && part[group] !== OUT)) {
      undecided.push(grouping.records[grouping.first[group]!]!);
    }
    if (whole[group] !== IN && part[group] === IN) part[group] = 1;
  }
  if (d + entersBoth + entersWhole === 0) {
    return { ...NOTHING, missing: { phrase: 'missing.nobody', words: { table: nameOf(measure.table, scope) } } };
  }
  return {
    ...NOTHING,
    bounds: {
      lower: n,
      lowerOf: d + entersWhole,
      upper: n + entersBoth + partOpen,
      upperOf: d + entersBoth,
    },
    counted: cite(grouping, part, measure.by, IN),
    whole: cite(grouping, whole, measure.by, IN),
    undecided,
  };
}

/** A group is in as far as any of its records is: one person in two posts, one with the certificate. */
function byGroup(grouping: Grouping, test: Test): Uint8Array {
  const truths = new Uint8Array(grouping.count);
  for (let i = 0; i < grouping.records.length; i++) {
    if (grouping.dropped[i]) continue;
    const group = grouping.of[i]!;
    if (truths[group]! < IN) truths[group] = Math.max(truths[group]!, test(grouping.records[i]!));
  }
  return truths;
}

/** A person who fills two posts fills the first for certain, the others only perhaps. */
function onlyOnce(grouping: Grouping, part: Uint8Array, fields: readonly string[]): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < grouping.records.length; i++) {
    const group = grouping.of[i]!;
    const key = part[group] === OUT ? null : firstText(grouping.records[i]!, fields);
    if (key === null) continue;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, group);
    else if (before !== group && part[group] === IN) part[group] = 1;
  }
}

/** The first of the fields that is filled, with its name before it. */
export function firstText(record: DataRecord, fields: readonly string[]): string | null {
  for (const field of fields) {
    const datum = record.data[field];
    if (datum?.state === 'value' && datum.text !== '') return `${field} ${datum.text}`;
  }
  return null;
}

function cite(grouping: Grouping, truths: Uint8Array, field: string, wanted: Truth): Cited[] {
  const cited: Cited[] = [];
  for (let i = 0; i < grouping.records.length; i++) {
    if (grouping.dropped[i] || truths[grouping.of[i]!] !== wanted) continue;
    const record = grouping.records[i]!;
    const datum = record.data[field];
    if (datum) cited.push({ sheet: record.table.sheet, datum });
  }
  return cited;
}

/** Absent and header-only tables are missing, never zero (RULINGS A05). */
function whyAbsent(table: string, scope: Scope): Missing | null {
  if (scope.records(table).length > 0) return null;
  const found = scope.tables(table)[0];
  const words = { table: nameOf(table, scope), sheet: found?.sheet ?? '' };
  return { phrase: found ? 'missing.empty' : 'missing.table', words };
}

function nameOf(table: string, scope: Scope): string {
  return scope.tableDef(table)?.name ?? table;
}

/** A roster that says 无 reports none, to be verified; an activity not yet held is a certain none (RULINGS A06, A12). */
function reportedNone(measure: RecordMeasure, scope: Scope): Taken | null {
  const datum = scope.none(measure.table);
  const sheet = scope.tables(measure.table)[0]?.sheet;
  if (!datum || !sheet) return null;
  const of = measure.kind === 'count' ? null : 0;
  const opens = measure.kind !== 'count' || !measure.event;
  return {
    ...NOTHING,
    bounds: { lower: 0, upper: 0, lowerOf: of, upperOf: of },
    counted: [{ sheet, datum }],
    doubts: [{ phrase: 'none.reported', sheet, datum, opens }],
  };
}

function takeQuotient(measure: QuotientMeasure, scope: Scope): Taken {
  const { table } = measure.numerator;
  const absent = whyAbsent(table, scope);
  if (absent) return { ...NOTHING, missing: absent };
  const above = read(measure.numerator, scope);
  if (!above) return { ...NOTHING, missing: notGiven(measure.numerator, scope) };
  const below = measure.denominator.map((figure) => read(figure, scope)).filter((figure) => figure !== null);
  const whole = below.map(({ cited }) => cited);
  const known = below.filter((figure) => figure.most !== null && figure.most > 0);
  if (known.length === 0) return { ...NOTHING, missing: notGiven(measure.denominator[0]!, scope), whole };
  const largest = Math.max(...known.map((figure) => figure.most!));
  // A denominator that is only bounded above is at least as large as what it contains.
  const smallest = Math.max(Math.min(...known.map((figure) => figure.least ?? above.least ?? 0)), above.least ?? 0, 1);
  const bounds = {
    lower: above.least ?? 0,
    lowerOf: largest,
    // A share never exceeds the whole.
    upper: above.most ?? smallest,
    of: known[0]!.most!,
    upperOf: known.every((figure) => figure.least !== null)
      ? Math.min(...known.map((figure) => figure.least!))
      : smallest,
  };
  const doubts = [above, ...known].flatMap((figure) => figure.doubt ?? []);
  return { ...NOTHING, bounds, counted: [above.cited], whole, doubts };
}

interface FigureTaken {
  /** Null where it is not known. */
  readonly least: number | null;
  readonly most: number | null;
  readonly cited: Cited;
  readonly doubt: Doubt | null;
}

/** Null where nothing is given at all. */
function read(figure: Figure, scope: Scope): FigureTaken | null {
  const record = ownLine(figure.table, scope);
  if (!record) return null;
  const datum = record.data[figure.field];
  const { sheet } = record.table;
  if (datum?.state === 'value' && datum.number !== null) {
    return { least: datum.number, most: datum.number, cited: { sheet, datum }, doubt: null };
  }
  const most = figure.most ? record.data[figure.most] : undefined;
  if (most?.state === 'value' && most.number !== null) {
    const doubt = { phrase: 'figure.most', sheet, datum: datum ?? most, opens: true };
    return { least: datum?.atLeastOne ? 1 : null, most: most.number, cited: { sheet, datum: datum ?? most }, doubt };
  }
  if (datum?.state !== 'unreadable') return null;
  const doubt = { phrase: 'figure.unread', sheet, datum, opens: true };
  return { least: datum.atLeastOne ? 1 : null, most: null, cited: { sheet, datum }, doubt };
}

/** The line of the pilot community; the only line where none names it. */
export function ownLine(table: string, scope: Scope): DataRecord | null {
  const records = scope.records(table);
  const named = (record: DataRecord) => record.data.community?.state === 'value';
  const own = records.find((record) => named(record) && isOwn(record.data.community!.text, scope));
  if (own) return own;
  const unnamed = records.filter((record) => !named(record));
  return unnamed.length === 1 ? unnamed[0]! : null;
}

function notGiven(figure: Figure, scope: Scope): Missing {
  const def = scope.tableDef(figure.table);
  const field = def?.fields.find(({ key }) => key === figure.field)?.label ?? figure.field;
  return { phrase: 'missing.figure', words: { table: def?.name ?? figure.table, field } };
}
