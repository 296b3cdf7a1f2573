/** What units tell of the same kind of amount, added up: 专项资金. */
import type { DocumentData } from './data.ts';

export interface Summed {
  /** Null where one county's amount may stand in several workbooks. */
  readonly amount: number | null;
  /** With a certain figure. */
  readonly units: number;
}

/** Null where no unit has a certain figure. */
export function sumOf(indicator: string, { counting, defs }: DocumentData): Summed | null {
  const told = counting.flatMap(({ unit }) => {
    const figure = unit.figures[indicator];
    return figure && figure.numerator !== null && figure.lower === figure.upper
      ? [{ county: unit.unit.county, amount: figure.numerator }]
      : [];
  });
  if (told.length === 0) return null;
  const counties = new Set(told.map(({ county }) => county));
  const isTwice = defs.get(indicator)?.scope !== 'community' && counties.size < told.length;
  const hundredths = told.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  return { amount: isTwice ? null : hundredths / 100, units: told.length };
}
