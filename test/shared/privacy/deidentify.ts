import { catalogue } from '../../../shared/catalogue.ts';
import type { WorkbookSnapshot } from '../../../shared/model.ts';
import { type Masked, maskSnapshot } from '../../../shared/privacy/mask.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';

export const SECRET = '5e'.repeat(32);

/** Reads and masks, as the pane and the Worker do. */
export function deidentified(snapshot: WorkbookSnapshot, secret = SECRET): Masked {
  const reading = readWorkbook(snapshot, catalogue);
  return maskSnapshot(snapshot, reading, catalogue, secret);
}

/** What reading makes of a snapshot, values left out: this must not change by masking (RULINGS PV1). */
export function shapeOf(snapshot: WorkbookSnapshot) {
  const { tables, lines, unit, unread, hidden } = readWorkbook(snapshot, catalogue);
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
