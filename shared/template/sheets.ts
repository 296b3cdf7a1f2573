/** What the parts of a sheet have in common while they are put one below the other. */
import { headingOf } from '../model/headings.ts';
import type { CellStyle, FieldDef, FormSheet, PlanCell, TableDef } from '../model.ts';

/** A part of a sheet: what prints of it, and what helps the hand that types. */
export interface Part {
  readonly rows: readonly Row[];
  readonly formats: FormSheet['formats'];
  readonly validations: FormSheet['validations'];
  readonly conditions: FormSheet['conditions'];
  /** Rows beyond those that print, which nothing else may take. */
  readonly beyond: number;
}

export interface Row {
  readonly cells: readonly PlanCell[];
  /** Its first cell spans the sheet. */
  readonly isSpanned?: true;
}

export const cell = (value: PlanCell['value'], style: CellStyle, formula?: string): PlanCell =>
  formula === undefined ? { value, style } : { value, style, formula };

export const spanning = (text: string, style: CellStyle): Row => ({ cells: [cell(text, style)], isSpanned: true });

export const blank: Row = { cells: [] };

/** Throws for a key that the table lacks. */
export function fieldOf({ id, fields }: TableDef, key: string): FieldDef {
  const field = fields.find((each) => each.key === key);
  if (!field) throw new RangeError(`no field ${key} in ${id}`);
  return field;
}

export const headingsOf = (table: TableDef, keys: readonly string[]): readonly string[] =>
  keys.map((key) => headingOf(fieldOf(table, key)));

/** Null where cells are left as Excel has them. */
export function formatOf({ type }: FieldDef): string | null {
  switch (type) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'count':
    case 'amount':
      return 'General';
    case 'serial':
      return null;
    default:
      return '@';
  }
}
