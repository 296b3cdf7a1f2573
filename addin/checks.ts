/** A check, from the workbook to what the pane shows of it. */
import { type Dispatch, useRef } from 'react';
import type { Correction, Evaluation } from '../shared/model.ts';
import type { Answer, Evaluate } from './evaluations.ts';
import type { Host, Look, ReadResult } from './host/host.ts';
import { failureNotice, outdatedNotice, unrecognisedNotice } from './messages.ts';
import { spokenMode, spokenPolicy } from './modes.ts';
import { doubtsOf, type Spot } from './panes/doubts.ts';
import { type Action, type Found, type Notice, type Result, type State, type Terms, termsOf } from './panes/states.ts';
import type { Held } from './returns.ts';
import { randomSecret } from './secrets.ts';

/** What a check is carried out with, and where it tells of itself. */
export interface Setting {
  readonly host: Host;
  readonly evaluate: Evaluate;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  /** Of the pane that was open before, if any. */
  readonly before: Pick<Held, 'book' | 'secret'> | null;
}

/** What a result is written back with. */
export interface Checked {
  readonly basis: ReadResult;
  readonly secret: string;
  readonly evaluation: Evaluation;
}

/** What a person has said, and where. */
interface Said {
  readonly corrections: readonly Correction[];
  readonly spot: Spot;
  readonly notice: Notice | null;
}

/**
 * Checks, one at a time; `checked` holds the last that came to a result, `secret` that of a workbook that keeps none yet: what
 * is known by its keys stays known from check to check.
 */
export function useCheck(setting: Setting) {
  const { host, state, dispatch, before } = setting;
  const secret = useRef<string | null>(null);
  const checked = useRef<Checked | null>(null);
  /** Said, and not yet kept in the workbook. */
  const said = useRef<Said | null>(null);
  const running = useRef<AbortController | null>(null);

  /** True when it came to a result. */
  async function check(here: boolean): Promise<boolean> {
    const stop = new AbortController();
    running.current = stop;
    dispatch({ type: 'started', task: 'check' });
    try {
      const spoken = said.current;
      if (spoken) await host.saveCorrections(spoken.corrections);
      said.current = null;
      await keepChoices(host, state);
      const found = await read(setting, stop.signal);
      const known = before?.book === bookOf(found.basis) ? before.secret : null;
      secret.current = found.basis.secret ?? secret.current ?? known ?? randomSecret();
      const judged = await judge({ ...found, secret: secret.current }, setting, here, stop.signal);
      if (stop.signal.aborted) return false;
      if (judged.evaluation.tables.length > 0) checked.current = judged;
      dispatch(outcomeOf(judged, spoken));
      return true;
    } catch (error) {
      if (!stop.signal.aborted) dispatch({ type: 'ended', notice: failureNotice(error, 'check') });
      return false;
    }
  }

  /** A save that fails is made up for by the next check. */
  function correct(corrections: readonly Correction[], spot: Spot, notice: Notice | null = null) {
    said.current = { corrections, spot, notice };
    void check(false);
  }

  function cancel() {
    running.current?.abort();
    dispatch({ type: 'ended', notice: null });
  }

  return { checked, secret, check, correct, cancel };
}

/** What was chosen in the pane; where that fails, it is said, and the next check or writing makes up for it. */
export async function keepChoices(host: Host, { settings: { chosen } }: State): Promise<void> {
  if (Object.keys(chosen).length > 0) await host.saveChoices(chosen);
}

export function foundIn({ titles, choices }: Look, { policies }: State): Found {
  return { kept: choices, guess: spokenPolicy(titles, policies) };
}

interface Read {
  readonly basis: ReadResult;
  /** Settled by what the workbook keeps and says. */
  readonly terms: Terms;
}

async function read({ host, state, dispatch }: Setting, signal: AbortSignal): Promise<Read> {
  const basis = await host.read((share) => {
    if (!signal.aborted) dispatch({ type: 'progressed', step: 'reading', share });
  }, signal);
  const found = foundIn({ titles: basis.snapshot, choices: basis.choices }, state);
  dispatch({ type: 'looked', found });
  dispatch({ type: 'explained', explanations: basis.explanations });
  dispatch({ type: 'confirmed', confirmed: basis.confirmed });
  return { basis, terms: termsOf({ ...state, settings: { ...state.settings, found } }) };
}

interface Sealed extends Read {
  readonly secret: string;
}

interface Judged extends Sealed, Answer {}

async function judge(read: Sealed, setting: Setting, here: boolean, signal: AbortSignal): Promise<Judged> {
  const { basis, terms, secret } = read;
  const answer = await setting.evaluate(
    { snapshot: basis.snapshot, secret, options: optionsOf(read), here: here || terms.local !== false },
    (step) => setting.dispatch({ type: 'progressed', step, share: null }),
    signal,
  );
  return { basis, terms, secret, ...answer };
}

/** A workbook by its name and sheets. */
const bookOf = ({ snapshot: { name = '', sheets } }: ReadResult) =>
  JSON.stringify([name, ...sheets.map((one) => one.name)]);

function optionsOf({ basis: { corrections }, terms: { policy, mode, asOf, score } }: Read) {
  return { policy: policy.id, mode, asOf, corrections, score: score ?? true };
}

function outcomeOf(judged: Judged, said: Said | null): Action {
  const { basis, terms, evaluation, local, outdated, isUnlike, tables, words } = judged;
  const corrected = said?.spot ?? null;
  const doubts = { ...doubtsOf(evaluation, basis.snapshot, tables, basis.corrections), corrected };
  if (evaluation.tables.length === 0) return { type: 'unrecognised', notice: unrecognisedNotice(), doubts };
  const spoken = spokenMode(basis.snapshot);
  const otherMode = spoken === terms.mode ? null : spoken;
  const { notices, before } = basis;
  const localBy: Result['localBy'] = terms.local || (outdated ? 'outdated' : isUnlike ? 'unlike' : null);
  const score = terms.score ?? true;
  const result: Result = { evaluation, book: bookOf(basis), words, local, localBy, before, notices, otherMode, score };
  return { type: 'evaluated', result, doubts, notice: outdated ? outdatedNotice() : (said?.notice ?? null) };
}
