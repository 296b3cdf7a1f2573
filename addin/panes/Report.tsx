import { Button, MessageBarActions } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode, Place } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import { Findings } from './Findings.tsx';
import { Indicators } from './Indicators.tsx';
import { Bar } from './Notices.tsx';
import { Overview } from './Overview.tsx';
import type { Action, Result } from './states.ts';
import { type Tab, Tabs } from './Tabs.tsx';
import { countUnread, Unread } from './Unread.tsx';

interface ReportProps {
  readonly result: Result;
  readonly doubts: Doubts;
  readonly corrections: ReactNode;
  readonly onAction: (action: Action) => void;
  readonly onReveal: (place: Place) => void;
}

/** The result of a check: at a glance, then in three lists. */
export function Report({ result, doubts, corrections, onAction, onReveal }: ReportProps) {
  const { evaluation, words, otherMode } = result;
  const { indicators, findings, rules } = evaluation;
  const heading = useRef<HTMLHeadingElement>(null);
  const { corrected } = doubts;
  // A screen reader goes on where the result begins; every check makes a new one.
  useEffect(() => {
    if (!corrected) heading.current?.focus();
  }, [corrected]);
  const tabs: readonly Tab[] = [
    ['指标', null, <Indicators key="indicators" indicators={indicators} words={words} onReveal={onReveal} />],
    ['问题', findings.length, <Findings key="findings" findings={findings} rules={rules} onReveal={onReveal} />],
    [
      '未检查',
      countUnread(result, doubts),
      <Unread key="unread" result={result} doubts={doubts} corrections={corrections} />,
    ],
  ];
  return (
    <>
      <Overview ref={heading} result={result} />
      {otherMode && evaluation.mode !== otherMode && (
        <ModeHint
          mode={evaluation.mode}
          other={otherMode}
          onChoose={() => onAction({ type: 'modeChosen', mode: otherMode })}
        />
      )}
      <Tabs tabs={tabs} first={corrected ? tabs.length - 1 : 0} />
      <p className="quiet colophon">
        程序版本 {evaluation.engine}　指标口径 {evaluation.targetSet.id}（{evaluation.targetSet.version} 版）
      </p>
    </>
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
