import { Button, MessageBarActions } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode, Place, PolicyAbout } from '../../shared/model.ts';
import type { Doubts, Spot } from './doubts.ts';
import { Findings } from './Findings.tsx';
import { Indicators } from './Indicators.tsx';
import { Bar } from './Notices.tsx';
import { Overview } from './Overview.tsx';
import { doubtWords } from './PolicyField.tsx';
import type { Action, Result, Terms } from './states.ts';
import { type Tab, Tabs } from './Tabs.tsx';
import { countUnread, Unread } from './Unread.tsx';

interface ReportProps {
  readonly result: Result;
  /** As they are chosen now. */
  readonly terms: Terms;
  readonly doubts: Doubts;
  /** Whether the workbook may be accepted. */
  readonly conclusion: ReactNode;
  readonly questions: ReactNode;
  readonly corrections: ReactNode;
  readonly onAction: (action: Action) => void;
  readonly onReveal: (place: Place) => void;
}

/** The result of a check: at a glance, then in three lists. */
export function Report({ result, terms, doubts, conclusion, questions, corrections, onAction, onReveal }: ReportProps) {
  const { evaluation, words, otherMode } = result;
  const { indicators, findings, rules } = evaluation;
  const heading = useRef<HTMLHeadingElement>(null);
  const { corrected } = doubts;
  // A screen reader goes on where the result begins; every check makes a new one.
  useEffect(() => {
    if (!corrected) heading.current?.focus();
  }, [corrected]);
  const asked = new Set(doubts.questions.flatMap((one) => one.findings));
  const others = findings.filter((one) => !asked.has(one));
  const tabs: readonly Tab[] = [
    ['指标', null, <Indicators key="indicators" indicators={indicators} words={words} onReveal={onReveal} />],
    [
      '问题',
      findings.length,
      <Findings key="findings" questions={questions} findings={others} rules={rules} onReveal={onReveal} />,
    ],
    [
      '未检查',
      countUnread(result, doubts),
      <Unread key="unread" result={result} doubts={doubts} corrections={corrections} />,
    ],
  ];
  return (
    <>
      <Overview ref={heading} result={result} questions={doubts.questions.length} />
      {conclusion}
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
      <Tabs tabs={tabs} first={corrected ? tabOf[corrected] : 0} />
      <p className="quiet colophon">
        程序版本 {evaluation.engine}　评估依据 {evaluation.policy.name}（{evaluation.policy.id}，
        {evaluation.policy.version} 版）
      </p>
    </>
  );
}

/** Where what was said is asked. */
const tabOf: Readonly<Record<Spot, number>> = { questions: 1, corrections: 2 };

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
      actions={
        <MessageBarActions>
          <Button size="medium" onClick={onConfirm}>
            确认用这份
          </Button>
        </MessageBarActions>
      }
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
      actions={
        <MessageBarActions>
          <Button size="medium" onClick={onChoose}>
            改按{modeWords[other]}评估
          </Button>
        </MessageBarActions>
      }
    >
      本次按{modeWords[mode]}评估检查，请确认评估类型。
    </Bar>
  );
}
