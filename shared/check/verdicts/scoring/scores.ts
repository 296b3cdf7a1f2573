/** The score: a proposal, not policy (decision check-13). */
import { gradeOf } from '../../../model/grades.ts';
import type { Indicator, Score } from '../../../model.ts';
import type { Scope } from '../../conditions/scope.ts';
import { type Find, pointsBy } from './item-points.ts';
import { pilotSiteOf } from './titles.ts';

/** Null where it is switched off, the policy has no table, or nothing of the table could be scored. */
export function scoreOf(indicators: readonly Indicator[], scope: Scope): Score | null {
  const table = scope.scoreTable;
  if (!table) return null;
  const main = new Map<string, Indicator>();
  for (const indicator of indicators) if (!main.has(indicator.id)) main.set(indicator.id, indicator);
  const find: Find = (id) => main.get(id) ?? null;
  const points = pointsBy(table, find, scope);
  if (points.items.length === 0) return null;
  const { id, version, name, status } = table;
  // At mid-term most is still under way: the figure tells of progress, and no grade is given.
  const final = scope.mode === 'final';
  return {
    table: id,
    version,
    name,
    status,
    ...points,
    grade: final ? gradeOf(points, table) : null,
    pilotSite: final ? pilotSiteOf(find, points, scope) : null,
  };
}
