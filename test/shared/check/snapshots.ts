/** Workbooks written down as people see them: rows of cells for each sheet. */
import { cellAddress } from '../../../shared/model/addresses.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';

export type Rows = readonly (readonly Cell[])[];
export type Sheets = Readonly<Record<string, Rows>>;

export function snapshotOf(sheets: Sheets): WorkbookSnapshot {
  return { schema: 'workbook-snapshot/1', sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)) };
}

function sheetOf(name: string, rows: Rows): SheetSnapshot {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const values = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  return {
    name,
    visibility: 'Visible',
    address: `A1:${cellAddress(rows.length - 1, Math.max(width - 1, 0))}`,
    values,
    merges: [],
  };
}
