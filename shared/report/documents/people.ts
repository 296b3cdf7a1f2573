/** Which figures count people, and which numbers of them are few. */
import type { IndicatorDef, Policy } from '../../model.ts';

export const FEW = 5;

/** Whether its figures count people or what stands for one each, as a post does; or could be turned into those. */
export function isOfPeople(def: IndicatorDef, policy: Policy): boolean {
  const identity = identityOf(def);
  return isInPeople(def) || (identity !== null && peopleIn(policy).has(identity));
}

function isInPeople({ target, spoken }: IndicatorDef): boolean {
  const units = [target.unit, target.gapUnit ?? '', spoken?.kind === 'share' ? spoken.unit : ''];
  return units.some((unit) => unit.startsWith('人'));
}

const people = new WeakMap<Policy, ReadonlySet<string>>();

/** What is counted where people are: persons, posts. */
function peopleIn(policy: Policy): ReadonlySet<string> {
  const known =
    people.get(policy) ?? new Set(policy.indicators.filter(isInPeople).flatMap((def) => identityOf(def) ?? []));
  people.set(policy, known);
  return known;
}

export function identityOf({ measure }: IndicatorDef): string | null {
  if (measure.kind === 'density') return measure.count.identity;
  return measure.kind === 'count' || measure.kind === 'share' ? measure.identity : null;
}

export const isFew = (count: number): boolean => count > 0 && count < FEW;

/** 不足5人. */
export const fewText = (unit: string): string => `不足${FEW}${unit}`;
