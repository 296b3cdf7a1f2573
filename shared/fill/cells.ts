/** From the cell that somebody is in to the table and the field that it is of, on whatever sheet a table was recognised. */
import { cellAddress, columnIndex, maxRows, parseAddress, parseRange } from '../model/addresses.ts';
import type { Area, ColumnReport, OtherRow, Place, TableReport } from '../model.ts';

/** What stands, or is to stand, in the cell: a heading or label, a value, nothing yet below a list; or a row that is no record. */
export type CellKind = 'heading' | 'value' | 'spare' | Exclude<OtherRow, 'heading'>;

export interface CellSpot {
  readonly table: TableReport;
  /** `field` null: the heading was not understood. */
  readonly column: ColumnReport;
  readonly kind: CellKind;
  /** The first cell of what is selected. */
  readonly at: Place;
}

/** Of what is selected the first cell counts; null where it is of no table that was recognised. */
export function spotAt({ sheet, address }: Place, tables: readonly TableReport[]): CellSpot | null {
  const here = tables.filter((table) => table.sheet === sheet);
  const cell = firstCell(address, here);
  if (!cell) return null;
  const at = { sheet, address: cellAddress(cell.row, cell.column) };
  const found =
    first(here, (table) => inForm(table, cell)) ??
    first(here, (table) => inList(table, cell)) ??
    first(nearestAbove(here, cell), (table) => below(table, cell, here));
  return found && { ...found, at };
}

/** 0-based. */
interface CellOf {
  readonly row: number;
  readonly column: number;
}

type Found = Omit<CellSpot, 'at'>;

function first<One>(all: readonly One[], find: (one: One) => Found | null): Found | null {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return null;
}

/** Of a whole column the heading, for the first row of the sheet is hardly ever of a list. */
function firstCell(address: string, tables: readonly TableReport[]): CellOf | null {
  const area = parseRange(address.split(',')[0]!);
  if (!area) return null;
  const isWhole = area.top === 0 && area.bottom === maxRows - 1;
  const row = isWhole ? headingBelow(area.left, tables) : area.top;
  return { row, column: area.left };
}

function headingBelow(column: number, tables: readonly TableReport[]): number {
  const rows = tables
    .filter((table) => columnAt(table, column) && table.headerRows.length > 0)
    .map(({ headerRows }) => Math.max(...headerRows) - 1);
  return rows.length > 0 ? Math.min(...rows) : 0;
}

function inForm(table: TableReport, cell: CellOf): Found | null {
  for (const [at, { label, value }] of (table.cells ?? []).entries()) {
    const column = table.columns[at];
    if (!column) continue;
    if (holds(value, cell)) return { table, column, kind: 'value' };
    if (holds(label, cell)) return { table, column, kind: 'heading' };
  }
  return null;
}

function inList(table: TableReport, cell: CellOf): Found | null {
  if (table.cells || !holds(table.address, cell)) return null;
  const column = columnAt(table, cell.column);
  if (!column) return null;
  return { table, column, kind: kindOf(table, cell.row + 1) };
}

/** `row` as people count. */
function kindOf({ headerRows, others }: TableReport, row: number): CellKind {
  if (headerRows.includes(row)) return 'heading';
  return others?.find((one) => one.row === row)?.kind ?? 'value';
}

/** The rows below a list, where people go on typing, up to the next thing below it. */
function below(table: TableReport, cell: CellOf, tables: readonly TableReport[]): Found | null {
  const area = parseAddress(table.address);
  const column = columnAt(table, cell.column);
  if (table.cells || !area || !column || cell.row <= area.bottom) return null;
  const isBeyond = table.room !== undefined && cell.row >= table.room;
  if (isBeyond || tables.some((other) => standsBetween(other, area, cell))) return null;
  return { table, column, kind: 'spare' };
}

function standsBetween(other: TableReport, { bottom, left, right }: Area, { row }: CellOf): boolean {
  const area = parseAddress(other.address);
  return area !== null && bottom < area.top && area.top <= row && area.left <= right && left <= area.right;
}

function nearestAbove(tables: readonly TableReport[], { row }: CellOf): readonly TableReport[] {
  const bottomOf = ({ address }: TableReport) => parseAddress(address)?.bottom ?? row;
  return tables.filter((table) => bottomOf(table) < row).sort((a, b) => bottomOf(b) - bottomOf(a));
}

/** Of several fields in one column the one that is understood. */
function columnAt({ columns, cells }: TableReport, column: number): ColumnReport | undefined {
  if (cells) return undefined;
  const here = columns.filter((one) => columnIndex(one.column) === column);
  return here.find(({ field }) => field !== null) ?? here[0];
}

function holds(address: string | null, { row, column }: CellOf): boolean {
  const area = address === null ? null : parseAddress(address);
  return area !== null && area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}
