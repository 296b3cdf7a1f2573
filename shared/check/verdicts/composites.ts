/** Indicators that are made of others: coverage, a milestone, the qualification at the end. */
import { serialOf } from '../../model/days.ts';
import { dateText } from '../../model/figures.ts';
import { reaches } from '../../model/targets.ts';
import type { Indicator, IndicatorDef, Measure, Place } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import { NOTHING, type Said, type Taken } from '../measures/taken.ts';
import type { Outcome, Outcomes } from './outcomes.ts';
import { takeQualified } from './scoring/titles.ts';

type PartsMeasure = Extract<Measure, { kind: 'parts' }>;
type MilestoneMeasure = Extract<Measure, { kind: 'milestone' }>;
type QualifiedMeasure = Extract<Measure, { kind: 'qualified' }>;
export type CompositeMeasure = PartsMeasure | MilestoneMeasure | QualifiedMeasure;

export function isComposite(measure: Measure): measure is CompositeMeasure {
  return measure.kind === 'parts' || measure.kind === 'milestone' || measure.kind === 'qualified';
}

export function takeComposite(measure: CompositeMeasure, def: IndicatorDef, scope: Scope, outcomes: Outcomes): Taken {
  switch (measure.kind) {
    case 'parts':
      return takeParts(measure, outcomes);
    case 'milestone':
      return takeMilestone(measure, def, scope, outcomes);
    case 'qualified':
      return takeTitle(measure, scope, outcomes);
  }
}

/** How many reach their own targets, at worst and at best (G04). */
function takeParts(measure: PartsMeasure, outcomes: Outcomes): Taken {
  const parts = measure.of.map(outcomes).filter((part) => part !== null);
  const lacking = whatLacks(parts);
  if (lacking) return lacking;
  const of = parts.length;
  const count = (end: 'lower' | 'upper') => parts.filter((part) => isReached(part.indicator, end)).length;
  return {
    ...NOTHING,
    bounds: { lower: count('lower'), upper: count('upper'), lowerOf: of, upperOf: of },
    evidence: () => parts.flatMap(({ indicator }) => indicator.evidence),
    at: firstPlace(parts),
    unsure: parts.flatMap(openPart),
  };
}

/** Why a part is open, in its own words. */
function openPart({ indicator }: Outcome): readonly Said[] {
  if (indicator.verdict !== 'to_verify') return [];
  return [{ phrase: 'part.open', words: { part: indicator.name, reason: indicator.reasons.join('') } }];
}

/** All of them, by the day that the target is due (M06). */
function takeMilestone(measure: MilestoneMeasure, def: IndicatorDef, scope: Scope, outcomes: Outcomes): Taken {
  const parts = measure.of.map(outcomes).filter((part) => part !== null);
  const lacking = whatLacks(parts);
  if (lacking) return lacking;
  const due = serialOf(def.target.due);
  const possible = parts.every(({ indicator }) => isReached(indicator, 'upper'));
  const certain = parts.every(({ indicator }) => isReached(indicator, 'lower'));
  const days = parts.flatMap(({ reachedOn }) => reachedOn ?? []);
  const last = days.length === parts.length ? Math.max(...days) : null;
  const late = possible ? days.some((day) => day > due) : true;
  const notYet = parts.filter(({ indicator }) => !isReached(indicator, 'lower'));
  const lackingFor = notYet.filter(({ indicator }) => !isReached(indicator, 'upper'));
  const undated = parts.filter(({ reachedOn }) => reachedOn === null);
  const words = { list: listOf(undated), due: dateText(def.target.due) };
  return {
    ...NOTHING,
    bounds: { lower: certain && last !== null && !late ? 1 : 0, upper: late ? 0 : 1, lowerOf: null, upperOf: null },
    evidence: () => parts.flatMap(({ indicator }) => indicator.evidence),
    at: firstPlace(notYet) ?? firstPlace(parts),
    notes: [
      ...(lackingFor.length > 0
        ? [{ phrase: 'milestone.open', words: { list: listOf(lackingFor) } } satisfies Said]
        : []),
      ...(notYet.length === 0 && last === null
        ? [{ phrase: late ? 'milestone.later' : 'milestone.undated', words } satisfies Said]
        : []),
    ],
    unsure: parts.flatMap(openPart),
    // What is done already was late by the latest known day at least; what is not done is late until now.
    daysLate: Math.max((possible ? Math.max(due, ...days) : scope.asOf) - due, 0),
  };
}

/** The title: known goals, and a table to score by (`indicators.ts` sees to that). */
function takeTitle(measure: QualifiedMeasure, scope: Scope, outcomes: Outcomes): Taken {
  const goals = measure.goals.flatMap((id) => outcomes(id) ?? []);
  return (
    whatLacks(goals.filter(({ indicator }) => indicator.verdict !== 'not_applicable')) ??
    takeQualified(measure, scope.scoreTable!, scope, outcomes)
  );
}

function listOf(parts: readonly Outcome[]): string {
  return parts.map(({ indicator }) => indicator.name).join('、');
}

function isReached(indicator: Indicator, end: 'lower' | 'upper'): boolean {
  const of = end === 'lower' ? indicator.lowerDenominator : indicator.upperDenominator;
  return reaches(indicator[end]!, of ?? indicator.denominator, indicator.target!);
}

function whatLacks(parts: readonly Outcome[]): Taken | null {
  const missing = parts.find(({ indicator }) => indicator.numerator === null)?.indicator;
  if (!missing) return null;
  const words = { part: missing.name, reason: missing.reasons.join('；') };
  return { ...NOTHING, missing: { phrase: 'missing.part', words } };
}

function firstPlace(parts: readonly Outcome[]): Place | null {
  return parts.find(({ indicator }) => indicator.at !== null)?.indicator.at ?? null;
}
