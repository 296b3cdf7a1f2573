/** The folder that `npm run summarize` writes into: its own files are renewed, those of people stay. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { newFile } from '../../shared/files/new.ts';
import type { Evaluation, Policy, Rollup } from '../../shared/model.ts';
import { rollupBook } from '../../shared/report/rollup/book.ts';
import { type Earlier, earlierIn, ROLLUP } from './earlier.ts';
import { evaluationNames } from './evaluation-names.ts';
import { inboxOf } from './inboxes.ts';
import { isInside } from './real-paths.ts';
import { Refusal, type Wanted } from './wanted.ts';

const BOOK = '汇总.xlsx';
/** Of each file that people write on: its sum as it was written, as sha256sum writes it. */
const sumOf = (name: string) => `.${name}.sha256`;
/** As reports are named. */
const REPORTS = ['中期评估报告.docx', '终期总结报告.docx'];
const EVALUATIONS = 'evaluations';

/**
 * Makes the folder where there is none. Throws Refusal where results would take the place of what is somebody's, or workbooks
 * would be passed over unseen.
 */
export function prepareResults(wanted: Wanted): void {
  if (existsSync(wanted.out)) refuseOthers(wanted);
  else makeResults(wanted.out);
}

export interface Results {
  readonly rollup: Rollup;
  readonly policy: Policy;
  /** By path below the folder. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  readonly report: { readonly name: string; readonly bytes: Uint8Array };
}

/** Names that earlier files got because a person may have changed them since; null for none. */
export interface Asides {
  readonly book: string | null;
  readonly report: string | null;
}

/** Throws Refusal. */
export function writeResults(out: string, { rollup, policy, evaluations, report }: Results): Asides {
  const book = newFile(rollupBook(rollup, policy, evaluations));
  const earlier = earlierIn(out);
  const names = evaluationNames(rollup.units.flatMap(({ file }) => file ?? []));
  try {
    // First, because they are those that are open somewhere: then all stays as it was.
    const asides = { report: writeKept(out, report.name, report.bytes), book: writeKept(out, BOOK, book) };
    writeEvaluations(join(out, EVALUATIONS), evaluations, names, earlier);
    writeFileSync(join(out, ROLLUP), `${JSON.stringify(rollup, null, 2)}\n`);
    return asides;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refusal(
      `结果写不进“${out}”：没有权限、磁盘已满，或其中的文件正开着。请关闭“${BOOK}”“${report.name}”后再试，或用 --out 另指一个。`,
    );
  }
}

function refuseOthers(wanted: Wanted): void {
  const { out } = wanted;
  if (!statSync(out).isDirectory()) throw new Refusal(`结果要写进文件夹，“${out}”却是一个文件。请用 --out 另指一个。`);
  refuseLinks(out);
  if (earlierIn(out)) return;
  if (existsSync(join(out, ROLLUP)))
    throw new Refusal(`“${out}”里的“${ROLLUP}”不是以前的汇总结果。请用 --out 另指一个空的文件夹。`);
  if (holdsOthers(wanted))
    throw new Refusal(`“${out}”里已有别的工作簿，不是以前的汇总结果。请用 --out 另指一个空的文件夹。`);
  if (existsSync(join(out, EVALUATIONS)) && readdirSync(join(out, EVALUATIONS)).length > 0)
    throw new Refusal(`“${out}”里的“${EVALUATIONS}”已有别的文件，不是以前的汇总结果。请用 --out 另指一个空的文件夹。`);
}

function makeResults(out: string): void {
  try {
    makeFolder(out);
  } catch {
    throw new Refusal(`建不了结果文件夹“${out}”：没有权限、磁盘已满，或路径有误。请用 --out 另指一个。`);
  }
}

/** One after the other: Node, asked for all at once, tries for ever where none can be made, as below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** What is behind a link is somebody else's. */
function refuseLinks(out: string): void {
  const folder = join(out, EVALUATIONS);
  const isOdd = (path: string, isRight: (stats: Stats) => boolean) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !isRight(stats);
  };
  const odd =
    [ROLLUP, ...[BOOK, ...REPORTS].flatMap((name) => [name, sumOf(name)])]
      .map((name) => join(out, name))
      .find((path) => isOdd(path, (it) => it.isFile())) ??
    [folder].find((path) => isOdd(path, (it) => it.isDirectory())) ??
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => join(folder, name))
      .find((path) => isOdd(path, (it) => !it.isSymbolicLink()));
  if (odd !== undefined)
    throw new Refusal(
      `“${odd}”是指向别处的链接，或不是一般的文件，没有往里写。请把它移走，或用 --out 另指一个空的文件夹。`,
    );
}

function holdsOthers({ folder, out }: Wanted): boolean {
  return (
    existsSync(join(out, BOOK)) || (isInside(folder, out) && inboxOf(out, join(out, EVALUATIONS)).workbooks.length > 0)
  );
}

function writeKept(out: string, name: string, bytes: Uint8Array): string | null {
  const aside = putAside(out, name, bytes);
  writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, sumOf(name)), `${hashOf(bytes)}  ${name}\n`);
  return aside;
}

function putAside(out: string, name: string, next: Uint8Array): string | null {
  if (!existsSync(join(out, name))) return null;
  const hash = hashOf(readFileSync(join(out, name)));
  if (hash === hashAsWritten(out, name) || hash === hashOf(next)) return null;
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const other = `${stem}（改过的${n}）${ext}`;
    if (lstatSync(join(out, other), { throwIfNoEntry: false })) continue;
    renameSync(join(out, name), join(out, other));
    return other;
  }
}

function hashAsWritten(out: string, name: string): string | null {
  const path = join(out, sumOf(name));
  return existsSync(path) ? (readFileSync(path, 'utf8').split(' ')[0] ?? null) : null;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function writeEvaluations(
  folder: string,
  evaluations: Results['evaluations'],
  names: ReadonlyMap<string, string>,
  earlier: Earlier | null,
): void {
  makeFolder(folder);
  const written = new Set([...evaluations.keys()].map((path) => names.get(path)!));
  if (earlier) clear(folder, earlier, written);
  for (const [path, evaluation] of evaluations)
    writeFileSync(join(folder, names.get(path)!), `${JSON.stringify(evaluation)}\n`);
}

/** Evaluations of before, of workbooks that are not there any more. */
function clear(folder: string, { files }: Earlier, written: ReadonlySet<string>): void {
  const before = new Set(evaluationNames(files).values());
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile() && before.has(entry.name) && !written.has(entry.name)) rmSync(join(folder, entry.name));
}
