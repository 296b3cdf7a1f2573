/** What a finding is known by: its rule, the record and the value that it is about, and which of several alike it is. */
import type { KeyParts } from './contract.ts';

/** Within one answer. What stays the same from check to check, and may be written down, is `findingKey`. */
export function keyWithin({ rule, record, value, nth }: KeyParts): string {
  const [table = '', ...names] = record;
  const key = [rule, table, names.join('/'), ...value].join('|');
  return nth === 1 ? key : `${key}|${nth}`;
}
