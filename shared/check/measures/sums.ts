/** A field summed up, and one sum over another. */
import type { Measure } from '../../model.ts';
import { judged } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { areasOf, type Cited, evidenceOf, headingOf } from './evidence.ts';
import { figureWords, isAbsent } from './own-figures.ts';
import { isPartial, NOTHING, openLists, type Taken, type Undecided, whyAbsent } from './taken.ts';

type RateMeasure = Extract<Measure, { kind: 'rate' }>;
type SumMeasure = Extract<Measure, { kind: 'sum' }>;

export function takeSum(measure: SumMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const where = judged(measure.where, scope, measure.table);
  let lower = 0;
  let open = 0;
  const cited: Cited[] = [];
  const undecided: Undecided[] = [];
  for (const record of scope.records(measure.table)) {
    const truth = where(record);
    const datum = record.data[measure.field];
    if (truth === OUT || !datum || datum.number === null) continue;
    if (truth === IN) {
      lower += datum.number;
      cited.push({ sheet: record.table.sheet, datum });
    } else {
      open += datum.number;
      undecided.push({ record, asks: [[measure.where, true]], adds: [datum.number, 0] });
    }
  }
  if (cited.length + undecided.length === 0) {
    const phrase = isAbsent(measure, scope) ? 'missing.column' : 'missing.figure';
    return { ...NOTHING, missing: { phrase, words: figureWords(measure, scope) } };
  }
  const table = scope.tables(measure.table)[0]!;
  return {
    ...NOTHING,
    bounds: { lower: tenths(lower), upper: tenths(lower + open), lowerOf: null, upperOf: null },
    evidence: () => [...evidenceOf(cited, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingOf(table, measure.field),
    isPartial: isPartial(measure.table, scope),
    unsure: openLists(measure.table, scope),
    undecided,
  };
}

/** One sum over another: 到位率, 支出率. */
export function takeRate(measure: RateMeasure, scope: Scope): Taken {
  const { table, where } = measure;
  const above = takeSum({ kind: 'sum', table, field: measure.numerator, where }, scope);
  const below = takeSum({ kind: 'sum', table, field: measure.denominator, where }, scope);
  if (!above.bounds || !below.bounds) return above.bounds ? below : above;
  const bounds = { ...above.bounds, lowerOf: below.bounds.upper, upperOf: below.bounds.lower };
  return { ...above, bounds };
}

/** Amounts have few decimals; binary sums of them have many. */
function tenths(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
