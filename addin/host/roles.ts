/**
 * Which sheets are ours: told by names of the workbook, in one look-up, whatever sheet is in front. Sheets are asked
 * themselves only where a version before 0.5 may have made them.
 */
import {
  markerOfBefore,
  type Pending,
  roleOfBefore,
  sheetFormula,
  sheetIn,
  sheetNames,
  sheetsByRole,
} from '../../shared/model/ours.ts';
import type { SheetRole } from '../../shared/model.ts';

const roles: readonly SheetRole[] = ['gaps', 'summary'];

export type RoleNames = Readonly<Record<SheetRole, Excel.NamedItem>>;

/** First round trip. */
export function loadRoleNames({ names }: Excel.Workbook): RoleNames {
  const load = (role: SheetRole) => names.getItemOrNullObject(sheetNames[role]).load('formula,visible');
  return { gaps: load('gaps'), summary: load('summary') };
}

/** By id of the sheet. */
export type Markers = ReadonlyMap<string, Excel.NamedItem>;

/** Second: needs the sheets' ids and names. */
export function loadMarkers(named: RoleNames, sheets: readonly Excel.Worksheet[]): Markers {
  const asked = sheets.filter(({ name }) => {
    const role = roleOfBefore(name);
    return role !== null && sheetIn(formulaOf(named[role])) === null;
  });
  return new Map(asked.map((sheet) => [sheet.id, sheet.names.getItemOrNullObject(markerOfBefore).load('formula')]));
}

/** Role by id of the sheet, of ours alone. */
export function rolesOf(
  named: RoleNames,
  markers: Markers,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly empty: boolean }[],
  pending: Pending | null,
): ReadonlyMap<string, SheetRole> {
  const signs = sheets.map(({ sheet: { id, name }, empty }) => ({
    id,
    name,
    marker: formulaOf(markers.get(id)),
    empty,
  }));
  const found = sheetsByRole(signs, { gaps: formulaOf(named.gaps), summary: formulaOf(named.summary) }, pending);
  return new Map(roles.flatMap((role) => (found[role] ? [[found[role].id, role] as const] : [])));
}

/** Queues the name by which the sheet is known from now on. */
export function nameSheet({ names }: Excel.Workbook, named: RoleNames, role: SheetRole, name: string): void {
  const present = named[role];
  if (sheetIn(formulaOf(present)) !== null) return;
  // Its sheet was deleted.
  if (!present.isNullObject) names.getItem(sheetNames[role]).delete();
  names.add(sheetNames[role], sheetFormula(name)).visible = false;
}

/** Queues that those which other programs have shown are made anew: only a name just made can be hidden (office-js #3878, #3949). */
export function hideRoleNames({ names }: Excel.Workbook, named: RoleNames): void {
  for (const role of roles) {
    const formula = formulaOf(named[role]);
    if (!formula || sheetIn(formula) === null || !named[role].visible) continue;
    names.getItem(sheetNames[role]).delete();
    names.add(sheetNames[role], formula).visible = false;
  }
}

/** Queues that no sheet is known any more by name; after the sheets themselves, for without it they would be the person's. */
export function removeRoleNames(workbook: Excel.Workbook, named: RoleNames): void {
  for (const role of roles) if (!named[role].isNullObject) removeNameOf(workbook, role);
}

export function removeNameOf({ names }: Excel.Workbook, role: SheetRole): void {
  names.getItem(sheetNames[role]).delete();
}

/** Queues it for all that were found, on copies too: those would be taken for ours once ours is gone. */
export function removeMarkers(markers: Markers, sheets: readonly Excel.Worksheet[]): void {
  for (const sheet of sheets) {
    const marker = markers.get(sheet.id);
    if (marker && !marker.isNullObject) sheet.names.getItem(markerOfBefore).delete();
  }
}

function formulaOf(name: Excel.NamedItem | undefined): string | null {
  return name && !name.isNullObject ? String(name.formula) : null;
}
