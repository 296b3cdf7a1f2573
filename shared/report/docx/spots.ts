/** Where something stands, as a person finds it: under which heading, and in which paragraph. */
import type { Line } from './lines.ts';
import type { Place } from './pairs.ts';

export interface Spot {
  /** 一、总体进展, 附件1, 页脚; '' before the first heading. */
  readonly part: string;
  /** How its paragraph begins; '' where the sentence is that. */
  readonly paragraph: string;
  /** As it reads now; of a table the row, the column and the cell. */
  readonly sentence: string;
}

export function spotsOf(lines: readonly Line[]): (place: Place) => Spot {
  const parts = partsOf(lines);
  const heads = headsOf(lines);
  return ({ line, unit }) => {
    const { units, isRow } = lines[line]!;
    if (isRow) return { part: parts[line]!, paragraph: '', sentence: cellOf(units, unit, heads) };
    const beginning = units[0]!;
    return {
      part: parts[line]!,
      paragraph: beginning === unit ? '' : shortened(beginning.text.trim()),
      sentence: readable(unit.text.trim()),
    };
  };
}

const PART = /^\s*(?:[一二三四五六七八九十]{1,3}、[^。；！？]{1,40}|附件\s*\p{Nd}{0,2})\s*$/u;

const DAY = /^\s*[\p{Nd}＿]{1,8}年[\p{Nd}＿]{1,2}月[\p{Nd}＿]{1,2}日\s*$/u;

function partsOf(lines: readonly Line[]): readonly string[] {
  let part = '';
  const isDay = (line: Line | undefined) => line && !line.isRow && DAY.test(line.units[0]?.paragraph.text ?? '');
  return lines.map((line, at) => {
    const { isRow, units } = line;
    const text = units[0]?.paragraph.text ?? '';
    // Who signs stands above the day.
    if (isDay(line) || (!isRow && isDay(lines[at + 1]))) return '落款';
    if (!isRow && PART.test(text)) part = text.trim();
    return part;
  });
}

/** Of each table the cells of its first row, by column. */
function headsOf(lines: readonly Line[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const heads = new Map<number, ReadonlyMap<number, string>>();
  for (const { isRow, units } of lines) {
    const table = units[0]?.paragraph.cell?.table;
    if (!isRow || table === undefined || heads.has(table)) continue;
    heads.set(table, new Map(units.map(({ text, paragraph }) => [paragraph.cell!.column, readable(text.trim())])));
  }
  return heads;
}

function cellOf(units: Line['units'], unit: Line['units'][number], heads: ReturnType<typeof headsOf>): string {
  const { cell } = unit.paragraph;
  const text = readable(unit.text.trim()) || '（空）';
  const first = units[0]!;
  const head = heads.get(cell!.table)?.get(cell!.column) ?? '';
  const named = [first === unit ? '' : readable(first.text.trim()), head === text ? '' : head].filter(
    (one) => one !== '',
  );
  return named.length === 0 ? text : `${named.join('，')}：${text}`;
}

/** A sentence of ours may name a thousand units. */
const readable = (text: string): string => (text.length > 20_000 ? `${text.slice(0, 20_000)}…` : text);

function shortened(text: string): string {
  const signs = [...text.slice(0, 30)];
  return signs.length > 14 ? `${signs.slice(0, 12).join('')}…` : text;
}
