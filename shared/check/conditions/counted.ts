/**
 * Which lists and lines count (decision check-30): those of another community and lists of what does not stand do not, and
 * where it is not settled they count perhaps.
 */
import { communityField } from '../../model/catalogue.ts';
import { serialOf } from '../../model/days.ts';
import type { DataRecord, ListKind, Policy, Section, Table, TableDef, Words } from '../../model.ts';
import { isLike, isOwn, type Pilot } from './community-names.ts';
import { certify } from './held.ts';
import { IN, OUT, type Truth, UNKNOWN } from './truths.ts';

/** Lines of one list, or below one line in it, that do not count, or only perhaps. */
export interface Aside {
  readonly table: Table;
  readonly section: Section | null;
  /** What list they are of; or they are another community's; or it is not certain whose, or who. */
  readonly why: ListKind | 'others' | 'whose' | 'who';
  readonly records: readonly DataRecord[];
}

export interface Counted {
  readonly tables: readonly Table[];
  readonly records: readonly DataRecord[];
  /** True where the records are not simply those of the tables. */
  readonly isThinned: boolean;
  readonly out: readonly Aside[];
  readonly open: readonly Aside[];
}

const STANDING: ReadonlySet<ListKind> = new Set(['full', 'continuation', 'subset']);

/** What list a table is, by its words and by the time that the policy counts. */
export function kindOf({ copyOf, kind, words, saidToBe }: Table, def: TableDef | undefined, policy: Policy): ListKind {
  if (copyOf) return 'copy';
  return isBefore(words, policy) && kind === 'full' && saidToBe === null && def?.restricting ? 'other_time' : kind;
}

function isBefore({ period }: Words, policy: Policy): boolean {
  return period !== null && period.to < serialOf(policy.window.from);
}

/** Of the tables of one id, copies left out. */
export function countedIn(all: readonly Table[], def: TableDef, pilot: Pilot): Counted {
  const parts = all.flatMap((table) => partsOf(table, def, pilot));
  const standing = parts.filter(({ why }) => why === null || !(why in OUTSIDE));
  const left = standing.filter(({ truth }) => truth !== OUT);
  const found: Counted = {
    tables: all.filter((table) => isCounted(table, def, pilot.policy) && !isOthers(table, parts)),
    records: left.length === parts.length && left.every(isWhole) ? whole(left) : inOrder(left),
    isThinned: left.length < parts.length,
    out: parts.filter(({ truth }) => truth === OUT).map(asAside),
    open: left.filter(({ truth }) => truth === UNKNOWN).map(asAside),
  };
  const held = parts.filter(({ why, whose }) => why === 'held' && whose !== OUT).flatMap(({ records }) => records);
  if (!def.held || held.length === 0 || found.records.length === 0) return found;
  const { records, strangers } = certify(found.records, held, def.held, pilot.catalogue.codes, def);
  const tables = [...new Set(strangers.map(({ table }) => table))];
  const who = tables.map((table): Aside => {
    return { table, section: null, why: 'who', records: strangers.filter((each) => each.table === table) };
  });
  return { ...found, records: [...records, ...strangers], isThinned: true, open: [...found.open, ...who] };
}

/** Kinds of lists that are not what stands. */
const OUTSIDE = { held: 1, former: 1, planned: 1, other_time: 1, other_body: 1, candidates: 1, copy: 1 };

interface Part extends Omit<Aside, 'why'> {
  readonly why: Aside['why'] | null;
  readonly truth: Truth;
  readonly whose: Truth;
}

/** The records of a table, parted where the lines between them say something of their own. */
function partsOf(table: Table, def: TableDef, pilot: Pilot): readonly Part[] {
  const kind = kindOf(table, def, pilot.policy);
  const namesOwn = table.columns.some(({ field }) => field === communityField);
  if (!namesOwn && !table.records.some(({ section }) => section))
    return [partOf(table, null, table.records, kind, pilot)];
  const sections = new Map<Section | null, { named: DataRecord[]; unnamed: DataRecord[] }>();
  for (const record of table.records) {
    let part = sections.get(record.section);
    if (!part) {
      part = { named: [], unnamed: [] };
      sections.set(record.section, part);
    }
    const isNamed = namesOwn && record.data[communityField]?.state === 'value';
    part[isNamed ? 'named' : 'unnamed'].push(record);
  }
  if (sections.size === 0) return [partOf(table, null, table.records, kind, pilot)];
  return [...sections].flatMap(([section, { named, unnamed }]) => [
    // Their own column says whose they are, and the conditions ask it.
    ...(named.length > 0 ? [partOf(table, section, named, kind, pilot, IN)] : []),
    ...(unnamed.length > 0 ? [partOf(table, section, unnamed, kind, pilot)] : []),
  ]);
}

function partOf(
  table: Table,
  section: Section | null,
  records: readonly DataRecord[],
  ofTable: ListKind,
  pilot: Pilot,
  own?: Truth,
): Part {
  const ofSection = section?.words.kind ?? (section && isBefore(section.words, pilot.policy) ? 'other_time' : null);
  const kind = table.saidToBe === null ? (ofSection ?? ofTable) : ofTable;
  const said = section && section.words.whose !== 'unsaid' ? section.words : table.words;
  const whose = own ?? whoseWords(said, pilot);
  const isOpen = kind === 'subset' || (table.saidToBe === null && section?.words.doubt != null);
  const part = { table, section, records, whose };
  if (!STANDING.has(kind)) return { ...part, truth: OUT, why: kind };
  if (whose === OUT) return { ...part, truth: OUT, why: 'others' };
  if (whose === UNKNOWN) return { ...part, truth: UNKNOWN, why: 'whose' };
  return isOpen ? { ...part, truth: UNKNOWN, why: 'subset' } : { ...part, truth: IN, why: null };
}

/** Whose lines below such words are. Where none are named, or the pilot is not known, they may all be the pilot's. */
export function whoseWords({ whose, community }: Words, pilot: Pilot): Truth {
  if (pilot.community === null || whose === 'unsaid') return IN;
  if (community === null) return UNKNOWN;
  const truth = isOwn(community, pilot);
  return truth === OUT && isLike(community, pilot) ? UNKNOWN : truth;
}

function isCounted(table: Table, def: TableDef, policy: Policy): boolean {
  return STANDING.has(kindOf(table, def, policy));
}

/** All its lines are set aside. */
function isOthers(table: Table, parts: readonly Part[]): boolean {
  const own = parts.filter((part) => part.table === table);
  return own.length > 0 && own.every(({ truth }) => truth === OUT);
}

function asAside({ table, section, why, records }: Part): Aside {
  return { table, section, why: why ?? 'whose', records };
}

function isWhole({ table, records }: Part): boolean {
  return records === table.records;
}

function whole(parts: readonly Part[]): readonly DataRecord[] {
  return parts.length === 1 ? parts[0]!.records : parts.flatMap(({ records }) => records);
}

/** As they stand in their sheets. */
function inOrder(parts: readonly Part[]): readonly DataRecord[] {
  const wanted = new Set(parts.flatMap(({ records }) => records));
  const tables = [...new Set(parts.map(({ table }) => table))];
  return tables.flatMap(({ records }) => records.filter((record) => wanted.has(record)));
}
