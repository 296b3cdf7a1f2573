/** A sheet while it is being read, block by block. */
import { addressOf, columnName } from '../../shared/model/addresses.ts';
import { reachOf } from '../../shared/model/reach.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell, SheetSnapshot } from '../../shared/model.ts';
import type { Block } from './blocks.ts';
import { areaOf, cellOf } from './cells.ts';
import { countsFrom1904, isDate } from './dates.ts';
import { askMerges, keepMerges, type Merges, mergesIn, noMerges } from './merges.ts';

/** Rows and columns whose shown text is read, to tell the date system. */
const shown = { rows: 200, columns: 50 };

export interface Source {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  /** What of `used` is read; null where it is too much. */
  readonly reach: Area | null;
  readonly values: Cell[][];
  readonly formats: (string | null)[][];
  readonly merges: Merges;
  readonly hiddenRows: number[];
  hiddenColumns: string[];
  /** Of what stands further to the right. */
  beyond: string | null;
  date1904: boolean | null;
  hasDates: boolean;
}

export function sourceOf(sheet: Excel.Worksheet, used: Excel.Range): Source {
  const area = areaOf(used);
  const reach = reachOf(area);
  return {
    sheet,
    used,
    reach,
    values: [],
    formats: [],
    merges: noMerges(),
    hiddenRows: [],
    hiddenColumns: [],
    beyond: reach ? null : addressOf(area),
    date1904: null,
    hasDates: false,
  };
}

/** Queues what is wanted of a block of rows. */
export function loadBlock(block: Block<Source>, mergesSupported: boolean) {
  const { sheet, used, reach } = block.of;
  const { top, left, right } = reach!;
  const columns = right - left + 1;
  const area = (from: number, to: number, width = columns) =>
    sheet.getRangeByIndexes(top + from, left, to - from, width);
  const isFirst = block.from === 0;
  const range = area(block.from, block.to).load('values,numberFormat');
  return {
    block,
    range,
    text: isFirst ? area(0, Math.min(block.to, shown.rows), Math.min(columns, shown.columns)).load('text') : null,
    merges: mergesSupported
      ? // From the row before: one that begins in the last row of a block may not be told there at all.
        askMerges(sheet, { ...reach!, top: top + Math.max(0, block.from - 1), bottom: top + block.to - 1 })
      : [],
    // Null where some are hidden and some are not. Special cells ("Visible") would fail on a protected sheet.
    hiddenRows: used.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
    hiddenColumns: used.columnHidden === null && isFirst ? range.getColumnProperties({ columnHidden: true }) : null,
    beyond: isFirst && columns < used.columnCount ? loadBeyond(sheet, used, columns) : null,
  };
}

function loadBeyond(
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
  columns: number,
) {
  return sheet
    .getRangeByIndexes(rowIndex, columnIndex + columns, rowCount, columnCount - columns)
    .getUsedRangeOrNullObject(true)
    .load('rowIndex,columnIndex,rowCount,columnCount');
}

/** Takes what came. */
export function keepBlock({
  block,
  range,
  text,
  merges,
  hiddenRows,
  hiddenColumns,
  beyond,
}: ReturnType<typeof loadBlock>): void {
  const source = block.of;
  const { used } = source;
  const reach = source.reach!;
  for (const row of range.values) source.values.push(row.map(cellOf));
  for (const row of range.numberFormat) source.formats.push(row);
  if (text) source.date1904 = countsFrom1904(range.values, range.numberFormat, text.text);
  source.hasDates ||= range.values.some((row, index) =>
    row.some((value, column) => isDate(value, range.numberFormat[index]?.[column])),
  );
  keepMerges(source.merges, merges, reach);
  for (let row = block.from; row < block.to; row++)
    if (used.rowHidden || hiddenRows?.value[row - block.from]?.rowHidden) source.hiddenRows.push(reach.top + row + 1);
  if (block.from > 0) return;
  if (beyond && !beyond.isNullObject) source.beyond = addressOf(areaOf(beyond));
  source.hiddenColumns = Array.from({ length: reach.right - reach.left + 1 }, (_, column) => column)
    .filter((column) => used.columnHidden || hiddenColumns?.value[column]?.columnHidden)
    .map((column) => columnName(reach.left + column));
}

export function snapshotOf(
  sheet: Excel.Worksheet,
  source: Source | undefined,
  mergesSupported: boolean,
): SheetSnapshot {
  const { name, visibility } = sheet;
  if (!source?.reach) {
    const beyond = source?.beyond;
    return { name, visibility, address: 'A1', values: [[null]], ...(beyond && { beyond }) };
  }
  return {
    name,
    visibility,
    address: addressOf(source.reach),
    values: source.values,
    numberFormat: source.formats,
    ...(mergesSupported && { merges: mergesIn(source.merges) }),
    hiddenRows: source.hiddenRows,
    hiddenColumns: source.hiddenColumns,
    ...(source.beyond && { beyond: source.beyond }),
  };
}
