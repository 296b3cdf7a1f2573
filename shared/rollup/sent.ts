/** What was sent to a unit with 整改通知, as far as that is known, and what of it came back (decision rollup-10). */
import { isNumberOf, issuesOf, type Like, sentIssue } from '../model/issues.ts';
import type { Evaluation, FilePlace, ReturnedIssue, SentIssue, Untracked } from '../model.ts';
import type { Entry } from './entries.ts';
import { placed } from './reports.ts';

/** An issue as it was sent; `due` as it holds now. */
export interface Sent extends SentIssue {
  /** What was found; null where no workbook tells, and of what is about no findings. */
  readonly like: Like | null;
}

/** A line, and where it stands. */
export interface Line extends ReturnedIssue {
  readonly place: FilePlace;
  /** In a file of its own, not in the unit's workbook. */
  readonly isApart: boolean;
}

export interface Followed {
  readonly sent: readonly Sent[];
  /** That nothing else was sent; otherwise `sent` are those that came back. */
  readonly isCertain: boolean;
  readonly returned: readonly Line[];
  /** The evaluation at the end; null where the unit did not hand in. */
  readonly after: Evaluation | null;
}

export interface Ledgers {
  /** By the unit's key. */
  of(key: string): Followed | Untracked['because'];
  /** Whether any line of the unit's bears a number of ours. */
  isNumbered(key: string): boolean;
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
  return {
    of: (key) => followed(key, ofUnit(key), days),
    isNumbered: (key) => ofUnit(key).some((entry) => comesBack(entry) && entry.issues && entry.issues.length > 0),
  };
}

/** The workbook that counts at the end, and ledgers apart. */
const comesBack = ({ state }: Entry) => state === 'reported' || state === 'ledger';

function followed(key: string, entries: readonly Entry[], days: Days): Followed | Untracked['because'] {
  const returned = returnedIn(entries.filter(comesBack));
  if (!returned) return 'recalled';
  const lists = entries
    .flatMap(({ sent }) => sent)
    .filter((list) => list.every(({ number }) => isNumberOf(number, key)))
    .map((list) => list.map((one) => ({ ...one, like: null })));
  const versions = entries
    .filter(({ time, state }) => time === 'midterm' && state !== 'ledger')
    .map(({ evaluation }) =>
      issuesOf(evaluation, key).map((issue) => ({
        ...sentIssue(issue, days.extended ?? days.due),
        like: issue.about === 'findings' ? issue.findings[0] : null,
      })),
    );
  if (lists.length === 0 && versions.length === 0) return 'unsent';
  const numbers = new Set(returned.flatMap(({ number }) => (isNumberOf(number, key) ? [number] : [])));
  const { sent, isCertain } = sentOf(lists, versions, numbers);
  const likes = new Map(united(versions).map(({ number, like }) => [number, like]));
  const { extended } = days;
  return {
    sent: sent.map((one) => ({
      ...one,
      like: likes.get(one.number) ?? null,
      due: extended !== null && extended > one.due ? extended : one.due,
    })),
    isCertain,
    returned,
    after: entries.find(({ state }) => state === 'reported')?.evaluation ?? null,
  };
}

function returnedIn(ledgers: readonly Entry[]): readonly Line[] | null {
  const lines: Line[] = [];
  for (const entry of ledgers) {
    if (entry.issues === null) return null;
    const isApart = entry.state === 'ledger';
    lines.push(...entry.issues.map((one) => ({ ...one, place: placed(entry, one.at), isApart })));
  }
  return lines;
}

type List = readonly Sent[];

/**
 * What ledgers say of themselves; where none does, the issues of the one version of the mid-term workbook that holds all that came
 * back. Where that leaves open which was sent, only those that came back are known to have been.
 */
function sentOf(
  lists: readonly List[],
  versions: readonly List[],
  numbers: ReadonlySet<string>,
): Pick<Followed, 'sent' | 'isCertain'> {
  const told = united(lists);
  const found = united(versions);
  const isIn = (list: List) => {
    const own = new Set(list.map(({ number }) => number));
    return [...numbers].every((number) => own.has(number));
  };
  if (lists.length > 0) {
    const own = new Set(told.map(({ number }) => number));
    // Sent with another list, of which nothing more is known.
    const others = found.filter(({ number }) => numbers.has(number) && !own.has(number));
    return { sent: [...told, ...others], isCertain: others.length === 0 };
  }
  const [one, ...others] = distinct(versions.filter(isIn));
  return one && others.length === 0
    ? { sent: one, isCertain: true }
    : { sent: found.filter(({ number }) => numbers.has(number)), isCertain: false };
}

/** An issue that was sent twice is to be closed by the later day. */
function united(lists: readonly List[]): List {
  const all = new Map<string, Sent>();
  for (const one of lists.flat()) {
    const known = all.get(one.number);
    if (!known || known.due < one.due) all.set(one.number, one);
  }
  return [...all.values()];
}

function distinct(lists: readonly List[]): readonly List[] {
  const numbersOf = (list: List) =>
    list
      .map(({ number }) => number)
      .sort()
      .join();
  return [...new Map(lists.map((list) => [numbersOf(list), list])).values()];
}
