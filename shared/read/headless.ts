/**
 * Lists without headings that go on a list elsewhere in the workbook (decision read-24): the second page of a printed ledger, a
 * sheet 台账（续）. What stands in the columns has to be what stands in those of the list: as wide, filled alike, figures where
 * it has figures, days where it has days. All of it can be seen on masked cells as well (decision read-12).
 */
import { comparable } from '../model/identifiers.ts';
import { hasDigits, headingWords } from '../model/tokens.ts';
import type { Area, Cell, FieldType } from '../model.ts';
import { type CellContext, typed } from './cells.ts';
import type { Grid } from './grid.ts';
import { LEAST_HEADINGS } from './headers.ts';
import { isFooter, isTopLine } from './lines.ts';
import type { Region } from './regions.ts';
import { clean } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A list as far as what may go on it is held against it. */
export interface Base {
  readonly grid: Grid;
  readonly region: Region;
  /** Rows of its records. */
  readonly rows: readonly number[];
}

/** Rows that may go on a list, and the words above them. */
export interface Block {
  readonly grid: Grid;
  readonly area: Area;
  readonly title: string;
  /** 续表 stands above it or in the sheet's name. */
  readonly isMarked: boolean;
}

export interface Going {
  readonly how: 'exactly' | 'marked' | 'perhaps';
  /** How far the block's columns stand to the right of the list's. */
  readonly shift: number;
}

/** So many rows at the top of a sheet may be its title, 续表, 填报单位. */
const TITLE_ROWS = 4;
/** Rows of a block, or of a list, that are looked at. */
const SAMPLE = 200;
const LEAST_CELLS = 2;

/** The rows of `within` that hold a list, if anything does; titles above and footers below it left out. */
export function blockIn(grid: Grid, within: Area, vocabulary: Vocabulary): Block | null {
  const { continued } = vocabulary.catalogue.writings;
  const words: string[] = [];
  let top = within.top;
  for (; top <= within.bottom; top++) {
    const cells = filledIn(grid, top, within);
    const first = cells[0];
    const isTitle = cells.length < LEAST_CELLS || (typeof first === 'string' && isTopLine(first));
    if (!isTitle) break;
    if (top - within.top > TITLE_ROWS) return null;
    for (const cell of cells) if (typeof cell === 'string') words.push(clean(cell));
  }
  let bottom = top - 1;
  for (let row = top; row <= within.bottom; row++) {
    const cells = filledIn(grid, row, within);
    if (typeof cells[0] === 'string' && isFooter(cells[0])) break;
    if (cells.length > 0) bottom = row;
  }
  const { foreign } = vocabulary.catalogue.writings;
  const isForeign = [...words, grid.title].some((text) => foreign.some((word) => text.includes(word)));
  if (bottom < top || isForeign || hasHeadings(grid, { ...within, top, bottom })) return null;
  const marks = continued.map(comparable);
  const isMarked = [...words, grid.title].some((text) => {
    const said = comparable(text);
    // 续 alone says it, 持续 does not.
    return marks.some((mark) => (mark.length === 1 ? said === mark : said.includes(mark)));
  });
  return { grid, area: { ...within, top, bottom }, title: words.join(' '), isMarked };
}

/** Words only in the first row, and figures below most of it: headings that are not understood. */
function hasHeadings(grid: Grid, { top, bottom, left, right }: Area): boolean {
  const isWord = (cell: Cell) => typeof cell === 'string' && !hasDigits(headingWords(cell));
  const first = filledIn(grid, top, { top, bottom, left, right });
  if (bottom === top || first.length < LEAST_HEADINGS || !first.every(isWord)) return false;
  return filledIn(grid, top + 1, { top, bottom, left, right }).some((cell) => !isWord(cell));
}

function filledIn(grid: Grid, row: number, { left, right }: Area): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    if (isFilled(cell)) cells.push(cell);
  }
  return cells;
}

function isFilled(cell: Cell): boolean {
  return cell !== null && !(typeof cell === 'string' && cell.length <= 2 && clean(cell) === '');
}

/** How the block goes on the list; null where it does not fit. */
export function goesOn(block: Block, base: Base, context: CellContext): Going | null {
  for (const shift of shiftsOf(block, base)) {
    const how = goesOnAt(block, base, shift, context);
    if (how) return { how, shift };
  }
  return null;
}

function goesOnAt(block: Block, base: Base, shift: number, context: CellContext): Going['how'] | null {
  const rows = dataRows(block, base, shift);
  if (rows.length === 0 || isTooWide(block, base, shift, rows)) return null;
  const isExact = continuesNumbers(block, base, shift, rows);
  let telling = 0;
  let against = 0;
  for (const { index } of base.region.block.headings) {
    const column = { index, shift, type: typeAt(base, index) };
    const fit = columnFits(block, base, column, rows, context);
    if (fit === 'no') against++;
    if (fit === 'telling') telling++;
  }
  // Of a page of few rows a column or two may be filled otherwise than the list's; what else speaks for it has to be more.
  if (against > base.region.block.headings.length * MOST_AGAINST) return null;
  if (isExact) return 'exactly';
  if (telling === 0 || (against > 0 && telling < LEAST_TELLING)) return null;
  if (block.isMarked) return against === 0 ? 'marked' : 'perhaps';
  return rows.length > 1 ? 'perhaps' : null;
}

/** The same columns first; else the first that is filled as the list's first, or as the one beside its running numbers. */
export function shiftsOf({ grid, area }: Block, base: Base): readonly number[] {
  const { headings } = base.region.block;
  const first = headings[0]?.index ?? 0;
  const unnumbered = headings.find(({ index }) => typeAt(base, index) !== 'serial')?.index ?? first;
  for (let column = area.left; column <= area.right; column++) {
    for (let row = area.top; row <= area.bottom && row < area.top + SAMPLE; row++) {
      if (isFilled(grid.cell(row, column))) return [...new Set([0, column - first, column - unnumbered])];
    }
  }
  return [0];
}

/** Rows that hold more than a running number; single words are titles and notes. */
function dataRows({ grid, area }: Block, base: Base, shift: number): readonly number[] {
  const { left, right } = base.region.block.area;
  const rows: number[] = [];
  for (let row = area.top; row <= area.bottom && rows.length < SAMPLE; row++) {
    if (filledIn(grid, row, { ...area, left: left + shift, right: right + shift }).length >= LEAST_CELLS)
      rows.push(row);
  }
  return rows;
}

function isTooWide({ grid, area }: Block, { region }: Base, shift: number, rows: readonly number[]): boolean {
  const { left, right } = region.block.area;
  return rows.some((row) => {
    for (let column = area.left; column <= area.right; column++) {
      if ((column < left + shift || column > right + shift) && isFilled(grid.cell(row, column))) return true;
    }
    return false;
  });
}

function typeAt({ region }: Base, index: number): FieldType | null {
  const column = region.fit.columns.find((each) => each.index === index);
  const field = region.fit.table.fields.find(({ key }) => key === column?.field);
  return field?.type ?? null;
}

const NUMBER = /^\d{1,6}$/;

/** The running numbers go on from the last of the list, one by one. */
function continuesNumbers({ grid }: Block, base: Base, shift: number, rows: readonly number[]): boolean {
  const serial = base.region.block.headings.find(({ index }) => typeAt(base, index) === 'serial');
  if (!serial) return false;
  const numberAt = (of: Grid, row: number, column: number) => {
    const cell = of.cell(row, column);
    const text = typeof cell === 'number' || typeof cell === 'string' ? clean(String(cell)) : '';
    return NUMBER.test(text) ? Number(text) : null;
  };
  const last = numberAt(base.grid, base.rows.at(-1)!, serial.index);
  // Further lines of a record have no number.
  const own = rows.filter((row, at) => at === 0 || isFilled(grid.cell(row, serial.index + shift)));
  return (
    last !== null && last > 0 && own.every((row, at) => numberAt(grid, row, serial.index + shift) === last + 1 + at)
  );
}

interface ColumnAt {
  readonly index: number;
  readonly shift: number;
  readonly type: FieldType | null;
}

/** What most cells of a column are. */
interface Profile {
  readonly filled: number;
  readonly numbers: number;
  readonly sound: number;
}

/** Numbers below this are days that no list of ours is of. */
const EARLIEST = 30_000;
const MOSTLY = 0.8;
const HALF = 0.5;
const SELDOM = 0.2;
/** Columns of a list that may contradict, and columns that must tell where one does. */
const MOST_AGAINST = 0.25;
const LEAST_TELLING = 2;
/** Kinds of values that not just any word or number is. */
const TELLING: ReadonlySet<FieldType | null> = new Set([
  'date',
  'code',
  'codes',
  'boolean',
  'uscc',
  'id',
  'phone',
] as const);
const TYPED: ReadonlySet<FieldType | null> = new Set([...TELLING, 'count', 'amount', 'ratio'] as const);

function columnFits(
  block: Block,
  base: Base,
  { index, shift, type }: ColumnAt,
  rows: readonly number[],
  context: CellContext,
): 'telling' | 'yes' | 'no' {
  const profile = (of: Grid, own: readonly number[], column: number) =>
    profileOf(
      own.map((row) => of.cell(row, column)),
      base,
      index,
      context,
    );
  const theirs = profile(base.grid, base.rows.slice(-SAMPLE), index);
  const own = profile(block.grid, rows, index + shift);
  // Pages may be numbered anew, or not at all.
  if (type === 'serial') return own.filled > 0 && own.numbers < HALF ? 'no' : 'yes';
  if (theirs.filled >= MOSTLY && own.filled < HALF) return 'no';
  if (theirs.filled === 0 && own.filled > SELDOM) return TYPED.has(type) && own.sound >= MOSTLY ? 'yes' : 'no';
  if (theirs.filled === 0 || own.filled === 0) return 'yes';
  if (TYPED.has(type)) {
    if (own.sound < Math.min(MOSTLY, theirs.sound) - SELDOM / 2) return 'no';
    return TELLING.has(type) && own.sound >= HALF && theirs.sound >= HALF ? 'telling' : 'yes';
  }
  return Math.abs(own.numbers - theirs.numbers) > HALF ? 'no' : 'yes';
}

function profileOf(cells: readonly Cell[], { region }: Base, index: number, context: CellContext): Profile {
  const column = region.fit.columns.find((each) => each.index === index);
  const field = region.fit.table.fields.find(({ key }) => key === column?.field);
  const filled = cells.filter(isFilled);
  const share = (part: number) => (filled.length === 0 ? 0 : part / filled.length);
  const numbers = filled.filter(isNumber).length;
  const sound = field
    ? filled.filter((cell) => {
        const { state, check, span } = typed(cell, 0, index, null, field, context);
        if (field.type === 'id' || field.type === 'uscc' || field.type === 'phone') return check === 'valid';
        if (field.type === 'date') return span !== null && !(typeof cell === 'number' && cell < EARLIEST);
        return state !== 'doubtful';
      }).length
    : 0;
  return {
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    numbers: share(numbers),
    sound: share(sound),
  };
}

/** Of numbers that lead to a person only tokens are left, whatever they were typed as. */
const LEAST_PERSONAL = 1e9;

function isNumber(cell: Cell): boolean {
  if (typeof cell === 'number') return Math.abs(cell) < LEAST_PERSONAL;
  return typeof cell === 'object' && cell !== null && 'masked' in cell && cell.kind === 'number';
}

/** The list's region, moved to where the block stands. */
export function regionOf(block: Block, base: Base, shift: number): Region {
  const { top, bottom } = block.area;
  const { fit, block: of, title, above } = base.region;
  const moved = <Column extends { readonly index: number }>(columns: readonly Column[]) =>
    columns.flatMap((column) => (column.index + shift < 0 ? [] : [{ ...column, index: column.index + shift }]));
  return {
    fit: { ...fit, columns: moved(fit.columns) },
    block: {
      ...of,
      headings: moved(of.headings),
      area: { top, bottom: top - 1, left: Math.max(of.area.left + shift, 0), right: of.area.right + shift },
    },
    bottom,
    title: `${block.title} ${title}`.trim(),
    above: block.title === '' ? above : [block.title, ...above],
  };
}
