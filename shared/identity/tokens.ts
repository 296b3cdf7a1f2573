/** Tokens as numbers, so that what is hashed does not depend on the secret that they were made under. */
import type { Ink } from './ink.ts';

/** A masked value inside a text, its kind and its token. */
const INLINE = /〔([a-z]+)-([0-9a-f]{12})〕/;

export interface Tokens {
  /** A page of its own, on which tokens and texts are numbered as they are met. */
  page(ink: Ink): Page;
}

export interface Page {
  token(token: string): void;
  texts(): Texts;
  /** Its tokens, each once, in the order in which they were met; by what they are called throughout. */
  readonly met: readonly number[];
}

/**
 * Writes a text: in full where it is first met, tokens in it by their numbers; then by its number. Gives back the number, 0
 * where the next of the same is written in full again.
 */
export type Texts = (text: string) => number;

/** More different ones are names, of which few come again. */
const MOST_TEXTS = 1000;

export function openTokens(): Tokens {
  const names = new Map<string, number>();
  // By name: the page on which it was met last, and its number there.
  const pages: number[] = [];
  const numbers: number[] = [];
  let opened = 0;
  return {
    page(ink) {
      const own = ++opened;
      const met: number[] = [];
      const token = (value: string) => {
        let name = names.get(value);
        if (name === undefined) {
          name = names.size;
          names.set(value, name);
        }
        if (pages[name] !== own) {
          pages[name] = own;
          numbers[name] = met.length + 1;
          met.push(name);
          ink.byte(0);
        } else {
          ink.count(numbers[name]!);
        }
      };
      return { token, texts: () => openTexts(ink, token), met };
    },
  };
}

function openTexts(ink: Ink, token: Page['token']): Texts {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text);
    if (number !== undefined) {
      ink.count(number);
      return number;
    }
    ink.byte(0);
    if (text.includes('〔')) writeParts(text.split(INLINE), ink, token);
    else {
      ink.byte(1);
      ink.text(text);
    }
    if (known.size === MOST_TEXTS) return 0;
    known.set(text, known.size + 1);
    return known.size;
  };
}

/** Words, kind, token, words, … */
function writeParts(parts: readonly string[], ink: Ink, token: Page['token']): void {
  ink.count(parts.length);
  parts.forEach((part, at) => {
    if (at % 3 === 2) token(part);
    else ink.text(part);
  });
}
