/** Which figures of two times may be held against each other: one rule for the roll-up's sheet and for what reports say. */
import type { Target } from './contract.ts';
import { isRatio, isShare } from './figures.ts';
import type { ComparedFigure } from './rollup.ts';

/** Of before the pilot there is no verdict and no bound. */
export type FigureThen = Pick<ComparedFigure, 'numerator' | 'denominator'> & Partial<ComparedFigure>;

/**
 * `open`: both are there, and one of them is not settled, so that nothing is to be reckoned with them. Null where one is not there,
 * or the indicator does not hold for the unit, or only informs, at one of the times.
 */
export function comparability(
  from: FigureThen | null,
  to: FigureThen | null,
  target: Target,
): 'comparable' | 'open' | null {
  if (!isThere(from, target) || !isThere(to, target)) return null;
  return isSettled(from, target) && isSettled(to, target) ? 'comparable' : 'open';
}

function isThere(figure: FigureThen | null, target: Target): figure is FigureThen {
  if (figure === null || figure.numerator === null) return false;
  if (figure.verdict === 'reference' || figure.verdict === 'not_applicable') return false;
  return !isShare(target) || Boolean(figure.denominator);
}

/** A part of more than the whole is wrong, whoever wrote it down. */
function isSettled(figure: FigureThen, target: Target): boolean {
  const { verdict, numerator, denominator } = figure;
  const { lower = numerator, upper = numerator, lowerDenominator, upperDenominator } = figure;
  return (
    verdict !== 'to_verify' &&
    lower === upper &&
    (lowerDenominator ?? denominator) === (upperDenominator ?? denominator) &&
    !(isRatio(target) && numerator! > denominator!)
  );
}
