/** A workbook while words are planted in it: cells by reference, so that rows may be put between them. */
import { addressOf, columnName, parseAddress } from '../../../shared/model/addresses.ts';
import type { Area, WorkbookReading } from '../../../shared/model/reading.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import type { Plant } from './people.ts';

export interface Spot {
  value: Cell;
  format: string | null;
  readonly plants: Plant[];
}

export interface DraftSheet {
  readonly base: SheetSnapshot;
  /** Name in the workbook without plants. */
  readonly was: string;
  name: string;
  visibility: SheetSnapshot['visibility'];
  readonly top: number;
  readonly left: number;
  readonly rows: Spot[][];
  merges: Area[];
}

/** What was read of the workbook without plants, cells by reference. */
export interface DraftTable {
  readonly id: string;
  readonly shape: 'list' | 'form';
  readonly sheet: DraftSheet;
  readonly headings: readonly { readonly field: string | null; readonly spot: Spot; readonly column: number }[];
  readonly records: readonly { readonly row: Spot[]; readonly cells: readonly { field: string; spot: Spot }[] }[];
  readonly totals: readonly Spot[][];
  readonly area: Area;
  /** 0-based, as read. */
  readonly headerRows: readonly number[];
  /** Of a form. */
  readonly labels: readonly Spot[];
}

export interface Draft {
  name: string | undefined;
  readonly date1904: boolean | undefined;
  readonly sheets: DraftSheet[];
  readonly tables: readonly DraftTable[];
  readonly lines: readonly { readonly kind: string; readonly spot: Spot; readonly sheet: DraftSheet }[];
}

export const spotOf = (value: Cell): Spot => ({ value, format: 'General', plants: [] });

export function draftOf(snapshot: WorkbookSnapshot, reading: WorkbookReading): Draft {
  const sheets = snapshot.sheets.map((sheet): DraftSheet => {
    const { top, left } = parseAddress(sheet.address)!;
    const rows = sheet.values.map((row, r) =>
      row.map((value, c): Spot => ({ value, format: sheet.numberFormat?.[r]?.[c] ?? 'General', plants: [] })),
    );
    const merges = (sheet.merges ?? []).map((merge) => parseAddress(merge)!);
    return { base: sheet, was: sheet.name, name: sheet.name, visibility: sheet.visibility, top, left, rows, merges };
  });
  const sheetCalled = (name: string) => sheets.find(({ was }) => was === name)!;
  const at = (sheet: DraftSheet, row: number, column: number) => sheet.rows[row - sheet.top]?.[column - sheet.left];
  const tables = reading.tables.map((table): DraftTable => {
    const sheet = sheetCalled(table.sheet);
    const columns = table.columns.flatMap(({ field, index, row = table.headerRows.at(-1) }) => {
      const spot = row === undefined ? undefined : at(sheet, row, index);
      return spot ? [{ field, spot, column: index }] : [];
    });
    return {
      id: table.id,
      shape: table.shape,
      sheet,
      headings: columns,
      records: table.records.flatMap((record) => {
        const row = sheet.rows[record.row - sheet.top];
        const cells =
          table.shape === 'form'
            ? Object.entries(record.data).flatMap(([field, datum]) => {
                const spot = datum && at(sheet, datum.row, datum.column);
                return spot ? [{ field, spot }] : [];
              })
            : columns.flatMap(({ field, column }) => {
                const spot = at(sheet, record.row, column);
                return field !== null && spot ? [{ field, spot }] : [];
              });
        return row ? [{ row, cells }] : [];
      }),
      totals: table.totals.flatMap(({ row }) => sheet.rows[row - sheet.top] ?? []).length
        ? table.totals.map(({ row }) => sheet.rows[row - sheet.top]!).filter(Boolean)
        : [],
      area: table.area,
      headerRows: table.headerRows,
      labels: table.labels.flatMap(([row, column]) => at(sheet, row, column) ?? []),
    };
  });
  const lines = reading.lines.flatMap(({ sheet: name, row, column, kind }) => {
    const sheet = sheetCalled(name);
    const spot = at(sheet, row, column);
    return spot ? [{ kind, spot, sheet }] : [];
  });
  return { name: snapshot.name, date1904: snapshot.date1904, sheets, tables, lines };
}

/** Puts a row before the one at `at` (relative to the used range), or at the end. */
export function insertRow(sheet: DraftSheet, at: number, cells: readonly Spot[]): void {
  const width = sheet.rows[0]?.length ?? 1;
  const row = Array.from({ length: width }, (_, column) => cells[column] ?? spotOf(null));
  sheet.rows.splice(at, 0, row);
  const line = sheet.top + at;
  sheet.merges = sheet.merges.map((area) => ({
    ...area,
    top: area.top >= line ? area.top + 1 : area.top,
    bottom: area.bottom >= line ? area.bottom + 1 : area.bottom,
  }));
}

/** Puts a column at the right of all. Its spots, from the top. */
export function addColumn(sheet: DraftSheet): Spot[] {
  return sheet.rows.map((row) => {
    const spot = spotOf(null);
    row.push(spot);
    return spot;
  });
}

/** The workbook as it stands, each plant told where it came to stand. */
export function snapshotOf({ name, date1904, sheets }: Draft): WorkbookSnapshot {
  return {
    schema: 'workbook-snapshot/1',
    ...(name === undefined ? {} : { name }),
    ...(date1904 === undefined ? {} : { date1904 }),
    sheets: sheets.map((sheet, number) => {
      const { base, top, left, rows, merges } = sheet;
      const width = Math.max(1, ...rows.map((row) => row.length));
      for (const [r, row] of rows.entries())
        for (const [c, { plants }] of row.entries())
          for (const plant of plants) {
            const grid = plant.where === 'number format' ? 'numberFormat' : 'values';
            plant.path = `.sheets[${number}].${grid}[${r}][${c}]`;
            plant.place = `${sheet.name}!${columnName(left + c)}${top + r + 1}`;
          }
      return {
        ...base,
        name: sheet.name,
        visibility: sheet.visibility,
        address: addressOf({ top, left, bottom: top + rows.length - 1, right: left + width - 1 }),
        values: rows.map((row) => Array.from({ length: width }, (_, column) => row[column]?.value ?? null)),
        numberFormat: rows.map((row) => Array.from({ length: width }, (_, column) => row[column]?.format ?? 'General')),
        ...(base.merges === undefined ? {} : { merges: merges.map(addressOf) }),
      };
    }),
  };
}
