import { Button } from '@fluentui/react-components';
import { type ReactNode, use, useState } from 'react';
import { PhrasesContext } from './phrases.ts';
import { type Command, type State, whyOutdated } from './states.ts';

interface ToolsProps {
  readonly state: State;
  readonly onCommand: (command: Command) => void;
}

/** What is done with the workbook: write, renew the marks alone, clear them. */
export function Tools({ state, onCommand }: ToolsProps) {
  const { doing, result } = state;
  const { write, beforeWriting, losses, renew, clear } = use(PhrasesContext);
  const [asking, setAsking] = useState(false);
  const busy = doing !== null;
  // What is written is what was checked, under the settings that are shown.
  const why = whyOutdated(state);
  const outdated = why !== null;
  const first = `${why}，请先重新检查`;
  if (asking && result && !outdated) {
    return (
      <Asking
        label={write.label}
        yes="仍然下载"
        no="不下载"
        busy={busy}
        onAnswer={(yes) => {
          setAsking(false);
          if (yes) onCommand('write');
        }}
      >
        <Lost losses={losses} />
      </Asking>
    );
  }
  if (!result && !clear) return null;
  return (
    <section className="tools" aria-label="写入和清除">
      {result && !outdated && beforeWriting && <p className="quiet undo">{beforeWriting}</p>}
      {result && (
        <Button
          className="write"
          appearance={outdated ? 'secondary' : 'primary'}
          disabled={busy || outdated}
          title={outdated ? first : write.title}
          onClick={() => (losses.length > 0 ? setAsking(true) : onCommand('write'))}
        >
          {write.label}
        </Button>
      )}
      {renew && result?.marks?.isSame && (
        <Button
          disabled={busy || outdated || result.marks.isCurrent}
          title={outdated ? first : result.marks.isCurrent ? '标注已是这次检查的' : renew.title}
          onClick={() => onCommand('renew')}
        >
          {renew.label}
        </Button>
      )}
      {clear && (
        <Button disabled={busy} title={clear.title} onClick={() => onCommand('clear')}>
          {clear.label}
        </Button>
      )}
    </section>
  );
}

/** Takes our sheets away, asked twice where there may be any, or words of people; `onDone` once it is decided. Null where there is nothing to remove. */
export function Removal({ state, onCommand, onDone }: ToolsProps & { readonly onDone: () => void }) {
  const { doing, result, stale, explanations, confirmed } = state;
  const { remove, losses } = use(PhrasesContext);
  const [asking, setAsking] = useState(false);
  if (!remove) return null;
  const { label, question, loss, yes, no } = remove;
  const busy = doing !== null;
  const answer = (isYes: boolean) => {
    setAsking(false);
    onDone();
    if (isYes) onCommand('remove');
  };
  const isSilent = explanations.length === 0 && confirmed.length === 0;
  const isNone = result?.own.length === 0 && isSilent && !stale && losses.length === 0;
  if (!asking)
    return (
      <Button appearance="subtle" disabled={busy} onClick={() => (isNone ? answer(true) : setAsking(true))}>
        {label}
      </Button>
    );
  return (
    <Asking {...{ label, yes, no, busy }} isLoss onAnswer={answer}>
      <Lost losses={losses} />
      <p>
        {question}
        <strong>{loss}</strong>。确定吗？
      </p>
    </Asking>
  );
}

function Lost({ losses }: { readonly losses: readonly string[] }) {
  return losses.map((loss) => <p key={loss}>{loss}</p>);
}

interface AskingProps {
  readonly label: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  /** What people have written is lost: the other answer is the one that is offered. */
  readonly isLoss?: boolean;
  readonly children: ReactNode;
  readonly onAnswer: (yes: boolean) => void;
}

// window.confirm is not to be had: office.js makes it throw.
function Asking({ label, yes, no, busy, isLoss = false, children, onAnswer }: AskingProps) {
  return (
    <section
      className="tools asking"
      role="alertdialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      {children}
      <Button appearance={isLoss ? 'secondary' : 'primary'} disabled={busy} onClick={() => onAnswer(true)}>
        {yes}
      </Button>
      <Button appearance={isLoss ? 'primary' : 'secondary'} autoFocus onClick={() => onAnswer(false)}>
        {no}
      </Button>
    </section>
  );
}
