/** What the items of a score table earn (decision check-13). What is not known is not scored, and said to be so. */
import type { Points } from '../../../model/grades.ts';
import type { Indicator, Score, ScoredItem, ScoreItem, ScoreTable, UnscoredItem } from '../../../model.ts';
import type { Scope } from '../../conditions/scope.ts';
import type { Phrase } from '../../phrases.ts';
import { say } from '../../say.ts';

/** Main entry of an indicator; null for one that no workbook of this kind shows. */
export type Find = (id: string) => Indicator | null;

export type ItemPoints = Points & Pick<Score, 'items' | 'unscored'>;

export function pointsBy(table: ScoreTable, find: Find, scope: Scope): ItemPoints {
  const kind = scope.reading.unit.urbanRural;
  const items: ScoredItem[] = [];
  const unscored: UnscoredItem[] = [];
  for (const item of table.items) {
    // Where it is not known which of the two holds, the points of one of them stand for both.
    if (item.only && item.only !== (kind === 'rural' ? 'rural' : 'urban')) continue;
    const { id, name, max } = item;
    const why = whyUnscored(item, find, scope);
    if (why) unscored.push({ id, name, max, ...why });
    else items.push({ id, name, points: earned(item, find, 'lower'), upper: earned(item, find, 'upper'), max });
  }
  const max = sum(items.map((item) => item.max));
  return {
    total: sum(items.map(({ points }) => points)),
    upper: sum(items.map(({ upper }) => upper)),
    max,
    full: max + sum(unscored.map((item) => (item.applies ? item.max : 0))),
    items,
    unscored,
  };
}

/** An item of several indicators is scored when all of them are known: one says nothing about the others. */
function whyUnscored({ by, of, only }: ScoreItem, find: Find, scope: Scope) {
  const because = (phrase: Phrase, words = {}) => ({ applies: true, reason: say(phrase, words).join('') });
  if (only && scope.reading.unit.urbanRural === 'unknown') return because('unscored.kind');
  const parts = of.flatMap((id) => find(id) ?? []);
  if (by === 'judge' || parts.length < of.length) return because('unscored.people');
  const unknown = parts.filter(({ numerator }) => numerator === null);
  const missing = unknown.filter(({ verdict }) => verdict !== 'not_applicable');
  if (missing.length > 0) {
    return because(of.length > 1 ? 'unscored.parts' : 'unscored.missing', {
      list: missing.map(({ name }) => name).join('、'),
    });
  }
  if (unknown.length === 0) return null;
  return { applies: false, reason: unknown.flatMap(({ reasons }) => reasons).join('') };
}

type End = 'lower' | 'upper';

function earned(item: ScoreItem, find: Find, end: End): number {
  const shares = item.of.map((id) => shareOf(item, find(id)!, end));
  const points = (shares.reduce((all, share) => all + share, 0) / shares.length) * item.max;
  // A product of fractions may fall short of a half that it is; no true points come as near to one.
  return Math.round(points * 100 + 1e-9) / 100;
}

/** Between 0 and 1. */
function shareOf(item: ScoreItem, indicator: Indicator, end: End): number {
  if (end === 'upper' && isAnything(indicator)) return 1;
  if (item.by === 'bonus') return Math.min(1, indicator[end]! / item.max);
  const ratio = ratioOf(item, indicator, end);
  if (item.by === 'binary') return ratio >= 1 ? 1 : 0;
  if (item.by === 'step') return item.steps?.find(({ from }) => ratio >= from)?.share ?? 0;
  return Math.min(1, ratio);
}

/** 无, to be verified: it may be anything. */
function isAnything({ verdict, lower, upper, ...of }: Indicator): boolean {
  const { denominator, lowerDenominator = denominator, upperDenominator = denominator } = of;
  return verdict === 'to_verify' && lower === upper && lowerDenominator === upperDenominator;
}

/** Of the target; a checklist is scored by all that it lists. Where less is better, the most that it can be is the worst. */
function ratioOf(item: ScoreItem, indicator: Indicator, end: End): number {
  const { denominator, lowerDenominator = denominator, upperDenominator = denominator, target } = indicator;
  const fewer = target?.op === '<=' || target?.op === '<';
  const taken = fewer === (end === 'lower') ? 'upper' : 'lower';
  const value = indicator[taken]!;
  const of = taken === 'lower' ? lowerDenominator : upperDenominator;
  const { p, q } = target && !(item.by === 'checklist' && of !== null) ? target : { p: 1, q: 1 };
  const wanted = p * (of ?? 1);
  const [part, whole] = fewer ? [wanted, value * q] : [value * q, wanted];
  return whole > 0 ? part / whole : fewer || value > 0 ? 1 : 0;
}

function sum(points: readonly number[]): number {
  return Math.round(points.reduce((all, each) => all + each, 0) * 100) / 100;
}
