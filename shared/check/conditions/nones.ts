/** Which lines of the tables are records: those that only say 无, 尚未举办 or `/` are none (decision check-4). */
import { comparable } from '../../model/identifiers.ts';
import type { CheckCatalogue, DataRecord, Datum, Reading, Table, TableDef } from '../../model.ts';
import { layoutOf } from './layouts.ts';

/** A list without headings of which nobody has said yet that it goes on another. */
export function isPerhaps({ continues }: Table): boolean {
  return continues !== null && !continues.isCertain;
}

/** All tables of one id, copies left out. */
export interface Kind {
  readonly tables: readonly Table[];
  readonly records: readonly DataRecord[];
  /** Lines of the tables that are no records. */
  readonly left: number;
  /** The cell that reports none. */
  readonly none: Datum | null;
}

export const NO_TABLES: Kind = { tables: [], records: [], left: 0, none: null };

export function kindsIn(reading: Reading, catalogue: CheckCatalogue): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, { tables: Table[]; records: DataRecord[]; left: number; none: Datum | null }>();
  for (const table of reading.tables) {
    if (table.copyOf || isPerhaps(table)) continue;
    const def = layoutOf(table, catalogue);
    if (!def) continue;
    let kind = kinds.get(table.id);
    if (!kind) {
      kind = { tables: [], records: [], left: 0, none: null };
      kinds.set(table.id, kind);
    }
    kind.tables.push(table);
    for (const record of table.records) {
      const saysNone = table.shape === 'list' ? noneIn(record, def, catalogue) : undefined;
      if (saysNone === undefined) kind.records.push(record);
      else {
        kind.left++;
        kind.none ??= saysNone;
      }
    }
  }
  return kinds;
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
    if (isEmpty(datum)) continue;
    filled = true;
    if (typeof datum.raw === 'string' && catalogue.noneWords.includes(comparable(datum.raw))) none ??= datum;
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
