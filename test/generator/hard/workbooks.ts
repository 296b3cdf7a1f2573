/** Workbooks in layouts that offices really use, one or more difficulties each, with what is true of them. */
import type { SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { type Community, communityOf } from '../communities.ts';
import { type Dice, dice } from '../dice.ts';
import { plainForm } from '../forms.ts';
import { PROGRESS } from '../progress.ts';
import type { TableId } from '../rows.ts';
import { LISTS } from '../tables.ts';
import { DIMENSIONS, type Dimension, type DimensionName, dimensionNames } from './dimensions.ts';
import { type Decider, draftOf, written } from './drafts.ts';
import { type Answer, truthOf } from './truth.ts';
import { uprightPage } from './upright.ts';
import { type Draft, type HardRow, OTHERS, strangersOf, type World } from './world.ts';

export interface HardWorkbook {
  readonly community: Community;
  readonly dimensions: readonly DimensionName[];
  readonly snapshot: WorkbookSnapshot;
  readonly truth: ReadonlyMap<string, Answer>;
  readonly deciders: readonly Decider[];
}

/** Every other workbook has one difficulty, the rest two to four. */
export function dimensionsOf(seed: number): readonly DimensionName[] {
  const roll = dice(seed + 11_000_003);
  if (seed % 2 === 0) return [dimensionNames[(seed / 2) % dimensionNames.length]!];
  return roll.shuffled(dimensionNames).slice(0, roll.between(2, 4));
}

export function hardWorkbook(seed: number, dimensions = dimensionsOf(seed)): HardWorkbook {
  // In their own order, whatever order they were named in.
  const ordered = dimensionNames.filter((name) => dimensions.includes(name));
  return { ...workbookWith(seed, ...ordered.map((name) => DIMENSIONS[name])), dimensions: ordered };
}

export function workbookWith(seed: number, ...difficulties: readonly Dimension[]): HardWorkbook {
  const roll = dice(seed + 13_000_027);
  const community = communityOf(seed);
  const world = worldOf(roll, community);
  for (const difficulty of difficulties) difficulty(world);
  const lists = [...LISTS, ...PROGRESS].filter(({ id }) => !BESIDE.has(id) || roll.chance(40));
  for (const list of lists) world.drafts.push(draftOf(world, list));
  for (const work of world.later) work();
  return { community, dimensions: [], truth: truthOf(world), ...onPaper(world) };
}

/** Lists that no indicator with a truth of its own rests on. */
const BESIDE: ReadonlySet<TableId> = new Set(['W10', 'W11', 'W13', 'W15']);

function worldOf(roll: Dice, community: Community): World {
  const lists = Object.fromEntries(
    Object.entries(community.lists).map(([id, rows]) => [id, rows.map((clean): HardRow => ({ clean }))]),
  ) as World['lists'];
  lists.W07 = oncePerDay(lists.W07);
  const claims = new Map<string, string>();
  const drafts: Draft[] = [];
  return {
    community,
    own: String(community.facts.community),
    roll,
    hand: { roll, date1904: false },
    lists,
    drafts,
    later: [],
    asked: new Set(),
    claim(table, part, by) {
      const what = `${table} ${part}`;
      if (!claims.has(what)) claims.set(what, by);
      return claims.get(what) === by;
    },
    draft: (table) => drafts.find(({ list }) => list.id === table)!,
    strangers: (table, other = roll.pick(OTHERS)) => strangersOf(community.seed, table, other),
  };
}

/** The same event at two places of one day is a difficulty of its own. */
function oncePerDay(rows: readonly HardRow[]): HardRow[] {
  const places = new Map<string, unknown>();
  return rows.filter(({ clean }) => {
    const key = `${clean.name}|${clean.date}`;
    const place = places.get(key);
    places.set(key, place ?? clean.place);
    return place === undefined || place === clean.place;
  });
}

function onPaper(world: World): Pick<HardWorkbook, 'snapshot' | 'deciders'> {
  const deciders: Decider[] = [];
  const names = new Set(['基本情况表']);
  const pages = new Map<Draft, ReturnType<typeof written>>();
  const sheets: SheetSnapshot[] = [plainForm(world.community).snapshot('基本情况表')];
  for (const draft of world.drafts) {
    let name = draft.sheet || `Sheet${sheets.length + 1}`;
    while (names.has(name)) name = `${name} ${sheets.length + 1}`;
    names.add(name);
    const { page, deciders: more } = (draft.copyOf && pages.get(draft.copyOf)) ?? paper(world, draft, name);
    pages.set(draft, { page, deciders: [] });
    sheets.push(page.snapshot(name));
    deciders.push(...more);
  }
  return { snapshot: { schema: 'workbook-snapshot/1', name: '三社联动材料.xlsx', sheets }, deciders };
}

const paper = (world: World, draft: Draft, name: string) =>
  draft.upright ? uprightPage(world, draft, name) : written(world, draft, name);
