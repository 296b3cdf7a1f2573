/** Ranges: where they are, what stands in them, what leads on from them. */
import { maxColumns, maxRows, rangeAddress } from '../../../shared/model/addresses.ts';
import { cellCount } from '../areas.ts';
import { quoteSheet } from '../sheet-names.ts';
import type { Area } from '../workbook.ts';
import { clear } from './clearing.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { dataValidation } from './data-validations.ts';
import { wrongSize } from './failures.ts';
import { format } from './formats.ts';
import { mayFormat } from './guards.ts';
import { changeLines, hiddenState, lineProperties, setHidden, type Wanted } from './lines.ts';
import { areaOf, type HostObject, type Place, property } from './objects.ts';
import { contentProperties } from './range-contents.ts';
import { relatedRanges } from './related-ranges.ts';
import { type Surface, trackable } from './surfaces.ts';

export function range(surface: Surface, place: Place): HostObject {
  return trackable(surface, {
    type: 'Range',
    place,
    properties: { ...positionProperties(place), ...contentProperties(surface.workbook, place) },
    parts: {
      ConditionalFormats: () => conditionalFormats(surface, place),
      DataValidation: () => dataValidation(place),
      Format: () => format(place),
      Worksheet: () => surface.worksheet(place.sheet),
    },
    objects: {
      ...relatedRanges(surface, place),
      Insert: (shift: string) => {
        changeLines(place.sheet, areaOf(place), shift, 'insert');
        return surface.range({ sheet: place.sheet, areas: [areaOf(place)] });
      },
    },
    methods: rangeMethods(surface, place),
  });
}

function positionProperties(place: Place): NonNullable<HostObject['properties']> {
  const { sheet } = place;
  const area = (): Area => areaOf(place);
  return {
    Address: property(() => `${quoteSheet(sheet.name)}!${rangeAddress(area())}`),
    RowIndex: property(() => area().top),
    ColumnIndex: property(() => area().left),
    RowCount: property(() => area().bottom - area().top + 1),
    ColumnCount: property(() => area().right - area().left + 1),
    // Documented: -1 above 2^31 - 1.
    CellCount: property(() => (cellCount(area()) > 2 ** 31 - 1 ? -1 : cellCount(area()))),
    IsEntireColumn: property(() => area().top === 0 && area().bottom === maxRows - 1),
    IsEntireRow: property(() => area().left === 0 && area().right === maxColumns - 1),
    RowHidden: property<boolean | null>(
      () => hiddenState(sheet, 'rows', area()),
      (hidden) => setHidden(sheet, 'rows', area(), hidden === true),
    ),
    ColumnHidden: property<boolean | null>(
      () => hiddenState(sheet, 'columns', area()),
      (hidden) => setHidden(sheet, 'columns', area(), hidden === true),
    ),
  };
}

function rangeMethods(surface: Surface, place: Place): NonNullable<HostObject['methods']> {
  const { sheet } = place;
  const area = (): Area => areaOf(place);
  return {
    Select: () => surface.workbook.select(sheet, area()),
    Clear: (what?: string) => clear(place, what),
    Calculate: () => null,
    GetRowProperties: (wanted: Wanted) => lineProperties(sheet, 'rows', area(), wanted),
    GetColumnProperties: (wanted: Wanted) => lineProperties(sheet, 'columns', area(), wanted),
    Delete: (shift: string) => changeLines(sheet, area(), shift, 'delete'),
    Merge: (across?: boolean) => {
      mayFormat(sheet);
      if (!across) sheet.merge(area());
      for (let top = area().top; across && top <= area().bottom; top += 1) sheet.merge({ ...area(), top, bottom: top });
    },
    Unmerge: () => {
      mayFormat(sheet);
      sheet.unmerge(area());
    },
    // The client asks this before it cuts a large array into pieces.
    _ValidateArraySize: (rows: number, columns: number) => {
      const { top, left, bottom, right } = area();
      if (rows !== bottom - top + 1 || columns !== right - left + 1) throw wrongSize();
    },
  };
}
