import type { Correction, Place } from '../../shared/model.ts';
import { CheckForm } from './CheckForm.tsx';
import { Corrections } from './Corrections.tsx';
import { Notices } from './Notices.tsx';
import { Progress } from './Progress.tsx';
import { Report } from './Report.tsx';
import { Selection } from './Selection.tsx';
import { type Action, type Command, type State, termsOf } from './states.ts';
import { Tools } from './Tools.tsx';
import './pane.css';

export interface PaneProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCommand: (command: Command) => void;
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onCancel: () => void;
  readonly onReveal: (place: Place) => void;
}

/** The whole task pane: what to check on top, the result below, and at the foot what is done with it. */
export function Pane({ state, onAction, onCommand, onCorrect, onCancel, onReveal }: PaneProps) {
  const { doing, result, doubts } = state;
  const corrections = doubts && (
    <Corrections doubts={doubts} busy={doing !== null} onCorrect={onCorrect} onReveal={onReveal} />
  );
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
            corrections={corrections}
            onAction={onAction}
            onReveal={onReveal}
          />
        )}
        {!result && corrections}
        {!result && !doing && !state.notice && <Introduction />}
      </div>
      {result && state.selected && (
        <Selection
          place={state.selected}
          evaluation={result.evaluation}
          words={result.words}
          onReveal={onReveal}
          onClose={() => onAction({ type: 'selected', place: null })}
        />
      )}
      <Tools state={state} onCommand={onCommand} />
    </main>
  );
}

function Introduction() {
  return (
    <section className="introduction">
      <p>打开社区报送的工作簿，点“检查本工作簿”，即可看到：</p>
      <ul>
        <li>各项指标是否达标、还差多少；</li>
        <li>表中哪些单元格有问题、怎么改；</li>
        <li>可一键写入“差距清单”和“评估摘要”。</li>
      </ul>
      <p className="quiet">检查不改动表内数据。姓名、身份证号、电话等个人信息在本机隐去后才参与计算。</p>
    </section>
  );
}
