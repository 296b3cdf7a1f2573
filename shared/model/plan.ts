/** What is to be written into the workbook: marks on cells, and the sheets that are ours. */
import type { Severity } from './contract.ts';
import type { Written } from './written.ts';

/** `gap`: an unmet or lagging indicator; the others are the severities of findings. */
export type MarkLevel = Severity | 'gap';

export interface Mark {
  readonly sheet: string;
  /** A1 address of a cell or range on that sheet. Marks of one plan never overlap: the gravest level has the cell. */
  readonly address: string;
  readonly level: MarkLevel;
}

export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'text'
  | 'number'
  | 'percent'
  | 'error'
  | 'warning'
  | 'note'
  | 'gap'
  | 'met'
  | 'link'
  | 'entry'
  | 'key';

/** A cell of our own sheets. Strings are written as text, never as formulas, whatever they begin with. */
export interface PlanCell {
  readonly value: string | number | null;
  readonly style: CellStyle;
  /** A link to a cell of the person's, written so that it follows inserted rows; `value` is what is shown. */
  readonly link?: { readonly sheet: string; readonly address: string };
}

export type SheetRole = 'gaps' | 'summary';

export interface PlanSheet {
  readonly role: SheetRole;
  /** The name wanted; the host adds a number when a person's own sheet has it. */
  readonly name: string;
  /** In characters; 0 hides the column. */
  readonly widths: readonly number[];
  /** Every row has as many cells as `widths`. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** Rows, as index and width, in which the first cell spans the whole width (titles, paragraphs). */
  readonly spans: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
}

export interface WritePlan {
  readonly marks: readonly Mark[];
  readonly sheets: readonly PlanSheet[];
  /** What the sheets say, kept for the next check to be held against. */
  readonly written: Written;
}

/** A line of 差距清单 as it stands in the workbook: what the person wrote about a finding or gap. */
export interface Explanation {
  /** Key of the finding or gap that it was written for. */
  readonly key: string;
  readonly text: string;
  /** What the line said then, to show under 已消除. */
  readonly about: string;
  /** True when the line already stands under 已消除. */
  readonly cleared: boolean;
}
