/** Rules on records that meet others: repeated, shared, too many on a day, also in another table. */
import type { DataRecord, PairTest, RuleDef } from '../../model.ts';
import { compile, type Test } from '../conditions/compile.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN } from '../conditions/truths.ts';
import type { Report } from './findings.ts';
import { relatedPlaces } from './records.ts';

export function judgePairs(rule: RuleDef, test: PairTest, scope: Scope, report: Report): void {
  const when = test.when ? compile(test.when, scope, rule.table) : null;
  const later = (record: DataRecord, earlier: readonly DataRecord[]) => {
    const given = test.fields.filter((each) => record.data[each]?.state === 'value');
    // Of a key of several fields the leftmost cell; of fields that stand in for each other the first.
    if (test.test === 'repeated') given.sort((a, b) => record.data[a]!.column - record.data[b]!.column);
    const field = given[0] ?? test.fields[0]!;
    const datum = record.data[field];
    if (!datum) return;
    const words = { first: earlier[0] ? earlier[0].row + 1 : '', count: earlier.length + 1 };
    report(rule, test, { record, field, datum, related: relatedPlaces(earlier.slice(-RELATED), field), words });
  };
  switch (test.test) {
    case 'repeated':
      judgeRepeated(test, when, scope, later);
      return;
    case 'shared':
      judgeShared(test, when, scope, later);
      return;
    case 'perDay':
      judgeDays(test, when, scope, later);
      return;
    case 'matched':
      judgeMatched(rule, test, when, scope, report);
      return;
    case 'alsoIn':
      judgeAlsoIn(rule, test, when, scope, report);
      return;
  }
}

/** More places than this help nobody. */
const RELATED = 5;

type Later = (record: DataRecord, earlier: readonly DataRecord[]) => void;

const COMPARED = 16;

function judgeRepeated(test: PairTest & { test: 'repeated' }, when: Test | null, scope: Scope, later: Later): void {
  const grouping = scope.groups(test.identity);
  if (grouping.count === grouping.records.length) return;
  const sizes = new Int32Array(grouping.count);
  for (const group of grouping.of) sizes[group]!++;
  const members = new Map<number, DataRecord[]>();
  grouping.records.forEach((record, i) => {
    if (when && when(record) !== IN) return;
    const group = grouping.of[i]!;
    if (sizes[group] === 1) return;
    const earlier = members.get(group) ?? [];
    if (earlier.length === 0) {
      members.set(group, [record]);
      return;
    }
    const field = test.agree ?? test.differ;
    const alike = field === undefined ? earlier : earlier.filter((each) => agree(each, record, field));
    if (test.differ !== undefined ? alike.length === 0 : alike.length > 0) {
      later(record, test.differ !== undefined ? earlier : alike);
    }
    // Of very many the first few are enough to compare with.
    if (earlier.length < COMPARED) earlier.push(record);
  });
}

/** By codes where the field has them, else by text. */
function agree(a: DataRecord, b: DataRecord, field: string): boolean {
  const [left, right] = [a.data[field], b.data[field]];
  if (left?.state !== 'value' || right?.state !== 'value') return left?.state === right?.state;
  if (left.codes.length > 0) return left.codes.join() === right.codes.join();
  return textOf(left) === textOf(right);
}

function judgeShared(test: PairTest & { test: 'shared' }, when: Test | null, scope: Scope, later: Later): void {
  const grouping = scope.groups(test.identity);
  const seen = new Map<string, { readonly group: number; readonly record: DataRecord }>();
  grouping.records.forEach((record, i) => {
    const key = sharedText(record, test.fields);
    if (key === null || (when && when(record) !== IN)) return;
    const before = seen.get(key);
    if (!before) seen.set(key, { group: grouping.of[i]!, record });
    else if (before.group !== grouping.of[i] && !toldApart(before.record, record, test.unless ?? [])) {
      later(record, [before.record]);
    }
  });
}

function sharedText(record: DataRecord, fields: readonly string[]): string | null {
  for (const field of fields) {
    const datum = record.data[field];
    if (datum?.state === 'value') return `${field} ${textOf(datum)}`;
  }
  return null;
}

function toldApart(a: DataRecord, b: DataRecord, fields: readonly string[]): boolean {
  return fields.some((field) => {
    const [left, right] = [a.data[field], b.data[field]];
    return left?.state === 'value' && right?.state === 'value' && textOf(left) !== textOf(right);
  });
}

function judgeDays(test: PairTest & { test: 'perDay' }, when: Test | null, scope: Scope, later: Later): void {
  const grouping = scope.groups(test.identity);
  const days = new Map<number, DataRecord[]>();
  for (const i of grouping.first) {
    const record = grouping.records[i]!;
    const span = record.data[test.fields[0]!]?.span;
    if (!span || span.from !== span.to || (when && when(record) !== IN)) continue;
    const day = days.get(span.from);
    if (day) day.push(record);
    else days.set(span.from, [record]);
  }
  for (const day of days.values()) {
    if (day.length > test.most) later(day.at(-1)!, day.slice(0, -1));
  }
}

function judgeMatched(
  rule: RuleDef,
  test: PairTest & { test: 'matched' },
  when: Test | null,
  scope: Scope,
  report: Report,
): void {
  const { table, field, when: proves } = test.other;
  const isProof = compile(proves, scope, table);
  const proof = scope.records(table).filter((record) => isProof(record) === IN);
  const shown = scope.records(table).some((record) => record.data[field]?.state === 'value');
  for (const record of scope.records(rule.table!)) {
    const said = record.data[test.fields[0]!];
    if ((when && when(record) !== IN) || said?.flag == null) continue;
    // A table without the column neither proves nor denies.
    if (said.flag === proof.length > 0 || (said.flag && !shown)) continue;
    report(rule, test, { record, field: test.fields[0], datum: said, related: relatedPlaces(proof, field) });
  }
}

function judgeAlsoIn(
  rule: RuleDef,
  test: PairTest & { test: 'alsoIn' },
  when: Test | null,
  scope: Scope,
  report: Report,
): void {
  const { table, fields, when: otherWhen } = test.other;
  const matches = otherWhen ? compile(otherWhen, scope, table) : null;
  const known = new Map<string, DataRecord>();
  for (const record of scope.records(table)) {
    if (matches && matches(record) !== IN) continue;
    fields.forEach((field, k) => {
      const datum = record.data[field];
      if (datum?.state === 'value') known.set(`${k} ${textOf(datum)}`, record);
    });
  }
  for (const record of scope.records(rule.table!)) {
    if (when && when(record) !== IN) continue;
    const k = test.fields.findIndex((field, at) => {
      const datum = record.data[field];
      return datum?.state === 'value' && known.has(`${at} ${textOf(datum)}`);
    });
    if (k < 0) continue;
    const field = test.fields[k]!;
    const datum = record.data[field]!;
    const other = known.get(`${k} ${textOf(datum)}`)!;
    const words = { otherSheet: other.table.sheet, otherRow: other.row + 1 };
    report(rule, test, { record, field, datum, related: relatedPlaces([other], fields[k]!), words });
  }
}
