/** Other calibres and other levels of an indicator, for reference: never judged, no gap. */
import { serialOf } from '../../model/days.ts';
import { gapText, targetText } from '../../model/figures.ts';
import { reaches } from '../../model/targets.ts';
import type { Gap, Indicator, IndicatorDef, Measure, Reference } from '../../model.ts';
import { byCommunity, communitiesOf, isPooled, together } from '../conditions/communities.ts';
import { type Scope, untilDay } from '../conditions/scope.ts';
import { take } from '../measures/take.ts';
import type { Bounds } from '../measures/taken.ts';
import { say } from '../say.ts';
import { isComposite } from './composites.ts';
import { entry } from './outcomes.ts';
import { type Judged, judge } from './targets.ts';

export const REFERENCE: Judged = { verdict: 'reference', gap: null };

export function references({ spoken: _, ...def }: IndicatorDef, scope: Scope): readonly Indicator[] {
  return (def.references ?? []).flatMap((reference) => {
    const { basis, name = def.name, over } = reference;
    const level = over ? levelOf(scope) : (reference.scope ?? def.scope);
    const figures = over ? ofSeveral(reference, def, scope) : ofOne(reference, scope);
    if (!figures) return [];
    const { bounds, reasons, gap } = figures;
    const shown = { bounds, evidence: [], at: null, reasons };
    const made = entry({ ...def, name, scope: level }, REFERENCE, shown, scope);
    // For reference there is no gap to be marked; how far it is can be said.
    const short = gap ? say('pooled.short', { gap: gapText({ ...made, gap }) }) : [];
    return [{ ...made, target: over === 'each' ? null : made.target, basis, reasons: [...reasons, ...short] }];
  });
}

interface Referred {
  readonly bounds: Bounds;
  readonly reasons: readonly string[];
  readonly gap?: Gap | null;
}

function ofOne({ measure, windowEnd, basis }: Reference, scope: Scope): Referred | null {
  if (isComposite(measure)) return null;
  if (windowEnd !== undefined && serialOf(windowEnd) >= scope.asOf) return null;
  const { bounds } = take(measure, windowEnd === undefined ? scope : untilDay(scope, serialOf(windowEnd)));
  return bounds && { bounds, reasons: say('reference.basis', { basis }) };
}

/** The same of several communities: added up, or how many of them reach the target (decision check-11). */
function ofSeveral({ measure, over }: Reference, def: IndicatorDef, scope: Scope): Referred | null {
  const { target } = def;
  const table = tableOf(measure);
  const names = table === null || isComposite(measure) ? [] : communitiesOf(table, scope);
  if (names.length === 0 || isComposite(measure)) return null;
  if (over === 'pooled') {
    const { bounds } = take(measure, together(scope));
    // Where no community is the pilot the main entry is this one.
    if (!bounds || (measure === def.measure && pooledBy(measure, scope))) return null;
    const { gap } = judge(bounds, target, false, scope);
    return { bounds, reasons: say('pooled', { count: names.length }), gap };
  }
  if (target.only && target.only.kind !== scope.reading.unit.urbanRural) return null;
  const known = byCommunity(scope).flatMap((each) => take(measure, each).bounds ?? []);
  const met = known.filter(({ lower, lowerOf }) => reaches(lower, lowerOf, target)).length;
  const perhaps = known.filter(({ upper, upperOf }) => reaches(upper, upperOf, target)).length;
  const words = {
    count: known.length,
    met: met === perhaps ? met : `${met}～${perhaps}`,
    target: targetText({ target }),
  };
  const bounds = { lower: met, upper: perhaps, lowerOf: known.length, upperOf: known.length };
  return known.length === 0 ? null : { bounds, reasons: say('pooled.each', words) };
}

/** The communities that a ratio is pooled over, where nothing says which of them is the pilot. */
export function pooledBy(measure: Measure, scope: Scope): readonly string[] | null {
  const table = tableOf(measure);
  return table !== null && measure.kind !== 'count' && isPooled(table, scope) ? communitiesOf(table, scope) : null;
}

function tableOf(measure: Measure): string | null {
  return measure.kind === 'quotient' ? measure.numerator.table : 'table' in measure ? measure.table : null;
}

/** Whose workbook of several communities it is. */
export function levelOf({ reading: { unit }, tables, ofRole }: Scope): IndicatorDef['scope'] {
  if (unit.street !== null) return 'street';
  if (unit.countyName !== null) return 'county';
  return ofRole('register').some((id) => tables(id).length > 0) ? 'city' : 'street';
}
