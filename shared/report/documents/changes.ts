/** 工作成效: what became of the figures since before the pilot and since mid-term, over the units that have both. */
import { isShare, shownHundredths } from '../../model/figures.ts';
import type { IndicatorDef } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { judgedIndicators } from './annexes.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { comparable, summed } from './resolve.ts';
import { tell } from './tokens.ts';

type Change = Extract<DocumentBinding, { what: 'change' }>;

export function changeTexts(data: DocumentData): readonly DocumentText[] {
  return judgedIndicators(data).flatMap((def) => {
    const texts = (['baseline', 'midterm'] as const).flatMap((from) => changeText(def, from, data));
    return texts.length > 0 ? [says<DocumentBinding>`${quote(def.name)}：${texts}`] : [];
  });
}

/** 3个单位中期为30.00%（30/100），终期为40.00%（40/100），提高10.00个百分点。 */
function changeText(def: IndicatorDef, from: Change['from'], data: DocumentData): DocumentText {
  const of = { what: 'change', indicator: def.id, from, to: 'final', unit: null } as const;
  const both = comparable(of, data.rollup);
  if (both.length === 0 || def.spoken?.kind === 'step' || def.spoken?.kind === 'title') return [];
  const [before, after] = [summed(both.map((one) => one.from)), summed(both.map((one) => one.to))];
  const isRate = isShare(def.target);
  if (isRate !== (before.denominator !== null) || isRate !== (after.denominator !== null)) return [];
  const hundredths = (sum: typeof before) => shownHundredths(sum.numerator, sum.denominator ?? 1, def.target);
  const difference = isRate ? hundredths(after) - hundredths(before) : after.numerator - before.numerator;
  const { bound } = tell(data);
  const figure = (part: Change['of']) => bound({ ...of, of: part });
  const words = isRate ? (['提高', '下降'] as const) : (['增加', '减少'] as const);
  const moved =
    difference === 0
      ? ['，没有变化']
      : says<DocumentBinding>`，${difference > 0 ? words[0] : words[1]}${figure(isRate ? 'points' : 'amount')}`;
  const time = from === 'baseline' ? '试点前' : '中期';
  return says<DocumentBinding>`${figure('units')}个单位${time}合计${figure('from')}，终期${figure('to')}${moved}。`;
}
