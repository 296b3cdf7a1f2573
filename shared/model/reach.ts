/** How far a sheet is read: something that stands far away by mistake must neither stop a check nor fill the memory. */
import type { Area } from './reading.ts';

/** From the first used column on; no table that people keep is wider. */
export const mostColumns = 1024;
/** Of one sheet, as in one request. */
export const mostCells = 1_000_000;

/** A table that must be cut narrower than this to stay within them is not cut but left out. */
const leastColumns = 64;

/** The part of a used area that is read; null when even that is too much, so that the sheet is not read at all. */
export function reachOf(used: Area): Area | null {
  const width = used.right - used.left + 1;
  const columns = Math.min(width, mostColumns, Math.floor(mostCells / (used.bottom - used.top + 1)));
  return columns < Math.min(width, leastColumns) ? null : { ...used, right: used.left + columns - 1 };
}
