/**
 * A document to be filed, as it will be read: its words and bound figures, and nothing of how it looks. Pure data; a rendering adds
 * fonts and page breaks, and no word.
 */
import type { IssueKind } from '../../model/issues.ts';
import type { IssueState, Mode, Severity, Suggestion, Untracked } from '../../model.ts';
import type { Binding, Figure, Paragraph } from '../papers.ts';

/** 中期评估报告, 终期总结报告, 退回修改通知, 整改通知. */
export type DocumentKind = 'midterm' | 'final' | 'return' | 'rectify';

/** What each is, of whomever it tells. */
export const documentWords: Readonly<Record<DocumentKind, string>> = {
  midterm: '中期评估报告',
  final: '终期总结报告',
  return: '退回修改通知',
  rectify: '整改通知',
};

/** 中期评估报告（公开版）: of its file, and what the file is called inside. */
export const calledOf = ({ kind, isPublic }: Pick<DocumentSort, 'kind' | 'isPublic'>): string =>
  `${documentWords[kind]}${isPublic ? '（公开版）' : ''}`;

/** By which a paper that comes back is held against one like it. */
export interface DocumentSort {
  readonly kind: DocumentKind;
  /** Of the evaluation that it tells of. */
  readonly mode: Mode;
  /** To be made public. */
  readonly isPublic: boolean;
}

export interface Document extends DocumentSort {
  /** Of the file, without extension. */
  readonly name: string;
  /** Lines of the title, from the longest idea to the last word: 22 characters a line at most. */
  readonly title: readonly DocumentText[];
  /** 主送; null for a report that is addressed to nobody. */
  readonly addressee: DocumentText | null;
  readonly body: readonly Block[];
  readonly signature: Signature;
  readonly attachments: readonly Attachment[];
}

export const sortOf = ({ kind, mode, isPublic }: DocumentSort): DocumentSort => ({ kind, mode, isPublic });

/** 落款: never alone on a page. */
export interface Signature {
  readonly office: DocumentText;
  readonly day: DocumentText;
}

/** On pages of its own, named in the list below the body: 附件1. */
export interface Attachment {
  readonly title: DocumentText;
  readonly orientation: 'portrait' | 'landscape';
  readonly body: readonly Block[];
}

export type Block =
  /** 一、 / （一） / 1. are put in by level; a heading of level 3 runs on into its paragraph where `text` ends in a full stop. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: DocumentText }
  | { readonly kind: 'paragraph'; readonly text: DocumentText }
  | DocumentTable
  | DocumentChart;

export interface DocumentTable {
  readonly kind: 'table';
  /** Above the table; null for none. */
  readonly caption: DocumentText | null;
  readonly columns: readonly DocumentColumn[];
  /** A row of one text lies across all columns, and stays with the next. */
  readonly rows: readonly (readonly DocumentText[])[];
  /** Said where there are no rows. */
  readonly empty: DocumentText;
  /** Smaller than the usual type of tables; else that is chosen by how large the table is. */
  readonly type?: SmallType;
}

/** 小五, and 八磅: no smaller one is read with ease. */
export type SmallType = 'small' | 'fine';

export interface DocumentColumn {
  readonly heading: string;
  /** Share of the width. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A native chart: a column for each value, a line for its target. */
export interface DocumentChart {
  readonly kind: 'chart';
  readonly caption: DocumentText;
  readonly unit: string;
  readonly points: readonly {
    readonly name: string;
    readonly value: number;
    readonly target: number;
    /** What the value is bound to. */
    readonly of: DocumentBinding;
  }[];
}

/**
 * Of the other evaluation · replaced by what was handed in again · the same data as another · a unit's ledger and nothing else · the city's
 * list of units · of no unit that is known · not judged for this evaluation · not read.
 */
export type LeftOut = 'other' | 'superseded' | 'duplicate' | 'ledger' | 'register' | 'unplaced' | 'unfit' | 'unread';

export type IssuesOf = 'sent' | IssueState | 'notDue';

/**
 * Of which nothing was found · with some that are not closed · with some that are still found at the end · with some of which nothing shows
 * that they were put right · with any of these, though the title is suggested for them · of which it is not certain what was sent, though some of it came back · and none did.
 */
export type TrackedOf =
  | 'none'
  | 'notClosed'
  | 'found'
  | 'awarded'
  | 'unjudged'
  | 'listed'
  | 'uncertain'
  | 'unclear'
  | Untracked['because'];

/** Words of the document's own are plain and hold no digit. */
export type DocumentText = Paragraph<DocumentBinding>;
export type Bound = Figure<DocumentBinding>;

/** What a figure of a document says, so that it can be found out again from the roll-up and the evaluations. */
export type DocumentBinding =
  | {
      readonly what: 'reporting';
      readonly of:
        | 'expected'
        | 'reported'
        | 'missing'
        | 'unclear'
        | 'rate'
        | 'late'
        | 'files'
        | 'counted'
        | 'unexpected';
    }
  /** Files that came and do not count. */
  | { readonly what: 'leftOut'; readonly of: LeftOut | 'all' }
  /** Units by verdict of an indicator; `applicable` are all that it holds for. `share` as a rate of those. */
  | {
      readonly what: 'tally';
      readonly indicator: string;
      readonly of: TallyOf;
      readonly share?: true;
    }
  /** Units that stand in no chart of the indicator, though it holds for them: without a certain rate, without data. */
  | { readonly what: 'undrawn'; readonly indicator: string; readonly of: 'open' | 'none' }
  /** Over the units with a certain figure; `least` and `most` take those to be verified in. */
  | {
      readonly what: 'pooled';
      readonly indicator: string;
      readonly of: 'numerator' | 'denominator' | 'rate' | 'amount' | 'points' | 'open' | 'least' | 'most';
    }
  /** From one time to another, pooled over the units that have both, or of one unit; `open` are units whose figures are not settled. */
  | {
      readonly what: 'change';
      readonly indicator: string;
      readonly from: 'baseline' | 'midterm';
      readonly to: 'midterm' | 'final';
      readonly unit: string | null;
      readonly of: 'units' | 'open' | 'from' | 'to' | 'points' | 'amount';
    }
  | { readonly what: 'target' | 'due'; readonly indicator: string }
  /** A figure of one workbook: of the unit with this key, at that time. */
  | { readonly what: 'inUnit'; readonly unit: string; readonly time: Mode; readonly of: Binding }
  /** Of the score that is a proposal: of a unit, by its key. */
  | { readonly what: 'score' | 'rank'; readonly unit: string }
  /** Findings of one unit's workbook, or of all that count. */
  | { readonly what: 'findings'; readonly severity: Severity; readonly unit: string | null }
  /** Units that a rule found something of that severity in. */
  | { readonly what: 'concerned'; readonly rule: string; readonly severity: Severity }
  /** Issues of the rectification ledger, of a unit by its key, of all of which it is certain, or is not, what was sent, or of both. */
  | {
      readonly what: 'issues';
      readonly unit: string | { readonly isCertain: boolean } | null;
      readonly of: IssuesOf;
    }
  /** Of one of these, by the unit's key and its number: until when, since when, and how many indicators lack data. */
  | {
      readonly what: 'issue';
      readonly unit: string;
      readonly number: string;
      readonly of: 'due' | 'closedOn' | 'lacking';
    }
  /** Units by what became of their issues, or by why that is not told. */
  | { readonly what: 'tracked'; readonly of: TrackedOf }
  /** Issues that a notice lists, of a unit by its key; by kind, or all. */
  | { readonly what: 'found'; readonly unit: string; readonly kind: ProblemKind | null }
  | {
      readonly what: 'day';
      readonly of: 'asOf' | 'midterm' | 'final' | 'from' | 'to' | 'rectify' | 'resubmit' | 'signed';
    }
  /** Problems of a unit by its key, or of all; by kind, or all that are to be put right. */
  | { readonly what: 'problems'; readonly unit: string | null; readonly kind: ProblemKind | null }
  /** Findings of one rule in one column of a unit's workbook, over all its sheets, of which the same is said. */
  | {
      readonly what: 'alike';
      readonly unit: string;
      readonly rule: string;
      readonly severity: Severity;
      readonly table: string | null;
      readonly field: string | null;
      /** Of the message. */
      readonly shape: string;
    }
  /** Indicators of a unit that nothing is known of for this reason. */
  | { readonly what: 'lacking'; readonly unit: string; readonly reason: string }
  | { readonly what: 'lackingAll'; readonly unit: string }
  /** Units that lack just what this one does. */
  | { readonly what: 'lackingAlike'; readonly unit: string }
  /** Units with problems of one of these kinds. */
  | { readonly what: 'burdened'; readonly kinds: readonly ProblemKind[] }
  /** Units that reach all goals that hold for them; `isWrong`: those with 强制 that is not put right. */
  | { readonly what: 'reached'; readonly isWrong?: true }
  /** Units with 强制 that is not put right: all, or those that the title would be suggested for. */
  | { readonly what: 'wrong' | 'withheld' }
  /** Units whose figure of an indicator rests on what another unit counts too. */
  | { readonly what: 'doubled'; readonly indicator: string }
  /** Communities that the title is suggested for so. */
  | { readonly what: 'suggested'; readonly suggestion: Suggestion }
  /** Of the counts of an indicator: all units together, and how many they are. */
  | { readonly what: 'sum'; readonly indicator: string; readonly of: 'amount' | 'units' }
  /** 人评: units that an item of the score table is asked of, and those that nobody has judged yet. */
  | { readonly what: 'judged'; readonly item: string; readonly of: 'asked' | 'judged' };

/** Of an issue, which notices ask to be put right; `query` is none: 核实说明 answers it. */
export type ProblemKind = IssueKind | 'query';

export type TallyOf = 'applicable' | 'met' | 'unmet' | 'on_track' | 'behind' | 'to_verify' | 'missing';
