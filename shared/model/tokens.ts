/** Stand-ins of what did not travel (decisions mask-2, mask-11): tokens in texts, numbers in the names of sheets. */

/** A masked part of a text. No colon: that would make a label of what stands before it. */
export function inlineToken(kind: string, token: string): string {
  return `〔${kind}-${token}〕`;
}

export const TOKEN = /〔[a-z]+-[0-9a-f]{12}〕/;
const TOKENS = new RegExp(TOKEN.source, 'g');
const ONLY_TOKEN = new RegExp(`^${TOKEN.source}$`);

export function isToken(text: string): boolean {
  return text.charCodeAt(0) === 0x3014 && ONLY_TOKEN.test(text);
}

/** The text with something else in the place of each token in it. */
export function withoutTokens(text: string, instead: string): string {
  return text.includes('〔') ? text.replace(TOKENS, instead) : text;
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
