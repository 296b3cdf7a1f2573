/** Names of places that say whose a line is, as people write them. */

/** Brackets and what stands in them. */
export const BRACKETS = /\([^()]*\)/g;
export const OFFICE = /村?(?:社区)?(?:居民委员会|居委会|村民委员会|村委会|社区|村)$/;
export const STREET = /^(.{2,}?)(?:街道办事处|街道办|街道|镇|乡)/;

const COMMUNITY = /^.+?(?:居民委员会|居委会|村民委员会|村委会|社区|村)/;

/** The name of a community without what was typed behind it: 甲社区（联系人…）, 甲社区 某某. */
export function placeIn(text: string): string {
  return OFFICE.test(text) ? text : (COMMUNITY.exec(text)?.[0] ?? text);
}

/** Words that names of places end in. */
export const placeWords: readonly string[] = [
  '居民委员会',
  '村民委员会',
  '居委会',
  '村委会',
  '居委',
  '社区',
  '小区',
  '街道办事处',
  '街道办',
  '街道',
  ...'省市县区镇乡村居',
];

/** One character more, less or other. `apart` are characters by which two names differ that are not misspelt. */
export function differsByOne(name: string, own: string, apart: string): boolean {
  const [short, long] = name.length <= own.length ? [[...name], [...own]] : [[...own], [...name]];
  if (short.length < 2 || long.length - short.length > 1) return false;
  const at = short.findIndex((character, index) => character !== long[index]);
  const from = at < 0 ? short.length : at;
  const isEqual = long.length === short.length;
  const rest = short.slice(isEqual ? from + 1 : from).join('');
  if (rest !== long.slice(from + 1).join('') || (isEqual && at < 0)) return false;
  return !apart.includes(long[from]!) && !(isEqual && apart.includes(short[from]!));
}

/** So many first characters make names alike where none is the own: 春申新村, 春申. */
export const LIKE = 2;

/**
 * Kinds of tokens for what stands in a name of a place (decision mask-13): its base differs from the own one by a character; it
 * holds the beginning of the own one; both.
 */
export const placeKinds = ['like', 'near', 'kin'] as const;
/** Of one character that may be a slip beside the own name: 原春申社区. Alone it names nothing. */
export const loneKind = 'lone';
const LONE = /〔lone-[0-9a-f]{12}〕/i;
const DIFFERS = /^〔(?:like|kin)-/i;
const HOLDS = /〔(?:near|kin)-/i;

export const isLikeToken = (base: string): boolean => DIFFERS.test(base);
/** Nothing but the own name and one such character. */
export const differsByToken = (base: string, own: string): boolean =>
  own.length >= LIKE && LONE.test(base) && base.replace(LONE, '') === own;
export const holdsNearToken = (text: string): boolean => HOLDS.test(text);
