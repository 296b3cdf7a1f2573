/** A sheet's part → what Office.js would show of it. */
import { addressOf, columnName, maxColumns, parseAddress } from '../model/addresses.ts';
import { levelOf } from '../model/ours.ts';
import { reachOf } from '../model/reach.ts';
import type { Area } from '../model/reading.ts';
import type { Cell, SheetSnapshot } from '../model.ts';
import { type Cells, inOrder, readCells, type Shared } from './cells.ts';
import { mergesWithin, withoutCovered } from './merges.ts';
import { general } from './number-formats.ts';
import { FileProblem } from './problems.ts';
import { attribute, type Cursor, cursorOf, isNamed, isTrue, leave, next, textWithin } from './xml.ts';

export interface SheetPart {
  readonly cells: Cells;
  readonly merges: readonly Area[];
  /** First and last hidden column, 0-based. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** Rows of which the file says nothing are hidden. */
  readonly othersHidden: boolean;
  /** Cells that rules of ours mark. */
  readonly marks: number;
}

/** Throws FileProblem where the part breaks off: half a list must not be taken for the whole. */
export function readPart(text: string, shared: Shared): SheetPart {
  const cursor = cursorOf(text);
  if (!next(cursor)) throw new FileProblem('damaged');
  let cells: Cells | null = null;
  const merges: Area[] = [];
  const hiddenColumns: [number, number][] = [];
  let othersHidden = false;
  let marks = 0;
  let ends = cursor.closes;
  while (!ends) {
    if (!next(cursor)) throw new FileProblem('damaged');
    if (!cursor.opens) ends = true;
    else if (isNamed(cursor, 'sheetData')) {
      cells = readCells(cursor, shared, othersHidden);
      if (!cells) throw new FileProblem('damaged');
    } else if (isNamed(cursor, 'mergeCells')) {
      for (const area of eachIn(cursor, 'mergeCell', () => parseAddress(attribute(cursor, 'ref') ?? '')))
        if (area && (area.top < area.bottom || area.left < area.right)) merges.push(area);
    } else if (isNamed(cursor, 'cols')) {
      for (const columns of eachIn(cursor, 'col', () => hiddenIn(cursor))) if (columns) hiddenColumns.push(columns);
    } else if (isNamed(cursor, 'conditionalFormatting')) marks += marksIn(cursor);
    else {
      if (isNamed(cursor, 'sheetFormatPr')) othersHidden = isTrue(attribute(cursor, 'zeroHeight'));
      if (!leave(cursor)) throw new FileProblem('damaged');
    }
  }
  if (!cells) throw new FileProblem('damaged');
  return { cells: withoutCovered(inOrder(cells), merges), merges, hiddenColumns, othersHidden, marks };
}

/** Of all elements of that name within the one that begins here. */
function eachIn<Value>(cursor: Cursor, name: string, take: () => Value): Value[] {
  const found: Value[] = [];
  if (cursor.closes) return found;
  for (let depth = 1; depth > 0; ) {
    if (!next(cursor)) throw new FileProblem('damaged');
    if (cursor.opens && isNamed(cursor, name)) found.push(take());
    depth += (cursor.opens ? 1 : 0) - (cursor.closes ? 1 : 0);
  }
  return found;
}

function hiddenIn(cursor: Cursor): [number, number] | null {
  const width = attribute(cursor, 'width');
  if (!isTrue(attribute(cursor, 'hidden')) && !(width !== undefined && Number(width) === 0)) return null;
  return [Number(attribute(cursor, 'min')) - 1, Math.min(Number(attribute(cursor, 'max')), maxColumns) - 1];
}

function marksIn(cursor: Cursor): number {
  const areas = attribute(cursor, 'sqref') ?? '';
  // Read by a cursor of its own: the other goes on behind the tag.
  const ours = eachIn(cursor, 'formula', () => levelOf(textWithin({ ...cursor }))).some((level) => level !== null);
  return ours ? cellsIn(areas) : 0;
}

function cellsIn(areas: string): number {
  let count = 0;
  for (const each of areas.split(/\s+/)) {
    const area = parseAddress(each);
    if (area) count += (area.bottom - area.top + 1) * (area.right - area.left + 1);
  }
  return count;
}

/** The sheet as it is read. */
export function snapshotOf(
  { name, visibility }: Pick<SheetSnapshot, 'name' | 'visibility'>,
  part: SheetPart,
  { formats }: Shared,
): SheetSnapshot {
  const { cells, merges } = part;
  const { used } = cells;
  if (!used) return nothingOf(name, visibility);
  const area = cells.tooMany ? null : reachOf(used);
  if (!area) return { ...nothingOf(name, visibility), beyond: addressOf(used) };
  const { values, numberFormat } = gridOf(cells, area, formats);
  return {
    name,
    visibility,
    address: addressOf(area),
    values,
    numberFormat,
    merges: mergesWithin(merges, area).map(addressOf),
    hiddenRows: hiddenRowsOf(part, area),
    hiddenColumns: hiddenColumnsOf(part, area),
    ...(area.right < used.right && { beyond: beyondOf(cells, area) }),
  };
}

export function nothingOf(name: string, visibility: SheetSnapshot['visibility']): SheetSnapshot {
  return { name, visibility, address: 'A1', values: [[null]] };
}

/** Rows in which nothing stands, or no format, are one and the same. */
export function gridOf(cells: Cells, area: Area, formats: readonly string[]) {
  const width = area.right - area.left + 1;
  const blank: readonly Cell[] = Array.from({ length: width }, () => null);
  const plain: readonly string[] = Array.from({ length: width }, () => general);
  const values: (readonly Cell[])[] = Array.from({ length: area.bottom - area.top + 1 }, () => blank);
  const numberFormat: (readonly string[])[] = Array.from({ length: values.length }, () => plain);
  let row = -1;
  let line: Cell[] = [];
  let codes: string[] | null = null;
  for (let at = 0; at < cells.rows.length; at++) {
    const column = (cells.columns[at] as number) - area.left;
    if (column >= width) continue;
    if (cells.rows[at] !== row) {
      row = cells.rows[at] as number;
      line = blank.slice();
      codes = null;
      values[row - area.top] = line;
    }
    line[column] = cells.values[at] ?? null;
    const code = formats[cells.formats[at] as number] ?? general;
    if (code === general) continue;
    if (!codes) {
      codes = plain.slice();
      numberFormat[row - area.top] = codes;
    }
    codes[column] = code;
  }
  return { values, numberFormat };
}

function hiddenRowsOf({ cells: { otherRows }, othersHidden }: SheetPart, { top, bottom }: Area): number[] {
  if (!othersHidden)
    return [...otherRows]
      .filter((row) => row >= top && row <= bottom)
      .sort((a, b) => a - b)
      .map((row) => row + 1);
  const hidden: number[] = [];
  for (let row = top; row <= bottom; row++) if (!otherRows.has(row)) hidden.push(row + 1);
  return hidden;
}

function hiddenColumnsOf({ hiddenColumns }: SheetPart, { left, right }: Area): string[] {
  const hidden = new Set<number>();
  for (const [from, to] of hiddenColumns)
    for (let column = Math.max(from, left); column <= Math.min(to, right); column++) hidden.add(column);
  return [...hidden].sort((a, b) => a - b).map(columnName);
}

/** Around what stands to the right of what is read. */
function beyondOf({ rows, columns }: Cells, { right }: Area): string {
  const away = rows.map((_, at) => at).filter((at) => (columns[at] as number) > right);
  const across = away.map((at) => columns[at] as number);
  return addressOf({
    top: rows[away[0] as number] as number,
    left: across.reduce((a, b) => Math.min(a, b)),
    bottom: rows[away.at(-1) as number] as number,
    right: across.reduce((a, b) => Math.max(a, b)),
  });
}
