import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { Correction, Evaluation, Place, WritePlan } from '../shared/model.ts';
import { policyAbouts } from '../shared/policies.ts';
import type { Evaluate } from './evaluations.ts';
import { type Host, HostError, type ReadResult } from './host/host.ts';
import { clearedNotice, failureNotice, removedNotice, unrecognisedNotice, writtenNotice } from './messages.ts';
import { spokenMode } from './modes.ts';
import { doubtsOf } from './panes/doubts.ts';
import { Pane } from './panes/Pane.tsx';
import { type Command, initialState, type Notice, reduce, type Task } from './panes/states.ts';

interface SessionProps {
  readonly host: Host;
  readonly evaluate: Evaluate;
  /** Check at once: the pane was opened by the ribbon's 检查. */
  readonly checkAtOnce: boolean;
}

/** What a result is written back with. */
interface Checked {
  readonly basis: ReadResult;
  readonly secret: string;
  readonly evaluation: Evaluation;
}

/** Carries out what the pane asks for, on the workbook and by the service, one task at a time. */
export function Session({ host, evaluate, checkAtOnce }: SessionProps) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const checked = useRef<Checked | null>(null);
  /** Said, and not yet kept in the workbook. */
  const said = useRef<readonly Correction[] | null>(null);
  /** Whether the workbook says that it is to be scored, as last read. */
  const kept = useRef<boolean | null>(null);
  const running = useRef<AbortController | null>(null);

  async function check(here: boolean) {
    const stop = new AbortController();
    running.current = stop;
    const { mode, asOf, score } = state.settings;
    dispatch({ type: 'started', task: 'check' });
    try {
      const corrected = said.current !== null;
      if (said.current) await host.saveCorrections(said.current);
      said.current = null;
      if (score !== null && score !== kept.current) await host.saveScore(score);
      const basis = await host.read((share) => {
        if (!stop.signal.aborted) dispatch({ type: 'progressed', step: 'reading', share });
      }, stop.signal);
      kept.current = basis.score;
      const secret = basis.secret ?? randomSecret();
      const options = { mode, asOf, corrections: basis.corrections, score: basis.score };
      const { evaluation, local, tables, words } = await evaluate(
        { snapshot: basis.snapshot, secret, options, here },
        (step) => dispatch({ type: 'progressed', step, share: null }),
        stop.signal,
      );
      if (stop.signal.aborted) return;
      const doubts = { ...doubtsOf(evaluation, basis.snapshot, tables, basis.corrections), corrected };
      if (evaluation.tables.length === 0) {
        dispatch({ type: 'unrecognised', notice: unrecognisedNotice(), doubts });
        return;
      }
      checked.current = { basis, secret, evaluation };
      const spoken = spokenMode(basis.snapshot);
      const otherMode = spoken === mode ? null : spoken;
      const { notices } = basis;
      dispatch({
        type: 'evaluated',
        result: { evaluation, words, local, notices, otherMode, score: basis.score },
        doubts,
      });
    } catch (error) {
      if (!stop.signal.aborted) dispatch({ type: 'ended', notice: failureNotice(error, 'check') });
    }
  }

  async function perform(task: Exclude<Task, 'check'>, work: () => Promise<Notice>) {
    dispatch({ type: 'started', task });
    try {
      dispatch({ type: 'ended', notice: await work() });
    } catch (error) {
      dispatch({ type: 'ended', notice: failureNotice(error, task) });
    }
  }

  async function write(): Promise<Notice> {
    const { basis, secret, evaluation } = checked.current!;
    const { writePlan } = await report();
    let plan: WritePlan | null = null;
    const applied = await host.apply(basis, secret, (explanations) => {
      plan = writePlan(evaluation, policyAbouts[0]!, explanations);
      return plan;
    });
    return writtenNotice(applied, plan!);
  }

  function command(name: Command) {
    if (name === 'check') void check(false);
    if (name === 'checkHere') void check(true);
    if (name === 'write' && checked.current) void perform('write', write);
    if (name === 'clear') void perform('clear', async () => clearedNotice(await host.clearMarks()));
    if (name === 'remove') void perform('remove', async () => removedNotice(await host.removeSheets()));
  }

  /** A save that fails is made up for by the next check. */
  function correct(corrections: readonly Correction[]) {
    said.current = corrections;
    void check(false);
  }

  function cancel() {
    running.current?.abort();
    dispatch({ type: 'ended', notice: null });
  }

  async function reveal(place: Place) {
    try {
      await host.reveal(place);
    } catch (error) {
      dispatch({ type: 'told', notice: failureNotice(error, 'check') });
    }
  }

  const begin = useEffectEvent(() => {
    if (checkAtOnce) void check(false);
  });
  useEffect(() => {
    // Fetched before it is needed: by then the service may be out of reach.
    report().catch(() => {});
    let over = false;
    let unwatch: (() => Promise<void>) | null = null;
    host
      .watch(
        (place) => dispatch({ type: 'selected', place }),
        () => dispatch({ type: 'changed' }),
      )
      .then(
        (stop) => {
          if (over) void stop();
          else unwatch = stop;
        },
        (error) => {
          // Everything else shows when it matters; that nothing will work here is said at once.
          if (error instanceof HostError && error.code === 'unsupported') {
            dispatch({ type: 'told', notice: failureNotice(error, 'check') });
          }
        },
      );
    begin();
    return () => {
      over = true;
      void unwatch?.();
    };
  }, [host]);

  return (
    <Pane
      state={state}
      onAction={dispatch}
      onCommand={command}
      onCorrect={correct}
      onCancel={cancel}
      onReveal={reveal}
    />
  );
}

const report = () => import('../shared/report/plan.ts');

/** 32 random bytes in hex. */
function randomSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
