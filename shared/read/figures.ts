/** What explains a cell of figures or days (decision mask-5): figures, units and days in their writings; the rest is left over. */
import { keptOf, LEFT_OVER, withoutTokens } from '../model/tokens.ts';
import type { FieldDef, Writings } from '../model.ts';
import { staysBesideRest } from './segments.ts';
import { clean } from './text.ts';

// Most cells. A longer number is no figure of a community but somebody's number; so is one that begins with a zero.
const PLAIN_FIGURE = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?(?:人次?|小?时|万?元|[个家项支次场户份名件%])?$/;
const PLAIN_DAY =
  /^(?:(?:19|20)\d\d(?:[年.\-/]\d{1,2}(?:[月.\-/]\d{1,2}日?|月)?|年|\d{4})?|\d{1,2}(?:月(?:\d{1,2}日)?|日)?)$/;

const FIGURE = '(?:0|[1-9]\\d{0,2}(?:,\\d{3}){1,2}|[1-9]\\d{0,8})(?:\\.\\d{1,4})?';
// Not beside further digits or letters, nor in groups as numbers of telephones are.
const ALONE = ['(?<![\\dA-Za-z]|\\d[-–—~.,· ])', '(?![\\dA-Za-z]|[-–—~· ]\\d|[.,]\\d)'] as const;
// 三十五, 一百二十; of numerals without tens not more than three.
const NUMERALS =
  '(?:(?:[一二两三四五六七八九]?[十百千万]零?){1,6}[一二三四五六七八九]?|[〇零一二两三四五六七八九]{1,3})(?![〇零一二两三四五六七八九十百千万])';
const VAGUE = '[约余近多几]|以上|左右|不足|上下|来(?=[人名家个支场次户])';

const DATES = [
  '(?<!\\d)(?:(?:19|20)\\d\\d|\\d\\d)[年.\\-/、]\\d{1,2}(?!\\d)(?:[月.\\-/、]\\d{1,2}(?!\\d)[日号]?|月)?',
  '(?<!\\d)(?:19|20)\\d{2}(?:年|(?:0[1-9]|1[0-2])(?:[0-3]\\d)?)?(?!\\d)',
  '(?<!\\d)(?:(?:0?[1-9]|1[0-2])[月.\\-/]\\d{1,2}[日号]?|\\d{1,2}[月日号]|\\d{1,2}[:：时点]\\d{0,2}分?(?::\\d{2})?)(?!\\d)',
  // The second of two days of one month, and a day beside its month.
  '(?<=[-~至到—、/,月])\\d{1,2}(?!\\d)',
  '(?<!\\d)\\d{1,2}(?=[-~至到—、/]\\d{1,2}[日号月])',
  '^\\d{1,2}$',
  '(?:星期|周)[一二三四五六日天末](?![\\u4e00-\\u4e09\\u4e0c-\\u9fff])|[上中下]旬|[底末初份起前T至到年月日号]',
];

const YEAR = /^20/;

interface Pattern {
  readonly pattern: RegExp;
  /** Whether a match stays where something else is left over. */
  readonly stays: (match: string) => boolean;
}

const always = () => true;
const figures = new WeakMap<Writings, (field: FieldDef) => readonly Pattern[]>();
const dates = new WeakMap<Writings, readonly Pattern[]>();

/** The text itself where all of it is explained; else what is, 〔〕 for the rest. Reading that again changes nothing. */
export function explainedFigure(raw: string, field: FieldDef, writings: Writings): string {
  if (PLAIN_FIGURE.test(raw)) return raw;
  // 35 人; not 139 5540, which are groups of somebody's number.
  const text = clean(raw).replace(SPACES, '');
  if (writings.none.includes(text)) return text;
  let patterns = figures.get(writings);
  if (!patterns) {
    patterns = figurePatterns(writings);
    figures.set(writings, patterns);
  }
  return reduced(text, patterns(field));
}

export function explainedDate(raw: string, writings: Writings): string {
  if (PLAIN_DAY.test(raw)) return raw;
  let patterns = dates.get(writings);
  if (!patterns) {
    const { afterDay, noDay, notYet, undone, none } = writings;
    patterns = [
      { pattern: new RegExp(DATES[0]!, 'g'), stays: (match) => YEAR.test(match) && staysBesideRest(match) },
      { pattern: new RegExp(DATES[1]!, 'g'), stays: () => false },
      ...DATES.slice(2).map((each) => ({ pattern: new RegExp(each, 'g'), stays: always })),
      { pattern: anyOf([...afterDay, ...noDay, ...notYet, ...undone, ...none]), stays: always },
    ];
    dates.set(writings, patterns);
  }
  return reduced(clean(raw).replace(SPREAD, ''), patterns);
}

const SPACES = /(?<!\d) +| +(?!\d)/g;

/** 2020. 11. 30, 2020 年 5 月. */
const SPREAD = /(?<=[年月日号.\-/、:：]) +| +(?=[年月日号.\-/、:：])/g;

function figurePatterns({ units, none, figures: { from, parts } }: Writings): (field: FieldDef) => readonly Pattern[] {
  const inner = new Map<FieldDef, readonly Pattern[]>();
  const unit = `(?<=[\\d〇零一二两三四五六七八九十百千万约余近多几来上右足下,、/])(?:${escaped(units.flat())})`;
  const own: readonly Pattern[] = [
    { pattern: new RegExp(`${ALONE[0]}-?${FIGURE}${ALONE[1]}`, 'g'), stays: staysBesideRest },
    { pattern: new RegExp(`(?<=^|[(（约近]|百分之|\\d)${NUMERALS}`, 'g'), stays: always },
    { pattern: new RegExp(`${unit}|${VAGUE}|百分之|个百分点|其中|合计|共计?|[万亿]`, 'g'), stays: always },
    { pattern: new RegExp(`${escaped(from)}|其中[:：]?(?:${escaped(parts)})`, 'g'), stays: always },
    { pattern: anyOf(none.filter(({ length }) => length > 1)), stays: always },
  ];
  return (field) => {
    if (!field.inner) return own;
    let patterns = inner.get(field);
    if (!patterns) {
      patterns = [...own, { pattern: anyOf(field.inner.flatMap(({ words }) => words)), stays: always }];
      inner.set(field, patterns);
    }
    return patterns;
  };
}

const LETTER = /[^\p{P}\p{S}\p{Z}]|[〔〕]/u;

const RESTS = / *(?:〔〕 *)+/g;

/** Marks say nothing. Matches may overlap; what none covers is left over. */
function reduced(text: string, patterns: readonly Pattern[]): string {
  const bare = withoutTokens(text, LEFT_OVER);
  const whole = covered(bare, patterns, false);
  if (!whole.includes(false)) return text;
  const kept = covered(bare, patterns, true);
  return keptOf(bare, kept).replace(RESTS, LEFT_OVER);
}

const GROUPS = /(?<!\d)\d+(?:[-–—·/ ]\d{3,}){2,}/g;
const DIGIT = /\d/;

function covered(text: string, patterns: readonly Pattern[], isBesideRest: boolean): boolean[] {
  const marks = Array.from({ length: text.length }, (_, at) => !LETTER.test(text[at]!));
  for (const { pattern, stays } of patterns)
    for (const { 0: match, index } of text.matchAll(pattern))
      if (!isBesideRest || stays(match)) marks.fill(true, index, index + match.length);
  // 340402/1946…/9978: groups of somebody's number, whatever each may be.
  for (const { 0: match, index } of text.matchAll(GROUPS))
    for (let at = index; at < index + match.length; at++) if (DIGIT.test(text[at]!)) marks[at] = false;
  return marks;
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(escaped(words) || '(?!)', 'g');
}

function escaped(words: readonly string[]): string {
  const each = [...new Set(words)].map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return each.sort((a, b) => b.length - a.length).join('|');
}
