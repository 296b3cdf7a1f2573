/** 核实说明: what people say of a finding or a gap, and what the office says to that. */

/** What an explanation begins with; words of one's own follow a colon. */
export const explanationWays = ['数据属实', '口径不同', '电话核实', '已修改', '其他'] as const;
export type ExplanationWay = (typeof explanationWays)[number];

/** The one shape in which it is kept, in a line of 差距清单 or hidden in the workbook. */
export interface Explanation {
  /** Of the finding or gap: rule, record and value, so that it lapses with the value. */
  readonly key: string;
  /** `数据属实：…`, `电话核实：张某，十二月三日，“……”`; what a person wrote by hand need not begin so. */
  readonly text: string;
  /** `接受`, or `不接受：…`; '' while the office has said nothing. */
  readonly review: string;
  /** What the line said then, to show where it has lapsed. */
  readonly about: string;
  /** True when the line already stands under 已消除. */
  readonly cleared: boolean;
}

/** Why what stands there does not count: no words of one's own · 已修改, while the value is the same · it says that the value is wrong · the office did not accept it. */
export type Lack = 'silent' | 'unchanged' | 'wrong' | 'refused';

/** Null where it counts as explained. */
export function lackOf({ text, review }: Pick<Explanation, 'text' | 'review'>): Lack | null {
  const { way, words } = spoken(text);
  if (way === '已修改') return 'unchanged';
  if (!isSaid(words) || (way === null && /^已?核[实对查]/.test(words) && words.length < 6)) return 'silent';
  if (isAdmitted(text)) return 'wrong';
  return isRefused(review) ? 'refused' : null;
}

/** `way` is null where a person began in another way. */
export function spoken(text: string): { readonly way: ExplanationWay | null; readonly words: string } {
  const trimmed = text.trim();
  const way = explanationWays.find((one) => trimmed.startsWith(one)) ?? null;
  return { way, words: trimmed.slice(way?.length ?? 0).replace(/^[\s：:，,、—-]+/, '') };
}

/** A stroke, a point or a single character says nothing, nor does what only fills the column. */
const isSaid = (words: string): boolean =>
  (words.match(/[\p{L}\p{N}]/gu) ?? []).length > 1 && !fillers.test(words.replace(/[\s。.，,！!]/g, ''));

const fillers =
  /^(?:(?:待|正在?|尚未|未|再)?(?:核实|核对|核查|核|查)中?|同上|见上|没有|暂无|不详|不清楚|说明|情况说明)$/;
/** Then the value itself is wrong, and is to be put right. */
const isAdmitted = (words: string): boolean => /不属实|有误|填错|写错|报错|算错/.test(words);

/** Whatever is no plain yes leaves the explanation open: 同意退回 is none. */
const isRefused = (review: string): boolean =>
  review.trim() !== '' && (!/^(?:接受|同意)/.test(review.trim()) || /不|退回|重报|重填|再|补|改/.test(review));

/** By key, one each: what stands in a line counts before what stands under 已消除, and what was told first before the rest. */
export function explanationsByKey(explanations: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  const byKey = new Map<string, Explanation>();
  for (const cleared of [false, true])
    for (const one of explanations)
      if (one.cleared === cleared && !isEmpty(one) && !byKey.has(one.key)) byKey.set(one.key, one);
  return byKey;
}

export const isEmpty = ({ text, review }: Pick<Explanation, 'text' | 'review'>): boolean =>
  text.trim() === '' && review.trim() === '';

/** With these in the place of what was said under the same keys; one without words is taken back. */
export function withExplained(held: readonly Explanation[], changed: readonly Explanation[]): readonly Explanation[] {
  const keys = new Set(changed.map(({ key }) => key));
  return [...held.filter(({ key }) => !keys.has(key)), ...changed.filter((one) => !isEmpty(one))];
}
