/** Addresses as Excel writes them, to areas and back. */
import { type Area, maxColumns, maxRows } from './workbook.ts';

/** `A1`, `$B$2:C3`, `A:C` or `2:5`, without a sheet; null when it is none of these or beyond the sheet. */
export function parseAddress(address: string): Area | null {
  const [first, second, more] = address.split(':');
  const from = parseCorner(first ?? '');
  const to = second === undefined ? from : parseCorner(second);
  if (!from || !to || more !== undefined) return null;
  if (from.row === null || from.column === null) {
    if (second === undefined || (from.row === null) !== (to.row === null)) return null;
  }
  if ((from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null)) return null;
  const rows = from.row === null || to.row === null ? [0, maxRows - 1] : [from.row, to.row].sort((a, b) => a - b);
  const columns =
    from.column === null || to.column === null ? [0, maxColumns - 1] : [from.column, to.column].sort((a, b) => a - b);
  return { top: rows[0]!, left: columns[0]!, bottom: rows[1]!, right: columns[1]! };
}

/** Splits off the sheet, quoted or not; `sheet` is null without one. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address);
  if (!match) return { sheet: null, rest: address };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2]!, rest: match[3]! };
}

export function formatArea({ top, left, bottom, right }: Area): string {
  if (top === 0 && bottom === maxRows - 1) return `${columnName(left)}:${columnName(right)}`;
  if (left === 0 && right === maxColumns - 1) return `${top + 1}:${bottom + 1}`;
  const first = columnName(left) + (top + 1);
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom + 1}`;
}

/** As Excel quotes: anything but letters, digits, `_` and `.`, a digit at the beginning, or what looks like an address. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function parseCorner(corner: string): { row: number | null; column: number | null } | null {
  const match = /^\$?([A-Za-z]{1,3})?(?:\$?([1-9]\d{0,6}))?$/.exec(corner);
  if (!match || (!match[1] && !match[2])) return null;
  const column = match[1] ? columnIndex(match[1]) : null;
  const row = match[2] ? Number(match[2]) - 1 : null;
  return (column ?? 0) >= maxColumns || (row ?? 0) >= maxRows ? null : { row, column };
}
