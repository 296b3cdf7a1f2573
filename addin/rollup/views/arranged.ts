/** Units in the order, and of the kind, that a person asked for. */
import type { RollupUnit, UrbanRural } from '../../../shared/model.ts';
import { type Standing, standings } from './units.ts';

export interface Arrangement {
  /** By which indicator they are sorted and told apart; null: by all of them. */
  readonly indicator: string | null;
  readonly order: Order;
  /** Those that stand so in the indicator, or in any. */
  readonly standing: Standing | null;
  readonly county: string | null;
  readonly urbanRural: UrbanRural | null;
}

export type Order = 'register' | 'county' | 'score' | 'standing';

export const asRegistered: Arrangement = {
  indicator: null,
  order: 'register',
  standing: null,
  county: null,
  urbanRural: null,
};

/** Those of equal rank stay in the order of the register. */
export function arranged(
  units: readonly RollupUnit[],
  indicators: readonly string[],
  arrangement: Arrangement,
  standingOf: StandingOf,
): readonly RollupUnit[] {
  const asked = arrangement.indicator === null ? indicators : [arrangement.indicator];
  const kept = units.filter((unit) => isOfKind(unit, asked, arrangement, standingOf));
  const rank = ranks[arrangement.order](units, asked, standingOf);
  return kept
    .map((unit) => ({ unit, rank: rank(unit) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ unit }) => unit);
}

function isOfKind(
  unit: RollupUnit,
  asked: readonly string[],
  { standing, county, urbanRural }: Arrangement,
  standingOf: StandingOf,
): boolean {
  return (
    (county === null || countyOf(unit) === county) &&
    (urbanRural === null || unit.urbanRural === urbanRural) &&
    (standing === null || asked.some((id) => isOfStanding(standingOf(unit, id), standing)))
  );
}

/** What is not due lacks data too. */
const isOfStanding = (standing: Standing, asked: Standing): boolean =>
  standing === asked || (asked === 'missing' && standing === 'later');

export const countyOf = ({ unit }: RollupUnit): string => unit.county ?? unit.countyName ?? '';

export type StandingOf = (unit: RollupUnit, indicator: string) => Standing;
type Rank = (unit: RollupUnit) => number;

const ranks: Readonly<
  Record<Order, (units: readonly RollupUnit[], asked: readonly string[], standingOf: StandingOf) => Rank>
> = {
  register: () => () => 0,
  county: (units) => {
    const counties = [...new Set(units.map(countyOf))];
    return (unit) => counties.indexOf(countyOf(unit));
  },
  // Who has no score has no place among those who have.
  score: () => (unit) => (unit.score === null ? 1 : -unit.score),
  standing: (_, asked, standingOf) =>
    asked.length === 1
      ? (unit) => standings.indexOf(standingOf(unit, asked[0]!))
      : (unit) => -asked.filter((id) => ['unmet', 'behind'].includes(standingOf(unit, id))).length,
};
