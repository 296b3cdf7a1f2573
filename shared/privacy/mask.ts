import { roleFields } from '../model/catalogue.ts';
import { isPlaced, isWordToken } from '../model/contract.ts';
import { type CoreOf, coresOf, mostCompared } from '../model/cores.ts';
import { holderIn } from '../model/holders.ts';
import { comparable } from '../model/identifiers.ts';
import { inlineToken, isNumberToken, isToken } from '../model/tokens.ts';
import type {
  Catalogue,
  Correction,
  DataRecord,
  FieldDef,
  IdentityDef,
  MaskedCell,
  Reading,
  SheetSnapshot,
  Table,
  Unread,
  WorkbookSnapshot,
} from '../model.ts';
import { labelText, line, type Masking } from './cells.ts';
import { ownPlaces } from './own.ts';
import { byFirst, patternsWith } from './reduced.ts';
import type { Words } from './restored.ts';
import { type Cores, emptySheet, maskSheet } from './sheets.ts';
import { openTokens, type TokenOf } from './tokens.ts';
import { type MaskingGrounds, vocabulariesOf } from './vocabularies.ts';

export interface Masked {
  readonly snapshot: WorkbookSnapshot;
  /** Sheets left out because nothing in them was recognised (decision mask-3). */
  readonly withheld: readonly Unread[];
  /** The sheets that travel, by the names that they have here. */
  readonly sent: ReadonlySet<string>;
  /** What puts the words back (`restored`). */
  readonly words: Words;
  /** What a person said, as it may travel with the snapshot. */
  readonly corrections: readonly Correction[];
}

/** How texts are read. */
export interface Reader {
  /** The parse of a cell; `standIn` takes the place of the names of places. */
  readonly explain: (
    text: string,
    field: FieldDef,
    catalogue: Catalogue,
    standIn: (place: string) => string,
  ) => ReturnType<Masking['explain']>;
  readonly isHeading: (text: string, catalogue: Catalogue) => boolean;
  readonly headingsIn: (text: string, catalogue: Catalogue) => readonly string[];
  readonly dayCheck: (cell: string | number, date1904: boolean, catalogue: Catalogue) => MaskedCell['check'];
}

/**
 * The snapshot as it may travel: of every text what is explained, the rest as tokens under `secret` or as its kind. It is read
 * into the same tables, columns and rows as the raw one, and masking it again changes nothing: it is then the snapshot that
 * was given, not a copy.
 */
export function maskSnapshot(
  snapshot: WorkbookSnapshot,
  reading: Reading,
  by: MaskingGrounds,
  secret: string,
  reader: Reader,
  corrections: readonly Correction[] = [],
): Masked {
  const { catalogue } = by;
  const texts = new Map<string, string>();
  const parts = new Map<string, string>();
  const tokens = { tokenOf: openTokens(secret, texts), parts };
  const masking = maskingOf(snapshot, reading, by, tokens, reader, corrections);
  const isKept = keptHere(catalogue);
  const cores = coresIn(reading, catalogue.identities);
  const sheets: SheetSnapshot[] = [];
  const withheld: Unread[] = [];
  // Of the sheets that travel: the name that stays here, and the one that travels.
  const names = new Map<string, string>();
  snapshot.sheets.forEach((sheet, at) => {
    const all = reading.tables.filter((table) => table.sheet === sheet.name);
    const tables = all.filter((table) => !isKept(table));
    const lines = reading.lines.filter((line) => line.sheet === sheet.name);
    const kept = all.filter(isKept).map(({ area }) => area);
    const read = { sheet, place: at + 1, tables, lines, kept, coresOf: (table: Table) => cores.get(table) ?? null };
    const made = madeOf(sheet, at + 1, read, catalogue, masking);
    // A sheet that a person calls no data, and one of protected people alone, is left out without a word.
    if (made === null) withheld.push(...reading.unread.filter((unread) => unread.sheet === sheet.name));
    else {
      sheets.push(made);
      names.set(sheet.name, made.name);
    }
  });
  const { schema, name, date1904 } = snapshot;
  const made = {
    schema,
    ...(name === undefined ? {} : { name: line(name, masking.patterns.titles, masking) }),
    ...(date1904 === undefined ? {} : { date1904 }),
    masked: true as const,
    sheets,
  };
  const isSame =
    snapshot.masked === true &&
    made.name === name &&
    sheets.length === snapshot.sheets.length &&
    sheets.every((sheet, at) => sheet === snapshot.sheets[at]) &&
    Object.keys(made).length === Object.keys(snapshot).length;
  return {
    snapshot: isSame ? snapshot : made,
    withheld,
    sent: new Set(names.keys()),
    words: {
      sheets: new Map([...names].flatMap(([stays, travels]) => (stays === travels ? [] : [[travels, stays]]))),
      places: placesOf(reading, masking),
      parts,
      texts,
    },
    corrections: corrections.flatMap((one) => travelling(one, names, catalogue, masking) ?? []),
  };
}

/** Null where nothing of it travels. */
function madeOf(
  sheet: SheetSnapshot,
  place: number,
  read: Parameters<typeof maskSheet>[0],
  catalogue: Catalogue,
  masking: Masking,
): SheetSnapshot | null {
  if (sheet.visibility === 'VeryHidden') return emptySheet(sheet, place);
  if (read.tables.length > 0) return maskSheet(read, catalogue, masking);
  if (!isEmpty(sheet)) return null;
  return sheet.visibility === 'Visible' ? maskSheet(read, catalogue, masking) : emptySheet(sheet, place);
}

/** Lists of protected people stay where they are (decision mask-14). */
function keptHere({ tables }: Catalogue): (table: Table) => boolean {
  const marked = new Set(tables.flatMap(({ id, marked }) => (marked ? [id] : [])));
  return ({ id }) => marked.has(id);
}

function coresIn(
  { tables, unit }: Reading,
  identities: Readonly<Record<string, IdentityDef>>,
): ReadonlyMap<Table, Cores> {
  const found = new Map<Table, Cores>();
  for (const { table: id, perhaps } of Object.values(identities)) {
    if (!perhaps) continue;
    const own = tables.filter((table) => table.id === id);
    // Of so many names no two are compared.
    const names = new Set(own.flatMap(({ records }) => records.map(({ data }) => data[perhaps.name]?.text)));
    if (names.size > mostCompared) continue;
    const coreOf = coresOf(perhaps.words, unit.community, unit.street);
    for (const table of own) {
      const of = new Map(table.records.flatMap((record) => coreIn(record, perhaps, coreOf)));
      found.set(table, { field: perhaps.name, of });
    }
  }
  return found;
}

function coreIn(
  { data }: DataRecord,
  { name, place }: NonNullable<IdentityDef['perhaps']>,
  coreOf: CoreOf,
): (readonly [number, string])[] {
  const [named, where] = [data[name], data[place]];
  if (named?.state !== 'value' || typeof named.raw !== 'string' || isNumberToken(named.raw)) return [];
  return [[named.row, coreOf(textOf(named.text), where?.state === 'value' ? textOf(where.text) : null)]];
}

const textOf = (text: string) => text.replaceAll(' ', '');

function maskingOf(
  { date1904 = false }: WorkbookSnapshot,
  reading: Reading,
  by: MaskingGrounds,
  { tokenOf, parts }: { readonly tokenOf: TokenOf; readonly parts: Map<string, string> },
  reader: Reader,
  corrections: readonly Correction[],
): Masking {
  const { catalogue } = by;
  const { writings } = catalogue;
  const vocabularies = vocabulariesOf(by);
  const own = ownPlaces(reading, writings);
  const runToken = (run: string) => inlineToken(own.kindOf(run), tokenOf(run));
  const words = [byFirst(own.names), vocabularies.titles];
  const spoken = spokenOf(corrections, catalogue);
  const patterns = patternsWith(vocabularies.characters);
  const masking: Masking = {
    tokenOf,
    runToken,
    partOf(said, typed) {
      // A token alone is put back as what it stands for.
      if (said !== typed && said.includes('〔') && !isToken(said)) parts.set(said, typed);
      return said;
    },
    met: new Map(),
    plainWords: vocabularies.plain,
    voids: new Set([...writings.none, ...writings.lacking, ...writings.ditto, ...VOIDS].map(comparable)),
    texts: [own.explaining, vocabularies.texts],
    headings: [own.explaining, vocabularies.headings],
    words,
    patterns,
    withoutOthers: (text) => own.withoutOthers(text, runToken),
    isHeading: (text) => reader.isHeading(text, catalogue),
    headingsIn: (text) => reader.headingsIn(text, catalogue),
    explain: (text, field) => reader.explain(text, field, catalogue, (place) => line(place, patterns.figures, masking)),
    isSpokenOf: (field, cell) => spoken.get(field)?.has(comparable(String(cell))) ?? false,
    standsFor: readersOf(catalogue),
    testOf: testsOf(vocabularies.tests, catalogue),
    dayCheck: (cell) => reader.dayCheck(cell, date1904, catalogue),
    holderIn: (text) => holderIn(text, writings),
    writings,
    sought: vocabularies.sought,
    soughtIn: itemsOf(catalogue, vocabularies.sought),
    date1904,
  };
  return masking;
}

/** Communities by the names that travel in titles, where those are not wholly explained. */
function placesOf({ communities }: Reading, masking: Masking): ReadonlyMap<string, string> {
  const said = communities.map((name) => [line(name, masking.patterns.titles, masking), name] as const);
  // Of two that travel alike neither is put in the place of the other.
  const isOne = (travels: string) => said.filter(([other]) => other === travels).length === 1;
  return new Map(said.filter(([travels, stays]) => travels !== stays && travels.includes('某') && isOne(travels)));
}

/** Fields of text that stand in for one of a list. */
function readersOf({ tables }: Catalogue): Masking['standsFor'] {
  const readers = new Map<FieldDef, FieldDef>();
  for (const { fields } of tables)
    for (const field of fields) {
      const source =
        field.fallback?.take === 'codes' ? fields.find(({ key }) => key === field.fallback!.field) : undefined;
      if (source?.type === 'text') readers.set(source, field);
    }
  return (field) => readers.get(field) ?? null;
}

const STATISTICAL = /^\d{12}$/;

/** Texts that are tested by a pattern: that a statistical code is right is told; it travels where it is of a known county. */
function testsOf(tests: ReadonlyMap<string, RegExp>, catalogue: Catalogue): Masking['testOf'] {
  const counties = new Set(catalogue.units.flatMap(({ areaCode }) => areaCode ?? []));
  const isCode = (text: string) => STATISTICAL.test(text) && counties.has(text.slice(0, 6));
  return ({ key, type }) => {
    const holds = type === 'text' ? tests.get(key) : undefined;
    return holds ? { holds, isCode } : null;
  };
}

/** What an item of a checklist is called tells of which level it is, and of what (decision check-10). */
function itemsOf({ tables }: Catalogue, sought: readonly string[]): Masking['soughtIn'] {
  const lists = tables.filter(({ role }) => role === 'checklist');
  const items = new Set(lists.flatMap(({ fields }) => fields.filter(({ key }) => key === roleFields.checklist.item)));
  const words = [...sought].sort((a, b) => b.length - a.length);
  return (field) => (items.has(field) ? words : []);
}

/** Wordings that a person gave a meaning, by the fields of all layouts of a table. */
function spokenOf(corrections: readonly Correction[], { tables }: Catalogue): ReadonlyMap<FieldDef, Set<string>> {
  const spoken = new Map<FieldDef, Set<string>>();
  for (const one of corrections) {
    if (one.kind !== 'word') continue;
    for (const { id, fields } of tables) {
      const field = id === one.table ? fields.find(({ key }) => key === one.field) : undefined;
      if (field) spoken.set(field, (spoken.get(field) ?? new Set()).add(comparable(one.text)));
    }
  }
  return spoken;
}

/**
 * What a person said, as it may travel: of a wording by its token, of a heading as the heading does, of a sheet by the name
 * that travels; null of one that stays here, for its name may be anything, and of one that names what no catalogue knows
 * (decision mask-10).
 */
function travelling(
  one: Correction,
  names: ReadonlyMap<string, string>,
  catalogue: Catalogue,
  masking: Masking,
): Correction | null {
  if (!isKnown(one, catalogue)) return null;
  if (one.kind === 'word') {
    return isWordToken(one.text) ? one : { ...one, text: masking.tokenOf(comparable(one.text)) };
  }
  if (!isPlaced(one)) {
    // Its levels stand in cells of their own.
    const heading = one.heading
      .split(' / ')
      .map((level) => labelText(level, masking))
      .join(' / ');
    return heading === one.heading ? one : { ...one, heading };
  }
  const sheet = names.get(one.sheet);
  if (sheet === undefined) return null;
  if (one.kind !== 'continues') return sheet === one.sheet ? one : { ...one, sheet };
  const of = names.get(one.of.sheet);
  if (of === undefined) return null;
  return sheet === one.sheet && of === one.of.sheet ? one : { ...one, sheet, of: { ...one.of, sheet: of } };
}

/** Tables, fields and codes of the catalogue. */
function isKnown(one: Correction, { tables, codes }: Catalogue): boolean {
  if (one.kind === 'headerRows' || one.kind === 'continues') return true;
  if (one.kind === 'table') return one.table === null || tables.some(({ id }) => id === one.table);
  const fields = tables
    .filter(({ id }) => isPlaced(one) || id === one.table)
    .flatMap((table) => table.fields.filter(({ key }) => key === one.field));
  if (one.kind === 'column') return one.field === null || fields.length > 0;
  const { means } = one;
  if (fields.length === 0) return false;
  const isCode = (list: string | undefined) => codes[list ?? '']?.entries.some(({ code }) => code === means) ?? false;
  return typeof means !== 'string' || fields.some(({ list }) => isCode(list));
}

// Decision mask-5, and the dashes that say the same.
const VOIDS = ['空缺', '暂缺', '缺', '/', '\\', '—', '-', '--', '——', '―'];

function isEmpty({ values }: SheetSnapshot): boolean {
  return values.every((row) => row.every((cell) => cell === null || cell === ''));
}
