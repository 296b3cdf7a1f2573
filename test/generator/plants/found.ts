/** What of the plants is found in the bytes sent, and in what the answers to the masked and to the raw workbook differ. */
import {
  deidentify,
  evaluate,
  grounds,
  nothingKept,
  packed,
  readAlike,
  restored,
  unpacked,
} from '../../../shared/evaluate.ts';
import { comparable } from '../../../shared/model/identifiers.ts';
import type { EvaluateOptions, Evaluation, Finding, Place, WorkbookSnapshot } from '../../../shared/model.ts';
import type { Planted } from '../plants.ts';
import { type Plant, plantsOf } from './people.ts';
import { figureWindows, leavesOf, windowsIn, windowsOf } from './windows.ts';
import { catalogueWindows } from './writings.ts';

export const SECRET = '5e'.repeat(32);

export interface Leak {
  readonly plant: Plant;
  /** What of it was found, and the text in which. */
  readonly windows: readonly string[];
  readonly sent: string;
  readonly path: string;
}

export interface Difference {
  /** `findings R026 message`, `indicators G03 verdict`. */
  readonly kind: string;
  readonly raw: unknown;
  readonly masked: unknown;
}

export interface Result {
  /** The snapshot as it is sent, and the corrections beside it. */
  readonly sent: unknown;
  readonly differences: readonly Difference[];
  /** What was masked would be read otherwise: the pane judges the raw workbook. */
  readonly isUnlike: boolean;
}

/** As the pane does it: masked, packed, judged from what came, words put back. */
export function resultOf(
  { snapshot, corrections }: Pick<Planted, 'snapshot' | 'corrections'>,
  by: Pick<EvaluateOptions, 'mode' | 'policy'> = {},
): Result {
  const options = { ...by, corrections };
  const masked = deidentify(snapshot, SECRET, corrections);
  const sent = { ...packed(masked.snapshot), corrections: masked.corrections.map(({ kind: _, ...said }) => said) };
  const { corrections: _, ...wire } = JSON.parse(JSON.stringify(sent));

  const answer = evaluate(unpacked(wire), { ...options, corrections: masked.corrections });
  // Values as they were typed, as whoever has the workbook sees them.
  const typed = restored(evaluate(snapshot, options), nothingKept, snapshot, null);
  const withheld = new Set(snapshot.sheets.flatMap(({ name }) => (masked.sent.has(name) ? [] : [name])));
  if (!readAlike(masked)) return { sent, differences: [], isUnlike: true };
  const said = restored(answer, masked, snapshot, null);
  return { sent, differences: differences(typed, said, withheld), isUnlike: false };
}

/** What tells nothing. */
export interface Explained {
  /** Figures and days of the workbook. */
  readonly figures: ReadonlySet<string>;
  /** All that it sends without plants; it tells nothing but of the people who stand in it. */
  readonly sent: ReadonlySet<string>;
}

export function explainedIn(base: WorkbookSnapshot): Explained {
  return { figures: figureWindows(base), sent: windowsIn(packed(deidentify(base, SECRET).snapshot)) };
}

export const nothing: Explained = { figures: new Set(), sent: new Set() };

/** Those of the words that are found in what was sent, each with where; whole even in what looks like a token. */
export function leaksOf(sent: unknown, words: readonly string[]): string[] {
  const bytes = JSON.stringify(sent);
  const whole = words.filter((word) => bytes.includes(word));
  if (whole.length > 0) return whole;
  return leaksIn(sent, plantsOf(words), nothing).map(({ plant, sent: text, path }) => `${plant.text}：${text} ${path}`);
}

/** A window that several plants have is laid to the one that stands there, else to the first. */
export function leaksIn(sent: unknown, plants: readonly Plant[], explained: Explained): Leak[] {
  const owners = new Map<string, Plant[]>();
  for (const plant of plants)
    for (const window of windowsOf(plant.text)) {
      if (catalogueWindows.has(window) || explained.figures.has(window)) continue;
      if (explained.sent.has(window) && !plant.where.startsWith('own')) continue;
      const others = owners.get(window);
      if (others) others.push(plant);
      else owners.set(window, [plant]);
    }
  const leaks = new Map<Plant, Leak>();
  for (const { path, text } of leavesOf(sent)) {
    const found = [...windowsOf(text)].filter((window) => owners.has(window));
    for (const window of found) {
      const those = owners.get(window)!;
      const plant = those.find((one) => path.includes(cellOf(one.path))) ?? those[0]!;
      const windows = found.filter((one) => owners.get(one)!.includes(plant));
      if (!leaks.has(plant)) leaks.set(plant, { plant, windows, sent: text, path });
    }
  }
  return [...leaks.values()];
}

const PROTECTED: ReadonlySet<string> = new Set(
  grounds.catalogue.tables.filter(({ role }) => role === 'protected').map(({ id }) => id),
);

/** Sheets that stayed have no number among those sent. */
const cellOf = (path: string) => path.replace(/^\.sheets\[\d+\]/, '');

/**
 * What may differ: hashes and keys, which are of the snapshot that was judged; what R201 says, which whoever masked says
 * in place of the engine; what is said of a sheet that stayed (`withheld`), in which no table was read: it is told as a whole;
 * and what is said of cells of protected lists, which stay (decision mask-14). All else is equal.
 */
export function differences(
  raw: Evaluation,
  masked: Evaluation,
  withheld: ReadonlySet<string> = new Set(),
): Difference[] {
  const counts = ({ rule, at, table }: Finding) =>
    rule !== 'R201' && !withheld.has(at.sheet) && !PROTECTED.has(table ?? '');
  const isSent = ({ sheet }: Place) => !withheld.has(sheet);
  const found: Difference[] = [];
  const { snapshotHash: _a, findings: rawFindings, unread: rawUnread, notChecked: rawNot, rules: _b, ...rawRest } = raw;
  const { snapshotHash: _c, findings, unread, notChecked, rules: _d, ...rest } = masked;
  const { dataHash: _e, ...rawOther } = rawRest as Record<string, unknown>;
  const { dataHash: _f, ...other } = rest as Record<string, unknown>;
  compare('', rawOther, other, found);
  pairs('findings', rawFindings.filter(counts), findings.filter(counts), found, placeOf, ({ key: _, ...finding }) => {
    const { keyParts: __, ...said } = finding as Record<string, unknown>;
    return said;
  });
  pairs('notChecked', rawNot.filter(runs), notChecked.filter(runs), found, ({ rule }) => rule);
  pairs(
    'unread',
    rawUnread.filter(isSent),
    unread.filter(isSent),
    found,
    ({ sheet, address }) => `${sheet}!${address}`,
  );
  return found;
}

const runs = ({ rule }: { readonly rule: string }) => rule !== 'R201';
const placeOf = ({ rule, at, field }: Finding) => `${rule} ${at.sheet}!${at.address} ${field}`;

function pairs<T>(
  name: string,
  raw: readonly T[],
  masked: readonly T[],
  found: Difference[],
  placeOf: (one: T) => string,
  saidBy: (one: T) => unknown = (one) => one,
): void {
  const grouped = (all: readonly T[]) => {
    const groups = new Map<string, T[]>();
    for (const one of all) groups.set(placeOf(one), [...(groups.get(placeOf(one)) ?? []), one]);
    return groups;
  };
  const [a, b] = [grouped(raw), grouped(masked)];
  for (const place of new Set([...a.keys(), ...b.keys()])) {
    const [those, these] = [a.get(place) ?? [], b.get(place) ?? []];
    const kind = `${name} ${place.split(' ')[0]}`;
    const label = name === 'unread' ? name : kind;
    for (let at = 0; at < Math.max(those.length, these.length); at++) {
      if (those[at] === undefined) found.push({ kind: `${label} only masked`, raw: null, masked: these[at] });
      else if (these[at] === undefined) found.push({ kind: `${label} only raw`, raw: those[at], masked: null });
      else compare(label, saidBy(those[at]!), saidBy(these[at]!), found);
    }
  }
}

/** Width and spaces of what was typed may have been folded where the engine says it in other words. */
function isSame(raw: unknown, masked: unknown): boolean {
  if (typeof raw !== 'string' || typeof masked !== 'string') return Object.is(raw, masked);
  return raw === masked || comparable(raw) === comparable(masked);
}

function compare(path: string, raw: unknown, masked: unknown, found: Difference[]): void {
  if (isSame(raw, masked)) return;
  if (Array.isArray(raw) && Array.isArray(masked) && raw.length === masked.length) {
    for (const [at, one] of raw.entries()) compare(nameOf(path, one), one, masked[at], found);
    return;
  }
  if (isObject(raw) && isObject(masked) && !Array.isArray(raw) && !Array.isArray(masked)) {
    for (const key of new Set([...Object.keys(raw), ...Object.keys(masked)]))
      compare(`${path} ${key}`.trim(), raw[key], masked[key], found);
    return;
  }
  found.push({ kind: path, raw, masked });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const nameOf = (path: string, one: unknown) =>
  isObject(one) && typeof one.id === 'string' ? `${path} ${one.id}` : path;
