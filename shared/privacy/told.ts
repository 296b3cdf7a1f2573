/** Texts as they may travel (RULINGS PV9): what the catalogue explains stays, each run of anything else becomes a token. */
import { comparable } from '../model/identifiers.ts';
import { TOKEN } from '../model/tokens.ts';

/** By what a text is explained. */
export interface Explaining {
  /** By their first character. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** All global; what they match stays as well, where it `holds`. */
  readonly patterns: readonly { readonly pattern: RegExp; readonly holds?: (match: string) => boolean }[];
}

export function explaining(words: Iterable<string>, patterns: Explaining['patterns'] = []): Explaining {
  const byFirst = new Map<string, string[]>();
  for (const word of new Set(words)) {
    // Codes of digits would stay in numbers.
    if (DIGITS_ONLY.test(word)) continue;
    const list = byFirst.get(word[0] ?? '');
    if (list) list.push(word);
    else if (word !== '') byFirst.set(word[0]!, [word]);
  }
  return { words: byFirst, patterns };
}

const DIGITS_ONLY = /^\d+$/;
const TOKENS = new RegExp(TOKEN.source, 'g');
// Letters, digits and whatever is neither mark nor symbol nor space.
const LETTER = /[^\p{P}\p{S}\p{Z}]/u;

/**
 * The text, in its compared form, with each run that nothing explains as `tokenOf` has it; the text itself where all of it is
 * explained. Words may overlap, and tokens stay, so that doing it twice changes nothing.
 */
export function told(text: string, by: readonly Explaining[], tokenOf: (run: string) => string): string {
  const bare = comparableBut(text);
  const isKept = Array.from({ length: bare.length }, (_, at) => !LETTER.test(bare[at]!));
  const keep = (from: number, to: number) => isKept.fill(true, from, to);
  for (const { index, 0: token } of bare.includes('〔') ? bare.matchAll(TOKENS) : []) keep(index, index + token.length);
  for (const { words, patterns } of by) {
    for (let at = 0; at < bare.length; at++)
      for (const word of words.get(bare[at]!) ?? []) if (bare.startsWith(word, at)) keep(at, at + word.length);
    for (const { pattern, holds } of patterns)
      for (const { index, 0: match } of bare.matchAll(pattern))
        if (!holds || holds(match)) keep(index, index + match.length);
  }
  if (!isKept.includes(false)) return comparable(text) === bare || bare === text ? text : bare;
  let said = '';
  for (let at = 0; at < bare.length; ) {
    let end = at;
    while (end < bare.length && isKept[end] === isKept[at]) end++;
    const run = bare.slice(at, end);
    said += isKept[at] ? run : tokenOf(run);
    at = end;
  }
  return said;
}

/** Tokens are written small. */
function comparableBut(text: string): string {
  if (!text.includes('〔')) return comparable(text);
  const parts = text.split(TOKENS);
  const tokens = text.match(TOKENS) ?? [];
  return parts.map((part, at) => comparable(part) + (tokens[at] ?? '')).join('');
}
