/** 人评: what only people can give points for. */
import type { Policy, ScoreItem } from './policies.ts';

/** Items that are judged by people alone, and those of what no workbook shows: 督导机构选定. In the order of the score table. */
export function judgedItems({
  scoreTable,
  indicators,
}: Pick<Policy, 'scoreTable' | 'indicators'>): readonly ScoreItem[] {
  const unshown = new Set(indicators.filter(({ measure }) => measure.kind === 'none').map(({ id }) => id));
  return scoreTable?.items.filter(({ by, of }) => by === 'judge' || of.some((id) => unshown.has(id))) ?? [];
}
