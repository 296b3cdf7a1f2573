/** The time that words above a list are of: ××社区2020年下半年志愿服务活动台账, 2020年7月, 2020—2021年度. */

import { withoutTokens } from '../model/tokens.ts';
import type { Cell, Datum, Span } from '../model.ts';
import type { DateParts } from './bodies.ts';
import { toSerial, type Years } from './dates.ts';
import { clean } from './text.ts';

const YEAR = '(?<!\\d)(20\\d\\d)(?!\\d)';
const TO = '\\D{0,5}?(?:--|——|[-~～至到—–])\\D{0,3}?';
const MONTHS = new RegExp(`${YEAR}[年./-](\\d{1,2})(?!\\d)[月.]?(?:\\d{1,2}日?)?${TO}${YEAR}[年./-](\\d{1,2})(?!\\d)`);
const MONTHS_OF_YEAR = new RegExp(`${YEAR}年(\\d{1,2})月?(?:\\d{1,2}日)?(?:--|——|[-~～至到—–])(\\d{1,2})月`);
const YEARS = new RegExp(`${YEAR}年?度?(?:--|——|[-~～至到—–、/])${YEAR}(?!年?\\d{0,2}[月.])`);
const PART = new RegExp(`${YEAR}年?度?第?(上半年|下半年|[一二三四1-4]季度)`);
const MONTH = new RegExp(`${YEAR}[年./-](\\d{1,2})(?![\\d.])(?:月|$)(?!\\d)`);
const ONE = new RegExp(`${YEAR}`);
/** A document's number, a single day, and what something was drawn up on or up to: no time that a list is of. */
const DAY = '20\\d\\d(?:年|[./-])\\d{1,2}(?:月|[./-])\\d{1,2}日?';
const NO_TIME = new RegExp(
  `[〔[(（【]20\\d\\d[〕\\])）】]\\d+号|(?:截至|截止|填报|报送|填表|制表|统计|上报)(?:日期|时间)?[:：到于]?${YEAR}年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?底?|${YEAR}年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:版|制|修订|印发|填报|报送|更新)|${DAY}(?![-~～至到—–\\d])`,
  'g',
);

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  '1季度': [1, 3],
  '2季度': [4, 6],
  '3季度': [7, 9],
  '4季度': [10, 12],
};

/** Null where the words name no time. */
export function findYears(title: string): Years | null {
  const whole = withoutTokens(clean(title), '某').replace(/ /g, '');
  const between = MONTHS.exec(whole);
  if (between) return years(between[1]!, between[2]!, between[3]!, between[4]!);
  const text = whole.replace(NO_TIME, '');
  const inYear = MONTHS_OF_YEAR.exec(text);
  if (inYear) return years(inYear[1]!, inYear[2]!, inYear[1]!, inYear[3]!);
  const several = YEARS.exec(text);
  if (several) return years(several[1]!, 1, several[2]!, 12);
  const part = PART.exec(text);
  if (part) return years(part[1]!, PARTS[part[2]!]![0], part[1]!, PARTS[part[2]!]![1]);
  const month = MONTH.exec(text);
  if (month) return years(month[1]!, month[2]!, month[1]!, month[2]!);
  const one = ONE.exec(text);
  return one ? years(one[1]!, 1, one[1]!, 12) : null;
}

function years(year: string, from: string | number, toYear: string, to: string | number): Years | null {
  const made = { year: Number(year), fromMonth: Number(from), toYear: Number(toYear), toMonth: Number(to) };
  const isMonth = (month: number) => month >= 1 && month <= 12;
  const isOrdered = made.year < made.toYear || (made.year === made.toYear && made.fromMonth <= made.toMonth);
  return isMonth(made.fromMonth) && isMonth(made.toMonth) && isOrdered ? made : null;
}

/** First and last day. */
export function spanOf({ year, fromMonth, toYear, toMonth }: Years): Span {
  const next = toMonth === 12 ? toSerial(toYear + 1, 1, 1) : toSerial(toYear, toMonth + 1, 1);
  return { from: toSerial(year, fromMonth, 1), to: next - 1 };
}

const ONLY_MONTH = /(?<![\d至到—~～.-])(\d{1,2})月(?:份)?(?![\d至到—~～-]|\d)/;

/** The one month that words name, with or without a year: 7月, 2020.8, 2020年7月志愿服务活动台账; null for none or a span. */
export function findMonth(title: string): number | null {
  const whole = withoutTokens(clean(title), '某').replace(/ /g, '');
  const text = whole.replace(NO_TIME, '');
  if (MONTHS.test(whole) || MONTHS_OF_YEAR.test(text)) return null;
  const month = Number(ONLY_MONTH.exec(text)?.[1] ?? MONTH.exec(text)?.[2] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** Time and month for dates that lack them, each from the nearest words that name one; `words` are the nearest first. */
export function timeOf(words: readonly string[]): { readonly years: Years | null; readonly month: number | null } {
  let years: Years | null = null;
  let month: number | null = null;
  for (const text of words) {
    const named = findYears(text);
    // 7月 below 2020年7月—2021年6月 is the year's in which it lies.
    years ??= named;
    month ??= findMonth(text);
    if (years && month !== null) break;
  }
  return { years, month };
}

const OF_ROW = /^(?:(20\d\d)[年.\-/])?(\d{1,2})月?份?$/;

/** Month of a row, and its year where the month column names one. */
export function monthOf(cell: Datum | undefined): { readonly month: number | null; readonly year: number | null } {
  const match = cell ? OF_ROW.exec(cell.text.replace(/ /g, '')) : null;
  const month = match ? Number(match[2]) : 0;
  if (month < 1 || month > 12) return { month: null, year: null };
  return { month, year: match![1] ? Number(match![1]) : null };
}

const YEAR_ONLY = /^(20\d\d)年?度?$/;

/** Year of a row, where a column of its own names it. */
export function yearOf(cell: Datum | undefined): number | null {
  const match = cell ? YEAR_ONLY.exec(cell.text.replace(/ /g, '')) : null;
  return match ? Number(match[1]) : null;
}

interface Rows {
  readonly grid: { cell(row: number, column: number): Cell };
  readonly body: { readonly top: number };
}

/** A part holds for the blanks below it, so many rows at most. */
const MOST_HELD = 60;
const NUMBER = /^(\d{1,4})[年月日号份]*$/;

/** A day, or month, and its month and year in columns beside it, as one date in text: 2020年6月14日. */
export function dateOf({ grid, body }: Rows, row: number, day: Cell, { month, year }: DateParts): Cell {
  const [y, m] = [held(grid, body.top, row, year), held(grid, body.top, row, month)];
  const own = numberIn(day);
  // A date by itself, or nothing to put together.
  if ((day !== null && own === null) || (own === null && m === null)) return day;
  const of = (part: number | null, sign: string) => (part === null ? '' : `${part}${sign}`);
  return month === undefined ? of(y, '年') + of(own, '月') : of(y, '年') + of(m, '月') + of(own, '日');
}

function held(grid: Rows['grid'], top: number, row: number, column: number | undefined): number | null {
  if (column === undefined) return null;
  for (let at = row; at >= top && at > row - MOST_HELD; at--) {
    const cell = grid.cell(at, column);
    if (cell !== null) return numberIn(cell);
  }
  return null;
}

function numberIn(cell: Cell): number | null {
  const text = typeof cell === 'number' || typeof cell === 'string' ? clean(String(cell)) : '';
  const number = NUMBER.exec(text);
  return number ? Number(number[1]) : null;
}

/** What a file's name says: a year or a span of them; a month in it is rather when it was handed in. */
export function yearsOfFile(name: string | undefined): Years | null {
  const text = (name ?? '').replace(/\.[a-z]+$/i, '');
  const years = findYears(text);
  if (!years || findMonth(text) !== null) return null;
  const isYear = years.year < years.toYear || (years.toMonth - years.fromMonth === 11 && /20\d\d年/.test(text));
  return isYear ? years : null;
}
