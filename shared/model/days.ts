/**
 * Days as Excel counts them in its 1900 system: whole serials, so that 44043 is 2020-07-31. Excel's 1900 has a 29 February
 * that never was, serial 60; serials from 61 (1900-03-01) on are right, those below are a day behind what Excel shows.
 * All is reckoned without a Date: every finding on a day asks for it.
 */
import type { Datum } from './reading.ts';

export interface CalendarDay {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

/** Days by which the 1904 system begins later: there the same day has a serial that is this much smaller. */
export const offset1904 = 1462;

// Years begin in March, so that the leap day is the last one: days from 0000-03-01 to serial 0, which is 1899-12-30.
const DAYS_BEFORE = 693_899;

/** Serial of an ISO date; NaN for a text that is none or names a day that does not exist. */
export function serialOf(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? serialOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
}

/** Serial of a day of the calendar, NaN when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return Number.NaN;
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * marchYear + leapDays + dayOfYear - DAYS_BEFORE;
}

export function isoOf(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day of the calendar that a serial falls on, its time of day left aside. */
export function dayOf(serial: number): CalendarDay {
  const days = Math.floor(serial) + DAYS_BEFORE;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: yearOfEra + era * 400 + (march >= 10 ? 1 : 0),
    month: march < 10 ? march + 3 : march - 9,
    day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1,
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** A day that was read and not taken: its year stands nowhere (7月31日), or it is called off (10月20日（取消）). */
export function isPartialDay({ issue, known, span }: Pick<Datum, 'issue' | 'known' | 'span'>): boolean {
  return issue === 'N022' && span === null && known !== '';
}
