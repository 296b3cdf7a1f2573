/** Lists set so that they are as low as they can be: a notice goes on two pages, its list on the second. */
import { textOf } from '../parts.ts';
import { linesIn } from '../wrapping.ts';
import { type TableColumn, table } from './blocks.ts';
import type { DocumentTable, SmallType } from './documents.ts';

/** Room on both sides of what stands in a cell, in characters. */
export const ASIDE = 0.4;

/** In characters, as Latin letters and digits stand beside Chinese ones. */
export const lengthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[A-Z]/.test(one) ? 0.7 : /[\x20-\x7e–]/.test(one) ? 0.55 : 1), 0);

/** Characters of a type that stand side by side on a page lying down. */
export const lineOf: Readonly<Record<SmallType, number>> = { small: 80, fine: 90 };

/** Columns as wide as what stands in them asks for; finer type where that brings the list onto one page. */
export function fitted<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[], empty: string): DocumentTable {
  return inBands(columns, [{ title: null, rows }], empty);
}

interface Band<Row> {
  /** Across the table, above its rows; null for none. */
  readonly title: string | null;
  readonly rows: readonly Row[];
}

/** Several lists in one table, which has its headings once. */
export function inBands<Row>(
  columns: readonly TableColumn<Row>[],
  bands: readonly Band<Row>[],
  empty: string,
): DocumentTable {
  const made = table(
    columns,
    bands.flatMap(({ rows }) => rows),
    empty,
  );
  const texts = made.rows.map((row) => row.map(textOf));
  const headings = columns.map(({ heading }) => heading);
  const titled = bands.filter(({ title }) => title !== null).length;
  const fits = (type: SmallType) =>
    heightOf(texts, widthsOf(headings, texts, type), type) + HEAD + titled * (line[type] + EDGES) <= PAGE;
  const type = !fits('small') && fits('fine') ? 'fine' : 'small';
  const widths = widthsOf(headings, texts, type);
  return {
    ...made,
    type,
    rows: bands.flatMap(({ title, rows }) => [
      ...(title === null ? [] : [[[title]]]),
      ...table(columns, rows, empty).rows,
    ]),
    columns: made.columns.map((column, at) => ({ ...column, width: widths[at]! + ASIDE })),
  };
}

// Widths --------------------------------------------------------------------------------------------------------------

const STEP = 0.5;
/** In characters: words that no line breaks; longer ones may be broken. */
const LONGEST_WORD = 10;
/** A cell of four characters stays on its line. */
const SHORT = 4;

/** From the least that is read with ease, a bit at a time for the column that makes most rows high. */
function widthsOf(headings: readonly string[], rows: readonly (readonly string[])[], type: SmallType) {
  const lengths = rows.map((row) => row.map(lengthOf));
  const widths = headings.map((heading, at) =>
    rows.reduce((least, row, index) => Math.max(least, leastOf(row[at]!, lengths[index]![at]!)), lengthOf(heading)),
  );
  const room = lineOf[type] - ASIDE * headings.length;
  for (let used = widths.reduce((sum, one) => sum + one, 0); used + STEP <= room; used += STEP) {
    const gains = headings.map(() => 0);
    for (const row of lengths) {
      const [lines, at] = highest(row, widths);
      if (lines > 1) gains[at]! += lines / widths[at]!;
    }
    const most = gains.indexOf(Math.max(...gains));
    if (gains[most] === 0) break;
    widths[most]! += STEP;
  }
  return widths;
}

function leastOf(text: string, length: number): number {
  const words = (text.match(/[!-~]+/g) ?? []).map(lengthOf);
  return Math.max(Math.min(length, SHORT), ...words.map((one) => Math.min(one, LONGEST_WORD)));
}

/** Which cell of a row takes most lines, and about how many. */
function highest(row: readonly number[], widths: readonly number[]): readonly [lines: number, at: number] {
  let [lines, at] = [0, 0];
  for (const [column, length] of row.entries()) {
    const each = length / widths[column]!;
    if (each > lines) [lines, at] = [each, column];
  }
  return [lines, at];
}

// Heights, in twentieths of a point -----------------------------------------------------------------------------------

/** Of a page lying down, below the title of the attachment; some of it is spare, for fonts differ. */
const PAGE = 8000;
/** What stands above the rows of a table. */
const HEAD = 300;
const line: Readonly<Record<SmallType, number>> = { small: 210, fine: 190 };
const EDGES = 35;

function heightOf(rows: readonly (readonly string[])[], widths: readonly number[], type: SmallType): number {
  // Of more rows than a page has lines, nothing is to be reckoned.
  if (rows.length * line[type] > PAGE) return PAGE;
  const lines = (row: readonly string[]) =>
    Math.max(...row.map((text, at) => linesIn(text, Math.floor(2 * widths[at]!))));
  return rows.reduce((sum, row) => sum + lines(row) * line[type] + EDGES, 0);
}
