/** Rules on records that meet others of their table: repeated, shared by different things, too many on a day. */
import type { DataRecord, RuleDef, TestOf } from '../../model.ts';
import { compile, type Test } from '../conditions/compile.ts';
import { type Grouping, groupsOf, textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN } from '../conditions/truths.ts';
import { placesOf } from '../measures/evidence.ts';
import { phrases } from '../phrases.ts';
import { fill } from '../say.ts';
import type { Judge, Report } from './findings.ts';

type Meeting = 'repeated' | 'shared' | 'perDay';

/** Of very many the first few are enough to compare with. */
const COMPARED = 16;

export const judgeRepeated: Judge<'repeated'> = (rule, test, scope, report) => {
  const grouping = groupsOf(test.identity, scope);
  if (test.perhaps) {
    judgePerhaps(rule, test, grouping, scope, report);
    return;
  }
  if (grouping.count === grouping.records.length) return;
  const isMeant = meantBy(rule, test, scope);
  const perhaps = scope.perhaps(rule.table!);
  const sizes = new Int32Array(grouping.count);
  for (const group of grouping.of) sizes[group]!++;
  const members = new Map<number, DataRecord[]>();
  grouping.records.forEach((record, i) => {
    const group = grouping.of[i]!;
    if (sizes[group] === 1 || (isMeant && isMeant(record) !== IN)) return;
    const earlier = members.get(group) ?? [];
    // What may be set aside, a draft, is asked about as a list and is no fault of each line.
    const asSure = earlier.filter((each) => perhaps.has(each) === perhaps.has(record));
    const met = metBy(record, asSure, test);
    if (met.length > 0) reportLater(rule, test, record, met, report);
    if (earlier.length < COMPARED) earlier.push(record);
    members.set(group, earlier);
  });
};

function judgePerhaps(
  rule: RuleDef,
  test: TestOf<'repeated'>,
  { records, first, perhaps }: Grouping,
  scope: Scope,
  report: Report,
): void {
  const isMeant = meantBy(rule, test, scope);
  perhaps?.forEach((other, group) => {
    const record = records[first[group]!]!;
    if (other === group || (isMeant && isMeant(record) !== IN)) return;
    reportLater(rule, test, record, [records[first[other]!]!], report);
  });
}

/** Those of the earlier records of one thing beside which a later one must not stand. */
function metBy(
  record: DataRecord,
  earlier: readonly DataRecord[],
  { agree, differ }: TestOf<'repeated'>,
): readonly DataRecord[] {
  const field = agree ?? differ;
  const alike = field === undefined ? earlier : earlier.filter((each) => areAlike(each, record, field));
  if (differ === undefined) return alike;
  return alike.length === 0 ? earlier : [];
}

/** By codes or yes and no where the field has them, else by text. */
function areAlike(a: DataRecord, b: DataRecord, field: string): boolean {
  const [left, right] = [a.data[field], b.data[field]];
  if (left?.state !== 'value' || right?.state !== 'value') return left?.state === right?.state;
  if (left.flag !== null && right.flag !== null) return left.flag === right.flag;
  if (left.codes.length > 0) return left.codes.join() === right.codes.join();
  return textOf(left) === textOf(right);
}

export const judgeShared: Judge<'shared'> = (rule, test, scope, report) => {
  const grouping = groupsOf(test.identity, scope);
  const isMeant = meantBy(rule, test, scope);
  const seen = new Map<string, { readonly group: number; readonly record: DataRecord }>();
  grouping.records.forEach((record, i) => {
    const key = sharedText(record, test.fields);
    if (key === null || (isMeant && isMeant(record) !== IN)) return;
    const before = seen.get(key);
    if (!before) seen.set(key, { group: grouping.of[i]!, record });
    else if (before.group !== grouping.of[i] && !toldApart(before.record, record, test.unless ?? [])) {
      reportLater(rule, test, record, [before.record], report);
    }
  });
};

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

export const judgePerDay: Judge<'perDay'> = (rule, test, scope, report) => {
  const grouping = groupsOf(test.identity, scope);
  const isMeant = meantBy(rule, test, scope);
  const days = new Map<number, DataRecord[]>();
  for (const i of grouping.first) {
    const record = grouping.records[i]!;
    const span = record.data[test.fields[0]!]?.span;
    if (!span || span.from !== span.to || (isMeant && isMeant(record) !== IN)) continue;
    const day = days.get(span.from);
    if (day) day.push(record);
    else days.set(span.from, [record]);
  }
  for (const day of days.values()) {
    if (day.length > test.most) reportLater(rule, test, day.at(-1)!, day.slice(0, -1), report);
  }
};

function meantBy(rule: RuleDef, { when }: TestOf<Meeting>, scope: Scope): Test | null {
  return when ? compile(when, scope, rule.table) : null;
}

/** More places than this help nobody. */
const RELATED = 5;

/** Said of the later record, with the cells of the earlier ones beside it. */
function reportLater(
  rule: RuleDef,
  test: TestOf<Meeting>,
  record: DataRecord,
  earlier: readonly DataRecord[],
  report: Report,
): void {
  const given = test.fields.filter((each) => record.data[each]?.state === 'value');
  // Of a key of several fields the leftmost cell; of fields that stand in for each other the first.
  if (test.test === 'repeated') given.sort((a, b) => record.data[a]!.column - record.data[b]!.column);
  const field = given[0] ?? test.fields[0]!;
  const datum = record.data[field];
  if (!datum) return;
  const { row: first, table } = earlier[0]!;
  const isHere = table.sheet === record.table.sheet;
  const where = fill(phrases[isHere ? 'row.here' : 'row.in'], { sheet: table.sheet, row: first + 1 });
  const words = { first: first + 1, earlier: where, count: earlier.length + 1 };
  report(rule, test, { record, field, datum, related: placesOf(earlier.slice(-RELATED), field), words });
}
