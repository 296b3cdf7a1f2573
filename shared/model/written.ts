/** What was last written into a workbook, held against the check of now: a 差距清单 outlives what it was made from. */
import type { Evaluation, Finding, Indicator, Mode, Severity, Verdict } from './contract.ts';
import { type Explanation, explanationsByKey, lackOf } from './explanations.ts';
import type { Mark } from './marks.ts';

/** Kept in the workbook beside the sheets that say the same in words. */
export interface Written {
  readonly engine: string;
  /** Id. */
  readonly policy: string;
  readonly mode: Mode;
  /** ISO date. */
  readonly asOf: string;
  /** ISO date of the check; null where it was not told. */
  readonly on: string | null;
  /** Of main entries, by indicator id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Null where they were too many, or a version wrote that kept none. */
  readonly findings: Stood | null;
}

/** Of which check the marks are that stand in a workbook. */
export interface Marked extends Pick<Written, 'policy' | 'mode' | 'asOf' | 'on'> {
  /** What tells these marks from others. */
  readonly marks: string;
}

/** Findings as they stood: what is left of their keys (`signOf`), one after another. */
export interface Stood extends Readonly<Record<Severity, string>> {
  /** Those of them that were explained, and not turned down. */
  readonly explained: string;
  /** Those that had stood in a writing before, and no longer did. */
  readonly gone: string;
}

/** `older`: sheets of ours are there, written by a version that kept no verdicts. Null: nothing was written. */
export type Before = Written | 'older' | null;

export interface Changes {
  readonly changed: readonly { readonly indicator: Indicator; readonly from: Verdict; readonly worse: boolean }[];
  /** Version that wrote, where it is another; `older` where it kept no verdicts; null where it is this one. */
  readonly engine: string | null;
  /** ISO date that was judged as of, where it is another. */
  readonly asOf: string | null;
}

/** Findings against those of the last writing. */
export interface Since {
  /** Keys of findings that did not stand then. */
  readonly fresh: ReadonlySet<string>;
  /** Keys of those that were explained since then. */
  readonly explained: ReadonlySet<string>;
  /** Keys of those that are back, are graver, or whose explanation holds no longer. */
  readonly regressed: ReadonlySet<string>;
  /** How many that stood then stand no longer. */
  readonly cleared: number;
}

export interface Beside {
  readonly explanations: readonly Explanation[];
  readonly before: Before;
  readonly on: string | null;
}

export function writtenOf(evaluation: Evaluation, { explanations, before, on }: Beside): Written {
  const { engine, policy, mode, asOf, indicators, findings } = evaluation;
  const verdicts = Object.fromEntries(mainEntries(indicators).map(({ id, verdict }) => [id, verdict]));
  const stood = findings.length > mostKept ? null : stoodIn(findings, explanations, comparable(before, evaluation));
  return { engine, policy: policy.id, mode, asOf, on, verdicts, findings: stood };
}

/** `marks` are those that `marksOf` gives for the evaluation. */
export function markedOf({ policy, mode, asOf }: Evaluation, marks: readonly Mark[], on: string | null): Marked {
  return { policy: policy.id, mode, asOf, on, marks: signOf(JSON.stringify(marks)) };
}

/** Null where there is nothing to say, or where another policy or another evaluation was written. */
export function changesSince(before: Before, evaluation: Evaluation): Changes | null {
  if (before === 'older') return { changed: [], engine: 'older', asOf: null };
  const written = comparable(before, evaluation);
  if (written === null) return null;
  const changed = mainEntries(evaluation.indicators).flatMap((indicator) => {
    const from = written.verdicts[indicator.id];
    if (from === undefined || from === indicator.verdict) return [];
    return [{ indicator, from, worse: isWorse(from, indicator.verdict) }];
  });
  const engine = written.engine === evaluation.engine ? null : written.engine;
  if (changed.length === 0 && engine === null) return null;
  return { changed, engine, asOf: written.asOf === evaluation.asOf ? null : written.asOf };
}

/** Null where no findings were kept, or another policy or another evaluation was written. */
export function sinceOf(before: Before, evaluation: Evaluation, explanations: readonly Explanation[]): Since | null {
  const stood = comparable(before, evaluation)?.findings;
  if (!stood) return null;
  const severities = severitiesIn(stood);
  const explainedThen = new Set(signsIn(stood.explained));
  const gone = new Set(signsIn(stood.gone));
  const explainedNow = explainedIn(explanations);
  const since = { fresh: new Set<string>(), explained: new Set<string>(), regressed: new Set<string>() };
  let left = 0;
  for (const { key, severity } of evaluation.findings) {
    const sign = signOf(key);
    const then = severities.get(sign);
    if (then !== undefined) left += 1;
    const isLapsed = explainedThen.has(sign) && !explainedNow.has(key);
    if (then === undefined ? gone.has(sign) : isLapsed || ranks.indexOf(severity) < ranks.indexOf(then))
      since.regressed.add(key);
    else if (then === undefined) since.fresh.add(key);
    if (explainedNow.has(key) && !explainedThen.has(sign)) since.explained.add(key);
  }
  return { ...since, cleared: Math.max(0, severities.size - left) };
}

/** As it was kept; null for anything else, for the file has been through other hands. */
export function stoodFrom(kept: unknown): Stood | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { error, warning, note, explained, gone } = kept as Readonly<Record<keyof Stood, unknown>>;
  const all = { error, warning, note, explained, gone };
  return Object.values(all).every(isSigns) ? (all as Stood) : null;
}

/** The writing of the same evaluation by the same policy. */
function comparable(before: Before, { policy, mode }: Evaluation): Written | null {
  if (before === null || before === 'older') return null;
  return before.policy === policy.id && before.mode === mode ? before : null;
}

/** More would leave no room in the hidden names for what else is kept there. */
const mostKept = 10_000;
const mostGone = 1000;

function stoodIn(findings: readonly Finding[], explanations: readonly Explanation[], before: Written | null): Stood {
  const signs = (of: readonly Finding[]) => of.map(({ key }) => signOf(key)).join('');
  const by = (severity: Severity) => signs(findings.filter((finding) => finding.severity === severity));
  const explained = explainedIn(explanations);
  const now = new Set(findings.map(({ key }) => signOf(key)));
  const then = before?.findings ?? null;
  const gone = then ? [...severitiesIn(then).keys(), ...signsIn(then.gone)].filter((sign) => !now.has(sign)) : [];
  return {
    error: by('error'),
    warning: by('warning'),
    note: by('note'),
    explained: signs(findings.filter(({ key }) => explained.has(key))),
    gone: [...new Set(gone)].slice(0, mostGone).join(''),
  };
}

function severitiesIn(stood: Stood): ReadonlyMap<string, Severity> {
  return new Map(ranks.flatMap((severity) => signsIn(stood[severity]).map((sign) => [sign, severity] as const)));
}

/** Keys whose explanation counts, as the conclusion counts it. */
function explainedIn(explanations: readonly Explanation[]): ReadonlySet<string> {
  const holding = [...explanationsByKey(explanations).values()].filter((one) => lackOf(one) === null);
  return new Set(holding.map(({ key }) => key));
}

const signLength = 7;

/** 36 bits of a key, well mixed: ten thousand whole ones would not go into the workbook. */
export function signOf(key: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    one = Math.imul(one ^ key.charCodeAt(at), 2654435761);
    two = Math.imul(two ^ key.charCodeAt(at), 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return ((two >>> 28) * 2 ** 32 + (one >>> 0)).toString(36).padStart(signLength, '0');
}

function signsIn(signs: string): string[] {
  return signs.match(/.{7}/g) ?? [];
}

function isSigns(kept: unknown): boolean {
  return typeof kept === 'string' && kept.length % signLength === 0 && /^[0-9a-z]*$/.test(kept);
}

/** Gravest first. */
const ranks: readonly Severity[] = ['error', 'warning', 'note'];

/** Best first; what is only told or does not apply is neither better nor worse. */
const standings: readonly Verdict[] = ['met', 'on_track', 'to_verify', 'behind', 'unmet', 'missing'];

function isWorse(from: Verdict, to: Verdict): boolean {
  return standings.includes(from) && standings.indexOf(to) > standings.indexOf(from);
}

/** Without other calibres, which only inform. */
const mainEntries = (indicators: readonly Indicator[]) => indicators.filter(({ basis }) => basis === undefined);
