/** Columns in an order of somebody's own, and their headings over one to three rows. */

import type { Page } from './pages.ts';
import type { Row } from './rows.ts';
import type { Choice, ListSay, Say } from './tables.ts';
import type { Hand } from './values.ts';

/** What a column is for: a field, the running number, or something that nobody asked for. */
export interface Column {
  readonly say: Say | null;
  readonly kind: 'field' | 'serial' | 'remark' | 'extra' | 'blank';
  readonly path: readonly string[];
}

const EXTRAS = ['经费来源', '活动频次', '办公面积（㎡）', '微信群', '宣传报道', '邮编', '是否上墙', '填报依据'];
const SERIALS = ['序号', '序号', '序 号', '序', '序\n号'];
const ABOVE = ['基本情况', '基本信息', '详细情况', '主要情况'];

export function columnsOf(hand: Hand, list: ListSay, rows: readonly Row[]): readonly Column[] {
  const { roll } = hand;
  const says = list.columns.flatMap((choice) => chosen(hand, choice, rows));
  let blocks: Column[][] = [];
  const taken = new Set<Say>();
  for (const { titles, keys } of roll.chance(55) ? list.groups : []) {
    const members = says.filter((say) => keys.includes(say.key) && !taken.has(say));
    if (members.length < 2 || roll.chance(25)) continue;
    for (const say of members) taken.add(say);
    const title = decorated(hand, roll.pick(titles));
    blocks.push(members.map((say) => field(say, [title, heading(hand, say, say.leaves ?? say.headings)])));
  }
  for (const say of says) if (!taken.has(say)) blocks.push([field(say, [heading(hand, say, say.headings)])]);
  const extras = EXTRAS.filter((word) => !says.some(({ headings }) => headings.includes(word)));
  if (roll.chance(25)) blocks.push([{ say: null, kind: 'extra', path: [roll.pick(extras)] }]);
  blocks = roll.chance(60) ? roll.shuffled(blocks) : inOrder(blocks, says);
  if (blocks.some((block) => block[0]!.path.length > 1) && roll.chance(20)) blocks = raised(hand, blocks);
  if (roll.chance(8)) blocks = parted(hand, blocks);
  const columns = blocks.flat();
  if (roll.chance(85)) columns.unshift({ say: null, kind: 'serial', path: [roll.pick(SERIALS)] });
  if (list.id !== 'W13' && roll.chance(50))
    columns.push({ say: null, kind: 'remark', path: [decorated(hand, '备注')] });
  return columns;
}

const field = (say: Say, path: readonly string[]): Column => ({ say, kind: 'field', path });

function chosen({ roll }: Hand, choice: Choice, rows: readonly Row[]): readonly Say[] {
  return roll.pick(choice).filter((say) => !(say.spare?.(rows) && roll.chance(30)));
}

function inOrder(blocks: readonly Column[][], says: readonly Say[]): Column[][] {
  const place = (block: readonly Column[]) => (block[0]!.say ? says.indexOf(block[0]!.say) : says.length);
  return [...blocks].sort((a, b) => place(a) - place(b));
}

/** A third row above: some neighbouring blocks under one more heading. */
function raised({ roll }: Hand, blocks: readonly Column[][]): Column[][] {
  const from = roll.int(Math.max(1, blocks.length - 2));
  const to = Math.min(blocks.length - 1, from + roll.between(1, 3));
  const title = roll.pick(ABOVE);
  return blocks.map((block, at) =>
    at < from || at > to ? block : block.map((column) => ({ ...column, path: [title, ...column.path] })),
  );
}

/** An empty column to part what belongs together less, or one that somebody cleared. */
function parted({ roll }: Hand, blocks: readonly Column[][]): Column[][] {
  const at = roll.between(1, blocks.length);
  const isInside = blocks[at - 1]?.[0]?.path[0] === blocks[at]?.[0]?.path[0];
  return isInside
    ? [...blocks]
    : [...blocks.slice(0, at), [{ say: null, kind: 'blank', path: [] }], ...blocks.slice(at)];
}

function heading(hand: Hand, { unit }: Say, from: readonly string[]): string {
  const { roll } = hand;
  const word = decorated(hand, roll.pick(from));
  if (!unit || roll.chance(60) || /[)）]/.test(word)) return word;
  return word + roll.pick([`（${unit}）`, `(${unit})`, `\n（${unit}）`, `（单位：${unit}）`]);
}

function decorated({ roll }: Hand, word: string): string {
  if (roll.chance(72)) return word;
  if (word.length === 2)
    return roll.pick([`${word[0]}  ${word[1]}`, `${word[0]}　${word[1]}`, `${word[0]}\n${word[1]}`, `*${word}`]);
  const cut = roll.between(1, word.length - 1);
  return roll.pick([
    `${word.slice(0, cut)}\n${word.slice(cut)}`,
    `${word.slice(0, cut)} ${word.slice(cut)}`,
    word.replace('（', '(').replace('）', ')'),
    word.replace('：', ':'),
    `${word}*`,
    `*${word}`,
    ` ${word} `,
  ]);
}

/** Puts the heading rows down and says how many there are. */
export function putHeadings(page: Page, columns: readonly Column[], top: number, leaned: boolean): number {
  const levels = Math.max(...columns.map(({ path }) => path.length));
  for (let level = 0; level < levels; level++) {
    for (let from = 0; from < columns.length; ) {
      const { path } = columns[from]!;
      let to = from;
      while (to + 1 < columns.length && sameTo(columns[to + 1]!.path, path, level)) to++;
      if (level < path.length - 1) {
        page.put(top + level, from, path[level]!);
        page.merge(top + level, from, top + level, to);
        from = to + 1;
        continue;
      }
      if (level === path.length - 1) {
        // The leaf takes the rows that are left; some leave it in the last one and merge nothing.
        const row = leaned ? top + levels - 1 : top + level;
        page.put(row, from, path[level]!);
        if (!leaned) page.merge(top + level, from, top + levels - 1, from);
      }
      from++;
    }
  }
  return levels;
}

function sameTo(path: readonly string[], other: readonly string[], level: number): boolean {
  return path.length > level + 1 && path.slice(0, level + 1).join() === other.slice(0, level + 1).join();
}
