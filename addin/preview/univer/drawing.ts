/** The workbook, drawn into Univer: only what differs from what is drawn already. */
import type { ICellData } from '@univerjs/core';
import type { Cell, ConditionalFormat, DataValidation, Note, Sheet, Workbook } from '../workbook.ts';
import { cellData } from './cells.ts';
import { frameOf, sheetData } from './frames.ts';
import { drawFormats, drawNotes, drawValidations, type Mutate } from './rules.ts';

/** What is drawn of one sheet. */
export interface View {
  /** Univer's id of the sheet; another one after it had to be drawn anew. */
  id: string;
  frame: string;
  /** By row, then column. The workbook makes a new object for every cell that changes. */
  cells: Map<number, Map<number, Cell>>;
  formats: readonly ConditionalFormat[];
  notes: readonly Note[];
  validations: readonly DataValidation[];
}

/** `order` are Univer's sheets in tab order. Returns true when there was anything to draw. */
export function draw(
  workbook: Workbook,
  views: Map<Sheet, View>,
  order: () => readonly string[],
  mutate: Mutate,
): boolean {
  let drawn = false;
  for (const sheet of workbook.sheets) {
    const known = views.get(sheet);
    const frame = frameText(sheet);
    if (known?.frame === frame) continue;
    // A sheet whose frame changed is put in anew beside the old one: that is one step instead of twenty.
    const id = `${sheet.id}${known ? `·${crypto.randomUUID()}` : ''}`;
    const at = known ? order().indexOf(known.id) : workbook.sheets.indexOf(sheet);
    mutate('sheet.mutation.insert-sheet', null, { index: at, sheet: sheetData(sheet, id, workbook.date1904) });
    if (known && sheet === workbook.active) mutate('sheet.operation.set-worksheet-active', id, {});
    if (known) mutate('sheet.mutation.remove-sheet', known.id, { subUnitName: sheet.name });
    views.set(sheet, viewOf(sheet, id));
    drawn = true;
  }
  for (const [sheet, view] of views) {
    if (workbook.sheets.includes(sheet)) continue;
    mutate('sheet.mutation.remove-sheet', view.id, { subUnitName: sheet.name });
    views.delete(sheet);
    drawn = true;
  }
  workbook.sheets.forEach((sheet, to) => {
    const view = views.get(sheet)!;
    const from = order().indexOf(view.id);
    if (from !== to) {
      mutate('sheet.mutation.set-worksheet-order', view.id, { fromOrder: from, toOrder: to });
      drawn = true;
    }
    drawn = drawSheet(workbook, sheet, view, mutate) || drawn;
  });
  return drawn;
}

/** A sheet whose frame and cells have just been given to Univer. */
export function viewOf(sheet: Sheet, id: string): View {
  return { id, frame: frameText(sheet), cells: cellsOf(sheet), formats: [], notes: [], validations: [] };
}

export function frameText(sheet: Sheet): string {
  return JSON.stringify(frameOf(sheet));
}

function drawSheet(workbook: Workbook, sheet: Sheet, view: View, mutate: Mutate): boolean {
  const cells = cellsOf(sheet);
  const changed = changes(view.cells, cells, workbook.date1904);
  view.cells = cells;
  if (changed) {
    // A value laid over another one keeps parts of it: the old one is taken out first.
    const gone = mapCells(changed, () => null);
    mutate('sheet.mutation.set-range-values', view.id, { cellValue: gone });
    mutate('sheet.mutation.set-range-values', view.id, { cellValue: changed });
  }
  const formats = sheet.conditionalFormats();
  const notes = sheet.notes();
  const validations = sheet.dataValidations();
  const same = formats === view.formats && notes === view.notes && validations === view.validations;
  if (formats !== view.formats) drawFormats(workbook, view.id, view.formats, formats, mutate);
  if (notes !== view.notes) drawNotes(view.id, view.notes, notes, mutate);
  if (validations !== view.validations) drawValidations(view.id, view.validations, validations, mutate);
  Object.assign(view, { formats, notes, validations });
  return changed !== null || !same;
}

export function cellsOf(sheet: Sheet): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  sheet.eachCell((row, column, cell) => {
    const cells = rows.get(row);
    if (cells) cells.set(column, cell);
    else rows.set(row, new Map([[column, cell]]));
  });
  return rows;
}

type Matrix<V> = Record<number, Record<number, V>>;

function changes(before: View['cells'], after: View['cells'], date1904: boolean): Matrix<ICellData | null> | null {
  const changed: Matrix<ICellData | null> = {};
  const put = (row: number, column: number, data: ICellData | null) => {
    changed[row] ??= {};
    changed[row][column] = data;
  };
  for (const [row, cells] of after) {
    for (const [column, cell] of cells)
      if (before.get(row)?.get(column) !== cell) put(row, column, cellData(cell, date1904));
  }
  for (const [row, cells] of before) {
    for (const column of cells.keys()) if (!after.get(row)?.has(column)) put(row, column, null);
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

function mapCells<V, W>(matrix: Matrix<V>, change: (value: V) => W): Matrix<W> {
  const entries = Object.entries(matrix).map(([row, cells]) => [
    row,
    Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, change(value)])),
  ]);
  return Object.fromEntries(entries);
}
