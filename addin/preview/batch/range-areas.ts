/** Several areas of one sheet. */
import { maxColumns, maxRows, rangeAddress } from '../../../shared/model/addresses.ts';
import { cellCount, intersectAreas } from '../areas.ts';
import { quoteSheet } from '../sheet-names.ts';
import { clear } from './clearing.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { dataValidation } from './data-validations.ts';
import { notFound } from './failures.ts';
import { format } from './formats.ts';
import { collection, fail, type HostObject, type Place, property } from './objects.ts';
import { type Surface, trackable } from './surfaces.ts';

export function rangeAreas(surface: Surface, place: Place): HostObject {
  const { sheet } = place;
  const inside = (other: HostObject): HostObject | null => {
    const areas = place.areas.flatMap((area) =>
      other.place!.areas.map((each) => intersectAreas(area, each)).filter((each) => each !== null),
    );
    return areas.length > 0 ? rangeAreas(surface, { sheet, areas }) : null;
  };
  const spread = (whole: { left: number; right: number } | { top: number; bottom: number }) =>
    rangeAreas(surface, { sheet, areas: place.areas.map((area) => ({ ...area, ...whole })) });
  return trackable(surface, {
    type: 'RangeAreas',
    place,
    properties: {
      Address: property(() => place.areas.map((area) => `${quoteSheet(sheet.name)}!${rangeAddress(area)}`).join(',')),
      AreaCount: property(() => place.areas.length),
      CellCount: property(() => place.areas.reduce((sum, area) => sum + cellCount(area), 0)),
      IsEntireColumn: property(() => place.areas.every((area) => area.top === 0 && area.bottom === maxRows - 1)),
      IsEntireRow: property(() => place.areas.every((area) => area.left === 0 && area.right === maxColumns - 1)),
    },
    parts: {
      Areas: () => {
        const areas = place.areas.map((area) => surface.range({ sheet, areas: [area] }));
        return collection(
          'RangeCollection',
          () => areas,
          () => null,
        );
      },
      ConditionalFormats: () => conditionalFormats(surface, place),
      DataValidation: () => dataValidation(place),
      Format: () => format(place),
      Worksheet: () => surface.worksheet(sheet),
    },
    objects: {
      GetIntersection: (other: HostObject) => inside(other) ?? fail(notFound()),
      GetIntersectionOrNullObject: inside,
      GetEntireColumn: () => spread({ top: 0, bottom: maxRows - 1 }),
      GetEntireRow: () => spread({ left: 0, right: maxColumns - 1 }),
    },
    methods: { Clear: (what?: string) => clear(place, what) },
  });
}
