/** Takes away what is ours, and nothing else. */
import { type Cleared, HostError } from './host.ts';
import { formatOf, isOurs, loadFormats, loadNames, loadRules, removeNames } from './marks.ts';
import { loadMarker, loadSetting, markerFormula, type Pending, roleOf, settingKeys, settingValue } from './ours.ts';
import { sync } from './syncs.ts';

export async function clearMarks(): Promise<Cleared> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name');
  const names = loadNames(workbook);
  await sync(context);

  const loaded = worksheets.items.map((sheet) => ({
    sheet,
    protection: sheet.protection.load('protected'),
    formats: loadFormats(sheet),
  }));
  await sync(context);

  const found = loaded.map(({ sheet, protection, formats }) => ({
    sheet,
    protection,
    candidates: loadRules(sheet, formats).map((candidate) => ({
      ...candidate,
      cells: formatOf(sheet, candidate.id).getRanges().load('cellCount'),
    })),
  }));
  await sync(context);

  const marked = found
    .map(({ candidates, ...rest }) => ({ ...rest, marks: candidates.filter(isOurs) }))
    .filter(({ marks }) => marks.length > 0);
  const closed = marked.filter(({ protection }) => protection.protected);
  const open = marked.filter(({ protection }) => !protection.protected);
  for (const { sheet, marks } of open) for (const { id } of marks) formatOf(sheet, id).delete();
  if (closed.length === 0) removeNames(workbook, names);
  await sync(context);
  if (closed.length > 0) throw new HostError('protected', closed.map(({ sheet }) => sheet.name).join('、'));

  return {
    marks: open.flatMap(({ marks }) => marks).reduce((sum, { cells }) => sum + cells.cellCount, 0),
    sheets: open.map(({ sheet }) => sheet.name),
  };
}

/** The secret goes too: nothing is left that its tokens would have to agree with. What a person chose and said stays. */
export async function removeSheets(): Promise<Cleared> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name');
  const structure = workbook.protection.load('protected');
  const settings = [settingKeys.secret, settingKeys.pending, settingKeys.written].map((key) =>
    loadSetting(workbook, key),
  );
  await sync(context);

  const loaded = worksheets.items.map((sheet) => ({
    sheet,
    marker: loadMarker(sheet),
    used: sheet.getUsedRangeOrNullObject(true).load('address'),
  }));
  await sync(context);

  const pending = settings[1] ? settingValue<Pending>(settings[1]) : null;
  const own = loaded.filter(
    ({ sheet, marker, used }) =>
      roleOf({ name: sheet.name, formula: markerFormula(marker), empty: used.isNullObject }, pending) !== null,
  );
  const names = own.map(({ sheet }) => sheet.name);
  if (own.length > 0 && structure.protected) throw new HostError('protected', names.join('、'));
  for (const { sheet } of own) sheet.delete();
  for (const setting of settings) if (!setting.isNullObject) setting.delete();
  await sync(context);
  return { marks: 0, sheets: names };
}
