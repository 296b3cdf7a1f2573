import { use } from 'react';
import type { Correction, Place } from '../../shared/model.ts';
import { CheckForm } from './CheckForm.tsx';
import { Corrections } from './Corrections.tsx';
import type { Spot } from './doubts.ts';
import { Notices } from './Notices.tsx';
import { Progress } from './Progress.tsx';
import { PhrasesContext } from './phrases.ts';
import { Questions } from './Questions.tsx';
import { Report } from './Report.tsx';
import { Selection } from './Selection.tsx';
import { withSaid } from './said.ts';
import { type Action, type Command, type State, type Terms, termsOf } from './states.ts';
import { Tools } from './Tools.tsx';
import './pane.css';

export interface PaneProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCommand: (command: Command) => void;
  /** All that then holds, and where it was said. */
  readonly onCorrect: (corrections: readonly Correction[], spot: Spot) => void;
  readonly onSaveWordings: () => void;
  readonly onTakeWordings: (file: File) => void;
  readonly onCancel: () => void;
  readonly onReveal: (place: Place) => void;
}

/** The whole task pane: what to check on top, the result below, and at the foot what is done with it. */
export function Pane(props: PaneProps) {
  const { state, onAction, onCommand, onCorrect, onCancel, onReveal } = props;
  const { doing, result, doubts } = state;
  const corrections = doubts && (
    <Corrections
      doubts={doubts}
      busy={doing !== null}
      focused={doubts.corrected === 'corrections' || (doubts.corrected !== null && !result)}
      onCorrect={(all) => onCorrect(all, 'corrections')}
      onReveal={onReveal}
      onSaveWordings={props.onSaveWordings}
      onTakeWordings={props.onTakeWordings}
    />
  );
  const answer = (said: Correction) => {
    const held = doubts?.corrections.map(([, one]) => one) ?? [];
    onCorrect(withSaid(held, said), 'questions');
  };
  return (
    <main className="pane">
      <CheckForm state={state} onAction={onAction} onCheck={() => onCommand('check')} />
      <div className="pane-top">
        {doing ? (
          <Progress doing={doing} onCancel={onCancel} />
        ) : (
          <Notices state={state} onAction={onAction} onCommand={onCommand} onReveal={onReveal} />
        )}
      </div>
      <div className="pane-body">
        {result && doubts && (
          <Report
            result={result}
            terms={termsOf(state)}
            doubts={doubts}
            questions={
              (doubts.questions.length > 0 || doubts.corrected === 'questions') && (
                <Questions
                  questions={doubts.questions}
                  busy={doing !== null}
                  answered={doubts.corrected === 'questions'}
                  onSay={answer}
                  onReveal={onReveal}
                />
              )
            }
            corrections={corrections}
            onAction={onAction}
            onReveal={onReveal}
          />
        )}
        {!result && corrections}
        {!result && !doing && !state.notice && <Introduction local={termsOf(state).local} />}
      </div>
      {result && state.selected && (
        <Selection
          place={state.selected}
          evaluation={result.evaluation}
          questions={doubts?.questions ?? []}
          busy={doing !== null}
          words={result.words}
          onSay={answer}
          onReveal={onReveal}
          onClose={() => onAction({ type: 'selected', place: null })}
        />
      )}
      <Tools state={state} onCommand={onCommand} />
    </main>
  );
}

function Introduction({ local }: Pick<Terms, 'local'>) {
  const { first, use: gain, unharmed } = use(PhrasesContext);
  return (
    <section className="introduction">
      <p>{first}</p>
      <ul>
        <li>各项指标是否达标、还差多少；</li>
        <li>表中哪些单元格有问题、怎么改；</li>
        <li>{gain}</li>
      </ul>
      <p className="quiet">
        {unharmed}
        {local
          ? '本工作簿只在本机计算，什么都不发送。'
          : '发给服务器的只有表格的固定用语、数、日期和本单位的县区、街道、社区；姓名等其余文字换成代号，或不发送。'}
      </p>
    </section>
  );
}
