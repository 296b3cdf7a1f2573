/** What is measured: identities of things, and measures as data that `check/measures` interprets. */
import type { Condition } from './conditions.ts';
import type { Scope, Suggestion } from './contract.ts';

/** When two records are the same thing (decision sheets-4). */
export interface IdentityDef {
  readonly table: string;
  /**
   * Tried in this order; a key holds only where all its `fields` are filled and pass their own checks, `also` is taken
   * as it stands. It joins no records that differ in a field of `unless`.
   */
  readonly keys: readonly {
    readonly fields: readonly string[];
    readonly also?: readonly string[];
    /** Records that differ in this field are different things; a blank agrees with anything. */
    readonly any?: string;
    readonly unless?: readonly string[];
  }[];
  /** Field of the community: empty and own are the same. */
  readonly place?: string;
  /**
   * Things that may be one all the same: alike in `beside`, and in `name` without brackets, quotes, ordinals, the names of the
   * own places, what stands in `place`, and these words.
   */
  readonly perhaps?: {
    readonly name: string;
    readonly beside: string;
    readonly place: string;
    readonly words: readonly string[];
  };
  /** Of one thing's records those that satisfy this stay, if there is one: registered after having been filed. */
  readonly keeps?: Condition;
  /** How it is known again in another workbook; absent where nobody looks for it there. */
  readonly across?: {
    /** Lines that count certainly. */
    readonly when: Condition;
    /** The first key that two lines both have decides; a key is missing where a part of it is. */
    readonly keys: readonly (readonly KeyPart[])[];
    /** The cell that is pointed to. */
    readonly at: string;
    /** Field that may be named in a finding. */
    readonly called?: string;
  };
  /** Of a line of the register: that its unit has handed in. */
  readonly handedIn?: Condition;
  /** Of a line of a ledger of issues: how it is known that it comes back. */
  readonly returned?: {
    readonly number: string;
    readonly indicator: string;
    readonly deadline: string;
    readonly closedOn: string;
    readonly evidence: string;
    /** Blank when it is sent. */
    readonly answers: readonly string[];
    readonly closed: Condition;
    readonly status: string;
    /** Which of its wordings tell that an issue was accepted as closed. */
    readonly closedWords: readonly string[];
  };
}

/** What of a line is compared with lines of other workbooks; a value that breaks its own rules is none. */
export type KeyPart =
  | { readonly as: 'value'; readonly field: string }
  /** An id number of 15 or 18 digits, without its check digit and with the century; `checked` only one that has that digit. */
  | { readonly as: 'id'; readonly field: string; readonly checked?: true }
  /** A day, or the month in which it is; of a birth an id number tells it as well. */
  | { readonly as: 'day' | 'month'; readonly field: string; readonly id?: string }
  /** Without `words`, and without the names of the own places where `own`. What is left must be like `says`. */
  | {
      readonly as: 'text';
      readonly field: string;
      readonly words: readonly string[];
      readonly own?: true;
      /** The day of this field stands in it as 〇. */
      readonly day?: string;
      readonly says: string;
    };

/** A number in a line of a table, with stand-ins in order. */
export interface Figure {
  readonly table: string;
  readonly field: string;
  /** The most that it can be where it is not given: registered for verified. */
  readonly most?: string;
  /** The day on which it was taken down; a figure from before the window is not the one that is asked for. */
  readonly on?: string;
}

export type CountMeasure = {
  readonly kind: 'count';
  readonly table: string;
  readonly identity: string;
  readonly where: Condition;
  /** Column whose heading shows the gap. */
  readonly by: string;
  /** Words in the key column that report none as a fact, without any doubt (decision sheets-8). */
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
      /** Columns of which one must be there; a list with none of them tells nothing. */
      readonly needs?: readonly string[];
      /** A thing with the same value here counts in full only once: a person in one post. */
      readonly once?: readonly string[];
    }
  /** One figure over another, in the community's own line; several denominators are judged together: one verdict if all agree, else to be verified. */
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
      readonly table: string;
      /** By what two lines are of the same thing: where one of them denies it, it is not certain. */
      readonly identity: string;
      readonly items: readonly string[];
      /** Whose lines they are: of others nothing is told. */
      readonly of: Condition;
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
      readonly table: string;
      readonly items: readonly string[];
      readonly words: readonly string[];
      readonly of: Condition;
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
  /** Goals met, points enough, nothing that forbids it. */
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
