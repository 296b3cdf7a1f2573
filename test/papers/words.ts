/** Small checks that all sentences share. */
import type { IndicatorDef, Verdict } from '../../shared/model.ts';
import { entryIn, type Truth } from './facts.ts';

/** What a sentence says falsely; empty where it is true. */
export type Doubts = readonly string[];
export type Groups = Readonly<Record<string, string | undefined>>;
/** How a sentence is worded, without its full stop, and what must be so. */
export type Shape = readonly [shape: RegExp, check: (groups: Groups, reading: Reading) => Doubts];

/** What is read so far. */
export interface Reading {
  readonly truth: Truth;
  /** Of which indicator the sentence before spoke. */
  about: IndicatorDef | null;
  /** What was told, by kind: what must be told and was not is a falsehood too. */
  readonly told: Set<string>;
  /** Under which headings the sentence stands: `存在问题/指标问题`, `附件/评分表`; without a heading of the second level `存在问题/`. */
  path: string;
  /** The paragraph says that it is what units say of themselves. */
  isOwn: boolean;
  /** What was said of ledgers that came back. */
  readonly returned: string[];
}

export const day = '\\d{4}年\\d+月\\d+日';

export const is = (said: string | undefined, wanted: string | number | null, what: string): Doubts =>
  said === undefined || said === String(wanted) ? [] : [`${what}应为${wanted}`];

/** The words are there just when it is so. */
export const when = (said: string | undefined, isSo: boolean, what: string): Doubts =>
  (said !== undefined) === isSo ? [] : [isSo ? `没有说${what}` : `${what}不实`];

/** True or not, it is said where it belongs. */
export const under = ({ path }: Reading, where: RegExp): Doubts => (where.test(path) ? [] : [`不该写在“${path}”下`]);

export const only = (isSo: boolean, what: string): Doubts => (isSo ? [] : [what]);

/** Many are named in part: 甲、乙、…等9个单位. */
export function sameNames(said: string, wanted: readonly string[], what: string): Doubts {
  const cut = /^(?<names>.+)等(?<count>\d+)个单位$/.exec(said)?.groups;
  const named = (cut?.names ?? said).split('、');
  const more = named.filter((one) => !wanted.includes(one));
  const less = cut ? [] : wanted.filter((one) => !named.includes(one));
  const isTwice = new Set(named).size < named.length && new Set(wanted).size === wanted.length;
  return [
    ...is(cut?.count, wanted.length, `${what}单位`),
    ...only(!cut || named.length < wanted.length, `${what}已经都列出`),
    ...only(more.length === 0, `${what}没有${more.join('、')}`),
    ...only(less.length === 0, `${what}少了${less.join('、')}`),
    ...only(!isTwice, `${what}说了两遍`),
  ];
}

export const unitsBy = (id: string, verdict: Verdict, truth: Truth): readonly string[] =>
  truth.filed.flatMap(({ name, evaluation }) => (entryIn(evaluation, id)?.verdict === verdict ? [name] : []));

export const defNamed = (name: string, { policy }: Truth): IndicatorDef | undefined =>
  policy.indicators.find((def) => def.name === name);

/** Of the indicator with this name; doubted where there is none. */
export function ofNamed(name: string, truth: Truth, check: (def: IndicatorDef) => Doubts): Doubts {
  const def = defNamed(name, truth);
  return def ? check(def) : [`没有“${name}”这项指标`];
}
