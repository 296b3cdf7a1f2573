import { grounds } from '../../../shared/evaluate.ts';
import type { WorkbookSnapshot } from '../../../shared/model.ts';
import { type Masked, maskSnapshot } from '../../../shared/privacy/mask.ts';
import { explain } from '../../../shared/read/explain.ts';
import { readingOf } from '../readings.ts';

const { catalogue } = grounds;

export const SECRET = '5e'.repeat(32);

/** Reads and masks, as the pane and the Worker do. */
export function deidentified(snapshot: WorkbookSnapshot, secret = SECRET): Masked {
  const reading = readingOf(snapshot);
  return maskSnapshot(snapshot, reading, catalogue, secret, explain);
}

/** What reading makes of a snapshot, values left out: this must not change by masking (decision mask-1). */
export function shapeOf(snapshot: WorkbookSnapshot) {
  const { tables, lines, unit, unread, hidden } = readingOf(snapshot);
  return {
    tables: tables.map(({ id, sheet, area, headerRows, columns, rowKinds, labels, records, totals }) => ({
      id,
      sheet,
      area,
      headerRows,
      columns: columns.map(({ field, index, basis, ambiguous }) => [field, index, basis, ambiguous]),
      rowKinds,
      labels,
      records: records.map((record) => [record.row, record.hidden]),
      totals: totals.map(({ row, kind }) => [row, kind]),
    })),
    lines: lines.map(({ sheet, row, column, kind, label, value, valueColumn }) => [
      sheet,
      row,
      column,
      kind,
      label,
      value !== null,
      valueColumn,
    ]),
    unit,
    unread,
    hidden,
  };
}

/** The raw snapshot without the sheets that masking left out. */
export function sent(raw: WorkbookSnapshot, { withheld }: Masked): WorkbookSnapshot {
  return { ...raw, sheets: raw.sheets.filter(({ name }) => !withheld.some(({ sheet }) => sheet === name)) };
}
