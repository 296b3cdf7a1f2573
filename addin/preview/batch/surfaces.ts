/**
 * What the objects of a workbook have in common: each kind of object is made by a file of its own, which asks here for
 * the kinds that lead to it and back, so that no two files import each other.
 */
import { type Shift, shiftAreas } from '../areas.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { badReference } from './failures.ts';
import type { HostObject, Place } from './objects.ts';

export interface Surface {
  readonly workbook: Workbook;
  range(place: Place): HostObject;
  rangeAreas(place: Place): HostObject;
  worksheet(sheet: Sheet): HostObject;
  /** Keeps an object for the client and gives its reference. */
  keep(object: HostObject): string;
  kept(reference: string): HostObject;
  release(reference: string | null): void;
  /** Moves the ranges that the client keeps, when lines of their sheet come or go. */
  shift(sheet: Sheet, shift: Shift): void;
  /** Counts handlers. */
  register(type: number, target: string, difference: 1 | -1): void;
  registered(type: number, target: string): boolean;
  newId(): string;
  /** Conditional formats that Excel has trouble with, by id. */
  readonly broken: Map<string, Broken>;
}

export type Broken = 'unreadable' | 'ruleUnreadable' | 'undeletable';

/** Makers of the objects that others lead to. */
export interface Makers {
  readonly range: (surface: Surface, place: Place) => HostObject;
  readonly rangeAreas: (surface: Surface, place: Place) => HostObject;
  readonly worksheet: (surface: Surface, sheet: Sheet) => HostObject;
}

export function openSurface(workbook: Workbook, makers: Makers): Surface {
  const kept = new Map<string, HostObject>();
  const handlers = new Map<string, number>();
  let made = 0;
  const surface: Surface = {
    workbook,
    range: (place) => makers.range(surface, place),
    rangeAreas: (place) => makers.rangeAreas(surface, place),
    worksheet: (sheet) => makers.worksheet(surface, sheet),
    keep: (object) => {
      const reference = `r${++made}`;
      kept.set(reference, object);
      return reference;
    },
    kept: (reference) => {
      const object = kept.get(reference);
      if (!object || !isThere(object.place, workbook)) throw badReference();
      return object;
    },
    release: (reference) => {
      if (reference === null) kept.clear();
      else kept.delete(reference);
    },
    shift: (sheet, shift) => {
      for (const { place } of kept.values()) {
        if (place?.sheet === sheet) place.areas = shiftAreas(place.areas, shift);
      }
    },
    register: (type, target, difference) => {
      const key = `${type} ${target}`;
      handlers.set(key, (handlers.get(key) ?? 0) + difference);
    },
    registered: (type, target) => (handlers.get(`${type} ${target}`) ?? 0) > 0,
    broken: new Map(),
    newId: () => `{00000000-0000-4000-9000-${String(++made).padStart(12, '0')}}`,
  };
  return surface;
}

/** A range or range areas with what the client tracks it by once it has asked for it. */
export function trackable(surface: Surface, object: HostObject): HostObject {
  let reference: string | null = null;
  const self: HostObject = {
    ...object,
    id: () => (reference === null ? {} : { _ReferenceId: reference }),
    methods: {
      ...object.methods,
      _KeepReference: () => {
        reference ??= surface.keep(self);
      },
    },
  };
  return self;
}

function isThere(place: Place | undefined, workbook: Workbook): boolean {
  return !place || (place.areas.length > 0 && workbook.sheets.includes(place.sheet));
}
