/** What stands twice or sums: copies of a sheet, totals with words, lines of sections that carry a value, the same activity again. */
import type { Row, TableId } from '../rows.ts';
import { type Draft, dropColumns, type HardRow, type Line, type World } from './world.ts';

/** A sheet kept twice. */
export function copies(world: World): void {
  const { roll, later } = world;
  const table = roll.pick<TableId>(['W02', 'W03', 'W04', 'W05', 'W07', 'W08']);
  if (!world.claim(table, 'lists', 'copies')) return;
  later.push(() => {
    const draft = world.draft(table);
    const sheet = `${draft.sheet || '名单'}${roll.pick([' (2)', '（备份）', '副本', '—定稿'])}`;
    const copy: Draft = { ...draft, sheet, copyOf: draft };
    world.drafts.splice(world.drafts.indexOf(draft) + 1, 0, copy);
  });
}

const TOTALS = [
  '小计',
  '合计',
  '总计',
  '总计数',
  '合计（家）',
  '共计',
  '小计（登记）',
  '两委小计',
  '（合计）',
  '本页小计',
  '合计数',
];

/** Sums with words before or behind, after some of the lines and at the end. */
export function totals(world: World): void {
  const { roll, later } = world;
  for (const table of roll.shuffled<TableId>(['W02', 'W03', 'W05', 'W07', 'W08']).slice(0, roll.between(1, 2))) {
    if (!world.claim(table, 'totals', 'totals')) continue;
    later.push(() => {
      const draft = world.draft(table);
      const cut = roll.chance(50) && draft.lines.length > 4 ? roll.between(2, draft.lines.length - 1) : 0;
      const [before, after] = [draft.lines.slice(0, cut), draft.lines.slice(cut)];
      const isCounting = roll.chance(35);
      const sums = (lines: readonly Line[], count: string): Line[] =>
        lines.length === 0 ? [] : [sumOf(draft, lines, isCounting ? count : roll.pick(TOTALS))];
      draft.lines = [
        ...before,
        ...sums(before, `小计${before.length}${unitOf(table)}`),
        ...after,
        ...sums(draft.lines, `共${draft.lines.length}${unitOf(table)}`),
      ];
    });
  }
}

const unitOf = (table: TableId) => ({ W02: '家', W03: '人', W07: '场' })[table as string] ?? '个';

function sumOf(draft: Draft, lines: readonly Line[], word: string): Line {
  const rows = lines.flatMap((line) => (line.kind === 'record' && !line.joined ? [line.row] : []));
  const place = draft.serial === null ? draft.columns[0]!.key : 'serial';
  return {
    kind: 'cells',
    cell: ({ key, say }) => {
      if (key === place) return word;
      if (say?.kind !== 'count') return null;
      return rows.reduce((sum, { clean }) => sum + Number(clean[key] ?? 0), 0);
    },
  };
}

interface Section {
  readonly table: TableId;
  readonly drop: readonly string[];
  readonly parts: readonly { readonly words: readonly string[]; readonly of: (row: HardRow) => boolean }[];
}

const SECTIONS: readonly Section[] = [
  {
    table: 'W02',
    drop: ['mgmt'],
    parts: [
      {
        words: ['依法登记', '登记的社区社会组织', '依法登记的社会组织', '已登记'],
        of: ({ clean }) => clean.mgmt === '登记',
      },
      {
        words: ['街道备案', '备案的社区社会组织', '街道备案的社区社会组织', '备案管理'],
        of: ({ clean }) => clean.mgmt === '备案',
      },
    ],
  },
  {
    table: 'W03',
    drop: ['wtype', 'post'],
    parts: [
      { words: ['社区党组织成员'], of: ({ clean }) => clean.wtype === 'A1' },
      { words: ['居委会成员', '居（村）委会成员'], of: ({ clean }) => clean.wtype === 'A2' },
      { words: ['专职社区工作者', '社区专职工作者'], of: ({ clean }) => clean.wtype === 'A3' },
      { words: ['专职网格员', '网格员'], of: ({ clean }) => clean.wtype === 'A4' },
      { words: ['公益性岗位', '公益岗'], of: ({ clean }) => clean.wtype === 'B1' },
      { words: ['机构派驻社工'], of: ({ clean }) => clean.wtype === 'B2' },
    ],
  },
  {
    table: 'W04',
    drop: ['layer'],
    parts: [
      { words: ['街道中心', '社会工作服务中心', '中心'], of: ({ clean }) => clean.layer === '中心' },
      { words: ['社区站', '社会工作服务站', '站'], of: ({ clean }) => clean.layer === '站' },
    ],
  },
  {
    table: 'W14',
    drop: ['status'],
    parts: [
      { words: ['已销号', '已整改到位'], of: ({ clean }) => clean.status === '已销号' },
      { words: ['整改中', '正在整改'], of: ({ clean }) => clean.status === '整改中' },
      { words: ['未启动'], of: ({ clean }) => clean.status === '未启动' },
    ],
  },
];

/** 一、依法登记 / 二、街道备案: the line above says what no column does. */
export function sections(world: World): void {
  const { roll, later } = world;
  const { table, drop, parts } = roll.pick(SECTIONS);
  if (!world.claim(table, 'lists', 'sections') || !drop.every((key) => world.claim(table, key, 'sections'))) return;
  later.push(() => {
    const draft = world.draft(table);
    dropColumns(draft, ...drop);
    const style = roll.int(4);
    const counted = roll.chance(40);
    let number = 0;
    draft.lines = parts.flatMap(({ words, of }): Line[] => {
      const lines = draft.lines.filter((line) => line.kind === 'record' && of(line.row));
      if (lines.length === 0) return [];
      const word = roll.pick(words);
      const mark = [`${'一二三四五六'[number]}、`, `（${'一二三四五六'[number]}）`, '', `${number + 1}.`][style]!;
      number++;
      const count = counted ? `（${lines.length}${unitOf(table)}）` : '';
      return [{ kind: 'text', text: `${mark}${word}${count}`, wide: roll.chance(60) }, ...lines];
    });
  });
}

/** The same activity under another place or in other words: one for certain, and one more that may be. */
export function again(world: World): void {
  const { roll, lists } = world;
  if (!world.claim('W07', 'again', 'again')) return;
  const rows = lists.W07;
  // Without the column nothing tells two places of one day apart.
  const hasPlace = world.claim('W07', 'place', 'again');
  for (let more = roll.between(1, 3); more > 0; more--) {
    const { clean } = roll.pick(rows);
    const like = clean.like ?? clean.name!;
    const other: Row =
      hasPlace && roll.chance(50)
        ? { place: `${roll.pick(['南', '北', '西'])}区${roll.pick(['凉亭', '岗亭', '长廊'])}` }
        : {
            name: `${roll.pick(['“', ''])}${like}${roll.pick(['活动', '志愿服务活动', '行动', '志愿服务'])}`.replace(
              /^“(.*)$/,
              '“$1”',
            ),
          };
    rows.push({ clean: { ...clean, ...other, like } });
  }
  rows.sort((a, b) => String(a.clean.date).localeCompare(String(b.clean.date)));
}
