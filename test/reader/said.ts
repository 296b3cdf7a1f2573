/** One figure that is said of one indicator: doubted unless it follows from its counts and its target. */
import type { Indicator } from '../../shared/model.ts';
import type { Figure } from './figures.ts';
import { by, compare, equal, exactly, type Fraction, minus, times, zero } from './fractions.ts';
import { spokenOf } from './names.ts';
import { isCeiling, type Range, scaleOf, truthOf, wantedOf } from './truths.ts';
import { excessCues, lateCues, leastCues, mostCues, reachedCues } from './wordings.ts';

export type FigureRole = 'value' | 'target' | 'gap';

/** Why it cannot be said; null where it can. */
export function figureDoubt(figure: Figure, role: FigureRole, indicator: Indicator): string | null {
  if (figure.unit === '个百分点') return pointsDoubt(figure, indicator);
  if (figure.unit === '天') return daysDoubt(figure, indicator);
  if (role === 'target') return targetDoubt(figure, indicator);
  return role === 'gap' ? gapDoubt(figure, indicator) : valueDoubt(figure, indicator);
}

function valueDoubt(figure: Figure, indicator: Indicator): string | null {
  const truth = truthOf(indicator);
  if (!truth) return '没有这个数';
  const { parts, wholes, shares, isCertain } = truth;
  if (figure.kind === 'pair') {
    if (!wholes) return '没有分母';
    if (!isCertain && !figure.isRange) return '还不能确定，要写上下界';
    const ofRange = { least: figure.ofFrom!, most: figure.ofTo! };
    return isRange(figure, parts) && equal(ofRange.least, wholes.least) && equal(ofRange.most, wholes.most)
      ? null
      : '分子、分母不符';
  }
  if (figure.unit === '%' || figure.unit === '‰') {
    if (!shares || !indicator.target?.unit.endsWith(figure.unit)) return '不是比率';
    return figure.decimals === 2 ? rangeDoubt(figure, shares) : '百分数不是两位小数';
  }
  if (!unitsOf(indicator).includes(figure.unit)) return `单位不是${unitsOf(indicator).join('、')}`;
  const { whole, part } = spokenOf(indicator);
  if (wholes && whole !== undefined && figure.before === '') return rangeDoubt(figure, wholes);
  if (part !== undefined && figure.before.endsWith(part)) return rangeDoubt(figure, parts);
  if (wholes && rangeDoubt(figure, wholes) === null) return null;
  return rangeDoubt(figure, parts);
}

function targetDoubt(figure: Figure, indicator: Indicator): string | null {
  const { target } = indicator;
  if (!target) return '没有目标';
  const wanted = wantedOf(target);
  const sign = /([≥≤＞＜])$/.exec(figure.before)?.[1];
  const signs = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': undefined };
  if (sign !== undefined && sign !== signs[target.op]) return '目标的方向不符';
  if (figure.isRange || !equal(figure.from, wanted)) return '目标不符';
  if (reachedCues.test(figure.before) && !truthOf(indicator)?.isReached?.least) return '没有达到目标';
  return figure.unit === (scaleOf(target) === 1 ? target.unit : target.unit.slice(-1)) ||
    target.unit.startsWith(figure.unit)
    ? null
    : `目标的单位不是${target.unit}`;
}

function gapDoubt(figure: Figure, indicator: Indicator): string | null {
  const truth = truthOf(indicator);
  const { target } = indicator;
  if (!truth || !target) return '没有差距可算';
  if (!unitsOf(indicator).includes(figure.unit)) return `单位不是${unitsOf(indicator).join('、')}`;
  if (excessCues.test(figure.before) && !isCeiling(target)) {
    const past = minus(truth.parts.least, wantedOf(target));
    return truth.isReached?.least && !truth.wholes && equal(figure.from, past) ? null : '没有超出目标';
  }
  if (isCeiling(target) && /[差缺]/.test(figure.before)) return '目标是上限，不是差';
  return truth.gap ? rangeDoubt(figure, truth.gap) : '已达到目标，没有差距';
}

function pointsDoubt(figure: Figure, indicator: Indicator): string | null {
  const points = truthOf(indicator)?.points;
  if (!points) return '没有百分点可算';
  if (figure.text.replace(/^.*～/, '').split('.')[1]?.length !== undefined && !/\.\d\d个/.test(figure.text))
    return '百分点不是两位小数';
  const has = (all: readonly Fraction[], one: Fraction) => all.some((each) => equal(each, one));
  if (figure.isRange) return has(points.least, figure.from) && has(points.most, figure.to) ? null : '百分点不符';
  const isSame = points.least.some((one) => has(points.most, one));
  if (isSame || mostCues.test(figure.before)) return has(points.most, figure.from) ? null : '百分点不符';
  if (leastCues.test(figure.before)) return has(points.least, figure.from) ? null : '百分点不符';
  return '还不能确定，要写上下界';
}

/** When a thing was done stands in no figure: the days are taken from the evaluation. */
function daysDoubt(figure: Figure, { gap }: Indicator): string | null {
  if (gap?.unit !== '天' || !lateCues.test(figure.before.trimEnd())) return '没有逾期';
  return equal(figure.from, exactly(gap.amount)) ? null : '逾期的天数不符';
}

/** One number alone is said of what is certain, or with a word that it is a bound. */
function rangeDoubt(figure: Figure, { least, most }: Range): string | null {
  if (figure.isRange) return isRange(figure, { least, most }) ? null : '上下界不符';
  if (mostCues.test(figure.before)) return equal(figure.from, most) ? null : '上界不符';
  if (leastCues.test(figure.before)) return equal(figure.from, least) ? null : '下界不符';
  if (compare(least, most) !== 0) return '还不能确定，要写上下界';
  return equal(figure.from, least) ? null : '数不符';
}

const isRange = ({ from, to }: Figure, { least, most }: Range) => equal(from, least) && equal(to, most);

/** What a count of it, and one of its gap, may be counted in: of a share, what its noun says, for that is what is missing. */
export function unitsOf(indicator: Indicator): readonly string[] {
  const { target, gap, noun } = indicator;
  const own = [
    target && scaleOf(target) === 1 ? target.unit : null,
    gap?.unit === '天' ? null : gap?.unit,
    noun?.[0],
    spokenOf(indicator).unit,
  ];
  const units = own.filter((unit) => unit !== null && unit !== undefined && unit !== '');
  const people = units.some((unit) => unit === '人' || unit === '名') ? ['人', '名'] : [];
  const all = [...new Set([...units, ...people] as string[])];
  return all.length > 0 ? all : ['个', '项', '人'];
}

/** ■ of all, as much as is there of what is wanted, in whole boxes; all of them where it is reached, and only there. */
export function barDoubt(bar: string, indicator: Indicator): string | null {
  const truth = truthOf(indicator);
  const { target } = indicator;
  if (!truth?.isReached || !target) return '没有数，画不出';
  if (isCeiling(target)) return null;
  const whole = truth.wholes && target.q !== 1 ? truth.wholes.least : exactly(1);
  const wanted = times(whole, by(exactly(target.p), exactly(target.q)));
  return boxesDoubt(bar, truth.parts.least, wanted, truth.isReached.least);
}

/** The same of points out of those that can be had. */
export function boxesDoubt(
  bar: string,
  part: Fraction,
  whole: Fraction,
  isFull = compare(part, whole) >= 0,
): string | null {
  const filled = bar.split('■').length - 1;
  const boxes = bar.length;
  if ((filled === boxes) !== isFull) return '满格与是否达标不符';
  if (isFull) return null;
  const share = times(by(part, whole), exactly(boxes));
  return compare(magnitude(minus(share, exactly(filled))), exactly(1)) < 0 ? null : '格数不符';
}

const magnitude = (a: Fraction): Fraction => (compare(a, zero) < 0 ? minus(zero, a) : a);
