/** What became of the issues that the mid-term evaluation found (decision rollup-10). */
import { dateText } from '../model/figures.ts';
import { comparable } from '../model/identifiers.ts';
import { standingIn } from '../model/issues.ts';
import type {
  IndicatorDef,
  IssueState,
  Mode,
  Policy,
  ReturnedFault,
  RollupOptions,
  UnitIssues,
  Untracked,
} from '../model.ts';
import type { Entry } from './entries.ts';
import { isOpen, mainEntries } from './figures.ts';
import type { Foreign } from './foreign.ts';
import { type AcrossOf, listed, type Report, type Skip } from './reports.ts';
import { type Followed, type Ledgers, type Line, openLedgers, type Sent } from './sent.ts';

export interface Closing {
  /** ISO date. */
  readonly asOf: string;
  /** ISO date until which issues had to be closed where nobody said otherwise. */
  readonly due: string;
  /** ISO date that was put in its place; null for none. */
  readonly extended: string | null;
  /** ISO date of the mid-term evaluation. */
  readonly since: string;
}

export const closingOf = (asOf: string, policy: Policy, { rectifyBy }: RollupOptions): Closing => ({
  asOf,
  due: policy.rectifyBy,
  extended: rectifyBy ?? null,
  since: policy.midtermAsOf,
});

/** Of each of the units, in their order: what became of what was sent, or why that is not told. */
export function issuesOver(
  keys: readonly string[],
  entries: readonly Entry[],
  mode: Mode,
  closing: Closing,
): { readonly issues: readonly UnitIssues[]; readonly untracked: readonly Untracked[] } {
  if (mode === 'midterm') return { issues: [], untracked: [] };
  const ledgers = openLedgers(entries, closing);
  const all = keys.map((key) => ({ key, followed: ledgers.of(key) }));
  return {
    issues: all.flatMap(({ key, followed }) =>
      typeof followed === 'string' ? [] : [unitIssues(key, followed, closing)],
    ),
    untracked: all.flatMap(({ key, followed }) => (typeof followed === 'string' ? [{ key, because: followed }] : [])),
  };
}

/** The ledger that came back against what was sent; one that bears no number of ours was not sent by us. */
export function judgeReturned(test: AcrossOf<'returned'>, all: All, report: Report, skip: Skip): void {
  if (all.mode === 'midterm') return;
  if (test.of === 'foreign') judgeForeign(all.ledgers.foreign, report);
  else judgeLedgers({ ...test, of: test.of }, all, report, skip);
}

function judgeLedgers(test: Told, all: All, report: Report, skip: Skip): void {
  const { ledgers, policy, closing } = all;
  const names = new Map(policy.indicators.map(({ id, name }) => [id, name]));
  const recalled: string[] = [];
  const unsure: string[] = [];
  const several: string[] = [];
  for (const entry of answering(all)) {
    const followed = ledgers.of(entry.key);
    if (followed === 'recalled') recalled.push(entry.name);
    if (typeof followed === 'string') continue;
    if (followed.basis === 'returned') unsure.push(entry.name);
    if (followed.basis === 'version') several.push(entry.name);
    const [first] = followed.returned;
    if (first) judgeLedger(test, { entry, followed, first, names, closing }, report);
  }
  if (recalled.length > 0) skip(`要再放入一次才能核对：${listed(recalled)}。`);
  if (unsure.length > 0) skip(`整改通知发出的是哪一版分不清，只核对了交回的问题：${listed(unsure)}。`);
  if (several.length > 0) skip(`${SEVERAL}，没有核对：${listed(several)}。`);
}

/** A ledger may come back from a unit that handed in no workbook at the end. */
function answering({ entries, reported }: All): readonly Entry[] {
  const known = new Set(reported.map(({ key }) => key));
  const alone = entries.filter(({ state, key }) => state === 'ledger' && !known.has(key));
  return [...reported, ...new Map(alone.map((one) => [one.key, one])).values()];
}

/** Of the versions of a mid-term workbook. */
const SEVERAL = '中期的工作簿有几版，另一版的问题有没有发出不清楚';

function judgeForeign(foreign: readonly Foreign[], report: Report): void {
  for (const { name, ownerName, lines } of foreign) {
    const numbers = numbersOf(lines);
    const of = ownerName === null ? '不是本单位的' : `是${ownerName}的`;
    report(
      { units: name, of, count: numbers.length, numbers: listed(numbers, '个') },
      lines.map(({ place }) => place),
    );
  }
}

interface All {
  readonly ledgers: Ledgers;
  readonly entries: readonly Entry[];
  readonly reported: readonly Entry[];
  readonly policy: Policy;
  readonly mode: Mode;
  readonly closing: Closing;
}

// Counts --------------------------------------------------------------------------------------------------------------

function unitIssues(key: string, followed: Followed, closing: Closing): UnitIssues {
  const { sent, basis } = followed;
  const stateOf = statesBy(key, followed, closing);
  const lines = sent.map(({ like, ...issue }) => ({
    ...issue,
    rule: like?.rule ?? null,
    state: stateOf({ ...issue, like }),
    closedOn: closedOn({ ...issue, like }, followed, closing),
  }));
  const count = (state: IssueState) => lines.filter((line) => line.state === state).length;
  return {
    key,
    sent: sent.length,
    basis,
    closed: count('closed'),
    late: count('late'),
    found: count('found'),
    unjudged: count('unjudged'),
    open: count('open'),
    unanswered: count('unanswered'),
    notDue: sent.filter(({ about }) => about === 'behind').length,
    lines,
  };
}

/** What is said to be closed is, where the evaluation at the end shows that it was put right. */
function statesBy(key: string, followed: Followed, closing: Closing): (issue: Sent) => IssueState {
  const { returned, after } = followed;
  const standing = after ? standingIn(after, key) : () => 'unjudged' as const;
  return (issue) => {
    const state = worstOf(answersTo(issue, returned).map((line) => lineState(line, issue, daysOf(followed, closing))));
    if (state !== 'closed' && state !== 'late') return state;
    const shown = standing(issue, issue.like);
    return shown === 'cleared' ? state : shown;
  };
}

/** The latest of the lines that tell how it stands. */
function closedOn(issue: Sent, followed: Followed, closing: Closing): string | null {
  const days = daysOf(followed, closing);
  const states = answersTo(issue, followed.returned).map((line) => ({ line, state: lineState(line, issue, days) }));
  const worst = worstOf(states.map(({ state }) => state));
  const told = states.flatMap(({ line, state }) => (state === worst && isWithin(line, days) ? [line.closedOn] : []));
  return told.sort().at(-1) ?? null;
}

/** A ledger that was left as it was sent takes nothing back of what another says. */
const answersTo = ({ number }: Sent, returned: readonly Line[]): readonly Line[] =>
  returned.filter((line) => line.number === number && line.isAnswered);

/** Of several lines that differ the least. */
const worstOf = (states: readonly IssueState[]): IssueState =>
  worstFirst.find((state) => states.includes(state)) ?? 'unanswered';

const worstFirst: readonly IssueState[] = ['open', 'late', 'closed'];

function lineState(line: Line, { due }: Sent, days: Days): IssueState {
  if (!line.isClosed || !isProved(line, days)) return 'open';
  return line.closedOn > due ? 'late' : 'closed';
}

/** ISO dates of the evaluation that found it, and of this one. */
interface Days {
  readonly since: string;
  readonly asOf: string;
}

const daysOf = ({ since }: Followed, closing: Closing): Days => ({ since: since ?? closing.since, asOf: closing.asOf });

/** With 佐证, on a day between them. */
const isProved = (line: Line, days: Days): line is Dated => line.isProved && isWithin(line, days);

const isWithin = (line: Line, { since, asOf }: Days): line is Dated =>
  line.closedOn !== null && line.closedOn >= since && line.closedOn <= asOf;

type Dated = Line & { readonly closedOn: string };

// Findings ------------------------------------------------------------------------------------------------------------

interface Returned {
  readonly entry: Entry;
  readonly followed: Followed;
  readonly first: Line;
  /** Of indicators, by id. */
  readonly names: ReadonlyMap<IndicatorDef['id'], string>;
  readonly closing: Closing;
}

function judgeLedger(test: Told, ledger: Returned, report: Report): void {
  const { entry, first } = ledger;
  for (const { lines, numbers = numbersOf(lines), others = 0, due = '' } of faultsOf(test, ledger)) {
    const count = numbers.length + others;
    const places = lines.map(({ place }) => place);
    if (count > 0)
      report(
        { units: entry.name, due: due && dateText(due), count, numbers: listed(numbers, '个') },
        places.length > 0 ? places : [first.place],
      );
  }
}

const numbersOf = (lines: readonly { readonly number: string }[]) => [...new Set(lines.map(({ number }) => number))];

/** What is told of one ledger. */
interface Told {
  readonly of: Exclude<ReturnedFault, 'foreign'>;
  readonly indicator: string;
}

/** What is told at once. */
interface Fault {
  readonly lines: readonly Line[];
  /** Without them those of the lines. */
  readonly numbers?: readonly string[];
  /** Lines without a number. */
  readonly others?: number;
  readonly due?: string;
}

function faultsOf({ of, indicator }: Told, ledger: Returned): readonly Fault[] {
  const { entry, followed, closing } = ledger;
  switch (of) {
    case 'missing':
      return [{ lines: [], numbers: missingOf(followed) }];
    case 'added':
      return [{ lines: addedOf(followed), others: unnumbered(indicator, entry, followed.returned) }];
    case 'changed':
      return [{ lines: known(ledger).flatMap(({ line, issue }) => (isChanged(line, issue, ledger) ? [line] : [])) }];
    case 'unproved':
      return [
        { lines: followed.returned.filter((line) => line.isClosed && !isProved(line, daysOf(followed, closing))) },
      ];
    case 'differs':
      return [{ lines: followed.sent.flatMap((issue) => differing(issue, ledger)) }];
    case 'found':
      return [{ lines: linesIn('found', ledger).map(({ line }) => line) }];
    case 'late': {
      const late = linesIn('late', ledger);
      const days = [...new Set(late.map(({ issue }) => issue.due))].sort();
      return days.map((due) => ({ lines: late.flatMap(({ line, issue }) => (issue.due === due ? [line] : [])), due }));
    }
  }
}

/** Of those that came back alone none is missing. */
const missingOf = ({ sent, returned }: Followed): readonly string[] =>
  sent.flatMap(({ number }) => (returned.some((line) => line.number === number) ? [] : [number]));

/** Where it is not certain what was sent, none is certain not to have been. */
const addedOf = ({ sent, returned, basis }: Followed): readonly Line[] =>
  basis === 'workbook' || basis === 'list'
    ? returned.filter(({ number }) => !sent.some((one) => one.number === number))
    : [];

/** Answers of several files that do not say the same. */
function differing(issue: Sent, { followed, closing }: Returned): readonly Line[] {
  const lines = answersTo(issue, followed.returned);
  const states = new Set(lines.map((line) => lineState(line, issue, daysOf(followed, closing))));
  return states.size > 1 ? lines : [];
}

/** Lines of issues that were sent. */
const known = ({ followed: { sent, returned } }: Returned) =>
  returned.flatMap((line) => {
    const issue = sent.find(({ number }) => number === line.number);
    return issue ? [{ line, issue }] : [];
  });

/** Lines that tell how issues of that state stand. */
function linesIn(state: 'late' | 'found', ledger: Returned) {
  const { entry, followed, closing } = ledger;
  const stateOf = statesBy(entry.key, followed, closing);
  return known(ledger).filter(
    ({ line, issue }) => stateOf(issue) === state && answersTo(issue, followed.returned).includes(line),
  );
}

function isChanged({ indicator, deadline }: Line, { about, indicators, due }: Sent, { names }: Returned): boolean {
  const [id = ''] = indicators;
  const name = about === 'indicator' || about === 'behind' ? names.get(id) : undefined;
  return (
    (name !== undefined && indicator !== null && indicator !== comparable(name)) ||
    (deadline !== null && deadline !== due)
  );
}

/** Issues of the mid-term evaluation in the workbook's own ledger that bear no number of ours. */
function unnumbered(indicator: string, { file, evaluation }: Entry, returned: readonly Line[]): number {
  const numbered = new Set(returned.flatMap(({ number, place }) => (place.file === file ? [number] : []))).size;
  const counted = mainEntries(evaluation).get(indicator);
  if (numbered === 0 || !counted || counted.denominator === null || isOpen(counted)) return 0;
  return Math.max(0, counted.denominator - numbered);
}
