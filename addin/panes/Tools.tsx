import { Button } from '@fluentui/react-components';
import { type ReactNode, use, useState } from 'react';
import { PhrasesContext } from './phrases.ts';
import { type Command, isOutdated, type State } from './states.ts';

/** What is done with the workbook: write, clear, and apart from them, asked twice, remove our sheets. */
export function Tools({ state, onCommand }: { readonly state: State; readonly onCommand: (command: Command) => void }) {
  const { doing, result, stale, isOld } = state;
  const { write, beforeWriting, losses, clear, remove } = use(PhrasesContext);
  const [asking, setAsking] = useState<'write' | 'remove' | null>(null);
  const busy = doing !== null;
  // What is written is what was checked, under the settings that are shown.
  const outdated = isOutdated(state);
  const answer = (command: Command | null) => {
    setAsking(null);
    if (command) onCommand(command);
  };
  if (asking === 'write' && result && !outdated) {
    return (
      <Asking
        label={write.label}
        yes="仍然下载"
        no="不下载"
        busy={busy}
        onAnswer={(yes) => answer(yes ? 'write' : null)}
      >
        <Lost losses={losses} />
      </Asking>
    );
  }
  if (asking === 'remove' && remove) {
    const { label, question, loss, yes, no } = remove;
    return (
      <Asking {...{ label, yes, no, busy }} onAnswer={(yes) => answer(yes ? 'remove' : null)}>
        <Lost losses={losses} />
        <p>
          {question}
          <strong>{loss}</strong>。确定吗？
        </p>
      </Asking>
    );
  }
  if (!result && !clear && !remove) return null;
  return (
    <section className="tools" aria-label="写入和清除">
      {result && !outdated && beforeWriting && <p className="quiet undo">{beforeWriting}</p>}
      {result && (
        <Button
          className="write"
          appearance={outdated ? 'secondary' : 'primary'}
          disabled={busy || outdated}
          title={
            outdated
              ? `${stale ? '工作簿已有改动' : isOld ? '这一次没有查完' : '评估设置已修改'}，请先重新检查`
              : write.title
          }
          onClick={() => (losses.length > 0 ? setAsking('write') : onCommand('write'))}
        >
          {write.label}
        </Button>
      )}
      {clear && (
        <Button disabled={busy} title={clear.title} onClick={() => onCommand('clear')}>
          {clear.label}
        </Button>
      )}
      {remove && (
        <Button appearance="subtle" disabled={busy} onClick={() => setAsking('remove')}>
          {remove.label}
        </Button>
      )}
    </section>
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
  readonly children: ReactNode;
  readonly onAnswer: (yes: boolean) => void;
}

// window.confirm is not to be had: office.js makes it throw.
function Asking({ label, yes, no, busy, children, onAnswer }: AskingProps) {
  return (
    <section className="tools asking" role="alertdialog" aria-label={label}>
      {children}
      <Button appearance="primary" disabled={busy} onClick={() => onAnswer(true)}>
        {yes}
      </Button>
      <Button autoFocus onClick={() => onAnswer(false)}>
        {no}
      </Button>
    </section>
  );
}
