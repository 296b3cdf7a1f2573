/** Where our sheets go in a workbook, and filling them there. */
import { freeName, namesAnew, olderName, rolesOfOlder, sheetFor, sheetName } from '../../shared/model/kinds.ts';
import type { PlanSheet } from '../../shared/model.ts';
import { type Block, takeBlocks } from './blocks.ts';
import type { Own } from './comparing.ts';
import { nameSheet, type RoleNames, removeName } from './roles.ts';
import { bytesOfRow, clearSheet, colourTab, dressings, writeRows } from './sheets.ts';
import { sync } from './syncs.ts';

/** Where a sheet of the plan goes. */
export interface Place {
  readonly plan: PlanSheet;
  readonly name: string;
  readonly own: Own | null;
}

/** A sheet of ours is filled again where it stands; else the name wanted, numbered where a person's sheet has it. */
export function placesOf(plans: readonly PlanSheet[], own: readonly Own[], names: readonly string[]): Place[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return plans.map((plan) => {
    const present = sheetFor(own, plan);
    if (present) return { plan, name: present.name, own: present };
    const name = freeName(plan.name, taken);
    taken.add(name.toLowerCase());
    return { plan, name, own: null };
  });
}

/** Those of older versions as they are called and known once `nameOwn` is carried out. */
export function withNames(own: readonly Own[], names: readonly string[]): readonly Own[] {
  const anew = namesAnew(own, names);
  return own.map((each) => {
    const name = anew.get(each);
    return name === undefined ? each : { ...each, name, older: false };
  });
}

/** Queues the names of sheets that are there, and the hidden ones by which they are known. */
export function nameOwn(workbook: Excel.Workbook, named: RoleNames, own: readonly Own[]): void {
  const left = new Set(own.filter(({ older }) => older).map(({ role }) => olderName(role)));
  for (const each of own) {
    const { sheet, name, older, role } = each;
    if (sheet.name !== name) workbook.worksheets.getItem(sheet.id).name = name;
    nameSheet(workbook, named, older ? olderName(role) : sheetName(each), name);
  }
  for (const hidden of olderNames) {
    const present = named.get(hidden);
    if (present && !present.isNullObject && !left.has(hidden)) removeName(workbook, hidden);
  }
}

const olderNames = rolesOfOlder.map(olderName);

/** What people wrote under 说明 stays; links would lead to cells that are others now. */
export function withoutLinks(place: Place): Place {
  const rows = place.plan.rows.map((row) => row.map(({ value, style }) => ({ value, style })));
  return { ...place, plan: { ...place.plan, rows } };
}

/** Sends what goes beyond `bytes` in a batch; the last one is left to be sent. */
export async function fillSheets(
  context: Excel.RequestContext,
  placed: readonly Place[],
  named: RoleNames,
  bytes: number,
): Promise<void> {
  const { workbook } = context;
  let room = bytes;
  for (const { plan, name, own } of placed) {
    if (!own) {
      workbook.worksheets.add(name);
      nameSheet(workbook, named, sheetName(plan), name);
    }
    const sheet = workbook.worksheets.getItem(name);
    if (own && own.rows > 0) clearSheet(sheet, own.rows, plan.widths.length);
    const sizes = plan.rows.map(bytesOfRow);
    let waiting: Block<null>[] = [{ of: null, from: 0, to: plan.rows.length, bytesOf: (row) => sizes[row]! }];
    while (waiting.length > 0) {
      const [taken, rest] = takeBlocks(waiting, room);
      for (const { from, to } of taken) {
        writeRows(sheet, plan.rows.slice(from, to), from);
        for (let row = from; row < to; row++) room -= sizes[row]!;
      }
      waiting = rest;
      if (rest.length > 0) {
        await sync(context);
        room = bytes;
      }
    }
  }
}

/** What is left to do for its looks, in pieces that Excel may refuse. */
export function dressed({ worksheets }: Excel.Workbook, { plan, name, own }: Place): (() => void)[] {
  // Asked for anew each time, for what was asked for in a batch that was refused is lost with it.
  const sheet = () => worksheets.getItem(name);
  const tab = own?.sheet.tabColor ? [] : [() => colourTab(sheet())];
  return [...tab, ...dressings(sheet, plan, own?.rows ?? 0)];
}
