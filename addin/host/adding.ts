/** A sheet of ours that stands by itself, put into the workbook to be printed: 报送单, 退回修改通知. */
import { isOfKind } from '../../shared/model/kinds.ts';
import type { PlanSheet } from '../../shared/model.ts';
import { oursWithin } from './comparing.ts';
import { takeBack } from './filling.ts';
import { HostError } from './host.ts';
import { dressed, fillSheets, placesOf } from './placing.ts';
import { atBest } from './refusals.ts';
import { loadRoleNames, rolesOf } from './roles.ts';
import { bytesPerSync, sync } from './syncs.ts';

/**
 * In the place of the one for the same evaluation, whatever it is called now; else behind all sheets, and in four round trips.
 * Answers its name. Throws `protected`; where Excel refuses it, a new sheet is not left half done.
 */
export async function putSheet(plan: PlanSheet): Promise<string> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const { worksheets } = workbook;
  const sheets = worksheets.load('items/id,items/name,items/tabColor');
  const structure = workbook.protection.load('protected');
  const named = loadRoleNames(workbook);
  await sync(context);
  const all = sheets.items.map((sheet) => ({ sheet, empty: false }));
  const found = rolesOf(named, new Map(), all, {});
  const asked = sheets.items.flatMap((sheet) => {
    const kind = found.get(sheet.id);
    if (!kind || !isOfKind(kind, plan)) return [];
    sheet.protection.load('protected');
    const used = sheet.getRange(oursWithin).getUsedRangeOrNullObject(false).load('rowIndex,rowCount');
    return { ...kind, sheet, name: sheet.name, used };
  });
  if (asked.length > 0) await sync(context);
  const closed = asked.find(({ sheet }) => sheet.protection.protected);
  if (closed || (asked.length === 0 && structure.protected)) throw new HostError('protected', closed?.name);

  const own = asked.map((one) => ({ ...one, rows: one.used.isNullObject ? 0 : one.used.rowIndex + one.used.rowCount }));
  const names = sheets.items.map(({ name }) => name);
  const placed = placesOf([plan], own, names);
  const [{ name }] = placed as [(typeof placed)[number]];
  try {
    await fillSheets(context, placed, named, bytesPerSync);
    await sync(context);
  } catch (error) {
    if (own.length === 0) await takeBack([name], new Set(sheets.items.map(({ id }) => id)));
    throw error;
  }
  await atBest(context, [
    ...placed.flatMap((place) => dressed(workbook, place)),
    () => worksheets.getItem(name).activate(),
  ]);
  return name;
}
