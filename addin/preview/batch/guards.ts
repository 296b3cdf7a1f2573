/** What protection and Excel's own rules forbid. */

import { eachPlace, intersectAreas } from '../areas.ts';
import { sameName } from '../sheet-names.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { alreadyExists, badArgument, denied } from './failures.ts';
import type { Place } from './objects.ts';

/** Contents of a protected sheet may change only where the cells are not locked. */
export function mayEdit({ sheet, areas }: Place): void {
  if (!sheet.protected) return;
  const used = sheet.usedArea(false);
  for (const area of areas) {
    // Cells beyond the used ones have no format of their own and so are locked.
    const inside = used && intersectAreas(area, used);
    if (!inside || inside.bottom < area.bottom || inside.right < area.right || inside.top > area.top) throw denied();
    eachPlace(area, (row, column) => {
      if (sheet.cell(row, column).style.locked !== false) throw denied();
    });
  }
}

/** Formats, rows and columns, merges and conditional formats of a protected sheet, with protection's default options. */
export function mayFormat(sheet: Sheet): void {
  if (sheet.protected) throw denied();
}

/** Adding, deleting, renaming, moving and hiding sheets. */
export function mayRearrange(workbook: Workbook): void {
  if (workbook.structureProtected) throw denied();
}

/** Throws unless `name` may be the name of `sheet`, or of a new sheet when it is null. */
export function checkSheetName(workbook: Workbook, name: string, sheet: Sheet | null): void {
  const allowed = /^[^\\/?*[\]:]{1,31}$/.test(name) && !/^'|'$|^history$/i.test(name);
  if (!allowed) throw badArgument();
  if (workbook.sheets.some((each) => each !== sheet && sameName(each.name, name))) throw alreadyExists();
}
