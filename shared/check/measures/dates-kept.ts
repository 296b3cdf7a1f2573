/** Whether the cells of a form keep a condition, most often a date: 7月31日前报送. */
import { serialOf } from '../../model/days.ts';
import type { Measure } from '../../model.ts';
import { judged } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { type Cited, evidenceOf, placeOf } from './evidence.ts';
import { fieldLabel, tableName } from './labels.ts';
import { NOTHING, type Taken, whyAbsent, yesNo } from './taken.ts';

type HoldsMeasure = Extract<Measure, { kind: 'holds' }>;

/** `late` tells by how many days the date does not. */
export function takeHolds(measure: HoldsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const record = scope.records(measure.table).find((each) => measure.needs.some((field) => each.data[field]));
  const lacking = measure.needs.filter((field) => {
    const state = record?.data[field]?.state;
    return state !== 'value' && state !== 'doubtful';
  });
  if (!record || lacking.length > 0) {
    const field = lacking.map((key) => fieldLabel(measure.table, key, scope)).join('、');
    return {
      ...NOTHING,
      missing: { phrase: 'missing.date', words: { table: tableName(measure.table, scope), field } },
    };
  }
  const truth = judged(measure.where, scope, measure.table)(record);
  const cited = measure.needs.map((field): Cited => ({ sheet: record.table.sheet, datum: record.data[field]! }));
  const span = measure.late ? record.data[measure.late.field]?.span : null;
  return {
    ...NOTHING,
    bounds: yesNo(truth === IN, truth !== OUT),
    evidence: () => evidenceOf(cited, 'source'),
    at: placeOf(cited[0]!),
    undecided: truth === UNKNOWN ? [{ record, asks: [[measure.where, true]], adds: [1, 0] }] : [],
    daysLate: span && measure.late ? Math.max(span.from - serialOf(measure.late.due), 0) : null,
  };
}
