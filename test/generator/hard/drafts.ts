/** The sheets as they would be without any difficulty, and their way onto paper. */
import type { Cell } from '../../../shared/model.ts';
import { putHeadings } from '../headings.ts';
import { putFooters } from '../lines.ts';
import { newPage, type Page } from '../pages.ts';
import type { TableId } from '../rows.ts';
import type { ListSay } from '../tables.ts';
import { plainValue, wayOf, writtenValue } from '../values.ts';
import { type Draft, type HardColumn, type HardRow, record, type World } from './world.ts';

/** Cells that an indicator rests on, by the keys of their columns. */
const DECIDING: Partial<Record<TableId, readonly string[]>> = {
  W02: ['mgmt', 'date', 'reg_date', 'file_date', 'community', 'status'],
  W03: ['wtype', 'on_duty', 'leave', 'cert', 'certified', 'community'],
  W04: ['layer', 'org', 'setup', 'person', 'fulltime', 'leave'],
  W05: ['agency', 'community', 'start', 'end', 'span', 'status', 'times'],
  W06: ['community', 'pop_resident', 'registered', 'verified', 'participants'],
  W07: ['date', 'month', 'day', 'year', 'people', 'community'],
  W08: ['date', 'own'],
  W09: ['item', 'done'],
  W12: ['start', 'finish'],
  W14: ['status'],
};

/** A cell that decides, and whether what stands in it may be asked; 0-based, tick columns as one. */
export interface Decider {
  readonly table: TableId;
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly columns: readonly number[];
  readonly mayAsk: boolean;
}

export function draftOf({ roll, lists, community }: World, list: ListSay): Draft {
  // A figure that stands inside another's cell is the matter of other workbooks.
  const says = list.columns.flatMap((choice) => roll.pick(choice.filter((way) => way.every(({ holds }) => !holds))));
  const columns = says.map((say): HardColumn => ({ key: say.key, path: [roll.pick(say.headings)], say }));
  const title = roll.pick(list.titles);
  const heads = [`${roll.pick(['', '', String(community.facts.community)])}${title}`];
  if (roll.chance(50)) {
    const { unit, street, community: name } = community.facts;
    heads.push(`填报单位（盖章）：${unit}${street}${name}      单位：${list.units}`);
  }
  return {
    list,
    sheet: roll.chance(75) ? title.slice(0, 24) : '',
    heads,
    columns: roll.chance(70) ? columns : roll.shuffled(columns),
    lines: lists[list.id].map((row) => record(row)),
    serial: list.id === 'W13' || roll.chance(20) ? null : 1,
  };
}

const SERIALS = ['序号', '序号', '编号', '序'];

/** Puts a draft down on a page of its own and names its deciding cells. */
export function written(
  world: World,
  draft: Draft,
  sheet: string,
): { readonly page: Page; readonly deciders: readonly Decider[] } {
  const { hand, roll, community } = world;
  const page = newPage();
  const serial: HardColumn[] = draft.serial === null ? [] : [{ key: 'serial', path: [roll.pick(SERIALS)], say: null }];
  if (serial[0]?.path[0] === '编号' && draft.columns.some(({ path }) => path.at(-1) === '编号'))
    serial[0] = { ...serial[0], path: ['序号'] };
  const columns = [...serial, ...draft.columns];
  let top = 0;
  for (const head of draft.heads) {
    page.put(top, 0, head);
    if (roll.chance(60)) page.merge(top, 0, top, columns.length - 1);
    top++;
  }
  if (!draft.bare)
    top += putHeadings(
      page,
      columns.map(({ path, say }) => ({ path, say, kind: 'field' as const })),
      top,
      false,
    );
  const deciders: Decider[] = [];
  const ways = columns.map(({ say }) => (say ? wayOf(hand, say.kind) : 0));
  let number = (draft.serial ?? 1) - 1;
  draft.lines.forEach((line, index) => {
    const at = top + index;
    if (line.kind === 'text') {
      page.put(at, 0, line.text);
      if (line.wide) page.merge(at, 0, at, columns.length - 1);
      return;
    }
    if (line.kind === 'cells') {
      for (const [place, column] of columns.entries()) page.put(at, place, line.cell(column, place));
      return;
    }
    const own = line.row.write?.serial;
    if (!line.joined && own === undefined) number++;
    columns.forEach((column, place) => {
      if (line.joined?.has(column.key)) page.merge(at - 1, place, at, place);
      else if (column.key === 'serial') page.put(at, place, own === undefined ? number : own);
      else page.put(at, place, cellOf(world, column, line.row, ways[place]!));
    });
    if (line.decides && !line.joined) deciders.push(...decidersOf(world, draft, columns, line.row, sheet, at));
  });
  if (!draft.bare && roll.chance(25)) putFooters(hand, page, page.height, columns.length, community);
  return { page, deciders };
}

export function cellOf({ hand, roll }: World, { key, say, write }: HardColumn, row: HardRow, way: number) {
  const literal = row.write?.[key];
  if (literal !== undefined) return literal;
  if (write) return write(row);
  if (!say) return (row.clean[key] ?? null) as Cell;
  return roll.chance(50) ? plainValue(say, row.clean) : writtenValue(hand, say, row.clean, way);
}

function decidersOf(
  world: World,
  { list }: Draft,
  columns: readonly HardColumn[],
  row: HardRow,
  sheet: string,
  at: number,
): readonly Decider[] {
  const keys = new Set(columns.map(({ key }) => key));
  const deciding = [...(DECIDING[list.id] ?? []), ...(list.id === 'W03' && !keys.has('wtype') ? ['post'] : [])];
  return deciding
    .filter((key) => keys.has(key))
    .map((key) => ({
      table: list.id,
      key,
      sheet,
      row: at,
      columns: columns.flatMap((column, place) => (column.key === key ? [place] : [])),
      mayAsk:
        row.doubt !== undefined ||
        world.asked.has(list.id) ||
        (key === 'cert' && (row.clean.cert as readonly string[]).includes('P')),
    }));
}
