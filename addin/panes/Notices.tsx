import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Place } from '../../shared/model.ts';
import { CloseIcon, type Tone, ToneIcon } from './icons.tsx';
import { type Action, type Command, isResettled, type Notice, type State, termsOf } from './states.ts';

interface NoticesProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCommand: (command: Command) => void;
  readonly onReveal: (place: Place) => void;
}

/** How the last task ended, and that the result below is no longer that of the workbook or of the settings. */
export function Notices({ state, onAction, onCommand, onReveal }: NoticesProps) {
  const { notice, result, stale, isOld } = state;
  return (
    <>
      {notice && (
        <Told
          notice={notice}
          onCommand={onCommand}
          onReveal={onReveal}
          onClose={() => onAction({ type: 'told', notice: null })}
        />
      )}
      {result && stale && (
        <Bar tone="warning" title="工作簿已有改动">
          以下结果已过期，请重新检查。
        </Bar>
      )}
      {result && !stale && isOld && (
        <Bar tone="warning" title="以下是上次检查的结果">
          这一次没有查完，请重新检查后再写入。
        </Bar>
      )}
      {result && !stale && !isOld && isResettled(state) && (
        <Bar tone="warning" title="评估设置已修改">
          以下仍是{modeWords[result.evaluation.mode]}评估（截至{dateText(result.evaluation.asOf)}）的结果，请重新检查。
          {result.evaluation.policy.id !== termsOf(state).policy.id && `依据的是${result.evaluation.policy.name}。`}
        </Bar>
      )}
    </>
  );
}

interface ToldProps extends Pick<NoticesProps, 'onCommand' | 'onReveal'> {
  readonly notice: Notice;
  readonly onClose: () => void;
}

function Told({ notice, onCommand, onReveal, onClose }: ToldProps) {
  return (
    <Bar
      tone={notice.tone}
      title={notice.title}
      close={<Button appearance="transparent" icon={<CloseIcon />} aria-label="关闭提示" onClick={onClose} />}
      actions={
        <>
          {notice.ways.map(({ command, label }, index) => (
            <Button key={label} appearance={index === 0 ? 'primary' : 'secondary'} onClick={() => onCommand(command)}>
              {label}
            </Button>
          ))}
          {notice.sheets?.map((sheet) => (
            <Button key={sheet} onClick={() => onReveal({ sheet, address: 'A1' })}>
              查看{sheet}
            </Button>
          ))}
        </>
      }
    >
      {notice.lines.map((line) => (
        <span key={line} className="notice-line">
          {line}
        </span>
      ))}
    </Bar>
  );
}

interface BarProps {
  readonly tone: Tone;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly close?: ReactNode;
}

/** Said aloud at once where something failed, else when there is a pause. */
export function Bar({ tone, title, children, actions, close }: BarProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <ToneIcon tone={tone} />
      <div>
        <strong className="notice-title">{title}</strong>
        {children}
        {actions && <div className="ways">{actions}</div>}
      </div>
      {close}
    </div>
  );
}
