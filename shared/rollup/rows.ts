/** One line a file, and one for each unit of which none counts. */
import type { Evaluation, JudgedPoints, Mode, Policy, RollupUnit, Severity, Unit } from '../model.ts';
import { figureOf, mainEntries } from './figures.ts';
import type { Broken, Filed, Held } from './filed.ts';
import { scored } from './judged.ts';
import { type Expected, isLate } from './reporting.ts';
import type { Standing } from './standing.ts';

export interface RowsBy {
  readonly policy: Policy;
  readonly mode: Mode;
  readonly due: string | null;
  readonly judged: ReadonlyMap<string, readonly JudgedPoints[]>;
}

export function standingRow(one: Standing, { policy, mode, due, judged }: RowsBy): RollupUnit {
  const { key, unit, time, state, because, dates, returned, changed, explained, evaluation } = one;
  const points = time === mode ? (judged.get(key) ?? []) : [];
  return {
    ...rowOf(key, unit),
    ...ofFile(one),
    state,
    because,
    received: dates,
    late: state === 'reported' ? isLate(one, due) : null,
    returned,
    ...toldBy(evaluation),
    ...scored(evaluation, points, policy),
    findings: findingsIn(evaluation),
    explained: explainedIn(evaluation, explained),
    changed,
  };
}

/** It counts nowhere, so that nothing is told of it but what is wrong with it. */
export function heldRow(one: Held): RollupUnit {
  return {
    ...rowOf(one.key ?? '', one.unit),
    ...ofFile(one),
    state: 'unreadable',
    because: one.because,
    findings: findingsIn(one.evaluation),
  };
}

export function registerRow(one: Omit<Filed, 'key'>): RollupUnit {
  return { ...rowOf('', one.unit), ...ofFile(one), state: 'register', findings: findingsIn(one.evaluation) };
}

export function ledgerRow(one: Filed): RollupUnit {
  return { ...rowOf(one.key, one.unit), ...ofFile(one), state: 'ledger', findings: findingsIn(one.evaluation) };
}

export function brokenRow({ file, problem }: Broken): RollupUnit {
  return { ...rowOf('', nobody), file, state: 'unreadable', because: problem };
}

export function missingRow({ key, unit }: Expected): RollupUnit {
  return rowOf(key, unit);
}

const nobody: Unit = { county: null, countyName: null, street: null, community: null, urbanRural: 'unknown' };

function rowOf(key: string, unit: Unit): RollupUnit {
  return {
    key,
    unit,
    urbanRural: unit.urbanRural,
    file: null,
    dataHash: null,
    time: null,
    state: 'missing',
    because: null,
    received: null,
    late: null,
    returned: 0,
    verdicts: {},
    figures: {},
    score: null,
    grade: null,
    unjudged: [],
    findings: { error: 0, warning: 0, note: 0 },
    explained: 0,
    changed: [],
  };
}

function ofFile({ file, time, evaluation }: Omit<Filed, 'key'>): Pick<RollupUnit, 'file' | 'time' | 'dataHash'> {
  return { file, time, dataHash: evaluation.dataHash };
}

function toldBy(evaluation: Evaluation): Pick<RollupUnit, 'verdicts' | 'figures'> {
  const main = [...mainEntries(evaluation)];
  return {
    verdicts: Object.fromEntries(main.map(([id, { verdict }]) => [id, verdict])),
    figures: Object.fromEntries(main.map(([id, indicator]) => [id, figureOf(indicator)])),
  };
}

function findingsIn({ findings }: Evaluation): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function explainedIn({ findings }: Evaluation, keys: readonly string[]): number {
  const explained = new Set(keys);
  return findings.filter(({ severity, key }) => severity === 'warning' && explained.has(key)).length;
}
