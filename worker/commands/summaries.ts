/** Many workbooks of a folder as one picture: files in; evaluations, rollup.json, 汇总.xlsx and a report in Word out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyOf } from '../../shared/evaluate.ts';
import { takenOut, workbooksIn } from '../../shared/files/archives.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import { earlyDay } from '../../shared/model/words.ts';
import type { Evaluation, Policy, Rollup, Submitted } from '../../shared/model.ts';
import { documentData } from '../../shared/report/documents/data.ts';
import { agreed, reportOf } from '../../shared/report/documents/reports.ts';
import { docxOf } from '../../shared/report/docx/render.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { judgeFile } from '../../shared/submissions.ts';
import { inboxOf, straysText } from './inboxes.ts';
import { type Asides, prepareResults, type Results, writeResults } from './results.ts';
import { Refusal, type Wanted } from './wanted.ts';

export interface Summary {
  readonly rollup: Rollup;
  readonly policy: Policy;
  /** How many workbooks were judged. */
  readonly judged: number;
  /** How many could not be read. */
  readonly unread: number;
  /** Files that are no workbooks. */
  readonly others: readonly string[];
  /** Workbooks among results of before, which were not read. */
  readonly strays: readonly string[];
  /** Of the file: 中期评估报告.docx or 终期总结报告.docx. */
  readonly report: string;
  /** 成文日期 before the data end: what is said of it. */
  readonly early: string | null;
  readonly asides: Asides;
}

/**
 * Judges every workbook below the folder, masked under `secret`, and writes what it amounts to. `progress` hears before each
 * file how many are done. Throws Refusal.
 */
export function summarize(wanted: Wanted, secret: string, progress: (done: number, all: number) => void): Summary {
  const policy = policyOf({ policy: wanted.policy });
  const { workbooks, others, strays } = inboxOf(wanted.folder, wanted.out);
  if (workbooks.length === 0)
    throw new Refusal(`“${wanted.folder}”里没有工作簿（.xlsx），也没有压缩包（.zip）。${straysText(strays)}`);
  prepareResults(wanted);
  const submitted = judgedAll(wanted, workbooks, secret, progress);
  const rollup = rollUp(submitted, policy, optionsOf(wanted));
  const evaluations = evaluationsIn(submitted);
  const report = reported(wanted, { rollup, policy, evaluations });
  return {
    rollup,
    policy,
    judged: evaluations.size,
    unread: submitted.length - evaluations.size,
    others,
    strays,
    report: report.name,
    early: earlyDay(wanted.day, rollup.asOf),
    asides: writeResults(wanted.out, { rollup, policy, evaluations, report }),
  };
}

function reported(
  { office, day }: Wanted,
  { rollup, policy, evaluations }: Omit<Results, 'report'>,
): Results['report'] {
  const options = { office, commissioner: null, day, rectifyBy: policy.rectifyBy, isPublic: false };
  const data = documentData(rollup, policy, evaluations, options);
  const report = agreed(reportOf(data), data);
  return { name: `${report.name}.docx`, bytes: docxOf(report) };
}

const optionsOf = ({ mode, asOf }: Wanted) => ({ ...(mode && { mode }), ...(asOf !== null && { asOf }) });

type Progress = Parameters<typeof summarize>[2];

function judgedAll(wanted: Wanted, paths: readonly string[], secret: string, progress: Progress): readonly Submitted[] {
  const { policy, mode, asOf } = wanted;
  const run = { secret, policy, mode };
  const of = (judge: Judge) =>
    paths.flatMap((path, at) => {
      progress(at, paths.length);
      return judgedIn(wanted.folder, path, judge);
    });
  const first = of((path, bytes) => judgeFile(path, bytes, { ...run, asOf: mode && asOf }).submitted);
  if (mode !== null) return first;
  // Which evaluation is rolled up the files had to tell: the day is that of it, and it is that of files that do not say.
  const rolledUp = rollUp(first, policyOf({ policy })).mode;
  const isOtherwise = (each: Submitted) =>
    'evaluation' in each && (each.evaluation.mode === rolledUp ? asOf !== null : each.spoken === null);
  const known = new Map(first.map((each) => [each.file, each]));
  if (!first.some(isOtherwise)) return first;
  return of((path, bytes) => {
    const before = known.get(path);
    if (before && !isOtherwise(before)) return before;
    return judgeFile(path, bytes, { ...run, mode: rolledUp, asOf }).submitted;
  });
}

type Judge = (path: string, bytes: Uint8Array) => Submitted;

/** A workbook, or those of an archive. */
function judgedIn(folder: string, path: string, judge: Judge): readonly Submitted[] {
  const bytes = bytesOf(join(folder, path));
  if (bytes === null)
    return [{ file: path, problem: '这个文件打不开：没有权限，或正被别的程序占用。请关闭那个程序后再试。' }];
  if (!/\.zip$/i.test(path)) return [judge(path, bytes)];
  try {
    const books = workbooksIn(bytes, (name) => gbk.decode(name));
    if (books === null) return [judge(path, bytes)];
    return books.map(({ path: inner, book }) =>
      judgedInside(`${path}/${inner}`, () => takenOut(book, bytes.subarray(book.at, book.at + book.length)), judge),
    );
  } catch (error) {
    return [{ file: path, problem: problemOf(error) }];
  }
}

function judgedInside(path: string, take: () => Uint8Array, judge: Judge): Submitted {
  try {
    return judge(path, take());
  } catch (error) {
    return { file: path, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof FileProblem) return `这个文件${error.message}`;
  throw error;
}

/** Of names in archives that were made by old programs. */
const gbk = new TextDecoder('gbk');

function bytesOf(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

function evaluationsIn(submitted: readonly Submitted[]): ReadonlyMap<string, Evaluation> {
  return new Map(submitted.flatMap((each) => ('evaluation' in each ? [[each.file, each.evaluation] as const] : [])));
}
