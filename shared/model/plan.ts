/** What is to be written into the workbook: marks on cells, and the sheets that are ours. */
import type { Confirmed } from './conclusions.ts';
import type { Mode } from './contract.ts';
import type { Explanation } from './explanations.ts';
import type { Mark } from './marks.ts';
import type { Before, Marked, Written } from './written.ts';

export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'text'
  | 'fine'
  | 'number'
  | 'percent'
  | 'points'
  | 'error'
  | 'warning'
  | 'note'
  | 'gap'
  | 'met'
  | 'link'
  | 'entry'
  | 'key'
  | 'label'
  | 'example'
  | 'total';

/** A cell of our own sheets. Strings are written as text, never as formulas, whatever they begin with. */
export interface PlanCell {
  readonly value: string | number | null;
  readonly style: CellStyle;
  /** A link to a cell of the person's, written so that it follows inserted rows; `value` is what is shown. */
  readonly link?: { readonly sheet: string; readonly address: string };
  /** A formula, without `=`; `value` is what it comes to while nothing is filled in. Only in sheets to be filled in. */
  readonly formula?: string;
}

/** Made of an evaluation by a check. */
export type PaperRole = 'gaps' | 'summary';
/** `receipt`: the slip that is handed in with a workbook; `notice`: with what it is sent back. */
export type SheetRole = PaperRole | 'receipt' | 'notice';

/** A sheet of ours in the workbook that was checked. */
export interface PlanSheet extends PaperSheet {
  readonly role: SheetRole;
  /** Of which evaluation it speaks: each has sheets of its own. */
  readonly mode: Mode;
}

/** A sheet to be read and printed, in a person's workbook or in one of its own. */
export interface PaperSheet {
  /** The name wanted, with the time in it: 中期差距清单; the host adds a number when a person's own sheet has it. */
  readonly name: string;
  /** In characters; 0 hides the column. */
  readonly widths: readonly number[];
  /** Every row has as many cells as `widths`. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** Rows, as index and width, in which the first cell spans the whole width (titles, paragraphs). */
  readonly spans: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly page: PageSetup;
  /** 0-based row of headings whose table, down to its last line, can be filtered; null for none. */
  readonly filterRow: number | null;
}

/** A4, as wide as one page. */
export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** 0-based rows, both inclusive, that are printed on every page; null for none. */
  readonly repeated: readonly [from: number, to: number] | null;
}

/** What is written down beside an evaluation. */
export interface Filing {
  readonly explanations: readonly Explanation[];
  /** What was written into the workbook last, of this evaluation. */
  readonly before: Before;
  /** As it was confirmed last, whether or not it still holds. */
  readonly confirmed: Confirmed | null;
  /** ISO date of the check; null where it is not told. */
  readonly on: string | null;
}

export interface WritePlan {
  readonly marks: readonly Mark[];
  readonly sheets: readonly PlanSheet[];
  /** What the sheets say, kept for the next check to be held against. */
  readonly written: Written;
  readonly marked: Marked;
}
