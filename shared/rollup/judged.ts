/** The score with the points that people gave, and the grade that follows. */
import { gradeOf } from '../model/grades.ts';
import { judgedItems } from '../model/judged-items.ts';
import type { Evaluation, JudgedPoints, Policy, ScoreItem } from '../model.ts';

export interface Scored {
  /** Two decimals. */
  readonly score: number | null;
  readonly grade: string | null;
  /** Ids of items that people judge and have not yet. */
  readonly unjudged: readonly string[];
}

/** `points` are those of the unit (decision rollup-7). */
export function scored(evaluation: Evaluation, points: readonly JudgedPoints[], policy: Policy): Scored {
  const { score } = evaluation;
  const { scoreTable } = policy;
  if (!score || !scoreTable) return { score: null, grade: null, unjudged: [] };
  // Neither what the unit is spared nor what its workbook shows after all.
  const open = new Set(score.unscored.filter(({ applies }) => applies).map(({ id }) => id));
  const items = judgedItems(policy).filter(({ id }) => open.has(id));
  const given = items.map((item) => ({ item, points: latest(item, points) }));
  const known = given.flatMap((each) => (each.points === null ? [] : { ...each, points: each.points }));
  const more = hundredths(known.map((each) => each.points));
  const total = (hundredths([score.total]) + more) / 100;
  const upper = (hundredths([score.upper]) + more) / 100;
  const max = score.max + known.reduce((all, { item }) => all + item.max, 0);
  // At mid-term it tells of progress, and no grade is given.
  const grade = evaluation.mode === 'final' ? gradeOf({ total, upper, max, full: score.full }, scoreTable) : null;
  return { score: total, grade, unjudged: given.filter((each) => each.points === null).map(({ item }) => item.id) };
}

/** The last that was given, and only where the table has room for it. */
function latest({ id, max }: ScoreItem, points: readonly JudgedPoints[]): number | null {
  const isOfTable = (each: JudgedPoints) => each.points >= 0 && each.points <= max && Number.isInteger(each.points * 2);
  const fitting = points.filter((each) => each.item === id && isOfTable(each));
  const last = fitting.reduce<JudgedPoints | null>((one, each) => (one && one.on > each.on ? one : each), null);
  return last?.points ?? null;
}

function hundredths(points: readonly number[]): number {
  return points.reduce((all, each) => all + Math.round(each * 100), 0);
}
