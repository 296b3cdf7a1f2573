/** Days outside the typed cells: 填报日期 where it stands outside the form, a birth that was read to the month. */
import type { Catalogue, Line, Span } from '../model.ts';
import { readDate } from './dates.ts';
import { meaningsOf } from './headings.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The day of the first line of which the label means `field`; null where none has a day. */
export function dayBeside(lines: readonly Line[], field: string, catalogue: Catalogue): Span | null {
  const vocabulary = vocabularyOf(catalogue);
  for (const { kind, label, value } of lines) {
    if (kind !== 'date' || label === null || value === null) continue;
    if (!meaningsOf(vocabulary, label).some((meaning) => meaning.field.key === field)) continue;
    const span = dayIn(value, false, catalogue);
    if (span && span.from === span.to) return span;
  }
  return null;
}

/** What a cell names, without anything around it. */
export function dayIn(cell: string | number, date1904: boolean, { writings }: Catalogue): Span | null {
  return readDate(cell, { date1904, years: null, month: null, year: null, writings }).span;
}
