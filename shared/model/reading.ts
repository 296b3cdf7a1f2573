/** What `read/` makes of a snapshot: tables, records and typed values, each with the cell it came from. */
import type { Basis, Cell, ListKind, Unread, UrbanRural } from './contract.ts';
import type { SumKind } from './totals.ts';

/** 0-based, inclusive, absolute on the sheet. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The four states of a typed cell, decided once when it is read (decision read-14): a value, zero included, of which every
 * word is explained; 空; 不适用 (`/`, `—`); and doubtful, where something stands that the field's list, figures, units, dates,
 * ticks and silent words do not explain. No rule or measure looks at words again.
 */
export type State = 'value' | 'blank' | 'void' | 'doubtful';

/** Days are Excel serials of the 1900 system, whatever the workbook counts in. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * One typed cell. Only the members of its field's type are set:
 * count, amount, ratio → `number` (a ratio is a fraction) · date → `span` (a day has from = to; a month its first and
 * last day) · boolean → `flag` · code, codes → `codes` · everything else → `text`.
 */
export interface Datum {
  /** 0-based, absolute on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly raw: Cell;
  readonly state: State;
  readonly number: number | null;
  readonly span: Span | null;
  /** A second reading, where what was typed has two: numeric 2020.1 is January or October. */
  readonly otherSpan: Span | null;
  readonly flag: boolean | null;
  readonly codes: readonly string[];
  /** Normalised (decision read-1); for a masked cell its token. */
  readonly text: string;
  /** Of a doubtful cell what was understood, 〔〕 standing for what was left over: 中级〔〕. Else empty. */
  readonly known: string;
  /** Rule of reading (N001 …) that this cell breaks, or null. */
  readonly issue: string | null;
  /** What the value's own rules say: check digit, calendar, length. Null where it has none or is blank. */
  readonly check: 'valid' | 'invalid' | 'lossy' | null;
  /** True where the figure is at least one though not known: 约30人, 10余家. */
  readonly atLeastOne: boolean;
}

export interface Column {
  /** Field key of the table, or null where the heading was not understood. */
  readonly field: string | null;
  /** As typed, levels joined by ` / `. */
  readonly header: string;
  readonly index: number;
  /** Row where the heading itself stands, 0-based; of several levels the lowest, of a merged one its first. */
  readonly row?: number;
  readonly basis: Basis;
  /** Unit named in the heading, for example 人 or 万元. */
  readonly unit: string | null;
  /** True where the heading fits several fields, or a field that another column already holds: asked, never assumed. */
  readonly ambiguous: boolean;
  /** Of a field with a column for each of its values the one that a tick here stands for: 登记. */
  readonly tick?: string;
  /** Of a table with one line an item the community whose figures stand here, one of several columns of that field. */
  readonly of?: string;
  /** The column holds only the month or the year of its field's dates; their days stand in another one. */
  readonly part?: 'month' | 'year';
}

/**
 * `more` is a further line of the record above, `aside` tells how the list is to be filled in: an example, units, 必填; `example`
 * is the template's own, word for word, and `leftover` one that was typed over in part.
 */
export type RowKind =
  | 'record'
  | 'more'
  | SumKind
  | 'header'
  | 'aside'
  | 'example'
  | 'leftover'
  | 'section'
  | 'blank'
  | 'footer';

/** A line that is still the template's example in these columns; no record. Row and columns are 0-based, absolute. */
export interface Leftover {
  readonly row: number;
  readonly columns: readonly number[];
}

/** What a line between the rows says of those below it: 一、依法登记的, 乙社区, 已注销. It is no record (decision read-17). */
export interface Section {
  /** 0-based, absolute. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly words: Words;
  /** Field key → the value that the line gives, where the list has no column for it. */
  readonly values: Readonly<Record<string, Datum>>;
}

/** What words above a list, or between its rows, say of the lines below them (decision read-15). */
export interface Words {
  /** Null where no word restricts the list. */
  readonly kind: ListKind | null;
  /** The community that is named, as written; null for none. */
  readonly community: string | null;
  /** Whether one is named, one that nothing else in the workbook names, several, or none. */
  readonly whose: 'named' | 'strange' | 'several' | 'unsaid';
  /** What leaves open what list it is, with 〔〕 for what is not understood; null where nothing does. */
  readonly doubt: string | null;
  /** The time that the lines are of. */
  readonly period: Span | null;
}

/** A line of a list, or the whole of a form: field key → typed cell. */
export interface DataRecord {
  readonly table: Table;
  /** 0-based, absolute; a form's first row. */
  readonly row: number;
  readonly data: Readonly<Record<string, Datum | undefined>>;
  /** True for rows that a person has hidden. */
  readonly hidden: boolean;
  /** The nearest line between the rows above it; null for none. */
  readonly section: Section | null;
}

/** A row of sums; `of` are the words that say what it sums (财政小计: 财政), empty where it does not say. */
export type SumRecord = DataRecord & { readonly kind: SumKind; readonly of: string };

/** What all cells of a field have in common. */
export interface Summary {
  /** A sum of those in `summaries.ts`. */
  readonly states: number;
  /** Some cell was noted when it was read. */
  readonly issues: boolean;
  /** Some value breaks its own rules. */
  readonly faults: boolean;
  /** Some value has no figure, and so for days; or a figure that is only at least one, or a date with two readings. */
  readonly someNoNumber: boolean;
  readonly someNoDay: boolean;
  readonly least: number;
  readonly most: number;
  /** First and last day of all spans. */
  readonly from: number;
  readonly to: number;
}

/** The cells of a table's records. */
export interface Cells {
  /** Those that some record has, in the order of their keys. */
  readonly fields: readonly string[];
  /** Record by record, field by field. */
  readonly each: (visit: VisitCell) => void;
}

/**
 * `field` is the place among the fields; `datum` is undefined where the record has none. Cells of a field that are typed alike
 * may be given as one and the same, with its place among those, so that a million of them need not be kept; -1 for all others.
 * `raw` is what the record itself has: of a masked cell its token counts and not the text of `datum`.
 */
export type VisitCell = (field: number, datum: Datum | undefined, raw: Cell, alike: number) => void;

export interface Table {
  readonly id: string;
  readonly sheet: string;
  readonly shape: 'list' | 'form';
  readonly area: Area;
  /** 0-based, absolute. */
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly records: readonly DataRecord[];
  /** Total and subtotal rows, typed as records are; kept apart so that they never count. */
  readonly totals: readonly SumRecord[];
  /** What the cells of each field have in common over all records. */
  readonly summaries: () => ReadonlyMap<string, Summary>;
  /** For going through all of them. */
  readonly cells: () => Cells;
  /** Kind of each body row, from the row after the headings to the bottom of `area` (lists only). */
  readonly rowKinds: readonly RowKind[];
  readonly leftovers: readonly Leftover[];
  /** The figures of a table with one line an item (W13), put under the fields that the items name. */
  readonly pivot: DataRecord | null;
  /** Cells of a form that hold labels, as row and column (forms only). */
  readonly labels: readonly (readonly [number, number])[];
  /** Where their values stand, in the same order, whole where cells are merged; null where another label stands there. */
  readonly values: readonly (Area | null)[];
  /** Title above the table, or the sheet's name. */
  readonly title: string;
  /** What the nearest words above it say (decision read-15). */
  readonly words: Words;
  /** What list it is by them, or by a person; only `full` and `continuation` count as what stands. */
  readonly kind: ListKind;
  /** What a person has said that it is; null where nobody did. */
  readonly saidToBe: 'full' | 'subset' | null;
  /** The community that the nearest words above it name, as written; null where none is named. */
  readonly community: string | null;
  /** Set when the list has no headings of its own and goes on another, certainly or perhaps (decision read-24). */
  readonly continues: { readonly of: Table; readonly isCertain: boolean } | null;
  /** Set when this table is taken for a copy of another, which then counts in its place (decision read-10). */
  readonly copyOf: Table | null;
}

/** A line outside the tables: title, unit, date, 填报单位, signatures, notes. */
export interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly kind: 'title' | 'unit' | 'date' | 'reporter' | 'signature' | 'note' | 'statement';
  /** Heading word as typed (填表人, 填报单位 …), or null. */
  readonly label: string | null;
  /** What follows the label, in the same cell or the next; normalised. */
  readonly value: string | null;
  /** Where the value stands. */
  readonly valueColumn: number;
}

export interface UnitReading {
  readonly county: string | null;
  readonly countyName: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly urbanRural: UrbanRural;
  /** How urban or rural was decided (decision read-2). */
  readonly urbanRuralFrom: 'code' | 'tick' | 'name' | null;
  /** Communities that forms or lines 填报单位 name each as their own, where they differ: none of them is taken. */
  readonly rivals: readonly string[];
}

/** What a workbook holds, whoever it is of. */
export interface WorkbookReading {
  readonly tables: readonly Table[];
  /** Places that the workbook names (decision read-16): words that titles are read by. */
  readonly places: readonly string[];
  /** Communities among them, as they were first written. */
  readonly communities: readonly string[];
  readonly lines: readonly Line[];
  readonly unread: readonly Unread[];
  /** Sheets with hidden rows, columns, or hidden themselves, that hold data which was read. */
  readonly hidden: readonly {
    readonly sheet: string;
    readonly address: string;
    readonly what: 'sheet' | 'rows' | 'columns';
  }[];
}

/** The same with the unit that it is of, by the register of a policy. */
export interface Reading extends WorkbookReading {
  readonly unit: UnitReading;
}
