/** Which records are the same organisation, person, post, project or activity (decision check-6). */
import { coresOf, mostCompared } from '../../model/cores.ts';
import { comparable } from '../../model/identifiers.ts';
import type { DataRecord, Datum, IdentityDef } from '../../model.ts';
import { isOwn } from './community-names.ts';
import { compile } from './compile.ts';
import { kept } from './kept.ts';
import type { Scope } from './scope.ts';
import { IN, OUT } from './truths.ts';

export interface Grouping {
  readonly records: readonly DataRecord[];
  /** Group of each record; groups are numbered in the order of their first record. */
  readonly of: Int32Array;
  readonly count: number;
  /** First record of each group. */
  readonly first: readonly number[];
  /** By group the first of those that are perhaps the same thing as it, mostly itself; null where none are looked for. */
  readonly perhaps: Int32Array | null;
  /** 1 for records that give way to another of their group: filed once, registered since. */
  readonly dropped: Uint8Array;
}

/** By the identity's name in the catalogue. */
export const groupsOf = kept((identity: string, scope) => groupRecords(scope.catalogue.identities[identity]!, scope));

function groupRecords(def: IdentityDef, scope: Scope): Grouping {
  const records = scope.records(def.table);
  const of = new Int32Array(records.length);
  const [key, ...others] = def.keys;
  const first =
    others.length === 0 ? bySingleKey(key!, records, of, def, scope) : bySeveralKeys(records, of, def, scope);
  const dropped = giveWay(def, scope, records, of, first.length);
  const perhaps = def.perhaps
    ? perhapsOne(
        def,
        def.perhaps,
        first.map((i) => records[i]!),
        scope,
      )
    : null;
  return { records, of, count: first.length, first, perhaps, dropped };
}

/** Most names in a ledger occur once: only those that share the key's first field are compared in full. */
function bySingleKey(
  key: Key,
  records: readonly DataRecord[],
  of: Int32Array,
  def: IdentityDef,
  scope: Scope,
): number[] {
  const first: number[] = [];
  const { ids, count } = namesIn(def.table, key.fields[0]!, scope);
  const alone = key.fields.length === 1 && !key.also && !key.any && !def.place;
  const leaders = new Int32Array(count).fill(NOBODY);
  const groups = new Map<string, Sorted[]>();
  const register = (i: number) => {
    const text = keyOf(records[i]!, key, def, scope);
    if (text === null) return of[i]!;
    const sort = key.any === undefined ? null : soundText(records[i]!, key.any);
    const alike = groups.get(text) ?? [];
    groups.set(text, alike);
    const known = alike.find((each) => each.sort === sort || each.sort === null || sort === null);
    if (known) known.sort ??= sort;
    else alike.push({ sort, group: of[i]! });
    return known?.group ?? of[i]!;
  };
  for (let i = 0; i < records.length; i++) {
    of[i] = first.length;
    const id = ids[i]!;
    const leader = id < 0 ? NOBODY : leaders[id]!;
    if (id >= 0 && leader === NOBODY) {
      leaders[id] = i;
    } else if (id >= 0 && alone) {
      of[i] = of[leader]!;
    } else if (id >= 0) {
      if (leader !== REGISTERED) {
        register(leader);
        leaders[id] = REGISTERED;
      }
      of[i] = register(i);
    }
    if (of[i] === first.length) first.push(i);
  }
  return first;
}

/** A group of records alike in their key, and what parts it from others like them; null where nothing does. */
interface Sorted {
  sort: string | null;
  readonly group: number;
}

const NOBODY = -1;
const REGISTERED = -2;

/** Equal values of a field by equal numbers, -1 for none. */
interface Names {
  readonly ids: Int32Array;
  readonly count: number;
}

const namesOn = kept((_table: string) => new Map<string, Names>());

/** Over all records of the table. */
function namesIn(table: string, field: string, scope: Scope): Names {
  const fields = namesOn(table, scope);
  let names = fields.get(field);
  if (!names) {
    names = nameAll(scope.records(table), field);
    fields.set(field, names);
  }
  return names;
}

function nameAll(records: readonly DataRecord[], field: string): Names {
  const ids = new Int32Array(records.length);
  const known = new Map<string, number>();
  for (let i = 0; i < records.length; i++) {
    const text = soundText(records[i]!, field);
    let id = text === null ? -1 : known.get(text);
    if (id === undefined) {
      id = known.size;
      known.set(text!, id);
    }
    ids[i] = id;
  }
  return { ids, count: known.size };
}

function bySeveralKeys(records: readonly DataRecord[], of: Int32Array, def: IdentityDef, scope: Scope): number[] {
  const first: number[] = [];
  const groups = def.keys.map(() => new Map<string, number>());
  const unless = [...new Set(def.keys.flatMap((key) => key.unless ?? []))];
  /** What each group has in the fields that keep things apart. */
  const marks: Record<string, string | null>[] = [];
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    const keys = def.keys.map((key) => keyOf(record, key, def, scope));
    let group = -1;
    for (let k = 0; k < keys.length && group < 0; k++) {
      const candidate = keys[k] === null ? undefined : groups[k]!.get(keys[k]!);
      if (candidate !== undefined && !differ(record, def.keys[k]!, marks[candidate]!)) group = candidate;
    }
    if (group < 0) {
      group = first.length;
      first.push(i);
      marks.push({});
    }
    of[i] = group;
    for (const field of unless) marks[group]![field] ??= soundText(record, field);
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k];
      if (key != null && !groups[k]!.has(key)) groups[k]!.set(key, group);
    }
  }
  return first;
}

type Key = IdentityDef['keys'][number];

function differ(record: DataRecord, key: Key, marks: Readonly<Record<string, string | null>>): boolean {
  return (key.unless ?? []).some((field) => {
    const text = soundText(record, field);
    return text !== null && marks[field] != null && marks[field] !== text;
  });
}

/** The value for comparison; null where it is empty, unreadable or breaks its own rules. */
function soundText(record: DataRecord, field: string): string | null {
  const datum = record.data[field];
  return datum?.state !== 'value' || datum.check === 'invalid' || datum.check === 'lossy' ? null : textOf(datum);
}

function keyOf(record: DataRecord, key: Key, def: IdentityDef, scope: Scope): string | null {
  let text = '';
  for (const field of key.fields) {
    const part = soundText(record, field);
    if (part === null) return null;
    text += `${part}\n`;
  }
  for (const field of key.also ?? []) {
    const datum = record.data[field];
    text += datum ? `${textOf(datum)}\n` : '\n';
  }
  return text + placeOf(record, def, scope);
}

/** Empty for the own community, and where none is named. */
function placeOf(record: DataRecord, def: IdentityDef, scope: Scope): string {
  const place = def.place === undefined ? undefined : record.data[def.place];
  if (place?.state !== 'value') return '';
  // Where nothing says which community is the pilot, each is another.
  return scope.community === null || isOwn(place.text, scope) !== IN ? comparable(place.text) : '';
}

/** A value as it is compared and as keys of findings quote it. */
export function textOf(datum: Datum): string {
  if (datum.span)
    return datum.span.from === datum.span.to ? `${datum.span.from}` : `${datum.span.from}-${datum.span.to}`;
  if (datum.number !== null) return `${datum.number}`;
  return datum.text.includes(' ') ? datum.text.replaceAll(' ', '') : datum.text;
}

function giveWay(
  def: IdentityDef,
  scope: Scope,
  records: readonly DataRecord[],
  of: Int32Array,
  count: number,
): Uint8Array {
  const dropped = new Uint8Array(records.length);
  if (!def.keeps || count === records.length) return dropped;
  const keeps = compile(def.keeps, scope, def.table);
  const kept = new Uint8Array(count);
  for (let i = 0; i < records.length; i++) if (keeps(records[i]!) !== OUT) kept[of[i]!] = 1;
  for (let i = 0; i < records.length; i++) if (kept[of[i]!] && keeps(records[i]!) === OUT) dropped[i] = 1;
  return dropped;
}

/** For each of the things, by its first record, the first that is perhaps the same (decision check-51). */
function perhapsOne(
  def: IdentityDef,
  { name, beside, place, words }: NonNullable<IdentityDef['perhaps']>,
  things: readonly DataRecord[],
  scope: Scope,
): Int32Array {
  const same = Int32Array.from(things.keys());
  if (things.length > mostCompared) return same;
  const coreOf = coresOf(words, scope.community, scope.street);
  const known = new Map<string, number>();
  things.forEach((record, at) => {
    const [text, by] = [soundText(record, name), soundText(record, beside)];
    if (text === null || by === null) return;
    const where = soundText(record, place);
    const key = `${maskedCore(record.data[name]) ?? coreOf(text, where)}\n${by}\n${placeOf(record, def, scope)}`;
    const before = known.get(key);
    if (before === undefined) known.set(key, at);
    else same[at] = before;
  });
  return same;
}

/** Who masked the name has taken off what says nothing. */
function maskedCore(datum: Datum | undefined): string | null {
  const raw = datum?.raw;
  return typeof raw === 'object' && raw !== null && 'core' in raw ? (raw.core ?? null) : null;
}
