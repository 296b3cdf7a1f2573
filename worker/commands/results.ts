/** The folder that `npm run summarize` writes into: its own files are renewed, those of people stay. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { newFile } from '../../shared/files/new.ts';
import type { Evaluation, Policy, Rollup } from '../../shared/model.ts';
import { rollupBook } from '../../shared/report/rollup/book.ts';
import { inboxOf } from './inboxes.ts';
import { Refusal, type Wanted } from './wanted.ts';

const BOOK = '汇总.xlsx';
const ROLLUP = 'rollup.json';

/** Throws Refusal where results would take the place of somebody's workbooks, or these would be passed over unseen. */
export function refuseResults({ folder, out }: Wanted): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Refusal(`结果要写进文件夹，“${out}”却是一个文件。请用 --out 另指一个。`);
  if (existsSync(join(out, ROLLUP))) return;
  const { workbooks } = inboxOf(out, '');
  if (workbooks.includes(BOOK) || (workbooks.length > 0 && out.startsWith(folder + sep)))
    throw new Refusal(`“${out}”里已有别的工作簿，不是以前的汇总结果。请用 --out 另指一个空的文件夹。`);
}

export interface Results {
  readonly rollup: Rollup;
  readonly policy: Policy;
  /** By path below the folder. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

/** The name that an earlier 汇总.xlsx got because a person had changed it since; null for none. Throws Refusal. */
export function writeResults(out: string, { rollup, policy, evaluations }: Results): string | null {
  const book = newFile(rollupBook(rollup, policy, evaluations));
  try {
    const names = writeEvaluations(join(out, 'evaluations'), evaluations);
    if (existsSync(join(out, ROLLUP))) clear(join(out, 'evaluations'), names);
    const aside = putAside(out);
    writeFileSync(join(out, BOOK), book);
    // Last, so that what is newer was changed by somebody.
    writeFileSync(join(out, ROLLUP), `${JSON.stringify(rollup, null, 2)}\n`);
    return aside;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refusal(
      `结果写不进“${out}”：没有权限、磁盘已满，或其中的文件正开着。请关闭“${BOOK}”后再试，或用 --out 另指一个。`,
    );
  }
}

/** Their names. */
function writeEvaluations(folder: string, evaluations: Results['evaluations']): ReadonlySet<string> {
  mkdirSync(folder, { recursive: true });
  for (const [path, evaluation] of evaluations)
    writeFileSync(join(folder, nameOf(path)), `${JSON.stringify(evaluation)}\n`);
  return new Set([...evaluations.keys()].map(nameOf));
}

/** Evaluations of workbooks that are not there any more. */
function clear(folder: string, names: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (/\.xls[xmb]?\.json$/i.test(name) && !names.has(name)) rmSync(join(folder, name));
}

/** `终期／a.xlsx.json`; of a name that is longer than disks take, its end. */
function nameOf(path: string): string {
  const letters = [...`${path.replaceAll('/', '／')}.json`];
  while (Buffer.byteLength(letters.join('')) > LONGEST) letters.shift();
  return letters.join('');
}

/** Bytes. */
const LONGEST = 255;

function putAside(out: string): string | null {
  const [book, rollup] = [join(out, BOOK), join(out, ROLLUP)];
  if (!existsSync(book) || !existsSync(rollup) || statSync(book).mtimeMs <= statSync(rollup).mtimeMs) return null;
  for (let n = 1; ; n++) {
    const name = `汇总（改过的${n}）.xlsx`;
    if (existsSync(join(out, name))) continue;
    renameSync(book, join(out, name));
    return name;
  }
}
