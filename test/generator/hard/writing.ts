/** Difficulties within cells: boxes and ticks, words left over, usual words, and posts that nobody fills. */
import type { Cell } from '../../../shared/model.ts';
import type { Clean, TableId } from '../rows.ts';
import { LEFT_OVER, NOBODY_SURE, OUTSIDE, USUAL, VACANT, type Wording } from './words.ts';
import { type HardColumn, type HardRow, hasColumn, replaceColumn, rewrite, type World } from './world.ts';

interface Options {
  readonly table: TableId;
  readonly key: string;
  readonly headings: readonly string[];
  /** Printed words, each with the clean value that ticks it. */
  readonly options: readonly (readonly [string, string])[];
  readonly ticks: (value: Clean) => readonly string[];
  readonly columnsOnly?: true;
}

const one = (value: Clean) => (value === null ? [] : [String(value)]);
const many = (value: Clean) => (value as readonly string[]).filter((code) => code !== '0');

const OPTIONS: readonly Options[] = [
  {
    table: 'W02',
    key: 'mgmt',
    headings: ['登记备案情况', '管理方式', '登记/备案'],
    options: [
      ['登记', '登记'],
      ['备案', '备案'],
    ],
    ticks: one,
  },
  {
    table: 'W03',
    key: 'cert',
    headings: ['社会工作者职业水平证书', '证书级别', '持证情况'],
    options: [
      ['初级', '1'],
      ['中级', '2'],
      ['高级', '3'],
    ],
    ticks: many,
  },
  {
    table: 'W03',
    key: 'cert',
    headings: ['社会工作者职业水平证书', '证书等级'],
    options: [
      ['助理社会工作师', '1'],
      ['社会工作师', '2'],
    ],
    ticks: many,
  },
  {
    table: 'W03',
    key: 'on_duty',
    headings: ['是否在岗'],
    options: [
      ['在岗', 'true'],
      ['离岗', 'false'],
    ],
    ticks: one,
  },
  {
    table: 'W04',
    key: 'fulltime',
    headings: ['专职/兼职', '专兼职'],
    options: [
      ['专职', 'true'],
      ['兼职', 'false'],
    ],
    ticks: one,
  },
  {
    table: 'W09',
    key: 'done',
    headings: ['是否完成', '是否建立', '完成情况'],
    options: [
      ['是', 'true'],
      ['否', 'false'],
    ],
    ticks: one,
  },
  {
    table: 'W09',
    key: 'done',
    headings: ['是否完成', '完成情况'],
    options: [
      ['已完成', 'true'],
      ['未完成', 'false'],
    ],
    ticks: one,
  },
  {
    table: 'W14',
    key: 'status',
    headings: ['状态', '整改状态'],
    options: [
      ['未启动', '未启动'],
      ['整改中', '整改中'],
      ['已销号', '已销号'],
    ],
    ticks: one,
  },
];

/** Empty and ticked, as keyboards and Wingdings have them. */
const BOXES: readonly (readonly [string, string])[] = [
  ['□', '☑'],
  ['□', '■'],
  ['☐', '☑'],
  ['☐', '☒'],
  ['○', '●'],
  ['◯', '◉'],
  ['□', '√'],
  ['（ ）', '（√）'],
  ['（）', '（√）'],
  ['( )', '(√)'],
  ['[ ]', '[√]'],
  ['[ ]', '[x]'],
  ['£', 'R'],
  ['¨', 'þ'],
];
const TICKS = ['√', '✓', '✔', '☑', '■', '是', '1'];

/** Printed options with a box each, before or behind its word; or a column for each option. */
export function ticks(world: World): void {
  const { roll, later } = world;
  for (const options of roll.shuffled(OPTIONS).slice(0, roll.between(1, 3))) {
    const { table, key } = options;
    if (!world.claim(table, key, 'ticks')) continue;
    // A box cannot say that only the result is out, nor that it is the province's.
    if (key === 'cert')
      world.lists.W03 = world.lists.W03.filter(({ clean }) => !many(clean.cert!).some((code) => 'LP'.includes(code)));
    later.push(() => (roll.chance(35) && options.options.length > 1 ? tickColumns : optionCells)(world, options));
  }
}

function optionCells(world: World, { table, key, headings, options, ticks: ticked }: Options): void {
  const { roll } = world;
  const draft = world.draft(table);
  if (!hasColumn(draft, key)) return;
  const [box, tick] = roll.pick(BOXES);
  const isBefore = roll.chance(60);
  const between = roll.pick([' ', '  ', '', '　', '\n']);
  const write = ({ clean }: HardRow): Cell => {
    const chosen = ticked(clean[key] ?? null);
    return options
      .map(([word, value]) => {
        const mark = chosen.includes(value) ? tick : box;
        return isBefore ? `${mark}${word}` : `${word}${mark}`;
      })
      .join(between);
  };
  replaceColumn(draft, key, { key, path: [roll.pick(headings)], say: null, write });
  if (key === 'cert') draft.columns = draft.columns.filter((column) => column.key !== 'certified');
}

function tickColumns(world: World, { table, key, headings, options, ticks: ticked }: Options): void {
  const { roll } = world;
  const draft = world.draft(table);
  if (!hasColumn(draft, key)) return;
  const group = roll.pick(headings);
  const tick = roll.pick(TICKS);
  const hasNo = roll.chance(20) && !'是1'.includes(tick);
  const columns = options.map(
    ([word, value]): HardColumn => ({
      key,
      path: [group, word],
      say: null,
      write: ({ clean }) => (ticked(clean[key] ?? null).includes(value) ? tick : hasNo ? '' : null),
    }),
  );
  replaceColumn(draft, key, ...columns);
  if (key === 'cert') draft.columns = draft.columns.filter((column) => column.key !== 'certified');
}

/** Words beside or in the place of what is known: the line is open, and what stands outside is out. */
export function leftovers(world: World): void {
  for (let more = world.roll.between(1, 4); more > 0; more--)
    put(world, world.roll.pick(world.roll.chance(70) ? LEFT_OVER : OUTSIDE));
}

export function usual(world: World): void {
  for (let more = world.roll.between(4, 12); more > 0; more--) put(world, world.roll.pick(USUAL));
}

/** One cell in other words. */
export function put(world: World, { table, key, also, of, words, clean, doubt }: Wording): void {
  const { roll, lists } = world;
  const rows = lists[table];
  const fit = rows.flatMap((row, at) => (of(row) && row.write === undefined && row.doubt === undefined ? [at] : []));
  const at = fit.length > 0 ? roll.pick(fit) : undefined;
  const word = roll.pick(words);
  if (at === undefined || !world.claim(table, key, 'words') || (also && !world.claim(table, also, 'words'))) return;
  // One name in two posts would be one person in both.
  if (key === 'person' && !world.claim(table, `person ${word}`, String(at))) return;
  rewrite(rows, at, {
    clean: { ...rows[at]!.clean, ...clean },
    write: { [key]: word, ...(also ? { [also]: word } : {}), ...(key === 'cert' ? certified(word, doubt) : {}) },
    ...(doubt ? { doubt: { [key]: doubt } } : {}),
  });
}

/** What stands in the column for yes and no beside it. */
function certified(word: Cell, doubt: Wording['doubt']): Readonly<Record<string, Cell>> {
  if (doubt) return { certified: /待|报|在读|申领/.test(String(word)) ? '否' : '有' };
  return typeof word === 'string' && /^(无|否|\/|未|在考|已报名|通过|省级)/.test(word) ? { certified: '否' } : {};
}

/** Nobody fills the post, though it is a post for one. */
export function vacancy(world: World): void {
  const { roll, lists } = world;
  if (!world.claim('W04', 'person', 'vacancy')) return;
  for (const [at, { clean }] of lists.W04.entries()) {
    if (at > 0 && roll.chance(55)) continue;
    const isPlain = roll.chance(60);
    const word = roll.pick(isPlain ? VACANT : NOBODY_SURE);
    rewrite(lists.W04, at, {
      clean: { ...clean, person: null, pid: null, arrive: null, cert: ['0'] },
      write: { person: word, fulltime: roll.pick(['专职', '专职', null]) },
      ...(isPlain ? {} : { doubt: { person: 'either' as const } }),
    });
  }
  world.later.push(() => {
    const draft = world.draft('W04');
    if (hasColumn(draft, 'person')) draft.columns = draft.columns.filter(({ key }) => key !== 'pid');
  });
}
