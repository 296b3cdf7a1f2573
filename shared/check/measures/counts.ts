/** How many things satisfy a condition, and of how many. */
import type { DataRecord, Datum, Evidence, Measure, Place } from '../../model.ts';
import { communitiesOf, isPooled } from '../conditions/communities.ts';
import { compile, type Test } from '../conditions/compile.ts';
import type { Grouping } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { listed } from '../say.ts';
import { areasOf, evidenceOf, headingOf, openRuns } from './evidence.ts';
import { NOTHING, nameOf, type Said, type Taken, type Undecided, whyAbsent } from './take.ts';

type CountMeasure = Extract<Measure, { kind: 'count' }>;
type ShareMeasure = Extract<Measure, { kind: 'share' }>;

export function takeCount(measure: CountMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return reportedNone(measure, scope) ?? { ...NOTHING, missing };
  // A target for each community cannot be met by several together.
  if (measure.over === undefined && isPooled(measure.table, scope))
    return { ...NOTHING, missing: whichPilot(measure.table, scope) };
  const grouping = scope.groups(measure.identity);
  const truths = byGroup(grouping, compile(measure.where, scope, measure.table));
  let lower = 0;
  let open = 0;
  for (const truth of truths) {
    if (truth === IN) lower++;
    else if (truth !== OUT) open++;
  }
  const of = measure.over ? distinct(grouping, measure.over) : (measure.outOf ?? null);
  return {
    ...NOTHING,
    bounds: { lower, upper: lower + open, lowerOf: of, upperOf: of },
    evidence: () => [...counted(grouping, truths, measure.by, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingIn(measure.table, measure.by, scope),
    undecided:
      open === 0
        ? []
        : leaders(grouping, (group) => truths[group] === UNKNOWN).map(({ record }) => ({
            record,
            asks: [[measure.where, true]],
            adds: [1, 0],
          })),
    reachedOn: measure.dated ? dayOf(grouping, truths, measure.dated.field, measure.dated.nth) : null,
  };
}

export function takeShare(measure: ShareMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return reportedNone(measure, scope) ?? { ...NOTHING, missing };
  const grouping = scope.groups(measure.identity);
  const whole = byGroup(grouping, compile(measure.of, scope, measure.table));
  const part = byGroup(grouping, compile(measure.where, scope, measure.table));
  const twice = measure.once ? onlyOnce(grouping, part, measure.once) : new Map<number, string>();
  let [n, d, entersBoth, entersWhole, partOpen] = [0, 0, 0, 0, 0];
  for (let group = 0; group < grouping.count; group++) {
    if (whole[group] === IN) {
      d++;
      if (part[group] === IN) n++;
      else if (part[group] === UNKNOWN) partOpen++;
    } else if (whole[group] === UNKNOWN) {
      if (part[group] !== OUT) entersBoth++;
      if (part[group] !== IN) entersWhole++;
    }
  }
  if (d + entersBoth + entersWhole === 0) {
    return { ...NOTHING, missing: { phrase: 'missing.nobody', words: { table: nameOf(measure.table, scope) } } };
  }
  const both = part.map((truth, group) => (whole[group] === IN ? truth : OUT));
  return {
    ...NOTHING,
    bounds: { lower: n, lowerOf: d + entersWhole, upper: n + entersBoth + partOpen, upperOf: d + entersBoth },
    evidence: () => [
      ...counted(grouping, both, measure.by, 'numerator'),
      ...counted(grouping, whole, measure.by, 'denominator'),
    ],
    at: headingIn(measure.table, measure.by, scope),
    undecided: leaders(
      grouping,
      (group) => whole[group] === UNKNOWN || (whole[group] === IN && part[group] === UNKNOWN),
    ).map(({ record, group }) => {
      const field = twice.get(group);
      return {
        ...undecidedOf(record, measure, whole[group]!, part[group]!),
        ...(field ? { once: { field, phrase: 'open.once' } } : {}),
      };
    }),
  };
}

/** A person without a certificate of whom it is not known whether to count them lifts the share by not counting. */
function undecidedOf(record: DataRecord, { of, where }: ShareMeasure, whole: number, part: number): Undecided {
  if (whole === UNKNOWN && part === OUT) return { record, asks: [[of, false]], adds: [0, -1] };
  const asks = [of, where].map((ask) => [ask, true] as const);
  return { record, asks, adds: part === UNKNOWN ? [1, 0] : [1, 1] };
}

function whichPilot(table: string, scope: Scope): Said {
  const names = communitiesOf(table, scope);
  const words = { table: nameOf(table, scope), list: listed(names), count: names.length };
  return { phrase: 'missing.pilot', words };
}

/** A group is in as far as any of its records is: one person in two posts, one line with the certificate. */
function byGroup(grouping: Grouping, test: Test): Uint8Array {
  const truths = new Uint8Array(grouping.count);
  for (let i = 0; i < grouping.records.length; i++) {
    if (grouping.dropped[i]) continue;
    const group = grouping.of[i]!;
    if (truths[group]! < IN) truths[group] = Math.max(truths[group]!, test(grouping.records[i]!));
  }
  return truths;
}

/** A person who fills two posts fills the first for certain, the others only perhaps: those, and the field that tells. */
function onlyOnce(grouping: Grouping, part: Uint8Array, fields: readonly string[]): ReadonlyMap<number, string> {
  const twice = new Map<number, string>();
  const seen = new Map<string, number>();
  for (let i = 0; i < grouping.records.length; i++) {
    const group = grouping.of[i]!;
    const key = part[group] === OUT ? null : firstText(grouping.records[i]!, fields);
    if (key === null) continue;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, group);
    else if (before !== group && part[group] === IN) {
      part[group] = UNKNOWN;
      twice.set(group, key.slice(0, key.indexOf(' ')));
    }
  }
  return twice;
}

/** The first of the fields that is filled, with its name before it. */
function firstText(record: DataRecord, fields: readonly string[]): string | null {
  for (const field of fields) {
    const datum = record.data[field];
    if (datum?.state === 'value' && datum.text !== '') return `${field} ${datum.text}`;
  }
  return null;
}

/** The cells of those that are in. */
function counted(grouping: Grouping, truths: Uint8Array, field: string, role: Evidence['role']): Evidence[] {
  const { records, of, dropped } = grouping;
  const runs = openRuns(role);
  for (let i = 0; i < records.length; i++) {
    if (dropped[i] || truths[of[i]!] !== IN) continue;
    const datum = records[i]!.data[field];
    if (datum) runs.add(records[i]!.table.sheet, datum);
  }
  return runs.evidence();
}

function leaders(grouping: Grouping, wanted: (group: number) => boolean) {
  return grouping.first.flatMap((i, group) => (wanted(group) ? [{ record: grouping.records[i]!, group }] : []));
}

/** How many communities the records name (averages over a street: SPEC §5). */
function distinct(grouping: Grouping, field: string): number {
  const names = new Set<string>();
  for (const record of grouping.records) {
    const datum = record.data[field];
    if (datum?.state === 'value') names.add(datum.text);
  }
  return Math.max(names.size, 1);
}

/** The day on which the nth thing was there. */
function dayOf(grouping: Grouping, truths: Uint8Array, field: string, nth: number): number | null {
  const days: number[] = [];
  grouping.first.forEach((i, group) => {
    const span = truths[group] === IN ? grouping.records[i]!.data[field]?.span : null;
    if (span) days.push(span.to);
  });
  return days.sort((a, b) => a - b)[nth - 1] ?? null;
}

/** Heading of the column that is counted; where the table lacks it, of its key. */
function headingIn(table: string, field: string, scope: Scope): Place | null {
  for (const each of [field, ...(scope.tableDef(table)?.key ?? [])]) {
    for (const found of scope.tables(table)) {
      const place = headingOf(found, each);
      if (place) return place;
    }
  }
  return null;
}

/** A roster that says 无 reports none, to be verified; an activity not yet held is a certain none (RULINGS A06, A12). */
function reportedNone(measure: CountMeasure | ShareMeasure, scope: Scope): Taken | null {
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
