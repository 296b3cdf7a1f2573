/** Numbers that carry their own check, and what looks like a person's number in any text. */

export type PersonalKind = 'id' | 'phone' | 'account';

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const SPACE = /\s+/g;
// What folding leaves alone, and most cells are made of.
const FOLDED = /^[ -~\u4e00-\u9fff]*$/;
// What folding and capitals leave alone: most codes and names.
const PLAIN = /^[0-9A-Z\u4e00-\u9fff]*$/;

/** Full-width to half-width and without invisible characters (RULINGS A25); spaces stay. */
export function foldWidth(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '');
}

/** The form in which codes, numbers and names are compared: width folded, no spaces at all, capitals (RULINGS A25). */
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
const USCC_SHAPE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

/** 统一社会信用代码, GB 32100-2015: 18 characters and the last one right. The code inside has `checkUsccInner`. */
export function checkUscc(text: string): 'valid' | 'invalid' {
  const code = comparable(text);
  return USCC_SHAPE.test(code) && usccCheckCharacter(code) === code[17] ? 'valid' : 'invalid';
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
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)';
const ID18 = new RegExp(`^${PROVINCE}\\d{15}[0-9X]$`);
const ID15 = new RegExp(`^${PROVINCE}\\d{13}$`);

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

const MOBILE = /^(?:\+?0{0,2}86)?-?1[3-9]\d{9}$/;
const LANDLINE = /^(?:\(?0\d{2,3}\)?-?)?[2-8]\d{6,7}(?:-\d{1,5}|转\d{1,5})?$/;

/** 联系电话: a mobile number of 11 digits, or a landline, or several of them divided by / 、 , ;. */
export function checkPhone(text: string): 'valid' | 'invalid' {
  const parts = comparable(text).split(/[/、,;]/);
  return parts.every((part) => MOBILE.test(part.replace(/-/g, '')) || LANDLINE.test(part)) ? 'valid' : 'invalid';
}

/** What a whole value looks like: an id number, a mobile number or a bank card; null when like none of them. */
export function personalKind(value: string | number): PersonalKind | null {
  // Mobile numbers are the shortest, 11 digits.
  if (typeof value === 'number' ? !(value >= 1e10 && Number.isInteger(value)) : value.length < 11) return null;
  // String, not BigInt: it gives the digits that were typed, not those of the nearest double.
  return kindOfRun(comparable(String(value)).replace(/-/g, ''));
}

// Runs of letters and digits, and the three groupings that people write: 138-0000-0000, 6-8-4, 4-4-4-4.
const RUN =
  /(?<!\d[ -]?)(?:(?:\+?86[ -]?)?1[3-9]\d[ -]\d{4}[ -]\d{4}|\d{6}[ -]\d{8}[ -]\d{3}[\dXx]|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![ -]?\d)|[0-9A-Za-z]{11,}/g;
const DIGITS = /\d{11,}[Xx]?/g;
const CODE_LENGTH = 18;

/**
 * The text with every person's number in it replaced, width folded where there is one; the text itself where there is
 * none. `replace` is given the kind and the number as written.
 */
export function replaceNumbers(text: string, replace: (kind: PersonalKind, number: string) => string): string {
  if (text.length < 11 || !mayHold(text)) return text;
  let found = false;
  const put = (kind: PersonalKind, number: string) => {
    found = true;
    return replace(kind, number);
  };
  const replaced = foldWidth(text).replace(RUN, (run) => {
    const whole = kindOfRun(run.replace(/[ +-]/g, '').toUpperCase());
    if (whole) return put(whole, run);
    return isCode(run) ? run : run.replace(DIGITS, (digits) => replaceRun(digits, put));
  });
  return found ? replaced : text;
}

/** Digits among letters; an X behind them belongs to an id number or to the letters. */
function replaceRun(digits: string, replace: (kind: PersonalKind, number: string) => string): string {
  const kind = kindOfRun(digits.toUpperCase());
  if (kind) return replace(kind, digits);
  const bare = digits.replace(/[Xx]$/, '');
  const rest = kindOfRun(bare);
  return rest ? replace(rest, bare) + digits.slice(bare.length) : digits;
}

const LIKE_ID = new RegExp(`^${PROVINCE}\\d{14,16}[0-9X]$`);
const CARD = /^(?:62|60|65|4|5[1-5]|35|95)\d+$/;

function kindOfRun(run: string): PersonalKind | null {
  if (run.length < 11 || run.length > 19) return null;
  if (run.length <= 15 && MOBILE.test(run)) return 'phone';
  // One digit too few or too many is still somebody's number.
  if (LIKE_ID.test(run) && isDate(run.slice(6, 14))) return 'id';
  if (ID15.test(run) && isDate(`19${run.slice(6, 12)}`)) return 'id';
  if (run.length < 16 || !CARD.test(run)) return null;
  // 18 digits may be a credit code; cards of that length begin with 62.
  return (run.length !== CODE_LENGTH || run.startsWith('62')) && passesLuhn(run) ? 'account' : null;
}

function isCode(run: string): boolean {
  return run.length === CODE_LENGTH && USCC_SHAPE.test(run.toUpperCase());
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Cheap test before the expressions run: eleven characters that are digits or may become digits when width is folded
 * (anything that is neither ASCII nor a common Chinese character).
 */
function mayHold(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || (code > 127 && (code < 0x3000 || code > 0x9fff))) digits++;
  }
  return digits >= 11;
}

/** Eight digits that name a day between 1850 and 2099. */
function isDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < 1850 || year > 2099 || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
