/** Who is expected, and who reported (decision rollup-4). */
import type { Mode, Policy, Registered, Rollup, Unit } from '../model.ts';
import type { Held } from './filed.ts';
import { keyOf, type Parts, partsOf } from './keys.ts';
import { countiesOf, differ } from './same-places.ts';
import type { Standing } from './standing.ts';
import { nameOf, registeredUnits } from './units.ts';

export interface Expected {
  readonly key: string;
  readonly unit: Unit;
  readonly parts: Parts;
  /** ISO date; null where the register has none. */
  readonly received: string | null;
}

/** Units of the register, each once, with when they handed in for this evaluation; without one the counties of the policy. */
export function expectedOf(rows: readonly Registered[], policy: Policy, mode: Mode): readonly Expected[] {
  const ofRows = registeredUnits(rows, policy).map(({ unit, lines }) => ({ unit, received: receivedFor(lines, mode) }));
  const ofPolicy = policy.register.units.map(({ id, name }) => ({ unit: countyAlone(id, name), received: null }));
  return (rows.length > 0 ? ofRows : ofPolicy).map(({ unit, received }) => ({
    key: keyOf(unit),
    unit,
    parts: partsOf(unit),
    received,
  }));
}

/** A line that tells of the other evaluation says nothing of when this one came. */
function receivedFor(lines: readonly Registered[], mode: Mode): string | null {
  const received = lines.flatMap((line) =>
    line.time === undefined || line.time === mode ? (line.received ?? []) : [],
  );
  return received[0] ?? null;
}

/** Of whom no file counts, `unclear` those of whom one may be that is there. */
export interface Lacking {
  readonly missing: readonly Expected[];
  readonly unclear: readonly Expected[];
}

/** `held`: those of this evaluation. */
export function lackingOf(
  expected: readonly Expected[],
  counting: readonly Standing[],
  held: readonly Held[],
): Lacking {
  const reported = counting.map(({ key, unit }) => ({ key, parts: partsOf(unit) }));
  const perhaps = new Set(held.flatMap((one) => one.perhaps));
  const lacking = expected.filter((one) => !reported.some((each) => covers(one, each) === 'yes'));
  const isUnclear = (one: Expected) => perhaps.has(one.key) || reported.some((each) => covers(one, each) === 'perhaps');
  return { missing: lacking.filter((one) => !isUnclear(one)), unclear: lacking.filter(isUnclear) };
}

export function reportingOf(
  expected: readonly Expected[],
  { missing, unclear }: Lacking,
  counting: readonly Standing[],
  due: string | null,
): Rollup['reporting'] {
  const isOpen = expected.length === 0;
  const reported = isOpen ? counting.length : expected.length - missing.length - unclear.length;
  const others = isOpen ? [] : counting.filter(({ key, unit }) => !isExpected(key, partsOf(unit), expected));
  return {
    expected: expected.length,
    reported,
    rate: isOpen ? null : reported / expected.length,
    late: due === null ? null : counting.filter((each) => isLate(each, due)).length,
    missing: missing.map(({ unit: { county, street, community } }) => ({ county, street, community })),
    unclear: unclear.map(({ unit }) => nameOf(unit)),
    unexpected: others.map(({ key }) => key),
  };
}

/** By the first receipt; null where that or the day is not known. */
export function isLate({ dates }: Pick<Standing, 'dates'>, due: string | null): boolean | null {
  return due === null || dates === null ? null : dates.first > due;
}

function isExpected(key: string, parts: Parts, expected: readonly Expected[]): boolean {
  return expected.some((one) => covers(one, { key, parts }) !== 'no');
}

/** Of a line without a community any workbook of its street or county will do; `perhaps` where the county is written as nobody knows. */
function covers(expected: Expected, { key, parts }: Pick<Expected, 'key' | 'parts'>): 'yes' | 'perhaps' | 'no' {
  if (expected.key === key) return 'yes';
  const { county, street, community } = expected.parts;
  const isIn = street === null || (parts.street !== null && !differ(street, parts.street));
  if (community !== null || !isIn) return 'no';
  if (county === null) return 'yes';
  const counties = countiesOf(expected.parts, parts);
  return counties === 'same' ? 'yes' : counties === 'unclear' ? 'perhaps' : 'no';
}

function countyAlone(county: string, countyName: string): Unit {
  return { county, countyName, street: null, community: null, urbanRural: 'unknown' };
}
