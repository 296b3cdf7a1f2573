/**
 * What judging is told: conditions, identities, measures, indicators, rules, target sets. All of it is data that
 * `check/` interprets with a closed set of operators; a condition answers in, out or unknown for each record.
 */
import type { Catalogue } from './catalogue.ts';
import type { Binding, Citation, Comparison, Scope, Severity } from './contract.ts';
import type { Line } from './reading.ts';

export type Answer = 'in' | 'out' | 'unknown';

/** A day that the evaluation knows; `countEnd` is the earlier of closing date and end of the window (RULINGS A15). */
export type Moment =
  | { readonly day: 'asOf' | 'windowStart' | 'windowEnd' | 'countEnd'; readonly plus?: number }
  /** ISO date. */
  | { readonly on: string };

interface OfField {
  readonly field: string;
  /** The answer for an empty cell or `/`; without it unknown. */
  readonly blank?: Answer;
  /** The answer where the table has no such column; without it that of `blank`. */
  readonly absent?: Answer;
}

export type Condition =
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  /** Where `of` is in, the answer is only unknown: the record stays out of the lower bound (RULINGS A09, A16, A22). */
  | { readonly is: 'perhaps'; readonly of: Condition; readonly would: string }
  /** Something stands there, whether it could be read or not. */
  | (OfField & { readonly is: 'filled' })
  | (OfField & { readonly is: 'oneOf'; readonly codes: readonly string[] })
  | (OfField & { readonly is: 'yes' })
  /** Wholly between two days, both included. */
  | (OfField & { readonly is: 'within'; readonly from?: Moment; readonly to?: Moment })
  | (OfField & { readonly is: 'number'; readonly op: Comparison; readonly than: number })
  /** `field` / `other` against p/q, by integer multiplication. */
  | (OfField & {
      readonly is: 'share';
      readonly other: string;
      readonly op: Comparison;
      readonly p: number;
      readonly q: number;
    })
  /** The day of `field` is not after the day of `other`; `blank` answers for either of them. */
  | (OfField & { readonly is: 'notAfter'; readonly other: string })
  /** The value's own rules (check digit, calendar, length) hold; with `fault` only that one is looked for. */
  | (OfField & { readonly is: 'valid'; readonly fault?: 'invalid' | 'lossy' })
  | (OfField & { readonly is: 'like'; readonly pattern: string })
  | (OfField & { readonly is: 'contains' | 'ends'; readonly words: readonly string[] })
  /** A list of communities that names the pilot community. */
  | (OfField & { readonly is: 'own' })
  /** The name of a centre or station that belongs to the pilot community, or to none by name (RULINGS A18). */
  | (OfField & { readonly is: 'ofOwn' })
  /** The same text as in the pilot unit's line of another table, for example the confirmed agency; in where that is empty. */
  | (OfField & { readonly is: 'same'; readonly table: string; readonly as: string });

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
      readonly vetoes: readonly string[];
      readonly points: number;
    }
  /** Not to be told from any workbook of the pilot: the city's own affairs. */
  | { readonly kind: 'none' };

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
}

/** How an item earns its points (SPEC §3.1): in proportion, in steps, all or nothing, by the list, or by people alone. */
export interface ScoreItem {
  readonly id: string;
  readonly name: string;
  /** Indicators, of which the mean counts. */
  readonly of: readonly string[];
  readonly max: number;
  readonly by: 'linear' | 'step' | 'binary' | 'checklist' | 'judge';
  /** From the highest: `share` of the points from this ratio on. */
  readonly steps?: readonly { readonly from: number; readonly share: number }[];
  readonly only?: 'urban' | 'rural';
}

/** A proposal, not policy. */
export interface ScoreTable {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly source: string;
  readonly full: number;
  readonly items: readonly ScoreItem[];
  /** From the highest; half-open: [90, 100], [80, 90) … */
  readonly grades: readonly { readonly from: number; readonly name: string }[];
}

/** One way of breaking a rule. `message` and `fix` are templates; `check/findings.ts` lists their words. */
interface OfTest {
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

/** Tests of one record after another. */
export type RecordTest = OfTest & { readonly when?: Condition } & (
    | /** Cells that must be filled; an absent column is one finding for the whole table, of its own severity. */ {
        readonly test: 'required';
        readonly fields: readonly string[];
        readonly absent?: Severity;
        /** A line of this kind on the same sheet will do as well. */
        readonly orLine?: Line['kind'];
      }
    /** `must` is certainly not so. The finding stands on the leftmost of the fields. */
    | { readonly test: 'holds'; readonly fields: readonly string[]; readonly must: Condition }
    /** Something typed that could not be read; it stands for the rules of reading on these fields. */
    | { readonly test: 'readable'; readonly fields: readonly string[] }
  );

/** Tests that compare records with each other, or with those of another table. */
export type PairTest = OfTest & { readonly when?: Condition; readonly fields: readonly string[] } & (
    | /** A later record of one thing that agrees with an earlier one in `agree`, or with none in `differ`. */ {
        readonly test: 'repeated';
        readonly identity: string;
        readonly agree?: string;
        readonly differ?: string;
      }
    /** The same value in the first field on records of different things, unless one of `unless` tells them apart. */
    | { readonly test: 'shared'; readonly identity: string; readonly unless?: readonly string[] }
    /** More than `most` different things on the day of the first field. */
    | { readonly test: 'perDay'; readonly identity: string; readonly most: number }
    /** Of an item said to be done some record of another table must be proof, or the other way round. */
    | {
        readonly test: 'matched';
        readonly other: { readonly table: string; readonly field: string; readonly when: Condition };
      }
    /** One of the fields, in order, also stands in the field of the same place in another table. */
    | {
        readonly test: 'alsoIn';
        readonly other: { readonly table: string; readonly fields: readonly string[]; readonly when?: Condition };
      }
  );

/** Tests of single figures: self-reports, sums and totals. */
/** A field summed up over the records of a table that satisfy a condition. */
export interface FieldSum {
  readonly table: string;
  readonly field: string;
  readonly where: Condition;
}

export type FigureTest = OfTest &
  (
    | /** A self-reported figure outside the bounds of a measure: its count, its denominator or its rate. */ {
        readonly test: 'reported';
        readonly field: string;
        readonly measure: string;
        readonly part: 'count' | 'of' | 'rate';
      }
    /** The same of a sentence that sums a list up, whose figure the pattern picks out: 累计开展活动14场次. */
    | { readonly test: 'stated'; readonly pattern: string; readonly measure: string }
    /** The figure in the community's own line must equal another. */
    | { readonly test: 'equal'; readonly field: string; readonly as: readonly Figure[] }
    /** The sum over the rule's table is more than others together. */
    | { readonly test: 'exceeds'; readonly field: string; readonly sums: readonly FieldSum[] }
    /** The figure against p/q of the sum over another table's things. */
    | {
        readonly test: 'against';
        readonly field: string;
        readonly op: '>=' | '<=';
        readonly p: number;
        readonly q: number;
        readonly sum: { readonly identity: string; readonly field: string; readonly where: Condition };
      }
    /** A total that is not the sum of its lines, within `tolerance`; `twice` is said where it counts subtotals again. */
    | {
        readonly test: 'totals';
        readonly only?: readonly string[];
        readonly except?: readonly string[];
        readonly tolerance: number;
        readonly twice: string;
      }
  );

/** Tests of how the workbook was read. */
export type ReadingTest = OfTest &
  (
    | /** Set on the cell when it was read; `fed` is the severity where the field feeds an indicator. */ {
        readonly test: 'issue';
        readonly fed?: Severity;
        /** On these fields of the rule's table it stands for another rule of reading. */
        readonly of?: { readonly issue: string; readonly fields: readonly string[] };
      }
    /** The county of the form is one of the roster's units. */
    | { readonly test: 'unit' }
    | { readonly test: 'hidden' | 'unread' | 'copy' | 'heading' | 'contained' }
    /** A table that only says 无. */
    | { readonly test: 'none'; readonly tables: readonly string[] }
    /** A list of names of protected people (RULINGS A32). */
    | { readonly test: 'sensitive'; readonly words: readonly string[] }
    /** Urban or rural was taken from something less than the code, or against it (RULINGS A04). */
    | { readonly test: 'urbanRural'; readonly from: 'tick' | 'name' | 'nothing' | 'conflict' }
    /** Three names below the form: all there, all different. */
    | { readonly test: 'signatures'; readonly fields: readonly string[]; readonly ask: 'filled' | 'distinct' }
  );

export type RuleTest = RecordTest | PairTest | FigureTest | ReadingTest;

export interface RuleDef {
  readonly id: string;
  /** The table whose records it judges; null for rules that look at every table. */
  readonly table: string | null;
  readonly title: string;
  /** Clause, standard or relation that it rests on. */
  readonly relation: string;
  readonly tests: readonly RuleTest[];
  /** Further tables without which it cannot be judged. */
  readonly also?: readonly string[];
  /** Why it does not run without those tables, or not at all. */
  readonly waits?: string;
}

/** Everything that `check/` is given beside the reading. */
export interface CheckCatalogue extends Catalogue {
  readonly identities: Readonly<Record<string, IdentityDef>>;
  /** Measures that rules compare self-reported figures with. */
  readonly measures: Readonly<Record<string, Measure>>;
  readonly rules: readonly RuleDef[];
  /** The first is the default. */
  readonly scoreTables: readonly ScoreTable[];
  /** Words that report none when they stand alone in a line: 无, 尚未举办. */
  readonly noneWords: readonly string[];
  readonly phrases: Readonly<Record<string, string>>;
}
