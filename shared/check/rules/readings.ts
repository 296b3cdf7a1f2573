/** Rules on how the workbook was read: cells that could not be taken, headings, hidden data, copies, forbidden lists. */
import { addressOf, cellAddress, parseAddress } from '../../model/addresses.ts';
import type { Column, DataRecord, Place, ReadingTest, RuleDef } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import { judgeSignatures, judgeUnit, judgeUrbanRural } from './facts.ts';
import { placeOf, type Report } from './findings.ts';

export function judgeReading(rule: RuleDef, test: ReadingTest, scope: Scope, report: Report): void {
  const { reading } = scope;
  switch (test.test) {
    // Judged for all rules in one pass: see `judgeIssues`.
    case 'issue':
      return;
    case 'unit':
      judgeUnit(rule, test, scope, report);
      return;
    case 'hidden': {
      for (const sheet of new Set(reading.hidden.map((each) => each.sheet))) {
        const addresses = reading.hidden.flatMap((each) => (each.sheet === sheet ? each.address.split(',') : []));
        const [at, ...related] = addresses.map((address): Place => ({ sheet, address }));
        report(rule, test, { at: at!, related, words: { what: addresses.join('、') } });
      }
      return;
    }
    case 'unread':
      for (const unread of reading.unread) {
        const area = parseAddress(unread.address);
        if (!area || area.top === area.bottom || area.left === area.right) continue;
        report(rule, test, { at: placeIn(unread), words: { reason: unread.reason } });
      }
      return;
    case 'copy':
      for (const table of reading.tables) {
        if (!table.copyOf) continue;
        const at = { sheet: table.sheet, address: addressOf(table.area) };
        report(rule, test, { table, at, words: { original: table.copyOf.sheet } });
      }
      return;
    case 'heading':
      eachColumn(scope, ({ basis, ambiguous }) => basis === 'none' && ambiguous === true, rule, test, report);
      return;
    case 'contained':
      eachColumn(scope, ({ basis }) => basis === 'contains', rule, test, report);
      return;
    case 'none':
      for (const id of test.tables) {
        const datum = scope.none(id);
        const table = scope.tables(id)[0];
        if (datum && table) report(rule, test, { table, datum, at: placeOf(table, datum) });
      }
      return;
    case 'sensitive':
      judgeSensitive(rule, test, scope, report);
      return;
    case 'urbanRural':
      judgeUrbanRural(rule, test, scope, report);
      return;
    case 'signatures':
      judgeSignatures(rule, test, scope, report);
      return;
  }
}

function placeIn(place: Place): Place {
  return { sheet: place.sheet, address: place.address };
}

function eachColumn(
  scope: Scope,
  wanted: (column: Column) => boolean,
  rule: RuleDef,
  test: ReadingTest,
  report: Report,
): void {
  for (const table of scope.reading.tables) {
    // Lists that must not be kept have one finding: that they be deleted.
    if (table.copyOf || scope.tableDef(table.id)?.marked) continue;
    for (const column of table.columns) {
      if (!wanted(column) || column.header === '') continue;
      const row = column.row ?? table.headerRows.at(-1) ?? table.area.top;
      const at = { sheet: table.sheet, address: cellAddress(row, column.index) };
      report(rule, test, { table, field: column.field ?? undefined, at, words: { header: column.header } });
    }
  }
}

/** What was noted when a cell was read becomes a finding of the rule of that id. */
export function judgeIssues(scope: Scope, rules: ReadonlyMap<string, RuleDef>, report: Report): void {
  const { unreadable, issues } = claimsOf(scope.policy.rules);
  for (const id of new Set(scope.reading.tables.map((table) => table.id))) {
    const noted = scope.fields(id).filter((field) => scope.column(id, field).issues);
    const seen = new Set<string>();
    const judge = (record: DataRecord, field: string, only?: string) => {
      const datum = record.data[field];
      if (datum == null || datum.issue === null || (only && datum.issue !== only)) return;
      if (datum.state === 'unreadable' && datum.issue !== 'N044' && unreadable.has(`${id}.${field}`)) return;
      // One cell can stand in for several fields, and hold for several lines.
      const key = `${record.table.sheet}!${datum.row},${datum.column},${datum.issue}`;
      const rule = issues.get(`${id}.${field}.${datum.issue}`) ?? rules.get(datum.issue);
      const test = rule?.tests.find((each) => each.test === 'issue');
      if (!rule || test?.test !== 'issue' || seen.has(key)) return;
      seen.add(key);
      const severity = test.fed && isFed(id, field, scope) ? test.fed : test.severity;
      report(rule, test, { record, field, datum, severity });
    };
    if (noted.length > 0) for (const record of scope.records(id)) for (const field of noted) judge(record, field);
    for (const table of scope.tables(id)) {
      if (table.pivot) for (const field in table.pivot.data) judge(table.pivot, field);
      for (const record of table.totals) for (const field of scope.fields(id)) judge(record, field, 'N044');
    }
  }
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

/** A list of names of protected people: told by its title, sheet or headings and a filled column of names. */
function judgeSensitive(rule: RuleDef, test: ReadingTest & { test: 'sensitive' }, scope: Scope, report: Report): void {
  for (const table of scope.reading.tables) {
    const said = [table.title, table.sheet, ...table.columns.map(({ header }) => header)];
    const words = [...test.words, ...(scope.tableDef(table.id)?.marked ?? [])];
    const word = words.find((each) => said.some((text) => text.includes(each)));
    const listed = scope.tableDef(table.id)?.marked !== undefined;
    const column = table.columns.find(({ header, field }) => /姓\s*名/.test(header) || (listed && field === 'name'));
    if (word === undefined || !column || table.records.length === 0) continue;
    const row = column.row ?? table.headerRows.at(-1) ?? table.area.top;
    const at = { sheet: table.sheet, address: cellAddress(row, column.index) };
    report(rule, test, { table, field: column.field ?? undefined, at, words: { word } });
  }
}
