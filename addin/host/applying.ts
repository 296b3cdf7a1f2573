/**
 * Writes a plan back, in four round trips, one more where there is a 差距清单 to be read again, and one more for each further
 * 4 MB: look, compare, write, dress. Nothing is written before everything was compared. Writing also looks where it landed,
 * for the person may have been quicker; then the last one takes it back. What Excel refuses of the dressing does no harm.
 */

import { explanationsByKey } from '../../shared/model/explanations.ts';
import { keptExplanations } from '../../shared/model/kept.ts';
import { type ByMode, type Pending, sheetName } from '../../shared/model/kinds.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import { explanationsAmong } from '../../shared/model/said.ts';
import type { Explanation, Mark, WritePlan } from '../../shared/model.ts';
import { withSigns } from '../../shared/report/signs.ts';
import { compare, isMoved, loadUsed, look, type Present } from './comparing.ts';
import { explanationsToKeep } from './explaining.ts';
import { type Applied, HostError, type ReadResult } from './host.ts';
import { dropNames, type Kept, keepInNames, keepInSettings, settingsOf, withChanges } from './keeping.ts';
import { addMarks, type Landing, removeNamesOfBefore } from './marks.ts';
import { readRows } from './own-rows.ts';
import { dressed, fillSheets, nameOwn, type Place, placesOf, withNames, withoutLinks } from './placing.ts';
import type { Stamp } from './reading.ts';
import { atBest, isRefusal } from './refusals.ts';
import { hideRoleNames, type RoleNames, removeMarkers, removeName } from './roles.ts';
import { deleteEach, deleteRules } from './rules.ts';
import { bytesPerSync, sync } from './syncs.ts';
import { firstChanged } from './volatile.ts';
import { writtenIn, writtenToKeep } from './written.ts';

/** A sheet of the person's with its new marks. */
export interface Landed extends Pick<Present, 'sheet' | 'kept'> {
  readonly landing: Landing;
}

interface Manner {
  /** Rules of ours that stand there are deleted one by one, for Excel would not delete all at once. */
  readonly eachRule?: boolean;
  /** What goes at once of our sheets. */
  readonly bytes?: number;
}

/** Less is not tried: then it is something else that is too large. */
const leastBytes = 64 * 1024;

export async function applyPlan(
  basis: ReadResult,
  secret: string,
  makePlan: (explanations: ByMode<readonly Explanation[]>) => WritePlan,
  { eachRule = false, bytes = bytesPerSync }: Manner = {},
): Promise<Applied> {
  const stamp = basis.stamp as Stamp;
  const looked = await look(stamp);
  const { context, named } = looked;
  const { present, own: found, signs } = await compare(stamp, looked);

  const hidden = [...(looked.pending?.explanations ?? []), ...keptExplanations(looked.now)];
  const lists = found.filter(({ role }) => role === 'gaps');
  const rows = await readRows(context, lists);
  const said = lists.map(({ role, mode, sheet }) => ({ role, mode, values: rows.get(sheet)! }));
  const explanations = explanationsAmong(said, hidden);
  const plan = makePlan(explanations);
  const { workbook } = context;
  const names = looked.sheets.items.map(({ name }) => name);
  const own = looked.structure.protected ? found : withNames(found, names);
  const placed = placesOf(plan.sheets, own, [...names, ...own.map(({ name }) => name)]);
  const writable = placed.filter(({ own }) => (own ? !own.sheet.protection.protected : !looked.structure.protected));
  const marks = bySheet(plan.marks);
  const touched = present.filter(({ kept, rules }) => marks.has(kept.snapshot.name) || rules.ours.length > 0);
  const open = touched.filter(({ sheet }) => !sheet.protection.protected);
  const skipped = [
    ...touched.filter((one) => !open.includes(one)).map(({ kept }) => kept.snapshot.name),
    ...placed.filter((place) => !writable.includes(place)).map(({ name }) => name),
  ];
  if (skipped.length > 0 && open.length === 0 && writable.length === 0)
    throw new HostError('protected', skipped.join('、'));

  const rules = open.map(({ rules }) => rules);
  const left = eachRule ? (await deleteEach(context, rules)).left : [];
  const unread = present.filter(({ rules }) => rules.unsure).map(({ sheet }) => sheet);
  const unsure = [...new Set([...unread, ...left])].map(({ name }) => name);

  workbook.application.suspendScreenUpdatingUntilNextSync();
  const pending: Pending = {
    sheets: Object.fromEntries(writable.filter(({ own }) => !own).map(({ plan, name }) => [sheetName(plan), name])),
    explanations: explanations[plan.written.mode],
  };
  const underway = withChanges(looked.now, { [settingKeys.secret]: secret, [settingKeys.pending]: pending });
  // Where a protected sheet of ours still says what it said, that was written last.
  const before = writtenIn(looked.now[settingKeys.written], []);
  const after = writable.length === placed.length ? { ...before, [plan.written.mode]: plan.written } : before;
  const written = { [settingKeys.written]: writtenToKeep(after) };
  // From now on they stand in their lines.
  const beside = explanationsToKeep([...explanationsByKey(hidden).values()], secret);
  const lined = writable.some(({ plan }) => plan.role === 'gaps') ? { [settingKeys.explanations]: undefined } : beside;
  const marked = { [settingKeys.marked]: plan.marked };
  const kept = withChanges(underway, { ...written, ...marked, ...lined, [settingKeys.pending]: undefined });
  keepInSettings(workbook, settingsOf(looked.kept), underway);
  dropNames(workbook, looked.kept);
  if (!eachRule) for (const each of rules) deleteRules(each);
  nameOwn(workbook, named, own);
  const landings = open.map((one): Landed => ({ ...one, landing: markAgain(one, marks, basis.snapshot.date1904) }));
  const still: Pick<Present, 'kept' | 'used'>[] = [];
  try {
    await fillSheets(context, writable, named, bytes);
    still.push(...present.map(({ sheet, kept, used }) => ({ kept, used: used && loadUsed(sheet) })));
    keepInSettings(workbook, underway, kept);
    await sync(context);
  } catch (error) {
    // Looked at and compared anew, for nobody knows how much of it was done.
    if (error instanceof HostError && error.code === 'too_large' && bytes > leastBytes)
      return applyPlan(basis, secret, makePlan, { eachRule, bytes: bytes / 2 });
    if (eachRule || !isRefusal(error) || rules.every(({ ours }) => ours.length === 0)) throw error;
    return applyPlan(basis, secret, makePlan, { eachRule: true, bytes });
  }

  const where = await astray(context, landings, still);
  if (where === null) {
    await atBest(context, [
      ...writable.flatMap((place) => dressed(workbook, place)),
      () => hideRoleNames(workbook, named),
      () => removeMarkers(signs, looked.sheets.items),
      () => {
        if (skipped.length + unsure.length === 0) removeNamesOfBefore(workbook, looked.before);
      },
      () => keepInNames(workbook, kept),
    ]);
    return { sheets: writable.map(({ name }) => name), skipped, ...(unsure.length > 0 && { unsure }) };
  }
  await takeBack(context, {
    landings,
    writable,
    named,
    underway,
    kept,
    beside,
    before,
    bytes,
  });
  throw new HostError('changed', where);
}

interface Done {
  readonly landings: readonly Landed[];
  readonly writable: readonly Place[];
  readonly named: RoleNames;
  /** What was kept while it was being written, and in the end. */
  readonly underway: Kept;
  readonly kept: Kept;
  /** What people had said beside the sheets; what stands in those that were there stays in them. */
  readonly beside: Kept;
  /** What had been written before, by evaluation. */
  readonly before: ReadResult['before'];
  readonly bytes: number;
}

/** Marks and new sheets go; a sheet that was there keeps its lines, without links. */
async function takeBack(context: Excel.RequestContext, done: Done): Promise<void> {
  const { workbook } = context;
  const { landings, writable, named, underway } = done;
  const made = writable.filter(({ own }) => !own);
  const written = made.length > 0 ? { [settingKeys.written]: writtenToKeep(done.before) } : {};
  const unlined = made.some(({ plan }) => plan.role === 'gaps') ? done.beside : {};
  const kept = withChanges(done.kept, { ...written, ...unlined, [settingKeys.marked]: undefined });
  keepInSettings(workbook, done.kept, underway);
  for (const { sheet, landing } of landings) deleteRules({ sheet, ours: landing.formats.map(({ id }) => id) });
  for (const { name, plan } of made) {
    workbook.worksheets.getItem(name).delete();
    removeName(workbook, sheetName(plan));
  }
  const filled = writable.filter(({ own }) => own).map(withoutLinks);
  await fillSheets(context, filled, named, done.bytes);
  keepInSettings(workbook, underway, kept);
  await sync(context);
  await atBest(context, [...filled.flatMap((place) => dressed(workbook, place)), () => keepInNames(workbook, kept)]);
}

/** Where marks are not on the cells that were meant, or a used range is no longer where it was; else null. */
export async function astray(
  context: Excel.RequestContext,
  landings: readonly Landed[],
  still: readonly Pick<Present, 'kept' | 'used'>[],
): Promise<string | null> {
  for (const { used, kept } of still) if (used && isMoved(used, kept)) return kept.snapshot.name;
  const missed = landings.flatMap(({ kept: { id, snapshot }, landing }) =>
    landing.missed().map((cell) => ({ id, name: snapshot.name, ...cell })),
  );
  return firstChanged(context, missed);
}

/** Queues the marks of one sheet. */
export function markAgain(
  { sheet, kept: { snapshot }, widths }: Present,
  marks: ReadonlyMap<string, readonly Mark[]>,
  date1904?: boolean,
): Landing {
  const points = widths.value.map(({ format }) => format?.columnWidth ?? 0);
  return addMarks(sheet, snapshot, withSigns(marks.get(snapshot.name) ?? [], snapshot, date1904), points);
}

export function bySheet(marks: readonly Mark[]): Map<string, Mark[]> {
  const sheets = new Map<string, Mark[]>();
  for (const mark of marks) {
    const others = sheets.get(mark.sheet);
    if (others) others.push(mark);
    else sheets.set(mark.sheet, [mark]);
  }
  return sheets;
}
