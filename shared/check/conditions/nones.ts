/** Which lines of the tables are records: those that only say 无, 尚未举办 or `/` are none (decision check-4). */
import { comparable } from '../../model/identifiers.ts';
import type { CheckCatalogue, DataRecord, Datum, Table, TableDef } from '../../model.ts';
import type { Pilot } from './community-names.ts';
import { type Aside, countedIn } from './counted.ts';
import { layoutOf } from './layouts.ts';

/** A list without headings of which nobody has said yet that it goes on another. */
export function isPerhaps({ continues }: Table): boolean {
  return continues !== null && !continues.isCertain;
}

/** All tables of one id that count. */
export interface Kind {
  readonly tables: readonly Table[];
  readonly records: readonly DataRecord[];
  /** True where the records are not simply those of the tables. */
  readonly isThinned: boolean;
  /** The cell that reports none. */
  readonly none: Datum | null;
  /** Lists and lines that do not count, and such as count perhaps. */
  readonly out: readonly Aside[];
  readonly open: readonly Aside[];
  /** Records that count perhaps, whatever stands in them. */
  readonly perhaps: ReadonlySet<DataRecord>;
}

export const NO_TABLES: Kind = {
  tables: [],
  records: [],
  isThinned: false,
  none: null,
  out: [],
  open: [],
  perhaps: new Set(),
};

export function kindsIn(pilot: Pilot): ReadonlyMap<string, Kind> {
  const byId = new Map<string, Table[]>();
  for (const table of pilot.reading.tables) {
    if (table.copyOf || isPerhaps(table)) continue;
    const tables = byId.get(table.id);
    if (tables) tables.push(table);
    else byId.set(table.id, [table]);
  }
  const kinds = new Map<string, Kind>();
  for (const [id, tables] of byId) {
    const def = layoutOf(tables[0]!, pilot.catalogue);
    if (def) kinds.set(id, kindIn(tables, def, pilot));
  }
  return kinds;
}

function kindIn(all: readonly Table[], def: TableDef, pilot: Pilot): Kind {
  const { catalogue } = pilot;
  const { tables, records: counted, isThinned, out, open } = countedIn(all, def, pilot);
  const records: DataRecord[] = [];
  const layouts = new Map(all.map((table) => [table, layoutOf(table, catalogue) ?? def]));
  let none: Datum | null = null;
  for (const record of counted) {
    const { table } = record;
    const layout = layouts.get(table) ?? def;
    const saysNone = table.shape === 'list' ? noneIn(record, layout, catalogue) : undefined;
    if (saysNone === undefined) records.push(record);
    else none ??= saysNone;
  }
  const perhaps = new Set(open.flatMap((aside) => aside.records));
  return { tables, records, isThinned: isThinned || records.length < counted.length, none, out, open, perhaps };
}

const LONGEST_NONE = 8;

/**
 * The cell of a line that says only 无, 尚未举办 and the like; null for a line of `/`; undefined for a line with anything
 * else to say. A number of the session beside it says nothing.
 */
function noneIn(record: DataRecord, def: TableDef, catalogue: CheckCatalogue): Datum | null | undefined {
  const first = record.data[def.key[0]!];
  // Almost every line: its first key says something longer than 无.
  if (first?.state === 'value' && (typeof first.raw !== 'string' || first.raw.length > LONGEST_NONE)) return undefined;
  let none: Datum | null = null;
  let filled = false;
  for (const key of def.key) {
    const datum = record.data[key];
    const saysNone = typeof datum?.raw === 'string' && catalogue.noneWords.includes(comparable(datum.raw));
    if (saysNone) none ??= datum;
    if (saysNone || !isEmpty(datum)) filled = true;
  }
  if (filled && !none) return undefined;
  return saysMore(record, def) ? undefined : none;
}

/** Whether something stands there beside the keys. */
function saysMore(record: DataRecord, def: TableDef): boolean {
  return def.fields.some(({ type, key }) => {
    if (type === 'serial' || type === 'remark' || def.key.includes(key)) return false;
    const datum = record.data[key];
    return !isEmpty(datum) && datum.number !== 0;
  });
}

function isEmpty(datum: Datum | undefined): datum is undefined {
  return datum === undefined || datum.state === 'blank' || datum.state === 'void';
}
