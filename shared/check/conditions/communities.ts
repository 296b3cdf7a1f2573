/** Workbooks that hold several communities: rosters of a whole street, summaries of a county. */
import { communityField } from '../../model/catalogue.ts';
import { isoOf } from '../../model/days.ts';
import { cellsOver, summariesOver } from '../../model/summaries.ts';
import type { DataRecord, Role, Table } from '../../model.ts';
import { nameKeys } from './community-names.ts';
import { kept } from './kept.ts';
import { openScope, type Scope } from './scope.ts';

interface Community {
  readonly name: string;
  readonly records: Map<Table, DataRecord[]>;
}

/** The register names the pilot of each county, the form its own: neither holds records of several communities. */
const OF_UNITS: readonly (Role | undefined)[] = ['register', 'facts'];
/** One line a community: whatever stands there names it. Elsewhere the column may hold 全街道 or 一号楼. */
const LINE_EACH: readonly (Role | undefined)[] = ['each', 'selfReport'];
/** A column with more names than this holds something else. */
const MOST = 300;

type Communities = ReadonlyMap<string, Community>;
const known = new WeakMap<Scope, Communities>();

function communitiesIn(scope: Scope): Communities {
  const communities = known.get(scope) ?? communitiesNamed(scope);
  known.set(scope, communities);
  return communities;
}

/** Those that the lists name, in the order of their first records. */
function communitiesNamed(scope: Scope): Communities {
  const communities = new Map<string, Community>();
  for (const table of scope.reading.tables) {
    if (table.copyOf || OF_UNITS.includes(scope.role(table.id))) continue;
    if (!table.columns.some(({ field }) => field === communityField)) continue;
    const keys = new Map<string, readonly string[]>();
    for (const record of table.records) {
      const datum = record.data[communityField];
      if (datum?.state !== 'value') continue;
      const own = keys.get(datum.text) ?? nameKeys(datum.text, LINE_EACH.includes(scope.role(table.id)), scope);
      keys.set(datum.text, own);
      for (const key of own) {
        const community = communities.get(key) ?? { name: datum.text, records: new Map() };
        communities.set(key, community);
        const records = community.records.get(table);
        if (records) records.push(record);
        else community.records.set(table, [record]);
      }
    }
  }
  if (communities.size > MOST) communities.clear();
  return communities;
}

/** The communities whose records a table holds, as their names were first typed; none where it names only one. */
export const communitiesOf = kept((table: string, scope): readonly string[] => {
  const found = [...communitiesIn(scope).values()]
    .filter(({ records }) => [...records.keys()].some(({ id }) => id === table))
    .map(({ name }) => name);
  return found.length > 1 ? found : [];
});

/** Whether a table holds several communities and nothing says which of them is the pilot. */
export function isPooled(table: string, scope: Scope): boolean {
  return scope.community === null && communitiesOf(table, scope).length > 0;
}

const apart = new WeakMap<Scope, readonly Scope[]>();

/** Each community by itself: its own records alone. Records that name none are nobody's. */
export function byCommunity(scope: Scope): readonly Scope[] {
  let scopes = apart.get(scope);
  if (!scopes) {
    scopes = [...communitiesIn(scope).values()].map(({ name, records }) =>
      reopened(
        scope,
        name,
        [...records].map(([table, own]) => withRecords(table, own, scope)),
      ),
    );
    apart.set(scope, scopes);
  }
  return scopes;
}

function withRecords(table: Table, records: readonly DataRecord[], scope: Scope): Table {
  let summaries: ReturnType<Table['summaries']> | null = null;
  return {
    ...table,
    records,
    summaries: () => {
      summaries ??= summariesOver(records, scope.fields(table.id));
      return summaries;
    },
    cells: () => cellsOver(records, scope.fields(table.id)),
  };
}

/** All of them, none being the pilot. */
export function together(scope: Scope): Scope {
  return scope.community === null ? scope : reopened(scope, null, scope.reading.tables);
}

function reopened(
  { reading, catalogue, policy, mode, asOf }: Scope,
  community: string | null,
  tables: readonly Table[],
) {
  const ofThem = { ...reading, tables, unit: { ...reading.unit, community } };
  return openScope(ofThem, catalogue, policy, { mode, asOf: isoOf(asOf) });
}
