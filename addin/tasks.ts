/** What is done with the workbook beside checking it: write, clear, remove, show a cell. */
import type { Dispatch, RefObject } from 'react';
import { confirmedOf } from '../shared/model/conclusions.ts';
import { keyedToday } from '../shared/model/explanation-keys.ts';
import type { Explanation, Place, WritePlan } from '../shared/model.ts';
import type { useCheck } from './checks.ts';
import { type Checked, keepChoices } from './checks.ts';
import { download } from './downloads.ts';
import type { Unkept } from './explaining.ts';
import type { Host } from './host/host.ts';
import {
  asideNotice,
  clearedNotice,
  failureNotice,
  noWordingsNotice,
  removedNotice,
  renewedNotice,
  savedWordingsNotice,
  takenWordingsNotice,
  undoneNotice,
  writtenNotice,
} from './messages.ts';
import { type Action, type Notice, type State, type Task, whyOutdated } from './panes/states.ts';
import { today } from './panes/today.ts';
import { renewed } from './renewals.ts';
import { report } from './reports.ts';
import { takeWordings, wordingsFile, wordingsName } from './wordings.ts';

interface Doing {
  readonly host: Host;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  readonly checked: RefObject<Checked | null>;
  readonly unkept: Unkept;
}

/** Each is carried out and says how it ended. */
export function tasksOn({ host, state, dispatch, checked, unkept }: Doing) {
  async function perform(task: Exclude<Task, 'check'>, work: () => Promise<Notice>) {
    dispatch({ type: 'started', task });
    try {
      dispatch({ type: 'ended', notice: await work() });
    } catch (error) {
      dispatch({ type: 'ended', notice: failureNotice(error, task) });
    }
  }

  async function write(): Promise<Notice> {
    // Also where it is asked for again from a notice.
    const why = whyOutdated(state);
    if (why !== null) return undoneNotice(why, 'write');
    await keepChoices(host, state);
    const { found, chosen } = state.settings;
    if (found) dispatch({ type: 'looked', found: { ...found, kept: { ...found.kept, ...chosen } } });
    const { notice, explanations, plan, applied } = await writeBack(host, checked.current!, state, unkept);
    dispatch({ type: 'explained', explanations });
    const { skipped, sheets: own, saved } = applied;
    // What is downloaded is another workbook.
    if (!saved)
      dispatch({
        type: 'stands',
        marks: { of: plan.marked, isCurrent: skipped.length === 0, isSame: true, skipped },
        own,
      });
    // Now they have lines to go to.
    await unkept.keep().catch(() => {});
    return notice;
  }

  /** Also where the check itself could not: a cell was being edited then. */
  async function renew(): Promise<Notice> {
    const why = whyOutdated(state);
    if (why !== null) return undoneNotice(why, 'renew');
    const { basis, evaluation } = checked.current!;
    const marks = await renewed(host, basis, evaluation);
    dispatch({ type: 'stands', marks });
    return renewedNotice(marks);
  }

  async function clear(): Promise<Notice> {
    const cleared = await host.clearMarks();
    if (!cleared.unsure) dispatch({ type: 'stands', marks: null });
    return clearedNotice(cleared);
  }

  /** A file that is given without our sheets leaves the one on show as it is. */
  async function remove(): Promise<Notice> {
    const removed = await host.removeSheets();
    if (!removed.saved) {
      unkept.forget();
      dispatch({ type: 'explained', explanations: [] });
      dispatch({ type: 'confirmed', confirmed: [] });
      dispatch({ type: 'stands', own: [] });
    }
    return removedNotice(removed);
  }

  return {
    write: () => perform('write', write),
    renew: () => perform('renew', renew),
    clear: () => perform('clear', clear),
    remove: () => perform('remove', remove),
    async reveal(place: Place) {
      dispatch({ type: 'revealed', place });
      try {
        await host.reveal(place);
      } catch (error) {
        dispatch({ type: 'told', notice: asideNotice(error) });
      }
    },
  };
}

type Wording = Pick<Doing, 'state' | 'dispatch'> &
  Pick<ReturnType<typeof useCheck>, 'correct'> & {
    /** Why a file may not come. */
    readonly noDownload: string;
  };

/** What was said of words goes to a file, and comes from one. */
export function wordingsOn({ state: { doubts }, dispatch, correct, noDownload }: Wording) {
  const held = doubts?.corrections.map(([, one]) => one) ?? [];
  return {
    save() {
      const given = download(wordingsName, wordingsFile(held));
      dispatch({ type: 'told', notice: savedWordingsNotice(wordingsName, given, noDownload) });
    },
    async take(file: File) {
      const taken = takeWordings(await file.text(), held, doubts?.names ?? []);
      if (!taken || taken.taken === 0) dispatch({ type: 'told', notice: noWordingsNotice(taken) });
      else correct(taken.corrections, 'corrections', takenWordingsNotice(taken));
    },
  };
}

/** In the words of the policy that was judged by, with what people wrote into our sheets up to now. */
async function writeBack(
  host: Host,
  { basis, secret, evaluation }: Checked,
  { policies, confirmed }: State,
  { withUnkept }: Unkept,
) {
  const { writePlan } = await report();
  const policy = policies.find(({ id }) => id === evaluation.policy.id)!;
  const { mode } = evaluation;
  const filing = { before: basis.before[mode], confirmed: confirmedOf(confirmed, evaluation), on: today() };
  let explanations: readonly Explanation[] = [];
  let plan: WritePlan | null = null;
  const applied = await host.apply(basis, secret, (found) => {
    explanations = keyedToday(withUnkept(found[mode]), evaluation);
    plan = writePlan(evaluation, policy, { ...filing, explanations });
    return plan;
  });
  return { notice: writtenNotice(applied, plan!), explanations, plan: plan! as WritePlan, applied };
}
