/** Data in hidden sheets, rows and columns is read like any other, and said once for each sheet (decision read-11). */
import { addressOf } from '../model/addresses.ts';
import type { Reading, Table } from '../model.ts';
import type { Grid } from './grid.ts';

export function readHidden(grid: Grid, tables: readonly Table[]): Reading['hidden'] {
  const sheet = grid.sheet.name;
  if (tables.length === 0) return [];
  if (grid.sheet.visibility === 'Hidden') return [{ sheet, address: addressOf(tables[0]!.area), what: 'sheet' }];
  const rows = tables.flatMap((table) => hiddenRows(grid, table));
  const columns = tables.flatMap((table) => hiddenColumns(grid, table));
  const addresses = [...rows, ...columns];
  if (addresses.length === 0) return [];
  return [{ sheet, address: addresses.join(','), what: rows.length > 0 ? 'rows' : 'columns' }];
}

function hiddenRows(grid: Grid, table: Table): readonly string[] {
  const rows = within(grid.hiddenRows, table.area.top, table.area.bottom);
  const filled = rows.filter((row) => anyCell(grid, row, row, table.area.left, table.area.right));
  return runs(filled).map(([top, bottom]) => addressOf({ ...table.area, top, bottom }));
}

function hiddenColumns(grid: Grid, table: Table): readonly string[] {
  const columns = within(grid.hiddenColumns, table.area.left, table.area.right);
  const filled = columns.filter((column) => anyCell(grid, table.area.top, table.area.bottom, column, column));
  return runs(filled).map(([left, right]) => addressOf({ ...table.area, left, right }));
}

/** Asked number by number: a list of hidden rows may be longer than all tables are. */
function within(hidden: ReadonlySet<number>, from: number, to: number): readonly number[] {
  const found: number[] = [];
  if (hidden.size > 0) for (let at = from; at <= to; at++) if (hidden.has(at)) found.push(at);
  return found;
}

function anyCell(grid: Grid, top: number, bottom: number, left: number, right: number): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) if (grid.cell(row, column) !== null) return true;
  }
  return false;
}

/** Neighbouring numbers, in order, joined: 3, 4, 7 → [3, 4] and [7, 7]. */
function runs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else joined.push([number, number]);
  }
  return joined;
}
