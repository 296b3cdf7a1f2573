/**
 * Which sheets are ours: told by names of the workbook, in one look-up, whatever sheet is in front. Sheets are asked
 * themselves only where an older version may have made them.
 */
import {
  type Found,
  foundAmong,
  isLed,
  markerOfBefore,
  olderName,
  roleOfBefore,
  rolesOfOlder,
  sheetNames,
} from '../../shared/model/kinds.ts';
import { sheetFormula, sheetIn } from '../../shared/model/ours.ts';
import type { Kept } from './keeping.ts';

/** By hidden name. */
export type RoleNames = ReadonlyMap<string, Excel.NamedItem>;

/** First round trip. */
export function loadRoleNames({ names }: Excel.Workbook): RoleNames {
  return new Map(sheetNames.map((name) => [name, names.getItemOrNullObject(name).load('formula,visible')]));
}

/** What a sheet says itself. */
interface Sign {
  /** Null where a name tells. */
  readonly marker: Excel.NamedItem | null;
  /** A1. */
  readonly title: Excel.Range;
}

/** By id of the sheet. */
export type Signs = ReadonlyMap<string, Sign>;

/** Second: needs the sheets' ids and names. */
export function loadSigns(named: RoleNames, sheets: readonly Excel.Worksheet[]): Signs {
  const led = new Set(rolesOfOlder.map((role) => sheetIn(formulaIn(named, olderName(role)))?.toLowerCase()));
  const isMarked = (name: string) => {
    const role = roleOfBefore(name);
    return role !== null && !isLed(role, (one) => formulaIn(named, one));
  };
  const asked = sheets.filter(({ name }) => led.has(name.toLowerCase()) || isMarked(name));
  return new Map(
    asked.map((sheet) => [
      sheet.id,
      {
        marker: isMarked(sheet.name) ? sheet.names.getItemOrNullObject(markerOfBefore).load('formula') : null,
        title: sheet.getRange('A1').load('values'),
      },
    ]),
  );
}

/** By id of the sheet, of ours alone. */
export function rolesOf(
  named: RoleNames,
  signs: Signs,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly empty: boolean }[],
  kept: Kept,
): ReadonlyMap<string, Found> {
  const asked = sheets.map(({ sheet: { id, name }, empty }) => ({
    id,
    name,
    marker: formulaOf(signs.get(id)?.marker),
    title: signs.get(id)?.title.values[0]?.[0],
    empty,
  }));
  const found = foundAmong(asked, (name) => formulaIn(named, name), kept);
  return new Map([...found].map(([{ id }, each]) => [id, each]));
}

/** Queues the name by which the sheet is known from now on. */
export function nameSheet({ names }: Excel.Workbook, named: RoleNames, hidden: string, name: string): void {
  const present = named.get(hidden);
  if (sheetIn(formulaOf(present)) !== null) return;
  // Its sheet was deleted.
  if (present && !present.isNullObject) names.getItem(hidden).delete();
  names.add(hidden, sheetFormula(name)).visible = false;
}

/** Queues that those which other programs have shown are made anew: only a name just made can be hidden (office-js #3878, #3949). */
export function hideRoleNames({ names }: Excel.Workbook, named: RoleNames): void {
  for (const [hidden, name] of named) {
    const formula = formulaOf(name);
    if (!formula || sheetIn(formula) === null || !name.visible) continue;
    names.getItem(hidden).delete();
    names.add(hidden, formula).visible = false;
  }
}

/** Queues that no sheet is known any more by name; after the sheets themselves, for without it they would be the person's. */
export function removeRoleNames(workbook: Excel.Workbook, named: RoleNames): void {
  for (const [hidden, name] of named) if (!name.isNullObject) removeName(workbook, hidden);
}

export function removeName({ names }: Excel.Workbook, hidden: string): void {
  names.getItem(hidden).delete();
}

/** Queues it for all that were found, on copies too: those would be taken for ours once ours is gone. */
export function removeMarkers(signs: Signs, sheets: readonly Excel.Worksheet[]): void {
  for (const sheet of sheets) {
    const marker = signs.get(sheet.id)?.marker;
    if (marker && !marker.isNullObject) sheet.names.getItem(markerOfBefore).delete();
  }
}

const formulaIn = (named: RoleNames, name: string) => formulaOf(named.get(name));

function formulaOf(name: Excel.NamedItem | null | undefined): string | null {
  return name && !name.isNullObject ? String(name.formula) : null;
}
