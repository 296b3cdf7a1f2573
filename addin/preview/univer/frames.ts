/** What a sheet is besides its cells, as Univer wants it: size, rows, columns, merges, frozen panes. */
import type { IRange, IWorksheetData } from '@univerjs/core';
import type { Area, Line, Sheet } from '../workbook.ts';
import { cellData } from './cells.ts';

export type Frame = Omit<IWorksheetData, 'id' | 'cellData' | 'zoomRatio' | 'scrollTop' | 'scrollLeft'>;

export function frameOf(sheet: Sheet): Partial<Frame> {
  const used = sheet.usedArea(false);
  const { rows, columns } = sheet.frozen;
  const rowCount = Math.max((used?.bottom ?? 0) + 60, 120);
  const columnCount = Math.max((used?.right ?? 0) + 8, 26);
  return {
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === 'Visible' ? 0 : 1,
    showGridlines: sheet.showGridlines ? 1 : 0,
    freeze: { ySplit: rows, xSplit: columns, startRow: rows || -1, startColumn: columns || -1 },
    // In steps, so that typing at the end does not change it each time.
    rowCount: Math.ceil(rowCount / 100) * 100,
    columnCount: Math.ceil(columnCount / 10) * 10,
    defaultColumnWidth: 64,
    defaultRowHeight: 19,
    mergeData: sheet.merges().map(rangeOf),
    rowData: lineData(sheet.lines('rows'), rowCount, 'h'),
    columnData: lineData(sheet.lines('columns'), columnCount, 'w'),
  };
}

export function sheetData(sheet: Sheet, id: string, date1904: boolean): Partial<IWorksheetData> {
  const cells: IWorksheetData['cellData'] = {};
  sheet.eachCell((row, column, cell) => {
    cells[row] ??= {};
    cells[row][column] = cellData(cell, date1904);
  });
  const headers = { rowHeader: { width: 46 }, columnHeader: { height: 20 }, rightToLeft: 0 as const };
  return { ...frameOf(sheet), ...headers, id, zoomRatio: 1, scrollTop: 0, scrollLeft: 0, cellData: cells };
}

export const rangeOf = ({ top, left, bottom, right }: Area): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});

export const areaOf = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});

/** A point is 4/3 pixels. */
function lineData(lines: ReadonlyMap<number, Line>, limit: number, size: 'h' | 'w') {
  const data: Record<number, { hd: 0 | 1; h?: number; w?: number; ia?: 0 }> = {};
  for (const [at, line] of lines) {
    if (at >= limit) continue;
    data[at] = { hd: line.hidden ? 1 : 0 };
    if (line.size !== null) data[at][size] = (line.size * 4) / 3;
    if (line.size !== null && size === 'h') data[at].ia = 0;
  }
  return data;
}
