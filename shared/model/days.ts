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

export function isoOf(serial: number): string {
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}
