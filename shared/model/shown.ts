/** The text that a cell shows, for the number formats that such workbooks use. */
import { type CalendarDay, dayOf, offset1904 } from './days.ts';

/** What a cell holds, and Excel's code for how it shows it. */
export interface Formatted {
  readonly value: string | number | boolean | null | { readonly error: string };
  readonly numberFormat: string;
}

/** Like `range.text`; a column that is too narrow, which shows #### in Excel, is not considered. */
export function displayText({ value, numberFormat }: Formatted, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const sections = splitSections(numberFormat);
  return typeof value === 'string' ? wordText(value, sections) : sectionText(value, sections, date1904);
}

function wordText(value: string, sections: readonly string[]): string {
  const section = sections[3] ?? (sections.length === 1 && sections[0]!.includes('@') ? sections[0]! : '@');
  return literals(section)
    .map((part) => ('text' in part ? part.text : part.code.replaceAll('@', value)))
    .join('');
}

/** A number by the section for its sign: positive, negative, zero. */
function sectionText(value: number, sections: readonly string[], date1904: boolean): string {
  const negative = value < 0 && sections.length > 1;
  const section = value === 0 && sections[2] !== undefined ? sections[2] : negative ? sections[1]! : sections[0]!;
  const number = negative ? -value : value;
  if (/^general$/i.test(section) || section === '@' || section === '') return generalText(number);
  const parts = literals(section);
  const codes = parts.map((part) => ('code' in part ? part.code : '')).join('');
  return /[ymdhs]/i.test(codes) ? dateText(number, parts, date1904) : numberText(number, parts, codes);
}

type Part = { readonly text: string } | { readonly code: string };

function splitSections(format: string): readonly string[] {
  const sections: string[] = [];
  for (const [, section = '', end] of format.matchAll(/((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(;|$)/g)) {
    sections.push(section.trim());
    if (end === '') break;
  }
  return sections;
}

/** Tells what is copied from what stands for digits or dates; colours, conditions and locales fall away. */
function literals(section: string): readonly Part[] {
  const pieces = section.match(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[年月日时分秒%]|[^"\\[_*年月日时分秒%]+/gu) ?? [];
  return pieces.flatMap((piece): readonly Part[] => {
    if (piece.startsWith('"')) return [{ text: piece.slice(1, -1) }];
    if (piece.startsWith('\\')) return [{ text: piece.slice(1) }];
    if (/^\[(h|m|s)+\]$/i.test(piece)) return [{ code: piece }];
    if (piece.startsWith('[')) return /^\[\$([^-\]]+)/.test(piece) ? [{ text: /^\[\$([^-\]]+)/.exec(piece)![1]! }] : [];
    // `_x` leaves the width of x free; `*x` fills the column.
    if (piece.startsWith('_')) return [{ text: ' ' }];
    if (piece.startsWith('*')) return [];
    return /^[年月日时分秒]$/.test(piece) ? [{ text: piece }] : [{ code: piece }];
  });
}

/** General: up to eleven characters, then six digits in scientific notation. */
function generalText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [mantissa, exponent] = value.toExponential(5).split('e') as [string, string];
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${String(Number(mantissa))}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  const whole = String(Math.floor(size)).length;
  return String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - whole)))));
}

function numberText(value: number, parts: readonly Part[], codes: string): string {
  const percent = (codes.match(/%/g) ?? []).length;
  const digits = /[0#?][0#?,]*(?:\.[0#?]*)?/.exec(codes)?.[0];
  if (!digits)
    return parts
      .map((part) => ('text' in part ? part.text : part.code.replace(/general/gi, () => generalText(value))))
      .join('');
  const [whole = '', decimals = ''] = digits.split('.');
  // Commas after the last digit divide by a thousand each.
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = (Math.abs(value) * 100 ** percent) / 1000 ** thousands;
  let [integer = '0', fraction = ''] = roundHalfUp(scaled, decimals.length).split('.');
  integer = integer.replace(/^0+/, '').padStart((whole.match(/0/g) ?? []).length, '0');
  while (fraction && decimals[fraction.length - 1] === '#' && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  if (/[0#?],[0#?]/.test(whole)) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  const point = decimals && (fraction || /^[0?]/.test(decimals)) ? '.' : '';
  const shown = (value < 0 ? '-' : '') + integer + point + fraction;
  let done = false;
  const text = parts.map((part) => {
    if ('text' in part) return part.text;
    return part.code.replace(/[0#?][0#?,]*(?:\.[0#?]*)?/, (code) => {
      if (done) return code;
      done = true;
      return shown;
    });
  });
  return text.join('');
}

/** Excel rounds what it shows in decimal, not in binary: 1.005 shows as 1.01. Digits beyond its fifteen are noughts. */
function roundHalfUp(value: number, decimals: number): string {
  const [digits, exponent] = value.toExponential(14).split('e') as [string, string];
  if (Number(exponent) > 14)
    return digits.replace('.', '').padEnd(Number(exponent) + 1, '0') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  return Number(`${Math.round(Number(`${Number(value.toPrecision(15))}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

function dateText(serial: number, parts: readonly Part[], date1904: boolean): string {
  const moment = momentOf(serial, date1904);
  const codes = parts.map((part) => ('code' in part ? part.code : '')).join('');
  const half = /am\/pm|上午\/下午/i.test(codes);
  // After hours `m` is minutes and not a month.
  let afterHour = false;
  const one = (token: string): string => {
    const key = token.toLowerCase();
    const minutes = /^m{1,2}$/.test(key) && afterHour;
    if (/^[[h]/.test(key)) afterHour = true;
    else if (/^[yd]/.test(key)) afterHour = false;
    return minutes ? digits(moment.minute, key) : tokenText(key, moment, half);
  };
  const token = /\[[hms]+\]|am\/pm|y+|m+|d+|h+|s+/gi;
  return parts
    .map((part, at) => {
      if ('text' in part) return part.text;
      // `mm:ss` without hours: minutes are told by the seconds that follow.
      const next = parts.slice(at + 1).find((each) => 'code' in each);
      const ahead = part.code + (next && 'code' in next ? next.code : '');
      if (/^[^ymdh]*m{1,2}[^ymdh]*s/i.test(ahead)) afterHour = true;
      return part.code.replace(token, one);
    })
    .join('');
}

interface Moment extends CalendarDay {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Since the first day, for hours beyond 24. */
  readonly seconds: number;
}

function momentOf(serial: number, date1904: boolean): Moment {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  // 1900 has a 29 February in Excel, day 60, which is not imitated; before it every date is one day off.
  const day = days + (date1904 ? offset1904 : days < 60 ? 1 : 0);
  return {
    ...dayOf(day),
    // Serial 0 was a Saturday.
    weekday: ((day % 7) + 13) % 7,
    hour: Math.floor((seconds % 86_400) / 3600),
    minute: Math.floor((seconds % 3600) / 60),
    second: seconds % 60,
    seconds,
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** What stands for a run of one letter in small letters, `[h]` or `am/pm`; `half` counts hours to twelve. */
function tokenText(key: string, { year, month, day, weekday, hour, second, seconds }: Moment, half: boolean): string {
  if (key.startsWith('[')) return String(Math.floor(seconds / units[key[1]!]!));
  if (key === 'am/pm') return hour < 12 ? 'AM' : 'PM';
  if (key.startsWith('y')) return key.length > 2 ? String(year) : digits(year % 100, 'yy');
  if (key.startsWith('h')) return digits(half ? hour % 12 || 12 : hour, key);
  if (key.startsWith('s')) return digits(second, key);
  if (key.length <= 2) return digits(key.startsWith('m') ? month : day, key);
  const name = key.startsWith('m') ? months[month - 1]! : weekdays[weekday]!;
  return key.length === 3 ? name.slice(0, 3) : name;
}

const digits = (number: number, key: string): string => String(number).padStart(key.length > 1 ? 2 : 1, '0');
