import { use, useEffect, useReducer, useState } from 'react';
import type { PolicyAbout } from '../shared/model.ts';
import { foundIn, useCheck } from './checks.ts';
import type { Evaluate } from './evaluations.ts';
import { sayingsOn, useUnkept } from './explaining.ts';
import type { Host } from './host/host.ts';
import { asideNotice, interruptedNotice } from './messages.ts';
import { useOpening, useReturn } from './openings.ts';
import { Pane } from './panes/Pane.tsx';
import { NoticeContext, type Notices } from './panes/papers.ts';
import { PhrasesContext } from './panes/phrases.ts';
import { type Action, type Command, isDue, openState, reduce } from './panes/states.ts';
import { report } from './reports.ts';
import type { Memory } from './returns.ts';
import { tasksOn, wordingsOn } from './tasks.ts';

interface SessionProps {
  readonly host: Host;
  readonly evaluate: Evaluate;
  /** Those to choose from; the first is taken where nothing tells another. */
  readonly policies: readonly PolicyAbout[];
  /** Nothing is sent, whatever is chosen; `file`: the page is a file. */
  readonly localOnly: boolean | 'file';
  /** Check at once: the pane was opened by the ribbon's 检查. */
  readonly checkAtOnce: boolean;
  /** What outlives the pane; null where nothing does. */
  readonly memory: Memory | null;
  /** Hears the data hash of the workbook as it was checked last; null where it was not, or was changed since. */
  readonly onKnown?: (dataHash: string | null) => void;
}

/** Carries out what the pane asks for, on the workbook and by the service, one task at a time. */
export function Session({ host, evaluate, policies, localOnly, checkAtOnce, memory, onKnown }: SessionProps) {
  const [before] = useState(() => memory?.recall() ?? null);
  const [state, dispatch] = useReducer(reduce, { policies, localOnly, before }, openState);
  const unkept = useUnkept(host);
  const { checked, secret, check, correct, cancel } = useCheck({ host, evaluate, state, dispatch, before, unkept });
  const { write, renew, clear, remove, reveal } = tasksOn({ host, state, dispatch, checked, unkept });
  const { explain, confirm } = sayingsOn({
    host,
    state,
    dispatch,
    checked: () => checked.current,
    unkept,
  });
  const { noDownload } = use(PhrasesContext);
  const wordings = wordingsOn({ state, dispatch, correct, noDownload });

  function carryOut(name: Command) {
    if (name === 'check') void check(false);
    if (name === 'checkHere') void check(true);
    if (name === 'write' && checked.current) void write();
    if (name === 'renew' && checked.current) void renew();
    if (name === 'clear') void clear();
    if (name === 'remove') void remove();
  }

  const wish = useReturn(state, carryOut);

  function command(name: Command) {
    wish();
    carryOut(name);
  }

  const tell = (error: unknown) => dispatch({ type: 'told', notice: asideNotice(error) });

  /** What may be sent is kept at once: the ribbon's next 检查 opens the pane anew and sends without asking. */
  function act(action: Action) {
    dispatch(action);
    if (action.type !== 'chosen') return;
    const { local } = action.choice;
    if (local !== undefined) host.saveChoices({ local }).catch(tell);
    const now = reduce(state, action);
    if (isDue(now, action.choice)) void check(false, now);
  }

  /** What cannot be looked at now is seen by the first check. */
  async function look() {
    const found = await host.look().then(
      (seen) => foundIn(seen, state),
      () => null,
    );
    if (found) dispatch({ type: 'looked', found });
    return true;
  }

  /** What was under way when the pane was opened anew is taken up again, or said. */
  async function begin() {
    const task = before?.task ?? null;
    const isChecked = checkAtOnce || task === 'check' ? await check(false) : await look();
    if (isChecked && task && task !== 'check') dispatch({ type: 'told', notice: interruptedNotice(task) });
  }

  useOpening(host, dispatch, state, () => {
    report().catch(() => {});
    void begin();
  });

  const { whereabouts, book, doing } = state;
  const task = doing?.task ?? null;
  useEffect(() => {
    memory?.hold({ whereabouts, book, task, secret: secret.current ?? before?.secret ?? null });
  }, [memory, whereabouts, book, task, secret, before]);

  const known = state.stale ? null : (state.result?.evaluation.dataHash ?? null);
  useEffect(() => onKnown?.(known), [onKnown, known]);

  const notices: Notices = {
    forms: host.fill ? ['docx', 'xlsx', 'sheet'] : ['docx', 'xlsx'],
    give: async (...asked) => (await import('./noticing.ts')).giveNotice(asked, host.fill, noDownload),
  };

  return (
    <NoticeContext value={notices}>
      <Pane
        state={state}
        onAction={act}
        onCommand={command}
        onCorrect={correct}
        onSaveWordings={wordings.save}
        onTakeWordings={wordings.take}
        onExplain={explain}
        onConfirm={confirm}
        onCancel={cancel}
        onReveal={reveal}
      />
    </NoticeContext>
  );
}
