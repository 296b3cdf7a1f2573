/** The sheets of the workbook. */
import { maxColumns, maxRows, parseRange } from '../../../shared/model/addresses.ts';
import { sameName } from '../sheet-names.ts';
import type { Area, Sheet } from '../workbook.ts';
import { autoFilter } from './auto-filters.ts';
import { eventTypes, everySheet } from './events.ts';
import { badArgument, badOperation, notFound } from './failures.ts';
import { checkSheetName, mayRearrange } from './guards.ts';
import { namedPlace, names } from './names.ts';
import { areaOf, collection, fail, type HostObject } from './objects.ts';
import { pageLayout } from './page-layouts.ts';
import type { Surface } from './surfaces.ts';
import { isLastVisible, presentSheet, protection, worksheetProperties } from './worksheet-properties.ts';

export function worksheets(surface: Surface): HostObject {
  const { workbook } = surface;
  const make = (sheet: Sheet): HostObject => worksheet(surface, sheet);
  const visible = (only?: boolean): readonly Sheet[] =>
    workbook.sheets.filter((sheet) => !only || sheet.visibility === 'Visible');
  return collection(
    'WorksheetCollection',
    () => workbook.sheets.map(make),
    (key) => {
      const sheet = workbook.sheets.find(({ id, name }) => id === key || sameName(name, key));
      return sheet ? make(sheet) : null;
    },
    {
      objects: {
        Add: (name?: string) => {
          mayRearrange(workbook);
          const wanted = name ?? freeName(workbook.sheets);
          checkSheetName(workbook, wanted, null);
          return make(workbook.addSheet(wanted));
        },
        GetActiveWorksheet: () => make(workbook.active),
        GetFirst: (visibleOnly?: boolean) => make(visible(visibleOnly)[0] ?? fail(notFound())),
        GetLast: (visibleOnly?: boolean) => make(visible(visibleOnly).at(-1) ?? fail(notFound())),
      },
      methods: { GetCount: (visibleOnly?: boolean) => visible(visibleOnly).length, ...handlers(surface, everySheet) },
    },
  );
}

export function worksheet(surface: Surface, sheet: Sheet): HostObject {
  const { workbook } = surface;
  return {
    type: 'Worksheet',
    id: () => ({ Id: presentSheet(workbook, sheet).id }),
    properties: worksheetProperties(workbook, sheet),
    parts: {
      AutoFilter: () => autoFilter(surface, sheet),
      FreezePanes: () => freezePanes(surface, sheet),
      Names: () => names(surface, sheet),
      PageLayout: () => pageLayout(workbook, sheet),
      Protection: () => protection(sheet),
    },
    objects: rangesOf(surface, sheet),
    methods: {
      Activate: () => {
        if (presentSheet(workbook, sheet).visibility !== 'Visible') throw badOperation();
        workbook.activate(sheet);
      },
      Calculate: () => null,
      Delete: () => {
        mayRearrange(workbook);
        const { visibility } = presentSheet(workbook, sheet);
        // Documented: a very hidden sheet must be made visible first. The last visible one has to stay.
        if (visibility === 'VeryHidden' || isLastVisible(workbook, sheet)) throw badOperation();
        workbook.removeSheet(sheet);
      },
      ...handlers(surface, sheet.id),
    },
  };
}

function rangesOf(surface: Surface, sheet: Sheet): NonNullable<HostObject['objects']> {
  const place = (area: Area): HostObject => surface.range({ sheet, areas: [area] });
  return {
    GetRange: (address?: string) => {
      if (!address) return place(whole);
      const area = parseRange(address);
      return area ? place(area) : surface.range(namedPlace(surface.workbook, address, sheet) ?? fail(badArgument()));
    },
    GetCell: (row: number, column: number) => place(block(row, column, 1, 1)),
    GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
      place(block(row, column, rows, columns)),
    GetRanges: (address?: string) => surface.rangeAreas({ sheet, areas: address ? parseList(address) : [whole] }),
    // Documented: without anything, the first cell.
    GetUsedRange: (valuesOnly?: boolean) => place(sheet.usedArea(valuesOnly ?? false) ?? block(0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (valuesOnly?: boolean) => {
      const used = sheet.usedArea(valuesOnly ?? false);
      return used ? place(used) : null;
    },
  };
}

/** `_RegisterDataChangedEvent` and its like. */
function handlers(surface: Surface, target: string): NonNullable<HostObject['methods']> {
  return Object.fromEntries(
    Object.entries(eventTypes).flatMap(([name, type]) => [
      [`_Register${name}Event`, () => surface.register(type, target, 1)],
      [`_Unregister${name}Event`, () => surface.register(type, target, -1)],
    ]),
  );
}

function freezePanes(surface: Surface, sheet: Sheet): HostObject {
  const freeze = (rows: number, columns: number) => () => {
    sheet.frozen = { rows, columns };
  };
  const location = (): HostObject | null => {
    const { rows, columns } = sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    return surface.range({ sheet, areas: [block(0, 0, rows || maxRows, columns || maxColumns)] });
  };
  return {
    type: 'WorksheetFreezePanes',
    objects: { GetLocation: () => location() ?? fail(notFound()), GetLocationOrNullObject: location },
    methods: {
      FreezeRows: (count = 1) => freeze(count, 0)(),
      FreezeColumns: (count = 1) => freeze(0, count)(),
      FreezeAt: (frozen: HostObject) => {
        const { bottom, right } = areaOf(frozen.place!);
        freeze(bottom === maxRows - 1 ? 0 : bottom + 1, right === maxColumns - 1 ? 0 : right + 1)();
      },
      Unfreeze: freeze(0, 0),
    },
  };
}

function parseList(address: string): readonly Area[] {
  // Documented for `getRanges`: no more than 8,192 characters.
  if (address.length > 8192) throw badArgument();
  return address.split(',').map((each) => parseRange(each.trim()) ?? fail(badArgument()));
}

function block(row: number, column: number, rows: number, columns: number): Area {
  const area = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
  const inside = row >= 0 && column >= 0 && rows > 0 && columns > 0 && area.bottom < maxRows && area.right < maxColumns;
  return inside ? area : fail(badArgument());
}

const whole: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };

function freeName(sheets: readonly Sheet[]): string {
  for (let number = sheets.length + 1; ; number += 1) {
    const name = `Sheet${number}`;
    if (!sheets.some((sheet) => sameName(sheet.name, name))) return name;
  }
}
