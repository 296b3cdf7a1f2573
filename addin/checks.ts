/** A check, from the workbook to what the pane shows of it. */
import { type Dispatch, useRef } from 'react';
import { keyedToday } from '../shared/model/explanation-keys.ts';
import { guessedMode, spokenMode, spokenPolicy } from '../shared/model/modes.ts';
import type { Correction, Evaluation, Mode } from '../shared/model.ts';
import { templateNotices } from '../shared/template/notices.ts';
import type { Answer, Evaluate } from './evaluations.ts';
import type { Unkept } from './explaining.ts';
import type { Host, Look, ReadResult } from './host/host.ts';
import { failureNotice, outdatedNotice, unrecognisedNotice } from './messages.ts';
import { doubtsOf, type Spot } from './panes/doubts.ts';
import {
  type Action,
  type Found,
  type Marks,
  type Notice,
  type Result,
  type State,
  type Terms,
  termsOf,
} from './panes/states.ts';
import { renewed } from './renewals.ts';
import type { Held } from './returns.ts';
import { randomSecret } from './secrets.ts';

/** What a check is carried out with, and where it tells of itself. */
export interface Setting {
  readonly host: Host;
  readonly evaluate: Evaluate;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  readonly unkept: Unkept;
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
  const { host, state, dispatch, unkept, before } = setting;
  const secret = useRef<string | null>(null);
  const checked = useRef<Checked | null>(null);
  /** Said, and not yet kept in the workbook. */
  const said = useRef<Said | null>(null);
  const running = useRef<AbortController | null>(null);

  /** True when it came to a result. `now`: as it is once what was just chosen is. */
  async function check(here: boolean, now: State = state): Promise<boolean> {
    // Still being typed, and asked for anew from a notice.
    if (termsOf(now).asOf === '') return false;
    const stop = new AbortController();
    running.current = stop;
    dispatch({ type: 'started', task: 'check' });
    try {
      const spoken = said.current;
      if (spoken) await host.saveCorrections(spoken.corrections);
      said.current = null;
      await keepChoices(host, now);
      // What the workbook will not take now stays said.
      await unkept.keep().catch(() => {});
      const found = await read({ ...setting, state: now }, stop.signal);
      const known = before?.book === bookOf(found.basis) ? before.secret : null;
      secret.current = found.basis.secret ?? secret.current ?? known ?? randomSecret();
      const judged = await judge({ ...found, secret: secret.current }, setting, here, stop.signal);
      if (stop.signal.aborted) return false;
      const { basis, evaluation } = judged;
      const isRecognised = evaluation.tables.length > 0;
      if (isRecognised) checked.current = judged;
      const marks = isRecognised ? await renewed(host, basis, evaluation) : null;
      if (stop.signal.aborted) return false;
      const explanations = keyedToday(unkept.withUnkept(basis.explanations[judged.terms.mode]), evaluation);
      dispatch({ type: 'explained', explanations });
      dispatch(outcomeOf(judged, marks, spoken));
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

export function foundIn({ titles, choices, written }: Look, { policies }: State): Found {
  return { kept: choices, guess: spokenPolicy(titles, policies), modeGuess: guessedMode(titles, written) };
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
  const { snapshot: titles, choices, before } = basis;
  const written = modes.filter((mode) => before[mode] !== null);
  const found = foundIn({ titles, choices, written }, state);
  dispatch({ type: 'looked', found });
  dispatch({ type: 'confirmed', confirmed: basis.confirmed });
  const terms = termsOf({ ...state, settings: { ...state.settings, found } });
  dispatch({ type: 'explained', explanations: basis.explanations[terms.mode] });
  return { basis, terms };
}

const modes: readonly Mode[] = ['midterm', 'final'];

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

function outcomeOf(judged: Judged, marks: Marks | null, said: Said | null): Action {
  const { basis, terms, evaluation, local, outdated, isUnlike, tables, words } = judged;
  const corrected = said?.spot ?? null;
  const doubts = { ...doubtsOf(evaluation, basis.snapshot, tables, basis.corrections), corrected };
  if (evaluation.tables.length === 0) return { type: 'unrecognised', notice: unrecognisedNotice(), doubts };
  const spoken = spokenMode(basis.snapshot);
  const otherMode = spoken === terms.mode ? null : spoken;
  const { notices, before, own } = basis;
  const localBy: Result['localBy'] = terms.local || (outdated ? 'outdated' : isUnlike ? 'unlike' : null);
  const score = terms.score ?? true;
  const result: Result = {
    evaluation,
    book: bookOf(basis),
    words,
    local,
    localBy,
    before: before[evaluation.mode],
    own,
    marks,
    notices: [...notices, ...templateNotices(basis.templates, evaluation)],
    otherMode,
    score,
  };
  return { type: 'evaluated', result, doubts, notice: outdated ? outdatedNotice() : (said?.notice ?? null) };
}
