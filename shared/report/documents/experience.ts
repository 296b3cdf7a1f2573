/** 经验做法: one a unit at most, and only what the figures say: in what it stands first. */
import { isCertain, isRatio, isShare } from '../../model/figures.ts';
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { paragraphs } from './blocks.ts';
import { hasErrors } from './chosen.ts';
import { type DocumentData, unitKey } from './data.ts';
import type { Block, DocumentBinding, DocumentText } from './documents.ts';
import { judgedIndicators } from './matrix.ts';
import { isPrivate } from './public.ts';
import { isSelfReported } from './self-reported.ts';
import { tell } from './tokens.ts';

export function bestOf(data: DocumentData): readonly Block[] {
  const told = new Set<string>();
  const texts = judgedIndicators(data).flatMap((def): readonly DocumentText[] => {
    // Nobody is first by their own word.
    const unit = isPrivate(def, data) || isSelfReported(def, data) ? null : firstIn(def, data);
    if (!unit || told.has(unit.key)) return [];
    told.add(unit.key);
    return [bestText(def, unit, data)];
  });
  return paragraphs(...texts);
}

/**
 * The one unit that stands first for certain, and reaches the target: what is not settled yet is taken with the most that it
 * may come to. Nobody where two do equally well, or where there are but two: to be first of two is no practice to learn from.
 */
function firstIn(def: IndicatorDef, { counting }: DocumentData): RollupUnit | null {
  if (def.spoken?.kind === 'step' || !['>=', '>'].includes(def.target.op)) return null;
  const figures = counting.flatMap(({ unit, evaluation }) => {
    const indicator = evaluation?.indicators.find(({ id, basis }) => id === def.id && basis === undefined);
    if (!indicator || indicator.numerator === null) return [];
    const { numerator, denominator, upper, lowerDenominator, upperDenominator } = indicator;
    const least = Math.min(...[denominator, lowerDenominator, upperDenominator].flatMap((one) => one ?? []));
    const most = (upper ?? numerator) / (isShare(def.target) ? least : 1);
    return Number.isFinite(most) ? [{ unit, most, isSettled: isCertain(indicator) }] : [];
  });
  const [first, second] = figures.sort((a, b) => b.most - a.most);
  // What is printed alike is no difference to whoever reads it.
  const shown = ({ most }: { readonly most: number }) => (isRatio(def.target) ? Math.round(most * 10_000) : most);
  const isAlone = figures.length > 2 && first && second && first.isSettled && shown(first) > shown(second);
  // Whose data are to be put right is praised for nothing.
  return isAlone && first.unit.verdicts[def.id] === 'met' && !hasErrors(first.unit) ? first.unit : null;
}

function bestText(def: IndicatorDef, unit: RollupUnit, data: DocumentData): DocumentText {
  const { rollup } = data;
  const entity =
    data.evaluations
      .get(unitKey(unit.key, rollup.mode))
      ?.indicators.find(({ id, basis }) => id === def.id && basis === undefined)?.entity ?? null;
  const value = tell(data).bound({
    what: 'inUnit',
    unit: unit.key,
    time: rollup.mode,
    of: { what: 'value', indicator: def.id, entity },
  });
  return value.figure === ''
    ? []
    : says<DocumentBinding>`${quote(data.nameOf(unit))}${quote(def.name)}达到${value}，在有数据的单位中居首位。`;
}
