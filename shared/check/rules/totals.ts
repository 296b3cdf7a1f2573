/** Totals against their lines. A row of sums is wrong only where no reading of it adds up. */
import type { SumKind } from '../../model/totals.ts';
import type { DataRecord, RowKind, RuleDef, SumRecord, Table, TestOf } from '../../model.ts';
import { layoutOf } from '../conditions/layouts.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Judge, Report } from './findings.ts';

export const judgeTotals: Judge<'totals'> = (rule, test, scope, report) => {
  for (const table of scope.reading.tables) {
    const pages = pagesOf(table, scope.reading.tables);
    if (table.copyOf || table.continues || pages.every(({ totals }) => totals.length === 0)) continue;
    if (test.only ? !test.only.includes(table.id) : test.except?.includes(table.id)) continue;
    const lines = pages.flatMap(linesOf);
    for (const field of sumFields(table, scope)) judgeColumn(rule, test, lines, field, report);
  }
};

/** A list and what certainly goes on it, page by page. */
function pagesOf(table: Table, tables: readonly Table[]): readonly Table[] {
  const next = tables.filter(({ continues }) => continues?.isCertain && continues.of === table);
  return [table, ...next.flatMap((page) => pagesOf(page, tables))];
}

function sumFields(table: Table, scope: Scope): readonly string[] {
  const fields = layoutOf(table, scope.catalogue)?.fields ?? [];
  return fields.filter(({ type }) => type === 'count' || type === 'amount').map(({ key }) => key);
}

/** A row below the headings; a break is whatever parts the list without adding to it: headings again, an empty row. */
interface Line {
  readonly kind: 'record' | 'break' | SumKind;
  readonly record: DataRecord | SumRecord | null;
}

function linesOf(table: Table): readonly Line[] {
  const own: readonly (DataRecord | SumRecord)[] = [...table.records, ...table.totals];
  const rows = new Map(own.map((record) => [record.row, record]));
  const first = table.area.bottom - table.rowKinds.length + 1;
  // What explains the list, and further lines of a record, neither add to it nor part it.
  const kinds = table.rowKinds.flatMap((kind, at) => (isPassed(kind) ? [] : [{ kind, at }]));
  return kinds.map(({ kind, at }): Line => {
    const record = rows.get(first + at) ?? null;
    return record && isCounted(kind) ? { kind, record } : { kind: 'break', record: null };
  });
}

const isPassed = (kind: RowKind) => PASSED.has(kind);
const PASSED: ReadonlySet<RowKind> = new Set(['aside', 'example', 'leftover', 'more']);

function isCounted(kind: RowKind): kind is 'record' | SumKind {
  return kind === 'record' || kind === 'total' || kind === 'subtotal' || kind === 'running';
}

function judgeColumn(
  rule: RuleDef,
  test: TestOf<'totals'>,
  lines: readonly Line[],
  field: string,
  report: Report,
): void {
  const figures = lines.map((line) => figureOf(line, field));
  const downward = lines.map((_, at) => at);
  const faults = faultsIn(lines, figures, downward, test.tolerance);
  // Where sums stand above what they add up, each may be of the lines below it as well.
  if (standsAbove(lines)) {
    const upward = faultsIn(lines, figures, downward.reverse(), test.tolerance);
    for (const [at, fault] of upward) if (fault === null || !faults.has(at)) faults.set(at, fault);
  }
  for (const [at, fault] of faults) {
    const { record } = lines[at]!;
    const datum = record?.data[field];
    if (!fault || !record || !datum) continue;
    const message = fault.twice ? test.twice : test.message;
    report(rule, test, { record, field, datum, words: { expected: hundredths(fault.expected) }, message });
  }
}

/** Null for an empty cell, NaN for one that cannot be read. A merged or repeated cell holds one figure, on its first row. */
function figureOf({ record }: Line, field: string): number | null {
  const datum = record?.data[field];
  if (!record || !datum || datum.row !== record.row) return null;
  return datum.state === 'doubtful' ? Number.NaN : datum.number;
}

/** Whether sums stand above what they add up: the first one stands above all records. */
function standsAbove(lines: readonly Line[]): boolean {
  const first = lines.find(({ kind }) => kind === 'record' || kind === 'total' || kind === 'subtotal');
  return first !== undefined && first.kind !== 'record';
}

/** What was passed up to a place in the list: its records added up, its subtotals, all its rows of sums. */
interface Passed {
  readonly records: number;
  readonly sum: number;
  readonly subtotals: number;
  readonly sums: number;
}

interface Fault {
  readonly expected: number;
  /** It adds up with the rows of sums among its lines counted again. */
  readonly twice: boolean;
}

const START: Passed = { records: 0, sum: 0, subtotals: 0, sums: 0 };
/** A sum of more parts than this begins at the top of the list. */
const MOST_PARTS = 100;

/**
 * For each row of sums with records before it in this order: null where it adds up, or where that cannot be told. A total
 * may begin at the top or behind another total, subtotals and running sums behind whatever parts the list.
 */
function faultsIn(
  lines: readonly Line[],
  figures: readonly (number | null)[],
  order: readonly number[],
  tolerance: number,
): Map<number, Fault | null> {
  const faults = new Map<number, Fault | null>();
  const starts: Record<'total' | 'any', Passed[]> = { total: [START], any: [START] };
  let now: Passed = START;
  let carried = 0;
  for (const at of order) {
    const { kind } = lines[at]!;
    const figure = figures[at] ?? 0;
    if (kind === 'record') {
      now = { ...now, records: now.records + 1, sum: now.sum + figure };
      continue;
    }
    const possible = starts[kind === 'total' ? 'total' : 'any'];
    if (kind !== 'break' && figures[at] !== null && now.records > 0) {
      const behind = [START, ...possible.slice(-MOST_PARTS)].filter(({ records }) => records < now.records);
      const fault = faultOf(figure, kind, behind, now, carried, tolerance);
      faults.set(at, fault && sumsSome(lines, figures, at, tolerance) ? null : fault);
    }
    if (kind === 'running' && now.records === 0) carried = figure;
    if (kind !== 'break') now = { ...now, sums: now.sums + figure };
    if (kind === 'subtotal') now = { ...now, subtotals: now.subtotals + figure };
    for (const list of kind === 'total' ? [starts.total, starts.any] : [starts.any]) {
      // Of places with the same records before them the last: its sums belong to what came before.
      if (list.at(-1)!.records === now.records) list.pop();
      list.push(now);
    }
  }
  return faults;
}

/** Of more records it is not tried which of them a row of sums may mean. */
const MOST_MEANT = 12;

/** 财政小计 below lines of several sources: it sums those that its words mean, wherever they stand. */
function sumsSome(lines: readonly Line[], figures: readonly (number | null)[], at: number, tolerance: number): boolean {
  const { record } = lines[at]!;
  if (!record || !('of' in record) || record.of === '') return false;
  const parts = figures.filter((figure, line) => lines[line]!.kind === 'record' && figure !== null && figure !== 0);
  if (parts.length > MOST_MEANT) return false;
  const reaches = (from: number, left: number): boolean =>
    Math.abs(left) <= tolerance + 1e-9 ||
    (from < parts.length && (reaches(from + 1, left - parts[from]!) || reaches(from + 1, left)));
  return reaches(0, figures[at]!);
}

function faultOf(
  figure: number,
  kind: SumKind,
  behind: readonly Passed[],
  now: Passed,
  carried: number,
  tolerance: number,
): Fault | null {
  const sums = behind.map(({ sum }) => now.sum - sum);
  const matches = (sum: number) => Math.abs(figure - sum) <= tolerance + 1e-9;
  const adds = (sum: number) => Number.isNaN(sum) || matches(sum) || (kind !== 'subtotal' && matches(sum + carried));
  // What ran on from an earlier sheet cannot be added up here.
  if (Number.isNaN(figure) || sums.some(adds) || (kind === 'running' && figure > now.sum)) return null;
  const twice = behind.findIndex(({ subtotals, sums: among }, i) =>
    [now.subtotals - subtotals, now.sums - among].some((more) => more > 0 && matches(sums[i]! + more)),
  );
  if (twice >= 0) return { expected: sums[twice]!, twice: true };
  return {
    expected: sums.reduce((best, sum) => (Math.abs(sum - figure) < Math.abs(best - figure) ? sum : best)),
    twice: false,
  };
}

export function hundredths(amount: number): number {
  return Math.round(amount * 100) / 100;
}
