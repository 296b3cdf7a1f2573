/** Reads every sheet but ours, in three round trips and one more for each further 4 MB. Interprets nothing. */

import { addressOf, cellAddress, columnName, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell, Correction, SheetSnapshot } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { bytesOf, cellOf, withoutSheet } from './cells.ts';
import { countsFrom1904, isDate } from './dates.ts';
import { HostError, type Progress, type ReadResult } from './host.ts';
import { loadMarker, loadSetting, markerFormula, type Pending, roleOf, settingKeys, settingValue } from './ours.ts';
import { bytesPerSync, sync } from './syncs.ts';

/** What `apply` compares the workbook with. */
export interface Stamp {
  readonly sheets: readonly { readonly id: string; readonly snapshot: SheetSnapshot }[];
}

/** A sheet with more cells is not a table that people keep; most likely something stands in its last row by mistake. */
const mostCells = 1_000_000;
/** Excel fails on more than 512 merged areas at once; a band of so many cells cannot hold more. */
const cellsPerBand = 1024;
/** Rows and columns whose shown text is read, to tell the date system. */
const shown = { rows: 200, columns: 50 };
/** Body rows of most tables, read to estimate how many bytes a cell takes. */
const sample = { address: 'A10:AD13', top: 9, rows: 4, columns: 30 };
const usualBytesPerCell = 40;

interface Source {
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

export async function readWorkbook(
  mergesSupported: boolean,
  progress: Progress = () => {},
  signal?: AbortSignal,
): Promise<ReadResult & { readonly stamp: Stamp }> {
  progress(0, 'reading');
  // Not Excel.run: it tracks every range, and sends one more request to let go of them.
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  workbook.load('name');
  const secret = loadSetting(workbook, settingKeys.secret);
  const corrections = loadSetting(workbook, settingKeys.corrections);
  const pendingSetting = loadSetting(workbook, settingKeys.pending);
  await sync(context, signal);

  const pending = settingValue<Pending>(pendingSetting);
  const probes = worksheets.items.map((sheet) => ({
    sheet,
    marker: loadMarker(sheet),
    // Nobody put a sheet away so deep for it to be read.
    content: sheet.visibility === 'VeryHidden' ? null : loadContent(sheet),
  }));
  await sync(context, signal);

  const kept = probes.filter(({ sheet, marker, content }) => {
    const empty = content?.used.isNullObject ?? false;
    return roleOf({ name: sheet.name, formula: markerFormula(marker), empty }, pending) === null;
  });
  const sources = new Map<string, Source>();
  const blocks: Block<Source>[] = [];
  for (const { sheet, content } of kept) {
    if (!content || content.used.isNullObject) continue;
    const { used } = content;
    if (used.rowCount * used.columnCount > mostCells) throw new HostError('too_large', used.address);
    const source: Source = {
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
    sources.set(sheet.id, source);
    blocks.push({ of: source, from: 0, to: used.rowCount, bytesPerRow: estimate(used, content.sample) });
  }
  if (sources.size === 0) throw new HostError('empty');

  await readBlocks(context, blocks, mergesSupported, progress, signal);

  const sheets = kept.map(({ sheet }) => ({
    id: sheet.id,
    snapshot: snapshotOf(sheet, sources.get(sheet.id), mergesSupported),
  }));
  const read = [...sources.values()];
  const date1904 = read.find((source) => source.date1904 !== null)?.date1904 ?? null;
  const notices: string[] = [];
  if (!mergesSupported)
    notices.push('当前 Excel 版本读不出合并单元格，表头的合并情况按空白单元格推断，请留意识别出的表头是否正确。');
  if (date1904 === null && read.some((source) => source.hasDates))
    notices.push('看不出工作簿用的是哪种日期系统，日期按 1900 年日期系统读取；如日期相差四年，请在 Excel 选项中核对。');
  for (const { sheet } of kept.filter(({ content }) => !content))
    notices.push(`工作表“${sheet.name}”已被深度隐藏，没有读取；需要检查时请先将它显示出来。`);

  return {
    snapshot: {
      schema: 'workbook-snapshot/1',
      name: workbook.name,
      date1904: date1904 ?? false,
      sheets: sheets.map(({ snapshot }) => snapshot),
    },
    secret: settingValue<string>(secret),
    corrections: settingValue<readonly Correction[]>(corrections) ?? [],
    notices,
    stamp: { sheets },
  };
}

function loadContent(sheet: Excel.Worksheet) {
  return {
    // Values only: formats down to row 1,048,576 are common and mean nothing.
    used: sheet
      .getUsedRangeOrNullObject(true)
      .load('address,rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden'),
    sample: sheet.getRange(sample.address).load('values,numberFormat'),
  };
}

function estimate(used: Excel.Range, range: Excel.Range): number {
  const cut = (rows: readonly (readonly unknown[])[]) =>
    rows
      .slice(Math.max(0, used.rowIndex - sample.top), Math.max(0, used.rowIndex + used.rowCount - sample.top))
      .map((row) => row.slice(used.columnIndex, used.columnIndex + used.columnCount));
  const cells = cut(range.values).flat().length;
  const perCell =
    cells === 0 ? usualBytesPerCell : (bytesOf(cut(range.values)) + bytesOf(cut(range.numberFormat))) / cells;
  return perCell * used.columnCount;
}

async function readBlocks(
  context: Excel.RequestContext,
  waiting: Block<Source>[],
  mergesSupported: boolean,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const rows = waiting.reduce((sum, block) => sum + block.to, 0);
  let done = 0;
  let budget = bytesPerSync;
  while (waiting.length > 0) {
    progress(0.1 + (0.9 * done) / rows, 'reading');
    const [taken, rest] = takeBlocks(waiting, budget);
    const loads = taken.map((block) => loadBlock(block, mergesSupported));
    try {
      await sync(context, signal);
    } catch (error) {
      // The estimate was too low: cells further down hold more than the sample did.
      if (!(error instanceof HostError && error.code === 'too_large') || budget < 64 * 1024) throw error;
      budget /= 2;
      continue;
    }
    for (const load of loads) keep(load);
    done += taken.reduce((sum, block) => sum + block.to - block.from, 0);
    waiting = rest;
  }
  progress(1, 'reading');
}

function loadBlock(block: Block<Source>, mergesSupported: boolean) {
  const { sheet, used } = block.of;
  const columns = used.columnCount;
  const area = (from: number, count: number, width = columns) =>
    sheet.getRangeByIndexes(used.rowIndex + from, used.columnIndex, count, width);
  const range = area(block.from, block.to - block.from).load('values,numberFormat');
  const text =
    block.from === 0 ? area(0, Math.min(block.to, shown.rows), Math.min(columns, shown.columns)).load('text') : null;
  const bands: Excel.RangeAreas[] = [];
  const height = Math.max(1, Math.floor(cellsPerBand / columns));
  if (mergesSupported)
    for (let from = block.from; from < block.to; from += height)
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

function keep({ block, range, text, bands, hiddenRows, hiddenColumns }: ReturnType<typeof loadBlock>): void {
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

function snapshotOf(sheet: Excel.Worksheet, source: Source | undefined, mergesSupported: boolean): SheetSnapshot {
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
