import { lazy, Suspense, use, useEffect } from 'react';
import type { Confirmed, Correction, Explanation, Place } from '../../shared/model.ts';
import { CheckForm } from './CheckForm.tsx';
import type { Spot } from './doubts.ts';
import { ExplainingContext } from './explaining.ts';
import { missing } from './missing.tsx';
import { Notices } from './Notices.tsx';
import { Progress } from './Progress.tsx';
import { PhrasesContext } from './phrases.ts';
import { withSaid } from './said.ts';
import { type Action, type Command, type State, type Terms, termsOf } from './states.ts';
import { Removal, Tools } from './Tools.tsx';
import './pane.css';

/** What only a check brings is fetched when the pane is there. */
const fetchResults = () => import('./Results.tsx');
const fetchSelection = () => import('./Selection.tsx');
const Results = lazy(() => fetchResults().then(({ Results }) => ({ default: Results }), missing));
const Selection = lazy(() => fetchSelection().then(({ Selection }) => ({ default: Selection }), missing));

/** By the time that it is needed the service may be out of reach. */
function fetchAhead(): void {
  Promise.all([fetchResults(), fetchSelection()]).catch(() => {});
}

export interface PaneProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCommand: (command: Command) => void;
  /** All that then holds, and where it was said. */
  readonly onCorrect: (corrections: readonly Correction[], spot: Spot) => void;
  readonly onSaveWordings: () => void;
  readonly onTakeWordings: (file: File) => void;
  /** In the place of what was said under the same keys. */
  readonly onExplain: (changed: readonly Explanation[]) => void;
  /** In the place of those of before. */
  readonly onConfirm: (confirmed: readonly Confirmed[]) => void;
  readonly onCancel: () => void;
  readonly onReveal: (place: Place) => void;
}

/** The whole task pane: what to check on top, the result below, and at the foot what is done with it. */
export function Pane(props: PaneProps) {
  const { state, onAction, onCommand, onCorrect, onCancel, onReveal } = props;
  const { doing, result, doubts } = state;
  useEffect(fetchAhead, []);
  const answer = (said: Correction) => {
    const held = doubts?.corrections.map(([, one]) => one) ?? [];
    onCorrect(withSaid(held, said), 'questions');
  };
  return (
    <ExplainingContext
      value={{
        evaluation: result?.evaluation ?? null,
        explanations: state.explanations,
        busy: doing !== null,
        onExplain: props.onExplain,
      }}
    >
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
          {doubts && (
            <Suspense>
              <Results
                state={state}
                doubts={doubts}
                onAction={onAction}
                onCorrect={onCorrect}
                onAnswer={answer}
                onConfirm={props.onConfirm}
                onReveal={onReveal}
                onSaveWordings={props.onSaveWordings}
                onTakeWordings={props.onTakeWordings}
              />
            </Suspense>
          )}
          {!result && !doing && !state.notice && <Introduction local={termsOf(state).local} />}
        </div>
        {result && state.selected && (
          <Suspense>
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
          </Suspense>
        )}
        <Tools state={state} onCommand={onCommand} />
        <Removal state={state} onCommand={onCommand} onDone={() => {}} />
      </main>
    </ExplainingContext>
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
