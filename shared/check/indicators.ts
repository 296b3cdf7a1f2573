/** Every indicator of the target set, whatever its verdict: figures, bounds, gap, evidence and reasons. */
import { cellAddress } from '../model/addresses.ts';
import { isoOf, serialOf } from '../model/days.ts';
import type {
  CheckCatalogue,
  Evidence,
  Indicator,
  IndicatorDef,
  Reading,
  Reference,
  Target,
  TargetSet,
} from '../model.ts';
import { isComposite, takeComposite } from './composites.ts';
import { selfReport } from './figures.ts';
import { type Bounds, type Taken, take } from './measures.ts';
import { type Opening, openings } from './openings.ts';
import { fill, listed, type Words } from './phrases.ts';
import { type JudgeOptions, openScope, type Scope, untilDay } from './scope.ts';
import { type Judged, judge, reaches } from './verdicts.ts';

/** An indicator, and the day on which its target was reached, where that is known. */
export interface Outcome {
  readonly indicator: Indicator;
  readonly reachedOn: number | null;
}

export type Outcomes = (id: string) => Outcome | null;

export function measureIndicators(
  reading: Reading,
  catalogue: CheckCatalogue,
  targetSet: TargetSet,
  options: JudgeOptions,
): readonly Indicator[] {
  return indicatorsIn(openScope(reading, catalogue, targetSet, options));
}

/** Main entries in the order of the catalogue, each followed by its other calibres. */
export function indicatorsIn(scope: Scope): readonly Indicator[] {
  const defs = scope.targetSet.indicators.filter((def) => isListed(def, scope));
  const known = new Map<string, Outcome | null>();
  // An indicator may be made of others, wherever they stand in the list; one that is asked for again is not there yet.
  const outcomes: Outcomes = (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, null);
    const def = defs.find((each) => each.id === id);
    const outcome = def ? outcomeOf(def, scope, outcomes) : null;
    known.set(id, outcome);
    return outcome;
  };
  return defs.flatMap((def) => [outcomes(def.id)!.indicator, ...references(def, scope)]);
}

function isListed(def: IndicatorDef, scope: Scope): boolean {
  return def.measure.kind !== 'none' && (def.within === undefined || scope.records(def.within).length > 0);
}

function outcomeOf(def: IndicatorDef, scope: Scope, outcomes: Outcomes): Outcome {
  const holds = holdsFor(def, scope);
  if (holds?.verdict === 'not_applicable')
    return { indicator: blank(def, scope, 'not_applicable', holds.why), reachedOn: null };
  const { measure } = def;
  const taken = isComposite(measure) ? takeComposite(measure, def, scope, outcomes) : take(measure, scope);
  if (!taken.bounds) return { indicator: missing(def, taken, scope), reachedOn: null };
  const { bounds, reachedOn } = taken;
  const unripe = whyUnripe(def, bounds, scope, outcomes);
  if (unripe) return { indicator: blank(def, scope, 'not_applicable', unripe), reachedOn: null };
  const doubtful =
    holds?.verdict === 'to_verify' || taken.doubts.some(({ opens }) => opens && bounds.lower === bounds.upper);
  const judged: Judged = holds?.verdict === 'reference' ? REFERENCE : judge(bounds, def.target, doubtful, scope);
  const open = judged.verdict === 'to_verify' ? undecidedIn(taken, scope) : [];
  const why = [
    ...(holds?.why ?? []),
    ...decides(def, bounds, open, scope),
    ...taken.doubts.flatMap(({ phrase, datum }) =>
      say(phrase, { cell: cellAddress(datum.row, datum.column), value: shown(datum.raw), ...bounds }, scope),
    ),
    ...taken.notes.flatMap(({ phrase, words }) => say(phrase, words, scope)),
    ...lateness(def, judged, taken, scope),
  ];
  const late = judged.verdict === 'unmet' && taken.daysLate !== null ? { amount: taken.daysLate, unit: '天' } : null;
  const indicator: Indicator = {
    ...frame(def, scope),
    ...figures(bounds),
    gap: late ?? judged.gap,
    verdict: judged.verdict,
    evidence: [...taken.evidence(), ...openCells(open)],
    at: taken.at,
    reasons: why,
  };
  return { indicator, reachedOn };
}

const REFERENCE: Judged = { verdict: 'reference', gap: null };

/** Null where the target binds; else the verdict that stands instead of judging, or that doubt adds (RULINGS A04, A08). */
function holdsFor(def: IndicatorDef, scope: Scope) {
  const { only, finalOnly } = def.target;
  if (finalOnly && scope.mode === 'midterm') {
    return { verdict: 'not_applicable' as const, why: say('only.final', {}, scope) };
  }
  const kind = scope.reading.unit.urbanRural;
  if (!only || kind === only.kind) return null;
  const verdict = kind === 'unknown' ? only.unknown : only.others;
  const phrase =
    verdict === 'not_applicable' ? `only.${only.kind}` : verdict === 'reference' ? `reference.${kind}` : 'only.unknown';
  return { verdict, why: say(phrase, {}, scope) };
}

/** A federation cannot be asked for before there is what it federates (RULINGS A23). */
function whyUnripe(def: IndicatorDef, bounds: Bounds, scope: Scope, outcomes: Outcomes): readonly string[] | null {
  if (!def.target.ripe || reaches(bounds.upper, bounds.upperOf, def.target)) return null;
  const short = def.target.ripe.filter((id) => {
    const target = scope.targetSet.indicators.find((each) => each.id === id)?.target;
    const upper = outcomes(id)?.indicator.upper;
    return target && upper != null && !reaches(upper, null, target);
  });
  return short.length === 0 ? null : say('unripe', { list: short.join('、') }, scope);
}

function figures(bounds: Bounds): Pick<Indicator, 'numerator' | 'denominator' | 'value' | 'lower' | 'upper'> {
  const { lower, lowerOf, upper, upperOf } = bounds;
  const of = bounds.of ?? lowerOf;
  const value = of === null ? lower : of === 0 ? null : lower / of;
  const parted = lowerOf === upperOf ? {} : { lowerDenominator: lowerOf!, upperDenominator: upperOf! };
  return { numerator: lower, denominator: of, value, lower, upper, ...parted };
}

function missing(def: IndicatorDef, taken: Taken, scope: Scope): Indicator {
  const reported = (def.self ?? []).flatMap((figure) => {
    const record = figure.table === 'W13' ? selfReport(scope) : scope.records(figure.table)[0];
    const datum = record?.data[figure.field];
    return record && datum?.state === 'value' ? [{ sheet: record.table.sheet, datum }] : [];
  });
  const evidence = reported.map(
    ({ sheet, datum }): Evidence => ({ sheet, address: cellAddress(datum.row, datum.column), role: 'source' }),
  );
  const reasons = [
    ...say(taken.missing!.phrase, taken.missing!.words, scope),
    ...reported.flatMap(({ datum }, i) =>
      say('self.only', { sheet: evidence[i]!.sheet, cell: evidence[i]!.address, value: shown(datum.raw) }, scope),
    ),
  ];
  return { ...blank(def, scope, 'missing', reasons), evidence: [...taken.evidence(), ...evidence] };
}

/** Of very many undecided things only the first are looked into. */
const ASKED = 60;

/** For each undecided thing the cells that leave it open. */
function undecidedIn(taken: Taken, scope: Scope): readonly (readonly Opening[])[] {
  return taken.undecided
    .slice(0, ASKED)
    .map((record) => taken.asks.flatMap((ask) => openings(ask, record, scope)))
    .filter((cells) => cells.length > 0);
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
  if (!(short <= open.length && bounds.upper >= wanted)) return say('open.shares', { list, count: open.length }, scope);
  return say(open.length === 1 ? 'open.one' : 'open.some', { list, count: open.length, short }, scope);
}

function openCells(open: readonly (readonly Opening[])[]): Evidence[] {
  const cells = open.flat().filter((opening) => opening.column !== null);
  const places = new Map(
    cells.map(({ sheet, row, column }) => [`${sheet}!${row},${column}`, { sheet, address: cellAddress(row, column!) }]),
  );
  return [...places.values()].map((place) => ({ ...place, role: 'undecided' }));
}

/** Done, but after the day (RULINGS A13); or merely not encouraged enough (A23). */
function lateness(def: IndicatorDef, { verdict }: Judged, taken: Taken, scope: Scope): readonly string[] {
  const due = serialOf(def.target.due);
  if (verdict === 'met' && taken.reachedOn !== null && taken.reachedOn > due) {
    return say('late.met', { date: isoOf(taken.reachedOn), days: taken.reachedOn - due, due: def.target.due }, scope);
  }
  if (verdict === 'unmet' && taken.daysLate)
    return say('late.unmet', { days: taken.daysLate, due: def.target.due }, scope);
  return verdict === 'unmet' && def.target.guiding ? say('guiding', {}, scope) : [];
}

function references(def: IndicatorDef, scope: Scope): readonly Indicator[] {
  return (def.references ?? []).flatMap((reference) => {
    const { measure, windowEnd } = reference;
    if (isComposite(measure)) return [];
    if (windowEnd !== undefined && serialOf(windowEnd) >= scope.asOf) return [];
    const taken = take(measure, windowEnd === undefined ? scope : untilDay(scope, serialOf(windowEnd)));
    return taken.bounds ? [referenceEntry(def, reference, taken.bounds, scope)] : [];
  });
}

function referenceEntry(def: IndicatorDef, reference: Reference, bounds: Bounds, scope: Scope): Indicator {
  return {
    ...frame({ ...def, scope: reference.scope ?? def.scope }, scope),
    basis: reference.basis,
    ...figures(bounds),
    ...REFERENCE,
    evidence: [],
    at: null,
    reasons: say('reference.basis', { basis: reference.basis }, scope),
  };
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

function say(phrase: string, words: Words, scope: Scope): string[] {
  const template = scope.catalogue.phrases[phrase];
  return template ? [fill(template, words)] : [];
}

function shown(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
}
