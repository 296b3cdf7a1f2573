import type { Confirmed, Correction, Place } from '../../shared/model.ts';
import { Conclusion } from './Conclusion.tsx';
import { Corrections } from './Corrections.tsx';
import type { Doubts, Spot } from './doubts.ts';
import { Questions } from './Questions.tsx';
import { Report } from './Report.tsx';
import { type Action, isOutdated, type State, termsOf } from './states.ts';

// Where there is a result there are words to be kept.
export { Wordings } from './Wordings.tsx';

interface ResultsProps {
  readonly state: State;
  readonly doubts: Doubts;
  readonly onAction: (action: Action) => void;
  /** All that then holds, and where it was said. */
  readonly onCorrect: (corrections: readonly Correction[], spot: Spot) => void;
  readonly onAnswer: (said: Correction) => void;
  readonly onConfirm: (confirmed: readonly Confirmed[]) => void;
  readonly onReveal: (place: Place) => void;
}

/** What a check has found, what it asks, and what it was told; before the first one only what the workbook was told. */
export function Results({ state, doubts, onAction, onCorrect, onAnswer, onConfirm, onReveal }: ResultsProps) {
  const { doing, result } = state;
  const { corrected, questions } = doubts;
  const busy = doing !== null;
  const corrections = (
    <Corrections
      doubts={doubts}
      evaluation={result?.evaluation ?? null}
      busy={busy}
      focused={corrected === 'corrections' || (corrected !== null && !result)}
      onCorrect={(all) => onCorrect(all, 'corrections')}
      onReveal={onReveal}
    />
  );
  if (!result) return corrections;
  return (
    <Report
      result={result}
      goals={state.policies.find(({ id }) => id === result.evaluation.policy.id)?.goals ?? []}
      terms={termsOf(state)}
      doubts={doubts}
      explanations={state.explanations}
      conclusion={
        <Conclusion
          {...{ busy, onConfirm }}
          stale={isOutdated(state)}
          evaluation={result.evaluation}
          explanations={state.explanations}
          confirmed={state.confirmed}
        />
      }
      questions={
        (questions.length > 0 || corrected === 'questions') && (
          <Questions
            questions={questions}
            busy={busy}
            answered={corrected === 'questions'}
            onSay={onAnswer}
            onReveal={onReveal}
          />
        )
      }
      corrections={corrections}
      onAction={onAction}
      onReveal={onReveal}
    />
  );
}
