/** Several files of one unit and time: which of them counts, and in what order they came. */
import type { Policy } from '../model.ts';
import { mainEntries } from './figures.ts';
import type { Filed } from './filed.ts';
import { latestByName, type Marks, marksOf } from './names.ts';

export interface Versions {
  /** From the earliest; the last counts. */
  readonly versions: readonly Version[];
  /** Nothing tells which is the latest: a person has to say. */
  readonly isAsked: boolean;
}

/** Files with the same data: the first stands for them, the others are duplicates. */
export type Version = readonly [Filed, ...Filed[]];

/** `chosen` is the path that a person said counts (decision rollup-2). */
export function versionsOf(files: readonly Filed[], chosen: string | undefined, policy: Policy): Versions {
  let left = byData(files, chosen).map((version) => candidateOf(version, policy));
  const last = left.find(({ file }) => file === chosen) ?? latest(left);
  const versions: Version[] = [];
  for (let next = last ?? mostCautious(left); next; next = latest(left) ?? mostCautious(left)) {
    const taken = next;
    versions.unshift(taken.version);
    left = left.filter((each) => each !== taken);
  }
  return { versions, isAsked: last === null };
}

/** A version, and what may tell how late it is. */
interface Candidate {
  readonly version: Version;
  readonly file: string;
  /** 填报日期, an ISO date; null where it is not known. */
  readonly filled: string | null;
  readonly marks: Marks;
  readonly goalsMet: number;
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

function candidateOf(version: Version, { goals }: Policy): Candidate {
  const [{ file, filled, evaluation }] = version;
  const main = mainEntries(evaluation);
  const goalsMet = goals.filter((id) => main.get(id)?.verdict === 'met').length;
  return { version, file, filled, marks: marksOf(file), goalsMet };
}

/** By 填报日期 where all have it, then by the names; null where neither tells. */
function latest(candidates: readonly Candidate[]): Candidate | null {
  const days = candidates.flatMap(({ filled }) => filled ?? []);
  const isDated = days.length === candidates.length;
  const last = days.reduce((a, b) => (b > a ? b : a), '');
  const left = isDated ? candidates.filter(({ filled }) => filled === last) : candidates;
  return left.length === 1 ? left[0]! : latestByName(left);
}

/** What is taken while nobody has said: the one that reaches fewer goals, then by name, so that nothing is better in silence. */
function mostCautious(candidates: readonly Candidate[]): Candidate | undefined {
  const isMoreCautious = (one: Candidate, other: Candidate) =>
    one.goalsMet < other.goalsMet || (one.goalsMet === other.goalsMet && one.file < other.file);
  const [first, ...others] = candidates;
  return first && others.reduce((taken, each) => (isMoreCautious(each, taken) ? each : taken), first);
}
