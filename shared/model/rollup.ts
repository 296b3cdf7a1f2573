/** `rollup/1`: many workbooks as one picture, and what it is made of. Field names are published. */
import type { Evaluation, Gap, Mode, Place, Severity, Unit, UrbanRural, Verdict } from './contract.ts';
import type { SentIssue } from './forms.ts';

/**
 * What of a workbook is held against other workbooks: made at masking, under one secret of the run, and never kept or sent.
 * Tokens of equal values are equal in all workbooks of the run.
 */
export interface Joins {
  /** Lines that count, of what must not stand in two workbooks. */
  readonly things: readonly Thing[];
  /** What the workbook says of itself; null where it does not. */
  readonly facts: {
    /** 填报日期, an ISO date. */
    readonly filled: string | null;
    readonly street: Fact | null;
    readonly community: Fact | null;
    readonly agency: Fact | null;
  };
  /** Lines of a register of units (W00); empty for a workbook that has none. */
  readonly register: readonly Registered[];
  /** Lines of a ledger of issues (W14) that bear numbers of ours; absent for a workbook that has no such ledger. */
  readonly issues?: readonly ReturnedIssue[];
  /** What each ledger of ours in it listed when it was sent; absent for a workbook that has none. */
  readonly sent?: readonly (readonly SentIssue[])[];
}

/** What of joins this machine may keep: when the workbook was filled in, who is expected, and what became of issues. No token, no word of a person. */
export interface Lasting {
  /** 填报日期, an ISO date. */
  readonly filled: string | null;
  /** Without agencies and names of sheets. */
  readonly register: readonly Registered[];
  /** Without what they are said to be about, and names of sheets. */
  readonly issues?: readonly ReturnedIssue[];
  readonly sent?: readonly (readonly SentIssue[])[];
}

/** A line of the ledger that was sent with a notice, as it came back. */
export interface ReturnedIssue {
  /** As `issuesOf` gives it. */
  readonly number: string;
  /** 指标, as it is typed; null for none. */
  readonly indicator: string | null;
  /** 时限, an ISO date; null for none. */
  readonly deadline: string | null;
  /** Anything is filled in that was left blank when it was sent. */
  readonly isAnswered: boolean;
  /** 状态 says 已销号. */
  readonly isClosed: boolean;
  /** 完成日, an ISO date; null for none. */
  readonly closedOn: string | null;
  /** 佐证 is filled in. */
  readonly isProved: boolean;
  /** 问题编号. */
  readonly at: Place;
}

/** A line by the keys of its identity, first those that decide; null for a key of which a part is missing. */
export interface Thing {
  /** Id among the identities of the catalogue: organisation, person, activity … */
  readonly identity: string;
  readonly keys: readonly (string | null)[];
  /** What may be said of it in a finding: a credit code. Null for people. */
  readonly called: string | null;
  readonly at: Place;
}

/** Words as they are typed, and where. */
export interface Fact {
  readonly text: string;
  readonly at: Place;
}

/** One line of W00. */
export interface Registered {
  readonly county: string | null;
  readonly countyName: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly urbanRural: UrbanRural;
  readonly agency: string | null;
  /** 应报期次: of which evaluation the line tells whether and when it was handed in; absent where it does not say. */
  readonly time?: Mode;
  /** 报送状态: whether it was handed in; null where it does not say. */
  readonly submitted: boolean | null;
  /** 收文时间, an ISO date. */
  readonly received: string | null;
  readonly at: Place;
}

/** A file as the roll-up takes it: judged, or not readable and why, a whole sentence. */
export type Submitted =
  | {
      /** Path below the folder. */
      readonly file: string;
      readonly evaluation: Evaluation;
      /** Null where they are not known any more: what rests on them is not checked then. */
      readonly joins: Joins | null;
      /** Where joins are null: what was kept of them. */
      readonly lasting?: Lasting;
      /** Of which evaluation its own words speak; null where they do not, so that it is what it was judged as. */
      readonly spoken: Mode | null;
      /** Keys of its findings that are explained in it. */
      readonly explained?: readonly string[];
    }
  | { readonly file: string; readonly problem: string };

/** What people say beside the files. Everything may be left out. */
export interface RollupOptions {
  /** Which evaluation is rolled up; without it that of most files. */
  readonly mode?: Mode;
  /** ISO date; without it the policy's. */
  readonly asOf?: string;
  /** By file: whose it is, of which evaluation, when it came (ISO date). */
  readonly files?: Readonly<Record<string, FileSaid>>;
  /** Of several files of one unit and time the one that counts; by `key time`: its path. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** ISO date until which workbooks had to be handed in; without it nothing is late. */
  readonly due?: string | null;
  readonly baseline?: readonly Baseline[];
  readonly judged?: readonly JudgedPoints[];
  /** ISO date until which issues of the mid-term evaluation had to be closed; without it the policy's. */
  readonly rectifyBy?: string;
}

export interface FileSaid {
  readonly unit?: Partial<Unit>;
  readonly time?: Mode;
  readonly received?: string;
}

/** A figure of before the pilot, of a unit and an indicator. */
export interface Baseline {
  readonly key: string;
  readonly id: string;
  readonly numerator: number;
  /** Null for a count. */
  readonly denominator: number | null;
}

/** 人评: points that a person gives an item of the score table, in steps of 0.5. */
export interface JudgedPoints {
  readonly key: string;
  readonly item: string;
  readonly points: number;
  /** Who gave them. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  /** In which evaluation they were given: they count in no other. */
  readonly mode: Mode;
}

export type UnitState =
  | 'reported'
  | 'superseded'
  | 'duplicate'
  | 'other_time'
  /** The city's register of units (W00). */
  | 'register'
  /** A unit's ledger of issues (W14) and nothing else: it goes with the unit's workbook, and is no version of it. */
  | 'ledger'
  /** Not read, or not to be counted yet: of no unit that is known, or to be judged again. */
  | 'unreadable'
  | 'missing';

export interface Rollup {
  readonly schema: 'rollup/1';
  readonly engine: string;
  readonly policy: { readonly id: string; readonly name: string; readonly version: string };
  readonly mode: Mode;
  readonly asOf: string;
  readonly reporting: {
    readonly expected: number;
    /** Of those expected; of all where nobody is. */
    readonly reported: number;
    /** A fraction, at most 1; null where nobody is expected. */
    readonly rate: number | null;
    /** By the first receipt; null where no day was set until which. */
    readonly late: number | null;
    readonly missing: readonly Pick<Unit, 'county' | 'street' | 'community'>[];
    /** Names of those expected of whom a file is there that may be theirs: neither reported nor missing until a person says. */
    readonly unclear: readonly string[];
    /** Keys of units that handed in and are not expected. */
    readonly unexpected: readonly string[];
  };
  /** Every file, and every unit that is missing. Those of one unit stand together; units in the order of the register. */
  readonly units: readonly RollupUnit[];
  /** In the order of the policy. */
  readonly indicators: readonly RollupIndicator[];
  /** Urban and rural apart, each from 1; units without a score are not in it. */
  readonly ranking: readonly Ranked[];
  readonly comparison: readonly Compared[];
  /**
   * What became of what the mid-term evaluation found, of each unit of which it is known what was sent, or some of it; empty for the
   * mid-term evaluation itself.
   */
  readonly issues: readonly UnitIssues[];
  /** All other units; empty for the mid-term evaluation. */
  readonly untracked: readonly Untracked[];
  /** Across workbooks only. */
  readonly findings: readonly RollupFinding[];
  /** What across workbooks was not checked, and why. */
  readonly notChecked: readonly { readonly rule: string; readonly reason: string }[];
  /** What only a person can say; answered by RollupOptions. */
  readonly questions: readonly RollupQuestion[];
}

export interface RollupUnit {
  /** `HN-03/望淮街道/锦湖社区`; empty for a file of no unit that is known, and for a register. */
  readonly key: string;
  readonly unit: Unit;
  readonly urbanRural: UrbanRural;
  /** Null for a unit that is missing. */
  readonly file: string | null;
  readonly dataHash: string | null;
  readonly time: Mode | null;
  readonly state: UnitState;
  /** Why it is unreadable, or what it yielded to: the file that counts. Of one that counts what of it is left aside. */
  readonly because: string | null;
  readonly received: { readonly first: string; readonly last: string } | null;
  readonly late: boolean | null;
  /** How often it was sent back: versions before this one. */
  readonly returned: number;
  /** Main entries, by indicator. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly figures: Readonly<Record<string, UnitFigure>>;
  /** With the points that people gave. */
  readonly score: number | null;
  readonly grade: string | null;
  /** Items that people have to judge, and have not yet. */
  readonly unjudged: readonly string[];
  readonly findings: Readonly<Record<Severity, number>>;
  /** Of warnings, those with 核实说明, in this file or carried over from an earlier version where the value is unchanged. */
  readonly explained: number;
  /** What differs from the version before: indicators with other figures or verdicts. */
  readonly changed: readonly string[];
}

export interface UnitFigure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface RollupIndicator {
  readonly id: string;
  readonly name: string;
  /** Units for which it holds: all that reported but 不适用 and 参考. */
  readonly applicable: number;
  readonly met: number;
  readonly unmet: number;
  readonly on_track: number;
  readonly behind: number;
  readonly to_verify: number;
  readonly missing: number;
  readonly pooled: Pooled | null;
}

/** Σ numerators ÷ Σ denominators, never a mean of rates. */
export interface Pooled {
  readonly numerator: number;
  readonly denominator: number;
  /** A fraction; null where the denominator is 0. */
  readonly value: number | null;
  readonly gap: Gap | null;
  /** Of the units in the sum those whose figure is not settled, though its verdict is: they are counted with the least. */
  readonly open: number;
  readonly bounds: {
    readonly lower: number;
    readonly lowerDenominator: number;
    readonly upper: number;
    readonly upperDenominator: number;
  };
}

export interface Ranked {
  readonly rank: number;
  readonly key: string;
  readonly urbanRural: UrbanRural;
  readonly score: number;
  readonly grade: string | null;
  readonly met: number;
  /** 应评: indicators that hold for the unit in this evaluation, due or not. */
  readonly due: number;
}

export interface Compared {
  readonly key: string;
  readonly id: string;
  readonly baseline: { readonly numerator: number; readonly denominator: number | null } | null;
  readonly midterm: ComparedFigure | null;
  readonly final: ComparedFigure | null;
}

export interface ComparedFigure {
  readonly verdict: Verdict;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The same, unless the figure is not settled: then nothing is to be reckoned with it. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Where the denominator is not settled either. */
  readonly lowerDenominator?: number;
  readonly upperDenominator?: number;
}

/** `sent` is the sum of the states. */
export interface UnitIssues {
  readonly key: string;
  readonly sent: number;
  readonly basis: IssuesBasis;
  /** 已销号 in time, with a day and with 佐证, and shown to be put right by the final evaluation. */
  readonly closed: number;
  /** The same, after the day until which. */
  readonly late: number;
  /** Said to be closed, in time or not, and still found by the final evaluation. */
  readonly found: number;
  /** Said to be closed, in time or not, and the final evaluation does not show it: it did not judge it, or is not there. */
  readonly unjudged: number;
  /** Answered, and not closed: under way, waiting for acceptance, or said to be closed without a day or without 佐证. */
  readonly open: number;
  /** Not in what came back, or left as it was sent. */
  readonly unanswered: number;
  /** Of those sent: goals that were behind and not due, to be closed by the day on which they are. */
  readonly notDue: number;
  /** In the order of the notice. */
  readonly lines: readonly IssueLine[];
}

/** An issue that was sent, and what became of it: ids and days, and no word of anybody's. */
export interface IssueLine extends SentIssue {
  /** That found it; null where no workbook tells, and of what is about no findings. */
  readonly rule: string | null;
  readonly state: IssueState;
  /** 完成日, an ISO date from mid-term to the day until which is counted; null where what tells how it stands has none such. */
  readonly closedOn: string | null;
}

export type IssueState = 'closed' | 'late' | 'found' | 'unjudged' | 'open' | 'unanswered';

/**
 * How it is known what was sent: all of it by the mid-term workbook · by the list in the ledger alone, for there is no mid-term
 * workbook · by one version of it, of which it is not known that it was the only one to be sent · of what came back alone.
 */
export type IssuesBasis = 'workbook' | 'list' | 'version' | 'returned';

/** No mid-term workbook, and no ledger that tells what was sent · numbers of one unit in a file of another · its ledger is not known any more, and has to be dropped again. */
export interface Untracked {
  readonly key: string;
  readonly because: 'unsent' | 'foreign' | 'recalled';
}

export interface RollupFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** Of both workbooks. */
  readonly places: readonly FilePlace[];
}

export interface FilePlace extends Place {
  readonly file: string;
}

export type RollupQuestion =
  /** Whose the file is, or of which evaluation. */
  | { readonly ask: 'unit'; readonly file: string }
  | { readonly ask: 'time'; readonly file: string; readonly taken: Mode }
  /** Which of these of one unit and time counts; the first is taken meanwhile. */
  | { readonly ask: 'version'; readonly key: string; readonly time: Mode; readonly files: readonly string[] };
