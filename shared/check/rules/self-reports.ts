/** Rules on what is only reported: figures of a summary, and sentences that sum a list up, against the records. */
import { cellAddress } from '../../model/addresses.ts';
import { communitiesOf } from '../conditions/communities.ts';
import { headerRange, headingOf } from '../measures/evidence.ts';
import { type SimpleMeasure, take } from '../measures/take.ts';
import type { Bounds } from '../measures/taken.ts';
import type { Judge } from './findings.ts';
import { ownCells } from './own-cells.ts';
import { hundredths } from './totals.ts';

/** Rates may differ by 0.05 percentage points, as they are rounded when typed. */
const RATE_TOLERANCE = 0.0005 + 1e-9;

export const judgeReported: Judge<'reported'> = (rule, test, scope, report) => {
  for (const { record, datum, scope: own } of ownCells(rule, test.field, scope)) {
    const { bounds, at } = take(test.measure as SimpleMeasure, own);
    if (!bounds) continue;
    const [least, most] = endsOf(bounds, test.part);
    const slack = test.part === 'rate' ? RATE_TOLERANCE : 0;
    if (datum.number >= least - slack && datum.number <= most + slack) continue;
    const show = (value: number) => (test.part === 'rate' ? `${hundredths(value * 100)}%` : String(value));
    const words = { expected: rangeText(least, most, show) };
    report(rule, test, { record, field: test.field, datum, related: at ? [at] : [], words });
  }
};

function endsOf(bounds: Bounds, part: 'count' | 'of' | 'rate'): readonly [number, number] {
  const { lower, upper, lowerOf, upperOf } = bounds;
  if (part === 'count') return [lower, upper];
  if (part === 'of') return [Math.min(lowerOf!, upperOf!), Math.max(lowerOf!, upperOf!)];
  return [lower / (lowerOf! || 1), upper / (upperOf! || 1)];
}

/** A sentence below the list of the measure: its first figure before 场, 次 or the like. */
export const judgeStated: Judge<'stated'> = (rule, test, scope, report) => {
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
};

/** A register of the whole city says nothing of how many one county has. */
export const judgeTally: Judge<'tally'> = (rule, test, scope, report) => {
  const table = scope.tables(rule.table!)[0];
  const { bounds, at } = take(test.measure as SimpleMeasure, scope);
  if (!table || !bounds || scope.reading.unit.county !== null) return;
  const count = communitiesOf(table.id, scope).length;
  if (count >= bounds.lower && count <= bounds.upper) return;
  const words = { count, expected: rangeText(bounds.lower, bounds.upper) };
  report(rule, test, { table, field: test.field, at: headerRange(table), related: at ? [at] : [], words });
};

function rangeText(least: number, most: number, show: (figure: number) => string = String): string {
  return least === most ? show(least) : `${show(least)}～${show(most)}`;
}
