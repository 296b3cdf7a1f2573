import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Six bytes: among the 10,000 values of a workbook two that differ share a token once in five million workbooks. */
const BYTES = 6;

/** Gives the token of a value, 12 hex digits. The value is normalised (decision read-1). */
export type TokenOf = (value: string) => string;

/**
 * Tokens of normalised values: HMAC-SHA-256 under a secret, cut to 12 hex digits (decision mask-2). Equal values have equal
 * tokens under one secret and nowhere else. `texts` is filled: what each token stands for.
 */
export function openTokens(secret: string, texts: Map<string, string>): TokenOf {
  const keyed = hmac.create(sha256, utf8ToBytes(secret));
  const tokens = new Map<string, string>();
  return (value) => {
    let token = tokens.get(value);
    if (token === undefined) {
      token = bytesToHex(keyed.clone().update(utf8ToBytes(value)).digest().subarray(0, BYTES));
      tokens.set(value, token);
      texts.set(token, value);
    }
    return token;
  };
}
