/** The port between the task pane and what holds the workbook: Excel (`excel.ts`), or the page that opened a file (`pages/`). */
import type { ByMode } from '../../shared/model/kinds.ts';
import type {
  Before,
  Cell,
  Choices,
  Confirmed,
  Correction,
  Explanation,
  FormSheet,
  Mark,
  Marked,
  Mode,
  Place,
  PlanSheet,
  TemplateSheet,
  Titles,
  WorkbookSnapshot,
  WritePlan,
} from '../../shared/model.ts';

export type HostErrorCode =
  /** The program lacks ExcelApi 1.9. */
  | 'unsupported'
  /** A sheet or the workbook's structure is protected, so that nothing may be marked or added. */
  | 'protected'
  /** A cell is being edited; Excel refuses everything until Enter or Esc. */
  | 'editing'
  /** Another workbook is in front, and Excel takes what is asked for as if it were meant for that one. */
  | 'inactive'
  /** Refused for a reason that Excel does not tell: the file is read-only, or another program is in the way. */
  | 'denied'
  /** A chart sheet or a macro sheet, which has no cells. */
  | 'other_sheet'
  /** No sheet holds anything to read. */
  | 'empty'
  /** The workbook is not as it was when it was read. */
  | 'changed'
  /** The sheet or cell is gone. */
  | 'gone'
  /** The sheet is hidden, so that nothing on it can be shown. */
  | 'hidden'
  /** A request or an answer was over the program's limit. */
  | 'too_large'
  /** The file to be downloaded could not be made or given; the one that was opened is as it was. */
  | 'unsaved'
  | 'cancelled'
  | 'failed';

/** The one error that hosts throw. `detail` holds sheet names and addresses, never cell values. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly detail: string;
  constructor(code: HostErrorCode, detail = '', cause?: unknown) {
    super(detail ? `${code}: ${detail}` : code, { cause });
    this.name = 'HostError';
    this.code = code;
    this.detail = detail;
  }
}

/** What was read, and what is needed to write back onto the same cells. */
export interface ReadResult {
  /** Raw: personal data is still in it. Our own sheets are left out. */
  readonly snapshot: WorkbookSnapshot;
  /** Secret of this workbook, for the masking; null when none is kept in it yet. */
  readonly secret: string | null;
  readonly corrections: readonly Correction[];
  readonly choices: Choices;
  /** What was written into it last, of each evaluation. */
  readonly before: ByMode<Before>;
  /** Names of our sheets. */
  readonly own: readonly string[];
  /** Of which check the marks are that stand in it; null where none do, or nobody knows. */
  readonly marked: Marked | null;
  /** What people wrote about findings and gaps, in our sheets or beside them; of each evaluation its own sheet counts first. */
  readonly explanations: ByMode<readonly Explanation[]>;
  /** 结论 as they were confirmed, one for each evaluation at most. */
  readonly confirmed: readonly Confirmed[];
  /** Things a person should know about the reading: merged areas inferred, date system unknown, sheets without cells. */
  readonly notices: readonly string[];
  /** Sheets that were made from a template. */
  readonly templates: readonly TemplateSheet[];
  /** Opaque: sheet ids and content as read. */
  readonly stamp: unknown;
}

/** A value for one cell; a text is written as text, whatever it begins with, and an ISO date as the day that it names. */
export interface Entry {
  readonly place: Place;
  readonly value: string | number;
  /** What the person was told stands there, null for nothing: where something else does by now, nothing is written. */
  readonly was?: Cell;
}

/** What stands in a cell now. */
export interface Standing {
  /** As Excel shows it; '' for a blank cell. */
  readonly text: string;
  /** With its `=`; null where it has none. */
  readonly formula: string | null;
  /** It is one with cells of other rows, so that a value would hold for several lines; false also where Excel does not tell. */
  readonly isMerged: boolean;
  readonly isProtected: boolean;
}

/** What 填报 writes, each by a button that says so; nothing else of the sheet is touched. */
export interface FillHost {
  /**
   * Adds the sheets behind those that are there, each under a name that is free, and selects the first of them; in four round
   * trips at most. What is only for the eye, and would not go, is left out. Answers their names. Throws `protected`.
   */
  addSheets(sheets: readonly FormSheet[]): Promise<readonly string[]>;
  /**
   * Puts 报送单 or 退回修改通知 behind all sheets, or in the place of the one that there is for the same evaluation, and selects it.
   * It is ours: never read, and known again under another name. Answers its name. Throws `protected`.
   */
  putSheet(sheet: PlanSheet): Promise<string>;
  /** Of the first cell of the place; changes nothing. Throws `gone`. */
  look(place: Place): Promise<Standing>;
  /** Throws `protected`, `changed` by `was`, and `gone` where one of the sheets is; nothing is written then. */
  put(entries: readonly Entry[]): Promise<void>;
}

/** `share` is 0–1, or null when unknown. */
export type Progress = (share: number | null, step: 'reading' | 'writing') => void;

/** What `apply` wrote, by the names that the sheets have in the workbook. */
export interface Applied {
  readonly sheets: readonly string[];
  /** Sheets that are protected and so were left as they are. */
  readonly skipped: readonly string[];
  /** Name of the file that the person was given, where there is one; the workbook itself is as it was then. */
  readonly saved?: string;
  /** Sheets with conditional formats that could not be read or would not go, so that marks of before may stand there. */
  readonly unsure?: readonly string[];
}

/** What `renewMarks` did. */
export interface Renewed {
  /** Sheets that are protected, or have conditional formats that could not be read or would not go: their marks are as they were. */
  readonly skipped: readonly string[];
}

/** What `clearMarks` and `removeSheets` did. */
export interface Cleared {
  /** Cells that were marked. */
  readonly marks: number;
  readonly sheets: readonly string[];
  /** As above. */
  readonly saved?: string;
  /** Sheets with conditional formats that could not be read or would not go, so that marks may stand there. */
  readonly unsure?: readonly string[];
}

/** What can be known of a workbook before it is read. */
export interface Look {
  /** Our own sheets are left out. */
  readonly titles: Titles;
  readonly choices: Choices;
  /** Of which evaluations there are sheets of ours. */
  readonly written: readonly Mode[];
}

export interface Host {
  /** Names, first rows and what was chosen, in two round trips. Throws HostError. */
  look(): Promise<Look>;
  /**
   * Reads every sheet but ours; three round trips, and more for each further 4 MB, for merged areas taller than what is asked
   * about at once, and for sheets without cells. Throws HostError.
   */
  read(progress?: Progress, signal?: AbortSignal): Promise<ReadResult>;
  /**
   * Replaces our marks, and our sheets of the plan's evaluation, by the plan; those of the other stay as they are, and sheets of
   * older versions take the name of theirs. `plan` is called with what people wrote into 说明 before now, and the secret is
   * kept in the workbook. Throws HostError `changed` when the workbook differs from `basis`; nothing is written
   * then. Throws `protected` when nothing at all may be written.
   */
  apply(
    basis: ReadResult,
    secret: string,
    plan: (explanations: ReadResult['explanations']) => WritePlan,
  ): Promise<Applied>;
  /**
   * Puts `marks` in the place of those that stand, which are then of the check `of`; nothing else is touched. Null when none
   * stand, or they are of another policy or mode. Throws HostError `changed` when the workbook differs from `basis`. Null itself
   * where a workbook is only written as a whole.
   */
  readonly renewMarks: ((basis: ReadResult, marks: readonly Mark[], of: Marked) => Promise<Renewed | null>) | null;
  /** Null where nothing is filled in: the page only looks at a file. */
  readonly fill: FillHost | null;
  /** Takes every mark of ours away and nothing else. Throws `protected` when some had to stay; the others are gone then. */
  clearMarks(): Promise<Cleared>;
  /** Deletes all sheets of ours. */
  removeSheets(): Promise<Cleared>;
  /** Keeps what a person has said about sheets and columns in the workbook, in the place of what was kept before. */
  saveCorrections(corrections: readonly Correction[]): Promise<void>;
  /** Keeps in the workbook what a person has chosen; what is not named stays as it was. */
  saveChoices(chosen: Partial<Choices>): Promise<void>;
  /**
   * Keeps 核实说明 in the place of what was said under the same keys, and touches no other: each in its line of 差距清单 where it
   * has one, else hidden in the workbook; one without words is taken back. `secret` is that of their keys, and is kept with
   * them. `held` is what was known of all of them before: throws `changed`, and keeps nothing, where a line says something else by
   * now. Throws `protected` where a line that must change may not, and `too_large` where they must first be written.
   */
  saveExplanations(changed: readonly Explanation[], secret: string, held?: readonly Explanation[]): Promise<void>;
  /** Keeps 结论, in the place of those kept before. */
  saveConfirmed(confirmed: readonly Confirmed[]): Promise<void>;
  /** Activates the sheet and selects the cell. Throws `gone` or `hidden`. */
  reveal(place: Place): Promise<void>;
  /**
   * Calls back on every selection, and on every change of contents outside our own sheets; returns what stops it.
   * `sheet` is empty where the program would not say which it was.
   */
  watch(onSelect: (place: Place) => void, onChange: (sheet: string) => void): Promise<() => Promise<void>>;
}
