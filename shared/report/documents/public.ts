/**
 * What a version to be made public does not tell: of how many people, where they are fewer than five, and what that could be
 * reckoned from. Figures of people are told of all units together only, so that no line less the others gives one away.
 */
import type { IndicatorDef, Pooled } from '../../model.ts';
import type { DocumentData } from './data.ts';

const FEW = 5;

/** Whether its figures count people, or could be turned into people. */
export function isOfPeople({ target, spoken }: IndicatorDef): boolean {
  const units = [target.unit, target.gapUnit ?? '', spoken?.kind === 'share' ? spoken.unit : ''];
  return units.some((unit) => unit.startsWith('人'));
}

export const isPrivate = (def: IndicatorDef, { options }: DocumentData): boolean => options.isPublic && isOfPeople(def);

export interface Kept {
  readonly numerator: boolean;
  readonly denominator: boolean;
  /** Rate, points and amount of the gap: with the one figure they give the other. */
  readonly rate: boolean;
  readonly amount: boolean;
}

/** What of the figures of all units is told as it is. */
export function keptOf(
  def: IndicatorDef,
  { numerator, denominator, gap }: Pick<Pooled, 'numerator' | 'denominator' | 'gap'>,
  data: DocumentData,
): Kept {
  if (!isPrivate(def, data)) return { numerator: true, denominator: true, rate: true, amount: true };
  const rest = denominator - numerator;
  const rate = !isFew(numerator) && !isFew(denominator) && !isFew(rest);
  return {
    numerator: rate,
    denominator: !isFew(denominator),
    rate,
    amount: rate && !isFew(gap?.amount ?? 0),
  };
}

export const isFew = (count: number): boolean => count > 0 && count < FEW;

/** 不足5人. */
export const fewText = (unit: string): string => `不足${FEW}${unit}`;
