/** Cells of the workbook as Univer's, and back. */

import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { offset1904 } from '../../../shared/model/days.ts';
import type { Border, Cell, CellValue, Content, Style } from '../workbook.ts';

/**
 * Links of ours are formulas that Univer cannot calculate (CELL): they are drawn as their text, and followed by
 * `links.ts`.
 */
function isLink(formula: string): boolean {
  return /^=\s*HYPERLINK\s*\(/i.test(formula);
}

export function cellData({ value, formula, numberFormat, style }: Cell, date1904: boolean): ICellData {
  const data: ICellData = { s: styleData(style, numberFormat) };
  if (formula !== null && !isLink(formula)) data.f = formula;
  if (typeof value === 'number') return { ...data, v: value + daysOff(numberFormat, date1904), t: numeric };
  if (typeof value === 'boolean') return { ...data, v: value ? 1 : 0, t: boolean };
  if (typeof value === 'string') return { ...data, v: value, t: text };
  return value === null ? data : { ...data, v: value.error, t: text };
}

/** `numberFormat` is the one that the cell has in the grid. */
export function contentOf(data: Nullable<ICellData>, numberFormat: string, date1904: boolean): Content {
  const shown = readValue(data);
  const value = typeof shown === 'number' ? shown - daysOff(numberFormat, date1904) : shown;
  return data?.f ? { formula: data.f, value } : { value };
}

/** Univer counts days from 1900 only. */
function daysOff(numberFormat: string, date1904: boolean): number {
  return date1904 && /[ymdh]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/gi, '')) ? offset1904 : 0;
}

function readValue(data: Nullable<ICellData>): CellValue {
  const v = data?.v ?? data?.p?.body?.dataStream.replace(/\r\n$/, '');
  if (v === undefined || v === null || v === '') return null;
  if (data?.t === boolean) return Boolean(Number(v));
  if (data?.t === numeric || typeof v === 'number') return Number(v);
  const shown = String(v);
  return errors.test(shown) ? { error: shown } : shown;
}

/** Univer's numbers for what a cell holds. */
const [text, numeric, boolean] = [1, 2, 3];
const errors = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

export interface Look {
  readonly numberFormat: string;
  readonly style: Style;
}

function styleData(style: Style, numberFormat: string): IStyleData {
  const horizontal = horizontals.indexOf(style.horizontal ?? '');
  const vertical = verticals.indexOf(style.vertical ?? '');
  const borders = Object.fromEntries(
    sides.flatMap(([side, key]) => (style[side] ? [[key, borderData(style[side])]] : [])),
  );
  return {
    ...(style.fontName ? { ff: style.fontName } : {}),
    ...(style.fontSize ? { fs: style.fontSize } : {}),
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.italic ? { it: 1 } : {}),
    ...(style.underline ? { ul: { s: 1 } } : {}),
    ...(style.strike ? { st: { s: 1 } } : {}),
    ...(style.color ? { cl: { rgb: style.color } } : {}),
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(horizontal > 0 ? { ht: horizontal } : {}),
    // Excel puts text at the bottom unless told otherwise.
    vt: vertical > 0 ? vertical : 3,
    ...(style.wrap ? { tb: 3 } : {}),
    ...(Object.keys(borders).length > 0 ? { bd: borders } : {}),
    ...(numberFormat === 'General' ? {} : { n: { pattern: shownFormats[numberFormat] ?? numberFormat } }),
  };
}

/** What of a look Univer can show. */
export function lookOf(data: Nullable<IStyleData>): Look {
  const style = {
    fontName: data?.ff ?? undefined,
    fontSize: data?.fs,
    bold: data?.bl ? true : undefined,
    italic: data?.it ? true : undefined,
    underline: data?.ul?.s ? true : undefined,
    strike: data?.st?.s ? true : undefined,
    color: colorOf(data?.cl?.rgb),
    fill: colorOf(data?.bg?.rgb),
    horizontal: (horizontals[data?.ht ?? 0] || undefined) as Style['horizontal'],
    vertical: (verticals[data?.vt ?? 3] || undefined) as Style['vertical'],
    wrap: data?.tb === 3 ? true : undefined,
    ...Object.fromEntries(sides.map(([side, key]) => [side, borderOf(data?.bd?.[key])])),
  };
  return { numberFormat: data?.n?.pattern || 'General', style };
}

/** `rgb(1,2,3)` is what Univer's own colour picker gives. */
function colorOf(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color)?.slice(1);
  return (parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : color).toUpperCase();
}

/** Short dates follow the language of the program, in Excel as here. */
const shownFormats: Readonly<Record<string, string>> = {
  'm/d/yyyy': 'yyyy/m/d',
  'm/d/yyyy h:mm': 'yyyy/m/d h:mm',
};

const horizontals = ['', 'Left', 'Center', 'Right', 'Justify', '', 'Distributed'];
const verticals = ['', 'Top', 'Center', 'Bottom'];
const sides = [
  ['top', 't'],
  ['bottom', 'b'],
  ['left', 'l'],
  ['right', 'r'],
] as const;

const lines: readonly (readonly [number, Border['style'], Border['weight']])[] = [
  [1, 'Continuous', 'Thin'],
  [2, 'Continuous', 'Hairline'],
  [3, 'Dot', 'Thin'],
  [4, 'Dash', 'Thin'],
  [5, 'DashDot', 'Thin'],
  [6, 'DashDotDot', 'Thin'],
  [7, 'Double', 'Thick'],
  [8, 'Continuous', 'Medium'],
  [9, 'Dash', 'Medium'],
  [10, 'DashDot', 'Medium'],
  [11, 'DashDotDot', 'Medium'],
  [12, 'SlantDashDot', 'Medium'],
  [13, 'Continuous', 'Thick'],
];

function borderData(border: Border) {
  const line = lines.find(([, style, weight]) => style === border.style && weight === border.weight) ?? [1];
  return { s: line[0], cl: { rgb: border.color } };
}

function borderOf(data: Nullable<{ s: number; cl?: { rgb?: Nullable<string> } }>): Border | undefined {
  const line = lines.find(([number]) => number === data?.s);
  return line && { style: line[1], weight: line[2], color: colorOf(data?.cl?.rgb) ?? '#000000' };
}
