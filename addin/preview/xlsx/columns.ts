/** `<cols>`: widths and hidden columns, in a file by ranges of columns. */
import { maxColumns } from '../../../shared/model/addresses.ts';
import type { Line, Sheet } from '../workbook.ts';
import { truthy } from './appearance.ts';
import { moved, type SheetOrigin } from './origins.ts';
import { same } from './styles.ts';
import { child, children, type Element, element } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

export function readColumns(sheet: Element): Record<number, Line> {
  const usual = usualWidth(sheet);
  const lines: Record<number, Line> = {};
  for (const [column, attributes] of expand(sheet)) {
    const line = columnLine(attributes, usual);
    if (line.hidden || line.size !== null) lines[column] = line;
  }
  return lines;
}

/** Null when every column is as the sheet's default. */
export function writeColumns(sheet: Sheet, before: Element, origin: SheetOrigin | undefined): Element | null {
  const known = moved(expand(before), 'columns', origin?.shifts ?? []);
  const usual = usualWidth(before);
  const lines = sheet.lines('columns');
  const columns = [...new Set([...known.keys(), ...lines.keys()])].sort((a, b) => a - b);
  const ranges: { first: number; last: number; attributes: Record<string, string | number | undefined> }[] = [];
  for (const column of columns) {
    const attributes = columnAttributes(known.get(column) ?? {}, lines.get(column), usual);
    const range = ranges.at(-1);
    if (range && range.last === column - 1 && same(range.attributes, attributes)) range.last = column;
    else ranges.push({ first: column, last: column, attributes });
  }
  const written = ranges.map(({ first, last, attributes }) =>
    element('col', { min: first + 1, max: last + 1, ...attributes }),
  );
  return written.length > 0 ? element('cols', {}, written) : null;
}

function columnAttributes(before: Attributes, line: Line | undefined, usual: number) {
  const present = columnLine(before, usual);
  const wanted = line ?? { hidden: false, size: null };
  const attributes: Record<string, string | number | undefined> = { ...before };
  if (wanted.hidden !== present.hidden) attributes.hidden = wanted.hidden ? 1 : undefined;
  if (wanted.size !== present.size) {
    attributes.width = wanted.size === null ? undefined : pointsWidth(wanted.size);
    attributes.customWidth = wanted.size === null ? undefined : 1;
  }
  // Excel takes a column without a width as hidden.
  attributes.width ??= pointsWidth(usual);
  return attributes;
}

/** Some programs describe all 16,384 columns, most of them as what they are anyway. */
function columnLine({ width, hidden, customWidth }: Attributes, usual: number): Line {
  const size = widthPoints(width);
  return { hidden: truthy(hidden), size: size === usual && !truthy(customWidth) ? null : size };
}

/** 8 characters unless the sheet says otherwise. */
function usualWidth(sheet: Element): number {
  return widthPoints(child(sheet, 'sheetFormatPr')?.attributes.defaultColWidth) ?? 48;
}

function expand(sheet: Element): Map<number, Attributes> {
  const columns = new Map<number, Attributes>();
  for (const { attributes } of children(child(sheet, 'cols'), 'col')) {
    const { min, max, ...rest } = attributes;
    for (let column = Number(min) - 1; column < Math.min(Number(max), maxColumns); column++) columns.set(column, rest);
  }
  return columns;
}

/** Widths count characters of 7 pixels with 5 pixels of padding (ECMA-376 part 1, 18.3.1.13); a pixel is ¾ point. */
function widthPoints(width: string | undefined): number | null {
  return width === undefined ? null : Math.trunc(((256 * Number(width) + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
}

function pointsWidth(points: number): number {
  return Math.trunc(((points / 0.75) * 256) / 7) / 256;
}
