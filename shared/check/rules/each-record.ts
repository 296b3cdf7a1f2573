/** Rules on one record after another: filled, readable, and what must hold between its cells. */
import { isPartialDay } from '../../model/days.ts';
import { ABSENT, BLANK, DOUBTFUL, VOID } from '../../model/summaries.ts';
import type { DataRecord, Datum, Line, RuleDef, Table, TestOf } from '../../model.ts';
import { columnOf } from '../conditions/column-summaries.ts';
import { compile, settledBy } from '../conditions/compile.ts';
import { groupsOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { headerRange, headingOf, openRuns, placeOf } from '../measures/evidence.ts';
import { fieldLabel, headingText } from '../measures/labels.ts';
import { phrases } from '../phrases.ts';
import type { Words } from '../say.ts';
import { ERROR_CELL } from './cell-issues.ts';
import { type Judge, type Report, shown } from './findings.ts';

type RecordTestName = 'required' | 'readable' | 'holds';

interface FilledCell {
  readonly field: string;
  readonly datum: Datum;
}

/** An absent column is one finding for the whole table. */
export const judgeRequired: Judge<'required'> = (rule, test, scope, report) => {
  const lacking = new Map<Table, Set<string>>();
  const throughout = new Map<string, BlankColumn>();
  if (!someColumn(rule, test, BLANK | VOID | ABSENT, scope)) return;
  for (const record of recordsMeant(rule, test, scope)) {
    const blank: FilledCell[] = [];
    for (const field of test.fields) {
      const datum = record.data[field];
      if (datum && datum.state !== 'blank' && datum.state !== 'void') continue;
      if (datum && isBlankThroughout(record.table, field)) addBlank(throughout, record, field, datum);
      else if (datum) blank.push({ field, datum });
      else if (!record.table.continues && !hasLine(record.table, test.orLine, scope)) {
        lacking.set(record.table, (lacking.get(record.table) ?? new Set()).add(field));
      }
    }
    const [first, ...others] = leftToRight(blank);
    const { sheet } = record.table;
    if (first) report(rule, test, { record, ...first, related: others.map(({ datum }) => placeOf({ sheet, datum })) });
  }
  for (const column of throughout.values()) reportBlankColumn(rule, test, column, report);
  for (const [table, fields] of lacking) reportLacking(rule, test, table, [...fields], scope, report);
};

/** A column that is blank in every record of its list, and the records that it is asked of. */
interface BlankColumn {
  readonly first: DataRecord;
  readonly field: string;
  readonly datum: Datum;
  readonly runs: ReturnType<typeof openRuns>;
  count: number;
}

function isBlankThroughout(table: Table, field: string): boolean {
  const states = table.summaries().get(field)?.states;
  return table.shape === 'list' && table.records.length > 1 && states === BLANK;
}

function addBlank(columns: Map<string, BlankColumn>, first: DataRecord, field: string, datum: Datum): void {
  const { table } = first;
  const key = `${table.sheet}!${table.area.top},${datum.column}`;
  const column = columns.get(key) ?? { first, field, datum, runs: openRuns('source'), count: 0 };
  column.count++;
  column.runs.add(table.sheet, datum);
  columns.set(key, column);
}

/** At its heading, with the rows beside it (decision check-52); asked of one record only, at its cell. */
function reportBlankColumn(
  rule: RuleDef,
  test: TestOf<'required'>,
  { first, field, datum, runs, count }: BlankColumn,
  report: Report,
): void {
  const { table } = first;
  if (count === 1) {
    report(rule, test, { record: first, field, datum });
    return;
  }
  const related = runs.evidence().map(({ sheet, address }) => ({ sheet, address }));
  const message = phrases['finding.blankColumn'];
  const at = headingOf(table, field) ?? related[0]!;
  const header = table.columns.find((each) => each.field === field)?.header;
  report(rule, test, { table, field, at, related, message, words: { header, count, title: rule.title } });
}

function reportLacking(
  rule: RuleDef,
  test: TestOf<'required'>,
  table: Table,
  fields: readonly string[],
  scope: Scope,
  report: Report,
): void {
  const header = fields.map((key) => fieldLabel(table.id, key, scope)).join('、');
  report(rule, test, {
    table,
    field: fields[0],
    at: headerRange(table),
    severity: test.absent ?? test.severity,
    message: phrases['finding.absent'],
    fix: phrases['finding.absentFix'],
    words: { header, title: rule.title },
  });
}

function hasLine(table: Table, kind: Line['kind'] | undefined, scope: Scope): boolean {
  const { lines } = scope.reading;
  return kind !== undefined && lines.some((line) => line.kind === kind && line.sheet === table.sheet && line.value);
}

export const judgeReadable: Judge<'readable'> = (rule, test, scope, report) => {
  if (!someColumn(rule, test, DOUBTFUL, scope)) return;
  for (const record of recordsMeant(rule, test, scope)) {
    for (const field of test.fields) {
      const datum = record.data[field];
      // Error cells have a rule of their own, whatever the field, and so has a day that was read and not taken.
      if (datum?.state === 'doubtful' && datum.issue !== ERROR_CELL && !isPartialDay(datum))
        report(rule, test, { record, field, datum });
    }
  }
};

export const judgeHolds: Judge<'holds'> = (rule, test, scope, report) => {
  const must = compile(test.must, scope, rule.table);
  const settled = settledBy(must);
  if (settled !== null && settled !== OUT) return;
  const excused = test.unless ? excusedBy(test.unless, rule.table!, scope) : null;
  for (const record of recordsMeant(rule, test, scope)) {
    if (must(record) !== OUT || excused?.(record)) continue;
    const [first, ...others] = filledCells(record, test.fields);
    // What was noted when the cell was read is not said again.
    if (!first || first.datum.issue === rule.id) continue;
    const data = others.map(({ datum }) => datum);
    const related = data.map((datum) => placeOf({ sheet: record.table.sheet, datum }));
    report(rule, test, { record, ...first, others: data, related, words: otherWords(record, others[0], scope) });
  }
};

type Unless = NonNullable<TestOf<'holds'>['unless']>;

/** Whether another record of the same thing may satisfy the condition: a post that was filled again. */
function excusedBy({ identity, of }: Unless, table: string, scope: Scope): (record: DataRecord) => boolean {
  const grouping = groupsOf(identity, scope);
  const test = compile(of, scope, table);
  const groups = new Map(grouping.records.map((record, i) => [record, grouping.of[i]!]));
  const excused = new Set(grouping.records.filter((each) => test(each) !== OUT).map((each) => groups.get(each)));
  return (record) => excused.has(groups.get(record));
}

/** What the columns settle for all records needs no look at each: a rule is broken seldom. */
function someColumn(rule: RuleDef, test: TestOf<'required' | 'readable'>, states: number, scope: Scope): boolean {
  return test.fields.some((field) => (columnOf(rule.table!, field, scope).states & states) !== 0);
}

function recordsMeant(rule: RuleDef, { when }: TestOf<RecordTestName>, scope: Scope): readonly DataRecord[] {
  const records = scope.records(rule.table!);
  if (!when) return records;
  const isMeant = compile(when, scope, rule.table);
  const settled = settledBy(isMeant);
  return settled === null ? records.filter((record) => isMeant(record) === IN) : settled === IN ? records : [];
}

function filledCells(record: DataRecord, fields: readonly string[]): FilledCell[] {
  const cells = fields.flatMap((field) => {
    const datum = record.data[field];
    return datum ? [{ field, datum }] : [];
  });
  return leftToRight(cells);
}

function leftToRight(cells: FilledCell[]): FilledCell[] {
  return cells.sort((a, b) => a.datum.column - b.datum.column || a.datum.row - b.datum.row);
}

function otherWords(record: DataRecord, other: FilledCell | undefined, scope: Scope): Words {
  return other ? { other: shown(other.datum), otherHeader: headingText(record, other.field, scope) } : {};
}
