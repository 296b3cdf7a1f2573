/** What 填报 is told of a workbook: judged on this machine alone, at three times. */
import { deidentify, evaluate, grounds, nothingKept, policyOf, readAlike, restored } from '../shared/evaluate.ts';
import { dayOf } from '../shared/fill/deadlines.ts';
import { type Signer, signersOf } from '../shared/fill/signers.ts';
import { type ByMode, byMode } from '../shared/model/kinds.ts';
import type { Correction, Evaluation, Mode, WorkbookSnapshot } from '../shared/model.ts';
import type { TableName } from './panes/names.ts';
import { randomSecret } from './secrets.ts';
import { tableNames } from './tables.ts';

export interface Workbook {
  /** Raw. */
  readonly snapshot: WorkbookSnapshot;
  readonly secret: string;
  readonly corrections: readonly Correction[];
  /** Id. */
  readonly policy: string;
  /** ISO date. */
  readonly today: string;
}

export interface Filled {
  /** The day as of which `now` is: today, or that of filling in; see `dayOf`. */
  readonly day: string;
  readonly now: Evaluation;
  readonly at: ByMode<Evaluation>;
  readonly tables: readonly TableName[];
  /** Null where the form is not there. */
  readonly signers: readonly Signer[] | null;
}

/** In the words of the workbook; findings have the keys that 检查 gives them. */
export function filledIn({ snapshot: raw, secret, corrections, policy: id, today }: Workbook): Filled {
  const policy = policyOf({ policy: id });
  const masked = deidentify(raw, randomSecret(), corrections, grounds, { policy: id });
  const reading = readAlike(masked);
  const judged = (mode: Mode, asOf?: string) => {
    const options = { policy: id, mode, ...(asOf && { asOf }), score: false };
    const evaluation = reading
      ? evaluate(masked.snapshot, options, grounds, reading)
      : evaluate(raw, { ...options, corrections });
    return restored(evaluation, reading ? masked : nothingKept, raw, secret);
  };
  const day = dayOf(policy, today, masked.joins.facts.filled);
  const asOf = day < policy.window.from ? policy.window.from : day > policy.finalAsOf ? policy.finalAsOf : day;
  const now = judged(asOf <= policy.midtermAsOf ? 'midterm' : 'final', asOf);
  return {
    day,
    now,
    at: byMode((mode) => judged(mode)),
    tables: tableNames,
    signers: signersOf(now, policy.rules, labelOf),
  };
}

function labelOf(table: string, field: string): string {
  return tableNames.find(({ id }) => id === table)?.fields.find(({ key }) => key === field)?.label ?? field;
}
