/** Rules and the ways of breaking them, and what `check/` is given beside a policy. */
import type { Catalogue } from './catalogue.ts';
import type { Condition } from './conditions.ts';
import type { Severity } from './contract.ts';
import type { CountMeasure, Figure, IdentityDef, Measure } from './measures.ts';
import type { Line } from './reading.ts';

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
    | {
        readonly test: 'holds';
        readonly fields: readonly string[];
        readonly must: Condition;
        /** Nothing is said where another record of the same thing may satisfy this. */
        readonly unless?: { readonly identity: string; readonly of: Condition };
      }
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
        /** Records of which it is not certain that they are one thing. */
        readonly perhaps?: true;
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
        readonly measure: Measure;
        readonly part: 'count' | 'of' | 'rate';
      }
    /** The same of a sentence that sums a list up, whose figure the pattern picks out: 累计开展活动14场次. */
    | { readonly test: 'stated'; readonly pattern: string; readonly measure: CountMeasure }
    /** As many communities in the rule's table as a measure counts. */
    | { readonly test: 'tally'; readonly field: string; readonly measure: Measure }
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
        /** Said at the first such cell of a column only, with the others beside it. */
        readonly once?: 'column';
        /** On these fields of the rule's table it stands for another rule of reading. */
        readonly of?: { readonly issue: string; readonly fields: readonly string[] };
      }
    /** The county of the form is one of the roster's units. */
    | { readonly test: 'unit' }
    | { readonly test: 'hidden' }
    | { readonly test: 'unread' }
    | { readonly test: 'copy' }
    /** Rows that tell how a list is to be filled in, and are no records. */
    | { readonly test: 'aside' }
    /** Lines of the template's example that were typed over in part. */
    | { readonly test: 'leftover' }
    /** A list without headings that goes on another, certainly or perhaps. */
    | { readonly test: 'continued'; readonly isCertain: boolean }
    | { readonly test: 'heading' }
    | { readonly test: 'contained' }
    /** Lines of other communities, once for each list that holds some; `asked` is said where it is not certain whose they are. */
    | { readonly test: 'others'; readonly asked: string; readonly askedFix: string }
    /** Forms of several communities: which of them is the pilot. */
    | { readonly test: 'rivals' }
    /** Lists that are not what stands, and such of which that is not certain; `asked` is said of those. */
    | {
        readonly test: 'listed';
        readonly asked: string;
        readonly askedFix: string;
        readonly who: string;
        readonly whoFix: string;
      }
    /** A line between the rows gave them a value. */
    | { readonly test: 'given' }
    /** A table that only says 无. */
    | { readonly test: 'none'; readonly tables: readonly string[] }
    /** A list of names of protected people (decision sheets-10). */
    | { readonly test: 'sensitive'; readonly words: readonly string[] }
    /** Urban or rural was taken from something less than the code, or against it (decision read-2). */
    | { readonly test: 'urbanRural'; readonly from: 'tick' | 'name' | 'nothing' | 'conflict' }
    /** Three names below the form: all there, all different. */
    | { readonly test: 'signatures'; readonly fields: readonly string[]; readonly ask: 'filled' | 'distinct' }
  );

export type RuleTest = RecordTest | PairTest | FigureTest | ReadingTest;
export type TestName = RuleTest['test'];
export type TestOf<Name extends TestName> = Extract<RuleTest, { readonly test: Name }>;

/** Tests of workbooks against each other, by `rollup/`. `message` has {units} and the words that its kind names. */
export type AcrossTest = OfTest &
  (
    | /** Things that count in several units: {count} of them, {called} what may be said of them. */ {
        readonly across: 'shared';
        readonly identity: string;
        /** Things alike in their last key alone are certainly one only where a line has one of so many first keys. */
        readonly certain?: number;
        /** Those that are not certainly one, instead. */
        readonly perhaps?: true;
      }
    /** A figure went down, or changed, by more than so many percent since the evaluation before: from {was} to {now}. */
    | {
        readonly across: 'changed';
        readonly indicators: readonly string[];
        readonly part: 'numerator' | 'denominator';
        readonly percent: number;
        readonly only?: 'down';
      }
    /** As many issues (denominator of this indicator), {count}, as indicators were unmet or behind before, {expected}. */
    | { readonly across: 'followed'; readonly indicator: string }
    /**
     * The ledger that came back (denominator of this indicator) against what was sent: {count} issues, {numbers} of those that we
     * numbered, {due} until when. One test for each way of being at odds.
     */
    | { readonly across: 'returned'; readonly indicator: string; readonly of: ReturnedFault }
    /** As many units with a workbook, {count}, as the register says have handed in, {expected}; {list} are those that differ. */
    | { readonly across: 'tally' }
    /** What the workbook says of itself, {value}, against its line of the register, {expected}. */
    | { readonly across: 'registered'; readonly fact: 'street' | 'community' | 'agency' }
  );

/**
 * Not in it; in it, and not sent; about something else or until another day; closed without a day that may be or without 佐证; closed
 * too late; closed, and still found at the end; told otherwise in another file; numbers of {of}.
 */
export type ReturnedFault = 'missing' | 'added' | 'changed' | 'unproved' | 'late' | 'found' | 'differs' | 'foreign';

export interface RuleDef {
  readonly id: string;
  /** The table whose records it judges; null for rules that look at every table. */
  readonly table: string | null;
  readonly title: string;
  /** Clause, standard or relation that it rests on. */
  readonly relation: string;
  readonly tests: readonly RuleTest[];
  /** Beside other workbooks of the roll-up. */
  readonly across?: readonly AcrossTest[];
  /** Further tables without which it cannot be judged. */
  readonly also?: readonly string[];
  /** Runs only where its table holds several communities. */
  readonly several?: true;
  /** Why it does not run without those, or not at all. */
  readonly waits?: string;
}

/** Everything that `check/` is given beside the reading and the policy. */
export interface CheckCatalogue extends Catalogue {
  readonly identities: Readonly<Record<string, IdentityDef>>;
  /** Words that report none when they stand alone in a line: 无, 尚未举办. */
  readonly noneWords: readonly string[];
}
