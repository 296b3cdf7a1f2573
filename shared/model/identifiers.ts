/** Numbers that carry their own check. */
import { withoutRadicals } from './radicals.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const SPACE = /\s+/g;
// More marks on one letter than any text needs (UAX #15, stream-safe): to put a long run of them in order takes time as the
// square of their number.
const MARKS_TOO_MANY = /(\p{M}{30})\p{M}+/gu;
// In a row.
const MARK = /\p{M}\p{M}/u;
// What folding leaves alone, and most cells are made of.
const FOLDED = /^[ -~\u4e00-\u9fff]*$/;
// What folding and capitals leave alone: most codes and names.
const PLAIN = /^[0-9A-Z\u4e00-\u9fff]*$/;

/** Full-width to half-width and without invisible characters (decision read-1); spaces stay. */
export function foldWidth(text: string): string {
  if (FOLDED.test(text)) return text;
  const bounded = MARK.test(text) ? text.replace(MARKS_TOO_MANY, '$1') : text;
  return withoutRadicals(bounded.normalize('NFKC').replace(INVISIBLE, ''));
}

/** The form in which codes, numbers and names are compared: width folded, no spaces at all, capitals (decision read-1). */
export function comparable(text: string): string {
  return PLAIN.test(text) ? text : foldWidth(text).replace(SPACE, '').toUpperCase();
}

/**
 * A number of more than 15 digits: Excel has put zeros for the rest, so that an id number or an all-digit code typed
 * into such a cell cannot be had back.
 */
export function isLossyNumber(value: number): boolean {
  return Math.abs(value) >= 1e15;
}

// GB 32100-2015: 31 characters (no I O S V Z), weights 3^i mod 31.
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
export const USCC_SHAPE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

/** 统一社会信用代码, GB 32100-2015: 18 characters and the last one right. The code inside has `checkUsccInner`. */
export function checkUscc(text: string): 'valid' | 'invalid' {
  const code = comparable(text);
  return USCC_SHAPE.test(code) && usccCheckCharacter(code) === code[17] ? 'valid' : 'invalid';
}

const LIKE_ID = /^\d{6}(?:19|20)\d{9}[\dX]$/;
const HAS_LETTER = /^.{0,16}[A-Z]/;

/**
 * Whether a text may be a credit code, perhaps one with a slip, and is nobody's number: 5, 9 or 1 in front, or a right check
 * character, and neither all digits nor a year where id numbers have it.
 */
export function mayBeCode(text: string): boolean {
  const code = comparable(text);
  if (!USCC_SHAPE.test(code) || LIKE_ID.test(code)) return false;
  const isLettered = HAS_LETTER.test(code);
  return checkUscc(code) === 'valid' ? isLettered || /^[159]/.test(code) : isLettered && /^[159]/.test(code);
}

/** The 18th character that the first 17 ask for, or null when they cannot begin a code. */
export function usccCheckCharacter(text: string): string | null {
  const code = comparable(text);
  if (code.length < 17) return null;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_ALPHABET.indexOf(code[i]!);
    if (value < 0) return null;
    sum += value * USCC_WEIGHTS[i]!;
  }
  // A remainder of 0 gives 31, which is the character 0.
  return USCC_ALPHABET[(31 - (sum % 31)) % 31]!;
}

const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const INNER_SHAPE = /^[0-9A-Z]{8}[0-9X]$/;

/** 主体标识码 (characters 9–17), GB 11714-1997. Codes in use break it, so that it is worth no more than a warning. */
export function checkUsccInner(text: string): 'valid' | 'invalid' {
  const inner = comparable(text).slice(8, 17);
  if (!INNER_SHAPE.test(inner)) return 'invalid';
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number.parseInt(inner[i]!, 36) * INNER_WEIGHTS[i]!;
  const check = 11 - (sum % 11);
  const expected = check === 10 ? 'X' : check === 11 ? '0' : String(check);
  return inner[8] === expected ? 'valid' : 'invalid';
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
// Two digits of the province first: what tells a 15- or 18-digit id number from any other number.
export const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)';
const ID18 = new RegExp(`^${PROVINCE}\\d{15}[0-9X]$`);
export const ID15 = new RegExp(`^${PROVINCE}\\d{13}$`);

/**
 * 公民身份号码, GB 11643-1999: check digit and a date of birth that exists. Null for a 15-digit number of before 1999,
 * which has no check digit, so that nothing can be said about it.
 */
export function checkId(text: string): 'valid' | 'invalid' | null {
  const id = comparable(text);
  if (ID15.test(id)) return isDate(`19${id.slice(6, 12)}`) ? null : 'invalid';
  if (!ID18.test(id) || !isDate(id.slice(6, 14))) return 'invalid';
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(id[i]) * ID_WEIGHTS[i]!;
  return ID_CHECKS[sum % 11] === id[17] ? 'valid' : 'invalid';
}

export const MOBILE = /^(?:\+?0{0,2}86)?-?1[3-9]\d{9}$/;
const LANDLINE = /^(?:\(?0\d{2,3}\)?-?)?[2-8]\d{6,7}(?:-\d{1,5}|转\d{1,5})?$/;

/** 联系电话: a mobile number of 11 digits, or a landline, or several of them divided by / 、 , ;. */
export function checkPhone(text: string): 'valid' | 'invalid' {
  const parts = comparable(text).split(/[/、,;]/);
  return parts.every((part) => MOBILE.test(part.replace(/-/g, '')) || LANDLINE.test(part)) ? 'valid' : 'invalid';
}

/** Eight digits that name a day between 1850 and 2099. */
export function isDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < 1850 || year > 2099 || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
