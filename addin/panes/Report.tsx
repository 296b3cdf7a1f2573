import { Button } from '@fluentui/react-components';
import { type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { conclusionOf } from '../../shared/model/conclusions.ts';
import { modeWords } from '../../shared/model/words.ts';
import { sinceOf } from '../../shared/model/written.ts';
import type { Explanation, Mode, Place, PolicyAbout } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import { Findings } from './Findings.tsx';
import { Heading } from './Heading.tsx';
import { Indicators } from './Indicators.tsx';
import { Bar } from './Notices.tsx';
import { Overview } from './Overview.tsx';
import { doubtWords } from './PolicyField.tsx';
import { countUnread, Reading } from './Reading.tsx';
import type { Action, Result, Terms } from './states.ts';
import { type Tab, Tabs } from './Tabs.tsx';
import { GoingContext, parts } from './whereabouts.ts';

interface ReportProps {
  readonly result: Result;
  /** Ids of the goals of the policy that was judged by. */
  readonly goals: readonly string[];
  /** As they are chosen now. */
  readonly terms: Terms;
  readonly doubts: Doubts;
  readonly explanations: readonly Explanation[];
  /** Whether the workbook may be accepted. */
  readonly conclusion: ReactNode;
  readonly questions: ReactNode;
  readonly corrections: ReactNode;
  readonly onAction: (action: Action) => void;
  readonly onReveal: (place: Place) => void;
}

/** The result of a check: whom it is of and what follows, then in four parts. */
export function Report(props: ReportProps) {
  const { result, goals, terms, doubts, explanations, conclusion, questions, corrections, onAction, onReveal } = props;
  const { evaluation, words, otherMode, before } = result;
  const { findings, rules } = evaluation;
  const { whereabouts, sought, onGo } = use(GoingContext);
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on where the result begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins, and no later
  useEffect(() => {
    if (!doubts.corrected && !sought) heading.current?.focus();
  }, []);
  const counts = useMemo(() => conclusionOf(evaluation, explanations), [evaluation, explanations]);
  const since = useMemo(() => sinceOf(before, evaluation, explanations), [before, evaluation, explanations]);
  const others = useMemo(() => {
    const asked = new Set(doubts.questions.flatMap((one) => one.findings));
    return findings.filter((one) => !asked.has(one));
  }, [doubts, findings]);
  const { columns } = doubts;
  const tabs: readonly Tab[] = [
    [
      '结论',
      null,
      <Overview key="conclusion" {...{ result, counts, goals, conclusion }} questions={doubts.questions.length} />,
    ],
    [
      '问题',
      findings.length,
      <Findings key="findings" findings={others} {...{ questions, rules, since, columns, onReveal }} />,
    ],
    ['指标', null, <Indicators key="indicators" {...{ evaluation, words, columns, onReveal }} />],
    ['读表', countUnread(doubts), <Reading key="reading" {...{ result, corrections }} />],
  ];
  return (
    <>
      <Heading ref={heading} result={result} conclusion={counts} />
      {terms.why?.by === 'doubt' && (
        <PolicyHint
          policy={terms.policy}
          signs={terms.why.signs}
          onConfirm={() => onAction({ type: 'chosen', choice: { policy: terms.policy.id } })}
        />
      )}
      {otherMode && evaluation.mode !== otherMode && (
        <ModeHint
          mode={evaluation.mode}
          other={otherMode}
          onChoose={() => onAction({ type: 'chosen', choice: { mode: otherMode } })}
        />
      )}
      <Tabs tabs={tabs} open={parts.indexOf(whereabouts.part)} onOpen={(index) => onGo({ part: parts[index]! })} />
      <p className="quiet colophon">
        评估依据 {evaluation.policy.name}（{evaluation.policy.version} 版）　程序版本 {evaluation.engine}
      </p>
    </>
  );
}

interface PolicyHintProps {
  readonly policy: PolicyAbout;
  readonly signs: readonly string[];
  readonly onConfirm: () => void;
}

function PolicyHint({ policy, signs, onConfirm }: PolicyHintProps) {
  return (
    <Bar
      tone="warning"
      title={`请确认评估依据：${policy.name}`}
      actions={<Button onClick={onConfirm}>确认用这份</Button>}
    >
      {doubtWords(signs)}，暂用这份；改选请点上方“修改”。
    </Bar>
  );
}

interface ModeHintProps {
  readonly mode: Mode;
  readonly other: Mode;
  readonly onChoose: () => void;
}

function ModeHint({ mode, other, onChoose }: ModeHintProps) {
  return (
    <Bar
      tone="info"
      title={`表中写有“${modeWords[other]}”`}
      actions={<Button onClick={onChoose}>改按{modeWords[other]}评估</Button>}
    >
      本次按{modeWords[mode]}评估检查，请确认评估类型。
    </Bar>
  );
}
