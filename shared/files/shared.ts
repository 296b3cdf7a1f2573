/** What cells of all sheets refer to. */
import type { Book } from './books.ts';
import type { Shared } from './cells.ts';
import { formatsOf } from './number-formats.ts';
import { type Package, relatedTo, textAt } from './package.ts';
import { stringsOf } from './strings.ts';

export function sharedOf(all: Package, { date1904 }: Book): Shared {
  const text = (type: string) => {
    const entry = relatedTo(all, all.workbook, type);
    return entry && textAt(all, entry.path);
  };
  return { strings: stringsOf(text('sharedStrings')), formats: formatsOf(text('styles')), date1904 };
}
