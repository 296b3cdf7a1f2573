/** Every indicator of the policy, whatever its verdict: figures, bounds, gap, evidence and reasons. */
import { cellAddress } from '../../model/addresses.ts';
import { reaches } from '../../model/targets.ts';
import { urbanRuralWords, verdictWords } from '../../model/words.ts';
import type { Evidence, Indicator, IndicatorDef } from '../../model.ts';
import { selfReport } from '../conditions/pilot-lines.ts';
import type { Scope } from '../conditions/scope.ts';
import { take } from '../measures/take.ts';
import type { Bounds, Taken } from '../measures/taken.ts';
import type { Phrase } from '../phrases.ts';
import { say } from '../say.ts';
import { isComposite, takeComposite } from './composites.ts';
import { entry, type Outcome, type Outcomes } from './outcomes.ts';
import { openCells, undecidedIn, whatDecides, whyDoubtful, whyLate } from './reasons.ts';
import { levelOf, pooledBy, REFERENCE, references } from './references.ts';
import { type Judged, judge } from './targets.ts';

/** Main entries in the order of the catalogue, each followed by its other calibres. */
export function indicatorsIn(scope: Scope): readonly Indicator[] {
  const defs = scope.policy.indicators.filter((def) => isListed(def, scope));
  const byId = new Map(defs.map((def) => [def.id, def]));
  const known = new Map<string, Outcome | null>();
  // An indicator may be made of others, wherever they stand in the list.
  const outcomes: Outcomes = (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, null);
    const def = byId.get(id);
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
  const { measure } = def;
  const holds = holdsFor(def, scope);
  if (holds?.verdict === 'not_applicable') return unjudged(def, 'not_applicable', holds.why, [], scope);
  const taken = isComposite(measure) ? takeComposite(measure, def, scope, outcomes) : take(measure, scope);
  const { bounds } = taken;
  if (!bounds) return missing(def, taken, scope);
  const unripe = whyUnripe(def, bounds, outcomes);
  if (unripe) return unjudged(def, 'not_applicable', unripe, [], scope);
  return judgedBy(def, { ...taken, bounds }, holds, scope);
}

type Measured = Taken & { readonly bounds: Bounds };

function judgedBy(def: IndicatorDef, taken: Measured, holds: ReturnType<typeof holdsFor>, scope: Scope): Outcome {
  const { bounds, reachedOn } = taken;
  const pooled = def.scope === 'community' ? pooledBy(def.measure, scope) : null;
  const isDoubtful = holds?.verdict === 'to_verify' || hasDoubt(taken);
  const judged: Judged =
    holds?.verdict === 'reference'
      ? REFERENCE
      : judgedPartly(judge(bounds, def.target, isDoubtful, scope), taken, def, scope);
  const isOpen = judged.verdict === 'to_verify';
  const open = isOpen ? undecidedIn(taken, scope) : [];
  const late = judged.verdict === 'unmet' && taken.daysLate !== null ? { amount: taken.daysLate, unit: '天' } : null;
  const reasons = [
    ...(holds?.why ?? []),
    ...(holds?.verdict === 'to_verify' ? whatIfKind(def, bounds, scope) : []),
    ...(pooled ? say('pooled', { count: pooled.length }) : []),
    ...whatDecides(def, taken, open),
    ...whyDoubtful(def, taken, bounds, isOpen),
    ...whyLate(def, judged.verdict, taken),
  ];
  const evidence = [...taken.evidence(), ...(isOpen ? openCells(open, taken) : [])];
  const whose = pooled ? { ...def, scope: levelOf(scope) } : def;
  const shown = { bounds, evidence, at: taken.at, reasons };
  return { indicator: entry(whose, { ...judged, gap: late ?? judged.gap }, shown, scope), reachedOn };
}

/** What a list of a part falls short by may stand elsewhere. */
function judgedPartly(judged: Judged, { isPartial, bounds }: Measured, { target }: IndicatorDef, scope: Scope): Judged {
  const isShort = judged.verdict === 'unmet' || judged.verdict === 'behind';
  return isPartial && isShort ? judge(bounds, target, true, scope) : judged;
}

/** Whether a cell was taken with a doubt on which no verdict can stand. */
function hasDoubt({ doubts, bounds, isOpen }: Measured): boolean {
  return isOpen || doubts.some(({ opens }) => opens === 'always' || (opens && isCertain(bounds)));
}

function isCertain({ lower, upper, lowerOf, upperOf }: Bounds): boolean {
  return lower === upper && lowerOf === upperOf;
}

/** What would follow if the community were of the kind that the target is for. */
function whatIfKind(def: IndicatorDef, bounds: Bounds, scope: Scope): readonly string[] {
  const { only } = def.target;
  if (!only) return [];
  const kind = urbanRuralWords[only.kind];
  return say('only.then', { kind, verdict: verdictWords[judge(bounds, def.target, false, scope).verdict] });
}

/** Null where the target binds; else the verdict that stands instead of judging, or that doubt adds (decision check-5). */
function holdsFor(def: IndicatorDef, scope: Scope) {
  const { only, finalOnly } = def.target;
  if (finalOnly && scope.mode === 'midterm') {
    return { verdict: 'not_applicable' as const, why: say('only.final', {}) };
  }
  // A title by points is not judged without points.
  if (def.measure.kind === 'qualified' && !scope.scoreTable) {
    return { verdict: 'not_applicable' as const, why: say('only.scored', {}) };
  }
  const kind = scope.reading.unit.urbanRural;
  if (!only || kind === only.kind) return null;
  const verdict = kind === 'unknown' ? only.unknown : only.others;
  const phrase: Phrase =
    verdict === 'not_applicable'
      ? `only.${only.kind}`
      : verdict !== 'reference'
        ? 'only.unknown'
        : kind === 'unknown'
          ? 'reference.unknown'
          : 'reference.kind';
  const why = phrase === 'reference.kind' && only.why ? [only.why] : say(phrase, { kind: urbanRuralWords[kind] });
  return { verdict, why };
}

/** A federation cannot be asked for before there is what it federates (decision check-10). */
function whyUnripe(def: IndicatorDef, bounds: Bounds, outcomes: Outcomes): readonly string[] | null {
  if (!def.target.ripe || reaches(bounds.upper, bounds.upperOf, def.target)) return null;
  const short = def.target.ripe.flatMap((id) => {
    const part = outcomes(id)?.indicator;
    return part?.target && part.upper !== null && !reaches(part.upper, null, part.target) ? [part.name] : [];
  });
  return short.length === 0 ? null : say('unripe', { list: short.join('、') });
}

/** Nothing to measure; what is only reported is told beside it (decision check-3). */
function missing(def: IndicatorDef, taken: Taken, scope: Scope): Outcome {
  const reasons = [...say(taken.missing!.phrase, taken.missing!.words)];
  const evidence = [...taken.evidence()];
  for (const { table, field } of def.self ?? []) {
    const record = scope.role(table) === 'selfReport' ? selfReport(table, scope) : scope.records(table)[0];
    const datum = record?.data[field];
    if (!record || datum?.state !== 'value') continue;
    const place = { sheet: record.table.sheet, address: cellAddress(datum.row, datum.column) };
    const { raw } = datum;
    const value = typeof raw === 'string' || typeof raw === 'number' ? raw : datum.text;
    reasons.push(...say('self.only', { sheet: place.sheet, cell: place.address, value }));
    evidence.push({ ...place, role: 'source' });
  }
  return unjudged(def, 'missing', reasons, evidence, scope);
}

function unjudged(
  def: IndicatorDef,
  verdict: 'missing' | 'not_applicable',
  reasons: readonly string[],
  evidence: readonly Evidence[],
  scope: Scope,
): Outcome {
  const shown = { bounds: null, evidence, at: null, reasons };
  return { indicator: entry(def, { verdict, gap: null }, shown, scope), reachedOn: null };
}
