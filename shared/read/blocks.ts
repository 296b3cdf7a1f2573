/** Blocks of headings that begin in a row: which columns belong together, and how many rows they have. */
import { type Grid, textAt } from './grid.ts';
import {
  type HeaderBlock,
  headerBlock,
  isGroup,
  knownColumns,
  knownUnderGroups,
  LEAST_HEADINGS,
  looksLikeForm,
} from './headers.ts';
import { heading } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Blocks of headings that begin in this row; a blank column between two that both have enough headings parts them. */
export function blocksAt(grid: Grid, vocabulary: Vocabulary, row: number): readonly HeaderBlock[] {
  const own = knownColumns(grid, vocabulary, row);
  if (own.length === 0 || (own.length < LEAST_HEADINGS && !hasGroup(grid, row))) return [];
  return runsOf(grid, row, new Set(own)).flatMap(({ left, right }) => {
    const within = own.filter((column) => left <= column && column <= right);
    // Groups alone are found with the row of their leaves.
    if (within.length === 0 || (within.length < LEAST_HEADINGS && within.every((at) => isGroup(grid, row, at))))
      return [];
    if (within.length < LEAST_HEADINGS || looksLikeForm(grid, vocabulary, row, within)) {
      // 指标 | 完成情况 {目标数 | 自报值} | 说明: too few of them stand in the first row, or none beside another.
      const under = knownUnderGroups(grid, vocabulary, row, left, right);
      if (under.length === 0 || within.length + under.length < LEAST_HEADINGS) return [];
    }
    // Each with its own number of heading rows: what stands beside may be rows of another list.
    return [headerBlock(grid, vocabulary, row, left, right)];
  });
}

function hasGroup(grid: Grid, row: number): boolean {
  const cells = grid.row(row);
  return cells.some((cell, at) => {
    if (typeof cell !== 'string' || cell === '') return false;
    const column = grid.area.left + at;
    const merge = grid.merge(row, column);
    return merge ? merge.right > merge.left : !grid.knowsMerges && grid.cell(row, column + 1) === null;
  });
}

interface Run {
  left: number;
  right: number;
  readonly first: string;
  known: number;
  /** Cells of the row itself that hold something; a title merged over a list has one. */
  filled: number;
}

/** Columns side by side that have headings. What the cells below hold does not matter: some are masked (RULINGS PV1). */
function runsOf(grid: Grid, row: number, known: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = [];
  for (let index = grid.area.left; index <= grid.area.right; index++) {
    const merge = grid.merge(row, index);
    if (grid.cell(row, index) === null && !merge && !isFilledBelow(grid, row, index)) continue;
    const text = textAt(grid, row, index) ?? '';
    // A group counts once: a title merged over a list beside this one would count as often as it is wide.
    const isKnown = known.has(index) || (merge !== null && merge.right > merge.left && merge.left === index) ? 1 : 0;
    const isFilled = Number(grid.cell(row, index) !== null);
    const last = runs.at(-1);
    // The first heading over again (序号 … 序号 …) begins the same list beside itself.
    if (
      last &&
      index === last.right + 1 &&
      !(last.known >= LEAST_HEADINGS && !merge && text !== '' && heading(text) === heading(last.first))
    ) {
      last.right = index;
      last.known += isKnown;
      last.filled += isFilled;
    } else {
      runs.push({ left: index, right: index, first: text, known: isKnown, filled: isFilled });
    }
  }
  return joined(grid, row, runs);
}

/**
 * A run with too few known headings joins its neighbour across one column without a heading; across one that is blank
 * further down as well only if both are too few. A run with none is not of this list.
 */
function joined(grid: Grid, row: number, runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const before = result.at(-1);
    const few = before ? Number(run.known < LEAST_HEADINGS) + Number(before.known < LEAST_HEADINGS) : 0;
    const close = before && run.left - before.right <= 2 && isHeading(before) && isHeading(run);
    if (close && (few === 2 || (few === 1 && !isBlankBelow(grid, row, before.right + 1)))) {
      before.right = run.right;
      before.known += run.known;
      before.filled += run.filled;
    } else {
      result.push(run);
    }
  }
  return result;
}

/** The column may have its heading one or two rows lower, beside a group. */
function isFilledBelow(grid: Grid, row: number, column: number): boolean {
  return grid.cell(row + 1, column) !== null || grid.cell(row + 2, column) !== null;
}

function isHeading({ left, right, known, filled }: Run): boolean {
  return known > 0 && (filled > 1 || left === right);
}

const BLANK_ROWS = 4;

function isBlankBelow(grid: Grid, row: number, column: number): boolean {
  for (let below = row; below <= row + BLANK_ROWS; below++) {
    if (grid.cell(below, column) !== null || grid.merge(below, column)) return false;
  }
  return true;
}
