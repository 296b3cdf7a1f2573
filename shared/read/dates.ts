/** Dates as people write them. Days are Excel serials of the 1900 system. */
import { dayOf, offset1904, serialOfDay } from '../model/days.ts';
import type { Span, Writings } from '../model.ts';
import { clean } from './text.ts';

/**
 * `issue` N021: a date that does not exist; N022: taken with doubt, or not taken because the year is missing, or because
 * something stands beside it that nothing explains. `partial`: a day stands there, but not its year, or it is called off in a
 * bracket behind it.
 */
export interface DateReading {
  readonly partial?: true;
  readonly span: Span | null;
  readonly otherSpan: Span | null;
  readonly issue: string | null;
}

/** The time that a title gives to dates written without a year: months from 1 to 12, both ends included. */
export interface Years {
  readonly year: number;
  readonly fromMonth: number;
  readonly toYear: number;
  readonly toMonth: number;
}

/** What stands around the cell: the years of the title, the month merged over the day cells. */
export interface DateContext {
  readonly date1904: boolean;
  readonly years: Years | null;
  /** 1–12, of the month column on this row. */
  readonly month: number | null;
  /** Where the month column names the year too. */
  readonly year: number | null;
  readonly writings: Pick<Writings, 'afterDay' | 'notYet' | 'undone'>;
}

/** The year of a month: the one in which it lies inside the time named around the cell; null where none or several do. */
function yearOf(month: number, { year, years }: DateContext): number | null {
  if (year !== null || !years) return year;
  const { year: first, fromMonth, toYear, toMonth } = years;
  // A ledger of one year, or of one month, may hold a day that is not of it: its year is still the only one named.
  if (first === toYear) return first;
  let found: number | null = null;
  for (let at = first; at <= toYear; at++) {
    if ((at === first && month < fromMonth) || (at === toYear && month > toMonth)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

const PARTIAL: DateReading = { span: null, otherSpan: null, issue: 'N022', partial: true };
const NONE: DateReading = { span: null, otherSpan: null, issue: 'N022' };
const IMPOSSIBLE: DateReading = { span: null, otherSpan: null, issue: 'N021' };
const day = (serial: number, issue: string | null = null): DateReading => ({
  span: { from: serial, to: serial },
  otherSpan: null,
  issue,
});

/** Serials below 61 are the days around the leap day that never was (decision read-7). */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 73_050;

/** Of several days in one cell the earliest decides where `earliest` says so; else they are two readings. */
export function readDate(raw: number | string, context: DateContext, earliest = false): DateReading {
  if (typeof raw === 'number') return readNumber(raw, context);
  const text = clean(raw).replace(TIME, '');
  const several = text.split(SEVERAL);
  if (several.length > 1 && several.every((part) => WHOLE.test(part))) return ofSeveral(several, context, earliest);
  return readText(text.replace(/ /g, ''), context);
}

function readNumber(value: number, context: DateContext): DateReading {
  if (value >= 19_000_101 && value <= 21_001_231 && Number.isInteger(value)) return readText(String(value), context);
  if (value >= 1900 && value < 2100) return yearAndMonth(value);
  if (value >= 1 && value < 13 && !Number.isInteger(value) && context.years) return monthAndDay(value, context);
  // A day beside its month, or in a ledger of one month.
  if (value >= 1 && value <= 31 && Number.isInteger(value) && context.month !== null)
    return readPart(String(value), context);
  const serial = Math.floor(value) + (context.date1904 ? offset1904 : 0);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? day(serial) : NONE;
}

/** A number like 2020.1: the month was typed after a point. 2020.10 is stored as 2020.1, so that it has two readings. */
function yearAndMonth(value: number): DateReading {
  const year = Math.floor(value);
  const hundredths = Math.round((value - year) * 100);
  if (hundredths === 0)
    return { span: { from: toSerial(year, 1, 1), to: toSerial(year, 12, 31) }, otherSpan: null, issue: 'N022' };
  const month = hundredths % 10 === 0 ? hundredths / 10 : hundredths;
  if (month > 12) return IMPOSSIBLE;
  if (hundredths === 10) return { span: monthSpan(year, 1), otherSpan: monthSpan(year, 10), issue: 'N022' };
  return { span: monthSpan(year, month), otherSpan: null, issue: null };
}

/** 12.5 under a title that names the year: typed as 12月5日. 12.1 may have been 12.10. */
function monthAndDay(value: number, context: DateContext): DateReading {
  const { span, issue } = readPart(String(value), context);
  const [, after = ''] = String(value).split('.');
  const other = span && after.length === 1 ? readPart(`${value}0`, context).span : null;
  return { span, otherSpan: other, issue: span ? 'N022' : issue };
}

const TIME = /(?<=[\d日号]) \d{1,2}:\d{2}(?::\d{2})?$/;
const SEVERAL = /[/、,; ]/;
const WHOLE = /^\d{4}(?:年|[年.\-/]\d{1,2}(?:月|[月.\-/]\d{1,2}[日号]?)?)?$/;
const FULL = /^(\d{4}|\d{2})[年.\-/、](\d{1,2})[月.\-/、](\d{1,2})[日号]?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})[年.\-/](\d{1,2})月?(?!\d)(底|末|初|上旬|中旬|下旬|份)?(.*)$/;
const YEAR = /^(\d{4})年?$/;
const DAY_OF_YEAR = /^(\d{1,2})[月.\-/](\d{1,2})[日号]?(.*)$/;
const DAY = /^(\d{1,2})[日号]?(?:[-~至—]\d{1,2}[日号]?)?(\D.*)?$/;
const MONTH_ONLY = /^(\d{1,2})月(底|末|初|上旬|中旬|下旬|份)?(.*)$/;
// What says nothing behind a date: its time of day, the day of the week, a remark without figures, the end of a span that
// counts by its first day.
const SILENT =
  /^(?:T?\d{1,2}[:：时点]\d{0,2}分?(?::\d{2})?(?:[-~至—]\d{1,2}[:：时点]\d{0,2}分?)?|(?:星期|周)[一二三四五六日天末]|(?:--|——|[-~至—])\d[\d年月日号.\-/]*|\([^()\d]*\)|[,，、。;；])/;

/** Whether everything behind a date says nothing. */
function isSilent(tail: string, { afterDay }: DateContext['writings']): boolean {
  let rest = tail;
  while (rest !== '') {
    const silent = SILENT.exec(rest)?.[0] ?? afterDay.find((word) => rest.startsWith(word));
    if (silent === undefined) return false;
    rest = rest.slice(silent.length);
  }
  return true;
}

// 2020.7-2021.4: counts by its beginning, as a span from day to day does.
const FROM_MONTH = /^(\d{4}[年.\-/]\d{1,2}月?)(?:--|——|[-~至—])(?:\d{4}(?!\d)|\d{1,2}月)/;

const BRACKET = /\([^()\d]*\)/;

function readText(text: string, context: DateContext): DateReading {
  const { notYet, undone } = context.writings;
  const remark = BRACKET.exec(text)?.[0];
  if (remark && [...notYet, ...undone].some((word) => remark.includes(word))) {
    const { span, partial: isPartial } = readText(text.replace(remark, ''), context);
    return span || isPartial ? PARTIAL : NONE;
  }
  const from = FROM_MONTH.exec(text);
  if (from) return readText(from[1]!, context);
  const full = FULL.exec(text);
  if (full) {
    const short = full[1]!.length === 2;
    const serial = toSerial(short ? 2000 + Number(full[1]) : Number(full[1]), Number(full[2]), Number(full[3]));
    if (Number.isNaN(serial)) return IMPOSSIBLE;
    return isSilent(full[4]!, context.writings) ? day(serial, short ? 'N022' : null) : NONE;
  }
  const compact = COMPACT.exec(text);
  if (compact) return known(toSerial(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const month = MONTH.exec(text);
  if (month && isSilent(month[4]!, context.writings)) {
    if (Number(month[2]) < 1 || Number(month[2]) > 12) return IMPOSSIBLE;
    const vague = isVague(month[3]!, month[4]!) ? 'N022' : null;
    return { span: monthSpan(Number(month[1]), Number(month[2])), otherSpan: null, issue: vague };
  }
  const year = YEAR.exec(text);
  if (year) return { span: yearSpan(Number(year[1])), otherSpan: null, issue: 'N022' };
  return readPart(text, context);
}

/** A date of which the year, or year and month, stand elsewhere. */
function readPart(text: string, context: DateContext): DateReading {
  const dayOnly = DAY.exec(text);
  if (dayOnly && context.month !== null && isSilent(dayOnly[2] ?? '', context.writings)) {
    const year = yearOf(context.month, context);
    return year === null ? PARTIAL : known(toSerial(year, context.month, Number(dayOnly[1])));
  }
  const dayOfYear = DAY_OF_YEAR.exec(text);
  if (dayOfYear && isSilent(dayOfYear[3]!, context.writings)) {
    const year = yearOf(Number(dayOfYear[1]), context);
    return year === null
      ? partial(Number(dayOfYear[1]), Number(dayOfYear[2]))
      : known(toSerial(year, Number(dayOfYear[1]), Number(dayOfYear[2])));
  }
  const monthOnly = MONTH_ONLY.exec(text);
  const isMonth = monthOnly && Number(monthOnly[1]) >= 1 && Number(monthOnly[1]) <= 12;
  if (!isMonth || !isSilent(monthOnly[3]!, context.writings)) return NONE;
  const year = yearOf(Number(monthOnly[1]), context);
  if (year === null) return PARTIAL;
  const vague = isVague(monthOnly[2]!, monthOnly[3]!) ? 'N022' : null;
  return { span: monthSpan(year, Number(monthOnly[1])), otherSpan: null, issue: vague };
}

/** A month and a day of it that the calendar has in some year. */
function partial(month: number, dayOfMonth: number): DateReading {
  return Number.isNaN(toSerial(2020, month, dayOfMonth)) ? IMPOSSIBLE : PARTIAL;
}

/** 底, 上旬, 底前: somewhere in the month. */
function isVague(part: string | undefined, tail: string): boolean {
  return (part !== undefined && part !== '份') || tail !== '';
}

/** The first and the last of them; of one person's certificates the earliest decides (decision read-8). */
function ofSeveral(parts: readonly string[], context: DateContext, earliest: boolean): DateReading {
  const spans: Span[] = [];
  for (const part of parts) {
    const { span } = readText(part, context);
    if (!span) return NONE;
    spans.push(span);
  }
  spans.sort((a, b) => a.from - b.from);
  const [first, last] = [spans[0]!, spans.at(-1)!];
  if (earliest || (first.from === last.from && first.to === last.to))
    return { span: first, otherSpan: null, issue: null };
  return { span: first, otherSpan: last, issue: 'N022' };
}

function known(serial: number): DateReading {
  return Number.isNaN(serial) ? IMPOSSIBLE : day(serial);
}

const WITHIN = /(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](?:(\d{1,2})日?)?)?/;

/** The first date that stands anywhere in a text, to the month or to the day; null when there is none. */
export function findDate(text: string): Span | null {
  const match = WITHIN.exec(clean(text).replace(/ /g, ''));
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12) return null;
  if (!match[3]) return monthSpan(year, month);
  const serial = toSerial(year, month, Number(match[3]));
  return Number.isNaN(serial) ? null : { from: serial, to: serial };
}

/** Excel serial of a day, NaN when there is no such day; nor is one meant by a year like 0021, which is a slip. */
export function toSerial(year: number, month: number, dayOfMonth: number): number {
  return year < 100 ? Number.NaN : serialOfDay(year, month, dayOfMonth);
}

/** The month in which a day, or the first of several, lies. */
export function monthOf({ from }: Span): Span {
  const { year, month } = dayOf(from);
  return monthSpan(year, month);
}

function monthSpan(year: number, month: number): Span {
  const next = month === 12 ? toSerial(year + 1, 1, 1) : toSerial(year, month + 1, 1);
  return { from: toSerial(year, month, 1), to: next - 1 };
}

function yearSpan(year: number): Span {
  return { from: toSerial(year, 1, 1), to: toSerial(year, 12, 31) };
}
