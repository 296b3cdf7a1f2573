import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Gives the token of a value, 12 hex digits. The value is normalised (decision read-1). */
export type TokenOf = (value: string) => string;

const HALF = 2 ** 24;
/** In a title it would be read as the year of the list. */
const YEAR = /20\d\d/;

/**
 * Tokens of values in the order in which they are met, begun at a place that `key` decides (decision mask-2): equal values have
 * equal tokens within one masking, and a token is not made of its value, so that nobody can try values out. `texts` is filled:
 * what each token stands for.
 */
export function openTokens(key: string, texts: Map<string, string>): TokenOf {
  const start = hmac(sha256, utf8ToBytes(key), utf8ToBytes('tokens'));
  let [high, low] = [numberAt(start, 0), numberAt(start, 3)];
  // Odd, so that all numbers of 48 bits are gone through before one comes again.
  const [stepHigh, stepLow] = [numberAt(start, 6), numberAt(start, 9) | 1];
  const next = () => {
    const sum = low + stepLow;
    low = sum % HALF;
    high = (high + stepHigh + (sum >= HALF ? 1 : 0)) % HALF;
    return hex(high) + hex(low);
  };
  const tokens = new Map<string, string>();
  return (value) => {
    let token = tokens.get(value);
    if (token === undefined) {
      do token = next();
      while (YEAR.test(token));
      tokens.set(value, token);
      texts.set(token, value);
    }
    return token;
  };
}

function numberAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
}

function hex(half: number): string {
  return half.toString(16).padStart(6, '0');
}
