import { type Deidentified, deidentify } from '../../../shared/evaluate.ts';
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';
import { readingOf } from '../readings.ts';

export const SECRET = '5e'.repeat(32);

/** Reads and masks, as the pane and the Worker do. */
export const deidentified = (snapshot: WorkbookSnapshot, secret = SECRET): Deidentified => deidentify(snapshot, secret);

/** What has to be said of a cell, with what its tokens stand for: 春风〔word 队〕, { name: '张某', check: null }. */
export function spelt({ words: { texts } }: Deidentified, cell: Cell): unknown {
  if (typeof cell === 'string')
    return cell.replace(/〔([a-z]+)-([0-9a-f]{12})〕/g, (token, kind, hex) =>
      texts.has(hex) ? `〔${kind} ${texts.get(hex)}〕` : token,
    );
  if (typeof cell !== 'object' || cell === null || !('masked' in cell) || cell.masked === null) return cell;
  const { masked, kind, core, ...others } = cell;
  const said = core === undefined ? others : { ...others, core: texts.get(core) };
  return { [kind]: texts.get(masked), ...said };
}

/** The cells of the first sheet that travels, tokens spelled. */
export const speltRows = (masked: Deidentified): readonly (readonly unknown[])[] =>
  masked.snapshot.sheets[0]!.values.map((cells) => cells.map((cell) => spelt(masked, cell)));

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
    // Two names of communities are tokens both.
    unit: { ...unit, rivals: unit.rivals.length },
    unread,
    hidden,
  };
}

/** The raw snapshot without the sheets that stayed here, the others under the names that travel. */
export function sent(raw: WorkbookSnapshot, masked: Deidentified): WorkbookSnapshot {
  const travelling = raw.sheets.filter(({ name }) => masked.sent.has(name));
  return { ...raw, sheets: travelling.map((sheet, at) => ({ ...sheet, name: masked.snapshot.sheets[at]!.name })) };
}
