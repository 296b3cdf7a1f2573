/** How wide the columns of a sheet are, as its text tells in front of the cells. */
import { parseAddress } from '../../model/addresses.ts';
import { attribute, cursorOf, isNamed, next } from '../xml.ts';

/** In widths of a digit, lines and blanks at both sides with them. */
const usual = 9.14;

/** Of the narrowest column of an address. */
export function widthsIn(text: string): (address: string) => number {
  const columns: { readonly min: number; readonly max: number; readonly width: number }[] = [];
  let others = usual;
  const cursor = cursorOf(text);
  while (next(cursor) && !isNamed(cursor, 'sheetData')) {
    const number = (name: string) => Number(attribute(cursor, name) ?? Number.NaN);
    if (cursor.opens && isNamed(cursor, 'sheetFormatPr')) others = number('defaultColWidth') || usual;
    if (cursor.opens && isNamed(cursor, 'col'))
      columns.push({ min: number('min') - 1, max: number('max') - 1, width: number('width') });
  }
  return (address) => {
    const { left, right } = parseAddress(address)!;
    const widths = columns.filter(({ min, max }) => min <= right && max >= left).map(({ width }) => width || others);
    const told = columns.reduce(
      (sum, { min, max }) => sum + Math.max(0, Math.min(max, right) - Math.max(min, left) + 1),
      0,
    );
    return Math.min(...widths, ...(told <= right - left ? [others] : []));
  };
}
