/** A sheet while it is being read, block by block. */
import { addressOf, cellAddress, columnName, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell, SheetSnapshot } from '../../shared/model.ts';
import type { Block } from './blocks.ts';
import { cellOf, withoutSheet } from './cells.ts';
import { countsFrom1904, isDate } from './dates.ts';

/** Excel fails on more than 512 merged areas at once; a band of so many cells cannot hold more. */
const cellsPerBand = 1024;
/** Rows and columns whose shown text is read, to tell the date system. */
const shown = { rows: 200, columns: 50 };
export interface Source {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly values: Cell[][];
  readonly formats: (string | null)[][];
  /** By first cell. */
  readonly merges: Map<string, Area>;
  readonly hiddenRows: number[];
  hiddenColumns: string[];
  date1904: boolean | null;
  hasDates: boolean;
}

export function sourceOf(sheet: Excel.Worksheet, used: Excel.Range): Source {
  return {
    sheet,
    used,
    values: [],
    formats: [],
    merges: new Map(),
    hiddenRows: [],
    hiddenColumns: [],
    date1904: null,
    hasDates: false,
  };
}

/** Queues what is wanted of a block of rows. */
export function loadBlock(block: Block<Source>, mergesSupported: boolean) {
  const { sheet, used } = block.of;
  const columns = used.columnCount;
  const area = (from: number, count: number, width = columns) =>
    sheet.getRangeByIndexes(used.rowIndex + from, used.columnIndex, count, width);
  const range = area(block.from, block.to - block.from).load('values,numberFormat');
  const text =
    block.from === 0 ? area(0, Math.min(block.to, shown.rows), Math.min(columns, shown.columns)).load('text') : null;
  const bands: Excel.RangeAreas[] = [];
  const height = Math.max(1, Math.floor(cellsPerBand / columns));
  // Bands overlap by half, for merged areas across an edge may come cut off there.
  const step = Math.max(1, Math.floor(height / 2));
  if (mergesSupported)
    for (let from = block.from; from === block.from || from + height - step < block.to; from += step)
      bands.push(
        area(from, Math.min(height, block.to - from))
          .getMergedAreasOrNullObject()
          .load('areas/items/address'),
      );
  return {
    block,
    range,
    text,
    bands,
    // Null where some are hidden and some are not. Special cells ("Visible") would fail on a protected sheet.
    hiddenRows: used.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
    hiddenColumns:
      used.columnHidden === null && block.from === 0 ? range.getColumnProperties({ columnHidden: true }) : null,
  };
}

/** Takes what came. */
export function keepBlock({
  block,
  range,
  text,
  bands,
  hiddenRows,
  hiddenColumns,
}: ReturnType<typeof loadBlock>): void {
  const source = block.of;
  const { used } = source;
  for (const row of range.values) source.values.push(row.map(cellOf));
  for (const row of range.numberFormat) source.formats.push(row);
  if (text) source.date1904 = countsFrom1904(range.values, range.numberFormat, text.text);
  source.hasDates ||= range.values.some((row, index) =>
    row.some((value, column) => isDate(value, range.numberFormat[index]?.[column])),
  );
  for (const band of bands)
    for (const { address } of band.isNullObject ? [] : band.areas.items)
      keepMerge(source.merges, withoutSheet(address));
  for (let row = block.from; row < block.to; row++)
    if (used.rowHidden || hiddenRows?.value[row - block.from]?.rowHidden)
      source.hiddenRows.push(used.rowIndex + row + 1);
  if (block.from === 0)
    source.hiddenColumns = Array.from({ length: used.columnCount }, (_, column) => column)
      .filter((column) => used.columnHidden || hiddenColumns?.value[column]?.columnHidden)
      .map((column) => columnName(used.columnIndex + column));
}

function keepMerge(merges: Map<string, Area>, address: string): void {
  const area = parseAddress(address);
  if (!area) return;
  const first = cellAddress(area.top, area.left);
  const known = merges.get(first);
  if (!known || area.bottom > known.bottom) merges.set(first, area);
}

export function snapshotOf(
  sheet: Excel.Worksheet,
  source: Source | undefined,
  mergesSupported: boolean,
): SheetSnapshot {
  const { name, visibility } = sheet;
  if (!source) return { name, visibility, address: 'A1', values: [[null]] };
  return {
    name,
    visibility,
    address: withoutSheet(source.used.address),
    values: source.values,
    numberFormat: source.formats,
    ...(mergesSupported && { merges: [...source.merges.values()].map(addressOf) }),
    hiddenRows: source.hiddenRows,
    hiddenColumns: source.hiddenColumns,
  };
}
