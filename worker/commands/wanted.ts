/** What is asked of `npm run summarize`. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serialOf } from '../../shared/model/days.ts';
import type { Mode } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { earlierIn } from './earlier.ts';
import { realOf } from './real-paths.ts';

export interface Wanted {
  /** Absolute paths. */
  readonly folder: string;
  readonly out: string;
  /** Which evaluation is rolled up, and of which a file is that does not say; null for what the files say. */
  readonly mode: Mode | null;
  /** ISO date; null for the policy's own. */
  readonly asOf: string | null;
  /** Id. */
  readonly policy: string;
  /** Who signs the report; null leaves room for it. */
  readonly office: string | null;
  /** 成文日期, an ISO date; null leaves room for it. */
  readonly day: string | null;
}

/** Why nothing was done: a whole sentence for the person. */
export class Refusal extends Error {}

export const usage =
  'npm run summarize -- 文件夹 [--mode midterm|final] [--as-of 日期] [--policy 评估依据] [--out 结果文件夹] [--office 署名单位] [--day 成文日期]';

/** `from` is the folder that relative paths begin at. Throws Refusal. */
export function wantedBy(args: readonly string[], from: string): Wanted {
  const { given, folders } = parted(args);
  const [name, ...more] = folders;
  if (name === undefined) throw new Refusal(`请给出文件夹：${usage}`);
  if (more.length > 0) throw new Refusal(`只能给一个文件夹，现在有${quoted(folders)}。名称里有空格的，前后加引号。`);
  const folder = resolve(from, name);
  if (!existsSync(folder)) throw new Refusal(`找不到文件夹“${name}”。`);
  if (!statSync(folder).isDirectory()) throw new Refusal(`“${name}”不是文件夹。请给出放工作簿的文件夹。`);
  if (earlierIn(folder))
    throw new Refusal(
      `“${name}”是以前的汇总结果，不是报送的工作簿。请给出放工作簿的文件夹；放在其中的工作簿，请先移出来。`,
    );
  const out = given.has('out') ? resolve(from, given.get('out')!) : join(folder, RESULTS);
  if (realOf(out) === realOf(folder))
    throw new Refusal('结果文件夹不能就是放工作簿的文件夹。请用 --out 另指一个，或不写 --out。');
  return {
    folder,
    out,
    mode: modeOf(given.get('mode')),
    asOf: dayOf('as-of', given),
    policy: policyOf(given.get('policy')),
    office: given.get('office') ?? null,
    day: dayOf('day', given),
  };
}

/** Below the folder, where nothing else is said. */
const RESULTS = '汇总结果';

const options = ['mode', 'as-of', 'policy', 'out', 'office', 'day'];

function parted(args: readonly string[]) {
  const given = new Map<string, string>();
  const folders: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [, name, inline] = /^--([^=]*)(?:=(.*))?$/s.exec(args[at]!) ?? [];
    if (name === undefined) {
      folders.push(args[at]!);
      continue;
    }
    if (!options.includes(name)) throw new Refusal(`没有“--${name}”这一项。写法：${usage}`);
    const value = inline ?? args[++at];
    if (value === undefined || value === '') throw new Refusal(`“--${name}”后面没有写内容。写法：${usage}`);
    given.set(name, value);
  }
  return { given, folders };
}

function modeOf(given: string | undefined): Mode | null {
  if (given === undefined || given === 'midterm' || given === 'final') return given ?? null;
  throw new Refusal(`“--mode”应为 midterm（中期）或 final（终期），现在是“${given}”。`);
}

function dayOf(name: 'as-of' | 'day', all: ReadonlyMap<string, string>): string | null {
  const given = all.get(name);
  if (given !== undefined && Number.isNaN(serialOf(given)))
    throw new Refusal(`“--${name}”应为日期，写作 2020-11-30，现在是“${given}”。`);
  return given ?? null;
}

function policyOf(given: string | undefined): string {
  const found = policyAbouts.find(({ id }) => id === given) ?? (given === undefined ? policyAbouts[0] : undefined);
  if (found) return found.id;
  const names = policyAbouts.map(({ id, name }) => `${id}（${name}）`).join('、');
  throw new Refusal(`没有评估依据“${given}”。可以选：${names}。`);
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
