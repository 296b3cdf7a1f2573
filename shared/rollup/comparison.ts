/** Figures of one unit before the pilot, at mid-term and at the end, where there are at least two of them. */
import type { Baseline, Compared, ComparedFigure, Indicator, Mode, Policy } from '../model.ts';
import { mainEntries } from './figures.ts';
import type { Stack } from './standing.ts';

/** In the order of `keys`, and of the policy's indicators. */
export function comparisonOf(
  keys: readonly string[],
  stacks: readonly Stack[],
  baseline: readonly Baseline[],
  policy: Policy,
): readonly Compared[] {
  const times = new Map(stacks.map(({ key, time, counts }) => [`${key} ${time}`, mainEntries(counts.evaluation)]));
  const before = new Map(baseline.map((each) => [`${each.key} ${each.id}`, each]));
  const at = (key: string, time: Mode, id: string) => compared(times.get(`${key} ${time}`)?.get(id));
  return keys.flatMap((key) =>
    policy.indicators.flatMap(({ id }) => {
      const [midterm, final] = [at(key, 'midterm', id), at(key, 'final', id)];
      const was = before.get(`${key} ${id}`);
      const known = [was, midterm, final].filter((each) => each !== undefined && each !== null);
      if (known.length < 2) return [];
      return {
        key,
        id,
        baseline: was ? { numerator: was.numerator, denominator: was.denominator } : null,
        midterm,
        final,
      };
    }),
  );
}

function compared(entry: Indicator | undefined): ComparedFigure | null {
  if (!entry) return null;
  const { verdict, numerator, denominator, lower, upper, lowerDenominator, upperDenominator } = entry;
  return {
    verdict,
    numerator,
    denominator,
    lower,
    upper,
    ...(lowerDenominator === undefined ? {} : { lowerDenominator }),
    ...(upperDenominator === undefined ? {} : { upperDenominator }),
  };
}
