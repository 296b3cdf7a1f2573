/** Name, position, visibility, colour and protection of a sheet, and what Excel allows of them. */
import type { Sheet, Visibility, Workbook } from '../workbook.ts';
import { badArgument, badOperation, notFound } from './failures.ts';
import { checkSheetName, mayFormat, mayRearrange } from './guards.ts';
import { fail, type HostObject, property } from './objects.ts';

export function worksheetProperties(workbook: Workbook, sheet: Sheet): NonNullable<HostObject['properties']> {
  const there = (): Sheet => presentSheet(workbook, sheet);
  return {
    Id: property(() => there().id),
    Name: property(
      () => there().name,
      (name) => {
        mayRearrange(workbook);
        checkSheetName(workbook, name, sheet);
        sheet.name = name;
      },
    ),
    Position: property(
      () => workbook.sheets.indexOf(there()),
      (at) => {
        mayRearrange(workbook);
        if (at < 0 || at >= workbook.sheets.length) throw badArgument();
        workbook.moveSheet(sheet, at);
      },
    ),
    Visibility: property(
      () => there().visibility,
      (visibility) => setVisibility(workbook, sheet, visibility),
    ),
    TabColor: property(
      () => there().tabColor,
      (color) => {
        mayRearrange(workbook);
        if (!/^(#[0-9a-f]{6})?$/i.test(color)) throw badArgument();
        sheet.tabColor = color.toUpperCase();
      },
    ),
    ShowGridlines: property(() => there().showGridlines),
    // The client sends `showGridlines` under this name.
    Gridlines: property<boolean>(
      () => there().showGridlines,
      (show) => {
        sheet.showGridlines = show;
      },
    ),
  };
}

/** Fails when the sheet has been deleted. */
export function presentSheet(workbook: Workbook, sheet: Sheet): Sheet {
  return workbook.sheets.includes(sheet) ? sheet : fail(notFound());
}

export function isLastVisible(workbook: Workbook, sheet: Sheet): boolean {
  return workbook.sheets.every((each) => each === sheet || each.visibility !== 'Visible');
}

function setVisibility(workbook: Workbook, sheet: Sheet, visibility: Visibility): void {
  mayRearrange(workbook);
  if (visibility !== 'Visible' && isLastVisible(workbook, sheet)) throw badOperation();
  sheet.visibility = visibility;
  if (visibility === 'Visible' || workbook.active !== sheet) return;
  const next = workbook.sheets.find((each) => each.visibility === 'Visible');
  if (next) workbook.activate(next);
}

export function protection(sheet: Sheet): HostObject {
  return {
    type: 'WorksheetProtection',
    properties: { Protected: property(() => sheet.protected) },
    methods: {
      Protect: () => {
        mayFormat(sheet);
        sheet.protected = true;
      },
      Unprotect: () => {
        sheet.protected = false;
      },
    },
  };
}
