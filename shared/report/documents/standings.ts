/** How all units stand in one indicator, in quantity, rate and distance, and by name those that are behind. */
import { isCeiling, isSet, isShare } from '../../model/figures.ts';
import type { IndicatorDef, RollupIndicator, RollupUnit, Verdict } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { tell } from './tokens.ts';

/** Empty where the indicator holds for nobody, or no target is set. */
export function standingOf(def: IndicatorDef, data: DocumentData): DocumentText {
  const entry = entryOf(def, data);
  if (!entry || entry.applicable === 0 || !isSet(def.target) || def.spoken?.kind === 'title') return [];
  return says<DocumentBinding>`${isPooled(def, entry) ? pooledSentence(def, entry, data) : []}${tallies(def, entry, data)}${named(def, entry, data)}`;
}

export const entryOf = ({ id }: IndicatorDef, { rollup }: DocumentData): RollupIndicator | undefined =>
  rollup.indicators.find((one) => one.id === id);

const isPooled = ({ target }: IndicatorDef, { pooled }: RollupIndicator) =>
  isShare(target) && pooled !== null && pooled.denominator > 0;

/** Where nobody tells anything of an indicator: said together, not one after the other. */
export function isUntold({ applicable, missing }: RollupIndicator): boolean {
  return applicable === missing;
}

/** 社区工作者48人，其中持证16人，持证率33.33%，距40%目标差6.67个百分点、4人。 */
function pooledSentence(def: IndicatorDef, { pooled }: RollupIndicator, data: DocumentData): DocumentText {
  if (!pooled) return [];
  const { pooled: figure, target } = tell(data);
  const { id, spoken, name } = def;
  const [all, part] = [figure(id, 'denominator'), figure(id, 'numerator')];
  const quantity =
    spoken?.kind === 'share'
      ? says<DocumentBinding>`${quote(spoken.whole)}${all}，其中${quote(spoken.part)}${part}，${quote(spoken.rate ?? name)}${figure(id, 'rate')}`
      : says<DocumentBinding>`${quote(name)}合计${figure(id, 'rate')}（${part}/${all}）`;
  const goal = target(id);
  const distance = pooled.gap
    ? says<DocumentBinding>`，${isCeiling(def.target) ? '超出' : '距'}${goal}目标${isCeiling(def.target) ? '' : shortWord(def, data)}${listed([figure(id, 'points'), figure(id, 'amount')], '、')}`
    : says<DocumentBinding>`，${isCeiling(def.target) ? '没有超出' : '达到'}${goal}目标`;
  const open = pooled.open > 0 ? says<DocumentBinding>`（其中${figure(id, 'open')}个单位的数尚未核定，按下限计）` : [];
  return says<DocumentBinding>`${quantity}${distance}${open}。`;
}

/** What is not due is on its way, and nothing is missing yet. */
function shortWord({ target }: IndicatorDef, { rollup }: DocumentData): string {
  return target.due > rollup.asOf ? '尚差' : '差';
}

/** 应评10个单位，达标4个，占40.00%，进展正常3个，进展滞后1个，待核实1个，缺数据1个。 */
function tallies(def: IndicatorDef, entry: RollupIndicator, data: DocumentData): DocumentText {
  const { tally, share } = tell(data);
  const { id, name } = def;
  const verdicts = (Object.keys(tallyWords) as (keyof typeof tallyWords)[]).filter((of) => entry[of] > 0);
  const parts = verdicts.map((of) => {
    const count = says<DocumentBinding>`${tallyWords[of]}${tally(id, of)}个`;
    return of === 'met' && entry.met < entry.applicable ? says<DocumentBinding>`${count}，占${share(id, of)}` : count;
  });
  const of = isPooled(def, entry) ? [] : says<DocumentBinding>`${quote(name)}：`;
  return says<DocumentBinding>`${of}应评${tally(id, 'applicable')}个单位${parts.length > 0 ? '，' : ''}${listed(parts, '，')}。`;
}

const tallyWords = {
  met: '达标',
  on_track: '进展正常',
  behind: '进展滞后',
  unmet: '未达标',
  to_verify: '待核实',
  missing: '缺数据',
} as const;

/** Those that are to do something, by name. */
function named(def: IndicatorDef, entry: RollupIndicator, data: DocumentData): DocumentText {
  const words: readonly (readonly [Verdict & keyof typeof tallyWords, string])[] = [
    ['unmet', '未达标的是'],
    ['behind', '进展滞后的是'],
    ['to_verify', '待核实的是'],
  ];
  const all = words.flatMap(([verdict, word]) =>
    entry[verdict] > 0 && entry[verdict] < entry.applicable
      ? [says<DocumentBinding>`${word}${unitNames(unitsOf(def.id, verdict, data), data)}`]
      : [],
  );
  return all.length > 0 ? says<DocumentBinding>`${listed(all, '；')}。` : [];
}

export function unitsOf(indicator: string, verdict: Verdict, { counting }: DocumentData): readonly RollupUnit[] {
  return counting.map(({ unit }) => unit).filter(({ verdicts }) => verdicts[indicator] === verdict);
}

export function unitNames(units: readonly RollupUnit[], { nameOf }: DocumentData): DocumentText {
  return listed<DocumentBinding>(
    units.map((unit) => quote(nameOf(unit))),
    '、',
  );
}
