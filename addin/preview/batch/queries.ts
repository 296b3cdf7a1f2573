/** What `load` asks for, answered as the client expects it. */
import { notImplemented } from './failures.ts';
import type { HostObject } from './objects.ts';

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

/** Names come in either case, with `/` or `.` between an object and its part. */
export function ask(
  object: HostObject,
  { Select = [], Expand = [], Skip = 0, Top }: QueryInfo,
): Record<string, unknown> {
  const names = [...(Select.length > 0 ? Select : ['*']), ...Expand.map((name) => `${name}/*`)];
  if (object.items) {
    const items = object.items().slice(Skip, Top === undefined ? undefined : Skip + Top);
    return { _Items: items.map((item) => ask(item, { Select: names })) };
  }
  return { ...object.id?.(), ...select(object, names) };
}

function select(object: HostObject, names: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const parts = new Map<string, string[]>();
  for (const name of names) {
    const [first = '', ...rest] = name.split(/[/.]/);
    const key = pascal(first);
    const property = object.properties?.[key];
    if (first === '*' || first === '$all') {
      for (const [each, { get }] of Object.entries(object.properties ?? {})) values[each] = get();
    } else if (property) values[key] = property.get();
    else if (object.parts?.[key]) parts.set(key, [...(parts.get(key) ?? []), rest.join('/') || '*']);
    else if (first !== 'isNullObject') throw notImplemented(`${object.type}.${camel(first)}`);
  }
  for (const [key, Select] of parts) {
    const part = object.parts![key]!();
    values[key] = part ? ask(part, { Select }) : null;
  }
  return values;
}

export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === '_Items' ? ['items', (each as unknown[]).map(inCamelCase)] : [camel(key), inCamelCase(each)],
    ),
  );
}
