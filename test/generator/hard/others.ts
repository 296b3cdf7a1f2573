/** Lines and lists of other communities beside the pilot's own. */
import type { TableId } from '../rows.ts';
import { type Draft, dropColumns, type HardColumn, hasColumn, type Line, OTHERS, record, type World } from './world.ts';

const LISTED: readonly TableId[] = ['W02', 'W03', 'W05', 'W07'];

/** A whole street in one workbook: by a column, by sections, by sheets, or by who reports. */
export function others(world: World): void {
  const { roll, later } = world;
  const way = roll.pick([byColumn, byColumn, bySections, bySheets, byReporter]);
  const tables = roll.shuffled<TableId>(LISTED).slice(0, roll.between(1, 3));
  for (const table of tables) {
    // No column may go that says whose a line is.
    if (!world.claim(table, 'lists', 'others') || !world.claim(table, 'community', 'others')) continue;
    // Where no column says whose line it is, there are no lines of others among the own.
    if (way !== byColumn && table !== 'W05')
      world.lists[table] = world.lists[table].filter(
        ({ clean }) => clean.community === undefined || clean.community === world.own,
      );
    later.push(() => way(world, table));
  }
}

const COMMUNITY = ['所属社区', '所在社区', '社区（村）', '所属村（社区）', '社区名称'];

function byColumn(world: World, table: TableId): void {
  const { roll, own } = world;
  const draft = world.draft(table);
  if (!hasColumn(draft, 'community')) {
    const whose: HardColumn = {
      key: 'community',
      path: [roll.pick(COMMUNITY)],
      say: null,
      write: ({ clean }) => (clean.community as string) ?? own,
    };
    draft.columns.splice(roll.chance(70) ? 0 : roll.int(draft.columns.length), 0, whose);
  }
  const theirs = roll
    .shuffled(OTHERS)
    .slice(0, roll.between(1, 2))
    .flatMap((other) => world.strangers(table, other).slice(0, roll.between(3, 12)));
  const lines = [...draft.lines, ...theirs.map((row) => record(row, false))];
  draft.lines = roll.chance(50) ? lines : roll.shuffled(lines);
}

function bySections(world: World, table: TableId): void {
  const { roll, own } = world;
  const draft = world.draft(table);
  if (table === 'W05') return;
  dropColumns(draft, 'community');
  const other = roll.pick(OTHERS);
  const mark = roll.pick(['', '', '一', '1']);
  const title = (name: string, at: number) =>
    mark === '' ? name : mark === '1' ? `${at}.${name}` : `（${'一二'[at - 1]}）${name}`;
  const parts: Line[][] = [
    draft.lines,
    world
      .strangers(table, other)
      .slice(0, roll.between(3, 10))
      .map((row) => record(row, false)),
  ];
  const names = [own, other];
  const order = roll.chance(70) ? [0, 1] : [1, 0];
  draft.lines = order.flatMap((part, at): Line[] => [
    { kind: 'text', text: title(names[part]!, at + 1), wide: roll.chance(60) },
    ...parts[part]!,
  ]);
  // Somebody names the community for the workbook as a whole.
  draft.heads = [`${world.community.facts.street}${draft.list.titles[0]}`];
}

function bySheets(world: World, table: TableId): void {
  const { roll, own } = world;
  const draft = world.draft(table);
  if (table !== 'W05') dropColumns(draft, 'community');
  const title = roll.pick(draft.list.titles);
  draft.heads = [`${own}${title}`];
  draft.sheet = roll.pick([own, `${own}${title}`.slice(0, 28), title]);
  for (const other of roll.shuffled(OTHERS).slice(0, roll.between(1, 2))) {
    const theirs = beside(world, draft, other);
    theirs.sheet = other;
    theirs.heads = [roll.pick([`${other}${title}`, title])];
    insert(world, draft, theirs);
  }
}

function byReporter(world: World, table: TableId): void {
  const { roll, community } = world;
  const draft = world.draft(table);
  if (table !== 'W05') dropColumns(draft, 'community');
  const other = roll.pick(OTHERS);
  const theirs = beside(world, draft, other);
  const { unit, street } = community.facts;
  const label = roll.pick(['填报单位', '填报单位（盖章）', '填报社区']);
  theirs.heads = [roll.pick(draft.list.titles), `${label}：${label === '填报社区' ? '' : `${unit}${street}`}${other}`];
  theirs.sheet = roll.pick(['', `${draft.list.titles[0]}2`]);
  draft.heads = [
    draft.heads[0]!,
    `${label}：${label === '填报社区' ? '' : `${unit}${street}`}${community.facts.community}`,
  ];
  insert(world, draft, theirs);
}

/** Another list with the same headings. */
function beside(world: World, draft: Draft, other: string): Draft {
  const rows = world.strangers(draft.list.id, other).slice(0, world.roll.between(3, 14));
  return { ...draft, columns: [...draft.columns], lines: rows.map((row) => record(row, false)) };
}

export function insert({ roll, drafts }: World, own: Draft, other: Draft): void {
  // The first draft of a table is the pilot's own, wherever it stands in the workbook.
  const at = drafts.indexOf(own);
  if (roll.chance(65)) drafts.splice(at + 1, 0, other);
  else drafts.push(other);
}
