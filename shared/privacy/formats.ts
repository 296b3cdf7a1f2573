/** Number formats may hold text, in quotation marks or without: 0"人", 0\\人. Of those only the percent sign matters. */
import type { SheetSnapshot } from '../model.ts';
import { mapped } from './mapped.ts';

const PLAIN = /^(?:General|\[\$-[0-9A-F]{3,4}\]|AM\/PM|[0#?.,;:%@_ ymdhs年月日时分秒/-])*$/;

export function plainFormats(formats: SheetSnapshot['numberFormat']): SheetSnapshot['numberFormat'] {
  // A sheet has few of them, however many cells it has.
  const plain = new Map<string, string>();
  const of = (format: string | null) => {
    if (format === null || format === 'General') return format;
    let result = plain.get(format);
    if (result === undefined) {
      result = PLAIN.test(format) ? format : format.includes('%') ? '0%' : 'General';
      plain.set(format, result);
    }
    return result;
  };
  return formats ? mapped(formats, (row) => mapped(row, of)) : null;
}
