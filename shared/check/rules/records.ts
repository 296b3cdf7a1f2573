/** Rules on one record after another: filled, readable, and what must hold between its cells. */
import { ABSENT, BLANK, UNREADABLE } from '../../model/summaries.ts';
import type { DataRecord, Datum, Line, Place, RecordTest, RuleDef, Table } from '../../model.ts';
import { compile, settledBy, type Test } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { headerRange } from '../measures/evidence.ts';
import { phrases } from '../phrases.ts';
import type { Words } from '../say.ts';
import { headerOf } from '../verdicts/openings.ts';
import { placeOf, type Report, shown } from './findings.ts';

type Unless = NonNullable<(RecordTest & { test: 'holds' })['unless']>;

export function judgeRecords(rule: RuleDef, test: RecordTest, scope: Scope, report: Report): void {
  const table = rule.table!;
  const records = scope.records(table);
  // What the columns settle for all records needs no look at each: a rule is broken seldom.
  if (records.length === 0 || !mayBreak(test, table, scope)) return;
  const when = test.when ? compile(test.when, scope, table) : null;
  switch (test.test) {
    case 'required':
      judgeRequired(rule, test, records, when, scope, report);
      return;
    case 'readable':
      judgeReadable(rule, test, records, when, report);
      return;
    case 'holds': {
      const must = compile(test.must, scope, table);
      const excused = test.unless ? excusedBy(test.unless, table, scope) : null;
      for (const record of records) {
        if ((when && when(record) !== IN) || must(record) !== OUT || excused?.(record)) continue;
        const [first, ...others] = filledCells(record, test.fields);
        // What was noted when the cell was read is not said again.
        if (!first || first.datum.issue === rule.id) continue;
        const data = others.map(({ datum }) => datum);
        const related = data.map((datum) => placeOf(record.table, datum));
        report(rule, test, { record, ...first, others: data, related, words: otherWords(record, others, scope) });
      }
    }
  }
}

/** Whether another record of the same thing may satisfy the condition: a post that was filled again. */
function excusedBy({ identity, of }: Unless, table: string, scope: Scope): (record: DataRecord) => boolean {
  const grouping = scope.groups(identity);
  const test = compile(of, scope, table);
  const groups = new Map(grouping.records.map((record, i) => [record, grouping.of[i]!]));
  const excused = new Set(grouping.records.filter((each) => test(each) !== OUT).map((each) => groups.get(each)));
  return (record) => excused.has(groups.get(record));
}

function mayBreak(test: RecordTest, table: string, scope: Scope): boolean {
  if (test.when) {
    const truth = settledBy(compile(test.when, scope, table));
    if (truth !== null && truth !== IN) return false;
  }
  switch (test.test) {
    case 'required':
      return test.fields.some((field) => (scope.column(table, field).states & (BLANK | ABSENT)) !== 0);
    case 'readable':
      return test.fields.some((field) => (scope.column(table, field).states & UNREADABLE) !== 0);
    case 'holds':
      return (settledBy(compile(test.must, scope, table)) ?? OUT) === OUT;
  }
}

function judgeRequired(
  rule: RuleDef,
  test: RecordTest & { test: 'required' },
  records: readonly DataRecord[],
  when: Test | null,
  scope: Scope,
  report: Report,
): void {
  const lacking = new Map<Table, Set<string>>();
  for (const record of records) {
    if (when && when(record) !== IN) continue;
    const blank: { field: string; datum: Datum }[] = [];
    for (const field of test.fields) {
      const datum = record.data[field];
      if (datum && datum.state !== 'blank' && datum.state !== 'void') continue;
      if (datum) blank.push({ field, datum });
      else if (!hasLine(record.table, test.orLine, scope)) {
        lacking.set(record.table, (lacking.get(record.table) ?? new Set()).add(field));
      }
    }
    const [first, ...others] = leftToRight(blank);
    if (!first) continue;
    report(rule, test, { record, ...first, related: others.map(({ datum }) => placeOf(record.table, datum)) });
  }
  for (const [table, fields] of lacking) {
    const labels = [...fields].map((key) => scope.field(table.id, key)?.label ?? key);
    report(rule, test, {
      table,
      field: [...fields][0],
      at: headerRange(table),
      severity: test.absent ?? test.severity,
      message: phrases['finding.absent'],
      fix: phrases['finding.absentFix'],
      words: { header: labels.join('、'), title: rule.title },
    });
  }
}

function hasLine(table: Table, kind: Line['kind'] | undefined, scope: Scope): boolean {
  const { lines } = scope.reading;
  return kind !== undefined && lines.some((line) => line.kind === kind && line.sheet === table.sheet && line.value);
}

function judgeReadable(
  rule: RuleDef,
  test: RecordTest & { test: 'readable' },
  records: readonly DataRecord[],
  when: Test | null,
  report: Report,
): void {
  for (const record of records) {
    for (const field of test.fields) {
      const datum = record.data[field];
      // Error cells have a rule of their own, whatever the field.
      if (datum?.state !== 'unreadable' || datum.issue === 'N044' || (when && when(record) !== IN)) continue;
      report(rule, test, { record, field, datum });
    }
  }
}

function filledCells(record: DataRecord, fields: readonly string[]): { field: string; datum: Datum }[] {
  const cells = fields.flatMap((field) => {
    const datum = record.data[field];
    return datum ? [{ field, datum }] : [];
  });
  return leftToRight(cells);
}

function leftToRight(cells: { field: string; datum: Datum }[]): { field: string; datum: Datum }[] {
  return cells.sort((a, b) => a.datum.column - b.datum.column || a.datum.row - b.datum.row);
}

function otherWords(record: DataRecord, others: readonly { field: string; datum: Datum }[], scope: Scope): Words {
  const [other] = others;
  return other ? { other: shown(other.datum), otherHeader: headerOf(record, other.field, scope) } : {};
}

export function relatedPlaces(records: readonly DataRecord[], field: string): Place[] {
  return records.flatMap((record) => {
    const datum = record.data[field];
    return datum ? [placeOf(record.table, datum)] : [];
  });
}
