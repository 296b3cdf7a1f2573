/** Ranks by the score as it is shown: 1, 2, 2, 4. */
import type { Policy, Ranked, RollupUnit, UrbanRural } from '../model.ts';
import { isAsked } from './figures.ts';

/** `units` are those that count, in the order of the register, which ties keep. */
export function rankingOf(units: readonly RollupUnit[], policy: Policy): readonly Ranked[] {
  return KINDS.flatMap((kind) => {
    const scored = units.flatMap((unit) =>
      unit.urbanRural === kind && unit.score !== null ? { unit, score: unit.score } : [],
    );
    const sorted = scored.sort((a, b) => shown(b.score) - shown(a.score));
    let rank = 0;
    return sorted.map(({ unit, score }, at) => {
      const before = sorted[at - 1];
      if (!before || shown(before.score) !== shown(score)) rank = at + 1;
      return { rank, key: unit.key, urbanRural: kind, score, grade: unit.grade, ...reached(unit, policy) };
    });
  });
}

const KINDS: readonly UrbanRural[] = ['urban', 'rural', 'unknown'];

/** Of the indicators that hold for the unit in this evaluation, whether they are due yet or not. */
function reached({ verdicts }: RollupUnit, { indicators }: Policy): Pick<Ranked, 'met' | 'due'> {
  const all = Object.values(verdicts);
  const due = indicators.filter((def) => verdicts[def.id] !== undefined && isAsked(verdicts[def.id]!, def));
  return { met: all.filter((verdict) => verdict === 'met').length, due: due.length };
}

function shown(score: number): number {
  return Math.round(score * 100);
}
