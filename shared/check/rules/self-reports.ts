/** Rules on single figures: self-reports against records, figures against each other. */
import { cellAddress } from '../../model/addresses.ts';
import type { DataRecord, Datum, FieldSum, Figure, FigureTest, RuleDef, Table } from '../../model.ts';
import { byCommunity, communitiesOf, isPooled } from '../conditions/communities.ts';
import { compares, compile } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { headerRange, headingOf } from '../measures/evidence.ts';
import { ownLine, selfReport } from '../measures/figures.ts';
import { type Bounds, type SimpleMeasure, take } from '../measures/take.ts';
import { placeOf, type Report } from './findings.ts';
import { hundredths, judgeTotals } from './totals.ts';

export function judgeFigures(rule: RuleDef, test: FigureTest, scope: Scope, report: Report): void {
  if (test.test === 'totals') {
    judgeTotals(rule, test, scope, report);
    return;
  }
  if (test.test === 'stated') {
    judgeStated(rule, test, scope, report);
    return;
  }
  if (test.test === 'exceeds') {
    judgeExceeds(rule, test, scope, report);
    return;
  }
  if (test.test === 'tally') {
    judgeTally(rule, test, scope, report);
    return;
  }
  // In a summary of several communities each line answers for its own.
  const scopes = isPooled(rule.table!, scope) ? byCommunity(scope) : [scope];
  for (const each of scopes) judgeLine(rule, test, each, report);
}

type LineTest = Exclude<FigureTest, { readonly test: 'totals' | 'stated' | 'exceeds' | 'tally' }>;

function judgeLine(rule: RuleDef, test: LineTest, scope: Scope, report: Report): void {
  const record =
    scope.role(rule.table!) === 'selfReport' ? selfReport(rule.table!, scope) : ownLine(rule.table!, scope);
  const datum = record?.data[test.field];
  if (!record || datum?.state !== 'value' || datum.number === null) return;
  switch (test.test) {
    case 'reported':
      judgeReported(rule, test, record, datum, scope, report);
      return;
    case 'equal':
      judgeEqual(rule, test, record, datum, scope, report);
      return;
    case 'against':
      judgeAgainst(rule, test, record, datum, scope, report);
      return;
  }
}

/** A sentence below the list of the measure: its first figure before 场, 次 or the like. */
function judgeStated(rule: RuleDef, test: FigureTest & { test: 'stated' }, scope: Scope, report: Report): void {
  const { measure } = test;
  const { bounds } = take(measure, scope);
  if (!bounds) return;
  const pattern = new RegExp(test.pattern);
  const tables = new Map(scope.tables(measure.table).map((table) => [table.sheet, table]));
  for (const line of scope.reading.lines) {
    const table = line.kind === 'statement' ? tables.get(line.sheet) : undefined;
    const figure = Number(pattern.exec(line.value ?? '')?.[1] ?? Number.NaN);
    if (!table || Number.isNaN(figure) || (figure >= bounds.lower && figure <= bounds.upper)) continue;
    const at = { sheet: line.sheet, address: cellAddress(line.row, line.column) };
    const related = headingOf(table, measure.by);
    const expected = rangeText(bounds.lower, bounds.upper);
    report(rule, test, { table, at, related: related ? [related] : [], words: { value: figure, expected } });
  }
}

/** A register of the whole city says nothing of how many one county has. */
function judgeTally(rule: RuleDef, test: FigureTest & { test: 'tally' }, scope: Scope, report: Report): void {
  const table = scope.tables(rule.table!)[0];
  const { bounds, at } = take(test.measure as SimpleMeasure, scope);
  if (!table || !bounds || scope.reading.unit.county !== null) return;
  const count = communitiesOf(table.id, scope).length;
  if (count >= bounds.lower && count <= bounds.upper) return;
  const words = { count, expected: rangeText(bounds.lower, bounds.upper) };
  report(rule, test, { table, field: test.field, at: headerRange(table), related: at ? [at] : [], words });
}

function rangeText(least: number, most: number): string {
  return least === most ? String(least) : `${least}～${most}`;
}

/** Rates may differ by 0.05 percentage points, as they are rounded when typed (Z04). */
const RATE_TOLERANCE = 0.0005 + 1e-9;

function judgeReported(
  rule: RuleDef,
  test: FigureTest & { test: 'reported' },
  record: DataRecord,
  datum: Datum,
  scope: Scope,
  report: Report,
): void {
  const { bounds, at } = take(test.measure as SimpleMeasure, scope);
  if (!bounds) return;
  const [least, most] = endsOf(bounds, test.part);
  const slack = test.part === 'rate' ? RATE_TOLERANCE : 0;
  if (datum.number! >= least - slack && datum.number! <= most + slack) return;
  const show = (value: number) => (test.part === 'rate' ? `${hundredths(value * 100)}%` : String(value));
  const expected = least === most ? show(least) : `${show(least)}～${show(most)}`;
  report(rule, test, { record, field: test.field, datum, related: at ? [at] : [], words: { expected } });
}

function endsOf(bounds: Bounds, part: 'count' | 'of' | 'rate'): readonly [number, number] {
  const { lower, upper, lowerOf, upperOf } = bounds;
  if (part === 'count') return [lower, upper];
  if (part === 'of') return [Math.min(lowerOf!, upperOf!), Math.max(lowerOf!, upperOf!)];
  return [lower / (lowerOf! || 1), upper / (upperOf! || 1)];
}

function judgeEqual(
  rule: RuleDef,
  test: FigureTest & { test: 'equal' },
  record: DataRecord,
  datum: Datum,
  scope: Scope,
  report: Report,
): void {
  for (const figure of test.as) {
    const other = figureOf(figure, scope);
    if (!other) continue;
    if (other.datum.number !== datum.number) {
      const words = { expected: other.datum.number, other: scope.tableDef(figure.table)?.name };
      report(rule, test, { record, field: test.field, datum, related: [placeOf(other.table, other.datum)], words });
    }
    return;
  }
}

function figureOf(figure: Figure, scope: Scope): { table: Table; datum: Datum } | null {
  const line = ownLine(figure.table, scope);
  const datum = line?.data[figure.field];
  return line && datum?.state === 'value' && datum.number !== null ? { table: line.table, datum } : null;
}

function judgeAgainst(
  rule: RuleDef,
  test: FigureTest & { test: 'against' },
  record: DataRecord,
  datum: Datum,
  scope: Scope,
  report: Report,
): void {
  const { identity, field, where } = test.sum;
  const grouping = scope.groups(identity);
  const counts = compile(where, scope, scope.catalogue.identities[identity]!.table);
  let sum = 0;
  let known = 0;
  for (const i of grouping.first) {
    const line = grouping.records[i]!;
    const truth = counts(line);
    // Doubtful lines are read so that they cannot make a finding.
    if (truth === OUT || (truth !== IN && test.op === '>=')) continue;
    const number = line.data[field]?.number ?? null;
    if (number === null) continue;
    sum += number;
    known++;
  }
  if (known === 0 || compares(datum.number! * test.q, test.op, sum * test.p)) return;
  const source = scope.tables(grouping.records[0]!.table.id)[0]!;
  const heading = headingOf(source, field);
  report(rule, test, { record, field: test.field, datum, related: heading ? [heading] : [], words: { sum } });
}

function judgeExceeds(rule: RuleDef, test: FigureTest & { test: 'exceeds' }, scope: Scope, report: Report): void {
  const cells = scope.records(rule.table!).flatMap((record) => {
    const datum = record.data[test.field];
    return datum?.number != null ? [{ record, datum }] : [];
  });
  const [first] = cells;
  if (!first) return;
  const sum = cells.reduce((total, { datum }) => total + datum.number!, 0);
  const most = test.sums.reduce((total, each) => total + sumOf(each, scope), 0);
  if (sum <= most + 1e-9) return;
  const words = { sum: hundredths(sum), expected: hundredths(most) };
  report(rule, test, { ...first, field: test.field, words });
}

function sumOf({ table, field, where }: FieldSum, scope: Scope): number {
  const counts = compile(where, scope, table);
  return scope
    .records(table)
    .reduce((sum, record) => sum + (counts(record) === OUT ? 0 : (record.data[field]?.number ?? 0)), 0);
}
