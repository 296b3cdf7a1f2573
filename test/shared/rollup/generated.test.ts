/** Cities by chance: the roll-up is what a clerk makes of the same evaluations. */
import { describe, expect, test } from 'vitest';
import type { Rollup } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { citiesBy } from '../../generator/cities.ts';
import { dice } from '../../generator/dice.ts';
import { byHand } from '../../rollup-by-hand.ts';
import { statesOf } from './cities.ts';

const seeds = [1, 2, 3];
const cities = seeds.flatMap((seed) => citiesBy(seed).map((city) => ({ ...city, title: `${city.name}, ${seed}` })));

describe.each(cities)('$title', ({ submitted, options }) => {
  const rollup = rollUp(submitted, huainan2020, options);
  const expected = byHand(submitted, huainan2020, options);

  test('files stand as they should, and each has one line', () => {
    expect(rollup.mode).toBe(expected.mode);
    expect(statesOf(rollup)).toEqual(expected.states);
    expect(rollup.units.filter(({ file }) => file !== null)).toHaveLength(submitted.length);
  });

  test('who reported is told right', () => {
    const { missing, unexpected, ...reporting } = rollup.reporting;
    const told = { ...reporting, missing: missing.length, unexpected: [...unexpected].sort() };
    expect(told).toEqual(expected.reporting);
    expect(rollup.units.filter(({ state }) => state === 'missing')).toHaveLength(expected.reporting.missing);
  });

  test('indicators are counted and added up right', () => {
    expect(rollup.indicators.map(({ name: _, ...each }) => each)).toEqual(expected.indicators.map(rounded));
  });

  test('ranks are right', () => {
    const ranking = rollup.ranking.map(({ grade: _, urbanRural: __, score, ...each }) => ({
      ...each,
      score: score.toFixed(2),
    }));
    expect(ranking).toEqual(expected.ranking);
  });

  test('nothing of it hangs on the order of the files', () => {
    expect(rollUp(dice(7).shuffled(submitted), huainan2020, options)).toEqual(rollup);
  });
});

/** Percentage points are fractions made in two ways. */
function rounded<T extends { readonly pooled: Rollup['indicators'][number]['pooled'] }>(one: T) {
  const points = one.pooled?.gap?.percentagePoints;
  if (points === undefined) return one;
  const gap = { ...one.pooled!.gap, percentagePoints: expect.closeTo(points, 8) };
  return { ...one, pooled: { ...one.pooled, gap } };
}
