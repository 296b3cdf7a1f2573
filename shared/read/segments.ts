/** A text taken apart into what explains it (decision read-14). */

/** `left` is what nothing explains. */
export interface Segment {
  readonly text: string;
  readonly is: 'word' | 'silent' | 'mark' | 'place' | 'left';
}

import { LEFT_OVER } from '../model/tokens.ts';

/** The explained parts with 〔〕 for the rest and 某 for names of places; empty where nothing is left over. Lone characters beside a rest go with it. */
export function knownOf(segments: readonly Segment[]): string {
  if (!segments.some(({ is }) => is === 'left')) return '';
  const isRest = segments.map(({ text, is }) => is === 'left' || !staysBesideRest(text));
  const isLone = ({ text, is }: Segment) => is === 'silent' && text.length === 1;
  segments.forEach((each, at) => {
    if (isLone(each) && isRest[at - 1]) isRest[at] = true;
  });
  for (let at = segments.length - 2; at >= 0; at--) if (isLone(segments[at]!) && isRest[at + 1]) isRest[at] = true;
  // The name of a place is told by what follows it.
  segments.forEach(({ is }, at) => {
    if (is === 'place' && isRest[at + 1]) isRest[at] = true;
  });
  let known = '';
  segments.forEach(({ text, is }, at) => {
    if (!isRest[at]) known += is === 'place' ? '某'.repeat(text.length) : text;
    else if (!isRest[at - 1]) known += LEFT_OVER;
  });
  return known;
}

/** Digits beside what is left over may be of it, but for those of a day that may be of the pilot and small figures. */
const PERHAPS_REST = /\d{4}/;
const RECENT = /^20[12]\d[年.\-/]\D*\d{0,2}\D*\d{0,2}\D*$/;

export function staysBesideRest(text: string): boolean {
  return !PERHAPS_REST.test(text) || RECENT.test(text);
}

const DATE =
  /(?<!\d)(?:20[0-2]\d|[0-2]\d)年(?:\d{1,2}月(?:份|底|末|初)?(?:\d{1,2}[日号])?)?|(?<!\d)20[0-2]\d(?:[.\-/]\d{1,2}){0,2}(?!\d)|\d{1,2}月(?:\d{1,2}[日号])?/y;
const PERCENT = /\d{1,3}(?:\.\d+)?%/y;
const FIGURE = /\d{1,6}(?:\.\d{1,2})?(?:人次|[人名个家项次场户]|万元|元)/y;
const ORDINAL = /第(?:\d{1,3}(?!\d)|[一二三四五六七八九十]{1,3})/y;
// What stands before the word that says what place it is: 云桥 of 云桥街道.
const PLACE = /[\u4e00-\u9fff×]{2,4}?(?=街道|镇|乡|社区|村|居委会|[区县市](?:级|民政|政务|行政|$|[^\u4e00-\u9fff]))/y;
// A question mark is no mere mark: 初级？.
const LETTER = /[^\p{P}\p{S}\p{Z}]|[〔〕?]/u;

export interface Silence {
  /** The longest first. */
  readonly silent: readonly string[];
  readonly hasPlaces: boolean;
  /** Those of the silent words that tell something all the same: 未, 待. */
  readonly telling?: ReadonlySet<string>;
  /** Signs of denial and words of the list, which are never part of a place's name. */
  readonly notNames: RegExp;
}

/**
 * What stands between the words of a list, from one offset to another: dates, percentages, ordinals, figures, silent words,
 * places and marks; the rest is left over.
 */
export function explained(
  text: string,
  { silent, hasPlaces, notNames, telling }: Silence,
  from: number,
  to: number,
): readonly Segment[] {
  const segments: { text: string; is: Segment['is'] }[] = [];
  const within = (part: string | null | undefined, at: number) => (part && at + part.length <= to ? part : '');
  for (let at = from; at < to; ) {
    const figure = PATTERNS.map((pattern) => within(matchAt(pattern, text, at), at)).find((part) => part !== '');
    const word = figure ?? silent.find((each) => at + each.length <= to && text.startsWith(each, at)) ?? '';
    // What says what place it is is no name itself: 村 of 钟离村.
    const isNamed = segments.at(-1)?.is === 'place';
    const name = hasPlaces && !isNamed ? within(matchAt(PLACE, text, at), at) : '';
    const place = name.length > word.length && !notNames.test(name) ? name : '';
    const taken = place || word || text[at]!;
    const is = place ? 'place' : telling?.has(word) ? 'word' : word ? 'silent' : LETTER.test(taken) ? 'left' : 'mark';
    const last = segments.at(-1);
    if (is === 'left' && last?.is === 'left') last.text += taken;
    else segments.push({ text: taken, is });
    at += taken.length;
  }
  return segments;
}

const PATTERNS = [DATE, PERCENT, ORDINAL, FIGURE];

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
