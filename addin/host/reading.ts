/** Reads every sheet but ours, in three round trips and one more for each further 4 MB. Interprets nothing. */
import { settingKeys } from '../../shared/model/ours.ts';
import type { SheetSnapshot } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { bytesOf } from './cells.ts';
import { keptChoices } from './choices.ts';
import { correctionsIn } from './corrections.ts';
import { HostError, type Progress, type ReadResult } from './host.ts';
import { keptOf, loadKept, pendingIn, secretIn } from './keeping.ts';
import { loadMarkers, loadRoleNames, rolesOf } from './roles.ts';
import { keepBlock, loadBlock, type Source, snapshotOf, sourceOf } from './sources.ts';
import { bytesPerSync, sync } from './syncs.ts';
import { writtenIn } from './written.ts';

/** What `apply` compares the workbook with. */
export interface Stamp {
  readonly sheets: readonly { readonly id: string; readonly snapshot: SheetSnapshot }[];
}

/** A sheet with more cells is not a table that people keep; most likely something stands in its last row by mistake. */
const mostCells = 1_000_000;
/** Body rows of most tables, read to estimate how many bytes a cell takes. */
const sample = { address: 'A10:AD13', top: 9 };
const usualBytesPerCell = 40;

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
  const loaded = loadKept(workbook);
  const named = loadRoleNames(workbook);
  await sync(context, signal);

  const ours = keptOf(loaded);
  const pending = pendingIn(ours);
  const markers = loadMarkers(named, worksheets.items);
  const probes = worksheets.items.map((sheet) => ({
    sheet,
    // Nobody put a sheet away so deep for it to be read; the evaluation names it among what was not.
    content: sheet.visibility === 'VeryHidden' ? null : loadContent(sheet),
  }));
  await sync(context, signal);

  const signs = probes.map(({ sheet, content }) => ({ sheet, empty: content?.used.isNullObject ?? false }));
  const roles = rolesOf(named, markers, signs, pending);
  const kept = probes.filter(({ sheet }) => !roles.has(sheet.id));
  const sources = new Map<string, Source>();
  const blocks: Block<Source>[] = [];
  for (const { sheet, content } of kept) {
    if (!content || content.used.isNullObject) continue;
    const { used } = content;
    if (used.rowCount * used.columnCount > mostCells) throw new HostError('too_large', used.address);
    const source = sourceOf(sheet, used);
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

  return {
    snapshot: {
      schema: 'workbook-snapshot/1',
      name: workbook.name,
      date1904: date1904 ?? false,
      sheets: sheets.map(({ snapshot }) => snapshot),
    },
    secret: secretIn(ours),
    corrections: correctionsIn(ours[settingKeys.corrections]),
    choices: keptChoices(ours),
    // A writing that broke off says nothing of who wrote before.
    before: writtenIn(ours[settingKeys.written], [...roles.values()].includes('gaps') && pending === null),
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
    for (const load of loads) keepBlock(load);
    done += taken.reduce((sum, block) => sum + block.to - block.from, 0);
    waiting = rest;
  }
  progress(1, 'reading');
}
