/** Whether a workbook counts days from 1900 or 1904. No member of Office.js tells; a date shown as text does. */
import { dayOf, offset1904 } from '../../shared/model/days.ts';

/**
 * True for 1904, false for 1900, null when no cell tells. The same number is four years apart in the two systems, so the
 * year in the shown text decides, whatever the order of year, month and day.
 */
export function countsFrom1904(
  values: readonly (readonly unknown[])[],
  formats: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): boolean | null {
  for (const [row, line] of texts.entries()) {
    for (const [column, text] of line.entries()) {
      const value = values[row]?.[column];
      if (!isDate(value, formats[row]?.[column])) continue;
      if (text.includes(String(dayOf(value).year))) return false;
      if (text.includes(String(dayOf(value + offset1904).year))) return true;
    }
  }
  return null;
}

/** A number shown by a format that has a year in it. */
export function isDate(value: unknown, format: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value < 2_958_466 && hasYear(format);
}

const known = new Map<unknown, boolean>();

/** Quoted text and [$-804] may hold any letter. */
function hasYear(format: unknown): boolean {
  let answer = known.get(format);
  if (answer === undefined) {
    answer = typeof format === 'string' && /y/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    known.set(format, answer);
  }
  return answer;
}
