/** What counts and shares have in common: things, each of one or more records. */
import type { Datum, Evidence, Measure, Place } from '../../model.ts';
import type { Test } from '../conditions/compile.ts';
import type { Grouping } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN } from '../conditions/truths.ts';
import { evidenceOf, headingOf, openRuns } from './evidence.ts';
import { NOTHING, type Taken } from './taken.ts';

type CountMeasure = Extract<Measure, { kind: 'count' }>;
type ShareMeasure = Extract<Measure, { kind: 'share' }>;

/** A group is in as far as any of its records is: one person in two posts, one line with the certificate. */
export function byGroup(grouping: Grouping, test: Test): Uint8Array {
  const truths = new Uint8Array(grouping.count);
  for (let i = 0; i < grouping.records.length; i++) {
    if (grouping.dropped[i]) continue;
    const group = grouping.of[i]!;
    if (truths[group]! < IN) truths[group] = Math.max(truths[group]!, test(grouping.records[i]!));
  }
  return truths;
}

/** The cells of those that are in. */
export function counted(grouping: Grouping, truths: Uint8Array, field: string, role: Evidence['role']): Evidence[] {
  const { records, of, dropped } = grouping;
  const runs = openRuns(role);
  for (let i = 0; i < records.length; i++) {
    if (dropped[i] || truths[of[i]!] !== IN) continue;
    const datum = records[i]!.data[field];
    if (datum) runs.add(records[i]!.table.sheet, datum);
  }
  return runs.evidence();
}

export function leaders(grouping: Grouping, wanted: (group: number) => boolean) {
  return grouping.first.flatMap((i, group) => (wanted(group) ? [{ record: grouping.records[i]!, group }] : []));
}

/** Heading of the column that is counted; where the table lacks it, of its key. */
export function headingIn(table: string, field: string, scope: Scope): Place | null {
  for (const each of [field, ...(scope.tableDef(table)?.key ?? [])]) {
    for (const found of scope.tables(table)) {
      const place = headingOf(found, each);
      if (place) return place;
    }
  }
  return null;
}

/** A roster that says 无 reports none, to be verified; an activity not yet held is a certain none (decision check-4). */
export function reportedNone(measure: CountMeasure | ShareMeasure, scope: Scope): Taken | null {
  const datum: Datum | null = scope.none(measure.table);
  const sheet = scope.tables(measure.table)[0]?.sheet;
  if (!datum || !sheet) return null;
  const of = measure.kind === 'count' ? (measure.outOf ?? null) : 0;
  const opens = measure.kind !== 'count' || !measure.event;
  return {
    ...NOTHING,
    bounds: { lower: 0, upper: 0, lowerOf: of, upperOf: of },
    evidence: () => evidenceOf([{ sheet, datum }], 'numerator'),
    at: headingIn(measure.table, measure.by, scope),
    doubts: [{ phrase: opens ? 'none.reported' : 'none.held', sheet, datum, opens }],
  };
}
