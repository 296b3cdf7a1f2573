/** The year that a ledger's title gives to dates written without one: ××社区2020年下半年志愿服务活动台账. */
import type { Datum } from '../model.ts';
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
