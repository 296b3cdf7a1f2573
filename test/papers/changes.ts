/** 工作成效: what a figure was before the pilot or at mid-term, and what it has become. */
import type { Compared, IndicatorDef } from '../../shared/model.ts';
import { hundredths, isShareUnit, percent, type Truth, twoDecimals } from './facts.ts';

/** `3个单位中期合计30.00%（30/100），终期40.00%（40/100），提高10.00个百分点`. */
export function changeDoubts(text: string, def: IndicatorDef, truth: Truth): readonly string[] {
  const groups =
    /^(?<units>\d+)个单位(?<from>试点前|中期)合计(?<before>.+?)，终期(?<after>.+?)，(?:(?<moved>提高|下降|增加|减少)(?<by>.+)|(?<same>没有变化))$/.exec(
      text,
    )?.groups;
  if (!groups) return [`不认识的句子：${text}`];
  const time = groups.from === '中期' ? 'midterm' : 'baseline';
  const both = truth.rollup.comparison.filter((one) => one.id === def.id && isKnown(one[time]) && isKnown(one.final));
  const sum = (of: (one: Compared) => Compared['baseline']) =>
    both.reduce(
      (all, one) => ({
        part: all.part + of(one)!.numerator,
        whole: all.whole + (of(one)!.denominator ?? 0),
      }),
      { part: 0, whole: 0 },
    );
  const before = sum((one) => one[time] as Compared['baseline']);
  const after = sum((one) => one.final as Compared['baseline']);
  const isShare = isShareUnit(def.target.unit);
  const shown = ({ part, whole }: typeof before) =>
    isShare ? `${percent(part, whole, def.target)}（${part}/${whole}）` : `${part}${def.target.unit}`;
  const apart = isShare
    ? hundredths(after.part, after.whole, def.target) - hundredths(before.part, before.whole, def.target)
    : after.part - before.part;
  const by = isShare ? `${twoDecimals(Math.abs(apart))}个百分点` : `${Math.abs(apart)}${def.target.unit}`;
  const moved = apart === 0 ? undefined : (isShare ? ['提高', '下降'] : ['增加', '减少'])[apart > 0 ? 0 : 1];
  const wanted: Readonly<Record<string, string | undefined>> = {
    units: String(both.length),
    before: shown(before),
    after: shown(after),
    moved,
    by: apart === 0 ? undefined : by,
  };
  return Object.entries(wanted).flatMap(([key, value]) =>
    groups[key] === value ? [] : [`${key}应为${value}，不是${groups[key]}`],
  );
}

function isKnown(figure: Compared['baseline'] | Compared['final']): boolean {
  if (!figure || figure.numerator === null) return false;
  return !('lower' in figure) || figure.lower === figure.upper;
}
