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

/** Why what stands there does not count: no words of one's own · 已修改, while the value is the same · the office did not accept it. */
export type Lack = 'silent' | 'unchanged' | 'refused';

/** Null where it counts as explained. */
export function lackOf({ text, review }: Pick<Explanation, 'text' | 'review'>): Lack | null {
  const { way, words } = spoken(text);
  if (way === '已修改') return 'unchanged';
  if (!isSaid(words)) return 'silent';
  return isRefused(review) ? 'refused' : null;
}

/** `way` is null where a person began in another way. */
export function spoken(text: string): { readonly way: ExplanationWay | null; readonly words: string } {
  const trimmed = text.trim();
  const way = explanationWays.find((one) => trimmed.startsWith(one)) ?? null;
  return { way, words: trimmed.slice(way?.length ?? 0).replace(/^[\s：:，,、—-]+/, '') };
}

/** A stroke, a point or a single character says nothing. */
const isSaid = (words: string): boolean => (words.match(/[\p{L}\p{N}]/gu) ?? []).length > 1;

/** Whatever is no plain yes leaves the explanation open. */
const isRefused = (review: string): boolean => review.trim() !== '' && !/^(?:接受|同意)/.test(review.trim());

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
