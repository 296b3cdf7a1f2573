/** How many kinds of a code list occur. */
import type { Measure } from '../../model.ts';
import { judged } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { areasOf, type Cited, evidenceOf, headingOf } from './evidence.ts';
import { fieldLabel, tableName } from './labels.ts';
import { isPartial, NOTHING, openLists, type Taken, whyAbsent } from './taken.ts';

type KindsMeasure = Extract<Measure, { kind: 'kinds' }>;

export function takeKinds(measure: KindsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const unsaid = unsaidIn(measure, scope);
  if (unsaid !== null) return { ...NOTHING, missing: { phrase: 'missing.blank', words: unsaid } };
  const where = judged(measure.where, scope, measure.table);
  const sure = new Set<string>();
  const maybe = new Set<string>();
  const cited: Cited[] = [];
  for (const record of scope.records(measure.table)) {
    const truth = where(record);
    const datum = record.data[measure.field];
    if (truth === OUT || !datum) continue;
    for (const code of datum.codes) {
      if (!measure.among.includes(code)) continue;
      maybe.add(code);
      if (truth === IN) sure.add(code);
    }
    if (truth === IN) cited.push({ sheet: record.table.sheet, datum });
  }
  const of = measure.outOf ?? null;
  const lacking = measure.among.filter((code) => !maybe.has(code));
  const table = scope.tables(measure.table)[0]!;
  return {
    ...NOTHING,
    bounds: { lower: sure.size, upper: maybe.size, lowerOf: of, upperOf: of },
    evidence: () => [...evidenceOf(cited, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingOf(table, measure.field),
    isPartial: isPartial(measure.table, scope),
    unsure: openLists(measure.table, scope),
    notes: of !== null && lacking.length > 0 ? [{ phrase: 'kinds.lacking', words: { list: lacking.join('、') } }] : [],
  };
}

/** Where the lines are there and the field that decides about them is blank in all of them: nothing is known, not none. */
function unsaidIn({ table, where }: KindsMeasure, scope: Scope): { table: string; field: string } | null {
  if (!('field' in where)) return null;
  const { field } = where;
  const isSaid = scope.records(table).some(({ data }) => data[field] !== undefined && data[field].state !== 'blank');
  return isSaid ? null : { table: tableName(table, scope), field: fieldLabel(table, field, scope) };
}
