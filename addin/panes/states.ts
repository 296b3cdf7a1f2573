/** Everything the pane shows, and the only way it changes. */

import type { Guess, ModeGuess, ModeWhy, Why } from '../../shared/model/modes.ts';
import type {
  Before,
  Choices,
  Confirmed,
  Evaluation,
  Explanation,
  Marked,
  Mode,
  Place,
  PolicyAbout,
} from '../../shared/model.ts';
import { usualDate } from './dates.ts';
import type { Doubts, Spot } from './doubts.ts';
import { isSamePlace } from './places.ts';
import { atFirst, type Whereabouts } from './whereabouts.ts';
import type { Words } from './words.ts';

export type Task = 'check' | 'write' | 'renew' | 'clear' | 'remove';
/** `checkHere` leaves the service out and computes on this machine. */
export type Command = Task | 'checkHere';
/** Steps of a check; the other tasks have one. */
export type Step = 'reading' | 'masking' | 'sending' | 'computing';

export interface Settings {
  /** Chosen here, and not yet kept in the workbook; a date is '' while it is being typed. */
  readonly chosen: Partial<Choices>;
  /** Null until the workbook was looked at. */
  readonly found: Found | null;
}

/** What the workbook has to say on the choices. */
export interface Found {
  readonly kept: Choices;
  /** What holds where no policy is kept. */
  readonly guess: Guess;
  /** What holds where no evaluation is kept. */
  readonly modeGuess: ModeGuess;
}

/** By whose word nothing is sent: the build's, which nobody at the pane can change, or that of the person in the workbook; `file`: the page is a file, with nobody to send to. */
export type LocalBy = 'build' | 'file' | 'person';

/** What the next check judges by. */
export interface Terms {
  readonly policy: PolicyAbout;
  /** Null until the workbook was looked at. */
  readonly why: Why | null;
  readonly mode: Mode;
  /** Null until the workbook was looked at. */
  readonly modeWhy: ModeWhy | null;
  /** ISO date, or '' while it is being typed. */
  readonly asOf: string;
  /** Null until the workbook was looked at. */
  readonly score: boolean | null;
  /** By whose word nothing is sent; false where it is sent, null until the workbook was looked at. */
  readonly local: LocalBy | false | null;
}

export interface Doing {
  readonly task: Task;
  readonly step: Step;
  /** 0–1, or null when unknown. */
  readonly share: number | null;
  /** The workbook changed since it began. */
  readonly changed: boolean;
}

export interface Result {
  readonly evaluation: Evaluation;
  /** By which the workbook is known again when the pane is opened anew. */
  readonly book: string;
  /** What the policy says of the indicators. */
  readonly words: Words;
  /** Computed in the pane because the service was out of reach or was left out. */
  readonly local: boolean;
  /** By whose word nothing of it was sent, or that the service is of another version; else null. */
  readonly localBy: LocalBy | 'outdated' | 'unlike' | null;
  /** What was written into the workbook last, to be held against. */
  readonly before: Before;
  /** Sheets of ours in the workbook. */
  readonly own: readonly string[];
  /** Null where none stand in the workbook, or nobody knows of which check they are. */
  readonly marks: Marks | null;
  /** What is to be known about the reading. */
  readonly notices: readonly string[];
  /** The mode that the workbook's own words speak of, where it is another than the one judged by. */
  readonly otherMode: Mode | null;
  /** Whether it was to be scored. */
  readonly score: boolean;
}

/** The marks that stand in the workbook. */
export interface Marks {
  readonly of: Marked;
  /** They are what the check on show found. */
  readonly isCurrent: boolean;
  /** Of the policy and mode of the check on show, so that its marks may take their place. */
  readonly isSame: boolean;
  /** Sheets on which they are still those of before. */
  readonly skipped: readonly string[];
}

export interface Notice {
  readonly tone: 'success' | 'warning' | 'error';
  readonly title: string;
  readonly lines: readonly string[];
  readonly ways: readonly { readonly command: Command; readonly label: string }[];
  /** Taken up by itself when the person comes back to this window, once. */
  readonly onReturn?: Command;
  /** Sheets that it leads to. */
  readonly sheets?: readonly string[];
}

export interface State {
  /** Those to choose from. */
  readonly policies: readonly PolicyAbout[];
  /** The build sends nothing, or the page is a file. */
  readonly localOnly: boolean | 'file';
  readonly settings: Settings;
  readonly doing: Doing | null;
  /** Of the last check that came to one: it stays on show while the next is made. */
  readonly result: Result | null;
  /** A check since then came to none. */
  readonly isOld: boolean;
  /** Where the person is in it; of the workbook `book`, null before the first result. */
  readonly whereabouts: Whereabouts;
  readonly book: string | null;
  /** What is to get the focus as soon as it is there, by the name of its fold. */
  readonly sought: string | null;
  /** What the last check did not understand, also where it recognised nothing and so has no result. */
  readonly doubts: Doubts | null;
  /** 核实说明 and 结论 as the workbook keeps them, and as they were given here since. */
  readonly explanations: readonly Explanation[];
  readonly confirmed: readonly Confirmed[];
  /** The workbook changed after the check began. */
  readonly stale: boolean;
  /** What the person selected in the workbook. */
  readonly selected: Place | null;
  /** What the pane is selecting there, in that order, until the workbook has told of it. */
  readonly revealed: readonly Place[];
  readonly notice: Notice | null;
}

export type Action =
  | { readonly type: 'chosen'; readonly choice: Partial<Choices> }
  | { readonly type: 'looked'; readonly found: Found }
  | { readonly type: 'started'; readonly task: Task }
  | { readonly type: 'progressed'; readonly step: Step; readonly share: number | null }
  /** `notice` is what there is to say of what the check was made for. */
  | { readonly type: 'evaluated'; readonly result: Result; readonly doubts: Doubts; readonly notice: Notice | null }
  | { readonly type: 'unrecognised'; readonly notice: Notice; readonly doubts: Doubts }
  | { readonly type: 'ended'; readonly notice: Notice | null }
  /** What of ours stands in the workbook from now on, as far as it is another. */
  | { readonly type: 'stands'; readonly marks?: Marks | null; readonly own?: readonly string[] }
  | { readonly type: 'told'; readonly notice: Notice | null }
  | { readonly type: 'explained'; readonly explanations: readonly Explanation[] }
  | { readonly type: 'confirmed'; readonly confirmed: readonly Confirmed[] }
  | { readonly type: 'selected'; readonly place: Place | null }
  | { readonly type: 'revealed'; readonly place: Place }
  /** `sought` is what is to get the focus there. */
  | { readonly type: 'went'; readonly to: Partial<Whereabouts>; readonly sought?: string | null }
  | { readonly type: 'changed' };

/** `before` is where the person was when the pane was last open, and in which workbook. */
export function openState({
  policies,
  localOnly,
  before = null,
}: Pick<State, 'policies' | 'localOnly'> & { readonly before?: Pick<State, 'whereabouts' | 'book'> | null }): State {
  return {
    policies,
    localOnly,
    whereabouts: before?.whereabouts ?? atFirst,
    book: before?.book ?? null,
    sought: null,
    settings: { chosen: {}, found: null },
    doing: null,
    result: null,
    isOld: false,
    doubts: null,
    explanations: [],
    confirmed: [],
    stale: false,
    selected: null,
    revealed: [],
    notice: null,
  };
}

/** What was chosen here before what is kept, and that before what was guessed. */
export function termsOf({
  policies,
  localOnly,
  settings: { chosen, found },
}: Pick<State, 'policies' | 'localOnly' | 'settings'>): Terms {
  const known = (id: string | null | undefined) => policies.find((each) => each.id === id);
  const [here, kept] = [known(chosen.policy), known(found?.kept.policy)];
  const policy = here ?? kept ?? known(found?.guess.policy) ?? policies[0]!;
  const said = here ?? kept;
  const local = chosen.local ?? found?.kept.local ?? null;
  const saidMode = chosen.mode ?? found?.kept.mode;
  const mode = saidMode ?? found?.modeGuess.mode ?? 'final';
  const asOf = chosen.asOf === undefined ? found?.kept.asOf : chosen.asOf;
  return {
    policy,
    why: said
      ? { by: 'person', kept: said === kept }
      : found?.kept.policy
        ? { by: 'gone', id: found.kept.policy }
        : (found?.guess.why ?? null),
    mode,
    modeWhy: saidMode ? { by: 'person', kept: saidMode === found?.kept.mode } : (found?.modeGuess.why ?? null),
    asOf: asOf ?? usualDate(policy, mode),
    score: chosen.score ?? found?.kept.score ?? null,
    local: localOnly ? (localOnly === 'file' ? 'file' : 'build') : local && 'person',
  };
}

export function reduce(state: State, action: Action): State {
  const { settings } = state;
  switch (action.type) {
    case 'chosen':
      return {
        ...state,
        settings: { ...settings, chosen: { ...settings.chosen, ...wholeChoice(action.choice, state) } },
      };
    case 'looked': {
      const { found } = action;
      return { ...state, settings: { ...settings, found, chosen: withoutKept(settings.chosen, found.kept) } };
    }
    case 'started':
      return {
        ...state,
        doing: { task: action.task, step: 'reading', share: null, changed: false },
        notice: null,
      };
    case 'progressed':
      return state.doing ? { ...state, doing: { ...state.doing, step: action.step, share: action.share } } : state;
    case 'evaluated': {
      const { result, doubts, notice } = action;
      const isOther = !state.result && state.book !== null && state.book !== result.book;
      const { at, part } = state.whereabouts;
      return {
        ...state,
        ...settled(state),
        result,
        doubts,
        notice,
        book: result.book,
        // Where the pane was opened anew, the person is where they were.
        sought: !state.result && !isOther && part === 'findings' && at ? at.name : state.sought,
        whereabouts: { ...(isOther ? atFirst : state.whereabouts), ...(doubts.corrected && partOf[doubts.corrected]) },
      };
    }
    case 'unrecognised':
      return { ...state, ...settled(state), result: null, notice: action.notice, doubts: action.doubts };
    case 'ended':
      return {
        ...state,
        doing: null,
        isOld: state.isOld || state.doing?.task === 'check',
        notice: action.notice,
      };
    case 'stands': {
      const { type: _, ...stands } = action;
      return state.result ? { ...state, result: { ...state.result, ...stands } } : state;
    }
    case 'told':
      return { ...state, notice: action.notice };
    case 'explained':
      return { ...state, explanations: action.explanations };
    case 'confirmed':
      return { ...state, confirmed: action.confirmed };
    case 'revealed':
      return { ...state, revealed: [...state.revealed, action.place] };
    case 'selected': {
      const { place } = action;
      // What is shown from here is known here: only what the person selects there is looked up. Of those that were shown
      // before it nothing will be heard any more.
      const shown = place ? state.revealed.findIndex((one) => isSamePlace(one, place)) : -1;
      return shown < 0
        ? { ...state, selected: place, revealed: [] }
        : { ...state, selected: null, revealed: state.revealed.slice(shown + 1) };
    }
    case 'went': {
      const { to, sought = null } = action;
      const { notice } = state;
      // Who goes on has read what was done.
      const isRead = notice?.tone === 'success' && (to.part !== undefined || to.at !== undefined);
      return { ...state, whereabouts: { ...state.whereabouts, ...to }, sought, notice: isRead ? null : notice };
    }
    case 'changed':
      return {
        ...state,
        stale: true,
        doing: state.doing && { ...state.doing, changed: true },
        // What was just written or cleared is no longer news.
        notice: state.notice?.tone === 'success' ? null : state.notice,
      };
  }
}

/** Changes that came while the workbook was being read count: nobody knows which of them were seen. */
function settled({ doing }: State) {
  return { doing: null, isOld: false, stale: doing?.changed ?? false };
}

/** Where what was said is asked. */
const partOf: Readonly<Record<Spot, Pick<Whereabouts, 'part'>>> = {
  questions: { part: 'findings' },
  corrections: { part: 'reading' },
};

/** A date is that of one evaluation: another one begins with its usual date. */
function wholeChoice(choice: Partial<Choices>, state: State): Partial<Choices> {
  const { mode } = termsOf(state);
  if (choice.mode && choice.mode !== mode) return { asOf: null, ...choice };
  return choice.asOf ? { mode, ...choice } : choice;
}

function withoutKept(chosen: Partial<Choices>, kept: Choices): Partial<Choices> {
  return Object.fromEntries(Object.entries(chosen).filter(([kind, one]) => one !== kept[kind as keyof Choices]));
}

/** True when the result on show was judged by another policy, mode, date or choice of scoring than is chosen now. */
export function isResettled(state: State): boolean {
  const { result } = state;
  const terms = termsOf(state);
  return result !== null && (isOtherwise(result.evaluation, terms) || result.score !== terms.score);
}

/** Whether it was judged by another policy, mode or date. */
function isOtherwise(by: Evaluation, { policy, mode, asOf }: Terms): boolean {
  return by.policy.id !== policy.id || by.mode !== mode || by.asOf !== asOf;
}

/** Whether a choice calls for a check at once: a result is on show, and not that of what is chosen now. A date is first typed to its end. */
export function isDue(state: State, { asOf, mode, policy }: Partial<Choices>): boolean {
  const { doing, result } = state;
  const isSettled = asOf === null || mode !== undefined || policy !== undefined;
  const terms = termsOf(state);
  return isSettled && doing === null && result !== null && terms.asOf !== '' && isOtherwise(result.evaluation, terms);
}

/** Why what is on show is not what a check would find now, so that nothing of it may be written; null where it is. */
export function whyOutdated(state: State): string | null {
  if (state.stale) return '工作簿已有改动';
  if (state.isOld) return '这一次没有查完';
  return isResettled(state) ? '评估设置已修改' : null;
}

export const isOutdated = (state: State) => whyOutdated(state) !== null;
