/** What stands in a cell of our own sheets, and how high its row is: the same through Office.js and in a file. */

import { addressOf, cellAddress, parseAddress } from '../model/addresses.ts';
import type { CellStyle, EntrySheet, PaperSheet, PlanCell } from '../model.ts';
import { looks } from './looks.ts';
import { linesIn } from './wrapping.ts';

/** Excel's limits: characters of a cell, and of a text within a formula. */
const longestText = 32_767;
const longestLiteral = 255;
/** Points: of a line, with which even the fonts that stand in for others are not cut; the last is Excel's limit. */
const lineHeight = 15.75;
const highestRow = 409;

/** Points: of a character with what is left around it, of a character of the usual size alone, and what a cell's edges take. */
const character = 6;
const halfWidth = 5.5;
/** The same with what Latin signs of wider fonts take more: no program fits a merged row, and its last line would be cut. */
const halfWidthOfSpans = 5.8;
const edges = 4;

/** `width` in characters. */
export function columnPoints(width: number): number {
  return width * character + edges;
}

/** A sheet to be filled in, not only read. */
export function isForm(sheet: PaperSheet | EntrySheet): sheet is EntrySheet {
  return 'validations' in sheet;
}

export function formatOf({ value, style, link, formula }: PlanCell): string {
  if (link || formula !== undefined) return 'General';
  if (typeof value === 'number') return style === 'percent' ? '0.00%' : style === 'points' ? '0.00' : 'General';
  return '@';
}

/** Of a cell within the rows of a sheet to be filled in, where no area tells its format: a blank one takes numbers too. */
export function formFormatOf(cell: PlanCell): string {
  return cell.value === null && cell.formula === undefined ? 'General' : formatOf(cell);
}

/** Formats that areas of a sheet to be filled in tell, by row and column. */
export function areaFormats({ formats }: EntrySheet): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { area, format } of formats)
    for (const { top, left, bottom, right } of area.split(',').map((each) => parseAddress(each)!))
      for (let row = top; row <= bottom; row++) {
        const columns = rows.get(row) ?? new Map<number, string>();
        rows.set(row, columns);
        for (let column = left; column <= right; column++) columns.set(column, format);
      }
  return rows;
}

/** A text that begins with `=` is a formula only where the cell has a link or a formula. */
export function contentOf({ value, link, formula }: PlanCell): string | number {
  if (formula !== undefined) return `=${formula}`;
  if (link) return linkFormula(link, String(value ?? ''));
  return typeof value === 'string' ? value.slice(0, longestText) : (value ?? '');
}

/** Unlike `range.hyperlink`, it follows inserted rows and renamed sheets. */
function linkFormula(link: { readonly sheet: string; readonly address: string }, text: string): string {
  const area = parseAddress(link.address);
  const cell = area ? cellAddress(area.top, area.left) : 'A1';
  const target = `'${link.sheet.replaceAll("'", "''")}'!${cell}`;
  return `=HYPERLINK("#"&CELL("address",${target}),"${text.slice(0, longestLiteral).replaceAll('"', '""')}")`;
}

export function cellsByStyle(plan: PaperSheet): Map<CellStyle, string[]> {
  const cells = new Map<CellStyle, string[]>();
  for (const [index, row] of plan.rows.entries())
    for (const [column, { style }] of row.entries()) {
      if (Object.keys(looks[style]).length === 0) continue;
      const addresses = cells.get(style);
      if (addresses) addresses.push(cellAddress(index, column));
      else cells.set(style, [cellAddress(index, column)]);
    }
  return cells;
}

/** Number of its rows, with the spare ones of a sheet to be filled in. */
export function lastRow(sheet: PaperSheet | EntrySheet): number {
  const areas = isForm(sheet) ? sheet.formats.flatMap(({ area }) => area.split(',')) : [];
  return Math.max(sheet.rows.length, ...areas.map((area) => parseAddress(area)!.bottom + 1));
}

/** People fill in below what is drawn: there it is printed with the sheet's own lines, as far as something stands. */
export function goesOn(sheet: PaperSheet | EntrySheet): boolean {
  return lastRow(sheet) > sheet.rows.length;
}

/** Addresses of the rows that are drawn with lines around their cells; tables to be filled in may be narrower than their sheet. */
export function linedRows(sheet: PaperSheet | EntrySheet): string[] {
  const { spans, rows, widths } = sheet;
  const spanning = new Set(spans);
  return rows.flatMap((row, index) => {
    const right = isForm(sheet) ? lastDrawn(row) : row.some(({ value }) => value !== null) ? widths.length - 1 : -1;
    return spanning.has(index) || right < 0 ? [] : addressOf({ top: index, left: 0, bottom: index, right });
  });
}

/** Column of the last cell that holds something or is there to be filled in; -1 of a row between tables. */
function lastDrawn(row: readonly PlanCell[]): number {
  return row.reduce((last, { value, style }, column) => (value === null && style === 'text' ? last : column), -1);
}

/** In points, of a row whose first cell spans the whole width. */
export function heightOf({ rows, widths }: PaperSheet, index: number): number {
  return cellHeight(
    rows[index]?.[0],
    widths.filter((width) => width > 0).reduce((sum, one) => sum + columnPoints(one), 0),
    halfWidthOfSpans,
  );
}

/** In points, of a row whose cells wrap, for programs that fit no row by themselves when they open a file. */
export function fittedHeight({ rows, widths }: PaperSheet, index: number): number {
  return Math.max(
    ...widths.map((width, column) => (width > 0 ? cellHeight(rows[index]?.[column], columnPoints(width)) : 0)),
  );
}

/** `width` in points. */
function cellHeight(cell: PlanCell | undefined, width: number, half = halfWidth): number {
  const scale = ((cell && looks[cell.style].size) ?? 11) / 11;
  const lines = linesIn(String(cell?.value ?? ''), Math.floor((width - edges) / (half * scale)));
  return Math.min(highestRow, lines * lineHeight * scale);
}
