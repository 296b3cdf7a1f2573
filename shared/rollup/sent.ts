/** What was sent to a unit with 整改通知, as far as that is known, and what of it came back (decision rollup-10). */
import { isNumberOf, issuesOf, type Like, sentIssue } from '../model/issues.ts';
import type { Evaluation, FilePlace, IssuesBasis, ReturnedIssue, SentIssue, Untracked } from '../model.ts';
import type { Entry } from './entries.ts';
import { type Foreign, foreignIn } from './foreign.ts';
import { placed } from './reports.ts';

/** An issue as it was sent; `due` as it holds now. */
export interface Sent extends SentIssue {
  /** What was found; null where no workbook tells, and of what is about no findings. */
  readonly like: Like | null;
}

/** A line, and where it stands. */
export interface Line extends ReturnedIssue {
  readonly place: FilePlace;
}

export interface Followed {
  readonly sent: readonly Sent[];
  readonly basis: IssuesBasis;
  /** ISO date of the evaluation that found them; null where no workbook tells. */
  readonly since: string | null;
  readonly returned: readonly Line[];
  /** The evaluation at the end; null where the unit did not hand in. */
  readonly after: Evaluation | null;
}

export interface Ledgers {
  /** By the unit's key. */
  of(key: string): Followed | Untracked['because'];
  /** Whether any line of the unit's bears a number of ours. */
  isNumbered(key: string): boolean;
  /** Lines that bear numbers of other units. */
  readonly foreign: readonly Foreign[];
}

/** Days by which issues are to be closed. */
interface Days {
  readonly due: string;
  readonly extended: string | null;
}

export function openLedgers(entries: readonly Entry[], days: Days): Ledgers {
  const byUnit = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.key === '' || entry.state === 'unreadable') continue;
    const known = byUnit.get(entry.key);
    if (known) known.push(entry);
    else byUnit.set(entry.key, [entry]);
  }
  const ofUnit = (key: string) => byUnit.get(key) ?? [];
  const foreign = foreignIn(byUnit);
  const mixed = new Set(foreign.flatMap(({ key, owner, isElsewhere }) => (isElsewhere ? [key, owner ?? key] : [key])));
  return {
    of: (key) => followed(key, ofUnit(key), mixed.has(key), days),
    isNumbered: (key) => ofUnit(key).some(({ issues }) => issues && issues.length > 0),
    foreign,
  };
}

function followed(
  key: string,
  entries: readonly Entry[],
  isMixed: boolean,
  { due, extended }: Days,
): Followed | Untracked['because'] {
  if (entries.some(({ issues }) => issues === null)) return 'recalled';
  if (isMixed) return 'foreign';
  const lists = entries.flatMap(({ sent }) => sent).filter((list) => list.every((one) => isNumberOf(one.number, key)));
  const versions = versionsOf(key, entries, extended ?? due);
  if (lists.length === 0 && versions.length === 0) return 'unsent';
  const returned = returnedIn(entries);
  const numbers = new Set(returned.flatMap(({ number }) => (isNumberOf(number, key) ? [number] : [])));
  const known = versions.length > 0 ? sentOf(lists, versions, numbers) : listed(lists, extended);
  return { ...known, returned, after: entries.find(({ state }) => state === 'reported')?.evaluation ?? null };
}

/** Of all files of the unit; of what another version took the place of only the numbers that are answered nowhere else. */
function returnedIn(entries: readonly Entry[]): readonly Line[] {
  const linesOf = (isReplaced: boolean) =>
    entries.flatMap((entry) =>
      (entry.state === 'superseded') === isReplaced && entry.state !== 'duplicate'
        ? (entry.issues ?? []).map((one) => ({ ...one, place: placed(entry, one.at) }))
        : [],
    );
  const lines = linesOf(false);
  const answered = new Set(lines.flatMap(({ number, isAnswered }) => (isAnswered ? [number] : [])));
  return [...lines, ...linesOf(true).filter(({ number }) => !answered.has(number))];
}

// What was sent ---------------------------------------------------------------------------------------------------------

type List = readonly SentIssue[];

/** Of the mid-term workbook. */
interface Version {
  readonly sent: readonly Sent[];
  readonly numbers: string;
  /** ISO date. */
  readonly since: string;
  /** No other came after it, as far as files tell. */
  readonly isLast: boolean;
}

const numbersOf = (list: List): string =>
  list
    .map(({ number }) => number)
    .sort()
    .join();

/** Those that differ in what they have to be put right. */
function versionsOf(key: string, entries: readonly Entry[], day: string): readonly Version[] {
  const versions = new Map<string, Version>();
  for (const { time, state, evaluation, isLast } of entries) {
    if (time !== 'midterm' || state === 'ledger') continue;
    const sent = issuesOf(evaluation, key).map((issue) => ({
      ...sentIssue(issue, day),
      like: issue.about === 'findings' ? issue.findings[0] : null,
    }));
    const numbers = numbersOf(sent);
    const same = versions.get(numbers);
    const since = same && same.since < evaluation.asOf ? same.since : evaluation.asOf;
    versions.set(numbers, { sent, numbers, since, isLast: isLast || same?.isLast === true });
  }
  return [...versions.values()];
}

type Known = Pick<Followed, 'sent' | 'basis' | 'since'>;

/**
 * The versions that the lists agree with; where no ledger has one, the only version that holds all that came back. Of what was sent a
 * list tells the numbers, never the kind and the day. A later version may have had a notice of its own. Where no version agrees, only
 * those that came back are known to have been sent.
 */
function sentOf(lists: readonly List[], versions: readonly Version[], numbers: ReadonlySet<string>): Known {
  const all = united(versions);
  const since = versions.map((one) => one.since).sort()[0]!;
  const matched = lists.length > 0 ? listedIn(lists, versions) : onlyOne(versions, numbers);
  if (!matched) return { sent: all.filter(({ number }) => numbers.has(number)), basis: 'returned', since };
  const sent = united(matched);
  const known = new Set(sent.map(({ number }) => number));
  // Sent with another list, of which nothing more is known.
  const others = all.filter(({ number }) => numbers.has(number) && !known.has(number));
  const isAll = others.length === 0 && (matched.length === versions.length || matched.some(({ isLast }) => isLast));
  return { sent: [...sent, ...others], basis: isAll ? 'workbook' : 'version', since };
}

/** Null where one of them is none of the versions'. */
function listedIn(lists: readonly List[], versions: readonly Version[]): readonly Version[] | null {
  const told = new Set(lists.map(numbersOf));
  const matched = versions.filter((version) => told.has(version.numbers));
  return matched.length === told.size ? matched : null;
}

function onlyOne(versions: readonly Version[], numbers: ReadonlySet<string>): readonly Version[] | null {
  const holding = versions.filter(({ sent }) => {
    const own = new Set(sent.map(({ number }) => number));
    return [...numbers].every((number) => own.has(number));
  });
  return holding.length === 1 ? holding : null;
}

const united = (versions: readonly Version[]): readonly Sent[] => [
  ...new Map(versions.flatMap(({ sent }) => sent.map((one) => [one.number, one] as const))).values(),
];

/** All that is known where no mid-term workbook is; an issue that was sent twice is to be closed by the later day. */
function listed(lists: readonly List[], extended: string | null): Known {
  const all = new Map<string, Sent>();
  for (const one of lists.flat()) {
    const due = extended !== null && extended > one.due ? extended : one.due;
    const known = all.get(one.number);
    if (!known || known.due < due) all.set(one.number, { ...one, due, like: null });
  }
  return { sent: [...all.values()], basis: 'list', since: null };
}
