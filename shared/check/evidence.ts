/** Where a figure was read from: addresses of cells, joined to ranges. */
import { addressOf, cellAddress } from '../model/addresses.ts';
import type { Datum, Evidence, Place, Table } from '../model.ts';
import type { Scope } from './scope.ts';

export interface Cited {
  readonly sheet: string;
  readonly datum: Datum;
}

/** More ranges than this are given as one, from the first cell to the last. */
const RANGES = 24;

export function evidenceOf(cited: readonly Cited[], role: Evidence['role']): Evidence[] {
  const bySheet = new Map<string, Cited[]>();
  for (const each of cited) {
    const list = bySheet.get(each.sheet);
    if (list) list.push(each);
    else bySheet.set(each.sheet, [each]);
  }
  const evidence: Evidence[] = [];
  for (const [sheet, cells] of bySheet) {
    for (const address of runs(cells)) evidence.push({ sheet, address, role });
  }
  return evidence;
}

/** The tables that something was counted in. */
export function areasOf(table: string, scope: Scope): Evidence[] {
  return scope.tables(table).map(({ sheet, area }) => ({ sheet, address: addressOf(area), role: 'source' }));
}

/** Cells that follow one another down a column become one range. */
function runs(cells: readonly Cited[]): string[] {
  const found: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { datum } of cells) {
    const last = found.at(-1);
    if (last && last.left === datum.column && (last.bottom === datum.row || last.bottom + 1 === datum.row)) {
      last.bottom = datum.row;
    } else {
      found.push({ top: datum.row, bottom: datum.row, left: datum.column, right: datum.column });
    }
  }
  if (found.length <= RANGES) return found.map(addressOf);
  const all = found.reduce((a, b) => ({
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  }));
  return [addressOf(all)];
}

/** The heading of a field's column; of a form the cell that holds its value. */
export function headingOf(table: Table, field: string): Place | null {
  const datum = table.records[0]?.data[field];
  if (table.shape === 'form') {
    return datum ? { sheet: table.sheet, address: cellAddress(datum.row, datum.column) } : null;
  }
  const column = table.columns.find((each) => (datum ? each.index === datum.column : each.field === field));
  const row = column?.row ?? table.headerRows.at(-1);
  return column && row !== undefined ? { sheet: table.sheet, address: cellAddress(row, column.index) } : null;
}

/** The whole heading of a table, for what it lacks; of a form its first row. */
export function headerRange(table: Table): Place {
  const { left, right, top } = table.area;
  const rows = table.headerRows.length > 0 ? table.headerRows : [top];
  return {
    sheet: table.sheet,
    address: addressOf({ top: Math.min(...rows), left, bottom: Math.max(...rows), right }),
  };
}
