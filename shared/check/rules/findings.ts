/** Makes findings: where they point, what they say, and a key that outlives inserted rows. */
import { isoOf, isPartialDay } from '../../model/days.ts';
import { dateText } from '../../model/figures.ts';
import { keyWithin } from '../../model/finding-keys.ts';
import { comparable } from '../../model/identifiers.ts';
import { inlineToken } from '../../model/tokens.ts';
import type {
  Asked,
  DataRecord,
  Datum,
  FieldType,
  Finding,
  KeyParts,
  Place,
  RuleDef,
  RuleTest,
  Severity,
  Table,
  TestName,
  TestOf,
} from '../../model.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { openRuns, placeOf } from '../measures/evidence.ts';
import { fieldLabel, headingText, tableName } from '../measures/labels.ts';
import { phrases } from '../phrases.ts';
import { fill, type Words } from '../say.ts';

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
  /** What a person can say to settle it. */
  readonly asks?: Asked;
  /** Words of the message beside the usual: row, where, header, value, taken, sheet, table, asOf, community. */
  readonly words?: Words;
}

export type Report = (rule: RuleDef, test: RuleTest, subject: Subject) => void;

/** Judges one way of breaking a rule. */
export type Judge<Name extends TestName> = (rule: RuleDef, test: TestOf<Name>, scope: Scope, report: Report) => void;

/** Like findings on more rows of a list than this are one finding, with the cells of all (decision check-52). */
const MOST_ALIKE = 10;

export interface Reports {
  readonly report: Report;
  /** All findings, when everything was judged. */
  findings(): readonly Finding[];
}

type Unnumbered = Omit<KeyParts, 'nth'>;

/** A finding before it is known which of several alike it is. */
type Found = Omit<Finding, 'key' | 'keyParts'> & { readonly keyParts: Unnumbered };

/** Findings of one rule on one column of a list, or on one wording throughout the workbook. */
interface Alike {
  /** Of all of them together. */
  readonly keyParts: Unnumbered;
  /** So many are told one by one. */
  readonly most: number;
  readonly singly: Found[];
  readonly rows: Set<number>;
  readonly runs: ReturnType<typeof openRuns>;
  count: number;
}

export function openReport(scope: Scope): Reports {
  const found: (Found | Alike)[] = [];
  const groups = new Map<string, Alike>();
  return {
    findings: () => numbered(found.flatMap((each) => ('singly' in each ? findingsOf(each) : each))),
    report(rule, test, subject) {
      const { record, datum, at } = subject;
      if (!record || !datum || at || record.table.shape !== 'list') {
        found.push(findingOf(rule, test, subject, scope));
        return;
      }
      const isAsked = isQuestion(subject, scope);
      const key = isAsked ? wordingKey(rule, subject) : alikeKey(rule, test, subject, scope);
      let group = groups.get(key);
      if (!group) {
        const of = isAsked ? keyText(datum) : `alike ${wordingOf(subject, scope)}`;
        group = {
          keyParts: { rule: rule.id, record: [record.table.id], value: [subject.field ?? '', of] },
          most: isAsked ? 1 : MOST_ALIKE,
          singly: [],
          rows: new Set(),
          runs: openRuns('source'),
          count: 0,
        };
        groups.set(key, group);
        found.push(group);
      }
      group.count++;
      // A question points to its first cell; like findings to all of theirs.
      if (!isAsked || group.singly.length > 0) group.runs.add(record.table.sheet, datum);
      if (group.rows.size > group.most) return;
      group.rows.add(isAsked ? group.rows.size : datum.row);
      const one = findingOf(rule, test, isAsked ? { ...subject, asks: askedOf(subject) } : subject, scope);
      // A question is about the wording, whichever records it stands in.
      group.singly.push(isAsked ? { ...one, keyParts: group.keyParts } : one);
    },
  };
}

/** Of findings alike in all parts of their keys each has a number. */
function numbered(all: readonly Found[]): readonly Finding[] {
  const times = new Map<string, number>();
  return all.map((found) => {
    const key = keyWithin({ ...found.keyParts, nth: 1 });
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    const keyParts = { ...found.keyParts, nth };
    return { ...found, key: keyWithin(keyParts), keyParts };
  });
}

const LISTED: ReadonlySet<FieldType | undefined> = new Set(['code', 'codes', 'boolean'] as const);

/** A word of a list, or a yes or no, that was not understood: what it means is asked once, wherever it stands. */
function isQuestion(subject: Subject, scope: Scope): boolean {
  const { field, datum } = subject;
  if (datum?.state !== 'doubtful' || datum.check !== null || field === undefined) return false;
  return LISTED.has(scope.field(tableOf(subject)!.id, field)?.type) && !isError(datum);
}

function isError({ raw }: Datum): boolean {
  return typeof raw === 'object' && raw !== null && 'error' in raw;
}

function wordingKey(rule: RuleDef, subject: Subject): string {
  return [rule.id, tableOf(subject)!.id, subject.field, textOf(subject.datum!)].join('|');
}

function askedOf(subject: Subject): Asked {
  return { kind: 'word', table: tableOf(subject)!.id, field: subject.field! };
}

/** Figures that the cell is held against: what was said of it lapses with them. */
function comparedWith({ words = {} }: Subject): readonly string[] {
  return [words.sum, words.count, words.expected].flatMap((one) => (one === undefined ? [] : String(one)));
}

/** Where what stands there is asked about each wording is a matter of its own. */
const WORDED: ReadonlySet<FieldType | undefined> = new Set(['text', 'code', 'codes', 'boolean'] as const);

function alikeKey(rule: RuleDef, test: RuleTest, subject: Subject, scope: Scope): string {
  const { field } = subject;
  const table = tableOf(subject)!;
  const severity = subject.severity ?? test.severity;
  const parts = [rule.id, rule.tests.indexOf(test), severity, subject.message ?? '', table.sheet, table.area.top];
  return [...parts, table.area.left, field, wordingOf(subject, scope)].join('|');
}

/** What is asked about; empty where the values may differ from row to row. */
function wordingOf(subject: Subject, scope: Scope): string {
  const { field, datum } = subject;
  const def = field === undefined ? undefined : scope.field(tableOf(subject)!.id, field);
  return def?.personal === undefined && WORDED.has(def?.type) ? textOf(datum!) : '';
}

/** What is said of them all holds for so many, in this sheet, of these values, and lapses with any of it (decision key-3). */
function ofAll({ rule, record, value }: Unnumbered, count: number, singly: readonly Found[]): Unnumbered {
  const each = singly.flatMap(({ keyParts }) => [...keyParts.record.slice(1), ...keyParts.value.slice(1)]);
  return { rule, record: [...record, singly[0]!.at.sheet], value: [...value, String(count), ...each] };
}

function findingsOf({ keyParts, most, singly, rows, runs, count }: Alike): readonly Found[] {
  const [first] = singly;
  if (rows.size <= most || !first) return singly;
  const places = runs.evidence().map(({ sheet, address }): Place => ({ sheet, address }));
  const [at, ...related] = first.asks ? [first.at, ...places] : places;
  const message = fill(phrases['finding.alike'], { count, message: first.message });
  const of = first.asks ? keyParts : ofAll(keyParts, count, singly);
  return [{ ...first, keyParts: of, at: at!, related, message }];
}

function tableOf({ table, record }: Subject): Table | undefined {
  return table ?? record?.table;
}

function findingOf(rule: RuleDef, test: RuleTest, subject: Subject, scope: Scope): Found {
  const { field, datum } = subject;
  const table = tableOf(subject);
  const at = subject.at ?? placeOf({ sheet: table!.sheet, datum: datum! });
  const value = datum && !isPersonal(table, field, scope) ? plain(datum) : null;
  const words = wordsOf(subject, at, value, scope);
  return {
    keyParts: partsOf(rule, subject, at, scope),
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
    ...(subject.asks ? { asks: subject.asks } : {}),
  };
}

/** By what the record is called and what the cells say, never by rows. */
function partsOf(rule: RuleDef, subject: Subject, at: Place, scope: Scope): Unnumbered {
  const { record, field, datum, others = [] } = subject;
  const names = record ? namesOf(record, scope) : [];
  return {
    rule: rule.id,
    record: [tableOf(subject)?.id ?? at.sheet, ...names],
    value: [field ?? '', datum ? keyText(datum) : '', ...others.map(keyText), ...comparedWith(subject)],
  };
}

/** A value as it is compared: a token as it is, words in the form that tokens are made of. */
function keyText(datum: Datum): string {
  const text = textOf(datum);
  return isMasked(datum) ? text : text.split(INLINE).map(comparableWords).join('');
}

/** A masked value inside a text. */
const INLINE = /(〔[a-z]+-[0-9a-f]{12}〕)/;

function comparableWords(part: string, at: number): string {
  return at % 2 === 0 ? comparable(part) : part;
}

function wordsOf(subject: Subject, at: Place, value: Finding['value'], scope: Scope): Words {
  const table = tableOf(subject);
  return {
    where: rowText(subject),
    header: headerText(subject, scope),
    value: value === null ? unshown(subject, scope) : shown(subject.datum!),
    taken: takenText(subject, scope),
    sheet: at.sheet,
    table: table ? tableName(table.id, scope) : '',
    community: scope.reading.unit.community ?? '',
    asOf: dateText(isoOf(scope.asOf)),
    ...subject.words,
  };
}

/** The number that was read: 15 of 5+10, 40% of 四成. */
function takenText({ table, record, field, datum }: Subject, scope: Scope): string {
  const { id } = table ?? record?.table ?? {};
  if (!datum || datum.number === null || id === undefined || field === undefined) return '';
  if (scope.field(id, field)?.type !== 'ratio') return String(datum.number);
  return `${Math.round(datum.number * 10_000) / 100}%`;
}

function rowText({ record, table = record?.table, datum }: Subject): string {
  if (!record || table?.shape !== 'list') return '';
  return fill(phrases['finding.row'], { row: (datum?.row ?? record.row) + 1 });
}

function headerText({ record, field, table = record?.table }: Subject, scope: Scope): string {
  if (!table || !field) return '';
  return record ? headingText(record, field, scope) : fieldLabel(table.id, field, scope);
}

/** What stands in the message for a value that is not there, or must not be said. */
function unshown(subject: Subject, scope: Scope): string {
  const { datum, field } = subject;
  return phrases[isPersonal(tableOf(subject), field, scope) || isMasked(datum) ? 'finding.personal' : 'finding.blank'];
}

function isPersonal(table: Table | undefined, field: string | undefined, scope: Scope): boolean {
  return table !== undefined && field !== undefined && scope.field(table.id, field)?.personal !== undefined;
}

/** Also in a field that holds nothing personal a value may have been masked: it looked like an id number. */
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
  const { raw, known, state } = datum;
  // Of a word that was not understood only what was; whoever has the workbook can look the rest up.
  if (state === 'doubtful' && known !== '' && !isPartialDay(datum)) return known;
  if (raw === null || typeof raw !== 'object') return raw;
  // Of a masked cell its token, which whoever masked it reads.
  return 'error' in raw ? raw.error : raw.masked === null ? null : inlineToken('text', raw.masked);
}

/** What a record is called: by its key fields, so that a key outlives changes in other cells. */
function namesOf(record: DataRecord, scope: Scope): readonly string[] {
  if (record.table.shape === 'form' || record === record.table.pivot) return [];
  const names: string[] = [];
  for (const key of scope.tableDef(record.table.id)?.key ?? []) {
    const datum = record.data[key];
    if (datum?.state === 'value' && datum.number === null) names.push(keyText(datum));
  }
  return names;
}
