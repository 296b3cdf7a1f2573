/** What of a workbook is held against other workbooks: equal values have equal tokens under one secret (decision key-6). */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { cellAddress } from '../model/addresses.ts';
import { roleFields } from '../model/catalogue.ts';
import { ownNames, withoutWords } from '../model/cores.ts';
import { dayOf, isoOf, serialOf } from '../model/days.ts';
import { comparable, foldWidth, ID15 } from '../model/identifiers.ts';
import { issueNumberIn } from '../model/issues.ts';
import { namedMode } from '../model/modes.ts';
import { isNumberToken } from '../model/tokens.ts';
import type {
  CheckCatalogue,
  Condition,
  DataRecord,
  Datum,
  Fact,
  IdentityDef,
  Joins,
  KeyPart,
  Place,
  Reading,
  Registered,
  ReturnedIssue,
  Role,
  Span,
  Thing,
} from '../model.ts';

/** What others know of lines. */
export interface Lines {
  /** Those of a table that count, and certainly satisfy the condition. */
  counted(table: string, when: Condition): readonly DataRecord[];
  /** Null where it is open. */
  satisfies(record: DataRecord, when: Condition): boolean | null;
  /** The unit of a register that a cell names. */
  county(text: string): { readonly id: string; readonly name: string } | null;
  /** The day that a cell names, where it was read to the month. */
  day(cell: string | number): Span | null;
  /** The day beside a label outside the tables that means this field. */
  dayBeside(field: string): Span | null;
}

/** Of a workbook as it was typed; what of it is masked joins nothing. */
export function joinsOf(reading: Reading, catalogue: CheckCatalogue, lines: Lines, secret: string): Joins {
  const tokenOf = openJoinTokens(secret);
  const things = Object.entries(catalogue.identities).flatMap(([identity, def]) =>
    thingsOf(identity, def, reading, lines, tokenOf),
  );
  const facts = factsOf(reading, catalogue, lines);
  const register = ofRole('register', reading, catalogue).flatMap((record) => registered(record, catalogue, lines));
  const issues = Object.values(catalogue.identities).flatMap((def) => issuesReturned(def, reading, lines));
  return { things, facts, register, ...(issues.length > 0 && { issues }) };
}

// Things --------------------------------------------------------------------------------------------------------------

type TokenOf = (text: string) => string;

/** 96 bits: two values of a city are never alike by chance. */
const DIGITS = 24;

function openJoinTokens(secret: string): TokenOf {
  const keyed = hmac.create(sha256, utf8ToBytes(secret));
  return (text) => bytesToHex(keyed.clone().update(utf8ToBytes(text)).digest()).slice(0, DIGITS);
}

function thingsOf(
  identity: string,
  { table, across }: IdentityDef,
  { unit }: Reading,
  lines: Lines,
  tokenOf: TokenOf,
): readonly Thing[] {
  if (!across) return [];
  const keys = across.keys.map((parts) =>
    parts.map((part) => reader(part, ownNames(unit.community, unit.street), lines)),
  );
  return lines.counted(table, across.when).flatMap((record): readonly Thing[] => {
    const read = keys.map((parts, at) => keyOf(record, parts, `${identity} ${at}`, tokenOf));
    if (read.every((key) => key === null)) return [];
    const called = across.called === undefined ? null : valueIn(record, across.called);
    return [{ identity, keys: read, called, at: placeIn(record, across.at) }];
  });
}

type Read = (record: DataRecord) => string | null;

function keyOf(record: DataRecord, parts: readonly Read[], before: string, tokenOf: TokenOf): string | null {
  let text = before;
  for (const part of parts) {
    const value = part(record);
    if (value === null) return null;
    text += `\n${value}`;
  }
  return tokenOf(text);
}

function reader(part: KeyPart, own: readonly string[], lines: Lines): Read {
  switch (part.as) {
    case 'value':
      return (record) => valueIn(record, part.field);
    case 'id':
      return (record) => (part.checked && !isChecked(record, part.field) ? null : idIn(record, part.field));
    case 'day':
    case 'month':
      return (record) => dayIn(record, part, lines);
    case 'text':
      return textReader(part, own);
  }
}

const saying = new Map<string, RegExp>();

function textReader({ field, words, own, day, says }: Extract<KeyPart, { as: 'text' }>, owns: readonly string[]): Read {
  const without = withoutWords(own ? [...owns, ...words] : words);
  const pattern = saying.get(says) ?? new RegExp(says);
  saying.set(says, pattern);
  return (record) => {
    const datum = typedIn(record, field);
    const on = day === undefined ? null : (record.data[day]?.span ?? null);
    if (!datum) return null;
    const text = without(on === null ? datum.text : withoutDay(datum.text, on));
    return pattern.test(text) ? text : null;
  };
}

/** 20201025, 2020-10-25, 2020.10.25, 1025 as 〇. */
function withoutDay(text: string, { from, to }: Span): string {
  if (from !== to) return text;
  const { year, month, day } = dayOf(from);
  const [mm, dd] = [month, day].map((each) => String(each).padStart(2, '0'));
  return text.replace(new RegExp(`${year}[年.\\-/]?0?${month}[月.\\-/]?0?${day}日?|${mm}[月.\\-/]?${dd}`, 'g'), '〇');
}

function valueIn(record: DataRecord, field: string): string | null {
  const datum = typedIn(record, field);
  return datum && comparable(datum.text);
}

const UP_TO_BIRTH = 6;
const BEFORE_CHECK = 17;

/** Typed where the number is not known; six equal digits in front are no place, and nobody is the 000th of a day. */
const PLACEHOLDER = /^(?:(\d)\1{5}|123456)|000$/;

function isChecked(record: DataRecord, field: string): boolean {
  const id = valueIn(record, field);
  return id !== null && !ID15.test(id);
}

/** 17 digits: what numbers of both lengths have. */
function idIn(record: DataRecord, field: string): string | null {
  const id = valueIn(record, field);
  if (id === null) return null;
  const long = ID15.test(id) ? `${id.slice(0, UP_TO_BIRTH)}19${id.slice(UP_TO_BIRTH)}` : id.slice(0, BEFORE_CHECK);
  return long.length === BEFORE_CHECK && !PLACEHOLDER.test(long) ? long : null;
}

function dayIn(
  record: DataRecord,
  { as, field, id }: Extract<KeyPart, { as: 'day' | 'month' }>,
  lines: Lines,
): string | null {
  const birth = birthIn(record, id);
  if (birth !== null) return as === 'day' ? birth : birth.slice(0, MONTH);
  const datum = record.data[field];
  if (datum?.state !== 'value' || !datum.span || datum.otherSpan || datum.issue !== null) return null;
  const [from, to] = daysOf(datum, lines).map(isoOf) as [string, string];
  if (as === 'day') return from === to ? from : null;
  return from.slice(0, MONTH) === to.slice(0, MONTH) ? from.slice(0, MONTH) : null;
}

/** Of an ISO date. */
const MONTH = 7;

/** First and last; births are read to the month. */
function daysOf({ span, raw }: Datum, lines: Lines): readonly [number, number] {
  const { from, to } = span!;
  const isTyped = typeof raw === 'string' || typeof raw === 'number';
  const day = from < to && isTyped ? lines.day(raw) : null;
  return day && day.from === day.to && day.from >= from && day.to <= to ? [day.from, day.to] : [from, to];
}

function birthIn(record: DataRecord, id: string | undefined): string | null {
  const digits = id === undefined ? null : idIn(record, id);
  if (digits === null) return null;
  const birth = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].join('-');
  return Number.isNaN(serialOf(birth)) ? null : birth;
}

/** A certain value that was typed here: no token, and not against its own rules. */
function typedIn(record: DataRecord, field: string): Datum | null {
  const datum = record.data[field];
  if (datum?.state !== 'value' || datum.check === 'invalid' || datum.check === 'lossy') return null;
  const { raw } = datum;
  return typeof raw === 'string' && !isNumberToken(raw) && !raw.includes('〔') ? datum : null;
}

// Facts and register --------------------------------------------------------------------------------------------------

function ofRole(role: Role, { tables }: Reading, catalogue: CheckCatalogue): readonly DataRecord[] {
  const ids = new Set(catalogue.tables.filter((table) => table.role === role).map(({ id }) => id));
  return tables.filter(({ id, copyOf }) => ids.has(id) && !copyOf).flatMap(({ records }) => records);
}

/** Of several communities' forms none is the workbook's own. */
function factsOf(reading: Reading, catalogue: CheckCatalogue, lines: Lines): Joins['facts'] {
  const forms = reading.unit.rivals.length > 0 ? [] : ofRole('facts', reading, catalogue);
  const { street, community, agency, filled } = roleFields.facts;
  const fact = (field: string): Fact | null => {
    for (const form of forms) {
      const datum = typedIn(form, field);
      if (datum) return { text: String(datum.raw).trim(), at: placeIn(form, field) };
    }
    return null;
  };
  const typed = forms.flatMap((form) => dayTyped(form, filled) ?? [])[0];
  const beside = typed === undefined ? lines.dayBeside(filled) : null;
  return {
    filled: typed ?? (beside && isoOf(beside.from)),
    street: fact(street),
    community: fact(community),
    agency: fact(agency),
  };
}

function registered(record: DataRecord, { identities }: CheckCatalogue, lines: Lines): readonly Registered[] {
  const { unit, street, community, urbanRural, agency, period, received } = roleFields.register;
  const [said, ofStreet, ofCommunity, ofAgency, ofPeriod] = [unit, street, community, agency, period].map((field) => {
    const datum = typedIn(record, field);
    return datum ? String(datum.raw).trim() : null;
  });
  if (!said && !ofCommunity) return [];
  const county = said ? lines.county(said) : null;
  const kind = record.data[urbanRural]?.codes[0];
  const time = ofPeriod ? namedMode(ofPeriod) : null;
  const handedIn = Object.values(identities).find((def) => def.table === record.table.id && def.handedIn)?.handedIn;
  return [
    {
      county: county?.id ?? null,
      countyName: county?.name ?? said ?? null,
      street: ofStreet ?? null,
      community: ofCommunity ?? null,
      urbanRural: kind === 'urban' || kind === 'rural' ? kind : 'unknown',
      agency: ofAgency ?? null,
      ...(time && { time }),
      submitted: handedIn ? lines.satisfies(record, handedIn) : null,
      received: dayTyped(record, received) ?? null,
      at: placeIn(record, ofCommunity ? community : unit),
    },
  ];
}

/** Lines that bear no number of ours were not sent by us; those that do are, also below the name of another unit. */
function issuesReturned({ table, returned }: IdentityDef, { tables }: Reading, lines: Lines): readonly ReturnedIssue[] {
  if (!returned) return [];
  const records = tables.filter(({ id, copyOf }) => id === table && !copyOf).flatMap((each) => each.records);
  return records.flatMap((record): readonly ReturnedIssue[] => {
    const number = issueNumberIn(typedIn(record, returned.number)?.text ?? '');
    if (number === null) return [];
    return [
      {
        number,
        indicator: valueIn(record, returned.indicator),
        deadline: dayTyped(record, returned.deadline) ?? null,
        isAnswered: returned.answers.some((field) => isFilled(record, field)),
        isClosed: lines.satisfies(record, returned.closed) === true && saysClosed(record, returned),
        closedOn: isOneDay(record.data[returned.closedOn]?.raw) ? (dayTyped(record, returned.closedOn) ?? null) : null,
        isProved: isFilled(record, returned.evidence),
        at: placeIn(record, returned.number),
      },
    ];
  });
}

/** In the word that was sent along, and nothing beside it; that something is done is not yet that it was accepted. */
function saysClosed(record: DataRecord, { status, closedWords }: NonNullable<IdentityDef['returned']>): boolean {
  const said = typedIn(record, status);
  return said !== null && closedWords.includes(comparable(said.text).replace(/[。.!！]$/, ''));
}

/** Excel's own, or year, month and day and nothing else: no 前, no 至. */
function isOneDay(raw: Datum['raw'] | undefined): boolean {
  if (typeof raw !== 'string') return raw !== undefined && raw !== null;
  const [day = ''] = foldWidth(raw)
    .trim()
    .split(/\s+(?=\d+:)/);
  return /^(?:\d{8}|\d{2,4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)$/.test(day);
}

/** `/` and 无 are no answer. */
const isFilled = (record: DataRecord, field: string): boolean => {
  const state = record.data[field]?.state;
  return state !== undefined && state !== 'blank' && state !== 'void';
};

function dayTyped(record: DataRecord, field: string): string | undefined {
  const datum = record.data[field];
  const isDay = datum?.state === 'value' && datum.span && datum.span.from === datum.span.to && !datum.otherSpan;
  return isDay ? isoOf(datum.span!.from) : undefined;
}

/** The cell of the field, or the first of the record where the table has no such column. */
function placeIn({ table, row, data }: DataRecord, field: string): Place {
  const [first] = table.columns.flatMap((column) => (column.field === null ? [] : (data[column.field] ?? [])));
  const cell = data[field] ?? first ?? { row, column: table.area.left };
  return { sheet: table.sheet, address: cellAddress(cell.row, cell.column) };
}
