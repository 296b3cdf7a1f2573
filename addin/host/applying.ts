/**
 * Writes a plan back, in four round trips and one more for each further 4 MB: look, compare, write, dress. Nothing is
 * written before everything was compared. The third also looks where it landed, for the person may have been quicker;
 * then the fourth takes it back. What Excel refuses of the dressing does no harm.
 */
import { type Pending, settingKeys } from '../../shared/model/ours.ts';
import type { Explanation, Mark, WritePlan } from '../../shared/model.ts';
import { compare, isMoved, loadUsed, look, type Present } from './comparing.ts';
import { explanationsToKeep, keptExplanations, withHidden } from './explaining.ts';
import { explanationsIn } from './gap-lines.ts';
import { type Applied, HostError, type ReadResult } from './host.ts';
import { dropNames, type Kept, keepInNames, keepInSettings, keptOf, settingsOf, withChanges } from './keeping.ts';
import { addMarks, type Landing, removeNamesOfBefore } from './marks.ts';
import { dressed, fillSheets, type Place, placesOf, withoutLinks } from './placing.ts';
import type { Stamp } from './reading.ts';
import { atBest, isRefusal } from './refusals.ts';
import { hideRoleNames, nameSheet, type RoleNames, removeMarkers, removeNameOf } from './roles.ts';
import { deleteEach, deleteRules } from './rules.ts';
import { bytesPerSync, sync } from './syncs.ts';
import { firstChanged } from './volatile.ts';
import { writtenToKeep } from './written.ts';

/** A sheet of the person's with its new marks. */
interface Landed extends Pick<Present, 'sheet' | 'kept'> {
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
  makePlan: (explanations: readonly Explanation[]) => WritePlan,
  { eachRule = false, bytes = bytesPerSync }: Manner = {},
): Promise<Applied> {
  const stamp = basis.stamp as Stamp;
  const looked = await look(stamp);
  const { context, named } = looked;
  const { present, own, markers } = await compare(stamp, looked);

  const before = own.find(({ role }) => role === 'gaps');
  const hidden = [...(looked.pending?.explanations ?? []), ...keptExplanations(keptOf(looked.kept))];
  const explanations = withHidden(explanationsIn(before?.values ?? []), hidden);
  const plan = makePlan(explanations);
  const { workbook } = context;
  const placed = placesOf(
    plan.sheets,
    own,
    looked.sheets.items.map(({ name }) => name),
  );
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
    sheets: Object.fromEntries(writable.filter(({ own }) => !own).map(({ plan, name }) => [plan.role, name])),
    explanations,
  };
  const underway = withChanges(keptOf(looked.kept), { [settingKeys.secret]: secret, [settingKeys.pending]: pending });
  // Where a protected sheet of ours still says what it said, that was written last.
  const written = writable.length === placed.length ? { [settingKeys.written]: writtenToKeep(plan.written) } : {};
  // From now on they stand in their lines.
  const lined = writable.some(({ plan }) => plan.role === 'gaps') ? { [settingKeys.explanations]: undefined } : {};
  const kept = withChanges(underway, { ...written, ...lined, [settingKeys.pending]: undefined });
  keepInSettings(workbook, settingsOf(looked.kept), underway);
  dropNames(workbook, looked.kept);
  if (!eachRule) for (const each of rules) deleteRules(each);
  for (const { role, sheet } of own) nameSheet(workbook, named, role, sheet.name);
  const landings = open.map(({ sheet, kept }) => ({
    sheet,
    kept,
    landing: addMarks(sheet, kept.snapshot, marks.get(kept.snapshot.name) ?? []),
  }));
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
      () => removeMarkers(markers, looked.sheets.items),
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
    secret,
    explanations,
    before: basis.before,
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
  readonly secret: string;
  readonly explanations: readonly Explanation[];
  readonly before: ReadResult['before'];
  readonly bytes: number;
}

/** Marks and new sheets go; a sheet that was there keeps its lines, without links. */
async function takeBack(context: Excel.RequestContext, done: Done): Promise<void> {
  const { workbook } = context;
  const { landings, writable, named, underway } = done;
  const made = writable.filter(({ own }) => !own);
  const written = made.length > 0 ? { [settingKeys.written]: writtenToKeep(done.before) } : {};
  const unlined = made.some(({ plan }) => plan.role === 'gaps')
    ? explanationsToKeep(done.explanations, done.secret)
    : {};
  const kept = withChanges(done.kept, { ...written, ...unlined });
  keepInSettings(workbook, done.kept, underway);
  for (const { sheet, landing } of landings) deleteRules({ sheet, ours: landing.formats.map(({ id }) => id) });
  for (const { name, plan } of made) {
    workbook.worksheets.getItem(name).delete();
    removeNameOf(workbook, plan.role);
  }
  const filled = writable.filter(({ own }) => own).map(withoutLinks);
  await fillSheets(context, filled, named, done.bytes);
  keepInSettings(workbook, underway, kept);
  await sync(context);
  await atBest(context, [...filled.flatMap((place) => dressed(workbook, place)), () => keepInNames(workbook, kept)]);
}

/** Where marks are not on the cells that were meant, or a used range is no longer where it was; else null. */
async function astray(
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

function bySheet(marks: readonly Mark[]): Map<string, Mark[]> {
  const sheets = new Map<string, Mark[]>();
  for (const mark of marks) {
    const others = sheets.get(mark.sheet);
    if (others) others.push(mark);
    else sheets.set(mark.sheet, [mark]);
  }
  return sheets;
}
