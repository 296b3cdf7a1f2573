/** One clean value as somebody types it. A column mostly keeps to one way, its writer now and then to another. */
import type { Cell } from '../../shared/model.ts';
import type { Clean, Row } from './communities.ts';
import type { Dice } from './dice.ts';
import type { Kind, Say } from './tables.ts';

export interface Written {
  readonly value: Cell;
  readonly format?: string;
}

export interface Hand {
  readonly roll: Dice;
  readonly date1904: boolean;
}

const plainly = (value: Cell): Written => ({ value });

/** As the template asks for it. */
export function plainValue(say: Say, row: Row): Written {
  const clean = cleanOf(say, row);
  if (clean === null) return plainly(null);
  if (say.kind === 'day') return plainly(String(clean));
  return plainly(worded(say, clean, (words) => words[0]!, '、'));
}

export function cleanOf(say: Say, row: Row): Clean {
  return say.value ? say.value(row) : (row[say.key] ?? null);
}

function worded(say: Say, clean: Clean, choose: (words: readonly string[]) => string, comma: string): Cell {
  const { words } = say;
  const of = (code: string | number | boolean | null) => (words ? choose(words[String(code)] ?? [String(code)]) : code);
  return Array.isArray(clean) ? clean.map(of).join(comma) : (of(clean as string) as Cell);
}

/** A way of writing for a whole column. */
export function wayOf({ roll }: Hand, kind: Kind): number {
  return roll.int(kind === 'day' ? DAYS.length : 12);
}

export function writtenValue(hand: Hand, say: Say, row: Row, way: number): Written {
  const { roll } = hand;
  const clean = cleanOf(say, row);
  if (clean === null) return plainly(blank(roll, say.kind));
  const used = roll.chance(12) ? wayOf(hand, say.kind) : way;
  switch (say.kind) {
    case 'count':
      return plainly(counted(roll, Number(clean), say, row, used));
    case 'amount':
      return plainly(used < 7 ? Number(clean) : used < 9 ? String(clean) : `${clean}${say.unit}`);
    case 'day':
      return dayWritten(hand, String(clean), used);
    case 'flag':
    case 'code':
    case 'codes':
      return plainly(
        spaced(
          roll,
          String(
            worded(
              say,
              clean,
              (words) => words[Math.min(used, roll.int(words.length))]!,
              roll.pick(['、', '，', ',', '/', '；', '\n']),
            ),
          ),
        ),
      );
    case 'person':
      return plainly(
        String(clean).length === 2 && used < 4
          ? [...String(clean)].join(roll.pick([' ', '　', '  ']))
          : (clean as string),
      );
    default:
      // The cell is not formatted as text, and Excel keeps fifteen digits.
      if (say.key === 'id' && roll.chance(6) && /^\d+$/.test(String(clean))) return plainly(lossy(String(clean)));
      return plainly(
        typeof clean === 'string' ? spaced(roll, clean) : (worded(say, clean, (words) => words[0]!, '、') as Cell),
      );
  }
}

function lossy(digits: string): number {
  return Number(digits.slice(0, 15).padEnd(digits.length, '0'));
}

/** Nobody leaves empty cells alike; a dash says that there is nothing to say. */
function blank(roll: Dice, kind: Kind): Cell {
  if (kind === 'person' || roll.chance(70)) return null;
  return roll.pick(['', '/', '—', '-', ' ']);
}

function spaced(roll: Dice, value: string): string {
  if (roll.chance(90)) return value;
  return roll.pick([`${value} `, ` ${value}`, `　${value}`, `${value}\n`, `\u200b${value}`]);
}

const FULL_WIDTH = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const CHINESE = [...'零一二三四五六七八九'];

function chinese(value: number): string {
  if (value < 10) return CHINESE[value]!;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? CHINESE[tens] : ''}十${ones ? CHINESE[ones] : ''}`;
}

function counted(roll: Dice, value: number, { unit = '', holds }: Say, row: Row, way: number): Cell {
  if (holds) {
    const other = row[holds.key];
    return roll.pick([
      `${value}${unit}（${holds.word}${other}${unit}）`,
      `${value}${unit}（其中${holds.word}${other}${unit}）`,
      `${value}(${holds.word}${other})`,
    ]);
  }
  if (value >= 1000 && way > 7)
    return `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}${way > 9 ? unit : ''}`;
  if (way < 5) return value;
  if (way === 5) return String(value);
  if (way < 8) return `${value}${unit}`;
  if (way === 8) return FULL_WIDTH(`${value}${unit}`);
  if (way === 9) return `${value}　${unit}`;
  if (value >= 10_000 && value % 100 === 0) return `${value / 10_000}万${unit}`;
  if (way === 11 && value > 1 && value < 100 && roll.chance(25)) {
    const part = roll.between(1, value - 1);
    return `${part}${roll.pick(['+', '＋'])}${value - part}`;
  }
  return way === 10 && value > 0 && value < 100 && roll.chance(25) ? `${chinese(value)}${unit}` : ` ${value} `;
}

type Parts = readonly [year: string, month: string, day: string];
const bare = (part: string) => String(Number(part));
const DAYS: readonly ((parts: Parts) => Cell)[] = [
  ([y, m, d]) => `${y}.${bare(m)}.${bare(d)}`,
  ([y, m, d]) => `${y}-${m}-${d}`,
  ([y, m, d]) => `${y}/${bare(m)}/${bare(d)}`,
  ([y, m, d]) => `${y}年${bare(m)}月${bare(d)}日`,
  ([y, m, d]) => `${y}${m}${d}`,
  ([y, m, d]) => Number(`${y}${m}${d}`),
  ([y, m, d]) => `${y}. ${bare(m)}. ${bare(d)}`,
  ([y, m, d]) => FULL_WIDTH(`${y}.${m}.${d}`),
  ([y, m, d]) => `${y}年${m}月${d}日`,
  ([y, m, d]) => `${y} 年 ${bare(m)} 月 ${bare(d)} 日`,
  ([y, m, d]) => `${y}年${bare(m)}月${bare(d)}号`,
  (parts) => serial(parts),
  (parts) => serial(parts),
  (parts) => serial(parts) + 0.375,
];

function dayWritten({ roll, date1904 }: Hand, clean: string, way: number): Written {
  const parts = clean.split('-') as unknown as Parts;
  if (parts[2] === undefined) return plainly(monthWritten(roll, [parts[0], parts[1], '01']));
  const value = DAYS[way]!(parts);
  if (typeof value !== 'number' || value > 1_000_000) return plainly(value);
  return {
    value: date1904 ? value - 1462 : value,
    format: roll.pick(['yyyy/m/d', 'yyyy"年"m"月"d"日"', 'yyyy-mm-dd;@']),
  };
}

function serial([year, month, day]: Parts): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}

function monthWritten(roll: Dice, [year, month]: Parts): Cell {
  const ways: Cell[] = [
    `${year}.${bare(month)}`,
    `${year}年${bare(month)}月`,
    `${year}-${month}`,
    `${year}/${bare(month)}`,
    `${year}年${bare(month)}月份`,
    `${year}.${month}`,
  ];
  // Stored as a number, October loses its nought and looks like January.
  if (month !== '01' && month !== '10') ways.push(Number(`${year}.${bare(month)}`));
  return roll.pick(ways);
}
