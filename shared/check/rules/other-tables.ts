/** Rules on records that meet those of another table: proof of what is said to be done, people in two lists. */
import type { DataRecord, TestOf } from '../../model.ts';
import { compile } from '../conditions/compile.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN } from '../conditions/truths.ts';
import { placesOf } from '../measures/evidence.ts';
import type { Judge } from './findings.ts';

export const judgeMatched: Judge<'matched'> = (rule, test, scope, report) => {
  const { table, field, when: proves } = test.other;
  const when = test.when ? compile(test.when, scope, rule.table) : null;
  const isProof = compile(proves, scope, table);
  const proof = scope.records(table).filter((record) => isProof(record) === IN);
  const isShown = scope.records(table).some((record) => record.data[field]?.state === 'value');
  for (const record of scope.records(rule.table!)) {
    const said = record.data[test.fields[0]!];
    if ((when && when(record) !== IN) || said?.flag == null) continue;
    // A table without the column neither proves nor denies.
    if (said.flag === proof.length > 0 || (said.flag && !isShown)) continue;
    report(rule, test, { record, field: test.fields[0], datum: said, related: placesOf(proof, field) });
  }
};

export const judgeAlsoIn: Judge<'alsoIn'> = (rule, test, scope, report) => {
  const when = test.when ? compile(test.when, scope, rule.table) : null;
  const others = othersBy(test.other, scope);
  for (const record of scope.records(rule.table!)) {
    if (when && when(record) !== IN) continue;
    const found = test.fields.findIndex((field, at) => {
      const datum = record.data[field];
      return datum?.state === 'value' && others.has(`${at} ${textOf(datum)}`);
    });
    if (found < 0) continue;
    const field = test.fields[found]!;
    const datum = record.data[field]!;
    const other = others.get(`${found} ${textOf(datum)}`)!;
    const words = { otherSheet: other.table.sheet, otherRow: other.row + 1 };
    const related = placesOf([other], test.other.fields[found]!);
    report(rule, test, { record, field, datum, related, words });
  }
};

/** Records of the other table by what stands in each of the fields; of equals the last. */
function othersBy({ table, fields, when }: TestOf<'alsoIn'>['other'], scope: Scope): ReadonlyMap<string, DataRecord> {
  const matches = when ? compile(when, scope, table) : null;
  const known = new Map<string, DataRecord>();
  for (const record of scope.records(table)) {
    if (matches && matches(record) !== IN) continue;
    fields.forEach((field, at) => {
      const datum = record.data[field];
      if (datum?.state === 'value') known.set(`${at} ${textOf(datum)}`, record);
    });
  }
  return known;
}
