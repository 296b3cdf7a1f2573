/** `<sheetData>`: the cells in which something stands, in the order of the file. */
import { cellAddress, maxColumns, maxRows } from '../model/addresses.ts';
import { mostCells } from '../model/reach.ts';
import type { Area } from '../model/reading.ts';
import type { Cell } from '../model.ts';
import { richText, unescapeText } from './strings.ts';
import { cellValue, textValue, wholeNumber } from './values.ts';
import { attribute, type Cursor, decode, isNamed, isTrue, leave, next, textWithin } from './xml.ts';

/** What cells refer to. */
export interface Shared {
  readonly strings: readonly string[];
  /** Number formats by a cell's format. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

export interface Cells {
  /** Around all of them; null where nothing stands. */
  used: Area | null;
  /** More than a sheet may have to be read: not all are here. */
  tooMany: boolean;
  /** The four are of one length. */
  readonly rows: number[];
  readonly columns: number[];
  /** Null: a formula whose result is the empty text. */
  readonly values: Cell[];
  /** Numbers of their formats. */
  readonly formats: number[];
  /** Rows that are not as the others: hidden, or where the sheet hides all others, shown. */
  readonly otherRows: Set<number>;
  /** Whether rows or columns stand out of order, so that one may stand twice. */
  disordered: boolean;
  /** Formulas that no program has calculated yet. */
  readonly uncalculated: Places;
  /** Cells in which something stands that is no value, so that Excel shows none either. */
  readonly unread: Places;
}

export interface Places {
  count: number;
  /** Addresses of the first few. */
  readonly first: string[];
}

const few = 3;
/** Excel's own answer to a formula that it does not know. */
const unknown: Cell = { error: '#NAME?' };

/** From `<sheetData>` to behind it; null where it has no end. `othersHidden`: rows that the file does not tell of are hidden. */
export function readCells(cursor: Cursor, shared: Shared, othersHidden: boolean): Cells | null {
  const cells: Cells = {
    used: null,
    tooMany: false,
    rows: [],
    columns: [],
    values: [],
    formats: [],
    otherRows: new Set(),
    disordered: false,
    uncalculated: { count: 0, first: [] },
    unread: { count: 0, first: [] },
  };
  if (cursor.closes) return cells;
  let row = -1;
  let column = -1;
  const found: Found = { row: -1, column: -1, format: 0, type: '' };
  while (next(cursor)) {
    if (!cursor.opens) {
      if (isNamed(cursor, 'sheetData')) return cells;
      continue;
    }
    if (isNamed(cursor, 'c')) {
      attributesOf(cursor, found);
      column = found.column >= 0 ? found.column : column + 1;
      // A cell says its row too; where it says another one than its row, Excel goes by the cell.
      const at = found.row >= 0 ? found.row : row;
      if (!cursor.closes && !readCell(cursor, shared, cells, at, column, found)) return null;
    } else if (isNamed(cursor, 'row')) {
      const number = wholeNumber(attribute(cursor, 'r') ?? '');
      row = number > 0 ? number - 1 : row + 1;
      column = -1;
      const hidden = isTrue(attribute(cursor, 'hidden')) || Number(attribute(cursor, 'ht') ?? 1) === 0;
      if (hidden !== othersHidden) cells.otherRows.add(row);
    } else if (!leave(cursor)) return null;
  }
  return null;
}

interface Found {
  row: number;
  column: number;
  format: number;
  type: string;
}

/** `r`, `s` and `t`, by hand: a sheet has a million of them. */
function attributesOf({ text, nameTo, to }: Cursor, found: Found): void {
  found.row = -1;
  found.column = -1;
  found.format = 0;
  found.type = '';
  // Bounded by the tag: whoever looks further reads the rest of the sheet for each cell.
  for (let at = nameTo; ; ) {
    while (at < to && text.charCodeAt(at) !== 61) at++;
    if (at >= to) return;
    let name = at - 1;
    while (text.charCodeAt(name) <= 32) name--;
    do at++;
    while (text.charCodeAt(at) <= 32);
    const mark = text.charCodeAt(at);
    if (mark !== 34 && mark !== 39) continue;
    const begin = ++at;
    while (at < to && text.charCodeAt(at) !== mark) at++;
    if (text.charCodeAt(name - 1) <= 32) {
      const letter = text.charCodeAt(name);
      if (letter === 114) placeIn(text, begin, at, found);
      else if (letter === 115) found.format = Math.max(0, wholeNumber(text.slice(begin, at)));
      else if (letter === 116) found.type = text.slice(begin, at);
    }
    at++;
  }
}

/** `AB12`; anything else is as if nothing stood there. */
function placeIn(text: string, from: number, to: number, found: Found): void {
  let at = from;
  let column = 0;
  for (let code = text.charCodeAt(at) & ~32; at < to && code >= 65 && code <= 90; code = text.charCodeAt(++at) & ~32)
    column = column * 26 + code - 64;
  const row = wholeNumber(text.slice(at, to));
  if (column === 0 || column > maxColumns || row <= 0 || row > maxRows) return;
  found.row = row - 1;
  found.column = column - 1;
}

/** False where the cell has no end. */
function readCell(cursor: Cursor, shared: Shared, cells: Cells, row: number, column: number, found: Found): boolean {
  const { type, format } = found;
  let value: Cell | undefined = null;
  let formula = false;
  let written = '';
  for (;;) {
    if (!next(cursor)) return false;
    if (!cursor.opens) {
      if (isNamed(cursor, 'c')) break;
      continue;
    }
    if (isNamed(cursor, 'v')) {
      written = plainText(cursor);
      value =
        type === 'str' || type === 'inlineStr'
          ? textValue(unescapeText(written))
          : cellValue(type, written, shared.strings, shared.date1904);
    } else if (isNamed(cursor, 'is')) value = textValue(richText(cursor));
    else {
      formula ||= isNamed(cursor, 'f');
      if (!cursor.closes && !leave(cursor)) return false;
    }
  }
  if (formula && written === '' && (type === '' || type === 'n')) {
    value = unknown;
    note(cells.uncalculated, row, column);
  } else if (value === undefined) note(cells.unread, row, column);
  if ((value === null || value === undefined) && !formula) return true;
  if (row < 0 || row >= maxRows || column >= maxColumns) return true;
  widen(cells, row, column);
  const last = cells.rows.length - 1;
  if (last + 1 >= mostCells) {
    cells.tooMany = true;
    return true;
  }
  const before = cells.rows[last] ?? -1;
  if (row < before || (row === before && column <= (cells.columns[last] as number))) cells.disordered = true;
  cells.rows.push(row);
  cells.columns.push(column);
  cells.values.push(value ?? null);
  cells.formats.push(format);
  return true;
}

function note(places: Places, row: number, column: number): void {
  places.count++;
  if (places.first.length < few) places.first.push(cellAddress(row, column));
}

/** Takes a cell's place into the used area. */
export function widen(cells: Cells, row: number, column: number): void {
  const { used } = cells;
  if (!used) cells.used = { top: row, left: column, bottom: row, right: column };
  else if (row < used.top || row > used.bottom || column < used.left || column > used.right)
    cells.used = {
      top: Math.min(used.top, row),
      left: Math.min(used.left, column),
      bottom: Math.max(used.bottom, row),
      right: Math.max(used.right, column),
    };
}

/** By row, then column; of a cell that stands twice, the last. */
export function inOrder(cells: Cells): Cells {
  if (!cells.disordered) return cells;
  const { rows, columns, values, formats } = cells;
  const placeAt = (at: number) => (rows[at] as number) * maxColumns + (columns[at] as number);
  const order = rows
    .map((_, at) => at)
    .sort((a, b) => placeAt(a) - placeAt(b) || a - b)
    .filter((at, index, all) => index + 1 === all.length || placeAt(at) !== placeAt(all[index + 1] as number));
  const take = <Value>(list: readonly Value[]) => order.map((at) => list[at] as Value);
  return {
    ...cells,
    rows: take(rows),
    columns: take(columns),
    values: take(values),
    formats: take(formats),
    disordered: false,
  };
}

/** As `textWithin`, quicker where nothing but text stands there. */
function plainText(cursor: Cursor): string {
  if (cursor.closes) return '';
  const { text, to } = cursor;
  const end = text.indexOf('<', to);
  if (end < 0 || text.charCodeAt(end + 1) !== 47) return textWithin(cursor);
  cursor.to = end;
  return decode(text.slice(to, end));
}
