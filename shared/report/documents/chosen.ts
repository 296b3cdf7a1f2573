/** Units of a kind that documents name: outside the register, with all goals reached, suggested for the title, judged by people. */
import type { Rollup, RollupUnit, Suggestion } from '../../model.ts';
import type { DocumentData } from './data.ts';

/** They handed in, and are not expected. */
export function unexpectedIn({ rollup, counting }: { rollup: Rollup } & Pick<DocumentData, 'counting'>) {
  return counting.map(({ unit }) => unit).filter(({ key }) => rollup.reporting.unexpected.includes(key));
}

/** Every goal that holds for them, and one at least. */
export function reachedIn({ counting, policy }: DocumentData): readonly RollupUnit[] {
  return counting
    .map(({ unit }) => unit)
    .filter(({ verdicts }) => {
      const held = policy.goals.flatMap((id) => verdicts[id] ?? []).filter((verdict) => verdict !== 'not_applicable');
      return held.length > 0 && held.every((verdict) => verdict === 'met');
    });
}

export function suggestedIn(suggestion: Suggestion, { counting }: DocumentData): readonly RollupUnit[] {
  return counting.flatMap(({ unit, evaluation }) =>
    evaluation?.score?.pilotSite?.suggestions.some((one) => one.scope === 'community' && one.suggestion === suggestion)
      ? [unit]
      : [],
  );
}

export function judgedIn(
  item: string,
  { counting }: DocumentData,
): { readonly asked: number; readonly judged: number } {
  const asked = counting.filter(({ evaluation }) =>
    evaluation?.score?.unscored.some(({ id, applies }) => id === item && applies),
  );
  return { asked: asked.length, judged: asked.filter(({ unit }) => !unit.unjudged.includes(item)).length };
}

/** Units of the mid-term evaluation with issues that are not closed. */
export function notClosedIn({ rollup }: DocumentData): readonly RollupUnit[] {
  const keys = rollup.issues.filter(({ open, unanswered }) => open + unanswered > 0).map(({ key }) => key);
  return keys.flatMap((key) => rollup.units.find((unit) => unit.key === key) ?? []);
}
