/** Points of a score table against what grades ask for. */
import type { Score } from './contract.ts';
import type { ScoreTable } from './policies.ts';

export type Points = Pick<Score, 'total' | 'upper' | 'max' | 'full'>;

/** The one that holds however the rest turns out. Half-open: between 89 and 90 there is no gap. */
export function gradeOf(points: Points, { grades }: ScoreTable): string | null {
  const worst = grades.find(({ from }) => reachesPoints(points, from).certain);
  const best = grades.find(({ from }) => reachesPoints(points, from).possible);
  return worst && worst === best ? worst.name : null;
}

/** Whether so many of a hundred are reached, at worst and at best: what is unscored may bring nothing or all. */
export function reachesPoints({ total, upper, max, full }: Points, wanted: number) {
  const reaches = (points: number) => Math.round(points * 100) >= wanted * full;
  return { certain: reaches(total), possible: reaches(upper + full - max) };
}
