/** What became of a figure from one time to another, over the units that have both. */
import { comparability, type FigureThen } from '../../model/comparable.ts';
import { isRatio, isShare, shareText, valueText } from '../../model/figures.ts';
import type { IndicatorDef } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding } from './documents.ts';
import { asIndicator } from './pooled.ts';
import { isPrivate } from './public.ts';

type Change = Extract<DocumentBinding, { what: 'change' }>;

export function changeText(of: Change, data: DocumentData): string | null {
  const def = data.defs.get(of.indicator);
  const { both, open } = comparable(of, data);
  if (!def) return null;
  if (of.of === 'open') return isPrivate(def, data) ? null : String(open);
  if (both.length === 0) return null;
  const sum = (time: 'from' | 'to') => summed(both.map((one) => one[time]));
  const [from, to] = [sum('from'), sum('to')];
  switch (of.of) {
    case 'units':
      return String(both.length);
    case 'from':
      if (isPrivate(def, data)) return null;
      return summedText(def, from);
    case 'to':
      if (isPrivate(def, data)) return null;
      return summedText(def, to);
    case 'points': {
      const difference = shownDifference(def, from, to);
      if (difference === null) return null;
      const points = (Math.abs(difference) / 100).toFixed(2);
      const { unit } = def.target;
      return isRatio(def.target) ? `${points}个百分点` : points + unit;
    }
    case 'amount':
      return from.denominator !== null ? null : Math.abs(to.numerator - from.numerator) + def.target.unit;
  }
}

/** A density is told as one: 11.57人/万人（10/8640）. */
function summedText(def: IndicatorDef, { numerator, denominator }: Sum): string {
  return denominator && isShare(def.target) && !isRatio(def.target)
    ? `${shareText(numerator, denominator, def.target)}（${numerator}/${denominator}）`
    : valueText(asIndicator(def, numerator, denominator, null));
}

/** Of what is shown, in hundredths of its unit; null where it is no share. */
export function shownDifference({ target }: IndicatorDef, from: Sum, to: Sum): number | null {
  if (!from.denominator || !to.denominator || !isShare(target)) return null;
  const shown = ({ numerator, denominator }: Sum) =>
    Math.round(Number.parseFloat(shareText(numerator, denominator!, target)) * 100);
  return shown(to) - shown(from);
}

export interface Sum {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Of the units that have figures of both times: those that are settled, and how many there are that are not. */
export function comparable(
  { indicator, from, to, unit }: Pick<Change, 'indicator' | 'from' | 'to' | 'unit'>,
  { rollup, defs }: DocumentData,
): Both {
  const def = defs.get(indicator);
  if (!def || def.spoken?.kind === 'step' || def.spoken?.kind === 'title') return { both: [], open: 0 };
  const each = rollup.comparison
    .filter(({ id, key }) => id === indicator && (unit === null || key === unit))
    // Counts out of so many are told by themselves, not added up.
    .filter((one) => isShare(def.target) || [one[from], one[to]].every((figure) => !figure?.denominator));
  const of = (state: 'comparable' | 'open') =>
    each.filter((one) => comparability(one[from], one[to], def.target) === state);
  return {
    both: of('comparable').map((one) => ({ key: one.key, from: sumOf(one[from]!), to: sumOf(one[to]!) })),
    open: of('open').length,
  };
}

export interface Both {
  readonly both: readonly { readonly key: string; readonly from: Sum; readonly to: Sum }[];
  readonly open: number;
}

const sumOf = ({ numerator, denominator }: FigureThen): Sum => ({ numerator: numerator!, denominator });

export function summed(all: readonly Sum[]): Sum {
  const whole = all.every(({ denominator }) => denominator !== null);
  return {
    numerator: all.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: whole ? all.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) : null,
  };
}
