/** Puts back into an evaluation the words that its snapshot travelled without (RULINGS PV10). For whoever masked it. */
import { findingKey, spelledOut } from '../identity/finding-key.ts';
import { parseAddress } from '../model/addresses.ts';
import type { Evaluation, Finding, Place, Unread, WorkbookSnapshot } from '../model.ts';

/** What stands for what. It never leaves the machine that masked. */
export interface Words {
  /** Name of a sheet that travels → the one that it has here, where they differ. */
  readonly sheets: ReadonlyMap<string, string>;
  /** `n,column` of a heading → as it stands in the sheet. */
  readonly headings: ReadonlyMap<string, string>;
  /** Token → what it stands for. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Kept {
  readonly words: Words;
  /** Sheets that stayed here, in which nothing was recognised. */
  readonly withheld: readonly Unread[];
  /** What was found while masking (R201). */
  readonly findings: readonly Finding[];
}

/**
 * The evaluation of a masked snapshot in the words of the raw one: sheets and headings by their names, values as typed, keys of
 * findings that are stable under the workbook's `secret`, and what stayed here beside it. Where nobody has a secret to tell
 * (null), keys hold within this answer only.
 */
export function restored(
  evaluation: Evaluation,
  { words, withheld, findings }: Kept,
  raw: WorkbookSnapshot,
  secret: string | null,
): Evaluation {
  const keyed = evaluation.findings.map((finding) => withKey(finding, words, secret));
  const judged = { ...evaluation, findings: keyed };
  const named = words.sheets.size === 0 ? judged : (withNames(judged, words.sheets) as Evaluation);
  return {
    ...named,
    findings: [...asTyped(named.findings, raw), ...findings.map((finding) => withKey(finding, words, secret))],
    unread: [...named.unread, ...withheld],
  };
}

/** Its parts go: they hold tokens, and the key is made of them for good. */
function withKey(finding: Finding, words: Words, secret: string | null): Finding {
  const { keyParts, ...others } = finding;
  if (secret === null || !keyParts) return finding;
  return { ...others, key: findingKey(spelledOut(keyParts, words), secret) };
}

function withNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withNames(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    key === 'sheet' && typeof one === 'string' ? (names.get(one) ?? one) : withNames(one, names),
  ]);
  return Object.fromEntries(entries);
}

const REDUCED = /某|〔〕/;

/** With words that were reduced for the way (某某) or left out (〔〕) as they were typed. */
function asTyped(findings: readonly Finding[], snapshot: WorkbookSnapshot): readonly Finding[] {
  return findings.map((finding) => {
    const { value, message } = finding;
    const typed = typeof value === 'string' && REDUCED.test(value) ? textAt(snapshot, finding.at) : null;
    if (typed === null || typed === value) return finding;
    return { ...finding, value: typed, shown: typed, message: message.replaceAll(`“${value}”`, `“${typed}”`) };
  });
}

function textAt({ sheets }: WorkbookSnapshot, { sheet: name, address }: Place): string | null {
  const sheet = sheets.find((each) => each.name === name);
  const [origin, at] = [parseAddress(sheet?.address ?? ''), parseAddress(address)];
  const cell = origin && at ? sheet?.values[at.top - origin.top]?.[at.left - origin.left] : null;
  return typeof cell === 'string' ? cell : null;
}
