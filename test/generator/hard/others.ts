/** Lines and lists beside the pilot's own: of other communities, and of what was, is planned or belongs to others. */
import type { TableId } from '../rows.ts';
import type { ListSay } from '../tables.ts';
import {
  type Draft,
  dropColumns,
  type HardColumn,
  type HardRow,
  hasColumn,
  type Line,
  OTHERS,
  record,
  type World,
} from './world.ts';

const LISTED: readonly TableId[] = ['W02', 'W03', 'W05', 'W07'];

/** A whole street in one workbook: by a column, by sections, by sheets, or by who reports. */
export function others(world: World): void {
  const { roll, later } = world;
  const way = roll.pick([byColumn, byColumn, bySections, bySheets, byReporter]);
  const tables = roll.shuffled<TableId>(LISTED).slice(0, roll.between(1, 3));
  for (const table of tables) {
    if (!world.claim(table, 'lists', 'others')) continue;
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

function insert({ roll, drafts }: World, own: Draft, other: Draft): void {
  // The first draft of a table is the pilot's own, wherever it stands in the workbook.
  const at = drafts.indexOf(own);
  if (roll.chance(65)) drafts.splice(at + 1, 0, other);
  else drafts.push(other);
}

interface Kind {
  readonly table: TableId;
  /** Words of the title, section line or sheet. */
  readonly words: readonly string[];
  readonly rows: (world: World) => readonly HardRow[];
  readonly without?: readonly string[];
}

const ours = (world: World, table: TableId) => world.strangers(table, world.own);
const KINDS: readonly Kind[] = [
  {
    table: 'W02',
    words: ['已注销社会组织名单', '已撤销备案的社区社会组织名册', '退出管理的社区社会组织台账', '历年注销社会组织名录'],
    rows: (world) => ours(world, 'W02').slice(0, world.roll.between(2, 6)),
    without: ['status'],
  },
  {
    table: 'W02',
    words: [
      '拟培育社区社会组织名单',
      '2021年社区社会组织培育计划',
      '社区社会组织储备名录',
      '计划备案的社区社会组织清单',
    ],
    rows: (world) => ours(world, 'W02').slice(0, world.roll.between(3, 8)),
    without: ['status'],
  },
  {
    table: 'W02',
    words: ['2018年社区社会组织名录', '2017—2018年度社会组织登记备案台账', '2018年底社区社会组织情况统计表'],
    rows: (world) =>
      ours(world, 'W02')
        .slice(0, 9)
        .map(({ clean }) => ({ clean: { ...clean, date: '2017-05-12' } })),
  },
  {
    table: 'W03',
    words: ['社区离职人员名册', '2020年离岗人员花名册', '已离职社区工作者名单'],
    rows: (world) => ours(world, 'W03').slice(0, world.roll.between(2, 6)),
    without: ['on_duty', 'leave'],
  },
  {
    table: 'W03',
    words: ['社区工作者后备人员名册', '2021年招聘社区工作者报名表', '社区后备干部花名册', '社区工作者招聘报名人员名单'],
    rows: (world) => ours(world, 'W03'),
    without: ['on_duty', 'leave'],
  },
  {
    table: 'W03',
    words: ['2018年社区工作者花名册', '2017年度社区工作人员花名册'],
    rows: (world) => ours(world, 'W03'),
    without: ['on_duty', 'leave', 'cert_date'],
  },
  {
    table: 'W03',
    words: ['物业公司工作人员花名册', '社会工作服务中心工作人员名册', '机构派驻人员花名册', '社工站人员花名册'],
    rows: (world) => ours(world, 'W03'),
    without: ['on_duty', 'leave'],
  },
  {
    table: 'W03',
    words: ['社区工作者持证人员名单', '取得社工证人员花名册', '持证社工名册'],
    rows: ({ lists }) =>
      lists.W03.filter(({ clean }) => (clean.cert as readonly string[]).some((code) => '12'.includes(code))),
    without: ['on_duty', 'leave'],
  },
  {
    table: 'W05',
    words: ['2021年拟立项社工服务项目清单', '下一年度计划实施项目一览表', '储备社工服务项目清单'],
    rows: (world) => ours(world, 'W05'),
    without: ['status'],
  },
  {
    table: 'W05',
    words: ['2018年社工服务项目台账', '2018年度社会工作专业服务项目台账'],
    rows: (world) => ours(world, 'W05').map(({ clean }) => ({ clean: { ...clean, start: '2018-03', end: '2018-11' } })),
    without: ['status'],
  },
  {
    table: 'W07',
    words: ['2021年志愿服务活动计划', '下半年志愿服务活动安排计划表', '拟开展志愿服务活动计划表'],
    rows: (world) => ours(world, 'W07').slice(0, 12),
  },
  {
    table: 'W07',
    words: ['2018年志愿服务活动台账', '2018年度社区志愿服务活动登记表'],
    rows: (world) =>
      ours(world, 'W07')
        .slice(0, 12)
        .map(({ clean }) => ({ clean: { ...clean, date: `2018${String(clean.date).slice(4)}` } })),
  },
  {
    table: 'W08',
    words: ['2021年拟举办公益创投活动计划', '2021年微公益创投活动计划表'],
    rows: (world) =>
      ours(world, 'W08').map(({ clean }) => ({
        clean: { ...clean, name: `${clean.name}（新一季）`, session: '第三届', date: '2021-05-12' },
      })),
  },
];

/** A second list beside the full one, known by title, by the sheet's name, or by a line within the list. */
export function kinds(world: World): void {
  const { roll, later } = world;
  for (const kind of roll.shuffled(KINDS).slice(0, roll.between(1, 2))) {
    if (!world.claim(kind.table, 'lists', kind.words[0]!)) continue;
    later.push(() => putKind(world, kind));
  }
}

function putKind(world: World, { table, words, rows, without = [] }: Kind): void {
  const { roll } = world;
  const own = world.draft(table);
  const lines = rows(world).map((row) =>
    record({ clean: { ...row.clean, ...(table === 'W05' ? {} : { community: world.own }) } }, false),
  );
  if (lines.length === 0) return;
  const word = roll.pick(words);
  if (roll.chance(25) && without.length > 0) {
    const number = roll.pick(['二、', '附：', '']);
    own.lines = [
      ...own.lines,
      { kind: 'text', text: `${number}${word}`, wide: roll.chance(60) },
      ...blanked(lines, without),
    ];
    return;
  }
  const other: Draft = { ...own, columns: own.columns.filter(({ key }) => !without.includes(key)), lines };
  const isTitle = roll.chance(70);
  other.heads = [isTitle ? `${roll.pick(['', world.own])}${word}` : titleOf(own.list)];
  other.sheet = isTitle ? roll.pick(['', word, '附表']) : word;
  insert(world, own, other);
}

const titleOf = ({ titles }: ListSay) => titles[0]!;

/** In a section of their own nobody fills in what the line above has said. */
const blanked = (lines: readonly Line[], keys: readonly string[]): Line[] =>
  lines.map((line) =>
    line.kind === 'record'
      ? { ...line, row: { ...line.row, write: Object.fromEntries(keys.map((key) => [key, null])) } }
      : line,
  );
