/** Rows of sums that are told by what they hold, for their label leaves it open or is not there (decision read-22). */
import type { Cell, FieldType, RowKind } from '../model.ts';
import type { Body, FieldColumn } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import type { Grid } from './grid.ts';
import { clean } from './text.ts';

const FIGURES: ReadonlySet<FieldType> = new Set(['count', 'amount', 'ratio']);
/** Rows like these are added up at most so often a list. */
const MOST_TRIED = 40;
const TOLERANCE = 1e-6;

/** Whether beside the label at `label` nothing stands but figures, so that the row can be nobody and nothing. */
export function holdsFiguresOnly({ grid, fields }: Body, row: number, label: number): boolean {
  return fields.every(({ field, index }) => {
    if (index === label || FIGURES.has(field.type) || field.type === 'serial' || field.type === 'remark') return true;
    const cell = grid.cell(row, index);
    return cell === null || (typeof cell === 'string' && saysLittle(cell));
  });
}

// A dash, or how many: 2场.
const LITTLE = /^(?:[-/\\—―－]+|\d+(?:\.\d+)?\D{0,2})?$/;

function saysLittle(text: string): boolean {
  return LITTLE.test(clean(text));
}

/** For rows without a key whose figures, all of them, are the sums of the records above since the last total. */
export function openSums(body: Body, context: CellContext): (row: number, kinds: readonly RowKind[]) => boolean {
  const { grid, fields, region } = body;
  const figures = fields.filter(({ field }) => field.type === 'count' || field.type === 'amount');
  const keys = fields.filter(({ isKey }) => isKey);
  const first = region.block.area.bottom + 1;
  let tried = 0;
  return (row, kinds) => {
    if (figures.length === 0 || keys.some(({ index }) => grid.cell(row, index) !== null)) return false;
    if (
      !holdsFiguresOnly(body, row, -1) ||
      fields.some(({ field, index }) => field.type === 'serial' && grid.cell(row, index) !== null)
    )
      return false;
    const own = figures.filter(({ index }) => grid.cell(row, index) !== null);
    if (own.length === 0 || ++tried > MOST_TRIED) return false;
    const from = kinds.lastIndexOf('total') + 1;
    const rows = kinds.flatMap((kind, at) => (at >= from && kind === 'record' ? [first + at] : []));
    return rows.length > 1 && own.every((column) => isSumOf(body, row, rows, column, context));
  };
}

/**
 * The row of sums directly under the headings whose label is gone: nothing but figures, each what the rows `below` add up
 * to, as Excel does it (without figures typed as text) or as they are read.
 */
export function isTopSum({ grid, fields }: Body, row: number, below: readonly number[], context: CellContext): boolean {
  const isFigure = ({ field, isKey }: FieldColumn) => !isKey && (field.type === 'count' || field.type === 'amount');
  const filled = fields.filter(({ field, index }) => field.type !== 'serial' && !isEmpty(grid.cell(row, index)));
  return filled.length > 0 && filled.every((column) => isFigure(column) && addsUp(grid, row, below, column, context));
}

function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && clean(cell) === '');
}

function addsUp(
  grid: Grid,
  row: number,
  below: readonly number[],
  { field, index }: FieldColumn,
  context: CellContext,
): boolean {
  const own = typed(grid.cell(row, index), row, index, null, field, context).number;
  if (own === null) return false;
  let [read, added] = [0, 0];
  for (const at of below) {
    const cell = grid.cell(at, index);
    read += typed(cell, at, index, null, field, context).number ?? 0;
    if (typeof cell === 'number') added += cell;
  }
  return [read, added].some((sum) => Math.abs(sum - own) <= TOLERANCE);
}

function isSumOf(
  { grid }: Body,
  row: number,
  rows: readonly number[],
  { field, index }: FieldColumn,
  context: CellContext,
) {
  const figure = (at: number) => typed(grid.cell(at, index), at, index, null, field, context).number;
  const own = figure(row);
  if (own === null || own === 0) return false;
  let sum = 0;
  for (const at of rows) sum += figure(at) ?? 0;
  return Math.abs(sum - own) <= TOLERANCE;
}
