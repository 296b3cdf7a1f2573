/**
 * What every judgement of one evaluation shares: the records that count, the days that matter, the pilot community. What
 * is worked out from it is kept, by scope, in the file that works it out.
 */
import { serialOf } from '../../model/days.ts';
import { comparable } from '../../model/identifiers.ts';
import type {
  CheckCatalogue,
  DataRecord,
  Datum,
  FieldDef,
  Mode,
  Moment,
  Policy,
  Reading,
  Role,
  ScoreTable,
  Table,
  TableDef,
} from '../../model.ts';
import type { Pilot } from './community-names.ts';
import type { Aside } from './counted.ts';
import { layoutsIn } from './layouts.ts';
import { isPerhaps, kindsIn, NO_TABLES } from './nones.ts';

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
  /** Tables of this kind that count: copies, plans and lists of other communities are left out. */
  tables(id: string): readonly Table[];
  /** Their records, without lines that only say 无 or `/`. */
  records(id: string): readonly DataRecord[];
  /** Whether they are not simply those of the tables. */
  isThinned(id: string): boolean;
  /** Lists and lines that do not count, and such as count perhaps (decision check-30). */
  aside(id: string): { readonly out: readonly Aside[]; readonly open: readonly Aside[] };
  /** Records of the table that count perhaps, whatever stands in them. */
  perhaps(id: string): ReadonlySet<DataRecord>;
  /** The cell that reports none, where the tables hold nothing else (decision check-4). */
  none(id: string): Datum | null;
  day(moment: Moment): number;
}

export interface JudgeOptions {
  readonly mode: Mode;
  /** ISO date. */
  readonly asOf: string;
  /** False: nothing is scored. */
  readonly score?: boolean;
}

export function openScope(reading: Reading, catalogue: CheckCatalogue, policy: Policy, options: JudgeOptions): Scope {
  const { tableDefs, fieldDefs, fieldKeys, byRole } = layoutsIn(catalogue);
  const community = reading.unit.community && comparable(reading.unit.community);
  const street = reading.unit.street && comparable(reading.unit.street);
  const asOf = serialOf(options.asOf);
  const windowStart = serialOf(policy.window.from);
  const windowEnd = serialOf(policy.window.to);
  const days = { asOf, windowStart, windowEnd, countEnd: Math.min(asOf, windowEnd) };
  return {
    reading,
    catalogue,
    policy,
    mode: options.mode,
    asOf,
    scoreTable: options.score === false ? null : policy.scoreTable,
    community,
    street,
    tableDef: (id) => tableDefs.get(id),
    role: (id) => tableDefs.get(id)?.role,
    ofRole: (role) => byRole.get(role) ?? [],
    fields: (table) => fieldKeys.get(table) ?? [],
    field: (table, key) => fieldDefs.get(table)?.get(key),
    ...ofKinds({ reading, catalogue, policy, community, street }),
    day: (moment) => ('on' in moment ? serialOf(moment.on) : days[moment.day] + (moment.plus ?? 0)),
  };
}

type OfKinds = Pick<Scope, 'tables' | 'records' | 'isThinned' | 'aside' | 'perhaps' | 'none'>;

function ofKinds(pilot: Pilot): OfKinds {
  const kinds = kindsIn(pilot);
  const kind = (id: string) => kinds.get(id) ?? NO_TABLES;
  return {
    tables: (id) => kind(id).tables,
    records: (id) => kind(id).records,
    isThinned: (id) => kind(id).isThinned,
    aside: kind,
    perhaps: (id) => kind(id).perhaps,
    none: (id) => kind(id).none,
  };
}

const withAll = new WeakMap<Scope, Scope>();

/** The same as if all lists without headings went on those that they seem to go on. */
export function withPages(scope: Scope): Scope {
  let all = withAll.get(scope);
  if (!all) {
    const tables = scope.reading.tables.map(
      (table): Table => (isPerhaps(table) ? { ...table, continues: null } : table),
    );
    const reading = { ...scope.reading, tables };
    all = { ...scope, reading, ...ofKinds({ ...scope, reading }) };
    withAll.set(scope, all);
  }
  return all;
}

/** The same with another end of the window: figures up to an earlier day, for reference. */
export function untilDay(scope: Scope, end: number): Scope {
  const ends = { windowEnd: end, countEnd: Math.min(scope.asOf, end) };
  return {
    ...scope,
    day: (moment) =>
      'day' in moment && moment.day in ends
        ? ends[moment.day as keyof typeof ends] + (moment.plus ?? 0)
        : scope.day(moment),
  };
}
