/** Which line of a table is that of the pilot community, or of its county. */
import { communityField, roleFields } from '../../model/catalogue.ts';
import { comparable } from '../../model/identifiers.ts';
import type { DataRecord } from '../../model.ts';
import { isPooled } from './communities.ts';
import { isOwn } from './community-names.ts';
import { inColumn } from './named-columns.ts';
import type { Scope } from './scope.ts';
import { IN, type Truth, UNKNOWN } from './truths.ts';

/** The line of the pilot community, of several the first; the only line where none names it, or that may be its line; else none. */
export function ownLine(table: string, scope: Scope): DataRecord | null {
  return ownLines(table, scope)[0] ?? null;
}

/** The same with all lines that name it: of several months, or of several exports. */
export function ownLines(table: string, scope: Scope): readonly DataRecord[] {
  const { rivals } = scope.reading.unit;
  if (isPooled(table, scope) || (rivals.length > 0 && scope.community === null)) return [];
  const records = scope.records(table);
  const isNamed = (record: DataRecord) => record.data[communityField]?.state === 'value';
  const whose = inColumn(isOwn, table, communityField, scope);
  const naming = (truth: Truth) =>
    records.filter((record) => isNamed(record) && whose(record.data[communityField]!.text) === truth);
  const own = naming(IN);
  if (own.length > 0) return own;
  const perhaps = records.filter((record) => !isNamed(record));
  if (perhaps.length === 0) perhaps.push(...naming(UNKNOWN));
  return perhaps.length === 1 ? perhaps : [];
}

/** The self-report: one line an item, or the community's own line. */
export function selfReport(table: string, scope: Scope): DataRecord | null {
  for (const { pivot } of scope.tables(table)) if (pivot) return pivot;
  return ownLine(table, scope);
}

/** Of the city's register the line of the own county; of a form its only record. */
export function confirmedLine(table: string, scope: Scope): DataRecord | undefined {
  const { countyName } = scope.reading.unit;
  const records = scope.records(table);
  if (scope.role(table) !== 'register') return records[0];
  if (countyName === null) return records.length === 1 ? records[0] : undefined;
  return records.find(({ data }) => {
    const unit = data[roleFields.register.unit];
    return unit?.state === 'value' && comparable(unit.text).includes(comparable(countyName));
  });
}
