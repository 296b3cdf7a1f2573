/** What an indicator comes to: its entry in the evaluation, from what was taken and judged. */
import type { Evidence, Gap, Indicator, IndicatorDef, Place, UnitReading, Verdict } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Bounds } from '../measures/taken.ts';

/** An indicator, and the day on which its target was reached, where that is known. */
export interface Outcome {
  readonly indicator: Indicator;
  readonly reachedOn: number | null;
}

/** Outcome of another indicator; null for one that is not listed, or that is being worked out. */
export type Outcomes = (id: string) => Outcome | null;

export interface Shown {
  readonly bounds: Bounds | null;
  readonly evidence: readonly Evidence[];
  readonly at: Place | null;
  readonly reasons: readonly string[];
}

/** The city's own matters need no name. */
const ENTITIES: Readonly<Record<IndicatorDef['scope'], (unit: UnitReading) => string | null>> = {
  community: ({ community }) => community,
  street: ({ street }) => street,
  county: ({ countyName }) => countyName,
  city: () => null,
};

export function entry(
  def: IndicatorDef,
  { verdict, gap }: { readonly verdict: Verdict; readonly gap: Gap | null },
  { bounds, evidence, at, reasons }: Shown,
  scope: Scope,
): Indicator {
  const { op, p, q, unit, due, binding } = def.target;
  const place = scope.reading.unit;
  const of = bounds ? (bounds.of ?? bounds.lowerOf) : null;
  const lower = bounds ? bounds.lower : null;
  const indicator: Indicator = {
    id: def.id,
    name: def.name,
    scope: def.scope,
    entity: ENTITIES[def.scope](place),
    numerator: lower,
    denominator: of,
    value: lower === null || of === 0 ? null : lower / (of ?? 1),
    lower,
    upper: bounds ? bounds.upper : null,
    target: { op, p, q, unit, due, binding },
    gap,
    ...(def.noun === undefined ? {} : { noun: def.noun }),
    ...(def.spoken === undefined ? {} : { spoken: def.spoken }),
    ...(def.advice === undefined || gap === null ? {} : { advice: def.advice }),
    verdict,
    citation: def.citation,
    evidence,
    at,
    reasons,
  };
  if (!bounds || bounds.lowerOf === bounds.upperOf) return indicator;
  return { ...indicator, lowerDenominator: bounds.lowerOf!, upperDenominator: bounds.upperOf! };
}
