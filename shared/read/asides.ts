/** Rows among the records that tell how the list is to be filled in (decision read-20). They look like records and are none. */
import { type Asides, asidesOf, isExampleOf, type Ordinal } from '../model/asides.ts';
import type { Cell } from '../model.ts';
import type { Body } from './bodies.ts';
import { leftoverIn } from './leftovers.ts';
import { clean } from './text.ts';

/** A row of numbers has so many of them, or a word that says what they are. */
const LEAST_ORDINALS = 3;
const DASHES = /^[-/\\—―－]+$/;
/** Examples under a line that announces them, where running numbers do not tell how many they are. */
const MOST_ANNOUNCED = 5;

/**
 * Asked for each row that holds something, from the top down; null for one that tells nothing of the kind. `isTop`: nothing
 * stands between it and the headings.
 */
export type AsideReader = (row: number, isTop: boolean) => 'aside' | 'example' | 'leftover' | null;

export function openAsides(body: Body): AsideReader {
  const asides = asidesOf(body.vocabulary.catalogue.writings);
  const { fields, grid, region } = body;
  const keys = fields.filter(({ isKey }) => isKey);
  const remarks = fields.filter(({ field }) => field.type === 'remark');
  /** Last row of the examples that a line has announced. */
  const isPrinted = !region.fit.table.unprinted;
  let announced = -1;
  const isAside = (row: number, isTop: boolean): boolean => {
    if (row <= announced) return true;
    if (isMarked(firstFilled(body, row), asides)) {
      if (filledCells(body, row).length === 1) announced = lastAnnounced(body, row);
      return true;
    }
    if (keys.some(({ index }) => isMarked(grid.cell(row, index), asides))) return true;
    if (remarks.some(({ index }) => isWhollyMarked(grid.cell(row, index), asides))) return true;
    if (!isTop) return false;
    const cells = filledCells(body, row);
    return isNumbers(cells, asides) || isUnits(cells, asides) || isInstructions(cells, asides);
  };
  return (row, isTop) => {
    const likeness = isPrinted ? exampleIn(body, row, asides) : null;
    if (likeness !== null) return likeness;
    if (isAside(row, isTop)) return 'aside';
    return isPrinted && leftoverIn(body, row) ? 'leftover' : null;
  };
}

/** Of so many cells like the template's example it is that line, even where the mark is gone. */
const LEAST_EXAMPLES = 3;

/** The template's own line: silent while it is marked as one, told where it is not; null where a cell differs from it. */
function exampleIn({ grid, fields, left, right }: Body, row: number, asides: Asides): 'aside' | 'example' | null {
  const byColumn = new Map(fields.map(({ field, index }) => [index, field]));
  let alike = 0;
  let isSaid: boolean | null = null;
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    const field = byColumn.get(column);
    if (field?.type === 'serial') isSaid = isMarked(cell, asides);
    else if (field && isExampleOf(field, cell)) alike++;
    else if (cell !== null || field?.example !== undefined) return null;
  }
  if (isSaid) return 'example';
  return alike < LEAST_EXAMPLES ? null : isSaid === null ? 'example' : 'aside';
}

function firstFilled({ grid, left, right }: Body, row: number): Cell {
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    if (cell !== null && !(typeof cell === 'string' && clean(cell) === '')) return cell;
  }
  return null;
}

function filledCells({ grid, left, right }: Body, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    if (cell !== null && !(typeof cell === 'string' && clean(cell) === '')) cells.push(cell);
  }
  return cells;
}

function isMarked(cell: Cell, { example }: Asides): boolean {
  return typeof cell === 'string' && example(cell) !== null;
}

function isWhollyMarked(cell: Cell, { example }: Asides): boolean {
  return typeof cell === 'string' && example(cell) === cell;
}

/**
 * The rows below a line like 填写示例： up to an empty one, or to where the running numbers begin again; without either, the
 * next one.
 */
function lastAnnounced(body: Body, line: number): number {
  const { grid, fields, region } = body;
  const serial = fields.find(({ field }) => field.type === 'serial');
  const isEmpty = (row: number) => filledCells(body, row).length === 0;
  if (isEmpty(line + 1)) return line;
  const numberAt = (row: number) => (serial ? Number(grid.cell(row, serial.index) ?? Number.NaN) : Number.NaN);
  const first = numberAt(line + 1);
  for (let row = line + 2; row <= Math.min(region.bottom, line + 1 + MOST_ANNOUNCED); row++) {
    if (isEmpty(row) ? !isEmpty(row + 1) : numberAt(row) <= first) return row - 1;
    if (isEmpty(row)) break;
  }
  return line + 1;
}

/** 甲 | 乙 | 1 | 2: each series from its beginning, one after another. */
function isNumbers(cells: readonly Cell[], { ordinal, isNumbersLabel }: Asides): boolean {
  const [first, ...others] = cells;
  const isLabelled = typeof first === 'string' && isNumbersLabel(first);
  const next = new Map<string, number>();
  let count = 0;
  for (const cell of isLabelled ? others : cells) {
    if (typeof cell === 'string' && DASHES.test(clean(cell))) continue;
    const found: Ordinal | null = ordinal(cell);
    if (!found || found.place !== (next.get(found.series) ?? 1)) return false;
    next.set(found.series, found.place + 1);
    count++;
  }
  return count >= LEAST_ORDINALS || (isLabelled && count > 0);
}

function isUnits(cells: readonly Cell[], { isUnit }: Asides): boolean {
  const told = cells.filter((cell) => !(typeof cell === 'string' && DASHES.test(clean(cell))));
  return (
    told.length > 0 &&
    told.every((cell, at) => typeof cell === 'string' && (isUnit(cell) || (at === 0 && isUnitLabel(cell))))
  );
}

const UNIT_LABEL = /^(?:计量)?单位[:：]?$/;

function isUnitLabel(text: string): boolean {
  return UNIT_LABEL.test(clean(text));
}

function isInstructions(cells: readonly Cell[], { instruction }: Asides): boolean {
  const telling = cells.filter((cell) => typeof cell === 'string' && instruction(cell) !== null);
  return telling.length > 0 && telling.length * 2 >= cells.length;
}
