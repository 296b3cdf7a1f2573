/** 每个条件都写明：空白、“/”、读不准、没有这一栏，各怎样算 */
import { describe, expect, test } from 'vitest';
import type { Answer, Condition, Measure, Policy } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { identities } from '../../../shared/sheets/identities.ts';
import { measures, tellsState } from '../../../shared/sheets/measures.ts';

type OfField = Extract<Condition, { readonly field: string }>;

/** All conditions on fields within anything of the catalogue. */
function conditionsIn(part: unknown): readonly OfField[] {
  if (typeof part !== 'object' || part === null) return [];
  const found = Object.values(part).flatMap(conditionsIn);
  return 'is' in part && 'field' in part ? [part as OfField, ...found] : found;
}

const ANSWERS: readonly unknown[] = ['in', 'out', 'unknown'] satisfies Answer[];

/** What a condition leaves open. */
function leftOut({ is, field, otherwise = {} as OfField['otherwise'] }: OfField): readonly string[] {
  return (['blank', 'void', 'doubtful', 'absent'] as const)
    .filter((state) => !ANSWERS.includes(otherwise[state]))
    .map((state) => `${is} ${field} ${state}`);
}

test('漏写一种的条件过不了', () => {
  const { absent: _, ...others } = { blank: 'in', void: 'in', doubtful: 'unknown', absent: 'in' } as const;
  const lacking = { is: 'yes', field: 'held', otherwise: others } as unknown as OfField;
  expect(conditionsIn([{ where: lacking }]).flatMap(leftOut)).toEqual(['yes held absent']);
});

test.each<[string, unknown]>([
  ['各表', [measures, identities]],
  ...policies.map((policy): [string, unknown] => [policy.name, [policy.indicators, policy.rules]]),
])('%s的条件都写全了', (_name, part) => {
  const conditions = conditionsIn(part);
  expect(conditions.length).toBeGreaterThan(0);
  expect(conditions.flatMap(leftOut)).toEqual([]);
});

/** Columns that a list may lack without telling less: without them it lists what stands, or is of the pilot. */
const MAY_LACK: Readonly<Record<string, readonly string[]>> = {
  W02: ['community', 'is_hub', 'status'],
  W03: ['community', 'on_duty', 'leave_date', 'cert_date'],
  // Who is listed is in post; a station without a name is the community's own.
  // By what document a post was set up says nothing of who is in it; how many posts there are is asked for.
  W04: ['org', 'community', 'arrive_date', 'leave_date', 'pid', 'person', 'setup_date'],
  W05: ['community', 'end'],
  W07: ['community'],
  W08: ['community'],
  // What is said to be done is done, whatever day it was.
  W09: ['community', 'done_date'],
  // Where the day of starting is there; without it nothing is certain.
  W12: ['community', 'finish', 'progress', 'task', 'task_no'],
  W14: ['community', 'origin', 'closed', 'closed_date', 'status'],
  W00: ['submit', 'received'],
};

/** Conditions of a measure that say for certain what a column that is not there means. */
function certainOf(measure: Measure): readonly string[] {
  if (!('table' in measure) && !('count' in measure)) return [];
  const { table } = 'table' in measure ? measure : measure.count;
  return withoutDoubts(measure)
    .filter(({ otherwise }) => otherwise.absent !== 'unknown')
    .filter(({ field }) => !MAY_LACK[table]?.includes(field))
    .map(({ is, field }) => `${table} ${field} ${is}`);
}

/**
 * What stands under `perhaps` is never certain, whatever it says; and whether the state tells anything only decides whether the
 * remark is asked, which leaves it open.
 */
function withoutDoubts(part: unknown): readonly OfField[] {
  if (part === tellsState) return [];
  if (typeof part !== 'object' || part === null || ('is' in part && part.is === 'perhaps')) return [];
  const found = Object.values(part).flatMap(withoutDoubts);
  return 'is' in part && 'field' in part ? [part as OfField, ...found] : found;
}

describe('没有的一栏不定成达标或未达标', () => {
  const all = new Set([
    ...policies.flatMap((policy: Policy) => policy.indicators.map(({ measure }) => measure)),
    ...Object.values(measures),
  ]);
  test('除去没有也不必问的', () => {
    expect([...new Set([...all].flatMap(certainOf))]).toEqual([]);
  });
});
