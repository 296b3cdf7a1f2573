/** What looks like a person's number, in any text. */
import {
  comparable,
  foldWidth,
  ID15,
  isDate,
  isLossyNumber,
  MOBILE,
  PROVINCE,
  USCC_SHAPE,
} from '../model/identifiers.ts';

export type PersonalKind = 'id' | 'phone' | 'account';

/** What a whole value looks like: an id number, a mobile number or a bank card; null when like none of them. */
export function personalKind(value: string | number): PersonalKind | null {
  // Mobile numbers are the shortest, 11 digits.
  if (typeof value === 'string') return value.length < 11 ? null : kindOfRun(bareNumber(value));
  if (!(value >= 1e10 && Number.isInteger(value))) return null;
  // String, not BigInt: it gives the digits that were typed, not those of the nearest double.
  const digits = String(value);
  return kindOfRun(digits) ?? (isLossyNumber(value) && isCard(digits) ? 'account' : null);
}

const MARKS = /[-+_.·*~)\u2010-\u2015\u2212]/g;

/** A number however it was grouped: no spaces, hyphens or dots. */
export function bareNumber(text: string): string {
  return comparable(text).replace(MARKS, '');
}

// What people put between the groups of a number.
const MARK = '(?: {0,2}[-_.·*~)\\u2010-\\u2015\\u2212] {0,2}| {1,3})';
// Digits in several groups, or a run of letters and digits.
const RUN = new RegExp(`(?<!\\d)\\+?\\d+(?:${MARK}\\d+)+[Xx]?|[0-9A-Za-z]{11,}`, 'g');
const GROUPS = new RegExp(`(${MARK})`);
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const DIGITS = /\d{11,}[Xx]?/g;

type Replace = (kind: PersonalKind, number: string) => string;

/**
 * The text with every person's number in it replaced, width folded where there is one; the text itself where there is
 * none. `replace` is given the kind and the number as written.
 */
export function replaceNumbers(text: string, replace: Replace): string {
  if (text.length < 11 || !mayHold(text)) return text;
  let found = false;
  const put: Replace = (kind, number) => {
    found = true;
    return replace(kind, number);
  };
  // Folding drops line breaks, and two numbers one below the other would become one.
  const replaced = foldWidth(text.replace(BREAK, ' ')).replace(RUN, (run) => {
    const parts = run.split(GROUPS);
    return parts.length > 1 ? replaceGroups(parts, put) : replaceRun(run, put);
  });
  return found ? replaced : text;
}

/** Of groups of digits, with what stands between them, as many as make a number together; else each for itself. */
function replaceGroups(parts: readonly string[], put: Replace): string {
  let result = '';
  for (let at = 0; at < parts.length; at += 2) {
    const found = longestFrom(parts, at);
    if (found) result += put(found.kind, parts.slice(at, found.end + 1).join(''));
    else result += replaceRun(parts[at]!, put);
    if (found) at = found.end;
    result += parts[at + 1] ?? '';
  }
  return result;
}

const LONGEST = 19;

function longestFrom(parts: readonly string[], from: number): { kind: PersonalKind; end: number } | null {
  let found: { kind: PersonalKind; end: number } | null = null;
  let joined = parts[from]!;
  for (let end = from + 2; end < parts.length; end += 2) {
    joined += parts[end];
    if (joined.length > LONGEST + 1) break;
    const kind = kindOfRun(joined.replace('+', '').toUpperCase());
    if (kind && isGrouped(kind, parts, from, end)) found = { kind, end };
  }
  return found;
}

/** 138 1234 5678, 1381234 5678 and 6222 0212 …; figures that stand in a row are no number of somebody's. */
function isGrouped(kind: PersonalKind, parts: readonly string[], from: number, end: number): boolean {
  if (kind === 'id') return true;
  for (let at = from; at <= end; at += 2) {
    const { length } = parts[at]!;
    if (kind === 'account' ? length !== 4 && at < end : length < 3 && at > from) return false;
  }
  return kind === 'account' || parts[from]!.length > 2 || /^\+?86$/.test(parts[from]!);
}

function replaceRun(run: string, put: Replace): string {
  const whole = kindOfRun(run.toUpperCase());
  if (whole) return put(whole, run);
  return isCode(run) ? run : run.replace(DIGITS, (digits) => replaceDigits(digits, put));
}

/** Digits among letters; an X behind them belongs to an id number or to the letters. */
function replaceDigits(digits: string, put: Replace): string {
  const kind = kindOfRun(digits.toUpperCase());
  if (kind) return put(kind, digits);
  const bare = digits.replace(/[Xx]$/, '');
  const rest = kindOfRun(bare);
  if (rest) return put(rest, bare) + digits.slice(bare.length);
  const several = severalIn(digits.toUpperCase());
  return several ? several.map(({ kind, number }) => put(kind, number)).join('') : digits;
}

interface Piece {
  readonly kind: PersonalKind;
  readonly number: string;
}

/** Numbers written without anything between them, when that leaves nothing over. */
function severalIn(digits: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (let at = 0; at < digits.length; ) {
    const piece = [18, 11].map((length) => digits.slice(at, at + length)).find(isWholeNumber);
    if (piece === undefined) return null;
    pieces.push({ kind: kindOfRun(piece)!, number: piece });
    at += piece.length;
  }
  return pieces;
}

const isWholeNumber = (run: string) => (run.length === CODE_LENGTH ? isIdLike(run) : kindOfRun(run) === 'phone');

const LIKE_ID = new RegExp(`^${PROVINCE}\\d{14,16}[0-9X]$`);
// Born in this century or the last, and no longer at school: 34040220201130001 is a file number with its date.
const YEAR = /^.{6}(?:19\d\d|200\d|201[0-4])/;

function kindOfRun(run: string): PersonalKind | null {
  if (run.length < 11 || run.length > 19) return null;
  if (run.length <= 15 && MOBILE.test(run)) return 'phone';
  if (isIdLike(run)) return 'id';
  // 18 digits may be a credit code; cards of that length begin with 62.
  // Accounts of rural banks begin like their cards and have no check digit.
  return isCard(run) && (run.startsWith('62') || passesLuhn(run)) ? 'account' : null;
}

function isIdLike(run: string): boolean {
  if (ID15.test(run)) return isDate(`19${run.slice(6, 12)}`);
  if (!LIKE_ID.test(run)) return false;
  // With a day that does not exist, or one digit too few or too many, it is still somebody's number.
  return run.length === CODE_LENGTH
    ? isDate(run.slice(6, 14)) || YEAR.test(run)
    : isDate(run.slice(6, 14)) && YEAR.test(run);
}

const CARD = /^(?:62|60|65|4|5[1-5]|35|95)\d+$/;
const CODE_LENGTH = 18;

function isCard(run: string): boolean {
  return run.length >= 16 && run.length <= 19 && CARD.test(run) && (run.length !== CODE_LENGTH || run.startsWith('62'));
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
