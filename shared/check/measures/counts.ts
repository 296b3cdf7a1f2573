/** How many different things satisfy a condition. */
import type { Measure } from '../../model.ts';
import { communitiesOf, isPooled } from '../conditions/communities.ts';
import { judged } from '../conditions/compile.ts';
import { type Grouping, groupsOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { listed } from '../say.ts';
import { areasOf } from './evidence.ts';
import { byGroup, counted, headingIn, leaders, reportedNone } from './groups.ts';
import { tableName } from './labels.ts';
import { isPartial, NOTHING, openLists, type Said, type Taken, whyAbsent } from './taken.ts';

type CountMeasure = Extract<Measure, { kind: 'count' }>;

export function takeCount(measure: CountMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return reportedNone(measure, scope) ?? { ...NOTHING, missing };
  // A target for each community cannot be met by several together.
  if (measure.over === undefined && isPooled(measure.table, scope))
    return { ...NOTHING, missing: whichPilot(measure.table, scope) };
  const grouping = groupsOf(measure.identity, scope);
  const truths = byGroup(grouping, judged(measure.where, scope, measure.table));
  const again = onceEach(grouping, truths);
  let lower = 0;
  let open = 0;
  for (const truth of truths) {
    if (truth === IN) lower++;
    else if (truth !== OUT) open++;
  }
  const of = measure.over ? distinct(grouping, measure.over) : (measure.outOf ?? null);
  // The average over a street is not to be had from the list of one community.
  const alone = measure.over !== undefined && of === 1;
  return {
    ...NOTHING,
    bounds: { lower, upper: lower + open, lowerOf: of, upperOf: of },
    evidence: () => [...counted(grouping, truths, measure.by, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingIn(measure.table, measure.by, scope),
    undecided:
      open === 0
        ? []
        : leaders(grouping, (group) => truths[group] === UNKNOWN).map(({ record, group }) => ({
            record,
            asks: again.has(group) ? [] : [[measure.where, true]],
            ...(again.has(group) ? { once: { field: measure.by, phrase: 'open.same' as const } } : {}),
            adds: [1, 0],
          })),
    isOpen: alone,
    isPartial: isPartial(measure.table, scope),
    unsure: [
      ...openLists(measure.table, scope),
      ...(alone ? [{ phrase: 'over.alone', words: { table: tableName(measure.table, scope) } } satisfies Said] : []),
    ],
    reachedOn: measure.dated ? dayOf(grouping, truths, measure.dated.field, measure.dated.nth) : null,
  };
}

/** Of things that are perhaps one the first counts for certain, the others only perhaps: those. */
function onceEach({ perhaps }: Grouping, truths: Uint8Array): ReadonlySet<number> {
  const again = new Set<number>();
  const counted = new Set<number>();
  perhaps?.forEach((first, group) => {
    if (truths[group] !== IN) return;
    if (counted.has(first)) {
      truths[group] = UNKNOWN;
      again.add(group);
    }
    counted.add(first);
  });
  return again;
}

function whichPilot(table: string, scope: Scope): Said {
  const names = communitiesOf(table, scope);
  const words = { table: tableName(table, scope), list: listed(names), count: names.length };
  return { phrase: 'missing.pilot', words };
}

/** How many communities the records name, for an average over a street. */
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
