/** Puts back into an evaluation the words that its snapshot travelled without (decision mask-12). For whoever masked it. */
import { findingKey, spelledOut } from '../identity/finding-key.ts';
import { parseAddress } from '../model/addresses.ts';
import { comparable } from '../model/identifiers.ts';
import type { Evaluation, Finding, Place, RuleReport, Unread, WorkbookSnapshot } from '../model.ts';
import { mapped } from './mapped.ts';

/** What stands for what. It never leaves the machine that masked. */
export interface Words {
  /** Name of a sheet that travels → the one that it has here, where they differ. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Name of a community as titles travel with it → as it stands there. */
  readonly places: ReadonlyMap<string, string>;
  /** Text of which a part was explained, with its tokens → as it was typed. */
  readonly parts: ReadonlyMap<string, string>;
  /** Token → what it stands for. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Kept {
  readonly words: Words;
  /** Sheets that stayed here, in which nothing was recognised. */
  readonly withheld: readonly Unread[];
  /** What was found while masking (R201), and the rules that it is found by. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleReport[];
}

/** Of a workbook that was not masked. */
export const nothingKept: Kept = {
  words: { sheets: new Map(), places: new Map(), parts: new Map(), texts: new Map() },
  withheld: [],
  findings: [],
  rules: [],
};

/**
 * The evaluation of a masked snapshot in the words of the raw one: sheets and headings by their names, values as typed, keys of
 * findings that are stable under the workbook's `secret`, and what stayed here beside it. Where nobody has a secret to tell
 * (null), keys hold within this answer only.
 */
export function restored(evaluation: Evaluation, kept: Kept, raw: WorkbookSnapshot, secret: string | null): Evaluation {
  const { words, withheld, findings, rules } = kept;
  const keyed = evaluation.findings.map((finding) => withKey(finding, words, secret));
  const named = worded({ ...evaluation, findings: keyed }, putting(words)) as Evaluation;
  const known = new Set(named.rules.map(({ id }) => id));
  return {
    ...named,
    findings: [...asTyped(named.findings, raw), ...findings.map((finding) => withKey(finding, words, secret))],
    rules: [...named.rules, ...rules.filter(({ id }) => !known.has(id))],
    unread: [...named.unread, ...withheld],
  };
}

// What was compared is in capitals.
const TOKENS = /〔[a-z]+-([0-9a-f]{12})〕/gi;

/** Puts the words back into one text. */
type Put = (text: string) => string;

function putting({ sheets, places, parts, texts }: Words): Put {
  const wholes = [...sheets, ...places];
  // By the first token in them: a text quotes few of the parts.
  const byToken = new Map<string, string[]>();
  for (const said of parts.keys()) {
    const token = said.match(TOKENS)![0]!;
    const list = byToken.get(token);
    if (list) list.push(said);
    else byToken.set(token, [said]);
  }
  return (text) => {
    let said = text;
    for (const [travels, stays] of wholes) if (said.includes(travels)) said = said.replaceAll(travels, stays);
    if (!said.includes('〔')) return said;
    for (const token of new Set(said.match(TOKENS)))
      for (const part of longestFirst(byToken.get(token)))
        if (said.includes(part)) said = said.replaceAll(part, parts.get(part)!);
    return said.replace(TOKENS, (token, hex) => texts.get(hex.toLowerCase()) ?? token);
  };
}

function longestFirst(texts: readonly string[] = []): readonly string[] {
  return texts.length < 2 ? texts : [...texts].sort((a, b) => b.length - a.length);
}

/** Every text in it in the words of the workbook; what is the same is the same object. */
function worded(value: unknown, put: Put): unknown {
  if (typeof value === 'string') return /[〔{某]/.test(value) ? put(value) : value;

  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return mapped(value, (one) => worded(one, put));
  let changed: Record<string, unknown> | null = null;
  for (const [key, one] of Object.entries(value)) {
    const said = worded(one, put);
    if (said === one) continue;
    changed ??= { ...(value as Record<string, unknown>) };
    changed[key] = said;
  }
  return changed ?? value;
}

/** Its parts go: they hold tokens, and the key is made of them for good. */
function withKey(finding: Finding, words: Words, secret: string | null): Finding {
  const { keyParts, ...others } = finding;
  if (secret === null || !keyParts) return finding;
  return { ...others, key: findingKey(spelledOut(keyParts, words), secret) };
}

const REDUCED = /某|〔〕/;

/** Values as they were typed. */
function asTyped(findings: readonly Finding[], snapshot: WorkbookSnapshot): readonly Finding[] {
  return findings.map((finding) => {
    const { value, message } = finding;
    if (typeof value !== 'string') return finding;
    const typed = cellAt(snapshot, finding.at);
    if (typed === null || typed === value || (!isText(typed, value) && !REDUCED.test(value))) return finding;
    const shown = String(typed);
    return { ...finding, value: typed, shown, message: message.replaceAll(`“${value}”`, `“${shown}”`) };
  });
}

/** The same but for its spaces and width. */
function isText(typed: string | number, value: string): boolean {
  return comparable(String(typed)) === comparable(value);
}

function cellAt({ sheets }: WorkbookSnapshot, { sheet: name, address }: Place): string | number | null {
  const sheet = sheets.find((each) => each.name === name);
  const [origin, at] = [parseAddress(sheet?.address ?? ''), parseAddress(address)];
  const cell = origin && at ? sheet?.values[at.top - origin.top]?.[at.left - origin.left] : null;
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}
