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
    /^没有前后两次都有确定数据的指标，不作前后对比$/,
    (_, reading) => [...under(reading, /\/前后对比$/), ...only(changesIn(reading.truth).length === 0, '有可以对比的')],
  ],
];

export function changesIn(truth: Truth): readonly Change[] {
  return judgedIn(truth).flatMap((def) => ['基线', '中期'].flatMap((from) => changeOf(def, from, truth) ?? []));
}

/** Over the units whose figure is certain at both times; null where there are none, and of what is done or not. */
function changeOf(def: IndicatorDef, from: string, truth: Truth): Change | null {
  const time = from === '中期' ? 'midterm' : 'baseline';
  const both = truth.rollup.comparison.filter((one) => one.id === def.id && isKnown(one[time]) && isKnown(one.final));
  if (both.length === 0 || def.spoken?.kind === 'step' || def.spoken?.kind === 'title') return null;
  const { target } = def;
  const isShare = isShareUnit(target.unit);
  const figures = both.flatMap((one) => [one[time]!, one.final!]);
  if (figures.some(({ denominator }) => (denominator !== null) !== isShare)) return null;
  const sum = (of: (one: Compared) => { numerator: number | null; denominator: number | null } | null) => ({
    part: both.reduce((all, one) => all + (of(one)!.numerator ?? 0), 0),
    whole: both.reduce((all, one) => all + (of(one)!.denominator ?? 0), 0),
  });
  const [before, after] = [sum((one) => one[time]), sum(({ final }) => final)];
  if (isShare && (before.whole === 0 || after.whole === 0)) return null;
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

function isKnown(figure: Compared['baseline'] | Compared['final']): boolean {
  if (!figure || figure.numerator === null) return false;
  return !('lower' in figure) || figure.lower === figure.upper;
}
