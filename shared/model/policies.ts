/** A policy as a pack: the document, its register of units, indicators with targets, rules in force, score table. */
import type { UnitDef } from './catalogue.ts';
import type { Binding, Cell, Citation, Comparison, Mode, Scope, Spoken, Verdict } from './contract.ts';
import type { Figure, Measure } from './measures.ts';
import type { RuleDef } from './rules.ts';

/** What one document says, as far as it is needed to judge a workbook by it: a pack, one folder of `policies/`. */
export interface Policy extends PolicyAbout {
  readonly register: Register;
  readonly indicators: readonly IndicatorDef[];
  /** Rules in force, in the order of their findings. Only these can be "not checked". */
  readonly rules: readonly RuleDef[];
  /** By which it is scored; null where nothing is scored. */
  readonly scoreTable: ScoreTable | null;
  /** How reports group what is not a goal, in their order. */
  readonly chapters: readonly Chapter[];
  /** Until when what the mid-term evaluation found is to be put right, an ISO date. */
  readonly rectifyBy: string;
  /** Who ordered it, and who reports to them at the end; null where the document names nobody. */
  readonly orderedBy: { readonly name: string; readonly reportedBy: string } | null;
}

export interface Chapter {
  readonly title: string;
  /** Ids. */
  readonly indicators: readonly string[];
}

/** What is to be known of a policy without its indicators and rules: to choose it, for dates and for titles. */
export interface PolicyAbout {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** The document that it rests on, by its number. */
  readonly source: string;
  readonly document: PolicyDocument;
  /** Ids of the indicators that are its goals: they are told first. */
  readonly goals: readonly string[];
  /** ISO dates, both included. */
  readonly window: { readonly from: string; readonly to: string };
  readonly midtermAsOf: string;
  readonly finalAsOf: string;
  /** Whether it has a score table. */
  readonly scored: boolean;
  readonly words: {
    /** What titles call the work that is evaluated: “三社联动”试点工作. */
    readonly work: string;
    /** Words of titles, sheet names and file names by which a workbook shows that it is of this policy. */
    readonly signs: readonly string[];
  };
}

/** What every report must say about the document, and about how figures were counted. */
export interface PolicyDocument {
  /** In full, with its number. */
  readonly title: string;
  /** The calibre note, word for word. */
  readonly note: string;
  /** Where the document is at odds with itself, and what was taken. */
  readonly contradictions: readonly string[];
}

/** The units that a policy is carried out by. */
export interface Register {
  /** True where no other unit takes part: one that is not listed is then an error, elsewhere a question. */
  readonly closed: boolean;
  readonly units: readonly UnitDef[];
  /** What may stand before a unit's name, from the largest: 安徽省, 淮南市. */
  readonly within: readonly string[];
}

export interface TargetDef {
  readonly op: Comparison;
  readonly p: number;
  readonly q: number;
  readonly unit: string;
  /** ISO date. */
  readonly due: string;
  readonly binding: Binding;
  /** Unit of the gap where it is not that of the target: a share is short of 人, not of %. */
  readonly gapUnit?: string;
  /** Smallest step of the figure where it is not 1, as tenths: 10 for amounts of one decimal. */
  readonly steps?: number;
  /** 引导类: not reaching it is said, and forbids nothing. */
  readonly guiding?: true;
  /** Does not apply yet while one of these is not reached. */
  readonly ripe?: readonly string[];
  /** Judged at the end only. */
  readonly finalOnly?: true;
  /** A count that grows over the window, so that it can lag behind. */
  readonly cumulative?: true;
  /** The communities it holds for; for the others, and where that is not known, the verdict given here. */
  readonly only?: {
    readonly kind: 'urban' | 'rural';
    readonly others: 'not_applicable' | 'reference';
    readonly unknown: 'to_verify' | 'reference';
    /** Why it is only for reference elsewhere, in the policy's words. */
    readonly why?: string;
  };
}

export interface IndicatorDef {
  readonly id: string;
  readonly name: string;
  readonly gloss: string;
  readonly scope: Scope;
  readonly citation: Citation;
  /** How it is computed, in words. */
  readonly formula: string;
  /** What the text leaves open, and the default taken with its reason. */
  readonly open: string;
  readonly calibre: string;
  readonly measure: Measure;
  readonly target: TargetDef;
  /** What one of the gap is, as work is planned in: 名持证社工. Without it the unit of the gap. */
  readonly noun?: string;
  /** How it is said in a sentence. Without it by its name. */
  readonly spoken?: Spoken;
  /** What is to be done while it is not reached, a whole sentence; without it to make up for the gap, or to do what is not done. */
  readonly advice?: string;
  /** The table without which it is not listed at all: the city's register. */
  readonly within?: string;
  /** Where the same is only reported, not shown (decision sheets-9). */
  readonly self?: readonly Figure[];
  /** Other calibres, for reference. */
  readonly references?: readonly Reference[];
}

/**
 * A worked example of an indicator: what the sheets say, and what follows. The rows are as people type them. Each indicator
 * that a workbook can show has one in its pack's `examples.ts`; only tests read them.
 */
export interface Example {
  readonly id: string;
  /** Rows by sheet name. */
  readonly given: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly mode?: Mode;
  readonly expected: {
    readonly verdict: Verdict;
    readonly numerator: number | null;
    readonly denominator?: number | null;
    readonly gap?: { readonly amount: number; readonly unit: string };
    /** Of the score item with the same id. */
    readonly points?: number;
  };
}

export interface Reference {
  /** What is different about it, in words: 户籍人口. */
  readonly basis: string;
  /** Of what, where it is not the indicator's own figure. */
  readonly name?: string;
  /**
   * Of the communities that the measure's table names: `pooled` their figures added up, numerators and denominators apart;
   * `each` how many of them reach the target on their own. Left out where the table names only one.
   */
  readonly over?: 'pooled' | 'each';
  readonly scope?: Scope;
  readonly measure: Measure;
  /** Last day of the window, where it is another. */
  readonly windowEnd?: string;
}

/**
 * How an item earns its points: in proportion to the target, in steps, all or nothing, by what is there of
 * a list, a point apiece, or by people alone. (A veto is part of the measure of the title.)
 */
export interface ScoreItem {
  readonly id: string;
  readonly name: string;
  /** Indicators, of which the mean counts. */
  readonly of: readonly string[];
  readonly max: number;
  readonly by: 'linear' | 'step' | 'binary' | 'checklist' | 'bonus' | 'judge';
  /** From the highest: `share` of the points from this ratio on. */
  readonly steps?: readonly { readonly from: number; readonly share: number }[];
  readonly only?: 'urban' | 'rural';
}

export interface ScoreTable {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** What it is, shown wherever a score is: 建议方案，非文件规定. */
  readonly status: string;
  readonly source: string;
  readonly full: number;
  readonly items: readonly ScoreItem[];
  /** From the highest; half-open: [90, 100], [80, 90) … */
  readonly grades: readonly { readonly from: number; readonly name: string }[];
}
