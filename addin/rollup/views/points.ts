/** 人评: points as they are typed, held against what an item may have. */
import type { JudgedPoints, Mode, RollupUnit } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';

export type JudgedItem = RollupWords['judged'][number];

/** What is typed of one unit: by item, '' for not judged. */
export interface TypedPoints {
  readonly points: Readonly<Record<string, string>>;
  readonly by: string;
  /** ISO date; '' for none. */
  readonly on: string;
}

/** Whole sentences on what cannot stand so. */
export function pointsProblems({ points, by, on }: TypedPoints, items: readonly JudgedItem[]): readonly string[] {
  const given = items.filter(({ id }) => (points[id] ?? '').trim() !== '');
  const wrong = given.flatMap(({ id, name, max }) => {
    const text = points[id]!.trim();
    const value = Number(text);
    if (!Number.isFinite(value)) return [`“${name}”填的“${text}”不是数，请填 0 到 ${max}。`];
    if (value < 0 || value > max) return [`“${name}”填的 ${text} 超出范围，请填 0 到 ${max}。`];
    return Number.isInteger(value * 2) ? [] : [`“${name}”填的 ${text} 不是半分的整倍数，请填如 1、1.5、2。`];
  });
  if (given.length === 0) return wrong;
  return [...wrong, ...(by.trim() === '' ? ['请填评分人。'] : []), ...(on === '' ? ['请填评分日期。'] : [])];
}

/** All that is judged, with what is typed of this unit for `mode`; points that stay as they were keep who gave them and when. */
export function withPoints(
  judged: readonly JudgedPoints[],
  key: string,
  items: readonly JudgedItem[],
  { points, by, on }: TypedPoints,
  mode: Mode,
): readonly JudgedPoints[] {
  const own = items.flatMap(({ id: item }): readonly JudgedPoints[] => {
    const text = (points[item] ?? '').trim();
    if (text === '') return [];
    const before = judged.find((one) => one.key === key && one.item === item && one.mode === mode);
    return [before?.points === Number(text) ? before : { key, item, points: Number(text), by: by.trim(), on, mode }];
  });
  const asked = new Set(items.map(({ id }) => id));
  return [...judged.filter((one) => one.key !== key || one.mode !== mode || !asked.has(one.item)), ...own];
}

/** Items that people have to judge of this unit: those that are open, and those that are judged. */
export function itemsOf(
  { key, unjudged }: RollupUnit,
  items: readonly JudgedItem[],
  judged: readonly JudgedPoints[],
): readonly JudgedItem[] {
  return items.filter(({ id }) => unjudged.includes(id) || judged.some((one) => one.key === key && one.item === id));
}
