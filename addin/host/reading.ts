/**
 * Reads every sheet but ours, in three round trips, and one more for each further 4 MB, for merged areas that go across the
 * edge of a band and for a 差距清单 of ours, which people write into. Interprets nothing.
 */

import { correctionsIn, keptExplanations } from '../../shared/model/kept.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Area } from '../../shared/model/reading.ts';
import { explanationsAmong } from '../../shared/model/said.ts';
import type { SheetSnapshot } from '../../shared/model.ts';
import { loadAnchor, templatesIn } from './anchors.ts';
import { type Block, inPieces } from './blocks.ts';
import { areaOf, bytesOf } from './cells.ts';
import { keptChoices } from './choices.ts';
import { keptConfirmed } from './explaining.ts';
import { HostError, type Progress, type ReadResult } from './host.ts';
import { keptOf, loadKept, pendingIn, secretIn } from './keeping.ts';
import { makeWhole } from './merges.ts';
import { readRows } from './own-rows.ts';
import { askSheets } from './refusals.ts';
import { loadRoleNames, loadSigns, rolesOf } from './roles.ts';
import { keepBlock, loadBlock, type Source, snapshotOf, sourceOf } from './sources.ts';
import { sync } from './syncs.ts';
import { markedIn, writtenIn } from './written.ts';

/** What `apply` compares the workbook with. */
export interface Stamp {
  readonly sheets: readonly KeptSheet[];
  /** Ids of those without cells. */
  readonly cellless: readonly string[];
  /** Ours. */
  readonly own: readonly { readonly id: string; readonly name: string }[];
}

export interface KeptSheet {
  readonly id: string;
  readonly snapshot: SheetSnapshot;
  /** What was used, also further than it was read; null where nothing was, or nobody asked. */
  readonly used: Area | null;
}

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
  const ask = (withAnchors: boolean) =>
    askSheets(
      context,
      worksheets.items,
      (sheet) => ({
        signs: loadSigns(named, [sheet]),
        // Nobody put a sheet away so deep for it to be read; the evaluation names it among what was not.
        content: sheet.visibility === 'VeryHidden' ? null : loadContent(sheet),
        anchor: withAnchors ? loadAnchor(sheet) : null,
      }),
      signal,
    );
  const asked = await ask(true).catch((error) => {
    // With another workbook in front Excel tells no names of sheets (office-js #6365), but all the rest.
    if (error instanceof HostError && error.code === 'inactive') return ask(false);
    throw error;
  });
  const cellless = worksheets.items.filter((_, index) => asked[index] === null);
  const probes = worksheets.items.flatMap((sheet, index) => {
    const probe = asked[index];
    return probe ? [{ sheet, ...probe }] : [];
  });
  const signs = new Map(probes.flatMap((probe) => [...probe.signs]));

  const present = probes.map(({ sheet, content }) => ({ sheet, empty: content?.used.isNullObject ?? false }));
  const roles = rolesOf(named, signs, present, ours);
  const kept = probes.filter(({ sheet }) => !roles.has(sheet.id));
  const sources = new Map<string, Source>();
  const blocks: Block<Source>[] = [];
  for (const { sheet, content } of kept) {
    if (!content || content.used.isNullObject) continue;
    const source = sourceOf(sheet, content.used);
    sources.set(sheet.id, source);
    const { reach } = source;
    if (!reach) continue;
    const bytesPerRow = estimate(reach, content.sample);
    blocks.push({ of: source, from: 0, to: reach.bottom - reach.top + 1, bytesOf: () => bytesPerRow });
  }
  if (sources.size === 0) throw new HostError('empty');

  const gaps = probes.flatMap(({ sheet, content }) => {
    const found = roles.get(sheet.id);
    return content && found?.role === 'gaps' ? [{ ...found, sheet, used: content.used }] : [];
  });
  const rows = await readRows(context, gaps, signal);
  const lists = gaps.map(({ role, mode, sheet }) => ({ role, mode, values: rows.get(sheet) ?? [] }));
  await readBlocks(context, blocks, mergesSupported, progress, signal);
  const read = [...sources.values()];
  const isWhole = await makeWhole(context, read, signal);
  progress(1, 'reading');

  const sheets = kept.map(({ sheet }) => ({
    id: sheet.id,
    snapshot: snapshotOf(sheet, sources.get(sheet.id), mergesSupported),
    used: usedOf(sources.get(sheet.id)),
  }));
  const date1904 = read.find((source) => source.date1904 !== null)?.date1904 ?? null;
  const notices: string[] = [];
  if (!mergesSupported)
    notices.push('当前 Excel 版本读不出合并单元格，表头的合并情况按空白单元格推断，请留意识别出的表头是否正确。');
  if (!isWhole) notices.push('有的合并单元格太高，没有读全，表头和合并的数据请逐一核对。');
  for (const { name } of cellless) notices.push(`“${name}”是图表工作表或宏工作表，没有单元格，未检查。`);
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
    explanations: explanationsAmong(lists, [...(pending?.explanations ?? []), ...keptExplanations(ours)]),
    confirmed: keptConfirmed(ours),
    // A writing that broke off says nothing of who wrote before.
    before: writtenIn(ours[settingKeys.written], pending === null ? [...roles.values()] : []),
    own: worksheets.items.filter(({ id }) => roles.has(id)).map(({ name }) => name),
    marked: markedIn(ours),
    notices,
    templates: kept.flatMap(({ sheet, anchor }) => templatesIn(sheet.name, anchor)),
    stamp: {
      sheets,
      cellless: cellless.map(({ id }) => id),
      own: worksheets.items.filter(({ id }) => roles.has(id)).map(({ id, name }) => ({ id, name })),
    },
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

function usedOf(source: Source | undefined): Area | null {
  return source ? areaOf(source.used) : null;
}

/** Bytes of a row. */
function estimate({ top, left, bottom, right }: Area, range: Excel.Range): number {
  const cut = (rows: readonly (readonly unknown[])[]) =>
    rows
      .slice(Math.max(0, top - sample.top), Math.max(0, bottom + 1 - sample.top))
      .map((row) => row.slice(left, right + 1));
  const cells = cut(range.values).flat().length;
  const perCell =
    cells === 0 ? usualBytesPerCell : (bytesOf(cut(range.values)) + bytesOf(cut(range.numberFormat))) / cells;
  return perCell * (right - left + 1);
}

async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block<Source>[],
  mergesSupported: boolean,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  if (blocks.length === 0) return;
  const rows = blocks.reduce((sum, block) => sum + block.to, 0);
  let done = 0;
  await inPieces(blocks, {
    queue(piece) {
      progress(0.1 + (0.9 * done) / rows, 'reading');
      return piece.map((block) => loadBlock(block, mergesSupported));
    },
    // The estimate may be too low: cells further down hold more than the sample did.
    send: () => sync(context, signal),
    keep(loads, piece) {
      for (const load of loads) keepBlock(load);
      done += piece.reduce((sum, block) => sum + block.to - block.from, 0);
    },
  });
}
