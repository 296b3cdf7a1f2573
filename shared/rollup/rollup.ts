/** Many workbooks as one picture. */
import { ENGINE } from '../model/engine.ts';
import type {
  JudgedPoints,
  Mode,
  Policy,
  Rollup,
  RollupOptions,
  RollupQuestion,
  RollupUnit,
  Submitted,
} from '../model.ts';
import { acrossFindings, withErrorsAcross } from './across.ts';
import { comparisonOf } from './comparison.ts';
import type { Entry } from './entries.ts';
import { type Filed, type Files, filesOf } from './filed.ts';
import { indicatorsOver } from './indicators.ts';
import { closingOf, issuesOver } from './issues.ts';
import { inOrder } from './order.ts';
import { rankingOf } from './ranking.ts';
import { type Expected, expectedOf, lackingOf, reportingOf } from './reporting.ts';
import { brokenRow, heldRow, ledgerRow, missingRow, type RowsBy, registerRow, standingRow } from './rows.ts';
import { type Stack, stacksOf } from './standing.ts';

/** The same for the same files in whatever order they come; bad files and units that nobody knows are never an exception. */
export function rollUp(submitted: readonly Submitted[], policy: Policy, options: RollupOptions = {}): Rollup {
  const { id, name, version } = policy;
  const files = filesOf(submitted, policy, options);
  const mode = options.mode ?? usualMode([...files.filed, ...files.held]);
  const expected = expectedOf(files.rows, policy, mode);
  const dates = new Map(expected.map((each) => [each.key, each.received]));
  const stacks = stacksOf(files.filed, mode, policy, options, (key) => dates.get(key) ?? null);
  const counting = stacks.filter(({ time }) => time === mode).map(({ counts }) => counts);
  const lacking = lackingOf(
    expected,
    counting,
    files.held.filter(({ time }) => time === mode),
  );
  const due = options.due ?? null;
  const units = rowsOf(
    { files, stacks, expected, missing: lacking.missing },
    { policy, mode, due, judged: pointsOf(options.judged ?? [], mode) },
  );
  const asOf = options.asOf ?? (mode === 'midterm' ? policy.midtermAsOf : policy.finalAsOf);
  const closing = closingOf(asOf, policy, options);
  const entries = withErrorsAcross(entriesOf(files, stacks), policy, mode, closing);
  const reported = units.filter(({ state }) => state === 'reported');
  return {
    schema: 'rollup/1',
    engine: ENGINE,
    policy: { id, name, version },
    mode,
    asOf,
    reporting: reportingOf(expected, lacking, inOrder(counting, expected, policy), due),
    units,
    indicators: indicatorsOver(
      counting.map(({ evaluation }) => evaluation),
      policy,
    ),
    ranking: rankingOf(reported, policy),
    comparison: comparisonOf([...new Set(units.map(({ key }) => key))], stacks, options.baseline ?? [], policy),
    ...issuesOver(trackedKeys(units), entries, mode, closing),
    ...acrossFindings(entries, policy, mode, closing),
    questions: questionsOf(files, stacks, mode),
  };
}

/** Of units, in their order: also of those that did not hand in, and of those of which there is a ledger alone. */
function trackedKeys(units: readonly RollupUnit[]): readonly string[] {
  return [...new Set(units.flatMap(({ key, state }) => (key === '' || state === 'unreadable' ? [] : [key])))];
}

/** Of most files that say one; as many of both, or none, are taken for the final one. */
function usualMode(files: readonly { readonly time: Mode; readonly isTimed: boolean }[]): Mode {
  const told = files.filter(({ isTimed }) => isTimed);
  const midterm = told.filter(({ time }) => time === 'midterm').length;
  return midterm * 2 > told.length ? 'midterm' : 'final';
}

/** By unit, those given in this evaluation. */
function pointsOf(judged: readonly JudgedPoints[], mode: Mode): ReadonlyMap<string, readonly JudgedPoints[]> {
  const points = new Map<string, JudgedPoints[]>();
  for (const one of judged.filter((each) => each.mode === mode))
    points.set(one.key, [...(points.get(one.key) ?? []), one]);
  return points;
}

interface Sorted {
  readonly files: Files;
  readonly stacks: readonly Stack[];
  readonly expected: readonly Expected[];
  readonly missing: readonly Expected[];
}

/** Those of one unit together, the one that counts first; behind them what is of no unit. */
function rowsOf({ files, stacks, expected, missing }: Sorted, by: RowsBy): readonly RollupUnit[] {
  const ofMode = stacks.filter(({ time }) => time === by.mode);
  const others = stacks.filter(({ time }) => time !== by.mode);
  const held = files.held.map(heldRow);
  const rows = [
    ...ofMode.flatMap((stack) => stack.files.map((each) => standingRow(each, by))),
    ...missing.map(missingRow),
    ...held.filter(({ key }) => key !== ''),
    ...others.flatMap((stack) => stack.files.map((each) => standingRow(each, by))),
    ...files.ledgers.map(ledgerRow),
  ];
  const units = new Map<string, RollupUnit[]>();
  for (const row of rows) {
    const unit = units.get(row.key);
    if (unit) unit.push(row);
    else units.set(row.key, [row]);
  }
  const heads = [...units.values()].map((unit) => unit[0]!);
  return [
    ...inOrder(heads, expected, by.policy).flatMap(({ key }) => units.get(key)!),
    ...held.filter(({ key }) => key === ''),
    ...files.registers.map(registerRow),
    ...files.broken.map(brokenRow),
  ];
}

function entriesOf({ held, registers, ledgers }: Files, stacks: readonly Stack[]): readonly Entry[] {
  return [
    ...stacks.flatMap(({ files, counts, isAsked }) =>
      files.map((each) => ({ ...each, isLast: each === counts && !isAsked })),
    ),
    ...held.map((each) => ({ ...each, key: each.key ?? '', isLast: false, state: 'unreadable' as const })),
    ...registers.map((each) => ({ ...each, key: '', isLast: false, state: 'register' as const })),
    ...ledgers.map((each) => ({ ...each, isLast: false, state: 'ledger' as const })),
  ].map(({ key, name, unit, time, state, file, evaluation, joins, filled, isLast, issues, sent }) => ({
    key,
    name,
    unit,
    time,
    state,
    file,
    evaluation,
    joins,
    filled,
    isLast,
    issues,
    sent,
  }));
}

function questionsOf({ filed, held }: Files, stacks: readonly Stack[], mode: Mode): readonly RollupQuestion[] {
  const files = [...filed, ...held].sort((a, b) => (a.file < b.file ? -1 : 1));
  return [
    ...files.filter(({ isAsked }) => isAsked).map(({ file }) => ({ ask: 'unit' as const, file })),
    ...untimed(files, mode).map(({ file, time }) => ({ ask: 'time' as const, file, taken: time })),
    ...stacks.filter(({ isAsked }) => isAsked).map(versionQuestion),
  ];
}

/** Where all files are of one evaluation, there is nothing to ask of those that do not say so themselves (decision rollup-8). */
function untimed(files: readonly Omit<Filed, 'key'>[], mode: Mode): readonly Omit<Filed, 'key'>[] {
  const told = new Set(files.filter(({ isTimed }) => isTimed).map(({ time }) => time));
  return files.filter(({ isTimed, time }) => !isTimed && (time !== mode || told.size > (told.has(time) ? 1 : 0)));
}

function versionQuestion({ key, time, files }: Stack): RollupQuestion {
  const versions = files.filter(({ state }) => state !== 'duplicate').map(({ file }) => file);
  return { ask: 'version', key, time, files: versions };
}
