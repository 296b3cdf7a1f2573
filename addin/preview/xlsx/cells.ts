/** `<sheetData>`: cells in and out. A cell that is as the file had it keeps its element, rich text and all. */

import { unescapeText } from '../../../shared/files/strings.ts';
import { cellValue, textValue } from '../../../shared/files/values.ts';
import { addressOf, cellAddress, parseRange } from '../../../shared/model/addresses.ts';
import { areaOver, overRows } from '../areas.ts';
import type { Cell, CellValue, Line, Sheet } from '../workbook.ts';
import { moveFormula, readAreas } from './formulas.ts';
import { moved, type SheetOrigin } from './origins.ts';
import { encodeText, readText, type Strings } from './strings.ts';
import { type Look, type Styles, same } from './styles.ts';
import { child, children, type Element, element, textOf } from './xml.ts';

/** What cells of a file refer to. */
export interface Shared {
  readonly strings: Strings;
  readonly styles: Styles;
  readonly date1904: boolean;
}

export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  /** Number of the cell's format. */
  readonly format: number;
  readonly element: Element;
}

export function readCells(data: Element | undefined, shared: Shared): FileCell[] {
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  const cells: FileCell[] = [];
  for (const [row, line] of readRows(data)) {
    let column = -1;
    for (const each of children(line, 'c')) {
      column = parseRange(each.attributes.r ?? '')?.left ?? column + 1;
      const formula = readFormula(child(each, 'f'), row, column, masters);
      const format = Number(each.attributes.s ?? 0);
      cells.push({ row, column, value: readValue(each, formula !== null, shared), formula, format, element: each });
    }
  }
  return cells;
}

export function readRows(data: Element | undefined): Map<number, Element> {
  const rows = new Map<number, Element>();
  let row = -1;
  for (const line of children(data, 'row')) {
    row = line.attributes.r === undefined ? row + 1 : Number(line.attributes.r) - 1;
    rows.set(row, line);
  }
  return rows;
}

export function rowLine(row: Element | undefined): Line {
  const { ht, hidden } = row?.attributes ?? {};
  return { hidden: hidden === '1' || hidden === 'true', size: ht === undefined ? null : Number(ht) };
}

/** `data` is what the file had, `origin` where it moved; both are missing for a sheet that the file had not. */
export function writeCells(
  sheet: Sheet,
  data: Element | undefined,
  origin: SheetOrigin | undefined,
  shared: Shared,
): Element {
  const shifts = origin?.shifts ?? [];
  const rows = moved(readRows(data), 'rows', shifts);
  const before = new Map<number, Map<number, FileCell>>();
  for (const cell of readCells(data, shared)) {
    before.set(cell.row, (before.get(cell.row) ?? new Map<number, FileCell>()).set(cell.column, cell));
  }
  const cells = new Map<number, Map<number, FileCell | undefined>>();
  for (const [row, line] of moved(before, 'rows', shifts)) cells.set(row, new Map(moved(line, 'columns', shifts)));
  sheet.eachCell((row, column) => {
    const line = cells.get(row) ?? new Map<number, FileCell | undefined>();
    if (!line.has(column)) line.set(column, undefined);
    cells.set(row, line);
  });
  const lines = sheet.lines('rows');
  const over = overRows(sheet.merges());
  const numbers = [...new Set([...rows.keys(), ...cells.keys(), ...lines.keys()])].sort((a, b) => a - b);
  return element(
    'sheetData',
    {},
    numbers.map((row) => {
      const line = [...(cells.get(row) ?? [])].sort(([a], [b]) => a - b);
      const merged = over(row);
      const written = line.map(([column, file]) => {
        const cell = sheet.cell(row, column);
        const area = file && areaOver(merged, column);
        const covered = area && (row > area.top || column > area.left);
        return writeFileCell(row, column, covered ? asInFile(cell, file) : cell, file, shared);
      });
      return element('row', rowAttributes(row, rows.get(row), lines.get(row)), written);
    }),
  );
}

/** Excel keeps in the file what stood in the cells before they were merged; the workbook does not show it. */
function asInFile(cell: Cell, { value, formula }: FileCell): Cell {
  return cell.value === null && cell.formula === null ? { ...cell, value, formula } : cell;
}

function rowAttributes(row: number, before: Element | undefined, line: Line | undefined) {
  const wanted = line ?? { hidden: false, size: null };
  const { spans: _, ...kept } = before?.attributes ?? {};
  const attributes: Record<string, string | number | undefined> = { ...kept, r: row + 1 };
  const present = rowLine(before);
  if (wanted.hidden !== present.hidden) attributes.hidden = wanted.hidden ? 1 : undefined;
  if (wanted.size !== present.size) {
    attributes.ht = wanted.size ?? undefined;
    attributes.customHeight = wanted.size === null ? undefined : 1;
  }
  return attributes;
}

function writeFileCell(row: number, column: number, cell: Cell, file: FileCell | undefined, shared: Shared): Element {
  const look: Look = { numberFormat: cell.numberFormat, style: cell.style };
  const format = shared.styles.format(look, file?.format ?? 0);
  const unchanged = file && same(file.value, cell.value);
  const body = unchanged ? keptValue(file.element) : writeValue(cell.value, cell.formula !== null, shared.strings);
  const formula = cell.formula === null ? [] : [writeFormula(cell.formula, row, column, file)];
  const kept = unchanged && (file.formula === null) === (cell.formula === null) ? file.element.attributes : {};
  return element(
    'c',
    {
      ...kept,
      r: cellAddress(row, column),
      s: format === 0 && file?.element.attributes.s === undefined ? undefined : format,
      t: body.type,
    },
    [...formula, ...body.children],
  );
}

function keptValue(cell: Element): { type: string | undefined; children: Element[] } {
  return {
    type: cell.attributes.t,
    children: children(cell).filter((each) => each.name !== 'f' || each.attributes.t === 'dataTable'),
  };
}

function writeValue(
  value: CellValue,
  ofFormula: boolean,
  strings: Strings,
): { type: string | undefined; children: Element[] } {
  const v = (text: string) => [element('v', {}, [text])];
  if (value === null) return { type: undefined, children: [] };
  if (typeof value === 'number') return { type: undefined, children: v(String(value)) };
  if (typeof value === 'boolean') return { type: 'b', children: v(value ? '1' : '0') };
  if (typeof value === 'object') return { type: 'e', children: v(value.error) };
  if (ofFormula) return { type: 'str', children: v(encodeText(value)) };
  return { type: 's', children: v(String(strings.add(value))) };
}

/** Shared formulas are written out cell by cell; an array formula keeps the size of its block. */
function writeFormula(formula: string, row: number, column: number, file: FileCell | undefined): Element {
  const before = file && child(file.element, 'f');
  const text = [formula.slice(1)];
  const [block] = before?.attributes.t === 'array' ? readAreas(before.attributes.ref) : [];
  if (!before || !block) return element('f', {}, text);
  const area = {
    top: row,
    left: column,
    bottom: row + block.bottom - block.top,
    right: column + block.right - block.left,
  };
  return element('f', { ...before.attributes, ref: addressOf(area) }, text);
}

function readFormula(
  f: Element | undefined,
  row: number,
  column: number,
  masters: Map<string, { formula: string; row: number; column: number }>,
): string | null {
  const text = textOf(f);
  const { t: type, si = '' } = f?.attributes ?? {};
  if (type !== 'shared') return text === '' ? null : `=${unescapeText(text)}`;
  if (text !== '') masters.set(si, { formula: unescapeText(text), row, column });
  const master = masters.get(si);
  return master ? `=${moveFormula(master.formula, row - master.row, column - master.column)}` : null;
}

/** What a formula's result is when it is the empty text differs from a formula that was never calculated. */
function readValue(cell: Element, ofFormula: boolean, { strings, date1904 }: Shared): CellValue {
  const type = cell.attributes.t ?? '';
  if (type === 'inlineStr') return textValue(readText(child(cell, 'is'))) as CellValue;
  const text = textOf(child(cell, 'v'));
  if (type !== 'str') return (cellValue(type, text, strings.texts, date1904) ?? null) as CellValue;
  return (textValue(unescapeText(text)) as CellValue) ?? (ofFormula ? '' : null);
}
