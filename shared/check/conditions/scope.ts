/** What every judgement of one evaluation shares: the records that count, the days that matter, the pilot community. */
import { serialOf } from '../../model/days.ts';
import { comparable } from '../../model/identifiers.ts';
import { joinSummaries, type Summary, summariesOver, summaryOf } from '../../model/summaries.ts';
import type {
  CheckCatalogue,
  Condition,
  DataRecord,
  Datum,
  FieldDef,
  Measure,
  Mode,
  Moment,
  Policy,
  Reading,
  Role,
  ScoreTable,
  Table,
  TableDef,
} from '../../model.ts';
import type { Taken } from '../measures/take.ts';
import type { Test } from './compile.ts';
import { type Grouping, groupRecords, type Names, nameAll } from './same-things.ts';

export interface JudgeOptions {
  readonly mode: Mode;
  /** ISO date. */
  readonly asOf: string;
  /** False: nothing is scored. */
  readonly score?: boolean;
}

export interface Scope {
  readonly reading: Reading;
  readonly catalogue: CheckCatalogue;
  readonly policy: Policy;
  readonly mode: Mode;
  readonly asOf: number;
  /** Null where nothing is scored. */
  readonly scoreTable: ScoreTable | null;
  readonly community: string | null;
  readonly street: string | null;
  tableDef(id: string): TableDef | undefined;
  role(id: string): Role | undefined;
  /** Ids of the tables of a role, in the order of the catalogue. */
  ofRole(role: Role): readonly string[];
  /** Keys of all fields of the table's layouts. */
  fields(table: string): readonly string[];
  /** A field of the table, whichever of its layouts has it. */
  field(table: string, key: string): FieldDef | undefined;
  /** Tables of this kind, copies left out. */
  tables(id: string): readonly Table[];
  /** Their records, without lines that only say 无 or `/`. */
  records(id: string): readonly DataRecord[];
  /** The cell that reports none, where the tables hold nothing else (RULINGS A06, A12). */
  none(id: string): Datum | null;
  /** What the cells of a field have in common over all records of the table. */
  column(table: string, field: string): Summary;
  /** The values of a field over all records, numbered. */
  names(table: string, field: string): Names;
  groups(identity: string): Grouping;
  /** What was worked out before: conditions and measures are shared by indicators and rules. */
  readonly tests: Map<string, Map<Condition, Test>>;
  readonly taken: Map<Measure, Taken>;
  day(moment: Moment): number;
}

/** Worked out once for each field of each table. */
function perField<T>(make: (table: string, field: string) => T): (table: string, field: string) => T {
  const tables = new Map<string, Map<string, T>>();
  return (table, field) => {
    let fields = tables.get(table);
    if (!fields) {
      fields = new Map();
      tables.set(table, fields);
    }
    let made = fields.get(field);
    if (made === undefined) {
      made = make(table, field);
      fields.set(field, made);
    }
    return made;
  };
}

/** The same with another end of the window: figures up to an earlier day, for reference. */
export function untilDay(scope: Scope, end: number): Scope {
  const ends = { windowEnd: end, countEnd: Math.min(scope.asOf, end) };
  return {
    ...scope,
    tests: new Map(),
    taken: new Map(),
    day: (moment) =>
      'day' in moment && moment.day in ends
        ? ends[moment.day as keyof typeof ends] + (moment.plus ?? 0)
        : scope.day(moment),
  };
}

const LONGEST_NONE = 8;

interface Kind {
  readonly tables: readonly Table[];
  readonly records: readonly DataRecord[];
  /** Lines of the tables that are no records. */
  readonly left: number;
  readonly none: Datum | null;
}

const EMPTY: Kind = { tables: [], records: [], left: 0, none: null };

const ABSENT_FIELD = summaryOf(undefined);

function summaryIn({ tables, records, left }: Kind, field: string): Summary {
  if (left > 0 || records.length === 0) return summariesOver(records, [field]).get(field)!;
  const filled = tables.filter((table) => table.records.length > 0);
  return filled.map((table) => table.summaries().get(field) ?? ABSENT_FIELD).reduce(joinSummaries);
}

export function openScope(reading: Reading, catalogue: CheckCatalogue, policy: Policy, options: JudgeOptions): Scope {
  const { tableDefs, fieldDefs, fieldKeys, byRole } = indexOf(catalogue);
  const kinds = readKinds(reading, catalogue);
  const groupings = new Map<string, Grouping>();
  const asOf = serialOf(options.asOf);
  const windowStart = serialOf(policy.window.from);
  const windowEnd = serialOf(policy.window.to);
  const days = { asOf, windowStart, windowEnd, countEnd: Math.min(asOf, windowEnd) };
  const scope: Scope = {
    reading,
    catalogue,
    policy,
    mode: options.mode,
    asOf,
    scoreTable: options.score === false ? null : policy.scoreTable,
    community: reading.unit.community && comparable(reading.unit.community),
    street: reading.unit.street && comparable(reading.unit.street),
    tableDef: (id) => tableDefs.get(id),
    role: (id) => tableDefs.get(id)?.role,
    ofRole: (role) => byRole.get(role) ?? [],
    fields: (table) => fieldKeys.get(table) ?? [],
    field: (table, key) => fieldDefs.get(table)?.get(key),
    tables: (id) => (kinds.get(id) ?? EMPTY).tables,
    records: (id) => (kinds.get(id) ?? EMPTY).records,
    none: (id) => (kinds.get(id) ?? EMPTY).none,
    column: perField((table, field) => summaryIn(kinds.get(table) ?? EMPTY, field)),
    names: perField((table, field) => nameAll(scope.records(table), field)),
    groups(identity) {
      const known = groupings.get(identity);
      if (known) return known;
      const grouping = groupRecords(catalogue.identities[identity]!, scope);
      groupings.set(identity, grouping);
      return grouping;
    },
    tests: new Map(),
    taken: new Map(),
    day: (moment) => ('on' in moment ? serialOf(moment.on) : days[moment.day] + (moment.plus ?? 0)),
  };
  return scope;
}

interface Index {
  readonly tableDefs: ReadonlyMap<string, TableDef>;
  readonly fieldDefs: ReadonlyMap<string, ReadonlyMap<string, FieldDef>>;
  readonly fieldKeys: ReadonlyMap<string, readonly string[]>;
  readonly byRole: ReadonlyMap<Role, readonly string[]>;
}

const indexes = new WeakMap<CheckCatalogue, Index>();

/** A catalogue is looked up in by every evaluation, and never changes. */
function indexOf(catalogue: CheckCatalogue): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const tableDefs = new Map<string, TableDef>();
  const byRole = new Map<Role, readonly string[]>();
  const fieldDefs = new Map<string, Map<string, FieldDef>>();
  for (const def of catalogue.tables) {
    if (!tableDefs.has(def.id)) {
      tableDefs.set(def.id, def);
      byRole.set(def.role, [...(byRole.get(def.role) ?? []), def.id]);
    }
    const fields = fieldDefs.get(def.id) ?? new Map<string, FieldDef>();
    for (const field of def.fields) if (!fields.has(field.key)) fields.set(field.key, field);
    fieldDefs.set(def.id, fields);
  }
  const fieldKeys = new Map([...fieldDefs].map(([id, fields]) => [id, [...fields.keys()]]));
  const index = { tableDefs, fieldDefs, fieldKeys, byRole };
  indexes.set(catalogue, index);
  return index;
}

/**
 * Of several layouts of a table the one that it was printed in: it knows most of the columns. A form printed as a list of
 * one line, or the other way round, has its fields all the same.
 */
export function layoutOf({ id, shape, columns }: Table, { tables }: CheckCatalogue): TableDef | undefined {
  const defs = tables.filter((def) => def.id === id);
  const alike = defs.filter((def) => def.shape === shape);
  const [first, ...others] = alike.length > 0 ? alike : defs;
  if (!first || others.length === 0) return first;
  const keys = new Set(columns.map(({ field }) => field));
  const known = ({ fields }: TableDef) => fields.filter(({ key }) => keys.has(key)).length;
  return others.reduce((best, def) => (known(def) > known(best) ? def : best), first);
}

function readKinds(reading: Reading, catalogue: CheckCatalogue): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, { tables: Table[]; records: DataRecord[]; left: number; none: Datum | null }>();
  for (const table of reading.tables) {
    if (table.copyOf) continue;
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
    if (!datum || datum.state === 'blank' || datum.state === 'void') continue;
    filled = true;
    if (typeof datum.raw === 'string' && catalogue.noneWords.includes(comparable(datum.raw))) none ??= datum;
  }
  if (filled && !none) return undefined;
  for (const field of def.fields) {
    if (field.type === 'serial' || field.type === 'remark' || def.key.includes(field.key)) continue;
    const datum = record.data[field.key];
    if (datum && datum.state !== 'blank' && datum.state !== 'void' && datum.number !== 0) return undefined;
  }
  return none;
}
