/** Snapshots of workbook files and of plain rows, as the Excel host would read them. */
import { readFileSync } from 'node:fs';
import type { CellValue, Sheet, Workbook } from '../addin/preview/workbook.ts';
import { openWorkbook } from '../addin/preview/xlsx/open.ts';
import { addressOf, columnName } from '../shared/model/addresses.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../shared/model.ts';

const SAMPLES = new URL('./fixtures/samples/', import.meta.url);

export interface Sample {
  readonly file: string;
  readonly title: string;
  readonly mode: 'midterm' | 'final';
  readonly asOf: string;
  /** Name of the expectations beside the sample. */
  readonly expected: string;
}

export function samples(): readonly Sample[] {
  return JSON.parse(readFileSync(new URL('index.json', SAMPLES), 'utf8'));
}

export async function openSample(file: string): Promise<Workbook> {
  return openWorkbook(new Uint8Array(readFileSync(new URL(file, SAMPLES))), file);
}

export function snapshotOf(workbook: Workbook): WorkbookSnapshot {
  return {
    schema: 'workbook-snapshot/1',
    name: workbook.name,
    date1904: workbook.date1904,
    sheets: workbook.sheets.map(sheetSnapshot),
  };
}

function sheetSnapshot(sheet: Sheet): SheetSnapshot {
  const area = sheet.visibility === 'VeryHidden' ? null : sheet.usedArea(true);
  const base = { name: sheet.name, visibility: sheet.visibility };
  if (!area) return { ...base, address: 'A1', values: [[null]], numberFormat: [['General']], merges: [] };
  const values: Cell[][] = [];
  const numberFormat: string[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = Array.from({ length: area.right - area.left + 1 }, (_, at) => sheet.cell(row, area.left + at));
    values.push(cells.map(({ value }) => plain(value)));
    numberFormat.push(cells.map((cell) => cell.numberFormat));
  }
  const hidden = (axis: 'rows' | 'columns') =>
    [...sheet.lines(axis)].filter(([, line]) => line.hidden).map(([index]) => index);
  return {
    ...base,
    address: addressOf(area),
    values,
    numberFormat,
    merges: sheet.merges().map(addressOf),
    hiddenRows: hidden('rows').map((row) => row + 1),
    hiddenColumns: hidden('columns').map(columnName),
  };
}

function plain(value: CellValue): Cell {
  return value === '' ? null : value;
}

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
