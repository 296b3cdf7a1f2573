/**
 * Writes a plan back, in three round trips and one more for each further 4 MB: look, compare, write. Nothing is written
 * before everything was compared. The last trip also looks where it landed, for the person may have been quicker; then
 * a fourth takes it back.
 */
import type { Explanation, Mark, PlanSheet, WritePlan } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import { compare, isMoved, loadUsed, look, type Own, type Present } from './comparing.ts';
import { type Applied, HostError, type ReadResult } from './host.ts';
import { addMarks, addNames, formatOf, isOurs, type Landing } from './marks.ts';
import { type Pending, settingKeys } from './ours.ts';
import type { Stamp } from './reading.ts';
import { bytesOfRow, clearSheet, dress, explanationsIn, markSheet, writeRows } from './sheets.ts';
import { bytesPerSync, sync } from './syncs.ts';
import { keepWritten } from './written.ts';

/** Where a sheet of the plan goes. */
interface Place {
  readonly plan: PlanSheet;
  readonly name: string;
  readonly own: Own | null;
}

export async function applyPlan(
  basis: ReadResult,
  secret: string,
  makePlan: (explanations: readonly Explanation[]) => WritePlan,
): Promise<Applied> {
  const stamp = basis.stamp as Stamp;
  const looked = await look(stamp);
  const { context, present, own } = await compare(stamp, looked);

  const before = own.find(({ role }) => role === 'gaps');
  const explanations = merged(explanationsIn(before?.values ?? []), looked.pending?.explanations ?? []);
  const plan = makePlan(explanations);
  const { workbook } = context;
  const names = looked.sheets.items.map(({ name }) => name);
  const placed = places(plan.sheets, own, names);
  const writable = placed.filter(({ own }) => (own ? !own.sheet.protection.protected : !looked.structure.protected));
  const marks = bySheet(plan.marks);
  const touched = present.filter(({ kept, candidates }) => marks.has(kept.snapshot.name) || candidates.some(isOurs));
  const open = touched.filter(({ sheet }) => !sheet.protection.protected);
  const skipped = [
    ...touched.filter((one) => !open.includes(one)).map(({ kept }) => kept.snapshot.name),
    ...placed.filter((place) => !writable.includes(place)).map(({ name }) => name),
  ];
  if (skipped.length > 0 && open.length === 0 && writable.length === 0)
    throw new HostError('protected', skipped.join('、'));

  workbook.application.suspendScreenUpdatingUntilNextSync();
  const pending: Pending = {
    sheets: Object.fromEntries(writable.filter(({ own }) => !own).map(({ plan, name }) => [plan.role, name])),
    explanations,
  };
  workbook.settings.add(settingKeys.secret, secret);
  workbook.settings.add(settingKeys.pending, pending);
  addNames(workbook, looked.names);
  const landings = open.map(({ sheet, kept, candidates }) => {
    for (const { id } of candidates.filter(isOurs)) formatOf(sheet, id).delete();
    return { sheet, kept, landing: addMarks(sheet, kept.snapshot, marks.get(kept.snapshot.name) ?? []) };
  });
  await fillSheets(context, writable);
  const still = present.map(({ sheet, kept, used }) => ({ kept, used: used && loadUsed(sheet) }));
  // Where a protected sheet of ours still says what it said, that was written last.
  if (writable.length === placed.length) keepWritten(workbook, plan.written);
  workbook.settings.getItem(settingKeys.pending).delete();
  await sync(context);

  const where = astray(landings, still);
  if (where === null) return { sheets: writable.map(({ name }) => name), skipped };
  workbook.settings.add(settingKeys.pending, pending);
  for (const { sheet, landing } of landings) for (const { id } of landing.formats) formatOf(sheet, id).delete();
  for (const { name, own } of writable) if (!own) workbook.worksheets.getItem(name).delete();
  if (writable.some(({ own }) => !own)) keepWritten(workbook, basis.before);
  await fillSheets(context, writable.filter(({ own }) => own).map(withoutLinks));
  workbook.settings.getItem(settingKeys.pending).delete();
  await sync(context);
  throw new HostError('changed', where);
}

/** Where marks are not on the cells that were meant, or a used range is no longer where it was; else null. */
function astray(
  landings: readonly { readonly kept: Present['kept']; readonly landing: Landing }[],
  still: readonly Pick<Present, 'kept' | 'used'>[],
): string | null {
  for (const { used, kept } of still) if (used && isMoved(used, kept)) return kept.snapshot.name;
  for (const { kept, landing } of landings) {
    const missed = landing.missed();
    if (missed !== null) return `${kept.snapshot.name}!${missed}`;
  }
  return null;
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

/** What stands in the sheet wins over what an interrupted writing left behind. */
function merged(written: readonly Explanation[], left: readonly Explanation[]): Explanation[] {
  const keys = new Set(written.map(({ key }) => key));
  return [...written, ...left.filter(({ key }) => !keys.has(key))];
}

/** A sheet of ours is filled again where it stands; else the name wanted, numbered where a person's sheet has it. */
function places(plans: readonly PlanSheet[], own: readonly Own[], names: readonly string[]): Place[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return plans.map((plan) => {
    const present = own.find(({ role }) => role === plan.role);
    if (present) return { plan, name: present.sheet.name, own: present };
    let name = plan.name;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plan.name} (${number})`;
    taken.add(name.toLowerCase());
    return { plan, name, own: null };
  });
}

/** What people wrote under 说明 stays; links would lead to cells that are others now. */
function withoutLinks(place: Place): Place {
  const rows = place.plan.rows.map((row) => row.map(({ value, style }) => ({ value, style })));
  return { ...place, plan: { ...place.plan, rows } };
}

/** Sends what goes beyond a batch; the last one is left to be sent. */
async function fillSheets(context: Excel.RequestContext, placed: readonly Place[]): Promise<void> {
  const { worksheets } = context.workbook;
  let room = bytesPerSync;
  for (const { plan, name, own } of placed) {
    if (!own) worksheets.add(name);
    const sheet = worksheets.getItem(name);
    markSheet(sheet, plan.role, own?.marker ?? null);
    if (own && own.rows > 0) clearSheet(sheet, own.rows, plan.widths.length);
    const bytes = plan.rows.map(bytesOfRow);
    let waiting: Block<null>[] = [{ of: null, from: 0, to: plan.rows.length, bytesOf: (row) => bytes[row]! }];
    while (waiting.length > 0) {
      const [taken, rest] = takeBlocks(waiting, room);
      for (const { from, to } of taken) {
        writeRows(sheet, plan.rows.slice(from, to), from);
        for (let row = from; row < to; row++) room -= bytes[row]!;
      }
      waiting = rest;
      if (rest.length > 0) {
        await sync(context);
        room = bytesPerSync;
      }
    }
    dress(sheet, plan);
  }
}
