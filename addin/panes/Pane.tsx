import { Button } from '@fluentui/react-components';
import { lazy, Suspense, use, useEffect, useRef, useState } from 'react';
import type { Confirmed, Correction, Explanation, Place } from '../../shared/model.ts';
import { CheckForm } from './CheckForm.tsx';
import type { Spot } from './doubts.ts';
import { ExplainingContext } from './explaining.ts';
import { useFocusBack } from './focus.ts';
import { JobTabs, OtherWork } from './JobTabs.tsx';
import { JobsContext } from './jobs.ts';
import { Menu } from './Menu.tsx';
import { missing } from './missing.tsx';
import { Notices } from './Notices.tsx';
import { Progress } from './Progress.tsx';
import { PhrasesContext } from './phrases.ts';
import { withSaid } from './said.ts';
import { type Action, type Command, type State, type Terms, termsOf } from './states.ts';
import { Removal, Tools } from './Tools.tsx';
import { type Going, GoingContext } from './whereabouts.ts';
import './pane.css';

/** What only a check brings is fetched when the pane is there. */
const fetchResults = () => import('./Results.tsx');
const fetchHelp = () => import('../help/Help.tsx');
const fetchSelection = () => import('./Selection.tsx');
const Help = lazy(() => fetchHelp().then(({ Help }) => ({ default: Help }), missing));
const Results = lazy(() => fetchResults().then(({ Results }) => ({ default: Results }), missing));
const Wordings = lazy(() => fetchResults().then(({ Wordings }) => ({ default: Wordings }), missing));
const Selection = lazy(() => fetchSelection().then(({ Selection }) => ({ default: Selection }), missing));

/** By the time that it is needed the service may be out of reach. */
function fetchAhead(): void {
  Promise.all([fetchResults(), fetchSelection(), fetchHelp()]).catch(() => {});
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
  const { doing, result, doubts, whereabouts, sought } = state;
  const pane = useRef<HTMLElement>(null);
  const [help, setHelp] = useState<{ readonly rule: string | null } | null>(null);
  // One alone leads nowhere, and takes a line of the list.
  const hasTabs = (use(JobsContext)?.seen.length ?? 0) > 1;
  useEffect(fetchAhead, []);
  useFocusBack(pane, doing !== null);
  const held = doubts?.corrections.map(([, one]) => one) ?? [];
  const answer = (said: Correction) => onCorrect(withSaid(held, said), 'questions');
  const going: Going = {
    whereabouts,
    sought,
    onGo: (to, sought) => onAction({ type: 'went', to, sought }),
    onHelp: (rule) => setHelp({ rule }),
  };
  const unselect = () => onAction({ type: 'selected', place: null });
  return (
    <GoingContext value={going}>
      <ExplainingContext
        value={{
          evaluation: result?.evaluation ?? null,
          explanations: state.explanations,
          busy: doing !== null,
          onExplain: props.onExplain,
        }}
      >
        <main
          className="pane"
          ref={pane}
          onKeyDown={({ key }) => {
            if (key === 'Escape' && state.selected) unselect();
          }}
        >
          <div className={hasTabs ? 'pane-head with-jobs' : 'pane-head'}>
            {hasTabs && <JobTabs />}
            <CheckForm state={state} onAction={onAction} onCheck={() => onCommand('check')} />
            <Menu>
              {(close) => (
                <>
                  <Button
                    onClick={() => {
                      close();
                      setHelp({ rule: null });
                    }}
                  >
                    帮助
                  </Button>
                  {doubts && (
                    <Suspense>
                      <Wordings
                        held={held}
                        busy={doing !== null}
                        onSave={() => {
                          close();
                          props.onSaveWordings();
                        }}
                        onTake={(file) => {
                          close();
                          props.onTakeWordings(file);
                        }}
                      />
                    </Suspense>
                  )}
                  <Removal state={state} onCommand={onCommand} onDone={close} />
                  <OtherWork onDone={close} />
                </>
              )}
            </Menu>
          </div>
          <div className="pane-top">
            {doing ? (
              <Progress doing={doing} slim={result !== null} onCancel={onCancel} />
            ) : (
              <Notices state={state} onAction={onAction} onCommand={onCommand} onReveal={onReveal} />
            )}
          </div>
          <div className="pane-body" aria-busy={doing !== null}>
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
                />
              </Suspense>
            )}
            {!doubts && !doing && !state.notice && <Introduction local={termsOf(state).local} />}
          </div>
          {result && state.selected && (
            <Suspense>
              <Selection
                place={state.selected}
                evaluation={result.evaluation}
                questions={doubts?.questions ?? []}
                columns={doubts?.columns ?? []}
                busy={doing !== null}
                words={result.words}
                onSay={answer}
                onReveal={onReveal}
              />
            </Suspense>
          )}
          <Tools state={state} onCommand={onCommand} />
          {help && (
            <Suspense>
              <Help
                policy={result?.evaluation.policy.id ?? termsOf(state).policy.id}
                about={help.rule === null ? null : { rule: help.rule }}
                onClose={() => setHelp(null)}
              />
            </Suspense>
          )}
        </main>
      </ExplainingContext>
    </GoingContext>
  );
}

function Introduction({ local }: Pick<Terms, 'local'>) {
  const { first, use: gain, unharmed } = use(PhrasesContext);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a low screen it is scrolled by the keyboard
    <section className="introduction" tabIndex={0}>
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
