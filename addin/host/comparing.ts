/** Compares the workbook with what was read, so that nothing is written onto other cells than were meant. */

import { addressOf, cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { SheetRole, SheetSnapshot } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { bytesOf, cellOf, sameCell, withoutSheet } from './cells.ts';
import { HostError } from './host.ts';
import { type Candidate, loadFormats, loadNames, loadRules } from './marks.ts';
import { loadMarker, loadSetting, markerFormula, type Pending, roleOf, settingKeys, settingValue } from './ours.ts';
import type { Stamp } from './reading.ts';
import { bytesPerSync, sync } from './syncs.ts';

type Kept = Stamp['sheets'][number];

/** A sheet of the person's, as it is now. */
export interface Present {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly kept: Kept;
  readonly candidates: readonly Candidate[];
  /** Null on a sheet that was not read. */
  readonly used: Excel.Range | null;
}

/** A sheet of ours, as it is now. */
export interface Own {
  readonly sheet: Excel.Worksheet;
  readonly role: SheetRole;
  /** Null on a sheet that a failure left without one. */
  readonly marker: Excel.NamedItem | null;
  /** Rows that hold or show anything, from the first on. */
  readonly rows: number;
  readonly values: readonly (readonly unknown[])[];
}

/** One round trip: sheets, names, types of rules. Throws `changed` when a sheet is gone or renamed. */
export async function look(stamp: Stamp) {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const structure = workbook.protection.load('protected');
  const pending = loadSetting(workbook, settingKeys.pending);
  const names = loadNames(workbook);
  const formats = stamp.sheets.map(({ id }) => loadFormats(workbook.worksheets.getItem(id)));
  try {
    await sync(context);
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') throw new HostError('changed', await missingSheets(stamp));
    throw error;
  }
  for (const { id, snapshot } of stamp.sheets)
    if (!sheets.items.some((sheet) => sheet.id === id && sheet.name === snapshot.name))
      throw new HostError('changed', snapshot.name);
  return { context, sheets, structure, pending: settingValue<Pending>(pending), names, formats };
}

async function missingSheets(stamp: Stamp): Promise<string> {
  const context = new Excel.RequestContext();
  const sheets = context.workbook.worksheets.load('items/id');
  await sync(context);
  const missing = stamp.sheets.filter(({ id }) => !sheets.items.some((sheet) => sheet.id === id));
  return missing.map(({ snapshot }) => snapshot.name).join('、');
}

/** One round trip and one more for each further 4 MB: every value again. Throws `changed` with the first place that differs. */
export async function compare(stamp: Stamp, { context, sheets, pending, formats }: Awaited<ReturnType<typeof look>>) {
  const kept = new Map(stamp.sheets.map((one, index) => [one.id, { one, index }]));
  const present = sheets.items.flatMap((sheet) => {
    const known = kept.get(sheet.id);
    if (!known) return [];
    sheet.protection.load('protected');
    const closed = known.one.snapshot.visibility === 'VeryHidden';
    const used = closed ? null : loadUsed(sheet);
    return { id: sheet.id, sheet, kept: known.one, candidates: loadRules(sheet, formats[known.index]!), used };
  });
  const others = sheets.items
    .filter(({ id }) => !kept.has(id))
    .map((sheet) => {
      sheet.protection.load('protected');
      return {
        sheet,
        marker: loadMarker(sheet),
        used: sheet.getUsedRangeOrNullObject(true).load('values'),
        dressed: sheet.getUsedRangeOrNullObject(false).load('rowIndex,rowCount'),
      };
    });
  await compareValues(context, present);

  for (const { used, kept } of present)
    if (used && isMoved(used, kept.snapshot)) throw new HostError('changed', kept.snapshot.name);
  const own = others.map(({ sheet, marker, used, dressed }): Own => {
    const formula = markerFormula(marker);
    const role = roleOf({ name: sheet.name, formula, empty: used.isNullObject }, pending);
    if (role === null) throw new HostError('changed', sheet.name);
    return {
      sheet,
      role,
      marker: formula === null ? null : marker,
      rows: dressed.isNullObject ? 0 : dressed.rowIndex + dressed.rowCount,
      values: used.isNullObject ? [] : used.values,
    };
  });
  return { context, present: present satisfies readonly Present[], own };
}

export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRangeOrNullObject(true).load('address');
}

export function isMoved(used: Excel.Range, { address }: SheetSnapshot): boolean {
  return (used.isNullObject ? 'A1' : withoutSheet(used.address)) !== address;
}

/** Every value again, in as many round trips as its bytes need; the first one also carries what is queued already. */
async function compareValues(context: Excel.RequestContext, present: readonly Present[]): Promise<void> {
  let waiting = present.flatMap(({ sheet, kept }): Block<{ sheet: Excel.Worksheet; kept: Kept }>[] => {
    const { values, visibility } = kept.snapshot;
    return visibility === 'VeryHidden'
      ? []
      : [{ of: { sheet, kept }, from: 0, to: values.length, bytesPerRow: bytesOf(values) / values.length }];
  });
  do {
    const [taken, rest] = takeBlocks(waiting, bytesPerSync);
    const loads = taken.map(({ of, from, to }) => {
      const area = parseAddress(of.kept.snapshot.address)!;
      const rows = { ...area, top: area.top + from, bottom: area.top + to - 1 };
      return { of, from, rows, range: of.sheet.getRange(addressOf(rows)).load('values') };
    });
    await sync(context);
    for (const { of, from, rows, range } of loads) {
      const { name, values } = of.kept.snapshot;
      for (const [index, row] of range.values.entries())
        for (const [offset, value] of row.entries())
          if (!sameCell(cellOf(value), values[from + index]?.[offset]))
            throw new HostError('changed', `${name}!${cellAddress(rows.top + index, rows.left + offset)}`);
    }
    waiting = rest;
  } while (waiting.length > 0);
}
