/** A list below its headings: what is known of it before its rows are told apart. */
import type { Cell, FieldDef } from '../model.ts';
import type { Grid } from './grid.ts';
import type { Region } from './regions.ts';
import type { TickColumn } from './ticks.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface FieldColumn {
  readonly field: FieldDef;
  readonly index: number;
  /** 10,000 where the heading, or a line above the list, says 元 and the field counts 万元; else 1. */
  readonly divisor: number;
  readonly isKey: boolean;
  /** The columns of a field that is ticked, this one the first of them. */
  readonly ticks?: readonly TickColumn[];
  /** Where day, month and year of a date stand in columns of their own: those of the greater parts. */
  readonly parts?: DateParts;
}

export interface DateParts {
  readonly month?: number;
  readonly year?: number;
}

export interface Body {
  readonly grid: Grid;
  readonly vocabulary: Vocabulary;
  readonly region: Region;
  readonly fields: readonly FieldColumn[];
  /** Those that name the person whom a row is about. */
  readonly persons: readonly FieldColumn[];
  /** The leaf of each column, then the upper heading rows as they stand, by column offset. */
  readonly headings: readonly (readonly Cell[])[];
  readonly left: number;
  readonly right: number;
}
