/** Compares the workbook with what was read, so that nothing is written onto other cells than were meant. */

import { addressOf, cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { SheetRole, SheetSnapshot } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { bytesOf, cellOf, sameCell, withoutSheet } from './cells.ts';
import { HostError } from './host.ts';
import { keptOf, loadKept, pendingIn } from './keeping.ts';
import { loadNamesOfBefore } from './marks.ts';
import type { Stamp } from './reading.ts';
import { isRefusal } from './refusals.ts';
import { loadMarkers, loadRoleNames, rolesOf } from './roles.ts';
import { findRules, loadFormats, loadRules, type Rules, rulesOf } from './rules.ts';
import { bytesPerSync, sync } from './syncs.ts';

type Kept = Stamp['sheets'][number];

/** A sheet of the person's, as it is now. */
export interface Present {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly kept: Kept;
  readonly rules: Rules;
  /** Null on a sheet that was not read. */
  readonly used: Excel.Range | null;
}

/** A sheet of ours, as it is now. */
export interface Own {
  readonly sheet: Excel.Worksheet;
  readonly role: SheetRole;
  /** Rows that hold or show anything, from the first on. */
  readonly rows: number;
  readonly values: readonly (readonly unknown[])[];
}

/** One round trip: sheets, names, types of rules. Throws `changed` when a sheet is gone or renamed. */
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
  const isThere = ({ id, snapshot }: Kept) =>
    looked.sheets.items.some((sheet) => sheet.id === id && sheet.name === snapshot.name);
  const missing = stamp.sheets.filter((one) => !isThere(one));
  if (missing.length > 0) throw new HostError('changed', missing.map(({ snapshot }) => snapshot.name).join('、'));
  return { ...looked, pending: pendingIn(keptOf(looked.kept)) };
}

/** One round trip and one more for each further 4 MB: every value again. Throws `changed` with the first place that differs. */
export async function compare(stamp: Stamp, looked: Awaited<ReturnType<typeof look>>) {
  const { context, sheets, named, pending, formats } = looked;
  const kept = new Map(stamp.sheets.map((one, index) => [one.id, { one, index }]));
  const load = (withRules: boolean) => ({
    markers: loadMarkers(named, sheets.items),
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
      };
    }),
    others: sheets.items
      .filter(({ id }) => !kept.has(id))
      .map((sheet) => {
        sheet.protection.load('protected');
        return {
          sheet,
          used: sheet.getUsedRangeOrNullObject(true).load('values'),
          dressed: sheet.getUsedRangeOrNullObject(false).load('rowIndex,rowCount'),
        };
      }),
  });
  let loaded = load(true);
  let allAtOnce = formats !== null;
  try {
    await compareValues(context, loaded.theirs);
  } catch (error) {
    if (!allAtOnce || !isRefusal(error)) throw error;
    allAtOnce = false;
    loaded = load(false);
    await compareValues(context, loaded.theirs);
  }
  const { theirs, others, markers } = loaded;
  for (const { used, kept } of theirs)
    if (used && isMoved(used, kept.snapshot)) throw new HostError('changed', kept.snapshot.name);

  const signs = others.map(({ sheet, used }) => ({ sheet, empty: used.isNullObject }));
  const roles = rolesOf(named, markers, signs, pending);
  const own = others.map(({ sheet, used, dressed }): Own => {
    const role = roles.get(sheet.id);
    if (role === undefined) throw new HostError('changed', sheet.name);
    return {
      sheet,
      role,
      rows: dressed.isNullObject ? 0 : dressed.rowIndex + dressed.rowCount,
      values: used.isNullObject ? [] : used.values,
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
  const present = theirs.map(({ candidates: _, ...one }, index): Present => ({ ...one, rules: rules[index]! }));
  return { present, own, markers };
}

export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getUsedRangeOrNullObject(true).load('address');
}

export function isMoved(used: Excel.Range, { address }: SheetSnapshot): boolean {
  return (used.isNullObject ? 'A1' : withoutSheet(used.address)) !== address;
}

/** Every value again, in as many round trips as its bytes need; the first one also carries what is queued already. */
async function compareValues(
  context: Excel.RequestContext,
  present: readonly Pick<Present, 'sheet' | 'kept'>[],
): Promise<void> {
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
