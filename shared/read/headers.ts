/** Rows of headings: where they stand, how many there are, and what each column is called. */

import { hasDigits, headingWords } from '../model/tokens.ts';
import { isPlainSum, sumKind } from '../model/totals.ts';
import type { Area } from '../model.ts';
import { type Grid, textAt } from './grid.ts';
import { meaningsOf } from './headings.ts';
import { heading } from './text.ts';
import { spelledAs, type Vocabulary } from './vocabulary.ts';

export interface Heading {
  readonly index: number;
  /** From the outermost group to the leaf; empty for a column without a heading. */
  readonly path: readonly string[];
}

export interface HeaderBlock {
  readonly area: Area;
  readonly headings: readonly Heading[];
  /** True where merged areas are unknown, so that a group may seem to reach further than it does. */
  readonly isInferred: boolean;
}

/** A row with fewer known headings than this is no heading row (decision read-5). */
export const LEAST_HEADINGS = 3;
/** Heading rows of one table, at most. */
export const MOST_LEVELS = 3;

/** Columns of a row that hold a known heading. */
export function knownColumns(grid: Grid, vocabulary: Vocabulary, row: number): readonly number[] {
  const cells = grid.row(row);
  let columns: number[] | null = null;
  for (let at = 0; at < cells.length; at++) {
    const value = cells[at]!;
    if (typeof value === 'string' && isKnown(value, vocabulary)) {
      columns ??= [];
      columns.push(grid.area.left + at);
    }
  }
  return columns ?? NONE;
}

/**
 * Of the one or two rows below, the known headings that stand under a group of this row, whose other headings have
 * nothing below them; none where that row is one of a form.
 */
export function knownUnderGroups(
  grid: Grid,
  vocabulary: Vocabulary,
  row: number,
  left: number,
  right: number,
): readonly number[] {
  const within = (column: number) => left <= column && column <= right;
  const below = knownColumns(grid, vocabulary, row + 1).filter(within);
  if (below.length > 1 && looksLikeForm(grid, vocabulary, row + 1, below)) return NONE;
  const under = below.filter((column) => isUnderGroup(grid, row, column));
  const isSecondGroups = under.length + 1 < LEAST_HEADINGS && isUnderBlanks(grid, row + 1, left, right);
  if (isSecondGroups)
    under.push(...knownColumns(grid, vocabulary, row + 2).filter((c) => within(c) && !under.includes(c)));
  if (under.length === 0) return NONE;
  const all = [...knownColumns(grid, vocabulary, row).filter(within), ...below, ...under];
  const last = Math.max(...all);
  for (let column = Math.min(...all); column <= last; column++) {
    const value = grid.cell(row, column);
    if (value === null) continue;
    if (typeof value !== 'string' || (grid.cell(row + 1, column) !== null && !isGroup(grid, row, column))) return NONE;
  }
  return under;
}

function isUnderGroup(grid: Grid, row: number, column: number): boolean {
  const merge = grid.merge(row, column);
  if (merge || grid.knowsMerges) return merge !== null && merge.right > merge.left;
  return grid.cell(row, column) === null || grid.cell(row, column + 1) === null;
}

const NONE: readonly number[] = [];

function isKnown(text: string | null, vocabulary: Vocabulary): boolean {
  return text !== null && meaningsOf(vocabulary, text).length > 0;
}

/**
 * Labels with their values beside them, not headings above theirs: no two labels stand side by side, or the same columns
 * hold labels again in the row below.
 */
export function looksLikeForm(grid: Grid, vocabulary: Vocabulary, row: number, columns: readonly number[]): boolean {
  let adjacent = 0;
  let below = 0;
  for (const column of columns) {
    const next = (grid.merge(row, column)?.right ?? column) + 1;
    if (isKnown(textAt(grid, row, next), vocabulary)) adjacent++;
    const under = (grid.merge(row, column)?.bottom ?? row) + 1;
    if (isKnown(textAt(grid, under, column), vocabulary)) below++;
  }
  return adjacent === 0 || (adjacent * 2 < columns.length && below * 2 >= columns.length);
}

/** The heading rows that begin at (or, for groups, just above) a row, over the columns that belong together. */
export function headerBlock(grid: Grid, vocabulary: Vocabulary, row: number, left: number, right: number): HeaderBlock {
  const bottom = lastHeadingRow(grid, vocabulary, row, left, right);
  const top = firstHeadingRow(grid, row, bottom, left, right);
  return blockOf(grid, { top, bottom, left, right });
}

export function blockOf(grid: Grid, area: Area): HeaderBlock {
  const headings: Heading[] = [];
  for (let index = area.left; index <= area.right; index++) headings.push({ index, path: pathOf(grid, area, index) });
  return { area, headings, isInferred: !grid.knowsMerges };
}

/** Vertical merges that begin in the row decide; without any, rows of which at least half the texts are headings. */
function lastHeadingRow(grid: Grid, vocabulary: Vocabulary, row: number, left: number, right: number): number {
  let bottom = row;
  for (let column = left; column <= right; column++) {
    const merge = grid.merge(row, column);
    if (merge && merge.top === row && merge.bottom < row + MOST_LEVELS) bottom = Math.max(bottom, merge.bottom);
  }
  if (bottom > row) return bottom;
  while (bottom < row + MOST_LEVELS - 1 && isSecondLevel(grid, vocabulary, bottom + 1, left, right)) bottom++;
  // Unknown merges: a second row of groups with the leaves in the third.
  const third = row + MOST_LEVELS - 1;
  if (bottom > row || grid.knowsMerges || !isUnderBlanks(grid, row + 1, left, right)) return bottom;
  return isSecondLevel(grid, vocabulary, third, left, right) ? third : bottom;
}

/** Texts only, none of them 小计, and nothing below a heading that is no group. */
function isUnderBlanks(grid: Grid, row: number, left: number, right: number): boolean {
  let texts = 0;
  for (let column = left; column <= right; column++) {
    const value = grid.cell(row, column);
    if (value === null) continue;
    if (typeof value !== 'string' || isPlainSum(value)) return false;
    if (grid.cell(row - 1, column) !== null && !isGroup(grid, row - 1, column)) return false;
    texts++;
  }
  return texts > 0;
}

function isSecondLevel(grid: Grid, vocabulary: Vocabulary, row: number, left: number, right: number): boolean {
  let texts = 0;
  let known = 0;
  let underBlank = 0;
  for (let column = left; column <= right; column++) {
    const value = grid.cell(row, column);
    if (value === null) continue;
    if (typeof value !== 'string') return false;
    texts++;
    if (isKnown(value, vocabulary) || isLeaf(grid, vocabulary, row, column, left)) known++;
    if (grid.cell(row - 1, column) === null || isGroup(grid, row - 1, column)) underBlank++;
  }
  // A repeated heading row stands under a full one; a second level fills the gaps of the first.
  return known >= 2 && known * 2 >= texts && underBlank * 2 >= texts;
}

/** Known together with its group, the nearest text above it or to the left of that: 起 under 项目周期. */
function isLeaf(grid: Grid, vocabulary: Vocabulary, row: number, column: number, left: number): boolean {
  for (let at = column; at >= left; at--) {
    const group = textAt(grid, row - 1, at);
    if (group !== null)
      return spelledAs(vocabulary, heading(group) + heading(textAt(grid, row, column) ?? '')).length > 0;
  }
  return false;
}

export function isGroup(grid: Grid, row: number, column: number): boolean {
  const merge = grid.merge(row, column);
  if (merge) return merge.right > merge.left;
  return grid.cell(row, column + 1) === null;
}

/** A row of group headings above the first row with known leaves: several short texts, at least one merged across. */
function firstHeadingRow(grid: Grid, row: number, bottom: number, left: number, right: number): number {
  let top = row;
  while (top > grid.area.top && row - top < MOST_LEVELS - 1 && isGroupRow(grid, top - 1, bottom, left, right)) top--;
  return top;
}

function isGroupRow(grid: Grid, row: number, bottom: number, left: number, right: number): boolean {
  let texts = 0;
  let across = 0;
  let inside = true;
  for (let column = left; column <= right; column++) {
    const value = grid.cell(row, column);
    if (value === null) continue;
    if (typeof value !== 'string' || /[:：]/.test(value)) return false;
    const words = headingWords(value);
    // 累计 stands over columns as well as before rows.
    if (isPlainSum(value) && sumKind(value) !== 'running') return false;
    // One character is a tick or a cross of the data above headings printed again.
    const { length } = words.trim();
    if (length < 2 || length > 12) return false;
    texts++;
    const merge = grid.merge(row, column);
    if (merge && merge.right > merge.left) {
      // Half the width is a title's, unless another group stands beside it.
      if ((merge.right - merge.left + 1) * 2 > right - left + 1) inside = false;
      across++;
    } else if (!grid.knowsMerges && isAbove(grid, row, bottom, column)) {
      // A group has a blank beside it and leaves below both; a row of data above headings printed again has not.
      if (grid.cell(row, column + 1) !== null || !isAbove(grid, row, bottom, column + 1)) return false;
      across++;
    }
    // A title begins at the left edge, and a line of the top has a date or a number.
    if (column === left || hasDigits(words)) inside = false;
  }
  return across >= 1 && (texts >= 2 || inside);
}

/** Something stands in a lower heading row: leaves may be two rows below their group. */
function isAbove(grid: Grid, row: number, bottom: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below++) if (grid.cell(below, column) !== null) return true;
  return false;
}

function pathOf(grid: Grid, area: Area, column: number): readonly string[] {
  const path: string[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const text = headingAt(grid, area, row, column);
    if (text !== null && text !== path.at(-1)) path.push(text);
  }
  return path;
}

function headingAt(grid: Grid, area: Area, row: number, column: number): string | null {
  const merge = grid.merge(row, column);
  if (merge) return merge.top < area.top ? null : asText(grid, merge.top, merge.left);
  const own = asText(grid, row, column);
  if (own !== null || row === area.bottom || grid.knowsMerges) return own;
  // Unknown merges: a blank beside a group belongs to it when something stands below both.
  if (!isAbove(grid, row, area.bottom, column)) return null;
  for (let left = column - 1; left >= area.left; left--) {
    const text = asText(grid, row, left);
    if (text !== null) return isAbove(grid, row, area.bottom, left) ? text : null;
  }
  return null;
}

function asText(grid: Grid, row: number, column: number): string | null {
  const value = grid.cell(row, column);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
