/** What a batch's object paths lead to. Members carry the names of the wire: those of Office.js in PascalCase. */
import type { Area, Sheet } from '../workbook.ts';
import { badArgument, notFound } from './failures.ts';

export interface HostObject {
  /** Class name of Office.js, for messages. */
  readonly type: string;
  /** What the client needs to find the object again: `Id`, `Name`, `Key` or `_ReferenceId`. */
  readonly id?: () => Readonly<Record<string, unknown>>;
  /** Values; an empty `load` takes them all. */
  readonly properties?: Readonly<Record<string, Property>>;
  /** Other objects that belong to this one; null stands for a null object. */
  readonly parts?: Readonly<Record<string, () => HostObject | null>>;
  /** Methods that give an object, null for a null object. */
  readonly objects?: Readonly<Record<string, (...args: never[]) => HostObject | null>>;
  /** Methods that give a value or nothing. */
  readonly methods?: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** Of a collection. */
  readonly items?: () => readonly HostObject[];
  /** Of ranges and range areas. */
  readonly place?: Place;
}

/** Cells of one sheet. `areas` is replaced when rows or columns come or go while the client keeps a reference. */
export interface Place {
  readonly sheet: Sheet;
  areas: readonly Area[];
}

export interface Property {
  readonly get: () => unknown;
  readonly set?: (value: never) => void;
}

export function property<T>(get: () => T, set?: (value: T) => void): Property {
  return set ? { get, set: set as (value: never) => void } : { get };
}

/** A collection with the methods that all collections have. `find` takes a key or id. */
export function collection(
  type: string,
  items: () => readonly HostObject[],
  find: (key: string) => HostObject | null,
  more: Pick<HostObject, 'objects' | 'methods' | 'properties' | 'parts'> = {},
): HostObject {
  return {
    type,
    items,
    ...more,
    objects: {
      GetItem: (key: string) => find(key) ?? fail(notFound()),
      GetItemOrNullObject: (key: string) => find(key),
      GetItemAt: (index: number) => items()[index] ?? fail(notFound()),
      ...more.objects,
    },
    methods: { GetCount: () => items().length, ...more.methods },
  };
}

export function fail(error: Error): never {
  throw error;
}

export function isObject(argument: unknown): argument is HostObject {
  return typeof argument === 'object' && argument !== null && 'type' in argument && 'place' in argument;
}

/** The one area of a range. */
export function areaOf(place: Place): Area {
  return place.areas[0] ?? fail(badArgument());
}
