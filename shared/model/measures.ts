/** What is measured and by which targets it is judged: identities, measures, indicators, target sets, score tables. */
import type { Condition } from './conditions.ts';
import type { Binding, Citation, Comparison, Scope, Suggestion } from './contract.ts';

/** When two records are the same thing (RULINGS A11). */
export interface IdentityDef {
  readonly table: string;
  /**
   * Tried in this order; a key holds only where all its `fields` are filled and pass their own checks, `also` is taken
   * as it stands. It joins no records that differ in a field of `unless`.
   */
  readonly keys: readonly {
    readonly fields: readonly string[];
    readonly also?: readonly string[];
    readonly unless?: readonly string[];
  }[];
  /** Field of the community: empty and own are the same. */
  readonly place?: string;
  /** Of one thing's records those that satisfy this stay, if there is one: registered after having been filed. */
  readonly keeps?: Condition;
}

/** A number in a line of a table, with stand-ins in order. */
export interface Figure {
  readonly table: string;
  readonly field: string;
  /** The most that it can be where it is not given: registered for verified. */
  readonly most?: string;
}

export type CountMeasure = {
  readonly kind: 'count';
  readonly table: string;
  readonly identity: string;
  readonly where: Condition;
  /** Column whose heading shows the gap. */
  readonly by: string;
  /** Words in the key column that report none as a fact, without any doubt (RULINGS A12). */
  readonly event?: true;
  /** Of how many there should be. */
  readonly outOf?: number;
  /** Field of which the different values are the denominator: an average over communities. */
  readonly over?: string;
  /** When the nth of them was there, by this date. */
  readonly dated?: { readonly field: string; readonly nth: number };
};

export type Measure =
  /** How many different things satisfy `where`. */
  | CountMeasure
  /** Of the things that satisfy `of`, those that satisfy `where`. */
  | {
      readonly kind: 'share';
      readonly table: string;
      readonly identity: string;
      readonly of: Condition;
      readonly where: Condition;
      readonly by: string;
      /** A thing with the same value here counts in full only once (RULINGS A18, R052). */
      readonly once?: readonly string[];
    }
  /** One figure over another, in the community's own line; several denominators are judged together (RULINGS A19). */
  | { readonly kind: 'quotient'; readonly numerator: Figure; readonly denominator: readonly Figure[] }
  /** A count over a figure. */
  | { readonly kind: 'density'; readonly count: CountMeasure; readonly denominator: readonly Figure[] }
  /** Two fields summed up, one over the other. */
  | {
      readonly kind: 'rate';
      readonly table: string;
      readonly numerator: string;
      readonly denominator: string;
      readonly where: Condition;
    }
  /** A field summed up. */
  | { readonly kind: 'sum'; readonly table: string; readonly field: string; readonly where: Condition }
  /** Whether one of these items of the list of mechanisms is done; with `levels` on how many, told by their words. */
  | {
      readonly kind: 'items';
      readonly items: readonly string[];
      readonly where: Condition;
      readonly levels?: readonly (readonly string[])[];
    }
  /** How many of these codes occur. */
  | {
      readonly kind: 'kinds';
      readonly table: string;
      readonly field: string;
      readonly among: readonly string[];
      readonly where: Condition;
      readonly outOf?: number;
    }
  /** How many of these words occur in the lines of an item. */
  | {
      readonly kind: 'words';
      readonly items: readonly string[];
      readonly words: readonly string[];
      readonly where: Condition;
    }
  /** Whether the cells of a form keep a condition. */
  | {
      readonly kind: 'holds';
      readonly table: string;
      readonly needs: readonly string[];
      readonly where: Condition;
      readonly late?: { readonly field: string; readonly due: string };
    }
  /** How many of several indicators reach their own targets. */
  | { readonly kind: 'parts'; readonly of: readonly string[] }
  /** Whether several indicators were all reached by the day the target is due. */
  | { readonly kind: 'milestone'; readonly of: readonly string[] }
  /** Goals met, points enough, nothing that forbids it (SPEC §1.7). */
  | {
      readonly kind: 'qualified';
      readonly goals: readonly string[];
      readonly vetoes: readonly Veto[];
      /** Of a hundred. */
      readonly points: number;
      /** Who is given the title, each by `also` beside the goals. */
      readonly awards: readonly { readonly scope: Scope; readonly also: readonly string[] }[];
    }
  /** Not to be told from any workbook of the pilot: the city's own affairs. */
  | { readonly kind: 'none' };

export interface Veto {
  readonly id: string;
  readonly name: string;
  /** The indicator that shows it, when it is not reached; without one people have to look. */
  readonly of?: string;
  /** What is suggested where it applies. */
  readonly suggestion: Extract<Suggestion, 'no_award' | 'award_after_rectification'>;
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
  /** Does not apply yet while one of these is not reached (RULINGS A23). */
  readonly ripe?: readonly string[];
  /** Judged at the end only. */
  readonly finalOnly?: true;
  /** A count that grows over the window, so that it can lag behind (RULINGS A14). */
  readonly cumulative?: true;
  /** The communities it holds for; for the others, and where that is not known, the verdict given here. */
  readonly only?: {
    readonly kind: 'urban' | 'rural';
    readonly others: 'not_applicable' | 'reference';
    readonly unknown: 'to_verify' | 'reference';
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
  /** The table without which it is not listed at all: the city's register. */
  readonly within?: string;
  /** Where the same is only reported, not shown (RULINGS A26). */
  readonly self?: readonly Figure[];
  /** Other calibres, for reference. */
  readonly references?: readonly Reference[];
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

export interface TargetSet {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly source: string;
  /** ISO dates, both included. */
  readonly window: { readonly from: string; readonly to: string };
  readonly midtermAsOf: string;
  readonly finalAsOf: string;
  readonly indicators: readonly IndicatorDef[];
  /** Id of the table by which it is scored; without one there is no score. */
  readonly scoreTable?: string;
}

/**
 * How an item earns its points (SPEC §3.1): in proportion to the target, in steps, all or nothing, by what is there of
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
