/** Rows that stand ready below a list: nothing is in them but the running numbers that somebody filled down. */
import type { Cell, Table, TableDef } from '../model.ts';

/** Columns of running numbers. */
export function numberedIn({ columns }: Table, layout: TableDef | undefined): ReadonlySet<number> {
  const serials = new Set(layout?.fields.filter(({ type }) => type === 'serial').map(({ key }) => key));
  return new Set(columns.flatMap(({ field, index }) => (field !== null && serials.has(field) ? [index] : [])));
}

/** Whether the cell leaves its row a spare one; `isNumbered` in a column of running numbers. */
export function isSpare(cell: Cell, isNumbered: boolean): boolean {
  if (cell === null || cell === '') return true;
  if (!isNumbered) return false;
  // Outside of lists a number travels only as one.
  if (typeof cell === 'object') return 'kind' in cell && cell.kind === 'number';
  return RUNNING_NUMBER.test(String(cell));
}

const RUNNING_NUMBER = /^\d{1,5}$/;
