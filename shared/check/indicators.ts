/** Every indicator of the target set, whatever its verdict: figures, bounds, gap, evidence and reasons. */
import { addressOf, cellAddress } from '../model/addresses.ts';
import type { CheckCatalogue, Evidence, Indicator, IndicatorDef, Place, Reading, Target, TargetSet } from '../model.ts';
import { evidenceOf, headingOf } from './evidence.ts';
import { type Bounds, type Taken, take } from './measures.ts';
import { type Opening, openings } from './openings.ts';
import { fill, listed } from './phrases.ts';
import { type JudgeOptions, openScope, type Scope } from './scope.ts';
import { judge, reaches } from './verdicts.ts';

export function measureIndicators(
  reading: Reading,
  catalogue: CheckCatalogue,
  targetSet: TargetSet,
  options: JudgeOptions,
): readonly Indicator[] {
  return indicatorsIn(openScope(reading, catalogue, targetSet, options));
}

export function indicatorsIn(scope: Scope): readonly Indicator[] {
  const defs = scope.targetSet.indicators;
  const done = new Map<string, Indicator>();
  // Those that are made of others come last to be computed, wherever they stand in the list.
  for (const def of [...defs].sort((a, b) => partsIn(a) - partsIn(b))) done.set(def.id, indicator(def, scope, done));
  return defs.map((def) => done.get(def.id)!);
}

function partsIn(def: IndicatorDef): number {
  return def.measure.kind === 'parts' ? 1 : 0;
}

function indicator(def: IndicatorDef, scope: Scope, done: ReadonlyMap<string, Indicator>): Indicator {
  const holds = holdsFor(def, scope);
  const kind = scope.reading.unit.urbanRural;
  if (holds === 'not_applicable')
    return blank(def, scope, 'not_applicable', reason(`only.${def.target.only!.kind}`, {}, scope));
  const taken = def.measure.kind === 'parts' ? takeParts(def.measure.of, scope, done) : take(def.measure, scope);
  if (!taken.bounds) {
    const reasons = reason(taken.missing!.phrase, taken.missing!.words, scope);
    return { ...blank(def, scope, 'missing', reasons), evidence: evidenceOf(taken.whole, 'source') };
  }
  const { bounds } = taken;
  const doubtful = holds === 'to_verify' || taken.doubts.some(({ opens }) => opens && bounds.lower === bounds.upper);
  const judged =
    holds === 'reference' ? { verdict: 'reference' as const, gap: null } : judge(bounds, def.target, doubtful, scope);
  const open = undecidedIn(def, taken, scope);
  const why = judged.verdict === 'to_verify' ? [...decides(def, bounds, open, scope)] : [];
  if (holds) why.unshift(...reason(holds === 'reference' ? `reference.${kind}` : `only.${kind}`, {}, scope));
  for (const doubt of taken.doubts) {
    const cell = cellAddress(doubt.datum.row, doubt.datum.column);
    why.push(...reason(doubt.phrase, { cell, value: shown(doubt.datum.raw), ...boundWords(bounds) }, scope));
  }
  return {
    ...frame(def, scope),
    ...figures(bounds),
    gap: judged.gap,
    verdict: judged.verdict,
    evidence: [...evidenceOf(taken.counted, 'numerator'), ...wholeOf(def, taken, scope), ...openCells(open)],
    at: placeOf(def, taken, scope, done),
    reasons: why,
  };
}

/** Null where the target binds; else the verdict that stands instead of judging, or that doubt adds (RULINGS A04). */
function holdsFor(def: IndicatorDef, scope: Scope): 'not_applicable' | 'reference' | 'to_verify' | null {
  const { only } = def.target;
  const kind = scope.reading.unit.urbanRural;
  if (!only || kind === only.kind) return null;
  return kind === 'unknown' ? only.unknown : only.others;
}

function figures(bounds: Bounds): Pick<Indicator, 'numerator' | 'denominator' | 'value' | 'lower' | 'upper'> {
  const { lower, lowerOf, upper, upperOf } = bounds;
  const of = bounds.of ?? lowerOf;
  const value = of === null ? lower : of === 0 ? null : lower / of;
  const parted = lowerOf === upperOf ? {} : { lowerDenominator: lowerOf!, upperDenominator: upperOf! };
  return { numerator: lower, denominator: of, value, lower, upper, ...parted };
}

/** Of several indicators those that reach their own targets, at worst and at best (G04). */
function takeParts(ids: readonly string[], scope: Scope, done: ReadonlyMap<string, Indicator>): Taken {
  const parts = ids.map((id) => done.get(id)!);
  const missing = parts.find((part) => part.numerator === null);
  const empty = { counted: [], whole: [], undecided: [], doubts: [] };
  if (missing) {
    const words = { part: missing.name, reason: missing.reasons.join('；') };
    return { ...empty, bounds: null, missing: { phrase: 'missing.part', words } };
  }
  const reached = (part: Indicator, value: number) => reaches(value, null, defOf(part.id, scope).target);
  const bounds = {
    lower: parts.filter((part) => reached(part, part.lower!)).length,
    upper: parts.filter((part) => reached(part, part.upper!)).length,
    lowerOf: parts.length,
    upperOf: parts.length,
  };
  return { ...empty, bounds, missing: null };
}

function defOf(id: string, scope: Scope): IndicatorDef {
  return scope.targetSet.indicators.find((def) => def.id === id)!;
}

/** For each undecided thing the cells that leave it open. */
function undecidedIn(def: IndicatorDef, taken: Taken, scope: Scope): readonly (readonly Opening[])[] {
  const { measure } = def;
  if (measure.kind !== 'count' && measure.kind !== 'share') return [];
  const ask = (record: Taken['undecided'][number]) => [
    ...(measure.kind === 'share' ? openings(measure.of, record, scope) : []),
    ...openings(measure.where, record, scope),
  ];
  return taken.undecided.map(ask).filter((cells) => cells.length > 0);
}

/** 若第14行“日期”为2020年10月，则达标. */
function decides(
  def: IndicatorDef,
  bounds: Bounds,
  open: readonly (readonly Opening[])[],
  scope: Scope,
): readonly string[] {
  if (open.length === 0) return [];
  const { phrases } = scope.catalogue;
  const things = open.map((cells) => cells.map(({ text }) => text).join(phrases['open.and']));
  const list = listed(things, phrases);
  const whole = bounds.lowerOf === bounds.upperOf ? (bounds.lowerOf ?? 1) : Number.NaN;
  const wanted = Math.ceil((def.target.p * whole) / def.target.q);
  const short = wanted - bounds.lower;
  // Where the denominator itself is open, or the community's kind, no number of cells can be named.
  if (!(short <= open.length && bounds.upper >= wanted)) {
    return reason('open.shares', { list, count: open.length }, scope);
  }
  return open.length === 1
    ? reason('open.one', { list }, scope)
    : reason('open.some', { list, count: open.length, short }, scope);
}

function openCells(open: readonly (readonly Opening[])[]): Evidence[] {
  const cells = open.flat().filter((opening) => opening.column !== null);
  const places = new Map(
    cells.map(({ sheet, row, column }) => [`${sheet}!${row},${column}`, { sheet, address: cellAddress(row, column!) }]),
  );
  return [...places.values()].map((place) => ({ ...place, role: 'undecided' }));
}

/** What the share is of: the rows that make up the denominator; of a count the table it was counted in. */
function wholeOf(def: IndicatorDef, taken: Taken, scope: Scope): Evidence[] {
  if (def.measure.kind === 'parts') return [];
  if (taken.whole.length > 0) return evidenceOf(taken.whole, 'denominator');
  if (def.measure.kind === 'quotient') return [];
  return scope
    .tables(def.measure.table)
    .map((table) => ({ sheet: table.sheet, address: addressOf(table.area), role: 'source' }));
}

function placeOf(def: IndicatorDef, taken: Taken, scope: Scope, done: ReadonlyMap<string, Indicator>): Place | null {
  const { measure } = def;
  if (measure.kind === 'parts') return done.get(measure.of[0]!)?.at ?? null;
  if (measure.kind === 'quotient') {
    const cited = taken.counted[0];
    return cited ? { sheet: cited.sheet, address: cellAddress(cited.datum.row, cited.datum.column) } : null;
  }
  for (const table of scope.tables(measure.table)) {
    const place = headingOf(table, measure.by);
    if (place) return place;
  }
  return null;
}

function frame(def: IndicatorDef, scope: Scope) {
  const { op, p, q, unit, due, binding } = def.target;
  const { unit: place } = scope.reading;
  const entity = def.scope === 'community' ? place.community : def.scope === 'street' ? place.street : place.countyName;
  const target: Target = { op, p, q, unit, due, binding };
  return { id: def.id, name: def.name, scope: def.scope, entity, target, citation: def.citation };
}

function blank(
  def: IndicatorDef,
  scope: Scope,
  verdict: 'missing' | 'not_applicable',
  reasons: readonly string[],
): Indicator {
  const none = { numerator: null, denominator: null, value: null, lower: null, upper: null };
  return { ...frame(def, scope), ...none, gap: null, verdict, evidence: [], at: null, reasons };
}

function reason(phrase: string, words: Parameters<typeof fill>[1], scope: Scope): string[] {
  const template = scope.catalogue.phrases[phrase];
  return template ? [fill(template, words)] : [];
}

function boundWords(bounds: Bounds) {
  return { lower: bounds.lower, upper: bounds.upper };
}

function shown(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
}
