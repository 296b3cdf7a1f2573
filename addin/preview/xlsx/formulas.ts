/** Formulas and references as files write them. */
import { addressOf, columnIndex, columnName, parseRange } from '../../../shared/model/addresses.ts';
import type { Area } from '../workbook.ts';

const TOKEN =
  /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/gu;

/**
 * A shared formula stands once in a file, in its first cell; the others have it moved by `rows` and `columns`:
 * relative references move, those with `$` stay.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (whole, quoted, fixedColumn, column, fixedRow, row) => {
    if (quoted !== undefined) return whole;
    const at = columnIndex(column) + columns;
    if (!fixedColumn && at < 0) return '#REF!';
    const newColumn = fixedColumn ? column : columnName(at);
    const newRow = fixedRow ? row : Number(row) + rows;
    return `${fixedColumn}${newColumn}${fixedRow}${newRow}`;
  });
}

/** A list of references with blanks between them (`sqref`). */
export function readAreas(text: string | undefined): Area[] {
  return (text ?? '')
    .split(/\s+/)
    .map(parseRange)
    .filter((area) => area !== null);
}

/** Files write whole columns as `A1:A1048576`. */
export function writeAreas(areas: readonly Area[]): string {
  return areas.map(addressOf).join(' ');
}
