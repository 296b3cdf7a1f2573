/** A1 addresses, as Excel writes them, and 0-based areas. */
import type { Area } from './reading.ts';

/** Size of an Excel sheet. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

// Excel takes noughts before a row's number.
const A1 = /^\$?([A-Z]{1,3})\$?0*([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?0*([1-9]\d{0,6}))?$/;

/** The area of `B3` or `$B$3:D9`, corners in any order; null for anything else (`B:B`, another sheet's name before it). */
export function parseAddress(address: string): Area | null {
  const corners = cornersOf(address);
  return corners && inOrder(corners);
}

/** As `parseAddress`, but with the corners as they are written: `C9:A2` has its top below its bottom. */
export function cornersOf(address: string): Area | null {
  const match = A1.exec(address);
  if (!match) return null;
  const left = columnIndex(match[1]!);
  const top = Number(match[2]) - 1;
  const right = match[3] ? columnIndex(match[3]) : left;
  const bottom = match[4] ? Number(match[4]) - 1 : top;
  return insideSheet({ top, left, bottom, right });
}

const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

/** What Excel takes for a range, small letters and whole columns and rows too: `b3`, `A:C`, `$2:$5`. */
export function parseRange(address: string): Area | null {
  if (!/^[$:\dA-Z]+$/i.test(address)) return null;
  const written = address.toUpperCase();
  const [, left, right] = COLUMNS.exec(written) ?? [];
  const [, top, bottom] = ROWS.exec(written) ?? [];
  if (!left && !top) return parseAddress(written);
  const area = insideSheet({
    top: top ? Number(top) - 1 : 0,
    left: left ? columnIndex(left) : 0,
    bottom: bottom ? Number(bottom) - 1 : maxRows - 1,
    right: right ? columnIndex(right) : maxColumns - 1,
  });
  return area && inOrder(area);
}

/** `B3` for one cell, `B3:D9` for more. */
export function addressOf(area: Area): string {
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellAddress(area.bottom, area.right)}`;
}

/** As Excel names a range: `A:C` and `2:5` for whole columns and rows. */
export function rangeAddress(area: Area): string {
  if (area.top === 0 && area.bottom === maxRows - 1) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (area.left === 0 && area.right === maxColumns - 1) return `${area.top + 1}:${area.bottom + 1}`;
  return addressOf(area);
}

export function cellAddress(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** 0 → A, 26 → AA. Throws RangeError for what is no column. */
export function columnName(index: number): string {
  if (!Number.isInteger(index) || index < 0) throw new RangeError(`no column: ${index}`);
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A → 0, AA → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A row's number as people see it, from 1. */
export const isRow = (row: unknown): row is number =>
  typeof row === 'number' && Number.isInteger(row) && row >= 1 && row <= maxRows;

/** A column's letters. */
export const isColumn = (column: unknown): column is string =>
  typeof column === 'string' && /^[A-Z]{1,3}$/.test(column) && columnIndex(column) < maxColumns;

function insideSheet(area: Area): Area | null {
  const inside = area.top < maxRows && area.bottom < maxRows && area.left < maxColumns && area.right < maxColumns;
  return inside ? area : null;
}

function inOrder(area: Area): Area {
  if (area.top <= area.bottom && area.left <= area.right) return area;
  return {
    top: Math.min(area.top, area.bottom),
    left: Math.min(area.left, area.right),
    bottom: Math.max(area.top, area.bottom),
    right: Math.max(area.left, area.right),
  };
}
