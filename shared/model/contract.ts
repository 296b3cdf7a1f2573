/** The boundary: every shape that crosses it, as published. Field names follow Office.js. */

export interface ErrorCell {
  /** An Excel error value, for example `#REF!`. */
  readonly error: string;
}

/** Why a masked cell was masked; `text` and `number` are cells outside recognised fields. */
export const maskKinds = [
  'name',
  'phone',
  'id',
  'certificate',
  'address',
  'account',
  'birth',
  'text',
  'number',
] as const;
export type MaskKind = (typeof maskKinds)[number];

/** What the value's own rules said before it was masked. */
export const maskChecks = ['valid', 'invalid', 'lossy'] as const;
export type MaskCheck = (typeof maskChecks)[number];

/** A cell whose value stayed in the workbook (decisions mask-2, mask-3). */
export interface MaskedCell {
  /** 12 hex digits that stand for the value within this workbook, or null where even equality is not needed. */
  readonly masked: string | null;
  readonly kind: MaskKind;
  readonly check?: MaskCheck | null;
  /** What was explained of the cell, 〔〕 for the rest: it is read as the cell itself was. */
  readonly known?: string;
  /** Token of what is left of a name when what says nothing is taken off (decision mask-15), where that is compared. */
  readonly core?: string;
}

/** `null` is an empty cell; `""` is read as null. */
export type Cell = string | number | boolean | null | ErrorCell | MaskedCell;

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** The used range, values only, for example `A1:L17`. */
  readonly address: string;
  /** Row-major, the shape of `address`. */
  readonly values: readonly (readonly Cell[])[];
  /** The shape of `values`; a cell of it, or the whole, may be missing. */
  readonly numberFormat?: readonly (readonly (string | null)[])[] | null;
  /** Absolute addresses on the sheet. */
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** Address of content that was not read, for it stands far away from the rest, or there is too much of it. */
  readonly beyond?: string;
}

export interface WorkbookSnapshot {
  readonly schema: 'workbook-snapshot/1';
  readonly name?: string;
  readonly date1904?: boolean;
  /** Set by masking: what looks like a token in its texts is one. */
  readonly masked?: true;
  readonly sheets: readonly SheetSnapshot[];
}

/** A masked snapshot as it travels: masked cells that repeat stand once in `texts` (decision mask-16). */
export interface PackedSnapshot extends Omit<WorkbookSnapshot, 'sheets'> {
  readonly texts?: readonly MaskedCell[];
  readonly sheets: readonly PackedSheet[];
}

export interface PackedSheet extends Omit<SheetSnapshot, 'values'> {
  readonly values: readonly (readonly PackedCell[])[];
}

/** `text` is the place in the snapshot's `texts`. */
export type PackedCell = Cell | { readonly text: number };

export type Mode = 'midterm' | 'final';

/** What a person says of a place in this workbook. */
export type PlacedCorrection =
  | { readonly kind: 'headerRows'; readonly sheet: string; readonly rows: readonly number[] }
  | {
      readonly kind: 'table';
      readonly sheet: string;
      readonly address: string;
      readonly table: string | null;
      /** All that stands, or only a part of it; without it as its words say. */
      readonly as?: 'full' | 'subset';
    }
  | {
      readonly kind: 'column';
      readonly sheet: string;
      readonly address: string;
      readonly column: string;
      readonly field: string | null;
    }
  /** A list without headings goes on the one that `of` points into. */
  | { readonly kind: 'continues'; readonly sheet: string; readonly address: string; readonly of: Place };

/** What a person says of words wherever they stand in a table of this kind; another workbook may take it over. */
export type WordCorrection =
  | { readonly kind: 'column'; readonly table: string; readonly heading: string; readonly field: string | null }
  /** What one wording means in a field throughout the workbook: a code, yes or no, or nothing. */
  | {
      readonly kind: 'word';
      readonly table: string;
      readonly field: string;
      readonly text: string;
      readonly means: string | boolean | null;
    };

export type Correction = PlacedCorrection | WordCorrection;

export const WORD_TOKEN = /^[0-9a-f]{12}$/;

/** Whether the text of a correction travels as its token already. */
export const isWordToken = (text: string): boolean => WORD_TOKEN.test(text);

/** Characters of a cell, at most: Excel's own bound. Up to it all reading takes time as the text is long. */
export const longestText = 32_767;
/** Of a wording or a heading, in characters: what is longer is no term. */
export const longestWording = 500;
/** Nobody corrects by hand more than this; each may make a whole sheet be read anew. */
export const mostCorrections = 200;

export const isPlaced = (one: Correction): one is PlacedCorrection => 'sheet' in one;

export interface EvaluateOptions {
  readonly mode?: Mode;
  /** ISO date; without it 2020-11-30 at mid-term and 2021-05-31 at the end, as the policy says. */
  readonly asOf?: string;
  /** Id of the policy that is judged by; `targetSet` is its name of before. Without either the first of those known. */
  readonly policy?: string;
  readonly targetSet?: string;
  readonly corrections?: readonly Correction[];
  /** False leaves out the score, which is a proposal, and all that rests on it. */
  readonly score?: boolean;
  /** Of the masked snapshot; the caller computes it, the engine copies it. */
  readonly snapshotHash?: string;
}

export type Verdict =
  | 'met'
  | 'unmet'
  | 'on_track'
  | 'behind'
  | 'to_verify'
  | 'missing'
  | 'not_applicable'
  | 'reference';

export type Severity = 'error' | 'warning' | 'note';
export type Scope = 'community' | 'street' | 'county' | 'city';
export type UrbanRural = 'urban' | 'rural' | 'unknown';
export type Basis = 'exact' | 'normalized' | 'synonym' | 'contains' | 'corrected' | 'none';
export type Binding = 'binding' | 'reference' | 'information';
export type Comparison = '>=' | '>' | '<=' | '<' | '=';

export interface Place {
  readonly sheet: string;
  /** A1 address on that sheet, without the sheet's name. */
  readonly address: string;
}

export interface Unit {
  readonly county: string | null;
  readonly countyName: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly urbanRural: UrbanRural;
}

export interface ColumnReport {
  readonly field: string | null;
  readonly header: string;
  readonly column: string;
  readonly basis: Basis;
  /** Of a field with a column for each of its values, the code of the one that a tick here stands for. */
  readonly tick?: string;
  /** The column holds only the month or the year of its field's dates. */
  readonly part?: 'month' | 'year';
}

/** What a row of a list is that is no record: a sum, the template's example, a row that tells how to fill the list in, headings printed again, a line that heads those below it. */
export type OtherRow = 'sum' | 'example' | 'aside' | 'heading' | 'section' | 'footer';

/** Of a form: where the label of a column stands, and the value; null where another label stands in its place. */
export interface FormCells {
  readonly label: string;
  readonly value: string | null;
}

/**
 * What list a table is: all that stands · persons who hold a certificate · what was, is planned, or belongs to another time ·
 * staff of another body · candidates · a part only · told twice · the rest of the list before.
 */
export const listKinds = [
  'full',
  'held',
  'former',
  'planned',
  'other_time',
  'other_body',
  'candidates',
  'subset',
  'copy',
  'continuation',
] as const;
export type ListKind = (typeof listKinds)[number];

export interface TableReport {
  readonly id: string;
  readonly sheet: string;
  readonly address: string;
  readonly headerRows: readonly number[];
  readonly rows: number;
  readonly columns: readonly ColumnReport[];
  readonly kind: ListKind;
  /** The community that the nearest words above the table name; null where none is named. */
  readonly community: string | null;
  /** Of a form, in the order of `columns`. */
  readonly cells?: readonly FormCells[];
  /** Of a list, by row from 1 on; all other rows are records or blank. */
  readonly others?: readonly { readonly row: number; readonly kind: OtherRow }[];
  /** Of a list: the last row of what is blank below it, up to the next thing in its columns; absent where nothing follows. */
  readonly room?: number;
}

/** The target met is value `op` p/q; a count has q 1, a percentage q 100. */
export interface Target {
  readonly op: Comparison;
  readonly p: number;
  readonly q: number;
  readonly unit: string;
  /** ISO date. */
  readonly due: string;
  readonly binding: Binding;
}

export interface Gap {
  /** In `unit`; for `to_verify` the worst case. */
  readonly amount: number;
  readonly amountMin?: number;
  readonly unit: string;
  /** Only for ratios: target minus value, in percentage points. */
  readonly percentagePoints?: number;
}

export interface Citation {
  readonly source: string;
  readonly section: string;
  readonly quote: string;
}

export interface Evidence extends Place {
  readonly role: 'numerator' | 'denominator' | 'undecided' | 'source';
}

/** Words that quantity, rate and distance of an indicator are told in. */
export type Spoken =
  /** 志愿服务活动: so many of them. */
  | { readonly kind: 'count'; readonly what: string }
  /** 注册志愿者1498人，其中参加服务96人，参与率6.40%; without a rate it is the number that counts. */
  | {
      readonly kind: 'share';
      readonly whole: string;
      readonly part: string;
      readonly rate?: string;
      readonly unit: string;
    }
  /** Done or not, which is no number: 已成立, 尚未成立, 成立. */
  | { readonly kind: 'step'; readonly done: string; readonly undone: string; readonly deed: string }
  /** A title that is suggested, which is told with the score. */
  | { readonly kind: 'title' };

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  readonly entity: string | null;
  /** Which calibre a reference entry uses, for example 户籍人口; absent on the main entry. */
  readonly basis?: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** A ratio is a fraction, never a percentage. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerDenominator?: number;
  readonly upperDenominator?: number;
  readonly target: Target | null;
  readonly gap: Gap | null;
  /** What one of the gap is, as work is planned in: 名持证社工; absent where the policy has no word for it. */
  readonly noun?: string;
  /** How it is said in a sentence; absent where the policy has no words for it. */
  readonly spoken?: Spoken;
  /** What the policy says is to be done while it is not reached, a sentence; absent where it says nothing. */
  readonly advice?: string;
  readonly verdict: Verdict;
  readonly citation: Citation;
  readonly evidence: readonly Evidence[];
  /**
   * Where a gap is shown: the heading of the column that the numerator is counted by, or the cell that holds it.
   * Null when nothing of it stands in the workbook.
   */
  readonly at: Place | null;
  readonly reasons: readonly string[];
}

/**
 * What a doubt asks a person, answered by one correction of that kind: what the words of a cell mean in this field, which
 * stand in `at` and in `related` · what list this is · what a column is · whether a list goes on the one that `of` points into.
 */
export type Asked =
  | { readonly kind: 'word'; readonly table: string; readonly field: string }
  | { readonly kind: 'table'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'column'; readonly sheet: string; readonly address: string; readonly column: string }
  | { readonly kind: 'continues'; readonly sheet: string; readonly address: string; readonly of: Place };

/** Cell tokens or plain words, never hashes of them. */
export interface KeyParts {
  readonly rule: string;
  /** The table, or the sheet where there is none, and what the record is called there. */
  readonly record: readonly string[];
  /** The field and what stands in it, and in other cells that it is about. */
  readonly value: readonly string[];
  /** From 1 on, of findings alike in all else. */
  readonly nth: number;
}

export interface Finding {
  /** Stable while rule, record and value stay the same: where `keyParts` are given, within this answer only. */
  readonly key: string;
  /** What `findingKey` makes the stable key of, once tokens are put back. */
  readonly keyParts?: KeyParts;
  readonly rule: string;
  readonly severity: Severity;
  readonly table: string | null;
  readonly field: string | null;
  readonly at: Place;
  /** As typed; null on personal fields. */
  readonly value: string | number | boolean | null;
  /** The same as people read it, a day by its date and not by Excel's number; null where `value` is. */
  readonly shown: string | null;
  readonly message: string;
  readonly fix: string;
  readonly related: readonly Place[];
  /** What a person can say to settle it; absent where only the cell itself can be put right. */
  readonly asks?: Asked;
}

export interface NotChecked {
  readonly rule: string;
  readonly reason: string;
  /** The table that has no data, where that is the reason. */
  readonly lacks?: { readonly id: string; readonly name: string };
}

export interface RuleReport {
  readonly id: string;
  readonly title: string;
  /** Clause, standard or reason that it rests on, in words. */
  readonly relation: string;
}

export interface Unread extends Place {
  readonly reason: string;
}

/** By a score table of its own version. Points have two decimals. */
export interface Score {
  readonly table: string;
  readonly version: string;
  readonly name: string;
  /** What the table is, to be shown wherever it is: 建议方案，非文件规定. */
  readonly status: string;
  /** Earned for certain. */
  readonly total: number;
  /** The most that it can be once doubtful rows are settled. */
  readonly upper: number;
  /** Of the items scored. */
  readonly max: number;
  /** Of all that apply: `max` and what is unscored. */
  readonly full: number;
  /** Null at mid-term, and as long as what is open can change it. */
  readonly grade: string | null;
  readonly items: readonly ScoredItem[];
  readonly unscored: readonly UnscoredItem[];
  /** Null at mid-term, and where the policy has no such title. */
  readonly pilotSite: PilotSite | null;
}

export interface ScoredItem {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly upper: number;
  readonly max: number;
}

export interface UnscoredItem {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  /** False where it is not asked for here, so that its points are no part of `full` either. */
  readonly applies: boolean;
  readonly reason: string;
}

export type Suggestion = 'award' | 'award_after_rectification' | 'no_award' | 'undecided';

/** 示范点: a suggestion for street and community, each for itself; people decide. */
export interface PilotSite {
  readonly suggestions: readonly {
    readonly scope: Scope;
    readonly entity: string | null;
    readonly suggestion: Suggestion;
    readonly reasons: readonly string[];
  }[];
  readonly vetoes: readonly {
    readonly id: string;
    readonly name: string;
    /** `to_verify`: no workbook shows it, or this one does not; people have to look. */
    readonly state: 'clear' | 'applies' | 'to_verify';
  }[];
}

export interface Evaluation {
  readonly schema: 'evaluation/1';
  readonly engine: string;
  readonly policy: { readonly id: string; readonly name: string; readonly version: string };
  /** The same, for callers of before. */
  readonly targetSet: { readonly id: string; readonly version: string };
  readonly mode: Mode;
  readonly asOf: string;
  readonly snapshotHash: string | null;
  /** `sha256:` over what was understood: the same for the same data, whatever the sheets look like. */
  readonly dataHash: string;
  readonly unit: Unit;
  readonly tables: readonly TableReport[];
  readonly indicators: readonly Indicator[];
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  /** What the rules named above are called and rest on, once each. */
  readonly rules: readonly RuleReport[];
  readonly score: Score | null;
  readonly unread: readonly Unread[];
}
