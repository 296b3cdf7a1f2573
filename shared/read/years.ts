/** The year that a ledger's title gives to dates written without one: ××社区2020年下半年志愿服务活动台账. */
import type { Cell, Datum } from '../model.ts';
import type { DateParts } from './bodies.ts';
import type { Years } from './dates.ts';
import { clean } from './text.ts';

const PERIOD = /(20\d\d)[年.\-/](\d{1,2})月?\D{0,3}(20\d\d)[年.\-/]\d{1,2}月?/;
const YEAR = /(20\d\d)\s*年?/;

export function findYears(title: string): Years | null {
  const text = clean(title).replace(/ /g, '');
  const period = PERIOD.exec(text);
  if (period) return { year: Number(period[1]), fromMonth: Number(period[2]), toYear: Number(period[3]) };
  const year = YEAR.exec(text);
  return year ? { year: Number(year[1]), fromMonth: null, toYear: Number(year[1]) } : null;
}

const MONTH = /^(?:(20\d\d)[年.\-/])?(\d{1,2})月?份?$/;

/** Month of a row, and its year where the month column names one. */
export function monthOf(cell: Datum | undefined): { readonly month: number | null; readonly year: number | null } {
  const match = cell ? MONTH.exec(cell.text.replace(/ /g, '')) : null;
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
const NUMBER = /^\d{1,4}$/;

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
  const text =
    typeof cell === 'number' || typeof cell === 'string' ? clean(String(cell)).replace(/[年月日号份]+$/, '') : '';
  return NUMBER.test(text) ? Number(text) : null;
}
