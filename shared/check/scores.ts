/** Points by a score table: a proposal, not policy (SPEC §3.2). */
import type { Indicator, Score, ScoreItem, ScoreTable } from '../model.ts';
import type { Outcomes } from './indicators.ts';
import type { Scope } from './scope.ts';

/** The score of the indicators, or null where nothing of the table could be scored. */
export function scoreOf(indicators: readonly Indicator[], table: ScoreTable, mode: 'midterm' | 'final'): Score | null {
  const main = new Map<string, Indicator>();
  for (const indicator of indicators) if (!main.has(indicator.id)) main.set(indicator.id, indicator);
  return scored((id) => main.get(id) ?? null, table, mode);
}

/** Points earned for certain, and how many more what is missing could bring at most. */
export function pointsOf(scope: Scope, outcomes: Outcomes): { readonly total: number; readonly more: number } {
  const table = scope.catalogue.scoreTables[0]!;
  const score = scored((id) => outcomes(id)?.indicator ?? null, table, scope.mode);
  return score ? { total: score.total, more: table.full - score.max } : { total: 0, more: table.full };
}

function scored(find: (id: string) => Indicator | null, table: ScoreTable, mode: 'midterm' | 'final'): Score | null {
  const rural = find('G02')?.verdict !== 'not_applicable' && find('G01')?.verdict === 'not_applicable';
  const items = table.items
    .filter(({ only }) => only === undefined || only === (rural ? 'rural' : 'urban'))
    .flatMap((item) => {
      const share = shareOf(item, find);
      return share === null ? [] : [{ id: item.id, points: hundredths(share * item.max), max: item.max }];
    });
  if (items.length === 0) return null;
  const total = hundredths(items.reduce((sum, { points }) => sum + points, 0));
  const max = items.reduce((sum, item) => sum + item.max, 0);
  const grade = mode === 'final' && isWhole(max, table) ? gradeOf((total * 100) / max, table) : null;
  return { table: table.id, version: table.version, total, max, grade, items };
}

/** Between 0 and 1; null for what no workbook shows, or this one does not: what is missing is not scored by guess. */
function shareOf(item: ScoreItem, find: (id: string) => Indicator | null): number | null {
  if (item.by === 'judge') return null;
  const shares = item.of.flatMap((id) => {
    const indicator = find(id);
    return indicator && indicator.numerator !== null ? [attained(item, indicator)] : [];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function attained(item: ScoreItem, { numerator, denominator, target }: Indicator): number {
  const goal = target ? target.p / target.q : 1;
  // A checklist is scored by all that it lists, everything else by its target.
  const wanted = denominator === null ? goal : item.by === 'checklist' ? denominator : goal * denominator;
  const ratio = wanted > 0 ? numerator! / wanted : numerator! > 0 ? 1 : 0;
  if (item.by === 'binary') return ratio >= 1 ? 1 : 0;
  if (item.by === 'step') return item.steps?.find(({ from }) => ratio >= from)?.share ?? 0;
  return Math.min(1, ratio);
}

/** A grade needs everything but what people alone can judge. */
function isWhole(max: number, table: ScoreTable): boolean {
  const judged = table.items.filter(({ by }) => by === 'judge').reduce((sum, item) => sum + item.max, 0);
  return max >= table.full - judged;
}

function gradeOf(points: number, table: ScoreTable): string | null {
  return table.grades.find(({ from }) => points >= from)?.name ?? null;
}

function hundredths(points: number): number {
  return Math.round((points + Number.EPSILON) * 100) / 100;
}
