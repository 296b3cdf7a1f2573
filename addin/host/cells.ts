/** Cells and addresses as Excel gives them, turned into those of a snapshot. */
import { errorOf } from '../../shared/model/errors.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell } from '../../shared/model.ts';

export function cellOf(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  return errorOf(text) ?? text;
}

/** Numbers in the 15 digits that Excel keeps of them: sums of decimals differ further on, by the order in which they were added. */
export function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return a.toPrecision(15) === b.toPrecision(15);
  return (
    typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    JSON.stringify(a) === JSON.stringify(b)
  );
}

/** Where a range is whose rowIndex, columnIndex, rowCount and columnCount were loaded: the address of whole rows has no columns. */
export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** `'2020年'!A1:B2` → `A1:B2`; an address itself never holds an exclamation mark. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}

const encoder = new TextEncoder();

/** Bytes that a value takes in a request or an answer. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
