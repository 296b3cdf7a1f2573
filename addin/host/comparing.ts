/** Compares the workbook with what was read, so that nothing is written onto other cells than were meant. */

import { addressOf, parseAddress } from '../../shared/model/addresses.ts';
import type { Found } from '../../shared/model/kinds.ts';
import { type Block, inPieces } from './blocks.ts';
import { areaOf, bytesOf, cellOf, sameCell } from './cells.ts';
import { HostError } from './host.ts';
import { keptOf, loadKept, pendingIn } from './keeping.ts';
import { loadNamesOfBefore } from './marks.ts';
import type { KeptSheet, Stamp } from './reading.ts';
import { isRefusal } from './refusals.ts';
import { loadRoleNames, loadSigns, rolesOf } from './roles.ts';
import { findRules, loadFormats, loadRules, type Rules, rulesOf } from './rules.ts';
import { sync } from './syncs.ts';
import { type Differing, firstChanged } from './volatile.ts';

/** Of a sheet of ours; what a person leaves further away stays theirs. */
export const oursWithin = 'A1:Z20000';

/** A sheet of the person's, as it is now. */
export interface Present {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly kept: KeptSheet;
  readonly rules: Rules;
  /** Null on a sheet that was not read. */
  readonly used: Excel.Range | null;
  /** Of the columns that were read, in points. */
  readonly widths: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

/** A sheet of ours, as it is now. */
export interface Own extends Found {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  /** Rows that hold or show anything, from the first on. */
  readonly rows: number;
  /** What holds anything, with its rowIndex and rowCount. */
  readonly used: Excel.Range;
}

/** One round trip: sheets, names, types of rules; `now` is what is kept. Throws `changed` when a sheet is gone or renamed. */
export async function look(stamp: Stamp) {
  const ask = (withFormats: boolean) => {
    const context = new Excel.RequestContext();
    const { workbook } = context;
    return {
      context,
      sheets: workbook.worksheets.load('items/id,items/name,items/visibility,items/tabColor'),
      structure: workbook.protection.load('protected'),
      kept: loadKept(workbook),
      named: loadRoleNames(workbook),
      before: loadNamesOfBefore(workbook),
      formats: withFormats ? stamp.sheets.map(({ id }) => loadFormats(workbook.worksheets.getItem(id))) : null,
    };
  };
  let looked = ask(true);
  try {
    await sync(looked.context);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // A sheet is gone, or it has a rule that Excel cannot read.
    looked = ask(false);
    await sync(looked.context);
  }
  const isThere = ({ id, snapshot }: KeptSheet) =>
    looked.sheets.items.some((sheet) => sheet.id === id && sheet.name === snapshot.name);
  const missing = stamp.sheets.filter((one) => !isThere(one));
  if (missing.length > 0) throw new HostError('changed', missing.map(({ snapshot }) => snapshot.name).join('、'));
  const now = keptOf(looked.kept);
  return { ...looked, now, pending: pendingIn(now) };
}

/**
 * One round trip and one more for each further 4 MB: every value again. Throws `changed` with the first place that differs,
 * unless it did so by itself.
 */
export async function compare(stamp: Stamp, looked: Awaited<ReturnType<typeof look>>) {
  const { context, sheets, named, now, pending, formats } = looked;
  const kept = new Map(stamp.sheets.map((one, index) => [one.id, { one, index }]));
  const load = (withRules: boolean) => ({
    signs: loadSigns(
      named,
      sheets.items.filter(({ id }) => !stamp.cellless.includes(id)),
    ),
    theirs: sheets.items.flatMap((sheet) => {
      const known = kept.get(sheet.id);
      if (!known) return [];
      sheet.protection.load('protected');
      const closed = known.one.snapshot.visibility === 'VeryHidden';
      const collection = withRules ? formats?.[known.index] : null;
      return {
        id: sheet.id,
        sheet,
        kept: known.one,
        candidates: collection ? loadRules(sheet, collection) : [],
        used: closed ? null : loadUsed(sheet),
        widths: loadWidths(sheet, known.one),
      };
    }),
    others: sheets.items
      .filter(({ id }) => !kept.has(id) && !stamp.cellless.includes(id))
      .map((sheet) => {
        sheet.protection.load('protected');
        return {
          sheet,
          used: sheet.getRange(oursWithin).getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
          dressed: sheet.getRange(oursWithin).getUsedRangeOrNullObject(false).load('rowIndex,rowCount'),
        };
      }),
  });
  let allAtOnce = formats !== null;
  let compared: Compared<ReturnType<typeof load>>;
  try {
    compared = await compareValues(context, stamp, () => load(true));
  } catch (error) {
    if (!allAtOnce || !isRefusal(error)) throw error;
    allAtOnce = false;
    compared = await compareValues(context, stamp, () => load(false));
  }
  const { theirs, others, signs } = compared.loaded;
  for (const { used, kept } of theirs)
    if (used && isMoved(used, kept)) throw new HostError('changed', kept.snapshot.name);
  const changed = await firstChanged(context, compared.differing);
  if (changed !== null) throw new HostError('changed', changed);

  const present = others.map(({ sheet, used }) => ({ sheet, empty: used.isNullObject }));
  const roles = rolesOf(named, signs, present, now);
  const own = others.map(({ sheet, used, dressed }): Own => {
    const found = roles.get(sheet.id);
    if (!found) throw new HostError('changed', sheet.name);
    return {
      ...found,
      sheet,
      name: sheet.name,
      rows: dressed.isNullObject ? 0 : dressed.rowIndex + dressed.rowCount,
      used,
    };
  });
  const rules = allAtOnce
    ? await rulesOf(
        context,
        theirs.map((one) => ({ ...one, unsure: false })),
        pending !== null,
      )
    : await findRules(
        context,
        theirs.map(({ sheet }) => sheet),
        pending !== null,
      );
  return {
    present: theirs.map(({ candidates: _, ...one }, index): Present => ({ ...one, rules: rules[index]! })),
    own,
    signs,
  };
}

export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
}

function loadWidths(sheet: Excel.Worksheet, { snapshot }: KeptSheet) {
  const { top, left, right } = parseAddress(snapshot.address)!;
  const columns = sheet.getRangeByIndexes(top, left, 1, right - left + 1);
  return columns.getColumnProperties({ format: { columnWidth: true } });
}

/** Also where it reaches further than was read. */
export function isMoved(used: Excel.Range, before: KeptSheet): boolean {
  const now = used.isNullObject ? null : addressOf(areaOf(used));
  return now !== (before.used && addressOf(before.used));
}

interface Compared<Loaded> {
  readonly loaded: Loaded;
  readonly differing: readonly Differing[];
}

/**
 * Every value again, in as many round trips as its bytes need; the first one also carries what `load` queues. Tells the
 * cells that differ.
 */
async function compareValues<Loaded>(
  context: Excel.RequestContext,
  stamp: Stamp,
  load: () => Loaded,
): Promise<Compared<Loaded>> {
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
  return { loaded: here!, differing };
}
