/** What became of a figure from one time to another, over the units that have both. */
import { isRatio, isShare, shareText, valueText } from '../../model/figures.ts';
import type { Compared, IndicatorDef, Rollup } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding } from './documents.ts';
import { asIndicator } from './pooled.ts';
import { isPrivate } from './public.ts';

export function changeText(of: Extract<DocumentBinding, { what: 'change' }>, data: DocumentData): string | null {
  const { rollup, defs } = data;
  const def = defs.get(of.indicator);
  const both = comparable(of, rollup);
  if (!def || both.length === 0) return null;
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

/** Figures of both times, of the units that have both for certain. */
export function comparable(
  {
    indicator,
    from,
    to,
    unit,
  }: Pick<Extract<DocumentBinding, { what: 'change' }>, 'indicator' | 'from' | 'to' | 'unit'>,
  { comparison }: Rollup,
): readonly { readonly key: string; readonly from: Sum; readonly to: Sum }[] {
  return comparison
    .filter(({ id, key }) => id === indicator && (unit === null || key === unit))
    .flatMap((one) => {
      const [before, after] = [certain(one, from), certain(one, to)];
      return before && after ? [{ key: one.key, from: before, to: after }] : [];
    });
}

function certain(one: Compared, time: 'baseline' | 'midterm' | 'final'): Sum | null {
  const figure = one[time];
  if (!figure || figure.numerator === null) return null;
  if ('lower' in figure && figure.lower !== figure.upper) return null;
  return { numerator: figure.numerator, denominator: figure.denominator };
}

export function summed(all: readonly Sum[]): Sum {
  const whole = all.every(({ denominator }) => denominator !== null);
  return {
    numerator: all.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: whole ? all.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) : null,
  };
}
