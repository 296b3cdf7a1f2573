/** Where a figure was read from: addresses of cells, joined to ranges. */
import { addressOf, cellAddress } from '../../model/addresses.ts';
import type { Column, DataRecord, Datum, Evidence, Place, Table } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';

export interface Cited {
  readonly sheet: string;
  readonly datum: Datum;
}

/** More ranges than this are given as one, from the first cell to the last. */
const RANGES = 24;

export function evidenceOf(cited: readonly Cited[], role: Evidence['role']): Evidence[] {
  const runs = openRuns(role);
  for (const { sheet, datum } of cited) runs.add(sheet, datum);
  return runs.evidence();
}

export function placeOf({ sheet, datum }: Cited): Place {
  return { sheet, address: cellAddress(datum.row, datum.column) };
}

/** The cells of a field in several records. */
export function placesOf(records: readonly DataRecord[], field: string): Place[] {
  return records.flatMap((record) => {
    const datum = record.data[field];
    return datum ? [placeOf({ sheet: record.table.sheet, datum })] : [];
  });
}

interface Run {
  readonly sheet: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Joins cells that follow one another down a column, as they come. */
export function openRuns(role: Evidence['role']) {
  const found: Run[] = [];
  return {
    add(sheet: string, { row, column }: Datum): void {
      const last = found.at(-1);
      if (last && last.left === column && last.sheet === sheet && (last.bottom === row || last.bottom + 1 === row)) {
        last.bottom = row;
      } else {
        found.push({ sheet, top: row, bottom: row, left: column, right: column });
      }
    },
    evidence(): Evidence[] {
      const runs =
        found.length <= RANGES
          ? found
          : [...new Set(found.map(({ sheet }) => sheet))].map((sheet) => whole(sheet, found));
      return runs.map((run) => ({ sheet: run.sheet, address: addressOf(run), role }));
    },
  };
}

function whole(sheet: string, runs: readonly Run[]): Run {
  const all: Run = { sheet, top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: 0, right: 0 };
  for (const run of runs) {
    if (run.sheet !== sheet) continue;
    all.top = Math.min(all.top, run.top);
    all.left = Math.min(all.left, run.left);
    all.bottom = Math.max(all.bottom, run.bottom);
    all.right = Math.max(all.right, run.right);
  }
  return all;
}

/** The tables that something was counted in. */
export function areasOf(table: string, scope: Scope): Evidence[] {
  return scope.tables(table).map(({ sheet, area }) => ({ sheet, address: addressOf(area), role: 'source' }));
}

/** The heading of a field's column; of a form the cell that holds its value. */
export function headingOf(table: Table, field: string): Place | null {
  const datum = table.records[0]?.data[field];
  if (table.shape === 'form') {
    return datum ? placeOf({ sheet: table.sheet, datum }) : null;
  }
  const column = table.columns.find((each) => (datum ? each.index === datum.column : each.field === field));
  const row = column?.row ?? table.headerRows.at(-1);
  return column && row !== undefined ? { sheet: table.sheet, address: cellAddress(row, column.index) } : null;
}

/** Where a column's own heading stands. */
export function columnPlace(table: Table, column: Column): Place {
  const row = column.row ?? table.headerRows.at(-1) ?? table.area.top;
  return { sheet: table.sheet, address: cellAddress(row, column.index) };
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
