/** Stand-ins of what did not travel (decisions mask-2, mask-11): tokens in texts, numbers in the names of sheets. */

/** A masked part of a text. No colon: that would make a label of what stands before it. */
export function inlineToken(kind: string, token: string): string {
  return `〔${kind}-${token}〕`;
}

/** Stands for what was left over of a text. */
export const LEFT_OVER = '〔〕';

/** The kept characters of a text, with 〔〕 for each run of others. */
export function keptOf(text: string, isKept: readonly boolean[]): string {
  // Not by looking at how the text so far ends: joining it each time took the square of its length.
  const parts: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isKept[at]) parts.push(text[at]!);
    else if (at === 0 || isKept[at - 1]) parts.push(LEFT_OVER);
  }
  return parts.join('');
}

export const TOKEN = /〔[a-z]+-[0-9a-f]{12}〕/;
// Comparing turns letters into capitals.
const TOKENS = new RegExp(TOKEN.source, 'gi');
const ONLY_TOKEN = new RegExp(`^${TOKEN.source}$`);

/** Of a number in a field of text: no name of anything. */
export function isNumberToken(text: string): boolean {
  return text.startsWith('〔number-');
}

export function isToken(text: string): boolean {
  return text.charCodeAt(0) === 0x3014 && ONLY_TOKEN.test(text);
}

/** The text with something else in the place of each token in it. */
export function withoutTokens(text: string, instead: string): string {
  return text.includes('〔') ? text.replace(TOKENS, instead) : text;
}

const BEHIND = /〔head-[0-9a-f]{12}〕$/i;

/** A heading of which something did not travel has its token behind it, for whoever speaks of that heading. */
export function headingWords(text: string): string {
  return text.endsWith('〕') ? text.replace(BEHIND, '') : text;
}

/** The token of such a heading; null for any other text. */
export function headingToken(text: string): string | null {
  return text.endsWith('〕') ? (BEHIND.exec(text)?.[0] ?? null) : null;
}

const WITH_DIGITS = /〔(?:code|number)-/i;

/** Whether digits stand in a text, or stood in what did not travel of it. */
export function hasDigits(text: string): boolean {
  return WITH_DIGITS.test(text) || /\d/.test(withoutTokens(text, ''));
}

const PLACE =
  /〔(?:word|like|kin)-[0-9a-f]{12}〕(?=街道|镇|乡|社区|村|居委会|[区县市](?:级|民政|政务|行政|$|[^\u4e00-\u9fff]))/gi;

/** The text as a list of words is looked for in it: 某某 for what may be the name of a place, `rest` for all else. */
export function withPlaces(text: string, rest: string): string {
  return text.includes('〔') ? withoutTokens(text.replace(PLACE, '某某'), rest) : text;
}

const SHEET = /\{sheet:\d+\}$/;

/** The name under which a sheet travels whose own name is not wholly explained. Excel allows no colon in one. */
export function sheetToken(words: string, place: number): string {
  return `${words}{sheet:${place}}`;
}

/** The words of a sheet's name. */
export function sheetWords(name: string): string {
  return name.endsWith('}') ? name.replace(SHEET, '') : name;
}
