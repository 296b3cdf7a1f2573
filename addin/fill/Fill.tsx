import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Place, TemplateKind } from '../../shared/model.ts';
import { useFocusBack } from '../panes/focus.ts';
import { CloseIcon } from '../panes/icons.tsx';
import { JobHead } from '../panes/JobHead.tsx';
import { JobTabs } from '../panes/JobTabs.tsx';
import { missing } from '../panes/missing.tsx';
import { Bar } from '../panes/Notices.tsx';
import { isSamePlace } from '../panes/places.ts';
import type { Notice } from '../panes/states.ts';
import { Tabs } from '../panes/Tabs.tsx';
import { atFirst, GoingContext, type Whereabouts } from '../panes/whereabouts.ts';
import { useHeld } from '../returns.ts';
import { type Doing, type FillProps, useFilling, useTemplate } from './filling.ts';
import { HandIn } from './HandIn.tsx';
import { interruptedNotice } from './notices.ts';
import { PolicyChoice } from './PolicyChoice.tsx';
import { Remaining } from './Remaining.tsx';
import { Start } from './Start.tsx';
import { findingsAt } from './said.tsx';
import './fill.css';

/** Until it is opened. */
interface Held {
  /** ① or ②. */
  readonly part: number;
  /** Id of the policy, as it was chosen here. */
  readonly policy: string | null;
  readonly kind: TemplateKind;
  /** The finding that was come to last. */
  readonly at: { readonly key: string; readonly index: number } | null;
  readonly isLooking: boolean;
}

/** 填报: what is still to be filled in, and how it is handed in. Nothing is read before it is asked for. */
export function Fill(props: FillProps) {
  const { engine, policies, localOnly } = props;
  const [held, setHeld] = useHeld<Held>('fill', { part: 0, policy: null, kind: 'urban', at: null, isLooking: false });
  const [whereabouts, setWhereabouts] = useHeld('fill.whereabouts', atFirst);
  const [sought, setSought] = useState<string | null>(null);
  const [selected, setSelected] = useState<Place | null>(null);
  /** From a list, where what was found there is told already. */
  const [shown, setShown] = useState<Place | null>(null);
  const filling = useFilling({ ...props, policy: held.policy });
  const { seen, doing, notice, isStale, look, changed } = filling;
  const pane = useRef<HTMLElement>(null);
  const reveal = (place: Place) => {
    setShown(place);
    filling.reveal(place);
  };
  const isShown = selected !== null && shown !== null && isSamePlace(selected, shown);
  useFocusBack(pane, doing !== null);
  useWatching(props, setSelected, changed);
  const keep = (change: Partial<Held>) => setHeld((now) => ({ ...now, ...change }));

  const resume = useEffectEvent(() => {
    if (held.isLooking) void look(interruptedNotice);
  });
  useEffect(() => {
    // By the time that it is needed the service may be out of reach.
    Promise.all([fetchCell(), import('../help/Help.tsx')]).catch(() => {});
    resume();
  }, []);
  const isLooking = doing !== null && doing.step !== 'filling';
  useEffect(() => setHeld((now) => ({ ...now, isLooking })), [isLooking, setHeld]);

  const policy = seen?.policy.id ?? held.policy ?? policies[0]!.id;
  const template = useTemplate(engine, policy, held.kind);
  const going = {
    whereabouts,
    sought,
    onGo: (to: Partial<Whereabouts>, name: string | null = null) => {
      setWhereabouts((now) => ({ ...now, ...to }));
      setSought(name);
    },
    onHelp: () => {},
  };
  const choosePolicy = (id: string) => {
    keep({ policy: id });
    if (seen) void look(null, id);
  };
  const isRecognised = seen !== null && seen.evaluation.tables.length > 0;
  return (
    <GoingContext value={going}>
      <main className="pane fill" ref={pane}>
        <JobHead policy={policy}>
          <JobTabs />
        </JobHead>
        <div className="pane-top">
          {doing ? (
            <Working doing={doing} onCancel={filling.cancel} />
          ) : (
            <>
              {notice && (
                <Told notice={notice} onAgain={() => look()} onReveal={reveal} onClose={() => filling.tell(null)} />
              )}
              {isRecognised && isStale && (
                <Bar tone="warning" title="工作簿改过了">
                  下面是改动以前的。改好了点“看看还差什么”。
                </Bar>
              )}
              {seen && !isRecognised && (
                <Bar tone="warning" title="没有认出报表">
                  看了 {seen.basis.snapshot.sheets.length}{' '}
                  张工作表，没有一张认得出是报表：表头可能删改过。可以新建填报表，把数照着填进去。
                </Bar>
              )}
            </>
          )}
        </div>
        <div className="pane-body" aria-busy={doing !== null}>
          {isRecognised ? (
            <Tabs
              tabs={[
                [
                  '① 还差什么',
                  null,
                  <Remaining
                    key="remaining"
                    seen={seen}
                    busy={doing !== null}
                    isStale={isStale}
                    explanations={filling.explanations}
                    at={held.at}
                    onAt={(at) => keep({ at })}
                    onAdd={filling.add}
                    onMend={filling.mend}
                    onReveal={reveal}
                    onPolicy={choosePolicy}
                    policies={policies}
                  />,
                ],
                [
                  '② 报送',
                  null,
                  <HandIn
                    key="hand-in"
                    seen={seen}
                    busy={doing !== null}
                    isStale={isStale}
                    explanations={filling.explanations}
                    onExplain={filling.explain}
                    onReveal={reveal}
                    onPrint={filling.print}
                  />,
                ],
              ]}
              open={held.part}
              onOpen={(part) => keep({ part })}
            />
          ) : (
            <Start
              kind={held.kind}
              template={template}
              busy={doing !== null}
              isLocal={localOnly !== false}
              policy={policy}
              onKind={(kind) => keep({ kind })}
              onAdd={() => template && filling.add(template.sheets)}
              onLook={() => look()}
            >
              <PolicyChoice policies={policies} policy={policy} busy={doing !== null} onPolicy={choosePolicy} />
            </Start>
          )}
        </div>
        {isRecognised && (
          <>
            <Suspense>
              <Cell
                place={selected}
                tables={seen.evaluation.tables}
                policy={policy}
                hand={props.fillHost}
                said={isStale || isShown ? null : findingsAt(selected, seen.evaluation.findings, reveal)}
                idle="在表里点一格，这里说这一格填什么。"
              />
            </Suspense>
            <div className="tools">
              <Button className="write" appearance="primary" disabled={doing !== null} onClick={() => look()}>
                看看还差什么
              </Button>
            </div>
          </>
        )}
      </main>
    </GoingContext>
  );
}

const fetchCell = () => import('./Cell.tsx');
const Cell = lazy(() => fetchCell().then(({ Cell }) => ({ default: Cell }), missing));

/** Selections and changes of the workbook; where it could not begin, from the next time on that the pane gets the focus. */
function useWatching({ host }: FillProps, onSelect: (place: Place) => void, onChange: () => void): void {
  const change = useEffectEvent(onChange);
  useEffect(() => {
    let isOver = false;
    let isAsked = false;
    let unwatch: (() => Promise<void>) | null = null;
    const begin = () => {
      if (isAsked) return;
      isAsked = true;
      host
        .watch(onSelect, () => change())
        .then(
          (stop) => {
            if (isOver) void stop();
            else unwatch = stop;
          },
          () => {
            isAsked = false;
          },
        );
    };
    window.addEventListener('focus', begin);
    begin();
    return () => {
      isOver = true;
      window.removeEventListener('focus', begin);
      void unwatch?.();
    };
  }, [host, onSelect]);
}

function Working({ doing: { step, share }, onCancel }: { readonly doing: Doing; readonly onCancel: () => void }) {
  return (
    <section className="progress slim" aria-label="进度">
      <p aria-live="polite">{stepWords[step]}</p>
      {share !== null && <progress value={share} aria-label="进度" />}
      {step !== 'filling' && <Button onClick={onCancel}>取消</Button>}
    </section>
  );
}

const stepWords: Readonly<Record<Doing['step'], string>> = {
  reading: '正在看工作簿里的表…',
  computing: '正在这台电脑上计算…',
  filling: '正在填进表里，请勿关闭工作簿…',
};

interface ToldProps {
  readonly notice: Notice;
  readonly onAgain: () => void;
  readonly onReveal: (place: Place) => void;
  readonly onClose: () => void;
}

function Told({ notice, onAgain, onReveal, onClose }: ToldProps) {
  const { tone, title, lines, ways, sheets = [] } = notice;
  return (
    <Bar
      tone={tone}
      title={title}
      close={<Button appearance="transparent" icon={<CloseIcon />} aria-label="关闭提示" onClick={onClose} />}
      actions={
        <>
          {ways.length > 0 && (
            <Button appearance="primary" onClick={onAgain}>
              再看一次
            </Button>
          )}
          {sheets.map((sheet) => (
            <Button key={sheet} onClick={() => onReveal({ sheet, address: 'A1' })}>
              转到“{sheet}”
            </Button>
          ))}
        </>
      }
    >
      {lines.map((line) => (
        <span key={line} className="notice-line">
          {line}
        </span>
      ))}
    </Bar>
  );
}
