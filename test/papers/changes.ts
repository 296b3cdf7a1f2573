/** 前后对比: what a figure was before the pilot or at mid-term, and what it has become. */
import type { Compared, IndicatorDef } from '../../shared/model.ts';
import { hundredths, isShareUnit, judgedIn, scaleOf, shareText, type Truth, twoDecimals } from './facts.ts';
import { isFew, isHidden as isKept } from './public.ts';
import { is, ofNamed, only, type Shape, under } from './words.ts';

export interface Change {
  readonly id: string;
  readonly name: string;
  readonly units: string;
  /** 基线 or 中期. */
  readonly from: string;
  readonly before: string;
  readonly after: string;
  readonly moved: string;
}

export const changeShapes: readonly Shape[] = [
  [
    /^(?<name>.+)：(?<units>\d+)个可比单位(?:(?<from>基线|中期)合计(?<before>.+?)，终期(?<after>.+?)|终期与(?<since>基线|中期)相比)，(?<moved>.+)$/,
    ({ name, units, from, before, after, since, moved }, reading) =>
      ofNamed(name!, reading.truth, (def) => {
        const { truth, told } = reading;
        const wanted = changeOf(def, (from ?? since)!, truth);
        if (!wanted) return ['没有可以对比的数'];
        told.add(`change ${def.id} ${from ?? since}`);
        return [
          ...under(reading, /\/前后对比$/),
          ...is(before ?? '不列', wanted.before, '起点'),
          ...is(after ?? '不列', wanted.after, '终期'),
          ...is(units, wanted.units, '单位'),
          ...is(moved, wanted.moved, '变化'),
        ];
      }),
  ],
  [
    /^下列指标有单位的数未核定，没有比较：(?<list>.+)$/,
    ({ list }, reading) => {
      reading.told.add('not compared');
      return [
        ...under(reading, /\/前后对比$/),
        ...is([...list!.split('、')].sort().join('、'), [...openIn(reading.truth)].sort().join('、'), '没有比较的'),
      ];
    },
  ],
  [
    /^没有前后两次都有确定数据的指标，不作前后对比$/,
    (_, reading) => [...under(reading, /\/前后对比$/), ...only(changesIn(reading.truth).length === 0, '有可以对比的')],
  ],
];

/** Where nothing is left out there is nothing to say. */
export const isAnyOpen = (truth: Truth): boolean => openIn(truth).length > 0;

export function changesIn(truth: Truth): readonly Change[] {
  return judgedIn(truth).flatMap((def) => ['基线', '中期'].flatMap((from) => changeOf(def, from, truth) ?? []));
}

/** Over the units whose figure is certain at both times; null where there are none, and of what is done or not. */
function changeOf(def: IndicatorDef, from: string, truth: Truth): Change | null {
  const time = from === '中期' ? 'midterm' : 'baseline';
  const both = withBoth(def, from, truth).filter((one) => isKnown(one[time]!, def) && isKnown(one.final!, def));
  if (both.length === 0) return null;
  const { target } = def;
  const isShare = isShareUnit(target.unit);
  const sum = (of: (one: Compared) => { numerator: number | null; denominator: number | null } | null) => ({
    part: both.reduce((all, one) => all + (of(one)!.numerator ?? 0), 0),
    whole: both.reduce((all, one) => all + (of(one)!.denominator ?? 0), 0),
  });
  const [before, after] = [sum((one) => one[time]), sum(({ final }) => final)];
  const isHidden = isKept(def, truth);
  if (isHidden && [before, after].some(({ part, whole }) => [part, whole, whole - part].some(isFew))) return null;
  const shown = ({ part, whole }: typeof before) =>
    isShare ? `${shareText(part, whole, target)}（${part}/${whole}）` : `${part}${target.unit}`;
  const of = ({ part, whole }: typeof before) =>
    isShare ? hundredths(part, whole, target, scaleOf(target.unit)) : part;
  const apart = of(after) - of(before);
  const words = target.unit === '%' ? ['提高', '下降'] : ['增加', '减少'];
  const by = isShare
    ? `${twoDecimals(Math.abs(apart))}${target.unit === '%' ? '个百分点' : target.unit}`
    : `${Math.abs(apart)}${target.unit}`;
  return {
    id: def.id,
    name: def.name,
    units: String(both.length),
    from,
    before: isHidden ? '不列' : shown(before),
    after: isHidden ? '不列' : shown(after),
    moved: apart === 0 ? '没有变化' : `${words[apart > 0 ? 0 : 1]}${by}`,
  };
}

/** Units that have a figure at both times, settled or not, for which the indicator holds at both. */
function withBoth(def: IndicatorDef, from: string, { rollup }: Truth): readonly Compared[] {
  if (def.spoken?.kind === 'step' || def.spoken?.kind === 'title') return [];
  const isShare = isShareUnit(def.target.unit);
  const isThere = (figure: Compared['baseline'] | Compared['final']) =>
    figure !== null &&
    figure.numerator !== null &&
    !('verdict' in figure && ['reference', 'not_applicable'].includes(figure.verdict)) &&
    (isShare ? (figure.denominator ?? 0) > 0 : figure.denominator === null);
  return rollup.comparison.filter(
    (one) => one.id === def.id && isThere(from === '中期' ? one.midterm : one.baseline) && isThere(one.final),
  );
}

/** Not to be verified, without bounds, and no more than the whole. */
function isKnown(figure: NonNullable<Compared['baseline'] | Compared['final']>, { target }: IndicatorDef): boolean {
  const { numerator, denominator } = figure;
  if (['%', '‰'].includes(target.unit) && numerator! > denominator!) return false;
  if (!('lower' in figure)) return true;
  const { verdict, lower, upper, lowerDenominator: least, upperDenominator: most } = figure;
  return verdict !== 'to_verify' && lower === upper && (least ?? denominator) === (most ?? denominator);
}

/** 社区工作者持证比例（与中期相比1个单位）: of how many it is not told what became of them. In public not of people. */
function openIn(truth: Truth): readonly string[] {
  return judgedIn(truth).flatMap((def) =>
    ['基线', '中期'].flatMap((from) => {
      const left =
        withBoth(def, from, truth).length - Number(changeOf(def, from, { ...truth, isPublic: false })?.units ?? 0);
      return left === 0 || isKept(def, truth) ? [] : [`${def.name}（与${from}相比${left}个单位）`];
    }),
  );
}
