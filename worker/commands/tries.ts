/** One workbook checked, written, saved, opened again and cleared: what was lost on the way. */
import { isDeepStrictEqual } from 'node:util';
import { deidentify, evaluate, restored } from '../../shared/evaluate.ts';
import { openPackage } from '../../shared/files/package.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import { type FileReading, readFile } from '../../shared/files/read.ts';
import { lossesOf, writeFile } from '../../shared/files/write.ts';
import { unpack } from '../../shared/files/zip.ts';
import type { WritePlan } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { signedPlan } from '../../shared/report/signs.ts';

export interface Tried {
  /** Why it was not opened, or what was found in it. */
  readonly said: string;
  readonly opened: boolean;
  /** Whole sentences; empty where all came back. */
  readonly lost: readonly string[];
}

const secret = '00'.repeat(32);
const kept = { 'ssld.secret': secret, 'ssld.corrections': [] };
const nothing = { plan: null, kept: {} };

/** `write` is another writer in tests. */
export function tryFile(name: string, bytes: Uint8Array, write: typeof writeFile = writeFile): Tried {
  try {
    const first = readFile(name, bytes);
    // What of ours is in it already is taken out before.
    const clean = isFree(first) ? bytes : write(bytes, nothing).bytes;
    const before = readFile(name, clean);
    const plan = planOf(before);
    const written = write(clean, { plan, kept });
    const after = readFile(name, written.bytes);
    const cleared = write(written.bytes, nothing).bytes;
    const lost = [
      ...(isFree(before) ? [] : ['原有的标注或工作表没有清除干净。']),
      ...keptLost(before, after, plan, written.sheets, written.skipped),
      ...(isSame(write(written.bytes, { plan, kept }).bytes, written.bytes) ? [] : ['再写一次，结果不同。']),
      ...(isFree(readFile(name, cleared)) ? [] : ['清除以后还有标注或工作表。']),
      ...partsLost(clean, cleared),
    ];
    const { sheets } = before.snapshot;
    return { said: `${sheets.length} 张表，标注 ${plan.marks.length} 处`, opened: true, lost };
  } catch (error) {
    if (error instanceof FileProblem) return { said: error.message, opened: false, lost: [] };
    return { said: '出错', opened: false, lost: [String(error instanceof Error ? error.stack : error)] };
  }
}

function planOf({ snapshot }: FileReading): WritePlan {
  const masked = deidentify(snapshot, secret);
  const evaluation = restored(evaluate(masked.snapshot), masked, snapshot, secret);
  const policy = policyAbouts.find(({ id }) => id === evaluation.policy?.id) ?? policyAbouts[0];
  if (!policy) throw new Error('no policy');
  return signedPlan(writePlan(evaluation, policy), snapshot);
}

const isFree = ({ own }: FileReading) =>
  own.marks === 0 && own.sheets.length === 0 && Object.keys(own.kept).every((key) => !key.startsWith('ssld.'));

/** What the file that was written says when it is read. */
function keptLost(
  before: FileReading,
  after: FileReading,
  { marks }: WritePlan,
  sheets: readonly string[],
  skipped: readonly string[],
): string[] {
  const lost: string[] = [];
  for (const [at, sheet] of before.snapshot.sheets.entries())
    if (!isDeepStrictEqual(after.snapshot.sheets[at], sheet)) lost.push(`工作表「${sheet.name}」读出来不同。`);
  if (after.snapshot.sheets.length !== before.snapshot.sheets.length) lost.push('工作表的张数不同。');
  const wanted = marks.some(({ sheet }) => !skipped.includes(sheet));
  if (wanted !== after.own.marks > 0) lost.push('标注没有写上。');
  const found = after.own.sheets.map(({ name }) => name);
  if (!isDeepStrictEqual([...found].sort(), [...sheets].sort())) lost.push('差距清单或评估摘要没有认出来。');
  if (!isDeepStrictEqual(after.own.kept, kept)) lost.push('密钥、更正没有留住。');
  return lost;
}

function partsLost(before: Uint8Array, after: Uint8Array): string[] {
  // Said before saving: a signature does not hold for another content.
  const signed = lossesOf(before).length > 0;
  const [a, b] = [partsOf(before), partsOf(after)];
  const differing = [...new Set([...a.keys(), ...b.keys()])].filter((path) => {
    const [one, two] = [a.get(path), b.get(path)];
    return !one || !two || !isSame(one, two);
  });
  return signed ? [] : differing.map((path) => `部件 ${path} 与原来不同。`);
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { entries } = openPackage(bytes);
  return new Map(entries.map((entry) => [entry.path, unpack(entry, Number.POSITIVE_INFINITY)]));
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
