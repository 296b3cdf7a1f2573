/** Lists of those who hold something say so of the persons of a roster (decision check-31). */
import { comparable } from '../../model/identifiers.ts';
import type { CodeList, DataRecord, Datum, TableDef } from '../../model.ts';

type Held = NonNullable<TableDef['held']>;

export interface Certified {
  readonly records: readonly DataRecord[];
  /** Persons of the held lists who are nobody of the roster: they may be, under another name. */
  readonly strangers: readonly DataRecord[];
}

export function certify(
  roster: readonly DataRecord[],
  held: readonly DataRecord[],
  { by, gives, otherwise }: Held,
  codes: Readonly<Record<string, CodeList>>,
  def: TableDef,
): Certified {
  const main = gives[0]!;
  const none = codes[def.fields.find(({ key }) => key === main)?.list ?? '']?.denied ?? null;
  const holders = new Map<DataRecord, DataRecord[]>();
  const doubtful = new Set<DataRecord>();
  const strangers: DataRecord[] = [];
  const persons = by.map((key) => [key, byText(roster, key)] as const).filter(([, texts]) => texts.size > 0);
  for (const record of held) {
    const found = personsOf(record, persons);
    if (found.length === 0) strangers.push(record);
    for (const person of found) holders.set(person, [...(holders.get(person) ?? []), record]);
    if (found.length > 1) for (const person of found) doubtful.add(person);
  }
  const hasColumn = roster.some(({ data }) => data[main] !== undefined);
  // The others hold none where the list names them one by one and nobody else.
  const isComplete = !hasColumn && strangers.length === 0 && doubtful.size === 0;
  const records = roster.map((record): DataRecord => {
    const own = record.data[main];
    const holder = holders.get(record)?.[0];
    if (!holder)
      return isComplete && !own
        ? having(record, { [main]: plain(anyOf(record, def), { state: 'void', raw: null }) })
        : record;
    const says = own && own.state === 'value' && !own.codes.every((code) => code === none);
    if (says && !doubtful.has(record)) return record;
    const isDenied = own !== undefined && own.state !== 'blank' && !says;
    const given = gives.flatMap((key) => {
      const datum = holder.data[key];
      return datum && datum.state !== 'blank' ? [[key, datum] as const] : [];
    });
    const data: Record<string, Datum> = Object.fromEntries(given);
    if (!data[main]) data[main] = plain(anyOf(holder, def), { state: 'value', codes: [otherwise] });
    // The roster says that there is none, or two are called alike: one of the two is wrong.
    if (isDenied || doubtful.has(record)) data[main] = plain(own ?? data[main]!, { state: 'doubtful', codes: [] });
    return having(record, data);
  });
  return { records, strangers: hasColumn || strangers.length < held.length ? strangers : [] };
}

type Texts = ReadonlyMap<string, readonly DataRecord[]>;

/** By the first of the keys that both have. */
function personsOf(
  { data }: DataRecord,
  persons: readonly (readonly [key: string, texts: Texts])[],
): readonly DataRecord[] {
  for (const [key, texts] of persons) {
    const datum = data[key];
    if (datum?.state === 'value' && datum.text !== '') return texts.get(comparable(datum.text)) ?? [];
  }
  return [];
}

function byText(records: readonly DataRecord[], key: string): Texts {
  const texts = new Map<string, DataRecord[]>();
  for (const record of records) {
    const datum = record.data[key];
    if (datum?.state !== 'value' || datum.text === '') continue;
    const text = comparable(datum.text);
    const list = texts.get(text);
    if (list) list.push(record);
    else texts.set(text, [record]);
  }
  return texts;
}

/** The record with further cells; what it has of its own is still read when it is asked for. */
function having(record: DataRecord, cells: Readonly<Record<string, Datum>>): DataRecord {
  const data = Object.create(record.data) as Record<string, Datum>;
  for (const [key, value] of Object.entries(cells)) Object.defineProperty(data, key, { value, enumerable: true });
  return { ...record, data };
}

/** Some cell of the record, for its place. */
function anyOf({ data, row }: DataRecord, { fields }: TableDef): Datum {
  for (const { key } of fields) {
    const datum = data[key];
    if (datum) return datum;
  }
  return plain({ row, column: 0 } as Datum, { state: 'blank' });
}

function plain({ row, column, raw = null }: Datum, members: Partial<Datum>): Datum {
  return {
    ...{ row, column, raw, state: 'value', number: null, span: null, otherSpan: null, flag: null, codes: [], text: '' },
    ...{ known: '', issue: null, check: null, atLeastOne: false },
    ...members,
  };
}
