/** One figure over another: shares that are reported as numbers, and densities. */
import type { Measure } from '../../model.ts';
import { isPooled } from '../conditions/communities.ts';
import type { Scope } from '../conditions/scope.ts';
import { takeCount } from './counts.ts';
import { evidenceOf, placeOf } from './evidence.ts';
import { type FigureTaken, figureIn, notGiven, ownFigure } from './own-figures.ts';
import { type Doubt, NOTHING, type Said, type Taken, whyAbsent } from './taken.ts';

type QuotientMeasure = Extract<Measure, { kind: 'quotient' }>;
type DensityMeasure = Extract<Measure, { kind: 'density' }>;

export function takeQuotient(measure: QuotientMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.numerator.table, scope);
  if (missing) return { ...NOTHING, missing };
  if (isPooled(measure.numerator.table, scope)) return takePooled(measure, scope);
  const above = ownFigure(measure.numerator, scope);
  if (!above) return { ...NOTHING, missing: notGiven(measure.numerator, scope, 'missing.figure') };
  const below = measure.denominator.map((figure) => ownFigure(figure, scope)).filter((figure) => figure !== null);
  const evidence = () => [
    ...evidenceOf([above.cited], 'numerator'),
    ...evidenceOf(
      below.map(({ cited }) => cited),
      'denominator',
    ),
  ];
  const known = below.filter((figure) => figure.most !== null && figure.most > 0);
  const first = known[0];
  if (!first) return { ...NOTHING, missing: notGiven(measure.denominator[0]!, scope, 'missing.whole'), evidence };
  const largest = Math.max(...known.map((figure) => figure.most!));
  // A denominator that is only bounded above is at least as large as what it contains.
  const smallest = Math.min(...known.map((figure) => figure.least ?? Math.max(above.least ?? 0, 1)));
  return {
    ...NOTHING,
    bounds: {
      lower: above.least ?? 0,
      lowerOf: largest,
      // A share never exceeds the whole.
      upper: above.most ?? smallest,
      upperOf: smallest,
      of: first.most!,
    },
    evidence,
    at: placeOf(above.cited),
    doubts: [...[above, ...known].flatMap(({ doubt }) => doubt ?? []), ...beyondWhole(above, known)],
    unsure: whichWhole(known.filter(({ least, most }) => least === most)),
  };
}

/** More than the whole: one of the two is wrong, and nothing can be said before it is known which (decision check-2). */
function beyondWhole(part: FigureTaken, wholes: readonly FigureTaken[]): readonly Doubt[] {
  const less = wholes.filter(({ most }) => most !== null && part.least !== null && part.least > most);
  return (less.length > 0 ? [part, ...less] : []).map(({ cited }) => ({
    ...cited,
    phrase: 'figure.beyond',
    opens: 'always',
  }));
}

/** Two figures of one thing that differ, each with its cell. */
function whichWhole([first, ...others]: readonly FigureTaken[]): readonly Said[] {
  const other = others.find(({ most }) => most !== first?.most);
  if (!first || !other) return [];
  const cell = ({ cited }: FigureTaken) => {
    const { sheet, address } = placeOf(cited);
    return `“${sheet}”${address}`;
  };
  const words = { first: cell(first), value: first.most!, second: cell(other), other: other.most! };
  return [{ phrase: 'figure.differ', words }];
}

/**
 * The lines of several communities: numerators over denominators, each added up. A line that lacks one of the two is left
 * out of both, as not reported is not 0 (decision check-11).
 */
function takePooled({ numerator, denominator }: QuotientMeasure, scope: Scope): Taken {
  const [of] = denominator.filter(({ table }) => table === numerator.table);
  const lines = scope.records(numerator.table).flatMap((record) => {
    const above = figureIn(record, numerator, scope);
    const below = of ? figureIn(record, of, scope) : null;
    return above && below?.most ? [{ above, below, whole: below.most }] : [];
  });
  const [first] = lines;
  if (!first) return { ...NOTHING, missing: notGiven(of ?? numerator, scope, 'missing.whole') };
  const least = (figure: FigureTaken) => figure.least ?? 0;
  const [lower, upper, lowerOf, upperOf] = lines.reduce(
    ([a, b, c, d], { above, below, whole }) => [
      a + least(above),
      b + (above.most ?? whole),
      c + whole,
      d + (below.least ?? Math.max(least(above), 1)),
    ],
    [0, 0, 0, 0],
  );
  return {
    ...NOTHING,
    bounds: { lower, upper, lowerOf, upperOf },
    evidence: () => [
      ...evidenceOf(
        lines.map(({ above }) => above.cited),
        'numerator',
      ),
      ...evidenceOf(
        lines.map(({ below }) => below.cited),
        'denominator',
      ),
    ],
    at: placeOf(first.above.cited),
    doubts: lines.flatMap(({ above, below }) => [
      ...[above, below].flatMap(({ doubt }) => doubt ?? []),
      ...beyondWhole(above, [below]),
    ]),
  };
}

/** A count over a figure: organisations per ten thousand residents. */
export function takeDensity(measure: DensityMeasure, scope: Scope): Taken {
  const count = takeCount(measure.count, scope);
  if (!count.bounds) return count;
  const below = measure.denominator.map((figure) => ownFigure(figure, scope)).find((figure) => figure !== null);
  if (!below?.most) return { ...NOTHING, missing: notGiven(measure.denominator[0]!, scope, 'missing.whole') };
  return {
    ...count,
    bounds: { ...count.bounds, lowerOf: below.most, upperOf: below.least ?? below.most },
    evidence: () => [...count.evidence(), ...evidenceOf([below.cited], 'denominator')],
  };
}
