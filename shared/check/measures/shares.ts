/** Of the things that satisfy one condition those that satisfy another. */
import type { DataRecord, Measure } from '../../model.ts';
import { judged } from '../conditions/compile.ts';
import { type Grouping, groupsOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { byGroup, counted, headingIn, leaders, reportedNone } from './groups.ts';
import { tableName } from './labels.ts';
import { isPartial, NOTHING, openLists, type Taken, type Undecided, whyAbsent } from './taken.ts';

type ShareMeasure = Extract<Measure, { kind: 'share' }>;

export function takeShare(measure: ShareMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return reportedNone(measure, scope) ?? { ...NOTHING, missing };
  const grouping = groupsOf(measure.identity, scope);
  const whole = byGroup(grouping, judged(measure.of, scope, measure.table));
  const part = byGroup(grouping, judged(measure.where, scope, measure.table));
  const twice = measure.once ? onlyOnce(grouping, part, measure.once) : new Map<number, string>();
  const bounds = boundsOf(whole, part);
  if (Math.max(bounds.lowerOf, bounds.upperOf) === 0) {
    return { ...NOTHING, missing: { phrase: 'missing.nobody', words: { table: tableName(measure.table, scope) } } };
  }
  const both = part.map((truth, group) => (whole[group] === IN ? truth : OUT));
  return {
    ...NOTHING,
    bounds,
    evidence: () => [
      ...counted(grouping, both, measure.by, 'numerator'),
      ...counted(grouping, whole, measure.by, 'denominator'),
    ],
    at: headingIn(measure.table, measure.by, scope),
    isPartial: isPartial(measure.table, scope),
    unsure: openLists(measure.table, scope),
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

/** What may enter the whole is set where it hurts most at the lower end, and where it helps most at the upper. */
function boundsOf(whole: Uint8Array, part: Uint8Array) {
  let [n, d, entersBoth, entersWhole, partOpen] = [0, 0, 0, 0, 0];
  for (let group = 0; group < whole.length; group++) {
    if (whole[group] === IN) {
      d++;
      if (part[group] === IN) n++;
      else if (part[group] === UNKNOWN) partOpen++;
    } else if (whole[group] === UNKNOWN) {
      if (part[group] !== OUT) entersBoth++;
      if (part[group] !== IN) entersWhole++;
    }
  }
  return { lower: n, lowerOf: d + entersWhole, upper: n + entersBoth + partOpen, upperOf: d + entersBoth };
}

/** A person without a certificate of whom it is not known whether to count them lifts the share by not counting. */
function undecidedOf(record: DataRecord, { of, where }: ShareMeasure, whole: number, part: number): Undecided {
  if (whole === UNKNOWN && part === OUT) return { record, asks: [[of, false]], adds: [0, -1] };
  const asks = [of, where].map((ask) => [ask, true] as const);
  return { record, asks, adds: part === UNKNOWN ? [1, 0] : [1, 1] };
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
