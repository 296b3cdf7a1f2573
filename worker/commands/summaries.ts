/** Many workbooks of one folder as one picture: files in, evaluations, rollup.json and 汇总.xlsx out. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { policyOf } from '../../shared/evaluate.ts';
import { newFile } from '../../shared/files/new.ts';
import type { Evaluation, Mode, Policy, Rollup, Submitted } from '../../shared/model.ts';
import { rollupBook } from '../../shared/report/rollup/book.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { judgeFile } from '../../shared/submissions.ts';
import type { Wanted } from './summary-arguments.ts';
import { Refusal } from './refusal.ts';

export interface Summary {
  readonly rollup: Rollup;
  readonly policy: Policy;
  /** Files that are no workbooks, by name. */
  readonly others: readonly string[];
  /** What became of an earlier 汇总.xlsx that a person had changed; null for none. */
  readonly aside: string | null;
}

/**
 * Judges every workbook below the folder under a fresh secret and writes what it amounts to into `out`. `progress` hears of every
 * file before it is read. Throws Refusal, before anything is written, where the folders will not do.
 */
export function summarize(wanted: Wanted, secret: string, progress: (done: number, all: number) => void): Summary {
  const policy = policyOf({ policy: wanted.policy });
  const { workbooks, others } = filesBelow(wanted);
  if (workbooks.length === 0) throw new Refusal(`“${wanted.folder}”里没有工作簿（.xlsx）。`);
  refuseOut(wanted);
  const submitted = workbooks.map((path, at) => {
    progress(at, workbooks.length);
    return judged(path, wanted, { ...wanted, secret, asOf: wanted.mode ? wanted.asOf : null });
  });
  const { rollup, all } = asOfThen(submitted, wanted, secret, policy);
  return { rollup, policy, others, aside: write(wanted.out, all, rollup, policy) };
}
