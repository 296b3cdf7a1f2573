/** Ranges that a range leads to: beside it, across another one, inside it. */
import { maxColumns, maxRows, parseRange } from '../../../shared/model/addresses.ts';
import { boundAreas, intersectAreas } from '../areas.ts';
import type { Area } from '../workbook.ts';
import { badArgument, notFound, notImplemented } from './failures.ts';
import { mergedAreas, visibleAreas } from './lines.ts';
import { areaOf, fail, type HostObject, type Place } from './objects.ts';
import type { Surface } from './surfaces.ts';

type Objects = NonNullable<HostObject['objects']>;

export function relatedRanges(surface: Surface, place: Place): Objects {
  return { ...movedRanges(surface, place), ...sharedRanges(surface, place), ...rangesWithin(surface, place) };
}

/** Ranges at some distance or of another size. */
function movedRanges(surface: Surface, place: Place): Objects {
  const area = (): Area => areaOf(place);
  const moved = (next: Area): HostObject => at(surface, place, next);
  const row = (index: number): HostObject => moved({ ...area(), top: area().top + index, bottom: area().top + index });
  const column = (index: number): HostObject =>
    moved({ ...area(), left: area().left + index, right: area().left + index });
  return {
    GetCell: (rows: number, columns: number) => {
      const [top, left] = [area().top + rows, area().left + columns];
      return moved({ top, left, bottom: top, right: left });
    },
    GetRow: row,
    GetColumn: column,
    GetLastRow: () => row(area().bottom - area().top),
    GetLastColumn: () => column(area().right - area().left),
    GetLastCell: () => moved({ ...area(), top: area().bottom, left: area().right }),
    GetEntireRow: () => moved({ ...area(), left: 0, right: maxColumns - 1 }),
    GetEntireColumn: () => moved({ ...area(), top: 0, bottom: maxRows - 1 }),
    GetOffsetRange: (rows: number, columns: number) => {
      const { top, left, bottom, right } = area();
      return moved({ top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
    },
    GetResizedRange: (rows: number, columns: number) =>
      moved({ ...area(), bottom: area().bottom + rows, right: area().right + columns }),
    GetAbsoluteResizedRange: (rows: number, columns: number) =>
      moved({ ...area(), bottom: area().top + rows - 1, right: area().left + columns - 1 }),
  };
}

/** What a range and another one have in common. */
function sharedRanges(surface: Surface, place: Place): Objects {
  /** Another range of the sheet, given as an object or by its address. */
  const areaFrom = (other: HostObject | string): Area => {
    if (typeof other === 'string') return parseRange(other) ?? fail(badArgument());
    return other.place?.sheet === place.sheet ? areaOf(other.place) : fail(badArgument());
  };
  const cross = (other: HostObject | string): HostObject | null => {
    const common = intersectAreas(areaOf(place), areaFrom(other));
    return common && at(surface, place, common);
  };
  return {
    GetBoundingRect: (other: HostObject | string) => at(surface, place, boundAreas(areaOf(place), areaFrom(other))),
    GetIntersection: (other: HostObject | string) => cross(other) ?? fail(notFound()),
    GetIntersectionOrNullObject: cross,
  };
}

/** Cells of the range that are used, merged or seen. */
function rangesWithin(surface: Surface, place: Place): Objects {
  const { sheet } = place;
  const area = (): Area => areaOf(place);
  const several = (areas: readonly Area[]): HostObject | null =>
    areas.length > 0 ? surface.rangeAreas({ sheet, areas }) : null;
  const special = (kind: string): HostObject | null =>
    kind === 'Visible' ? several(visibleAreas(sheet, area())) : fail(notImplemented(`special cells of type ${kind}`));
  const used = (valuesOnly?: boolean): Area | null => {
    let bounds: Area | null = null;
    sheet.eachCell((row, column, { value, formula }) => {
      if (valuesOnly && value === null && formula === null) return;
      const cell = intersectAreas(area(), { top: row, left: column, bottom: row, right: column });
      if (cell) bounds = bounds ? boundAreas(bounds, cell) : cell;
    });
    return bounds;
  };
  return {
    GetUsedRange: (valuesOnly?: boolean) =>
      at(surface, place, used(valuesOnly) ?? { ...area(), bottom: area().top, right: area().left }),
    GetUsedRangeOrNullObject: (valuesOnly?: boolean) => {
      const common = used(valuesOnly);
      return common && at(surface, place, common);
    },
    GetMergedAreasOrNullObject: () => several(mergedAreas(sheet, area())),
    GetSpecialCells: (kind: string) => special(kind) ?? fail(notFound()),
    GetSpecialCellsOrNullObject: special,
  };
}

/** Another range of the same sheet. */
function at(surface: Surface, { sheet }: Place, area: Area): HostObject {
  const inside = area.top >= 0 && area.left >= 0 && area.bottom < maxRows && area.right < maxColumns;
  return inside && area.top <= area.bottom && area.left <= area.right
    ? surface.range({ sheet, areas: [area] })
    : fail(badArgument());
}
