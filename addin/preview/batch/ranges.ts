/** Ranges: where they are, what is around them, what stands in them. */
import { formatArea, parseAddress, quoteSheet } from '../addresses.ts';
import { boundAreas, cellCount, intersectAreas, subtractArea } from '../areas.ts';
import { type Area, maxColumns, maxRows } from '../workbook.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { dataValidation } from './data-validations.ts';
import { badArgument, notFound, notImplemented, wrongSize } from './failures.ts';
import { format } from './formats.ts';
import { mayEdit, mayFormat } from './guards.ts';
import type { Surface } from './host.ts';
import { changeLines, hiddenState, lineProperties, mergedAreas, setHidden, visibleAreas } from './lines.ts';
import { areaOf, fail, type HostObject, type Place, property } from './objects.ts';
import { rangeAreas } from './range-areas.ts';
import { contentProperties } from './range-contents.ts';
import { worksheet } from './worksheets.ts';

export function range(surface: Surface, place: Place): HostObject {
  let reference: string | null = null;
  const { sheet } = place;
  const area = (): Area => areaOf(place);
  const at = (next: Area): HostObject => {
    const inside = next.top >= 0 && next.left >= 0 && next.bottom < maxRows && next.right < maxColumns;
    return inside && next.top <= next.bottom && next.left <= next.right
      ? range(surface, { sheet, areas: [next] })
      : fail(badArgument());
  };
  /** Another range of the sheet, given as an object or by its address. */
  const areaFrom = (other: HostObject | string): Area => {
    if (typeof other === 'string') return parseAddress(other) ?? fail(badArgument());
    return other.place?.sheet === sheet ? areaOf(other.place) : fail(badArgument());
  };
  const cross = (other: HostObject | string): HostObject | null => {
    const common = intersectAreas(area(), areaFrom(other));
    return common ? at(common) : null;
  };
  const row = (index: number): HostObject => at({ ...area(), top: area().top + index, bottom: area().top + index });
  const column = (index: number): HostObject =>
    at({ ...area(), left: area().left + index, right: area().left + index });
  const several = (areas: readonly Area[]): HostObject | null =>
    areas.length > 0 ? rangeAreas(surface, { sheet, areas }) : null;
  const special = (kind: string): readonly Area[] =>
    kind === 'Visible' ? visibleAreas(sheet, area()) : fail(notImplemented(`special cells of type ${kind}`));
  const self: HostObject = {
    type: 'Range',
    place,
    id: () => (reference === null ? {} : { _ReferenceId: reference }),
    properties: {
      Address: property(() => `${quoteSheet(sheet.name)}!${formatArea(area())}`),
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
      ...contentProperties(surface.workbook, place),
    },
    parts: {
      ConditionalFormats: () => conditionalFormats(surface, place),
      DataValidation: () => dataValidation(place),
      Format: () => format(place),
      Worksheet: () => worksheet(surface, sheet),
    },
    objects: {
      GetCell: (rows: number, columns: number) => {
        const [top, left] = [area().top + rows, area().left + columns];
        return at({ top, left, bottom: top, right: left });
      },
      GetRow: row,
      GetColumn: column,
      GetLastRow: () => row(area().bottom - area().top),
      GetLastColumn: () => column(area().right - area().left),
      GetLastCell: () => at({ ...area(), top: area().bottom, left: area().right }),
      GetEntireRow: () => at({ ...area(), left: 0, right: maxColumns - 1 }),
      GetEntireColumn: () => at({ ...area(), top: 0, bottom: maxRows - 1 }),
      GetOffsetRange: (rows: number, columns: number) => {
        const { top, left, bottom, right } = area();
        return at({ top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
      },
      GetResizedRange: (rows: number, columns: number) =>
        at({ ...area(), bottom: area().bottom + rows, right: area().right + columns }),
      GetAbsoluteResizedRange: (rows: number, columns: number) =>
        at({ ...area(), bottom: area().top + rows - 1, right: area().left + columns - 1 }),
      GetBoundingRect: (other: HostObject | string) => at(boundAreas(area(), areaFrom(other))),
      GetIntersection: (other: HostObject | string) => cross(other) ?? fail(notFound()),
      GetIntersectionOrNullObject: cross,
      GetUsedRange: (valuesOnly?: boolean) => {
        const used = sheet.usedArea(valuesOnly ?? false);
        return at((used && intersectAreas(area(), used)) ?? { ...area(), bottom: area().top, right: area().left });
      },
      GetUsedRangeOrNullObject: (valuesOnly?: boolean) => {
        const used = sheet.usedArea(valuesOnly ?? false);
        const common = used && intersectAreas(area(), used);
        return common ? at(common) : null;
      },
      GetMergedAreasOrNullObject: () => several(mergedAreas(sheet, area())),
      GetSpecialCells: (kind: string) => several(special(kind)) ?? fail(notFound()),
      GetSpecialCellsOrNullObject: (kind: string) => several(special(kind)),
      Insert: (shift: string) => {
        changeLines(sheet, area(), shift, 'insert');
        return at(area());
      },
    },
    methods: {
      Select: () => surface.workbook.select(sheet, area()),
      Clear: (what?: string) => clear(place, what),
      Calculate: () => null,
      GetRowProperties: (wanted: object) => lineProperties(sheet, 'rows', area(), wanted),
      GetColumnProperties: (wanted: object) => lineProperties(sheet, 'columns', area(), wanted),
      Delete: (shift: string) => changeLines(sheet, area(), shift, 'delete'),
      Merge: (across?: boolean) => {
        mayFormat(sheet);
        if (!across) sheet.merge(area());
        for (let top = area().top; across && top <= area().bottom; top += 1)
          sheet.merge({ ...area(), top, bottom: top });
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
      _KeepReference: () => {
        reference ??= surface.keep(self);
      },
    },
  };
  return self;
}

/**
 * `Range.clear`. As Excel's own command does, clearing formats also takes merges and conditional formats from the cells,
 * and clearing all their validations too (inferred: Office.js documents contents and formats only).
 */
export function clear(place: Place, applyTo = 'All'): void {
  const { sheet, areas } = place;
  if (applyTo !== 'All' && applyTo !== 'Contents' && applyTo !== 'Formats') {
    throw notImplemented(`clearing ${applyTo}`);
  }
  mayEdit(place);
  if (applyTo !== 'Contents') mayFormat(sheet);
  const without = (from: readonly Area[]): readonly Area[] =>
    areas.reduce((rest, area) => rest.flatMap((each) => subtractArea(each, area)), from);
  for (const area of areas) {
    sheet.clear(area, applyTo === 'All' ? 'all' : applyTo === 'Contents' ? 'contents' : 'formats');
    if (applyTo !== 'Contents') sheet.unmerge(area);
  }
  if (applyTo === 'Contents') return;
  const formats = sheet.conditionalFormats().map((each) => ({ ...each, areas: without(each.areas) }));
  sheet.setConditionalFormats(formats.filter((each) => each.areas.length > 0));
  if (applyTo !== 'All') return;
  const validations = sheet.dataValidations().map((each) => ({ ...each, areas: without(each.areas) }));
  sheet.setDataValidations(validations.filter((each) => each.areas.length > 0));
}
