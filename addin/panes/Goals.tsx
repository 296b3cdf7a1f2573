import { use } from 'react';
import { gapWords } from '../../shared/model/gaps.ts';
import { verdictWords } from '../../shared/model/words.ts';
import type { Indicator } from '../../shared/model.ts';
import { wayTo } from './Indicators.tsx';
import { VerdictIcon } from './icons.tsx';
import { GoingContext, withOpened } from './whereabouts.ts';

/** The overall goals, a line each, which leads to the indicator. */
export function Goals({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { whereabouts, onGo } = use(GoingContext);
  const goals = indicators.filter(isGoal);
  if (goals.length === 0) return null;
  return (
    <section className="group">
      <h2 className="group-title">总体目标</h2>
      {goals.map((goal) => {
        const way = wayTo(goal, indicators);
        return (
          <button
            key={goal.id}
            type="button"
            className="goal"
            onClick={() => onGo({ part: 'indicators', opened: withOpened(whereabouts, ...way) }, way.at(-1))}
          >
            <VerdictIcon verdict={goal.verdict} />
            <span className="goal-name">{goal.name}</span>
            <span className={`chip fill-${goal.verdict}`}>{saidOf(goal)}</span>
          </button>
        );
      })}
    </section>
  );
}

/** What is not certain yet has more to say than goes into a line. */
function saidOf(goal: Indicator): string {
  const gap = goal.verdict === 'to_verify' ? null : gapWords(goal);
  return gap ? `${verdictWords[goal.verdict]}，${gap}` : verdictWords[goal.verdict];
}

/** By the part of the document that they stand in; other calibres are not counted again. */
const isGoal = ({ basis, citation, verdict }: Indicator) =>
  basis === undefined && /总体(?:目标|要求)/.test(citation.section) && verdict !== 'not_applicable';
