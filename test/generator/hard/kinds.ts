/** Lists beside the full one: of what was, is planned, belongs to another time or to others, and of those who hold a certificate. */
import type { TableId } from '../rows.ts';
import type { ListSay } from '../tables.ts';
import { insert } from './others.ts';
import { type Draft, dropColumns, type HardRow, type Line, record, rewrite, type World } from './world.ts';

interface Kind {
  readonly table: TableId;
  /** Words of the title, section line or sheet. */
  readonly words: readonly string[];
  readonly rows: (world: World) => readonly HardRow[];
  readonly without?: readonly string[];
  /** Names those of the roster who hold a certificate. */
  readonly held?: true;
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
    held: true,
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
    const isAlone = kind.held === true && roll.chance(40) && world.claim('W03', 'cert', 'held') && alone(world);
    later.push(() => putKind(world, kind, isAlone));
  }
}

/** Only the list of those who hold one says who does; the roster has no column for it. */
function alone({ lists }: World): boolean {
  const holds = (code: string) => lists.W03.some(({ clean }) => (clean.cert as readonly string[]).includes(code));
  for (const [at, { clean }] of lists.W03.entries())
    if ((clean.cert as readonly string[]).some((code) => 'LP'.includes(code)))
      rewrite(lists.W03, at, { clean: { ...clean, cert: ['0'], cert_no: null, cert_date: null } });
  return holds('1') || holds('2');
}

function putKind(world: World, { table, words, rows, without = [] }: Kind, isAlone: boolean): void {
  const { roll } = world;
  const own = world.draft(table);
  const lines = rows(world).map((row) =>
    record({ clean: { ...row.clean, ...(table === 'W05' ? {} : { community: world.own }) } }, false),
  );
  if (lines.length === 0) return;
  const word = roll.pick(words);
  if (!isAlone && roll.chance(25) && without.length > 0) {
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
  if (isAlone) dropColumns(own, 'cert', 'certified', 'cert_no', 'cert_date');
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
