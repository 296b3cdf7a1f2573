/** Counts, amounts and ratios as people write them. */
import type { FieldDef, Writings } from '../model.ts';
import { clean } from './text.ts';

/** `issue` is the rule of reading that the cell breaks. `null` as number: nothing can be taken. */
export interface Figure {
  readonly number: number | null;
  readonly issue: string | null;
  readonly atLeastOne: boolean;
}

const taken = (number: number, issue: string | null = null): Figure => ({ number, issue, atLeastOne: false });
const unreadable = (issue: string): Figure => ({ number: null, issue, atLeastOne: false });

const PLAIN = /^(-?\d+(?:\.\d+)?)(\D{0,4})$/;
const GROUPED = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?)(\D{0,4})$/;
const TEN_THOUSANDS = /^(\d+(?:\.\d+)?)万(\D{0,3})$/;
const SUM = /^(\d+(?:\+\d+)+)(\D{0,4})$/;
const EXPLAINED = /^(\d+)(\D{0,3})\(.*\)$/;
const CHINESE = /^([〇零一二两三四五六七八九十百千]+)(\D{0,3})$/;
const VAGUE = /约|余|以上|左右|不足|近|多(?!\d)|上下|几|来|\d\+$/;

/** A whole number, the unit of the field allowed after it. */
export function readCount(raw: number | string, field: FieldDef, writings: Writings): Figure {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 0 ? taken(raw) : unreadable('N001');
  const figure = readFigure(raw, field, writings);
  return figure.number !== null && !Number.isInteger(figure.number) ? unreadable('N001') : figure;
}

/** A number with decimals, not negative; 元 in a column of 万元 is turned into it, with a finding. */
export function readAmount(raw: number | string, field: FieldDef, writings: Writings): Figure {
  if (typeof raw === 'number') return raw >= 0 ? taken(raw) : unreadable('N001');
  return readFigure(raw, field, writings);
}

function readFigure(raw: string, field: FieldDef, writings: Writings): Figure {
  const text = clean(raw).replace(/ /g, '');
  if (writings.none.includes(text)) return taken(0, 'N004');
  const plain = PLAIN.exec(text);
  if (plain && isUnit(plain[2]!, writings)) return withUnit(Number(plain[1]), plain[2]!, field, writings, null);
  const grouped = GROUPED.exec(text);
  if (grouped) return withUnit(Number(grouped[1]!.replaceAll(',', '')), grouped[2]!, field, writings, null);
  if (VAGUE.test(text))
    return { number: null, issue: 'N003', atLeastOne: /[1-9一二三四五六七八九十百千万]/.test(text) };
  const large = TEN_THOUSANDS.exec(text);
  if (large && field.unit === '万元' && large[2] === '') return taken(Number(large[1]), 'N002');
  if (large && field.unit !== '万元') {
    // Through hundredths: 1.2 × 10000 is exact, 1.1 × 10000 is not.
    return withUnit(Math.round(Number(large[1]) * 1e6) / 100, large[2]!, field, writings, 'N002');
  }
  const sum = SUM.exec(text);
  if (sum) {
    const total = sum[1]!.split('+').reduce((all, part) => all + Number(part), 0);
    return withUnit(total, sum[2]!, field, writings, 'N002');
  }
  const explained = EXPLAINED.exec(text);
  if (explained) return withUnit(Number(explained[1]), explained[2]!, field, writings, 'N002');
  const chinese = CHINESE.exec(text);
  if (chinese) {
    const number = chineseNumber(chinese[1]!);
    if (number !== null) return withUnit(number, chinese[2]!, field, writings, 'N002');
  }
  return unreadable('N001');
}

function withUnit(number: number, unit: string, field: FieldDef, writings: Writings, issue: string | null): Figure {
  // A share is no count of anything, not even with a doubt.
  if (number < 0 || (unit === '%' && field.unit !== '%')) return unreadable('N001');
  if (unit === '' || unit === field.unit) return taken(number, issue);
  const group = writings.units.find((units) => units.includes(unit));
  if (!group) return unreadable('N001');
  if (!field.unit || group.includes(field.unit)) return taken(number, issue);
  if (unit === '元' && field.unit === '万元') return taken(number / 10_000, 'N002');
  return taken(number, 'N046');
}

function isUnit(unit: string, writings: Writings): boolean {
  return unit === '' || writings.units.some((units) => units.includes(unit));
}

const DIGITS = '零一二三四五六七八九';
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十五 → 25; null for what is no number. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let digit = -1;
  for (const character of text) {
    const step = STEPS[character];
    if (step) {
      if (digit < 0 && total > 0 && step >= 100) return null;
      total += (digit < 0 ? 1 : digit) * step;
      digit = -1;
    } else if (character === '〇') {
      digit = 0;
    } else {
      if (digit > 0) return null;
      digit = character === '两' ? 2 : DIGITS.indexOf(character);
    }
  }
  return total + Math.max(digit, 0);
}

/** A self-reported rate; where numerator and denominator stand, the rate is computed again. */
export function readRatio(raw: number | string, format: string | null): Figure {
  if (typeof raw === 'number') {
    if (raw < 0) return unreadable('N011');
    if (format?.includes('%')) return raw <= 1 ? taken(raw) : unreadable('N011');
    if (raw === 1) return { number: null, issue: 'N012', atLeastOne: false };
    if (raw < 1) return taken(raw);
    return raw <= 100 ? taken(percent(raw)) : unreadable('N011');
  }
  const text = clean(raw).replace(/ /g, '');
  const percents = /^(\d+(?:\.\d+)?)(%|个百分点)$/.exec(text);
  if (percents) return Number(percents[1]) <= 100 ? taken(percent(Number(percents[1]))) : unreadable('N011');
  if (/^\d+(?:\.\d+)?$/.test(text)) return readRatio(Number(text), null);
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const denominator = Number(fraction[2]);
    const value = Number(fraction[1]) / denominator;
    return denominator > 0 && value <= 1 ? taken(value, 'N013') : unreadable('N011');
  }
  const spoken = /^百分之([零一二两三四五六七八九十百]+)$/.exec(text);
  if (spoken) {
    const value = chineseNumber(spoken[1]!);
    return value !== null && value <= 100 ? taken(percent(value), 'N013') : unreadable('N011');
  }
  return unreadable('N011');
}

/** 40 → 0.4 as the nearest double of 0.4, so that what was typed as a percentage compares equal to the fraction. */
function percent(value: number): number {
  return Number((value / 100).toPrecision(15));
}
