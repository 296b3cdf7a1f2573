/** Rules on cells as they were read: what was noted at a cell becomes a finding. */
import { isPartialDay } from '../../model/days.ts';
import type { DataRecord, Datum, RuleDef, TestOf } from '../../model.ts';
import { columnOf } from '../conditions/column-summaries.ts';
import { kept } from '../conditions/kept.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Report } from './findings.ts';

/** What Excel itself could not work out: #REF! and the like. It has a rule of its own, whatever the field. */
export const ERROR_CELL = 'N044';

/** The finding is of the rule of the issue's id, or of the table's rule that stands for it. */
export function judgeIssues(scope: Scope, rules: ReadonlyMap<string, RuleDef>, report: Report): void {
  for (const id of new Set(scope.reading.tables.map((table) => table.id))) {
    const seen = new Set<string>();
    for (const { record, field, datum } of notedCells(id, scope)) {
      // One cell can stand in for several fields, and hold for several lines.
      const key = `${record.table.sheet}!${datum.row},${datum.column},${datum.issue}`;
      if (seen.has(key)) continue;
      const found = ruleOf(id, field, datum, rules, scope);
      if (!found) continue;
      seen.add(key);
      const { rule, test } = found;
      const column = `${record.table.sheet}!${record.table.area.top},${datum.column},${rule.id}`;
      if (test.once && seen.has(column)) continue;
      seen.add(column);
      const severity = !isUsed(id, scope) ? 'note' : test.fed && isFed(id, field, scope) ? test.fed : test.severity;
      report(rule, test, { record, field, datum, severity });
    }
  }
}

interface NotedCell {
  readonly record: DataRecord;
  readonly field: string;
  readonly datum: Datum & { readonly issue: string };
}

/** Of rows of sums only the error cells: the rest is for the rule on totals. */
function* notedCells(id: string, scope: Scope): Iterable<NotedCell> {
  const noted = scope.fields(id).filter((field) => columnOf(id, field, scope).issues);
  if (noted.length > 0) for (const record of scope.records(id)) yield* notedIn(record, noted);
  for (const { pivot, totals } of scope.tables(id)) {
    if (pivot) yield* notedIn(pivot, Object.keys(pivot.data));
    for (const record of totals) {
      for (const cell of notedIn(record, scope.fields(id))) if (cell.datum.issue === ERROR_CELL) yield cell;
    }
  }
}

function* notedIn(record: DataRecord, fields: readonly string[]): Iterable<NotedCell> {
  for (const field of fields) {
    const datum = record.data[field];
    if (datum && datum.issue !== null) yield { record, field, datum: datum as NotedCell['datum'] };
  }
}

function ruleOf(
  table: string,
  field: string,
  datum: NotedCell['datum'],
  rules: ReadonlyMap<string, RuleDef>,
  scope: Scope,
): { rule: RuleDef; test: TestOf<'issue'> } | null {
  const { unreadable, issues } = claimsOf(scope.policy.rules);
  const { state, issue } = datum;
  if (state === 'doubtful' && issue !== ERROR_CELL && !isPartialDay(datum) && unreadable.has(`${table}.${field}`))
    return null;
  const rule = issues.get(`${table}.${field}.${issue}`) ?? rules.get(issue);
  const test = rule?.tests.find((each) => each.test === 'issue');
  return rule && test?.test === 'issue' ? { rule, test } : null;
}

interface Claims {
  /** Fields whose unreadable cells belong to a rule of their table (R081 for the date of an activity). */
  readonly unreadable: ReadonlySet<string>;
  /** Rules of a table that stand for a rule of reading on some of its fields (R103 for a mechanism under way). */
  readonly issues: ReadonlyMap<string, RuleDef>;
}

const claims = new WeakMap<readonly RuleDef[], Claims>();

function claimsOf(rules: readonly RuleDef[]): Claims {
  const known = claims.get(rules);
  if (known) return known;
  const unreadable = new Set<string>();
  const issues = new Map<string, RuleDef>();
  for (const rule of rules) {
    for (const test of rule.tests) {
      if (test.test === 'readable') for (const field of test.fields) unreadable.add(`${rule.table}.${field}`);
      if (test.test === 'issue' && test.of) {
        for (const field of test.of.fields) issues.set(`${rule.table}.${field}.${test.of.issue}`, rule);
      }
    }
  }
  const made = { unreadable, issues };
  claims.set(rules, made);
  return made;
}

/** Whether some indicator is computed from the field; asked for error cells only, which are few. */
function isFed(table: string, field: string, scope: Scope): boolean {
  const names = (part: unknown, within: string | null): boolean => {
    if (typeof part !== 'object' || part === null) return false;
    const own = 'table' in part && typeof part.table === 'string' && !('is' in part) ? part.table : within;
    if ('field' in part && part.field === field && own === table) return true;
    return Object.values(part).some((each) => names(each, own));
  };
  return scope.policy.indicators.some(({ measure }) => names(measure, null));
}

/** Whether the policy measures the table, or has a rule on it: what it never asked for is no fault of anybody's. */
const isUsed = kept((table: string, { policy: { indicators, rules } }: Scope): boolean => {
  const names = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    (('table' in part && part.table === table) || Object.values(part).some(names));
  return rules.some((rule) => rule.table === table || rule.also?.includes(table)) || indicators.some(names);
});
