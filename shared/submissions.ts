/** A file that was handed in, from its bytes to how the roll-up takes it: read, masked, judged, and its words put back. */
import {
  type Deidentified,
  deidentify,
  evaluate,
  grounds,
  nothingKept,
  policyOf,
  readAlike,
  restored,
  snapshotHash,
} from './evaluate.ts';
import { FileProblem } from './files/problems.ts';
import { type FileReading, readFile } from './files/read.ts';
import { keyedToday } from './model/explanation-keys.ts';
import { explanationsByKey, lackOf } from './model/explanations.ts';
import { correctionsIn, keptExplanations } from './model/kept.ts';
import { datedMode, spokenMode } from './model/modes.ts';
import { settingKeys } from './model/ours.ts';
import { placeWords } from './model/places.ts';
import { explanationsAmong } from './model/said.ts';
import type { Evaluation, Joins, Lasting, Mode, Policy, Submitted } from './model.ts';

/** What all files of one run are judged by. */
export interface Run {
  /** By which they are masked: equal values have equal tokens in all of them. */
  readonly secret: string;
  /** Id. Throws RangeError where there is none of this name. */
  readonly policy: string;
  /** Of which evaluation a file is that does not say; null for the final one. */
  readonly mode: Mode | null;
  /** ISO date, for files of `mode`, or of either where that is null; null for the policy's own. */
  readonly asOf: string | null;
  /** Of which evaluation a person says that this file is, whatever stands in it. */
  readonly said?: Mode | null;
}

export interface Judged {
  readonly submitted: Submitted;
  /**
   * To be kept on this machine: the evaluation as the engine gave it, tokens for people's words, findings by the keys of
   * `submitted`, and what lasts of its joins. Null where the file could not be read, and where nothing of it may be kept: it
   * could be judged unmasked only, or a register has more than names where units are named.
   */
  readonly kept: Readable | null;
}

export type Readable = Extract<Submitted, { readonly evaluation: Evaluation }>;

/** `path` is that below the folder; its last part is the file's name. What cannot be read says why; bad files never throw. */
export function judgeFile(path: string, bytes: Uint8Array, run: Run): Judged {
  const policy = policyOf({ policy: run.policy });
  try {
    return judged(path, readFile(path.slice(path.lastIndexOf('/') + 1), bytes), run, policy);
  } catch (error) {
    const problem = error instanceof FileProblem ? problemOf(path, error) : unreadable;
    return { submitted: { file: path, problem }, kept: null };
  }
}

/** A zip within a zip is not looked into. */
const problemOf = (path: string, { code, message }: FileProblem) =>
  code === 'no_workbook' && /\.zip\/(?:.*\/)?[^/]+\.zip$/i.test(path)
    ? '这是压缩包里的压缩包，没有打开。请先解压，再放入里面的工作簿。'
    : `这个文件${message}`;

const unreadable = '这个文件没能读出来。请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。';

function judged(file: string, reading: FileReading, run: Run, policy: Policy): Judged {
  const { snapshot, own } = reading;
  const spoken = modeIn(reading, policy);
  const mode = run.said ?? spoken ?? run.mode ?? 'final';
  const said = correctionsIn(own.kept[settingKeys.corrections]);
  const asOf = run.asOf !== null && (run.mode ?? mode) === mode ? { asOf: run.asOf } : {};
  const options = { policy: policy.id, mode, ...asOf };
  const masked = deidentify(snapshot, run.secret, said, grounds, options);
  const secret = secretIn(reading) ?? run.secret;
  const alike = readAlike(masked);
  const judging = { ...options, snapshotHash: snapshotHash(masked.snapshot) };
  const given = alike
    ? evaluate(masked.snapshot, { ...judging, corrections: masked.corrections }, grounds, alike)
    : evaluate(snapshot, { ...judging, corrections: said });
  const evaluation = restored(given, alike ? masked : nothingKept, snapshot, secret);
  const joins = { ...masked.joins, ...(reading.sent.length > 0 && { sent: reading.sent }) };
  const submitted = { file, evaluation, joins, spoken, explained: explainedIn(reading, evaluation) };
  const lasting = lastingOf(joins);
  if (!alike || !lasting) return { submitted, kept: null };
  return {
    submitted,
    kept: { ...submitted, evaluation: withoutWords(given, evaluation, masked), joins: null, lasting },
  };
}

/** Of which evaluation the workbook speaks: in words, by the date in its name, or by what a person once chose for it. */
function modeIn({ snapshot, own }: FileReading, policy: Policy): Mode | null {
  const chosen = own.kept[settingKeys.mode];
  const kept = chosen === 'midterm' || chosen === 'final' ? chosen : null;
  return spokenMode(snapshot) ?? datedMode(snapshot.name ?? '', policy) ?? kept;
}

function secretIn({ own }: FileReading): string | null {
  const secret = own.kept[settingKeys.secret];
  return typeof secret === 'string' ? secret : null;
}

function explainedIn({ own }: FileReading, evaluation: Evaluation): readonly string[] {
  const said = explanationsAmong(own.sheets, keptExplanations(own.kept))[evaluation.mode];
  const byKey = explanationsByKey(keyedToday(said, evaluation));
  return evaluation.findings.flatMap(({ key }) => {
    const one = byKey.get(key);
    return one && lackOf(one) === null ? [key] : [];
  });
}

/**
 * Null where a line names its place by more than a place's name: that may be anybody's words, and without them others would be
 * expected.
 */
function lastingOf({ facts, register, issues, sent }: Joins): Lasting | null {
  const places = register.flatMap(({ county, countyName, street, community }) => [
    county === null ? countyName : null,
    street,
    community,
  ]);
  if (!places.every((name) => name === null || isPlace(name))) return null;
  // Names of sheets may be anybody's words, too.
  const lines = register.map((line) => ({ ...line, agency: null, at: { ...line.at, sheet: '' } }));
  // None is known, too: a result that was kept without them is one of before.
  const answered = (issues ?? []).map((one) => ({ ...one, indicator: null, at: { ...one.at, sheet: '' } }));
  return { filled: facts.filled, register: lines, issues: answered, ...(sent && { sent }) };
}

function isPlace(name: string): boolean {
  return /^[\u4e00-\u9fff]{2,30}$/.test(name) && placeWords.some((word) => name.endsWith(word));
}

/**
 * As the engine gave it, but with the lists of protected people, which are found before masking, without the names of their
 * sheets, which may be anybody's words; and with findings by their lasting keys, not by the tokens that those are made of.
 */
function withoutWords(given: Evaluation, { findings }: Evaluation, masked: Deidentified): Evaluation {
  const nameless = masked.findings.map((finding) => ({ ...finding, at: { ...finding.at, sheet: '' }, related: [] }));
  const all = [...given.findings, ...nameless];
  const known = new Set(given.rules.map(({ id }) => id));
  return {
    ...given,
    // Words are put back into findings where they stand: both are in one order.
    findings: all.map(({ keyParts: _, ...finding }, at) => ({ ...finding, key: findings[at]!.key })),
    rules: [...given.rules, ...masked.rules.filter(({ id }) => !known.has(id))],
  };
}
