/** Compares the workbook with what was read, so that nothing is written onto other cells than were meant. */

import { addressOf, parseAddress } from '../../shared/model/addresses.ts';
import type { SheetRole } from '../../shared/model.ts';
import { type Block, inPieces } from './blocks.ts';
import { areaOf, bytesOf, cellOf, sameCell } from './cells.ts';
import { HostError } from './host.ts';
import { type Candidate, loadFormats, loadNames, loadRules } from './marks.ts';
import { loadMarker, loadSetting, markerFormula, type Pending, roleOf, settingKeys, settingValue } from './ours.ts';
import type { KeptSheet, Stamp } from './reading.ts';
import { sync } from './syncs.ts';
import { type Differing, firstChanged } from './volatile.ts';

/** Of a sheet of ours; what a person leaves further away stays theirs. */
const oursWithin = 'A1:Z20000';

/** A sheet of the person's, as it is now. */
export interface Present {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly kept: KeptSheet;
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

/**
 * One round trip and one more for each further 4 MB: every value again. Throws `changed` with the first place that differs,
 * unless it did so by itself.
 */
export async function compare(stamp: Stamp, looked: Awaited<ReturnType<typeof look>>) {
  const { context, pending } = looked;
  const { here, differing } = await compareValues(context, stamp, () => loadSheets(stamp, looked));
  const { present, others } = here;
  for (const { used, kept } of present)
    if (used && isMoved(used, kept)) throw new HostError('changed', kept.snapshot.name);
  const changed = await firstChanged(context, differing);
  if (changed !== null) throw new HostError('changed', changed);
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

/** Queues what is wanted of every sheet beside its values. */
function loadSheets(stamp: Stamp, { sheets, formats }: Awaited<ReturnType<typeof look>>) {
  const kept = new Map(stamp.sheets.map((one, index) => [one.id, { one, index }]));
  const present = sheets.items.flatMap((sheet): Present[] => {
    const known = kept.get(sheet.id);
    if (!known) return [];
    sheet.protection.load('protected');
    const closed = known.one.snapshot.visibility === 'VeryHidden';
    const used = closed ? null : loadUsed(sheet);
    return [{ id: sheet.id, sheet, kept: known.one, candidates: loadRules(sheet, formats[known.index]!), used }];
  });
  const others = sheets.items
    .filter(({ id }) => !kept.has(id) && !stamp.cellless.includes(id))
    .map((sheet) => {
      sheet.protection.load('protected');
      return {
        sheet,
        marker: loadMarker(sheet),
        used: sheet.getRange(oursWithin).getUsedRangeOrNullObject(true).load('values'),
        dressed: sheet.getUsedRangeOrNullObject(false).load('rowIndex,rowCount'),
      };
    });
  return { present, others };
}

export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
}

/** Also where it reaches further than was read. */
export function isMoved(used: Excel.Range, before: KeptSheet): boolean {
  const now = used.isNullObject ? null : addressOf(areaOf(used));
  return now !== (before.used && addressOf(before.used));
}

/**
 * Every value again, in as many round trips as its bytes need; the first one also carries what `load` queues. Tells the
 * cells that differ.
 */
async function compareValues<Loaded>(context: Excel.RequestContext, stamp: Stamp, load: () => Loaded) {
  const { worksheets } = context.workbook;
  const differing: Differing[] = [];
  let here: Loaded | null = null;
  const blocks = stamp.sheets.flatMap((of): Block<KeptSheet>[] => {
    const { values, numberFormat } = of.snapshot;
    // Nothing was read of what is put away, empty or too much.
    return numberFormat ? [{ of, from: 0, to: values.length, bytesOf: (row) => bytesOf(values[row]) }] : [];
  });
  await inPieces(blocks, {
    queue: (piece) => ({
      loaded: here ?? load(),
      ranges: piece.map(({ of: { id, snapshot }, from, to }) => {
        const { top, left, right } = parseAddress(snapshot.address)!;
        const sheet = worksheets.getItem(id);
        return sheet.getRangeByIndexes(top + from, left, to - from, right - left + 1).load('values');
      }),
    }),
    send: () => sync(context),
    keep({ loaded, ranges }, piece) {
      here = loaded;
      for (const [at, { of, from }] of piece.entries()) {
        const { name, address, values } = of.snapshot;
        const { top, left } = parseAddress(address)!;
        for (const [index, row] of ranges[at]!.values.entries())
          for (const [offset, value] of row.entries())
            if (!sameCell(cellOf(value), values[from + index]?.[offset]))
              differing.push({ id: of.id, name, row: top + from + index, column: left + offset });
      }
    },
  });
  return { here: here!, differing };
}
