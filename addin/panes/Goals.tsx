import { use } from 'react';
import { gapWords } from '../../shared/model/gaps.ts';
import type { Evaluation, Indicator } from '../../shared/model.ts';
import { wayTo } from './Indicators.tsx';
import { VerdictIcon } from './icons.tsx';
import { lookOf, standingOf, standingWords } from './standings.ts';
import { GoingContext, withOpened } from './whereabouts.ts';

interface GoalsProps {
  readonly evaluation: Evaluation;
  /** By id. */
  readonly goals: readonly string[];
}

/** The overall goals, a line each, which leads to the indicator. */
export function Goals({ evaluation, goals: ids }: GoalsProps) {
  const { whereabouts, onGo } = use(GoingContext);
  // Other calibres of a goal are not told again.
  const goals = evaluation.indicators.filter(
    ({ id, basis, verdict }) => ids.includes(id) && basis === undefined && verdict !== 'not_applicable',
  );
  if (goals.length === 0) return null;
  return (
    <section className="group">
      <h2 className="group-title">总体目标</h2>
      {goals.map((goal) => {
        const way = wayTo(goal, evaluation);
        const standing = standingOf(goal, evaluation);
        const look = lookOf(standing);
        return (
          <button
            key={goal.id}
            type="button"
            className="goal"
            onClick={() => onGo({ part: 'indicators', opened: withOpened(whereabouts, ...way) }, way.at(-1))}
          >
            <VerdictIcon verdict={look} />
            <span className="goal-name">{goal.name}</span>
            <span className={`chip fill-${look}`}>{saidOf(goal, standingWords[standing])}</span>
          </button>
        );
      })}
    </section>
  );
}

/** What is not certain yet has more to say than goes into a line. */
function saidOf(goal: Indicator, word: string): string {
  const gap = goal.verdict === 'to_verify' ? null : gapWords(goal);
  return gap ? `${word}，${gap}` : word;
}
