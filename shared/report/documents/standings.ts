/** How all units stand in one indicator, in quantity, rate and distance, and by name those that are behind. */
import { isCeiling, isSet, isShare } from '../../model/figures.ts';
import { demandOf } from '../../model/missing.ts';
import type { Comparison, IndicatorDef, RollupIndicator, Verdict } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { Bound, DocumentBinding, DocumentText } from './documents.ts';
import { doubledIn } from './doubled.ts';
import { AT_MOST, groupedBy, indicatorNames, unitNames, unitsOf } from './names.ts';
import { isHidden, type Kept, keptOf } from './public.ts';
import { byNumberText, isSelfReported } from './self-reported.ts';
import { tell } from './tokens.ts';

/** One paragraph each; those that all units stand alike in, and of which there is nothing to reckon, share one. */
export function standingsOf(defs: readonly IndicatorDef[], data: DocumentData): readonly DocumentText[] {
  const groups = groupedBy(defs, (def) =>
    doubledIn(def.id, data).length > 0 ? def.id : (alikeIn(def, data) ?? def.id),
  );
  const texts = groups.map((group) => {
    const state = alikeIn(group[0]!, data);
    return group.length > 1 && state ? allAlike(group, state) : standingOf(group[0]!, data);
  });
  // What is the same everywhere comes after what tells units apart.
  const isShared = (at: number) => (groups[at]?.length ?? 0) > 1;
  return [...texts.filter((_, at) => !isShared(at)), ...texts.filter((_, at) => isShared(at))];
}

/** Empty where the indicator holds for nobody, or no target is set. */
export function standingOf(def: IndicatorDef, data: DocumentData): DocumentText {
  const entry = entryOf(def, data);
  if (!entry || entry.applicable === 0 || !isSet(def.target) || def.spoken?.kind === 'title' || isHidden(def, data))
    return [];
  const state = stateIn(def, entry, data);
  const { tally } = tell(data);
  // 都 is of more than one.
  const words = state && (entry.applicable === 1 ? stateWords[state].replace('都', '') : stateWords[state]);
  const units = words
    ? says<DocumentBinding>`应评的${tally(def.id, 'applicable')}个单位${words}。`
    : tallies(def, entry, data);
  const doubled = doubledText(def, data);
  const text = isPooled(def, entry)
    ? says<DocumentBinding>`${pooledSentence(def, entry, data)}${units}${doubled}`
    : says<DocumentBinding>`${headOf(def, data)}：${units}${doubled}`;
  return isSelfReported(def, data) ? says<DocumentBinding>`按各单位台账自报，${text}${byNumberText(def, data)}` : text;
}

/** In public nobody is told whose workbook has findings. */
function doubledText({ id }: IndicatorDef, data: DocumentData): DocumentText {
  const units = doubledIn(id, data);
  if (units.length === 0) return [];
  const count = tell(data).bound({ what: 'doubled', indicator: id });
  return says<DocumentBinding>`其中${count}个单位的数涉及跨册重复，尚未核定${data.options.isPublic ? [] : says<DocumentBinding>`：${unitNames(units, count, data)}`}。`;
}

export const entryOf = ({ id }: IndicatorDef, { rollup }: DocumentData): RollupIndicator | undefined =>
  rollup.indicators.find((one) => one.id === id);

const isPooled = ({ target }: IndicatorDef, { pooled }: RollupIndicator) =>
  isShare(target) && pooled !== null && pooled.denominator > 0;

const stateWords = {
  met: '都已达标',
  on_track: '都在推进，进展正常',
  behind: '都进展滞后',
  unmet: '都没有达标',
  to_verify: '的数据都待核实',
  missing: '都缺数据',
  later: '都还没有数据，任务尚未到期',
} as const;

type State = keyof typeof stateWords;

/** How all units stand where there are no figures to add up; null as well of what is said to be their own word. */
function alikeIn(def: IndicatorDef, data: DocumentData): State | null {
  const entry = entryOf(def, data);
  return entry && !isSelfReported(def, data) && entry.applicable > 0 && !isPooled(def, entry)
    ? stateIn(def, entry, data)
    : null;
}

/** How all units stand; null where they differ. */
function stateIn(def: IndicatorDef, entry: RollupIndicator, data: DocumentData): State | null {
  const state = verdicts.find((of) => entry[of] === entry.applicable) ?? null;
  return state === 'missing' && demandOf(def, data.rollup) === 'later' ? 'later' : state;
}

function allAlike(defs: readonly IndicatorDef[], state: State): DocumentText {
  return says<DocumentBinding>`${indicatorNames(defs)}，各应评单位${stateWords[state]}。`;
}

/** 城市社区社会组织数（目标不少于10家）; what is done or not has no number. */
function headOf({ id, name, target, spoken }: IndicatorDef, data: DocumentData): DocumentText {
  if (spoken?.kind === 'step' || target.p === 0) return [quote(name)];
  return says<DocumentBinding>`${quote(name)}（目标${isShare(target) && target.p === target.q ? '为' : boundWords[target.op]}${tell(data).target(id)}）`;
}

const boundWords: Readonly<Record<Comparison, string>> = {
  '>=': '不少于',
  '>': '超过',
  '<=': '不超过',
  '<': '少于',
  '=': '为',
};

/** 社区工作者48人，其中持证16人，持证率33.33%，距40%目标差6.67个百分点、4人。 */
function pooledSentence(def: IndicatorDef, { pooled, to_verify, missing }: RollupIndicator, data: DocumentData) {
  if (!pooled) return [];
  const { pooled: figure, target } = tell(data);
  const { id, spoken, name } = def;
  const kept = keptOf(def, data);
  const rate = figure(id, 'rate');
  const quantity =
    spoken?.kind === 'share'
      ? says<DocumentBinding>`${wholeText(spoken.whole, kept, figure(id, 'denominator'))}${partText(spoken.part, kept, figure(id, 'numerator'))}${kept.rate ? says<DocumentBinding>`，${quote(spoken.rate ?? name)}${rate}` : []}`
      : says<DocumentBinding>`${quote(name)}${kept.rate ? says<DocumentBinding>`合计${rate}（${figure(id, 'numerator')}/${figure(id, 'denominator')}）` : '合计的人数不列'}`;
  const goal = target(id);
  // A density has no percentage points.
  const distances = [figure(id, 'points'), figure(id, 'amount')].filter((one) => one.figure !== '');
  const distance = !kept.verdict
    ? []
    : !pooled.gap
      ? says<DocumentBinding>`，${isCeiling(def.target) ? '没有超出' : '达到'}${goal}目标`
      : distances.length === 0
        ? says<DocumentBinding>`，${isCeiling(def.target) ? '超出' : '没有达到'}${goal}目标`
        : says<DocumentBinding>`，${isCeiling(def.target) ? '超出' : '距'}${goal}目标${isCeiling(def.target) ? '' : shortWord(def, data)}${listed(distances, '、')}`;
  const left = [...(to_verify > 0 ? ['待核实'] : []), ...(missing > 0 ? ['缺数据'] : [])].join('、');
  const notes = [
    ...(left === '' ? [] : [`${left}的单位未计入`]),
    ...(pooled.open > 0 ? [says<DocumentBinding>`计入的单位中有${figure(id, 'open')}个的数尚未核定，按下限计`] : []),
  ];
  const note = notes.length > 0 ? says<DocumentBinding>`（${listed<DocumentBinding>(notes, '；')}）` : [];
  return says<DocumentBinding>`${quantity}${distance}${note}。`;
}

function wholeText(whole: string, { denominator }: Kept, figure: Bound): DocumentText {
  return denominator === 'kept'
    ? says<DocumentBinding>`${quote(whole)}的人数不列`
    : says<DocumentBinding>`${quote(whole)}${figure}`;
}

/** ，其中持证16人; less than five are told as that, and the others' number not at all where it would tell those. */
function partText(part: string, { numerator, denominator }: Kept, figure: Bound): DocumentText {
  if (denominator !== 'told') return [];
  return numerator === 'kept'
    ? says<DocumentBinding>`，其中${quote(part)}的人数不列`
    : says<DocumentBinding>`，其中${quote(part)}${figure}`;
}

/** What is not due is on its way, and nothing is missing yet. */
function shortWord({ target }: IndicatorDef, { rollup }: DocumentData): string {
  return target.due > rollup.asOf ? '尚差' : '差';
}

/** 应评的9个单位中，达标4个，占44.44%；进展正常3个；待核实1个（书香苑社区）。 */
function tallies(def: IndicatorDef, entry: RollupIndicator, data: DocumentData): DocumentText {
  const { tally, share } = tell(data);
  const { id } = def;
  const parts = verdicts
    .filter((of) => entry[of] > 0)
    .map((of) => {
      const count = says<DocumentBinding>`${wordOf(of, def)}${tally(id, of)}个`;
      if (of === 'met')
        return entry.met < entry.applicable ? says<DocumentBinding>`${count}，占${share(id, of)}` : count;
      return says<DocumentBinding>`${count}${whoIn(def, entry, of, data)}`;
    });
  return says<DocumentBinding>`应评的${tally(id, 'applicable')}个单位中，${listed<DocumentBinding>(parts, '；')}。`;
}

const verdicts = ['met', 'on_track', 'behind', 'unmet', 'to_verify', 'missing'] as const;

const tallyWords: Readonly<Record<(typeof verdicts)[number], string>> = {
  met: '达标',
  on_track: '进展正常',
  behind: '进展滞后',
  unmet: '未达标',
  to_verify: '待核实',
  missing: '缺数据',
};

function wordOf(of: (typeof verdicts)[number], { spoken }: IndicatorDef): string {
  if (spoken?.kind !== 'step') return tallyWords[of];
  return of === 'met' ? spoken.done : of === 'unmet' ? spoken.undone : tallyWords[of];
}

/** Those that are to do something, by name where they are a handful: the annex has them all. */
function whoIn(def: IndicatorDef, entry: RollupIndicator, of: Verdict & State, data: DocumentData): DocumentText {
  if (of === 'missing' && demandOf(def, data.rollup) === 'later') return ['（尚未到期）'];
  if (of === 'on_track' || entry[of] === entry.applicable || entry[of] > AT_MOST) return [];
  return says<DocumentBinding>`（${unitNames(unitsOf(def.id, of, data), tell(data).tally(def.id, of), data)}）`;
}
