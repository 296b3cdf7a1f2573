/** Blocks of headings that begin in a row: which columns belong together, and how many rows they have. */
import type { Area, Column } from '../model.ts';
import { fitTable, type Said } from './columns.ts';
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
import { mayMean, meaningsOf } from './headings.ts';
import { heading } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Blocks of headings that begin in this row; a blank column between two that both have enough headings parts them. */
export function blocksAt(grid: Grid, vocabulary: Vocabulary, row: number): readonly HeaderBlock[] {
  if (!mayBegin(grid, vocabulary, row)) return [];
  const known = knownColumns(grid, vocabulary, row);
  const own = known.length < LEAST_HEADINGS ? withCommunities(grid, vocabulary, row, known) : known;
  if (own.length === 0 || (own.length < LEAST_HEADINGS && !hasGroup(grid, row))) return [];
  return runsOf(grid, vocabulary, row, new Set(own)).flatMap(({ left, right }) => {
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

/** A row without groups needs enough headings; most rows of a long list are passed over by this. */
function mayBegin(grid: Grid, vocabulary: Vocabulary, row: number): boolean {
  if (!grid.knowsMerges || grid.merges(row).length > 0) return true;
  const cells = grid.row(row);
  let possible = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (typeof cell === 'string' && mayMean(vocabulary, cell)) possible++;
  }
  return possible >= LEAST_HEADINGS || (possible > 0 && row < grid.area.top + FIRST_ROWS);
}

/** Headings of a table with a column for each community stand near the top. */
const FIRST_ROWS = 10;

/** Beside the heading of a table's items the names of communities are headings: 指标 | 甲社区 | 乙社区. */
function withCommunities(grid: Grid, vocabulary: Vocabulary, row: number, known: readonly number[]): readonly number[] {
  const { tables, catalogue } = vocabulary;
  const isItem = (column: number) =>
    meaningsOf(vocabulary, textAt(grid, row, column) ?? '').some(
      ({ table, field }) => tables[table]!.pivot?.item === field.key,
    );
  if (row >= grid.area.top + FIRST_ROWS || !known.some(isItem)) return known;
  const columns = [...known];
  for (let column = grid.area.left; column <= grid.area.right; column++) {
    const text = known.includes(column) ? '' : (textAt(grid, row, column)?.trim() ?? '');
    if (catalogue.writings.communities.some((word) => text.length > word.length && text.endsWith(word)))
      columns.push(column);
  }
  return columns.sort((a, b) => a - b);
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

/** Columns side by side that have headings. What the cells below hold does not matter: some are masked (decision read-12). */
function runsOf(grid: Grid, vocabulary: Vocabulary, row: number, known: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = [];
  // Unknown merges: a text with a leaf below it.
  const leaves = grid.knowsMerges ? [] : knownColumns(grid, vocabulary, row + 1);
  const under = new Set(leaves.filter((column) => grid.cell(row, column) !== null && isGroup(grid, row, column)));
  for (let index = grid.area.left; index <= grid.area.right; index++) {
    const merge = grid.merge(row, index);
    if (grid.cell(row, index) === null && !merge && !isFilledBelow(grid, row, index)) continue;
    const text = textAt(grid, row, index) ?? '';
    // A group counts once: a title merged over a list beside this one would count as often as it is wide.
    const isAbove = merge ? merge.right > merge.left && merge.left === index : under.has(index);
    const isKnown = known.has(index) || isAbove ? 1 : 0;
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
  return joined(grid, vocabulary, row, runs);
}

/** A title and the line of 填报单位 may stand between it and the headings. */
const TITLE_ROWS = 3;
/** So many blank columns may stand inside a list: one to part what it shows, or a few that were cleared. */
const MOST_BLANK = 3;

/**
 * A run with too few known headings joins its neighbour across one column without a heading; across blank columns runs
 * are joined when they are one list. A run with no known heading is not of this list.
 */
function joined(grid: Grid, vocabulary: Vocabulary, row: number, runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const before = result.at(-1);
    const few = before ? Number(run.known < LEAST_HEADINGS) + Number(before.known < LEAST_HEADINGS) : 0;
    const blank = before ? run.left - before.right - 1 : 0;
    const isClose = before !== undefined && blank <= MOST_BLANK && before.known > 0 && run.known > 0;
    const isOne = isClose && blank > 0 ? isOneList(grid, vocabulary, row, before, run) : null;
    const isFew = few === 2 ? isOne === null : few === 1 && !isBlankBelow(grid, row, run.left - 1);
    if (isClose && (isOne || (blank <= 1 && isFew && isHeading(before) && isHeading(run)))) {
      before.right = run.right;
      before.known += run.known;
      before.filled += run.filled;
    } else {
      result.push(run);
    }
  }
  return result;
}

/**
 * One table understands all that two would understand apart, and of a part that is no table by itself half of its headings,
 * or any of them where one title is merged over both. Lists side by side share few headings, or repeat
 * them, which a table does not understand twice; labels of a form beside have their values between them. Null where both
 * are no table yet: more may follow.
 */
function isOneList(grid: Grid, vocabulary: Vocabulary, row: number, before: Run, run: Run): boolean | null {
  const blockOf = ({ left, right }: Pick<Run, 'left' | 'right'>) => headerBlock(grid, vocabulary, row, left, right);
  const fitOf = (block: HeaderBlock) => fitTable(vocabulary, block, '', null, NOTHING_SAID, true);
  const joint = blockOf({ left: before.left, right: run.right });
  const whole = fitOf(joint);
  if (!whole) return null;
  const first = joint.area.bottom + 1;
  const isTitled = hasTitleOver(grid, row, before.left, run.right);
  return [before, run].every((part) => {
    const isUnderstood = ({ field, index }: Column) => field !== null && part.left <= index && index <= part.right;
    const understood = whole.columns.filter(isUnderstood).map(({ index }) => index);
    const block = blockOf(part);
    const apart = fitOf(block);
    if (apart) return understood.length >= apart.columns.filter(isUnderstood).length;
    if (isForm(grid, vocabulary, first, understood)) return false;
    // Masked cells count as well: the values beside labels may be (decision read-12).
    const filled = block.headings.filter(({ index }) => isFilled(grid, joint.area, index)).length;
    const isHalf = understood.length * 2 === filled && grid.cell(first, understood[0]!) !== null;
    return isHalf || (isTitled ? understood.length > 0 : understood.length * 2 > filled);
  });
}

/** Labels have values beside them, no labels, and others in the row below. */
function isForm(grid: Grid, vocabulary: Vocabulary, row: number, labels: readonly number[]): boolean {
  if (labels.some((index) => labels.includes(index + 1))) return false;
  const hasValue = labels.some((index) => grid.cell(row - 1, index + 1) !== null);
  return hasValue && knownColumns(grid, vocabulary, row).some((index) => labels.includes(index));
}

function hasTitleOver(grid: Grid, row: number, left: number, right: number): boolean {
  for (let above = row - 1; above >= row - TITLE_ROWS; above--) {
    const merge = grid.merge(above, left);
    if (merge && merge.left <= left && merge.right >= right) return true;
  }
  return false;
}

function isFilled(grid: Grid, { top, bottom }: Area, column: number): boolean {
  for (let row = top; row <= bottom; row++) if (grid.cell(row, column) !== null) return true;
  return false;
}

const NOTHING_SAID: Said = () => undefined;

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
