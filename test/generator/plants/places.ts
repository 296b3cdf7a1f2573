/** Places of a workbook where people write of people; each function plants something in one of them, or finds no such place. */
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, FieldDef } from '../../../shared/model.ts';
import type { Dice } from '../dice.ts';
import { addColumn, type Draft, type DraftSheet, type DraftTable, insertRow, type Spot, spotOf } from './drafts.ts';
import { joined, mayBeFigure, type Writing, writingOf } from './writings.ts';

export interface Planting {
  readonly roll: Dice;
  readonly draft: Draft;
  /** What is remembered of a writing that stands nowhere in a cell. */
  readonly keep: (writing: Writing, place: string, path: string) => void;
}

const fields = new Map(
  grounds.catalogue.tables.flatMap(({ id, fields }) => fields.map((field) => [`${id}.${field.key}`, field] as const)),
);
const FIGURES: ReadonlySet<FieldDef['type']> = new Set(['count', 'amount', 'ratio', 'date', 'serial', 'boolean']);

/** A writing without plants that the place itself would explain. */
export function fresh(roll: Dice, where: string, figures = true): Writing {
  for (;;) {
    const writing = writingOf(roll, where);
    if (!figures || !mayBeFigure(writing.value)) return writing;
  }
}

export const textual = (writing: Writing): Writing => ({ ...writing, value: String(writing.value) });

/** Once planted a cell stays as it is: its plants stand in it whole. */
export function put(spot: Spot | undefined, value: Cell, { plants }: Writing): boolean {
  if (!spot || spot.plants.length > 0) return false;
  spot.value = value;
  spot.plants.push(...plants);
  return true;
}

export function into(roll: Dice, spot: Spot | undefined, writing: Writing): boolean {
  if (!spot || spot.plants.length > 0) return false;
  for (;;) {
    const { value } = joined(roll, spot.value, writing);
    if (!mayBeFigure(value) || mayBeFigure(writing.value)) return put(spot, value, writing);
  }
}

const tableIn = ({ roll, draft }: Planting, shape: 'list' | 'form'): DraftTable | undefined => {
  const tables = draft.tables.filter((table) => table.shape === shape);
  return tables.length > 0 ? roll.pick(tables) : undefined;
};
export const freeSheet = ({ roll, draft }: Planting): DraftSheet => roll.pick(draft.sheets);

/** Any field of any record: every field as often as another, so that none is left out. */
export function field(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, roll.chance(85) ? 'list' : 'form');
  const cells = table?.records.flatMap(({ cells }) => cells) ?? [];
  if (!table || cells.length === 0) return false;
  const key = roll.pick([...new Set(cells.map(({ field }) => field))]);
  return inField(roll, table.id, key, roll.pick(cells.filter(({ field }) => field === key)).spot);
}

function inField(roll: Dice, table: string, key: string, spot: Spot): boolean {
  const def = fields.get(`${table}.${key}`);
  return into(roll, spot, fresh(roll, `field ${table}.${key}`, def === undefined || FIGURES.has(def.type)));
}

/** One cell of every field that there is. */
export function everyField({ roll, draft }: Planting): number {
  let done = 0;
  for (const { id, records } of draft.tables)
    for (const { field, spot } of records[roll.int(records.length)]?.cells ?? [])
      if (inField(roll, id, field, spot)) done++;
  return done;
}

export function heading(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'list');
  if (!table || table.headings.length === 0) return false;
  const { spot } = roll.pick(table.headings);
  const writing = textual(fresh(roll, 'heading known'));
  const old = String(spot.value ?? '');
  const value = roll.pick([
    `${old}（${writing.value}填）`,
    `${old}(${writing.value})`,
    `${old}${writing.value}`,
    `${old}\n${writing.value}`,
  ]);
  return put(spot, value, writing);
}

/** A column more: nobody knows its heading, or a person's name stands there above ticks. */
export function column(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'list');
  if (!table || table.records.length === 0) return false;
  const { sheet } = table;
  const spots = addColumn(sheet);
  const rowOf = (spot: Spot | undefined) => sheet.rows.findIndex((row) => spot !== undefined && row.includes(spot));
  const top = rowOf(table.headings[0]?.spot);
  const body = table.records.map(({ row }) => spots[sheet.rows.indexOf(row)]);
  if (top < 0) return false;
  const named = roll.chance(60);
  const writing = textual(fresh(roll, named ? 'heading over ticks' : 'column unknown'));
  if (named) put(spots[top], writing.value, writing);
  else put(spots[top], roll.pick(['联络', '带班', '结对', '签收', '家属', '代办', '值守']), { value: '', plants: [] });
  for (const spot of body) {
    if (named) put(spot, roll.pick(['√', '', '×', 1]), { value: '', plants: [] });
    else if (roll.chance(50)) into(roll, spot, fresh(roll, 'column unknown'));
  }
  return true;
}

/** A heading of a column in which little stands gives way to a name. */
export function renamed(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'list');
  const one = table?.headings.find(({ field }) => field === null || roll.chance(8));
  const writing = textual(fresh(roll, 'heading replaced'));
  return one !== undefined && put(one.spot, writing.value, writing);
}

export function line(planting: Planting): boolean {
  const { roll, draft } = planting;
  if (draft.lines.length === 0) return false;
  const { spot, kind } = roll.pick(draft.lines);
  const writing = textual(fresh(roll, `line ${kind}`));
  const old = String(spot.value ?? '');
  const value = roll.pick([
    `${old}（${writing.value}整理）`,
    `${old}${writing.value}`,
    `${writing.value}${old}`,
    `${old}　${writing.value}`,
  ]);
  return put(spot, value, writing);
}

export function newLine(planting: Planting): boolean {
  const { roll } = planting;
  const sheet = freeSheet(planting);
  const [a, b] = [textual(fresh(roll, 'line new')), textual(fresh(roll, 'line new'))];
  const cells = roll.pick<() => Spot[]>([
    () => [spotOf(`填报单位：${a.value}`)],
    () => [spotOf(`填表人：${a.value}　审核人：${b.value}　负责人（签字）：`)],
    () => [spotOf('审核人：'), spotOf(a.value)],
    () => [spotOf('填报单位'), spotOf(a.value)],
    () => [spotOf(`注：${a.value}的情况由${b.value}提供。`)],
    () => [spotOf(`联系电话：${a.value}`)],
    () => [spotOf(`${a.value}`)],
    () => [spotOf('备注'), spotOf(`${a.value}，${b.value}`)],
  ])();
  for (const spot of cells)
    for (const writing of [a, b])
      if (String(spot.value).includes(String(writing.value))) spot.plants.push(...writing.plants);
  insertRow(sheet, roll.chance(70) ? sheet.rows.length : 0, cells);
  return true;
}

export function section(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'list');
  if (!table || table.records.length === 0) return false;
  const writing = textual(fresh(roll, 'section'));
  const spot = spotOf(null);
  const word = writing.value;
  put(
    spot,
    roll.pick([`一、${word}负责的`, `${word}组`, `（二）${word}`, `${word}`, `二、已注销（${word}）`]),
    writing,
  );
  const row = roll.pick(table.records).row;
  const first = table.headings[0]?.column ?? table.sheet.left;
  const blanks = Array.from({ length: Math.max(0, first - table.sheet.left) }, () => spotOf(null));
  insertRow(table.sheet, table.sheet.rows.indexOf(row), [...blanks, spot]);
  return true;
}

export function total(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'list');
  const row = table && table.totals.length > 0 ? roll.pick(table.totals) : undefined;
  const spot = row?.find(({ value }) => typeof value === 'string' && value !== '');
  const writing = textual(fresh(roll, 'total'));
  return put(
    spot,
    roll.pick([
      `${spot?.value}（${writing.value}）`,
      `${writing.value}${spot?.value}`,
      `${spot?.value} ${writing.value}`,
    ]),
    writing,
  );
}

export function formLabel(planting: Planting): boolean {
  const { roll } = planting;
  const table = tableIn(planting, 'form');
  if (!table || table.labels.length === 0) return false;
  const spot = roll.pick(table.labels);
  const writing = textual(fresh(roll, 'form label'));
  return put(
    spot,
    roll.pick([`${spot.value}（${writing.value}填）`, `${spot.value}${writing.value}`, `${writing.value}`]),
    writing,
  );
}

/** A blank cell beside or below what is read; one column may be left out between. */
export function neighbour(planting: Planting): boolean {
  const { roll } = planting;
  const sheet = freeSheet(planting);
  const wider = roll.int(10);
  if (wider < 2) for (let more = roll.between(1, 2); more > 0; more--) insertRow(sheet, sheet.rows.length, []);
  else if (wider < 4) addColumn(sheet);
  const blanks = sheet.rows.flatMap((row) => row.filter(({ value, plants }) => value === null && plants.length === 0));
  if (blanks.length === 0) return false;
  const writing = fresh(roll, 'neighbour');
  return put(roll.chance(50) ? blanks.at(-1) : roll.pick(blanks), writing.value, writing);
}

/** Any cell at all, those that nothing was read of included. */
export function anywhere(planting: Planting): boolean {
  const { roll } = planting;
  const spots = freeSheet(planting)
    .rows.flat()
    .filter(({ value }) => value !== null);
  return spots.length > 0 && into(roll, roll.pick(spots), fresh(roll, 'anywhere'));
}
