/** What Excel makes of a value that is written to a cell, as if typed there. */
import { offset1904, serialOfDay } from '../../../shared/model/days.ts';
import type { Content } from '../workbook.ts';
import { badArgument } from './failures.ts';

export interface Entry {
  readonly content: Content;
  /** The format that a cell in General takes on. */
  readonly numberFormat?: string;
}

/** Throws where Excel would show its message about a mistaken formula. */
export function readEntry(value: unknown, numberFormat: string, date1904: boolean): Entry {
  if (typeof value === 'number' || typeof value === 'boolean') return { content: { value } };
  if (typeof value !== 'string' || value.length > 32_767) throw badArgument();
  // In a cell that is formatted as text everything is text, a leading = too.
  if (numberFormat === '@') return { content: { value } };
  if (value.startsWith("'")) return { content: { value: value.slice(1) } };
  if (value.startsWith('=') && value.length > 1) return { content: { formula: value } };
  return (
    readNumber(value) ?? readDay(value, date1904) ?? readWord(value) ?? readFormula(value) ?? { content: { value } }
  );
}

function readNumber(text: string): Entry | null {
  const match = /^\s*([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)(%?)\s*$/i.exec(text);
  if (match && /\d/.test(match[2]!)) {
    const number = Number(match[1]! + match[2]!.replaceAll(',', ''));
    if (match[3]) return { content: { value: number / 100 }, numberFormat: match[2]!.includes('.') ? '0.00%' : '0%' };
    return { content: { value: number }, ...(match[2]!.includes(',') && { numberFormat: '#,##0' }) };
  }
  return null;
}

function readDay(text: string, date1904: boolean): Entry | null {
  // Written through Office.js dates are read in US order whatever the language, ISO dates everywhere.
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : us ? [us[3], us[1], us[2]] : [];
  const serial = serialOfDay(Number(year), Number(month), Number(day));
  const value = date1904 ? serial - offset1904 : serial;
  return Number.isNaN(serial) ? null : { content: { value }, numberFormat: 'm/d/yyyy' };
}

function readWord(text: string): Entry | null {
  if (/^(true|false)$/i.test(text)) return { content: { value: text.toLowerCase() === 'true' } };
  const error = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i.exec(text);
  return error ? { content: { value: { error: text.toUpperCase() } } } : null;
}

/** `+` and `-` begin formulas as `=` does, and so did `@` in Lotus, which Excel still refuses when it is no function. */
function readFormula(text: string): Entry | null {
  if (/^[+-]./.test(text)) return { content: { formula: `=${text}` } };
  if (/^@./.test(text)) throw badArgument();
  return null;
}
