/** Cells read as a figure, a day, or a word of a list that is not strict: of their text only what they are read by travels. */
import { comparable, foldWidth } from '../model/identifiers.ts';
import type { Catalogue, FieldDef, Writings } from '../model.ts';
import { knownWords, reduced, withNames } from './texts.ts';

export type FigureReducer = (text: string, field: FieldDef) => string;

const TYPES: ReadonlySet<FieldDef['type']> = new Set(['count', 'amount', 'ratio', 'date', 'code', 'codes']);

// Nothing but digits and marks, which say nothing of anybody.
const MARKS = /^[\d\s.,:+\-/%]*$/;
// One word that no list knows is quoted to whoever typed it, and a finding's key tells by it that it was changed.
const NOTHING_KEPT = /^[某x]+$/;
const BREAK = /[\r\n\t]+/g;

// A longer run that does not begin the text may be a telephone number.
const DIGITS = /(?<=^[-+]?|\+)\d+|(?<!\d)(?:\d{1,6}|20\d{6})(?!\d)/y;
const PERCENT = /百分之|个百分点/y;
const VAGUE = /[约余近多几]|以上|左右|不足|上下/;
const NUMERALS = /[〇零一二两三四五六七八九十百千万]+/;
// As a whole text or after its figures; elsewhere they may be of a name.
const LEADING = '(?:^|百分之|\\d)';
const LEADING_NUMERALS = new RegExp(`(?<=${LEADING})${NUMERALS.source}`, 'y');
const DAY = /(?<=[\d年月日号])(?:[年月日号底末初起前至T份周]|[上中下]旬|[上下]午|星期)/y;
const WEEKDAY = /(?:星期|周)[一二三四五六日天末]/y;
const LETTER = '[\\p{L}\\p{N}]';
// 和 may stand between words of a list.
const WORD_LETTER = `(?:(?![和及兼])${LETTER})`;

const compiled = new WeakMap<Catalogue, FigureReducer>();

/**
 * 10人（张某、李某） becomes 10人(某某、某某): such a text is read exactly as before, and the same where nothing was to
 * be taken away. Fields of other types are left alone.
 */
export function figureReducer(catalogue: Catalogue): FigureReducer {
  const known = compiled.get(catalogue);
  if (known) return known;
  const { words, plain } = knownWords(catalogue);
  const { writings, codes } = catalogue;
  const listed = Object.values(codes).flatMap(({ entries }) =>
    entries.flatMap(({ code, label, synonyms = [], doubtful = [] }) => [code, label, ...synonyms, ...doubtful]),
  );
  const { yes, no, underWay, none, notYet, already } = writings;
  const single = [...listed, ...yes, ...no, ...underWay, ...none].filter((word) => [...word].length === 1);
  const alone = (letter: string) => new RegExp(`(?<!${letter})(?:${anyOf(single)})(?!${letter})`, 'uy');
  const listWords = withNames(words, [...listed, ...yes, ...no].flatMap(anyCase));
  const choices = [alone(WORD_LETTER), new RegExp(`[和及兼]|${anyOf([...notYet, ...already])}`, 'y'), DIGITS, DAY];
  const figures = [
    alone(LETTER),
    DIGITS,
    PERCENT,
    new RegExp(VAGUE, 'y'),
    LEADING_NUMERALS,
    unitPattern(writings),
    DAY,
  ];
  const days = [WEEKDAY, new RegExp(anyOf(writings.afterDay), 'y')];
  const inner = new Map<FieldDef, RegExp>();
  const reducer: FigureReducer = (text, field) => {
    if (!TYPES.has(field.type) || plain.has(comparable(text)) || MARKS.test(text)) return text;
    const isChoice = field.type === 'code' || field.type === 'codes';
    // Spaces mean nothing and may break a word.
    const bare = foldWidth(text.replace(BREAK, ' ')).replaceAll(' ', '');
    const patterns = isChoice
      ? choices
      : [...(field.type === 'date' ? days : []), ...figures, ...innerOf(field, inner)];
    let result = reduced(bare, isChoice ? listWords : words, patterns);
    // 十余人: that it is one at least is told by the numeral alone.
    if (!isChoice && VAGUE.test(bare) && !/[1-9]/.test(result))
      result = reduced(bare, words, [...patterns, new RegExp(NUMERALS, 'y')]);
    const isUnknownWord = field.list !== undefined && NOTHING_KEPT.test(result);
    return result === bare || isUnknownWord ? text : result;
  };
  compiled.set(catalogue, reducer);
  return reducer;
}

function unitPattern({ units }: Writings): RegExp {
  return new RegExp(`(?<=\\d|${LEADING}${NUMERALS.source})(?:${anyOf(units.flat())})`, 'y');
}

/** 其中持证3人: words before the figures that belong to other fields. */
function innerOf(field: FieldDef, made: Map<FieldDef, RegExp>): readonly RegExp[] {
  if (!field.inner) return [];
  const pattern = made.get(field) ?? new RegExp(anyOf(field.inner.flatMap(({ words }) => words)), 'y');
  made.set(field, pattern);
  return [pattern];
}

function anyOf(words: readonly string[]): string {
  const escaped = [...new Set(words)].map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return escaped.sort((a, b) => b.length - a.length).join('|');
}

function anyCase(word: string): readonly string[] {
  const lower = word.toLowerCase();
  return [word, word.toUpperCase(), lower, lower.slice(0, 1).toUpperCase() + lower.slice(1)];
}
