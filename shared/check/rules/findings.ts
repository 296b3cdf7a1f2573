/** Makes findings: where they point, what they say, and a key that outlives inserted rows. */
import { cellAddress } from '../../model/addresses.ts';
import { isoOf } from '../../model/days.ts';
import type { DataRecord, Datum, Finding, Place, RuleDef, RuleTest, Severity, Table } from '../../model.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { openRuns } from '../measures/evidence.ts';
import { phrases } from '../phrases.ts';
import { fill, type Words } from '../say.ts';
import { headerOf } from '../verdicts/openings.ts';

/** What a finding is about. Without a record it is about the table or sheet as a whole. */
export interface Subject {
  readonly table?: Table;
  readonly record?: DataRecord;
  readonly field?: string;
  readonly datum?: Datum;
  /** Further cells of the record that it is about. */
  readonly others?: readonly Datum[];
  /** Where it points when not at the datum. */
  readonly at?: Place;
  readonly related?: readonly Place[];
  readonly severity?: Severity;
  readonly message?: string;
  readonly fix?: string;
  /** Words of the message beside the usual: row, where, header, value, sheet, table, asOf, community. */
  readonly words?: Words;
}

export type Report = (rule: RuleDef, test: RuleTest, subject: Subject) => void;

/** A rule broken more often than this is broken throughout: the rest is one finding, with the cells of all. */
const MOST_FINDINGS = 2000;

export interface Reports {
  readonly report: Report;
  /** All findings, when everything was judged. */
  findings(): readonly Finding[];
}

/** What a rule has to say beyond its first findings. */
interface Rest {
  readonly first: Finding;
  readonly runs: ReturnType<typeof openRuns>;
  count: number;
}

export function openReport(scope: Scope): Reports {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  const keys = new Map<string, number>();
  const asOf = isoOf(scope.asOf);
  const rests = new Map<string, Rest>();
  return {
    findings: () => [...findings, ...[...rests.values()].map((rest) => restOf(rest))],
    report(rule, test, subject) {
      const count = (counts.get(rule.id) ?? 0) + 1;
      counts.set(rule.id, count);
      const { record, field, datum } = subject;
      const kind = `${rule.id}|${(subject.table ?? record?.table)?.sheet}|${field}`;
      const rest = rests.get(kind);
      if (rest && record && datum) {
        rest.runs.add(record.table.sheet, datum);
        rest.count++;
        return;
      }
      const table = subject.table ?? record?.table;
      const personal =
        field !== undefined && table !== undefined && scope.field(table.id, field)?.personal !== undefined;
      const value = personal || !datum ? null : plain(datum);
      const at = subject.at ?? placeOf(table!, datum!);
      const words: Words = {
        where:
          record && table?.shape === 'list'
            ? fill(phrases['finding.row'], { row: (datum?.row ?? record.row) + 1 })
            : '',
        header: record && field ? headerOf(record, field, scope) : labelOf(table, field, scope),
        value:
          value === null ? phrases[personal || isMasked(datum) ? 'finding.personal' : 'finding.blank'] : shown(datum!),
        sheet: at.sheet,
        table: table ? (scope.tableDef(table.id)?.name ?? table.id) : '',
        community: scope.reading.unit.community ?? '',
        asOf,
        ...subject.words,
      };
      const stem = [
        rule.id,
        table?.id ?? at.sheet,
        record ? nameOf(record, scope) : '',
        field ?? '',
        datum ? textOf(datum) : '',
        ...(subject.others ?? []).map(textOf),
      ].join('|');
      const times = (keys.get(stem) ?? 0) + 1;
      keys.set(stem, times);
      const finding: Finding = {
        key: times === 1 ? stem : `${stem}|${times}`,
        rule: rule.id,
        severity: subject.severity ?? test.severity,
        table: table?.id ?? null,
        field: field ?? null,
        at,
        value,
        shown: value === null ? null : shown(datum!),
        message: fill(subject.message ?? test.message, words),
        fix: fill(subject.fix ?? test.fix, words),
        related: subject.related ?? [],
      };
      if (count <= MOST_FINDINGS || !record || !datum) {
        findings.push(finding);
        return;
      }
      const runs = openRuns('source');
      runs.add(at.sheet, datum);
      rests.set(kind, { first: finding, runs, count: 1 });
    },
  };
}

function restOf({ first, runs, count }: Rest): Finding {
  const [at, ...related] = runs.evidence().map(({ sheet, address }): Place => ({ sheet, address }));
  const message = fill(phrases['finding.rest'], { count, message: first.message });
  const key = [first.rule, first.table, first.field, 'rest'].join('|');
  return { ...first, key, at: at!, related, value: null, shown: null, message };
}

export function placeOf(table: Table, datum: Datum): Place {
  return { sheet: table.sheet, address: cellAddress(datum.row, datum.column) };
}

/** Also in a field that holds nothing personal a value may have been masked: it looked like an id number (RULINGS PV4). */
function isMasked(datum: Datum | undefined): boolean {
  return typeof datum?.raw === 'object' && datum.raw !== null && 'masked' in datum.raw;
}

/** As people read it: a day by its date, everything else as typed. */
export function shown(datum: Datum): string {
  const { raw, span } = datum;
  // Numbers like 2020.1 and 20200731 were typed so; other numbers in a column of dates are days.
  if (typeof raw === 'number' && span && !(raw >= 1900 && raw < 2100) && raw < 1e6) return isoOf(span.from);
  const value = plain(datum) ?? '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** As typed; an error cell by its name, a masked cell not at all. */
function plain(datum: Datum): string | number | boolean | null {
  if (datum.raw === null || typeof datum.raw !== 'object') return datum.raw;
  return 'error' in datum.raw ? datum.raw.error : null;
}

function labelOf(table: Table | undefined, field: string | undefined, scope: Scope): string {
  return table && field ? (scope.field(table.id, field)?.label ?? field) : '';
}

/** What a record is called: by its key fields, so that a key outlives changes in other cells. */
function nameOf(record: DataRecord, scope: Scope): string {
  if (record.table.shape === 'form' || record === record.table.pivot) return '';
  const names: string[] = [];
  for (const key of scope.tableDef(record.table.id)?.key ?? []) {
    const datum = record.data[key];
    if (datum?.state === 'value' && datum.number === null) names.push(textOf(datum));
  }
  return names.join('/');
}
