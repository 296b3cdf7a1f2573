/** Things that are there or not: items of the list of mechanisms, kinds of things, dates kept. */
import { cellAddress } from '../../model/addresses.ts';
import { serialOf } from '../../model/days.ts';
import type { DataRecord, Measure } from '../../model.ts';
import { compile } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { areasOf, type Cited, evidenceOf, headingOf } from './evidence.ts';
import { labelOf, NOTHING, nameOf, type Said, type Taken, whyAbsent } from './take.ts';

type ItemsMeasure = Extract<Measure, { kind: 'items' }>;
type KindsMeasure = Extract<Measure, { kind: 'kinds' }>;
type WordsMeasure = Extract<Measure, { kind: 'words' }>;
type HoldsMeasure = Extract<Measure, { kind: 'holds' }>;

/** Whether an item is done; with levels, on how many of them (RULINGS A23). */
export function takeItems(measure: ItemsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const lines = scope.records(measure.table).filter((record) => isItem(record, measure.items));
  const words = { table: nameOf(measure.table, scope), item: itemLabel(measure, scope) };
  if (lines.length === 0) return { ...NOTHING, missing: { phrase: 'missing.item', words } };
  const said = lines.filter((record) => isSaid(record));
  if (said.length === 0) return { ...NOTHING, missing: { phrase: 'missing.answer', words } };
  const where = compile(measure.where, scope, measure.table);
  const truths = said.map((record) => where(record));
  const certain = said.filter((_, i) => truths[i] === IN);
  const possible = said.filter((_, i) => truths[i] !== OUT);
  const cited = said.map((record): Cited => ({ sheet: record.table.sheet, datum: record.data.done! }));
  const first = cited[0]!;
  const days = certain.flatMap((record) => record.data.done_date?.span?.to ?? []);
  return {
    ...NOTHING,
    bounds: measure.levels
      ? levelBounds(certain, possible, measure.levels)
      : { ...yesNo(certain.length, possible.length) },
    evidence: () => evidenceOf(cited, 'source'),
    at: { sheet: first.sheet, address: cellAddress(first.datum.row, first.datum.column) },
    undecided: said
      .filter((_, i) => truths[i] === UNKNOWN)
      .map((record) => ({ record, asks: [[measure.where, true]], adds: [1, 0] })),
    unsure: measure.levels ? vagueLines(certain, measure.table, measure.levels, scope) : [],
    reachedOn: days.reduce<number | null>((first, day) => (first === null || day < first ? day : first), null),
  };
}

function isItem(record: DataRecord, items: readonly string[]): boolean {
  return [record.data.item, record.data.item_code].some((datum) => datum?.codes.some((code) => items.includes(code)));
}

function isSaid(record: DataRecord): boolean {
  const { done } = record.data;
  return done?.state === 'value' || done?.state === 'unreadable';
}

function yesNo(certain: number, possible: number) {
  return { lower: Math.min(certain, 1), upper: Math.min(possible, 1), lowerOf: null, upperOf: null };
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
  const words = { rows, sheet: vague[0]?.table.sheet, header: labelOf(table, 'document', scope), count: levels.length };
  return vague.length > 0 ? [{ phrase: 'open.level', words }] : [];
}

const NAMED_IN = ['item', 'document', 'remark'];

function names(record: DataRecord, words: readonly string[]): boolean {
  return NAMED_IN.some((field) => words.some((word) => record.data[field]?.text.includes(word)));
}

function itemLabel({ table, items: [code] }: ItemsMeasure | WordsMeasure, scope: Scope): string {
  const list = scope.catalogue.codes[scope.field(table, 'item')?.list ?? ''];
  return list?.entries.find((entry) => entry.code === code)?.label ?? code!;
}

/** How many kinds of a code list occur. */
export function takeKinds(measure: KindsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const where = compile(measure.where, scope, measure.table);
  const sure = new Set<string>();
  const maybe = new Set<string>();
  const cited: Cited[] = [];
  for (const record of scope.records(measure.table)) {
    const truth = where(record);
    const datum = record.data[measure.field];
    if (truth === OUT || !datum) continue;
    for (const code of datum.codes) {
      if (!measure.among.includes(code)) continue;
      maybe.add(code);
      if (truth === IN) sure.add(code);
    }
    if (truth === IN) cited.push({ sheet: record.table.sheet, datum });
  }
  const of = measure.outOf ?? null;
  const lacking = measure.among.filter((code) => !maybe.has(code));
  const table = scope.tables(measure.table)[0]!;
  return {
    ...NOTHING,
    bounds: { lower: sure.size, upper: maybe.size, lowerOf: of, upperOf: of },
    evidence: () => [...evidenceOf(cited, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingOf(table, measure.field),
    notes: of !== null && lacking.length > 0 ? [{ phrase: 'kinds.lacking', words: { list: lacking.join('、') } }] : [],
  };
}

/** How many of several words occur in an item's lines: policy, experience, model, brand (M10). */
export function takeWords(measure: WordsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const where = compile(measure.where, scope, measure.table);
  const lines = scope.records(measure.table).filter((record) => isItem(record, measure.items));
  const words = { table: nameOf(measure.table, scope), item: itemLabel(measure, scope) };
  if (lines.length === 0) return { ...NOTHING, missing: { phrase: 'missing.item', words } };
  const found = (least: number) =>
    measure.words.filter((word) => lines.some((record) => where(record) >= least && names(record, [word]))).length;
  const cited = lines.flatMap((record): Cited[] =>
    record.data.done ? [{ sheet: record.table.sheet, datum: record.data.done }] : [],
  );
  return {
    ...NOTHING,
    bounds: { lower: found(IN), upper: found(UNKNOWN), lowerOf: measure.words.length, upperOf: measure.words.length },
    evidence: () => evidenceOf(cited, 'source'),
  };
}

/** Whether a form's cells keep a condition; `late` tells by how many days a date does not. */
export function takeHolds(measure: HoldsMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const record = scope.records(measure.table).find((each) => measure.needs.some((field) => each.data[field]));
  const lacking = measure.needs.filter((field) => {
    const state = record?.data[field]?.state;
    return state !== 'value' && state !== 'unreadable';
  });
  if (!record || lacking.length > 0) {
    const field = lacking.map((key) => labelOf(measure.table, key, scope)).join('、');
    return { ...NOTHING, missing: { phrase: 'missing.figure', words: { table: nameOf(measure.table, scope), field } } };
  }
  const truth = compile(measure.where, scope, measure.table)(record);
  const cited = measure.needs.map((field): Cited => ({ sheet: record.table.sheet, datum: record.data[field]! }));
  const [first] = cited;
  const span = measure.late ? record.data[measure.late.field]?.span : null;
  return {
    ...NOTHING,
    bounds: { ...yesNo(truth === IN ? 1 : 0, truth !== OUT ? 1 : 0) },
    evidence: () => evidenceOf(cited, 'source'),
    at: { sheet: first!.sheet, address: cellAddress(first!.datum.row, first!.datum.column) },
    undecided: truth === UNKNOWN ? [{ record, asks: [[measure.where, true]], adds: [1, 0] }] : [],
    daysLate: span && measure.late ? Math.max(span.from - serialOf(measure.late.due), 0) : null,
  };
}
