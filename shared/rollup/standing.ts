/** How each workbook of a unit stands: the one that counts, what it took the place of, and when all of it came. */
import { serialOf } from '../model/days.ts';
import type { Mode, Policy, RollupOptions, UnitState } from '../model.ts';
import { changedSince } from './figures.ts';
import type { Filed } from './filed.ts';
import { versionsKey } from './keys.ts';
import { type Version, versionsOf } from './versions.ts';

export interface Standing extends Filed {
  readonly state: UnitState;
  /** The file that it yielded to; of one that counts what of it is left aside. */
  readonly because: string | null;
  /** ISO dates. Of the one that counts over all versions, of others their own. */
  readonly dates: { readonly first: string; readonly last: string } | null;
  /** Versions before it. */
  readonly returned: number;
  readonly changed: readonly string[];
  /** Of this and of earlier versions. */
  readonly explained: readonly string[];
}

/** Files of one unit and time. */
export interface Stack {
  readonly key: string;
  readonly time: Mode;
  readonly counts: Standing;
  /** It first, then versions from the latest, then duplicates. */
  readonly files: readonly Standing[];
  /** A person has to say which version counts. */
  readonly isAsked: boolean;
}

/** `receivedOf` tells when a unit handed in, as the register has it. */
export function stacksOf(
  filed: readonly Filed[],
  mode: Mode,
  policy: Policy,
  { chosen = {} }: RollupOptions,
  receivedOf: (key: string) => string | null,
): readonly Stack[] {
  return [...stacked(filed)].map(([name, files]) => {
    const [{ key, time }] = files;
    const { versions, isAsked } = versionsOf(files, chosen[name], policy);
    const isOfMode = time === mode;
    const received = isOfMode ? receivedOf(key) : null;
    const from = { versions, state: isOfMode ? 'reported' : 'other_time', received } as const;
    const latestFirst = versions.map((_, at) => at).reverse();
    const first = latestFirst.map((at) => versionAt(at, from));
    const others = latestFirst.flatMap((at) => duplicatesAt(at, from));
    return { key, time, isAsked, counts: first[0]!, files: [...first, ...others] };
  });
}

function stacked(filed: readonly Filed[]): ReadonlyMap<string, readonly [Filed, ...Filed[]]> {
  const stacks = new Map<string, [Filed, ...Filed[]]>();
  for (const one of filed) {
    const name = versionsKey(one.key, one.time);
    const files = stacks.get(name);
    if (files) files.push(one);
    else stacks.set(name, [one]);
  }
  return stacks;
}

interface From {
  readonly versions: readonly Version[];
  /** Of the one that counts. */
  readonly state: UnitState;
  readonly received: string | null;
}

function versionAt(at: number, { versions, state, received }: From): Standing {
  const [file] = versions[at]!;
  const isLast = at === versions.length - 1;
  const before = versions[at - 1]?.[0];
  return {
    ...file,
    state: isLast ? state : 'superseded',
    because: isLast ? file.aside : countingIn(versions),
    dates: datesOf(isLast ? versions.flat() : [file], received),
    returned: at,
    changed: before ? changedSince(before.evaluation, file.evaluation) : [],
    explained: explainedUntil(at, versions),
  };
}

function duplicatesAt(at: number, { versions, received }: From): readonly Standing[] {
  const [, ...duplicates] = versions[at]!;
  const because = countingIn(versions);
  const explained = explainedUntil(at, versions);
  return duplicates.map((file) => {
    const dates = datesOf([file], received);
    return { ...file, state: 'duplicate', because, dates, returned: at, changed: [], explained };
  });
}

const countingIn = (versions: readonly Version[]): string => versions[versions.length - 1]![0].file;

function explainedUntil(at: number, versions: readonly Version[]): readonly string[] {
  return versions.slice(0, at + 1).flatMap((files) => files.flatMap(({ explained }) => explained));
}

/** What the register says holds for files of which nobody said when they came. */
function datesOf(files: readonly Filed[], ofRegister: string | null): Standing['dates'] {
  const days = files
    .flatMap(({ received }) => received ?? ofRegister ?? [])
    .filter((day) => !Number.isNaN(serialOf(day)));
  days.sort();
  return days.length > 0 ? { first: days[0]!, last: days[days.length - 1]! } : null;
}
