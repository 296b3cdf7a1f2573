/** What became of the issues that the mid-term evaluation found (decision rollup-10). */
import { dateText } from '../model/figures.ts';
import { comparable } from '../model/identifiers.ts';
import { issuesOf } from '../model/issues.ts';
import type {
  FilePlace,
  Indicator,
  IssueState,
  Mode,
  Policy,
  ReturnedIssue,
  RollupOptions,
  UnitIssues,
} from '../model.ts';
import type { Entry } from './entries.ts';
import { isOpen, mainEntries } from './figures.ts';
import { type AcrossOf, listed, placed, type Report, type Skip } from './reports.ts';
import { latestOf, midtermVersions } from './since.ts';

export interface Closing {
  /** ISO dates. */
  readonly asOf: string;
  readonly due: string;
}

export const closingOf = (asOf: string, policy: Policy, { rectifyBy }: RollupOptions): Closing => ({
  asOf,
  due: rectifyBy ?? policy.rectifyBy,
});

/** Of each unit, in the order of the entries, whose mid-term workbook is certain and whose ledger is known. */
export function issuesOver(entries: readonly Entry[], mode: Mode, closing: Closing): readonly UnitIssues[] {
  if (mode === 'midterm') return [];
  const ledgers = openLedgers(entries);
  const keys = new Set(entries.flatMap(({ key, time }) => (key !== '' && time === 'midterm' ? [key] : [])));
  return [...keys].flatMap((key) => {
    const followed = ledgers.of(key);
    return followed?.returned ? [unitIssues(key, followed.sent, followed.returned, closing)] : [];
  });
}

/** The ledger that came back against what was sent; one that bears no number of ours was not sent by us. */
export function judgeReturned(
  test: AcrossOf<'returned'>,
  { ledgers, reported, mode, closing }: All,
  report: Report,
  skip: Skip,
): void {
  if (mode === 'midterm') return;
  const recalled: string[] = [];
  for (const entry of reported) {
    const followed = ledgers.of(entry.key);
    if (!followed) continue;
    const { sent, returned } = followed;
    const [first] = returned ?? [];
    if (!returned) recalled.push(entry.name);
    else if (first) judgeLedger(test, { entry, sent, returned, first, closing }, report);
  }
  if (recalled.length > 0) skip(`要再放入一次才能核对：${listed(recalled)}。`);
}

interface All {
  readonly ledgers: Ledgers;
  readonly reported: readonly Entry[];
  readonly mode: Mode;
  readonly closing: Closing;
}

/** An issue as it was sent. */
interface Sent {
  readonly number: string;
  /** Of one indicator. */
  readonly indicator: Indicator | null;
}

/** A line, and where it stands. */
interface Line extends ReturnedIssue {
  readonly place: FilePlace;
  /** In a file of its own, not in the unit's workbook. */
  readonly isApart: boolean;
}

interface Followed {
  readonly sent: readonly Sent[];
  /** Null where it is not known any more. */
  readonly returned: readonly Line[] | null;
}

export interface Ledgers {
  /** By the unit's key; null where no mid-term workbook is there, or it is not certain which counts. */
  of(key: string): Followed | null;
  /** Whether any line of the unit's bears a number of ours. */
  isNumbered(key: string): boolean;
}

export function openLedgers(entries: readonly Entry[]): Ledgers {
  const midterm = midtermVersions(entries);
  const ledgers = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.state !== 'ledger' && entry.state !== 'reported') continue;
    const known = ledgers.get(entry.key);
    if (known) known.push(entry);
    else ledgers.set(entry.key, [entry]);
  }
  const ofUnit = (key: string) => ledgers.get(key) ?? [];
  return {
    of(key) {
      const before = latestOf(midterm({ key }));
      if (!before) return null;
      const sent = issuesOf(before.evaluation, key).map((issue) => ({
        number: issue.number,
        indicator: issue.about === 'indicator' ? issue.indicator : null,
      }));
      return { sent, returned: returnedIn(ofUnit(key)) };
    },
    isNumbered: (key) => ofUnit(key).some(({ issues }) => issues && issues.length > 0),
  };
}

/** Of the workbook that counts at the end, and of ledgers apart. */
function returnedIn(ledgers: readonly Entry[]): readonly Line[] | null {
  const lines: Line[] = [];
  for (const entry of ledgers) {
    if (entry.issues === null) return null;
    const isApart = entry.state === 'ledger';
    lines.push(...entry.issues.map((one) => ({ ...one, place: placed(entry, one.at), isApart })));
  }
  return lines;
}

// Counts --------------------------------------------------------------------------------------------------------------

function unitIssues(key: string, sent: readonly Sent[], returned: readonly Line[], closing: Closing): UnitIssues {
  const lines = sent.map(({ number }) => ({ number, state: stateOf(linesOf(number, returned), closing) }));
  const count = (state: IssueState) => lines.filter((line) => line.state === state).length;
  return {
    key,
    sent: sent.length,
    closed: count('closed'),
    late: count('late'),
    open: count('open'),
    unanswered: count('unanswered'),
    lines,
  };
}

/** Those of the workbook; of a ledger apart only what the workbook does not have. */
function linesOf(number: string, returned: readonly Line[]): readonly Line[] {
  const all = returned.filter((line) => line.number === number);
  const inWorkbook = all.filter(({ isApart }) => !isApart);
  return inWorkbook.length > 0 ? inWorkbook : all;
}

/** Of several lines that differ the least. */
function stateOf(lines: readonly Line[], closing: Closing): IssueState {
  const states = lines.map((line) => lineState(line, closing));
  return worstFirst.find((state) => states.includes(state)) ?? 'unanswered';
}

const worstFirst: readonly IssueState[] = ['unanswered', 'open', 'late', 'closed'];

function lineState(line: Line, closing: Closing): IssueState {
  if (!line.isAnswered) return 'unanswered';
  if (!line.isClosed || !line.isProved || line.closedOn === null || line.closedOn > closing.asOf) return 'open';
  return line.closedOn > closing.due ? 'late' : 'closed';
}

// Findings ------------------------------------------------------------------------------------------------------------

interface Returned {
  readonly entry: Entry;
  readonly sent: readonly Sent[];
  readonly returned: readonly Line[];
  readonly first: Line;
  readonly closing: Closing;
}

function judgeLedger(test: AcrossOf<'returned'>, ledger: Returned, report: Report): void {
  const { entry, sent, returned, first, closing } = ledger;
  const tell = (numbers: readonly string[], count: number, places: readonly FilePlace[]) => {
    const words = { units: entry.name, due: dateText(closing.due), count, numbers: listed(numbers, '个') };
    if (count > 0) report(words, places.length > 0 ? places : [first.place]);
  };
  if (test.of === 'missing') {
    const missing = sent.filter(({ number }) => !returned.some((line) => line.number === number));
    tell(
      missing.map(({ number }) => number),
      missing.length,
      [],
    );
    return;
  }
  const isAtFault = faults[test.of];
  const lines = returned.filter((line) => isAtFault(line, sent, closing));
  const others = test.of === 'added' ? unnumbered(test.indicator, entry, returned) : 0;
  tell(
    lines.map(({ number }) => number),
    lines.length + others,
    lines.map(({ place }) => place),
  );
}

type Fault = (line: Line, sent: readonly Sent[], closing: Closing) => boolean;

const faults: Readonly<Record<Exclude<AcrossOf<'returned'>['of'], 'missing'>, Fault>> = {
  added: ({ number }, sent) => !sent.some((one) => one.number === number),
  changed({ number, indicator, deadline }, sent, { due }) {
    const one = sent.find((each) => each.number === number);
    if (!one) return false;
    const isOther = one.indicator !== null && indicator !== null && indicator !== comparable(one.indicator.name);
    return isOther || (deadline !== null && deadline !== due);
  },
  unproved: (line, _, { asOf }) => line.isClosed && (!line.isProved || line.closedOn === null || line.closedOn > asOf),
  late: (line, _, closing) => lineState(line, closing) === 'late',
};

/** Issues of the mid-term evaluation in the workbook's own ledger that bear no number of ours. */
function unnumbered(indicator: string, { evaluation }: Entry, returned: readonly Line[]): number {
  const numbered = new Set(returned.flatMap(({ number, isApart }) => (isApart ? [] : [number]))).size;
  const counted = mainEntries(evaluation).get(indicator);
  if (numbered === 0 || !counted || counted.denominator === null || isOpen(counted)) return 0;
  return Math.max(0, counted.denominator - numbered);
}
