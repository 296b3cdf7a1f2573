/** Days as Excel counts them in its 1900 system: whole serials, so that 44043 is 2020-07-31. */

const DAY = 86_400_000;
// 1899-12-30: Excel's 1900 system counts a 29 February 1900 that never was; serials from 61 (1900-03-01) on are right.
const EPOCH = Date.UTC(1899, 11, 30);

/** Serial of an ISO date; NaN for a text that is none or names a day that does not exist. */
export function serialOf(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return Number.NaN;
  const [month, day] = [Number(match[2]), Number(match[3])];
  const time = Date.UTC(Number(match[1]), month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? (time - EPOCH) / DAY : Number.NaN;
}

/** Every finding on a day asks for it, so it is reckoned without a Date: years begin in March, in eras of 400 years. */
export function isoOf(serial: number): string {
  const days = Math.floor(serial) + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month < 10 ? month + 3 : month - 9)}-${two(day)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
