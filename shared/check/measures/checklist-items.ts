/** Items of a checklist: done or not, on which levels, and what their lines tell of. */
import { roleFields } from '../../model/catalogue.ts';
import type { DataRecord, Measure } from '../../model.ts';
import { judged } from '../conditions/compile.ts';
import { groupsOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, type Truth, UNKNOWN } from '../conditions/truths.ts';
import { type Cited, evidenceOf, placeOf } from './evidence.ts';
import { fieldLabel, tableName } from './labels.ts';
import { isPartial, NOTHING, openLists, type Said, type Taken, whyAbsent, yesNo } from './taken.ts';

type ItemsMeasure = Extract<Measure, { kind: 'items' }>;
type WordsMeasure = Extract<Measure, { kind: 'words' }>;

const keys = roleFields.checklist;

/** Whether an item is done; with levels, on how many of them (decision check-10). */
export function takeItems(measure: ItemsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const lines = linesOf(measure, scope);
  const words = { table: tableName(measure.table, scope), item: itemLabel(measure, scope) };
  if (lines.length === 0) return { ...NOTHING, missing: { phrase: 'missing.item', words } };
  const said = lines.filter((record) => isSaid(record));
  if (said.length === 0) return { ...NOTHING, missing: { phrase: 'missing.answer', words } };
  const where = judgedIn(measure, scope);
  const denied = deniedBy(measure, said, scope);
  const truths = said.map((record) =>
    denied.has(record) ? (Math.min(where(record), UNKNOWN) as Truth) : where(record),
  );
  const certain = said.filter((_, i) => truths[i] === IN);
  const possible = said.filter((_, i) => truths[i] !== OUT);
  const cited = said.map((record): Cited => ({ sheet: record.table.sheet, datum: record.data[keys.done]! }));
  const days = certain.flatMap((record) => record.data[keys.doneDate]?.span?.to ?? []);
  return {
    ...NOTHING,
    bounds: measure.levels
      ? levelBounds(certain, possible, measure.levels)
      : yesNo(certain.length > 0, possible.length > 0),
    evidence: () => evidenceOf(cited, 'source'),
    at: placeOf(cited[0]!),
    undecided: said
      .filter((_, i) => truths[i] === UNKNOWN)
      .map((record) => ({
        record,
        asks: [measure.of, measure.where].map((ask) => [ask, true] as const),
        ...(denied.has(record) ? { once: { field: keys.done, phrase: 'open.denied' as const } } : {}),
        adds: [1, 0],
      })),
    isPartial: isPartial(measure.table, scope),
    unsure: [
      ...openLists(measure.table, scope),
      ...(measure.levels ? vagueLines(certain, measure.table, measure.levels, scope) : []),
    ],
    reachedOn: days.reduce<number | null>((first, day) => (first === null || day < first ? day : first), null),
  };
}

/** Its lines but those of others. */
function linesOf({ table, items, of }: ItemsMeasure | WordsMeasure, scope: Scope): readonly DataRecord[] {
  const whose = judged(of, scope, table);
  return scope.records(table).filter((record) => isItem(record, items) && whose(record) !== OUT);
}

function judgedIn({ table, of, where }: ItemsMeasure | WordsMeasure, scope: Scope): (record: DataRecord) => Truth {
  const [whose, holds] = [judged(of, scope, table), judged(where, scope, table)];
  return (record) => Math.min(whose(record), holds(record)) as Truth;
}

/** Lines of a thing of which another line says that there is none. */
function deniedBy({ identity }: ItemsMeasure, lines: readonly DataRecord[], scope: Scope): ReadonlySet<DataRecord> {
  const { records, of } = groupsOf(identity, scope);
  const groupOf = new Map(records.map((record, i) => [record, of[i]!]));
  const isDenied = ({ data }: DataRecord) => data[keys.done]?.flag === false;
  const denied = new Set(lines.filter(isDenied).map((record) => groupOf.get(record)));
  return new Set(lines.filter((record) => !isDenied(record) && denied.has(groupOf.get(record))));
}

function isItem(record: DataRecord, items: readonly string[]): boolean {
  return [record.data[keys.item], record.data[keys.itemCode]].some((datum) =>
    datum?.codes.some((code) => items.includes(code)),
  );
}

function isSaid(record: DataRecord): boolean {
  const done = record.data[keys.done];
  return done?.state === 'value' || done?.state === 'doubtful';
}

/** A line that names no level stands for one of them for certain, for all of them perhaps. */
function levelBounds(
  certain: readonly DataRecord[],
  possible: readonly DataRecord[],
  levels: readonly (readonly string[])[],
) {
  const named = (records: readonly DataRecord[]) =>
    levels.filter((words) => records.some((record) => names(record, words)));
  const vague = (records: readonly DataRecord[]) => records.some((record) => !namesLevel(record, levels));
  const [sure, maybe] = [named(certain).length, named(possible).length];
  return {
    lower: Math.max(sure, vague(certain) ? 1 : 0),
    upper: vague(possible) ? levels.length : maybe,
    lowerOf: levels.length,
    upperOf: levels.length,
  };
}

function namesLevel(record: DataRecord, levels: readonly (readonly string[])[]): boolean {
  return levels.some((words) => names(record, words));
}

function vagueLines(
  lines: readonly DataRecord[],
  table: string,
  levels: readonly (readonly string[])[],
  scope: Scope,
): readonly Said[] {
  const vague = lines.filter((record) => !namesLevel(record, levels));
  const rows = vague.map(({ row }) => row + 1).join('、');
  const words = {
    rows,
    sheet: vague[0]?.table.sheet,
    header: fieldLabel(table, keys.document, scope),
    count: levels.length,
  };
  return vague.length > 0 ? [{ phrase: 'open.level', words }] : [];
}

const NAMED_IN = [keys.item, keys.document, keys.remark];

function names(record: DataRecord, words: readonly string[]): boolean {
  return NAMED_IN.some((field) => words.some((word) => record.data[field]?.text.includes(word)));
}

function itemLabel({ table, items: [code] }: ItemsMeasure | WordsMeasure, scope: Scope): string {
  const list = scope.catalogue.codes[scope.field(table, keys.item)?.list ?? ''];
  return list?.entries.find((entry) => entry.code === code)?.label ?? code!;
}

/** How many of several words occur in an item's lines: policy, experience, model, brand (M10). */
export function takeWords(measure: WordsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const where = judgedIn(measure, scope);
  const lines = linesOf(measure, scope);
  const words = { table: tableName(measure.table, scope), item: itemLabel(measure, scope) };
  if (lines.length === 0) return { ...NOTHING, missing: { phrase: 'missing.item', words } };
  const isTold = (record: DataRecord) => isSaid(record) || measure.words.some((word) => names(record, [word]));
  if (!lines.some(isTold)) return { ...NOTHING, missing: { phrase: 'missing.answer', words } };
  const found = (least: number) =>
    measure.words.filter((word) => lines.some((record) => where(record) >= least && names(record, [word]))).length;
  const cited = lines.flatMap((record): Cited[] => {
    const datum = record.data[keys.done];
    return datum ? [{ sheet: record.table.sheet, datum }] : [];
  });
  return {
    ...NOTHING,
    bounds: { lower: found(IN), upper: found(UNKNOWN), lowerOf: measure.words.length, upperOf: measure.words.length },
    evidence: () => evidenceOf(cited, 'source'),
  };
}
