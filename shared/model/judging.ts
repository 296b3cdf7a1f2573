/**
 * What judging is told: conditions, identities, measures, indicators, rules, target sets. All of it is data that
 * `check/` interprets with a closed set of operators; a condition answers in, out or unknown for each record.
 */
import type { Catalogue } from './catalogue.ts';
import type { Binding, Citation, Comparison, Scope, Severity } from './contract.ts';

export type Answer = 'in' | 'out' | 'unknown';

/** A day that the evaluation knows; `countEnd` is the earlier of closing date and end of the window (RULINGS A15). */
export interface Moment {
  readonly day: 'asOf' | 'windowStart' | 'windowEnd' | 'countEnd';
  readonly plus?: number;
}

interface OfField {
  readonly field: string;
  /** The answer for an empty cell or `/`; without it unknown. */
  readonly blank?: Answer;
  /** The answer where the table has no such column; without it that of `blank`. */
  readonly absent?: Answer;
}

export type Condition =
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
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
  /** The day of `field` is not after the day of `other`. */
  | (OfField & { readonly is: 'notAfter'; readonly other: string })
  /** The value's own rules (check digit, calendar, length) hold. */
  | (OfField & { readonly is: 'valid' })
  | (OfField & { readonly is: 'like'; readonly pattern: string })
  | (OfField & { readonly is: 'contains' | 'ends'; readonly words: readonly string[] })
  /** A list of communities that names the pilot community. */
  | (OfField & { readonly is: 'own' })
  /** The name of a centre or station that belongs to the pilot community, or to none by name (RULINGS A18). */
  | (OfField & { readonly is: 'ofOwn' })
  /** The same text as a field of a one-line table, for example the confirmed agency. Unknown where that is empty. */
  | (OfField & { readonly is: 'same'; readonly table: string; readonly as: string });

/** When two records are the same thing (RULINGS A11). */
export interface IdentityDef {
  readonly table: string;
  /**
   * Tried in this order; a key holds only where all its fields are filled and pass their own checks. Records that
   * both have an `apart` key and differ in it are never the same, whatever the later keys say.
   */
  readonly keys: readonly { readonly fields: readonly string[]; readonly apart?: true }[];
  /** Field of the community: empty and own are the same. */
  readonly place?: string;
  /** Of one thing's records those with this code stay, if there is one: registered after having been filed. */
  readonly keeps?: { readonly field: string; readonly code: string };
}

/** A number in a line of a table, with stand-ins in order. */
export interface Figure {
  readonly table: string;
  readonly field: string;
  /** The most that it can be where it is not given: registered for verified. */
  readonly most?: string;
}

export type Measure =
  /** How many different things satisfy `where`. */
  | {
      readonly kind: 'count';
      readonly table: string;
      readonly identity: string;
      readonly where: Condition;
      /** Column whose heading shows the gap. */
      readonly by: string;
      /** Words in the key column that report none as a fact, without any doubt (RULINGS A12). */
      readonly event?: true;
    }
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
  /** How many of several indicators reach their own targets. */
  | { readonly kind: 'parts'; readonly of: readonly string[] };

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

/** One way of breaking a rule. `message` and `fix` are templates: see `catalogue/phrases.ts` for their words. */
interface OfTest {
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

export type RuleTest =
  /** A cell that must be filled; an absent column is one finding for the whole table. */
  | (OfTest & { readonly test: 'required'; readonly fields: readonly string[]; readonly when?: Condition })
  /** `must` is certainly not so. The first field is where the finding points, the others are related. */
  | (OfTest & {
      readonly test: 'holds';
      readonly fields: readonly string[];
      readonly when?: Condition;
      readonly must: Condition;
    })
  /** Something typed that could not be read, and that no rule of reading names. */
  | (OfTest & { readonly test: 'readable'; readonly fields: readonly string[] })
  /** A later record of the same thing; `when` both records agree or differ in `differ`. */
  | (OfTest & {
      readonly test: 'repeated';
      readonly identity: string;
      readonly fields: readonly string[];
      readonly differ?: { readonly field: string; readonly as: boolean };
      readonly when?: Condition;
    })
  /** The same value in `fields` on records of different things, unless one of `unless` tells them apart. */
  | (OfTest & {
      readonly test: 'shared';
      readonly identity: string;
      readonly fields: readonly string[];
      readonly when?: Condition;
      readonly unless?: readonly (readonly string[])[];
    })
  /** More than `most` different things on one day. */
  | (OfTest & {
      readonly test: 'perDay';
      readonly identity: string;
      readonly fields: readonly string[];
      readonly most: number;
    })
  /** A record whose fields, taken together, also stand in another table. */
  | (OfTest & {
      readonly test: 'alsoIn';
      readonly fields: readonly string[];
      readonly when?: Condition;
      readonly other: { readonly table: string; readonly fields: readonly string[]; readonly when?: Condition };
    })
  /** A self-reported figure that is not what the records give. */
  | (OfTest & {
      readonly test: 'reported';
      readonly field: string;
      readonly measure: string;
      readonly part?: 'of' | 'rate';
    })
  /** Two figures of one-line tables that must be equal. */
  | (OfTest & { readonly test: 'equal'; readonly field: string; readonly as: Figure })
  /** A figure against the sum over another table's records. */
  | (OfTest & {
      readonly test: 'against';
      readonly field: string;
      readonly op: '>=' | '<=';
      readonly p: number;
      readonly q: number;
      readonly sum: {
        readonly table: string;
        readonly field: string;
        readonly identity: string;
        readonly where: Condition;
      };
    })
  /** A total row that is not the sum of the lines above it, or counts subtotals twice. */
  | (OfTest & { readonly test: 'totals'; readonly twice: string; readonly twiceFix: string })
  /** The rule of reading with this id, set on the cell when it was read. */
  | (OfTest & { readonly test: 'issue'; readonly fields?: readonly string[]; readonly fed?: Severity })
  /** Findings on how the workbook was read: see the function of that name. */
  | (OfTest & { readonly test: 'hidden' | 'unread' | 'copy' | 'heading' | 'contained' | 'none' | 'sensitive' })
  /** Urban or rural was taken from something less than the code (RULINGS A04). */
  | (OfTest & { readonly test: 'urbanRural'; readonly from: 'tick' | 'name' | 'nothing' | 'conflict' })
  /** Three names below the form, all there and all different. */
  | (OfTest & { readonly test: 'signatures'; readonly fields: readonly string[]; readonly distinct: boolean });

export interface RuleDef {
  readonly id: string;
  /** Table of the first sentence of SPEC that names it; null for rules of reading. */
  readonly table: string | null;
  readonly title: string;
  /** Clause, standard or relation that it rests on. */
  readonly relation: string;
  readonly tests: readonly RuleTest[];
  /** Set where a rule waits for something that a community workbook does not hold. */
  readonly needs?: { readonly table: string; readonly reason: string };
}

/** Everything that `check/` is given beside the reading. */
export interface CheckCatalogue extends Catalogue {
  readonly identities: Readonly<Record<string, IdentityDef>>;
  /** Measures that rules compare self-reported figures with. */
  readonly measures: Readonly<Record<string, Measure>>;
  readonly rules: readonly RuleDef[];
  readonly phrases: Readonly<Record<string, string>>;
}
