/** Texts as they may travel (decision mask-4): what the catalogue explains stays, each run of anything else becomes a token. */
import { comparable } from '../model/identifiers.ts';
import { TOKEN } from '../model/tokens.ts';

/** By what a text is explained. */
export interface Explaining {
  /** By their first character. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** All global; what they match stays as well, where it `holds`. */
  readonly patterns: readonly {
    readonly pattern: RegExp;
    readonly holds?: (match: string) => boolean;
    /** Without this the pattern matches nothing. */
    readonly sign?: RegExp;
  }[];
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
  if (isPlain(bare, by)) return tokenOf(bare);
  const isKept = marksIn(bare);
  const keep = (from: number, to: number) => isKept.fill(1, from, to);
  for (const { index, 0: token } of bare.includes('〔') ? bare.matchAll(TOKENS) : []) keep(index, index + token.length);
  for (const { words, patterns } of by) {
    for (let at = 0; at < bare.length; at++) {
      const own = words.get(bare[at]!);
      if (!own) continue;
      for (const word of own)
        if (bare.startsWith(word, at) && !splitsCode(bare, at, at + word.length)) keep(at, at + word.length);
    }
    for (const { pattern, holds, sign } of patterns)
      if (!sign || sign.test(bare))
        for (const { index, 0: match } of bare.matchAll(pattern))
          if (!holds || holds(match)) keep(index, index + match.length);
  }
  if (!isKept.includes(0)) return comparable(text) === bare || bare === text ? text : bare;
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

// Letters of which most names are made.
const LETTERS = /^[A-Z\u4e00-\u9fff]+$/;

/** Made of letters alone, of which none begins a word or a pattern. */
function isPlain(text: string, by: readonly Explaining[]): boolean {
  if (!LETTERS.test(text)) return false;
  for (let at = 0; at < text.length; at++) for (const { words } of by) if (words.has(text[at]!)) return false;
  return by.every(({ patterns }) => patterns.every(({ sign }) => sign !== undefined && !sign.test(text)));
}

function marksIn(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
    if (!isLetter && !LETTER.test(text[at]!)) marks[at] = 1;
  }
  return marks;
}

/** B2 does not stand in A1B2C3. */
function splitsCode(text: string, from: number, to: number): boolean {
  const isCode = (at: number) => CODE.test(text[at] ?? '');
  return (isCode(from) && isCode(from - 1)) || (isCode(to - 1) && isCode(to));
}

const CODE = /[0-9A-Za-z]/;

/** Tokens are written small. */
function comparableBut(text: string): string {
  if (!text.includes('〔')) return comparable(text);
  const parts = text.split(TOKENS);
  const tokens = text.match(TOKENS) ?? [];
  return parts.map((part, at) => comparable(part) + (tokens[at] ?? '')).join('');
}
