/** Several files of one unit and time: which of them counts, and in what order they came. */
import type { Policy } from '../model.ts';
import { isMet, mainEntries } from './figures.ts';
import type { Filed } from './filed.ts';
import { latestByName } from './names.ts';

export interface Versions {
  /** From the earliest; the last counts. */
  readonly versions: readonly Version[];
  /** Nothing tells which is the latest: a person has to say. */
  readonly isAsked: boolean;
}

/** Files with the same data: the first stands for them, the others are duplicates. */
export type Version = readonly [Filed, ...Filed[]];

/** `chosen` is the path that a person said counts. */
export function versionsOf(files: readonly Filed[], chosen: string | undefined, policy: Policy): Versions {
  let left = byData(files, chosen);
  const later: Version[] = [];
  let isAsked = false;
  while (left.length > 0) {
    const isFirst = later.length === 0;
    const said = isFirst ? left.find(([{ file }]) => file === chosen) : undefined;
    const told = said ?? latest(left);
    if (isFirst && !told) isAsked = true;
    const last = told ?? left.reduce((taken, each) => (isMoreCautious(each, taken, policy) ? each : taken));
    later.unshift(last);
    left = left.filter((each) => each !== last);
  }
  return { versions: later, isAsked };
}

function byData(files: readonly Filed[], chosen: string | undefined): readonly Version[] {
  const first = (a: Filed, b: Filed) =>
    Number(b.file === chosen) - Number(a.file === chosen) || (a.file < b.file ? -1 : 1);
  const versions = new Map<string, [Filed, ...Filed[]]>();
  for (const each of [...files].sort(first)) {
    const version = versions.get(each.evaluation.dataHash);
    if (version) version.push(each);
    else versions.set(each.evaluation.dataHash, [each]);
  }
  return [...versions.values()];
}

/** By 填报日期 where all have it, then by the names; null where neither tells. */
function latest(versions: readonly Version[]): Version | null {
  const days = versions.map(([{ joins }]) => joins?.facts.filled ?? '');
  const isDated = days.every((day) => day !== '');
  const last = days.reduce((a, b) => (b > a ? b : a), '');
  const candidates = isDated ? versions.filter((_, at) => days[at] === last) : versions;
  return candidates.length === 1 ? candidates[0]! : latestByName(candidates, ([{ file }]) => file);
}

/** What is taken while nobody has said: the one that reaches fewer goals, then by name, so that nothing is better in silence. */
function isMoreCautious([one]: Version, [other]: Version, policy: Policy): boolean {
  const less = goalsMet(one, policy) - goalsMet(other, policy);
  return less < 0 || (less === 0 && one.file < other.file);
}

function goalsMet({ evaluation }: Filed, { goals }: Policy): number {
  const main = mainEntries(evaluation);
  return goals.filter((id) => isMet(main.get(id))).length;
}
