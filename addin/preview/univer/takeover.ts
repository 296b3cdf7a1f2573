/** What a person did in the grid, taken over into the workbook: whatever Univer has that is not as it was drawn. */
import type { ICellData, Nullable, Workbook as UniverWorkbook, Worksheet } from '@univerjs/core';
import { type Shift, sameArea } from '../areas.ts';
import type { Axis, Cell, Content, Line, Sheet, StylePatch, Workbook } from '../workbook.ts';
import { cellData, contentOf, lookOf } from './cells.ts';
import { cellsOf, frameText, type View } from './drawing.ts';
import { areaOf, frameOf } from './frames.ts';

/** Where to look, by Univer's id of the sheet. */
export interface Touched {
  /** Rows and columns put in or taken out, in order; everything else is found by comparing. */
  readonly shifts: Shift[];
  /** Row and column of cells; null when everything is to be compared. */
  cells: [number, number][] | null;
}

export function takeOver(
  workbook: Workbook,
  views: Map<Sheet, View>,
  grid: UniverWorkbook,
  touched: ReadonlyMap<string, Touched>,
  formulaAt: (sheet: string, row: number, column: number) => string,
): void {
  takeSheets(workbook, views, grid);
  for (const [sheet, view] of views) {
    const worksheet = grid.getSheetBySheetId(view.id);
    const { shifts, cells } = touched.get(view.id) ?? {};
    if (!worksheet || !shifts) continue;
    for (const { axis, at, count } of shifts) {
      if (count > 0) sheet.insertLines(axis, at, count);
      else sheet.removeLines(axis, at, -count);
    }
    if (!cells) takeFrame(sheet, worksheet);
    const places = cells ?? allPlaces(sheet, worksheet);
    takeCells(sheet, worksheet, grid, places, workbook.date1904, (row, column) => formulaAt(view.id, row, column));
    // What was taken over stands in the grid as it is.
    view.frame = frameText(sheet);
    view.cells = cellsOf(sheet);
  }
}

function takeSheets(workbook: Workbook, views: Map<Sheet, View>, grid: UniverWorkbook): void {
  const worksheets = grid.getSheets();
  for (const [sheet, view] of views) {
    if (worksheets.some((each) => each.getSheetId() === view.id)) continue;
    workbook.removeSheet(sheet);
    views.delete(sheet);
  }
  worksheets.forEach((worksheet, at) => {
    const id = worksheet.getSheetId();
    const known = [...views].find(([, view]) => view.id === id)?.[0];
    const sheet = known ?? workbook.addSheet(worksheet.getName(), at);
    if (!known) views.set(sheet, { id, frame: '', cells: new Map(), formats: [], notes: [], validations: [] });
    if (workbook.sheets[at] !== sheet) workbook.moveSheet(sheet, at);
    if (sheet.name !== worksheet.getName()) sheet.name = worksheet.getName();
    const visible = !worksheet.isSheetHidden();
    if (visible !== (sheet.visibility === 'Visible')) sheet.visibility = visible ? 'Visible' : 'Hidden';
    const color = worksheet.getTabColor() ?? '';
    if (color.toUpperCase() !== sheet.tabColor) sheet.tabColor = color.toUpperCase();
  });
}

function takeFrame(sheet: Sheet, worksheet: Worksheet): void {
  const { xSplit, ySplit } = worksheet.getFreeze();
  const frozen = { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) };
  if (frozen.rows !== sheet.frozen.rows || frozen.columns !== sheet.frozen.columns) sheet.frozen = frozen;
  const { showGridlines } = worksheet.getConfig();
  if (Boolean(showGridlines) !== sheet.showGridlines) sheet.showGridlines = Boolean(showGridlines);
  const merged = worksheet.getMergeData().map(areaOf);
  for (const area of sheet.merges()) if (!merged.some((each) => sameArea(each, area))) sheet.unmerge(area);
  for (const area of merged) if (!sheet.merges().some((each) => sameArea(each, area))) sheet.merge(area);
  const { rowData, columnData } = worksheet.getConfig();
  const expected = frameOf(sheet);
  takeLines(sheet, 'rows', expected.rowData ?? {}, rowData);
  takeLines(sheet, 'columns', expected.columnData ?? {}, columnData);
}

type Lines = Readonly<
  Record<number, Nullable<{ readonly hd?: number; readonly h?: number; readonly w?: number; readonly ia?: number }>>
>;

function takeLines(sheet: Sheet, axis: Axis, expected: Lines, actual: Lines): void {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const at = Number(key);
    const [before, now] = [lineOf(expected[at], axis), lineOf(actual[at], axis)];
    if (before.hidden !== now.hidden) sheet.setLines(axis, at, at, { hidden: now.hidden });
    if (before.size !== now.size) sheet.setLines(axis, at, at, { size: now.size });
  }
}

/** Univer gives every row that it touches a height; only those set by hand (`ia` 0) are a size of their own. */
function lineOf(data: Lines[number], axis: Axis): Line {
  const pixels = axis === 'columns' ? data?.w : data?.ia === 0 ? data.h : undefined;
  return { hidden: data?.hd === 1, size: pixels === undefined ? null : (Math.round(pixels) * 3) / 4 };
}

function takeCells(
  sheet: Sheet,
  worksheet: Worksheet,
  grid: UniverWorkbook,
  places: readonly (readonly [number, number])[],
  date1904: boolean,
  formulaAt: (row: number, column: number) => string,
): void {
  const edits: { row: number; column: number; content: Content }[] = [];
  const styles = grid.getStyles();
  const read = (data: Nullable<ICellData>) => {
    const look = lookOf(styles.getStyleByCell(data));
    return { ...look, content: contentOf(data, look.numberFormat, date1904) };
  };
  for (const [row, column] of places) {
    const data = worksheet.getCellRaw(row, column);
    const cell = sheet.cell(row, column);
    const before = read(cellData(cell, date1904));
    // A formula that was filled down stands in the first cell only.
    const now = read(data?.si && !data.f ? { ...data, f: formulaAt(row, column) } : data);
    if (isEdit(before.content, now.content, cell, date1904)) edits.push({ row, column, content: now.content });
    const area = { top: row, left: column, bottom: row, right: column };
    if (before.numberFormat !== now.numberFormat) sheet.setNumberFormat(area, now.numberFormat);
    const patch = Object.entries(now.style).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before.style[key as keyof typeof before.style]),
    );
    if (patch.length > 0) {
      const given = patch.map(([key, value]) => [key, value ?? null]);
      sheet.setStyle(area, Object.fromEntries(given) as StylePatch);
    }
  }
  writeEdits(sheet, edits);
}

function allPlaces(sheet: Sheet, worksheet: Worksheet): [number, number][] {
  const places: [number, number][] = [];
  const matrix = worksheet.getCellMatrix();
  matrix.forValue((row, column) => {
    places.push([row, column]);
  });
  sheet.eachCell((row, column) => {
    if (!matrix.getValue(row, column)) places.push([row, column]);
  });
  return places;
}

/**
 * A result that Univer cannot calculate does not replace the one that the file knew; nor does any where days count from
 * 1904, since it calculates with other numbers then.
 */
function isEdit(before: Content, now: Content, cell: Cell, date1904: boolean): boolean {
  if (JSON.stringify(before) === JSON.stringify(now)) return false;
  if (!('formula' in now) || now.formula !== cell.formula) return true;
  return !date1904 && now.value !== null && typeof now.value !== 'object';
}

/** In one step, as Excel tells of a paste. */
function writeEdits(sheet: Sheet, edits: readonly { row: number; column: number; content: Content }[]): void {
  if (edits.length === 0) return;
  const top = Math.min(...edits.map(({ row }) => row));
  const left = Math.min(...edits.map(({ column }) => column));
  const height = Math.max(...edits.map(({ row }) => row)) - top + 1;
  const width = Math.max(...edits.map(({ column }) => column)) - left + 1;
  const rows = Array.from({ length: height }, () => new Array<Content | null>(width).fill(null));
  for (const { row, column, content } of edits) rows[row - top]![column - left] = content;
  sheet.setContents(top, left, rows);
}
