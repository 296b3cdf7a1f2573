/** Whether a workbook counts days from 1900 or 1904. No member of Office.js tells; a date shown as text does. */

/** 1904 counts from 1,462 days later. */
const shift = 1462;
const firstDay = Date.UTC(1899, 11, 30);
const day = 86_400_000;

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
      if (text.includes(String(yearOf(value)))) return false;
      if (text.includes(String(yearOf(value + shift)))) return true;
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

function yearOf(serial: number): number {
  return new Date(firstDay + Math.floor(serial) * day).getUTCFullYear();
}
