/** Takes away what is ours, and nothing else. */
import { settingKeys } from '../../shared/model/ours.ts';
import { type Cleared, HostError } from './host.ts';
import {
  dropNames,
  keepInNames,
  keepInSettings,
  keptOf,
  type LoadedKept,
  loadKept,
  pendingIn,
  settingsOf,
  withChanges,
} from './keeping.ts';
import { loadNamesOfBefore, removeNamesOfBefore } from './marks.ts';
import { askSheets, atBest, isTaken } from './refusals.ts';
import { loadRoleNames, loadSigns, removeMarkers, removeRoleNames, rolesOf } from './roles.ts';
import { deleteEach, deleteRules, findRules, formatOf } from './rules.ts';
import { sync } from './syncs.ts';

export async function clearMarks(): Promise<Cleared> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name');
  const kept = loadKept(workbook);
  const names = loadNamesOfBefore(workbook);
  await sync(context);
  for (const sheet of worksheets.items) sheet.protection.load('protected');

  const brokenOff = pendingIn(keptOf(kept)) !== null;
  const found = await findRules(context, worksheets.items, brokenOff);
  const marked = found.filter(({ ours }) => ours.length > 0);
  const closed = marked.filter(({ sheet }) => sheet.protection.protected);
  const open = marked.filter(({ sheet }) => !sheet.protection.protected);
  const unread = found.filter(({ unsure }) => unsure).map(({ sheet }) => sheet);

  const counts = open.flatMap(({ sheet, ours }) => ours.map((id) => formatOf(sheet, id).getRanges().load('cellCount')));
  for (const rules of open) deleteRules(rules);
  if (closed.length + unread.length === 0) removeNamesOfBefore(workbook, names);
  let marks = 0;
  let left: readonly Excel.Worksheet[] = [];
  if (await isTaken(context)) marks = counts.reduce((sum, { cellCount }) => sum + cellCount, 0);
  else {
    const sheets = open.map(({ sheet }) => sheet);
    ({ cells: marks, left } = await deleteEach(context, await findRules(context, sheets, brokenOff)));
    if (closed.length + unread.length + left.length === 0)
      await atBest(context, [() => removeNamesOfBefore(workbook, names)]);
  }
  // What nobody can read tells no more of which check it is.
  if (closed.length + left.length === 0) await forgetMarks(context, kept);
  if (closed.length > 0) throw new HostError('protected', closed.map(({ sheet }) => sheet.name).join('、'));

  const unsure = [...new Set([...unread, ...left])].map(({ name }) => name);
  return { marks, sheets: open.map(({ sheet }) => sheet.name), ...(unsure.length > 0 && { unsure }) };
}

/** Of which check they were; the names only where they can be made again. */
async function forgetMarks(context: Excel.RequestContext, loaded: LoadedKept): Promise<void> {
  const before = keptOf(loaded);
  if (before[settingKeys.marked] === undefined) return;
  const kept = withChanges(before, { [settingKeys.marked]: undefined });
  const { workbook } = context;
  const forget = () => {
    keepInSettings(workbook, settingsOf(loaded), kept);
    dropNames(workbook, loaded);
    keepInNames(workbook, kept);
  };
  await atBest(context, [forget]);
}

/**
 * The secret goes too, and with it what was explained and concluded: nothing is left that its keys would have to agree with. What a
 * person chose and said of the reading stays.
 */
export async function removeSheets(): Promise<Cleared> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name');
  const structure = workbook.protection.load('protected');
  const loaded = loadKept(workbook);
  const named = loadRoleNames(workbook);
  await sync(context);

  const asked = await askSheets(context, worksheets.items, (sheet) => ({
    sheet,
    signs: loadSigns(named, [sheet]),
    used: sheet.getUsedRangeOrNullObject(true).load('address'),
  }));
  const probes = asked.filter((probe) => probe !== null);
  const signs = new Map(probes.flatMap((probe) => [...probe.signs]));

  const before = keptOf(loaded);
  const present = probes.map(({ sheet, used }) => ({ sheet, empty: used.isNullObject }));
  const roles = rolesOf(named, signs, present, before);
  const own = worksheets.items.filter(({ id }) => roles.has(id));
  const names = own.map(({ name }) => name);
  if (own.length > 0 && structure.protected) throw new HostError('protected', names.join('、'));
  const { secret, explanations, confirmed, pending, written } = settingKeys;
  const gone = Object.fromEntries([secret, explanations, confirmed, pending, written].map((key) => [key, undefined]));
  const kept = withChanges(before, gone);
  for (const sheet of own) sheet.delete();
  removeRoleNames(workbook, named);
  keepInSettings(workbook, settingsOf(loaded), kept);
  dropNames(workbook, loaded);
  await sync(context);
  const copies = worksheets.items.filter(({ id }) => !roles.has(id));
  const rest = [() => removeMarkers(signs, copies), () => keepInNames(workbook, kept)];
  if (Object.keys(kept).length + signs.size > 0) await atBest(context, rest);
  return { marks: 0, sheets: names };
}
