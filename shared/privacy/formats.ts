/** Number formats may hold text, in quotation marks or without: 0"人", 0\\人. Of all of them only the percent sign is read. */
import type { SheetSnapshot } from '../model.ts';
import { mapped } from './mapped.ts';

const PERCENT = '0%';

/** Null where no cell is shown as a percentage: most sheets, and a tenth of what would be sent. */
export function plainFormats(formats: SheetSnapshot['numberFormat']): SheetSnapshot['numberFormat'] {
  if (!formats?.some((row) => row.some((format) => format?.includes('%')))) return null;
  return mapped(formats, (row) => mapped(row, (format) => (format?.includes('%') ? PERCENT : null)));
}
