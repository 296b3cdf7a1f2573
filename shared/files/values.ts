/** Cells' values as Office.js gives them, from what files say. */
import { offset1904, serialOf } from '../model/days.ts';
import { errorOf } from '../model/errors.ts';
import type { Cell } from '../model.ts';

/** `undefined`: something stands there that is no value, so that Excel shows none either. */
export function cellValue(type: string, text: string, strings: readonly string[], date1904: boolean): Cell | undefined {
  switch (type) {
    case 's': {
      const index = wholeNumber(text);
      return textValue((index >= 0 && strings[index]) || '');
    }
    case 'b':
      return text === '' ? null : text === '1' || text === 'true';
    case 'e':
      return text === '' ? null : { error: text };
    case 'd':
      return text === '' ? null : momentOf(text, date1904);
    default:
      return text === '' ? null : numberOf(text);
  }
}

/** A text that looks like an error value is one: Office.js does not tell them apart either. */
export function textValue(text: string): Cell {
  if (text === '') return null;
  return text.charCodeAt(0) === 35 ? (errorOf(text) ?? text) : text;
}

const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function numberOf(text: string): number | undefined {
  const whole = wholeNumber(text);
  if (whole >= 0) return whole;
  const value = number.test(text) ? Number(text) : Number.NaN;
  // Also of -0, which Excel does not know.
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** Of up to nine digits and nothing else; else -1. */
export function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > 9) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const moment = /^\s*(?:(\d{4}-\d{2}-\d{2})T?)?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?\s*$/;

/** An ISO date, a time of day, or both, as a serial of the workbook's own date system. */
function momentOf(iso: string, date1904: boolean): number | undefined {
  const [, date, hours = '0', minutes = '0', seconds = '0'] = moment.exec(iso) ?? [];
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (date === undefined) return iso.includes(':') && moment.test(iso) ? time : undefined;
  const serial = serialOf(date);
  if (Number.isNaN(serial)) return undefined;
  // Excel's 1900 has a 29 February that never was: before it days count one less.
  const day = date1904 ? serial - offset1904 : serial < 61 ? serial - 1 : serial;
  return day + time;
}
