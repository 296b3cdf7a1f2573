/**
 * The report as it will be read, on whatever it is written: all of its words and figures, and nothing of how it looks.
 * Pure data; a rendering adds styles and widths, and no word.
 */
import type { Demand } from '../model/missing.ts';
import type { Evidence, PaperRole, Place, Severity, Verdict } from '../model.ts';

export interface Report {
  readonly papers: readonly Paper[];
  /** Where the figures and findings named in the papers come from, once each. */
  readonly sources: readonly Source[];
}

/** What is handed on by itself: 差距清单, 评估摘要. */
export interface Paper {
  readonly role: PaperRole;
  readonly name: string;
  readonly title: Paragraph;
  /** Of whom, and as of when. */
  readonly head: readonly Paragraph[];
  readonly sections: readonly Section[];
  /** Who signs, and what it is good for. */
  readonly foot: readonly Paragraph[];
  /** By what it was made, in small type. */
  readonly fine?: Paragraph;
}

export interface Section {
  readonly id: SectionId;
  readonly title: Paragraph | null;
  readonly paragraphs: readonly Paragraph[];
  readonly table: Table | null;
}

export type SectionId =
  | 'gaps'
  | 'cleared'
  | 'conclusion'
  | 'goals'
  | 'progress'
  | 'open'
  | 'quality'
  | 'unseen'
  | 'scoring'
  | 'calibre'
  | 'indicators'
  | 'items';

/** One sentence or a few, in parts. Words of the report's own are plain and hold no digit but the naught of 不作0分. */
export type Paragraph<Of = Binding> = readonly Part<Of>[];
export type Part<Of = Binding> = string | Figure<Of> | Quote;

/** A figure with its unit as it is read, bound to what it says. */
export interface Figure<Of = Binding> {
  readonly figure: string;
  readonly of: Of;
}

/** Word for word from the evaluation, the policy or what was written last: names, reasons, messages, places. What digits it holds are not ours. */
export interface Quote {
  readonly quote: string;
}

export type Binding =
  | (IndicatorName & {
      readonly what:
        | 'value'
        | 'rate'
        | 'numerator'
        | 'denominator'
        | 'target'
        | 'gap'
        | 'percentagePoints'
        | 'due'
        | 'bar'
        | 'doubtful';
    })
  /** Indicators of a verdict, null for all that are judged; with a reason those that lack data for it. Data that is not demanded now is not missing. */
  | { readonly what: 'indicators'; readonly verdict: Verdict | null; readonly reason?: string }
  /** Indicators without data, which is demanded later or never. */
  | { readonly what: 'undemanded'; readonly demand: Demand }
  /** The day that most of what is under way is due. */
  | { readonly what: 'commonDue' }
  /** Findings of a severity, null for all. */
  | { readonly what: 'findings'; readonly severity: Severity | null }
  | { readonly what: 'alike'; readonly rule: string; readonly sheet: string; readonly field: string | null }
  /** Findings that share a line, by their keys, and the cells that they are about. */
  | { readonly what: 'together'; readonly of: 'findings' | 'cells'; readonly findings: readonly string[] }
  /** Explanations, said in one line, whose findings are gone. */
  | { readonly what: 'cleared' }
  /** Questions that were answered. */
  | { readonly what: 'explained' }
  /** Places that were not read, and questions about what was not understood. */
  | { readonly what: 'unread' | 'asked' }
  /** The days of the check, and of the last confirmation. */
  | { readonly what: 'on' | 'confirmedOn' }
  /** Tables that have no data, handed in or not, and rules that could not run for it. */
  | { readonly what: 'lacking'; readonly of: 'tables' | 'rules'; readonly handedIn: boolean }
  /** Rules that could not run for this reason; null for all that no table of the workbook would help. */
  | { readonly what: 'notChecked'; readonly reason: string | null }
  /** `rest` is what of the full points was not scored. */
  | { readonly what: 'score'; readonly of: 'total' | 'upper' | 'max' | 'full' | 'rest' }
  | { readonly what: 'item'; readonly item: string; readonly of: 'points' | 'upper' | 'max' | 'bar' }
  | { readonly what: 'asOf' }
  /** The place in a list. */
  | { readonly what: 'ordinal' };

/** Which of the evaluation's indicators: its id, the unit that it is about, and the calibre where it is not the main one. */
export interface IndicatorName {
  readonly indicator: string;
  readonly entity: string | null;
  readonly basis?: string;
}

/** Columns are known by their meaning; a heading is only what people read. */
export interface Table {
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly ReportCell[])[];
  /** Said where there are no rows. */
  readonly empty?: Paragraph;
}

export interface Column {
  readonly id: string;
  readonly heading: string;
}

export type ReportCell =
  | { readonly kind: 'text'; readonly text: Paragraph }
  | { readonly kind: 'number'; readonly number: number | null; readonly of: Binding }
  | { readonly kind: 'state'; readonly state: State; readonly text: string }
  /** One of them is led to. */
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  /** For people to write in. */
  | { readonly kind: 'entry'; readonly text: string }
  /** For the program, by which it knows the line again. */
  | { readonly kind: 'key'; readonly key: string };

/** How a line stands: a verdict, a severity, an explanation whose cause is gone, an item not scored or not asked for. */
export type State = Verdict | Severity | 'cleared' | 'unscored' | 'unasked';

export interface Source {
  readonly of: IndicatorName | FindingName;
  readonly evidence: readonly Evidence[];
}

export interface FindingName {
  readonly finding: string;
}
