/** Everything the pane shows, and the only way it changes. */
import type { Evaluation, Mode, Place } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import type { Words } from './words.ts';

export type Task = 'check' | 'write' | 'clear' | 'remove';
/** `checkHere` leaves the service out and computes on this machine. */
export type Command = Task | 'checkHere';
/** Steps of a check; the other tasks have one. */
export type Step = 'reading' | 'masking' | 'sending' | 'computing';

export interface Settings {
  readonly mode: Mode;
  /** ISO date, or '' while it is being typed. */
  readonly asOf: string;
  /** True once the person set the date: a change of mode then leaves it alone. */
  readonly asOfChosen: boolean;
  /** Whether to score; null until the workbook was asked. */
  readonly score: boolean | null;
}

export interface Doing {
  readonly task: Task;
  readonly step: Step;
  /** 0–1, or null when unknown. */
  readonly share: number | null;
}

export interface Result {
  readonly evaluation: Evaluation;
  /** What the policy says of the indicators. */
  readonly words: Words;
  /** Computed in the pane because the service was out of reach or was left out. */
  readonly local: boolean;
  /** What is to be known about the reading. */
  readonly notices: readonly string[];
  /** The mode that the workbook's own words speak of, where it is another than the one judged by. */
  readonly otherMode: Mode | null;
  /** Whether it was to be scored. */
  readonly score: boolean;
}

export interface Notice {
  readonly tone: 'success' | 'warning' | 'error';
  readonly title: string;
  readonly lines: readonly string[];
  readonly ways: readonly { readonly command: Command; readonly label: string }[];
  /** Sheets that it leads to. */
  readonly sheets?: readonly string[];
}

export interface State {
  readonly settings: Settings;
  readonly doing: Doing | null;
  readonly result: Result | null;
  /** What the last check did not understand, also where it recognised nothing and so has no result. */
  readonly doubts: Doubts | null;
  /** The workbook changed after the check began. */
  readonly stale: boolean;
  /** What is selected in the workbook. */
  readonly selected: Place | null;
  readonly notice: Notice | null;
}

export type Action =
  | { readonly type: 'modeChosen'; readonly mode: Mode }
  | { readonly type: 'dateChosen'; readonly asOf: string }
  | { readonly type: 'scoreChosen'; readonly score: boolean }
  | { readonly type: 'started'; readonly task: Task }
  | { readonly type: 'progressed'; readonly step: Step; readonly share: number | null }
  | { readonly type: 'evaluated'; readonly result: Result; readonly doubts: Doubts }
  | { readonly type: 'unrecognised'; readonly notice: Notice; readonly doubts: Doubts }
  | { readonly type: 'ended'; readonly notice: Notice | null }
  | { readonly type: 'told'; readonly notice: Notice | null }
  | { readonly type: 'selected'; readonly place: Place | null }
  | { readonly type: 'changed' };

/** Closing dates of the two evaluations in the target set huainan-2020. */
export const closingDates: Readonly<Record<Mode, string>> = { midterm: '2020-11-30', final: '2021-05-31' };

export const initialState: State = {
  settings: { mode: 'final', asOf: closingDates.final, asOfChosen: false, score: null },
  doing: null,
  result: null,
  doubts: null,
  stale: false,
  selected: null,
  notice: null,
};

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'modeChosen': {
      const { asOf, asOfChosen } = state.settings;
      return {
        ...state,
        settings: { ...state.settings, mode: action.mode, asOf: asOfChosen ? asOf : closingDates[action.mode] },
      };
    }
    case 'dateChosen':
      return { ...state, settings: { ...state.settings, asOf: action.asOf, asOfChosen: true } };
    case 'scoreChosen':
      return { ...state, settings: { ...state.settings, score: action.score } };
    case 'started':
      return {
        ...state,
        doing: { task: action.task, step: 'reading', share: null },
        notice: null,
        result: action.task === 'check' ? null : state.result,
        doubts: action.task === 'check' ? null : state.doubts,
        // Changes that come while the workbook is being read count: nobody knows which of them were seen.
        stale: action.task === 'check' ? false : state.stale,
      };
    case 'progressed':
      return state.doing ? { ...state, doing: { ...state.doing, step: action.step, share: action.share } } : state;
    case 'evaluated':
      return {
        ...state,
        settings: { ...state.settings, score: action.result.score },
        doing: null,
        result: action.result,
        doubts: action.doubts,
        notice: null,
      };
    case 'unrecognised':
      return { ...state, doing: null, notice: action.notice, doubts: action.doubts };
    case 'ended':
      return { ...state, doing: null, notice: action.notice };
    case 'told':
      return { ...state, notice: action.notice };
    case 'selected':
      return { ...state, selected: action.place };
    case 'changed':
      // What was just written or cleared is no longer news.
      return { ...state, stale: true, notice: state.notice?.tone === 'success' ? null : state.notice };
  }
}

/** True when the result on show was judged by another mode, date or choice of scoring than is chosen now. */
export function isResettled({ result, settings }: State): boolean {
  if (!result) return false;
  const { mode, asOf } = result.evaluation;
  return mode !== settings.mode || asOf !== settings.asOf || result.score !== settings.score;
}
