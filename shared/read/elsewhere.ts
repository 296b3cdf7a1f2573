/** Words of a state in a column whose heading was not understood: 备注栏之外的一列里写着“注销”. Asked, never taken (decision read-33). */
import { comparable } from '../model/identifiers.ts';
import type { Cell, Column, Datum, FieldDef, TableDef } from '../model.ts';
import type { Grid } from './grid.ts';

/** A column that may hold a field of which the table has no column. */
export interface Asked {
  readonly field: FieldDef;
  readonly index: number;
  readonly words: ReadonlySet<string>;
}

/** `top` and `bottom` are the rows below the headings. Only whole cells count: of others masking leaves nothing. */
export function askedColumns(
  { fields }: TableDef,
  columns: readonly Column[],
  grid: Grid,
  top: number,
  bottom: number,
): readonly Asked[] {
  const held = new Set(columns.map(({ field }) => field));
  const missing = fields.filter(({ key, elsewhere }) => elsewhere && !held.has(key));
  if (missing.length === 0) return [];
  const unknown = columns.filter(({ field, basis, header }) => field === null && basis === 'none' && header !== '');
  return missing.flatMap((field) => {
    const words = new Set(field.elsewhere!.map(comparable));
    return unknown.flatMap(({ index }) => {
      for (let row = top; row <= bottom; row++)
        if (isOne(words, grid.cell(row, index))) return [{ field, index, words }];
      return [];
    });
  });
}

function isOne(words: ReadonlySet<string>, cell: Cell | undefined): boolean {
  return typeof cell === 'string' && words.has(comparable(cell));
}

/** Whether the cells of a row hold such a word; `left` is the column of the first. */
export function asks(asked: readonly Asked[], cells: readonly Cell[], left: number): boolean {
  return asked.some(({ index, words }) => isOne(words, cells[index - left]));
}

/** The field is doubtful in this row. */
export function ask(data: Record<string, Datum | undefined>, asked: readonly Asked[], grid: Grid, row: number): void {
  for (const { field, index, words } of asked) {
    const raw = grid.cell(row, index);
    if (isOne(words, raw) && !data[field.key]) data[field.key] = doubtful(raw as string, row, index);
  }
}

function doubtful(raw: string, row: number, column: number): Datum {
  const empty = {
    number: null,
    span: null,
    otherSpan: null,
    flag: null,
    codes: [],
    known: '',
    issue: null,
    check: null,
  };
  return { row, column, raw, state: 'doubtful', text: raw, atLeastOne: false, ...empty };
}
