/**
 * Puts the marks of a new check in the place of those that stand, and touches nothing else: a corrected cell goes quiet.
 * Only where marks stand that were made under the same policy and mode, and no writing broke off. Three round trips, as in
 * a writing: look, compare, mark; where the person was quicker, a fourth takes the new ones back, and none stand.
 */
import { settingKeys } from '../../shared/model/ours.ts';
import type { Mark, Marked } from '../../shared/model.ts';
import { astray, bySheet, type Landed, markAgain } from './applying.ts';
import { compare, loadUsed, look } from './comparing.ts';
import type { ReadResult, Renewed } from './host.ts';
import { dropNames, type Kept, keepInNames, keepInSettings, keptOf, settingsOf, withChanges } from './keeping.ts';
import type { Stamp } from './reading.ts';
import { atBest, isRefusal } from './refusals.ts';
import { deleteEach, deleteRules } from './rules.ts';
import { sync } from './syncs.ts';
import { markedIn } from './written.ts';

/** `refused`: what was kept before Excel would not delete all rules at once; then they go one by one. */
export async function renewMarks(
  basis: ReadResult,
  marks: readonly Mark[],
  of: Marked,
  refused: Kept | null = null,
): Promise<Renewed | null> {
  const stamp = basis.stamp as Stamp;
  const looked = await look(stamp);
  const { context } = looked;
  const before = refused ?? keptOf(looked.kept);
  const standing = markedIn(before);
  const isOther = standing?.policy !== of.policy || standing.mode !== of.mode;
  if (isOther || (looked.pending && !refused)) return null;
  const { present } = await compare(stamp, looked);
  if (!refused && present.every(({ rules }) => rules.ours.length === 0)) return null;

  const wanted = bySheet(marks);
  const touched = present.filter(({ kept, rules }) => wanted.has(kept.snapshot.name) || rules.ours.length > 0);
  const open = touched.filter(({ sheet, rules }) => !sheet.protection.protected && !rules.unsure);
  const skipped = touched.filter((one) => !open.includes(one)).map(({ kept }) => kept.snapshot.name);
  if (open.length === 0) return { skipped };

  const rules = open.map(({ rules }) => rules);
  if (refused) {
    const { left } = await deleteEach(context, rules);
    skipped.push(...left.map(({ name }) => name));
  }
  const { workbook } = context;
  workbook.application.suspendScreenUpdatingUntilNextSync();
  // Should it break off, what has no formula yet is known by its colours.
  const underway = withChanges(before, {
    [settingKeys.pending]: { sheets: {}, explanations: [] },
    [settingKeys.marked]: undefined,
  });
  const kept = withChanges(before, { [settingKeys.marked]: of });
  keepInSettings(workbook, settingsOf(looked.kept), underway);
  dropNames(workbook, looked.kept);
  if (!refused) for (const each of rules) deleteRules(each);
  const landings = open.map((one): Landed => {
    return { ...one, landing: markAgain(one, wanted, basis.snapshot.date1904) };
  });
  const still = present.map(({ sheet, kept, used }) => ({ kept, used: used && loadUsed(sheet) }));
  keepInSettings(workbook, underway, kept);
  try {
    await sync(context);
  } catch (error) {
    if (refused || !isRefusal(error)) throw error;
    return renewMarks(basis, marks, of, before);
  }
  const where = await astray(context, landings, still);
  if (where === null) {
    await atBest(context, [() => keepInNames(workbook, kept)]);
    return { skipped };
  }
  const without = withChanges(before, { [settingKeys.marked]: undefined });
  for (const { sheet, landing } of landings) deleteRules({ sheet, ours: landing.formats.map(({ id }) => id) });
  keepInSettings(workbook, kept, without);
  await sync(context);
  await atBest(context, [() => keepInNames(workbook, without)]);
  return null;
}
