/** Snapshots of plain rows, as the Excel host would read them. */
import { addressOf } from '../shared/model/addresses.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../shared/model.ts';

/** A sheet from its rows, beginning at A1; blank cells are null. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Cell[])[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
  const address = addressOf({ top: 0, left: 0, bottom: Math.max(rows.length, 1) - 1, right: width - 1 });
  return { name, visibility: 'Visible', address, values: values.length ? values : [[null]], merges: [], ...more };
}

export function workbookOf(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { schema: 'workbook-snapshot/1', sheets };
}
