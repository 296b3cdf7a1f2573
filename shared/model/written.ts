/** The verdicts that were last written into a workbook, held against those of now: a 差距清单 outlives what it was made from. */
import type { Evaluation, Indicator, Mode, Verdict } from './contract.ts';

/** Kept in the workbook beside the sheets that say the same in words. */
export interface Written {
  readonly engine: string;
  /** Id. */
  readonly policy: string;
  readonly mode: Mode;
  /** ISO date. */
  readonly asOf: string;
  /** Of main entries, by indicator id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** `older`: sheets of ours are there, written by a version that kept no verdicts. Null: nothing was written. */
export type Before = Written | 'older' | null;

export interface Changes {
  readonly changed: readonly { readonly indicator: Indicator; readonly from: Verdict }[];
  /** Version that wrote, where it is another; `older` where it kept no verdicts; null where it is this one. */
  readonly engine: string | null;
  /** ISO date that was judged as of, where it is another. */
  readonly asOf: string | null;
}

export function writtenOf({ engine, policy, mode, asOf, indicators }: Evaluation): Written {
  const verdicts = Object.fromEntries(mainEntries(indicators).map(({ id, verdict }) => [id, verdict]));
  return { engine, policy: policy.id, mode, asOf, verdicts };
}

/** Null where there is nothing to say, or where another policy or another evaluation was written. */
export function changesSince(before: Before, evaluation: Evaluation): Changes | null {
  if (before === null) return null;
  if (before === 'older') return { changed: [], engine: 'older', asOf: null };
  if (before.policy !== evaluation.policy.id || before.mode !== evaluation.mode) return null;
  const changed = mainEntries(evaluation.indicators).flatMap((indicator) => {
    const from = before.verdicts[indicator.id];
    return from === undefined || from === indicator.verdict ? [] : [{ indicator, from }];
  });
  const engine = before.engine === evaluation.engine ? null : before.engine;
  if (changed.length === 0 && engine === null) return null;
  return { changed, engine, asOf: before.asOf === evaluation.asOf ? null : before.asOf };
}

/** Without other calibres, which only inform. */
const mainEntries = (indicators: readonly Indicator[]) => indicators.filter(({ basis }) => basis === undefined);
