/** What is wrong only when workbooks are held against each other. */
import { findingsOf, withFindings } from '../model/across.ts';
import type { AcrossTest, Mode, Policy, Rollup, RollupFinding, Thing } from '../model.ts';
import type { Entry } from './entries.ts';
import { type Closing, judgeReturned } from './issues.ts';
import { judgeRegistered, judgeTally, type RegisterRead, registerIn } from './register.ts';
import { type AcrossOf, listed, openReport, placed, type Report, type Skip, skipRecalled } from './reports.ts';
import { byText, sameThings, type Told } from './same-things.ts';
import { type Ledgers, openLedgers } from './sent.ts';
import { judgeSince } from './since.ts';

/**
 * By the rules of the policy: one thing in several reported workbooks of this evaluation, these workbooks against the register,
 * the end against mid-term. Of a finding the first twenty places are given, and one of each workbook beyond. `notChecked` has a rule
 * once, with whole sentences.
 */
export function acrossFindings(
  entries: readonly Entry[],
  policy: Policy,
  mode: Mode,
  closing: Closing,
): Pick<Rollup, 'findings' | 'notChecked'> {
  const reported = entries.filter(({ state, time }) => state === 'reported' && time === mode);
  const all: All = {
    entries,
    reported,
    policy,
    mode,
    closing,
    register: registerIn(entries, policy),
    ledgers: openLedgers(entries, closing),
  };
  const findings: RollupFinding[] = [];
  const notChecked = policy.rules.flatMap((rule) => {
    const reasons = new Set<string>();
    for (const test of rule.across ?? []) {
      judge(test, all, openReport(rule, test, findings), (reason) => {
        reasons.add(reason);
      });
    }
    return reasons.size > 0 ? [{ rule: rule.id, reason: [...reasons].join('') }] : [];
  });
  return { findings, notChecked };
}

/**
 * Each workbook with what is wrong in it only beside others of its time: notices list that like what is wrong in it by itself, so
 * that it is sent, comes back, and is found again at the end. Not of versions that were replaced: with what they stood is not known.
 * What a workbook by itself cannot be held against is checked here, where every workbook that counts has the table.
 */
export function withErrorsAcross(
  entries: readonly Entry[],
  policy: Policy,
  mode: Mode,
  closing: Closing,
): readonly Entry[] {
  if (mode === 'midterm') return entries;
  const all = { midterm: errorsAt('midterm', 'other_time'), final: errorsAt('final', 'reported') };
  return entries.map((entry) => {
    const { file, time, evaluation } = entry;
    if (!isOf(entry, time, time === mode ? 'reported' : 'other_time')) return entry;
    const { errors, checked } = all[time];
    const notChecked = evaluation.notChecked.filter(({ rule }) => !checked.has(rule));
    const found = findingsOf({ file, others: new Set() }, errors, policy);
    return { ...entry, evaluation: withFindings({ ...evaluation, notChecked }, found, policy) };
  });

  function errorsAt(time: Mode, state: Entry['state']) {
    const handedIn = new Set(entries.filter((one) => isOf(one, time, state)).map(({ key }) => key));
    // Who did not hand in again has what he had.
    const stands = (one: Entry) => isOf(one, time, state) || (one.state === 'other_time' && !handedIn.has(one.key));
    const counting = entries.map((one) => (stands(one) ? { ...one, time, state: 'reported' as const } : one));
    const own = withErrorsOnly(policy);
    const { findings, notChecked } = acrossFindings(counting, own, time, closing);
    const reported = counting.filter((one) => isOf(one, time, 'reported'));
    return { errors: findings, checked: checkedIn(reported, own, notChecked) };
  }
}

function checkedIn(
  reported: readonly Entry[],
  { rules }: Policy,
  notChecked: Rollup['notChecked'],
): ReadonlySet<string> {
  const isThere = (table: string) =>
    reported.every(({ evaluation }) => evaluation.tables.some(({ id }) => id === table));
  const isSkipped = (id: string) => notChecked.some(({ rule }) => rule === id);
  const checked = rules.filter(
    ({ id, table, across = [] }) => across.length > 0 && !isSkipped(id) && table !== null && isThere(table),
  );
  return new Set(checked.map(({ id }) => id));
}

const isOf = (one: Entry, time: Mode, state: Entry['state']) => one.time === time && one.state === state;

/** Of what is told from the end against mid-term nothing is sent back. */
const withErrorsOnly = (policy: Policy): Policy => ({
  ...policy,
  rules: policy.rules.map((rule) => ({
    ...rule,
    across: (rule.across ?? []).filter(
      ({ across, severity }) => severity === 'error' && (across === 'shared' || across === 'registered'),
    ),
  })),
});

interface All {
  readonly entries: readonly Entry[];
  /** One a unit. */
  readonly reported: readonly Entry[];
  readonly policy: Policy;
  readonly mode: Mode;
  readonly closing: Closing;
  readonly register: RegisterRead | string;
  readonly ledgers: Ledgers;
}

function judge(test: AcrossTest, all: All, report: Report, skip: Skip): void {
  const { register, reported } = all;
  if (test.across === 'shared') judgeShared(test, reported, report, skip);
  else if (test.across === 'tally') judgeTally(register, all, report, skip);
  else if (test.across === 'registered') judgeRegistered(test, register, reported, report, skip);
  else if (test.across === 'returned') judgeReturned(test, all, report, skip);
  else judgeSince(test, all, report, skip);
}

/** What the same units have in common is one finding. */
function judgeShared(test: AcrossOf<'shared'>, reported: readonly Entry[], report: Report, skip: Skip): void {
  skipRecalled(reported, skip);
  const told = reported.flatMap((entry) =>
    (entry.joins?.things ?? []).flatMap((thing) => (thing.identity === test.identity ? [{ entry, thing }] : [])),
  );
  const things = sameThings(told)
    .filter((lines) => areCertain(lines, test) !== (test.perhaps === true))
    .map((lines) => ({ lines, units: [...new Set(lines.map(({ entry }) => entry))] }))
    .filter(({ units }) => units.length > 1);
  for (const alike of byText(things, ({ units }) => units.map(({ file }) => file).join('\n'))) {
    const { units } = alike[0]!;
    const called = alike.flatMap(({ lines }) => lines[0]!.thing.called ?? []);
    report(
      { units: listed(units.map(({ name }) => name)), count: alike.length, called: listed(called, '家') },
      alike.flatMap(({ lines }) => lines.map(({ entry, thing }) => placed(entry, thing.at))),
    );
  }
}

/** By what tells who it is, or by more than the last key in more than one unit. */
function areCertain(lines: readonly Told[], { certain }: AcrossOf<'shared'>): boolean {
  if (certain === undefined) return true;
  const withKey = (keys: (all: Thing['keys']) => Thing['keys']) =>
    lines.filter(({ thing }) => keys(thing.keys).some((key) => key !== null));
  if (withKey((all) => all.slice(0, certain)).length > 0) return true;
  return new Set(withKey((all) => all.slice(0, -1)).map(({ entry }) => entry)).size > 1;
}
