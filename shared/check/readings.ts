/** Rules on how the workbook was read: cells that could not be taken, headings, hidden data, the community itself. */
import { addressOf, cellAddress, parseAddress } from '../model/addresses.ts';
import { comparable } from '../model/identifiers.ts';
import type { Column, DataRecord, Datum, Place, ReadingTest, RuleDef, UnitDef } from '../model.ts';
import { headerRange } from './evidence.ts';
import { placeOf, type Report } from './findings.ts';
import { textOf } from './identities.ts';
import type { Scope } from './scope.ts';

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
  const { unreadable, issues } = claimsOf(scope.catalogue.rules);
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
      for (const record of table.totals) for (const field in record.data) judge(record, field, 'N044');
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
  return scope.targetSet.indicators.some(({ measure }) => names(measure, null));
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

/** The form may leave it out where the line 填报单位 names it. */
function judgeUnit(rule: RuleDef, test: ReadingTest, scope: Scope, report: Report): void {
  const form = scope.records('W01')[0];
  if (!form) return;
  const datum = form.data.unit;
  const said = datum?.state === 'value' ? comparable(datum.text) : null;
  const known = (unit: UnitDef) => [unit.name, ...unit.synonyms].some((name) => said?.includes(name));
  if (said === null ? scope.reading.unit.county !== null : scope.catalogue.units.some(known)) return;
  if (datum) report(rule, test, { record: form, field: 'unit', datum });
  else report(rule, test, { table: form.table, field: 'unit', at: headerRange(form.table) });
}

function judgeUrbanRural(
  rule: RuleDef,
  test: ReadingTest & { test: 'urbanRural' },
  scope: Scope,
  report: Report,
): void {
  const { urbanRural, urbanRuralFrom } = scope.reading.unit;
  const form = scope.records('W01')[0];
  const [code, tick, name] = [form?.data.urc, form?.data.urban_rural, form?.data.community];
  const ticked = tick?.state === 'value' ? tick.codes[0] : undefined;
  const conflict = urbanRuralFrom === 'code' && ticked !== undefined && ticked !== urbanRural;
  const now = conflict ? 'conflict' : urbanRuralFrom === null ? 'nothing' : urbanRuralFrom;
  if (now !== test.from) return;
  const field = conflict || code ? 'urc' : tick ? 'urban_rural' : 'community';
  const datum = conflict || code ? code : (tick ?? name);
  if (form && datum)
    report(rule, test, { record: form, field, datum, related: conflict && tick ? [placeOf(form.table, tick)] : [] });
  else if (form) report(rule, test, { table: form.table, field: 'urc', at: headerRange(form.table) });
}

/** The names stand in the form, or on the lines below it (RULINGS PV5). */
function judgeSignatures(
  rule: RuleDef,
  test: ReadingTest & { test: 'signatures' },
  scope: Scope,
  report: Report,
): void {
  const form = scope.records('W01')[0];
  if (!form) return;
  const named = test.fields.map((field) => ({ field, ...signature(form, field, scope) }));
  const said = named.filter(({ text }) => text !== null && text !== '');
  const labels = (list: typeof named) => list.map(({ label }) => label).join('、');
  if (test.ask === 'filled') {
    const lacking = named.filter(({ text }) => text === null || text === '');
    const first = lacking.find(({ at }) => at !== null) ?? lacking[0];
    if (!first) return;
    const related = lacking.flatMap(({ at }) => (at && at !== first.at ? [at] : []));
    const at = first.at ?? headerRange(form.table);
    report(rule, test, { table: form.table, field: first.field, at, related, words: { header: labels(lacking) } });
    return;
  }
  const twin = said.find(({ text }, i) => said.slice(0, i).some((other) => other.text === text));
  if (!twin) return;
  const others = said.filter(({ text, field }) => text === twin.text && field !== twin.field);
  const related = others.flatMap(({ at }) => (at ? [at] : []));
  report(rule, test, {
    table: form.table,
    field: twin.field,
    at: twin.at!,
    related,
    words: { header: labels([...others, twin]) },
  });
}

function signature(
  form: DataRecord,
  field: string,
  scope: Scope,
): { label: string; text: string | null; at: Place | null } {
  const def = scope.tableDef('W01')!.fields.find(({ key }) => key === field)!;
  const datum: Datum | undefined = form.data[field];
  const { sheet } = form.table;
  if (datum) {
    const text = datum.state === 'value' ? textOf(datum) : null;
    return { label: def.label, text, at: placeOf(form.table, datum) };
  }
  const words = [def.label, ...(def.synonyms ?? [])];
  const line = scope.reading.lines.find(
    (each) => each.kind === 'signature' && each.sheet === sheet && each.label !== null && words.includes(each.label),
  );
  if (!line) return { label: def.label, text: null, at: null };
  return { label: def.label, text: line.value, at: { sheet, address: cellAddress(line.row, line.valueColumn) } };
}
