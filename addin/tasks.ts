/** What is done with the workbook beside checking it: write, clear, remove, show a cell. */
import type { Dispatch, RefObject } from 'react';
import type { Place, WritePlan } from '../shared/model.ts';
import type { useCheck } from './checks.ts';
import { type Checked, keepChoices } from './checks.ts';
import { download } from './downloads.ts';
import type { Host } from './host/host.ts';
import {
  asideNotice,
  clearedNotice,
  failureNotice,
  noWordingsNotice,
  removedNotice,
  savedWordingsNotice,
  takenWordingsNotice,
  writtenNotice,
} from './messages.ts';
import type { Action, Notice, State, Task } from './panes/states.ts';
import { takeWordings, wordingsFile, wordingsName } from './wordings.ts';

interface Doing {
  readonly host: Host;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  readonly checked: RefObject<Checked | null>;
}

/** Each is carried out and says how it ended. */
export function tasksOn({ host, state, dispatch, checked }: Doing) {
  async function perform(task: Exclude<Task, 'check'>, work: () => Promise<Notice>) {
    dispatch({ type: 'started', task });
    try {
      dispatch({ type: 'ended', notice: await work() });
    } catch (error) {
      dispatch({ type: 'ended', notice: failureNotice(error, task) });
    }
  }

  async function write(): Promise<Notice> {
    await keepChoices(host, state);
    const { found, chosen } = state.settings;
    if (found) dispatch({ type: 'looked', found: { ...found, kept: { ...found.kept, ...chosen } } });
    return writeBack(host, checked.current!, state);
  }

  return {
    write: () => perform('write', write),
    clear: () => perform('clear', async () => clearedNotice(await host.clearMarks())),
    remove: () => perform('remove', async () => removedNotice(await host.removeSheets())),
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

/** In the words of the policy that was judged by. */
async function writeBack(host: Host, { basis, secret, evaluation }: Checked, { policies }: State): Promise<Notice> {
  const { writePlan } = await report();
  const policy = policies.find(({ id }) => id === evaluation.policy.id)!;
  let plan: WritePlan | null = null;
  const applied = await host.apply(basis, secret, (explanations) => {
    plan = writePlan(evaluation, policy, { explanations, before: basis.before, confirmed: null, on: null });
    return plan;
  });
  return writtenNotice(applied, plan!);
}

/** Fetched before it is needed: by then the service may be out of reach. */
export const report = () => import('../shared/report/plan.ts');
