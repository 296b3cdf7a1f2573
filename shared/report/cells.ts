/** Cells by their addresses, as many as a line of paper has room for. */
import { rangesOf } from '../model/areas.ts';
import type { Place } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, says } from './parts.ts';

/** Ranges that are named; what is more is marked in the sheets, and would be pages of addresses here. */
const NAMED = 40;

/** `I12、I15`, those of the first place's sheet without its name. */
export function cellsNamed(places: readonly Place[]): Paragraph {
  const [first] = places;
  const ranges = [...new Set(places.map(({ sheet }) => sheet))].flatMap((sheet) =>
    rangesOf(places.filter((place) => place.sheet === sheet)).map((range) =>
      sheet === first?.sheet ? [quote(range)] : says`“${quote(sheet)}”${quote(range)}`,
    ),
  );
  return says`${listed(ranges.slice(0, NAMED), '、')}${ranges.length > NAMED ? '等' : ''}`;
}
