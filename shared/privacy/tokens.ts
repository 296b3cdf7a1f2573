import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Six bytes: among the 10,000 values of a workbook two that differ share a token once in five million workbooks. */
const BYTES = 6;

/**
 * Tokens of normalised values: HMAC-SHA-256 under the workbook's secret, cut to 12 hex digits (decision mask-2). Equal
 * values have equal tokens within a workbook and nowhere else.
 */
export function tokensOf(values: ReadonlySet<string>, secret: string): ReadonlyMap<string, string> {
  const keyed = hmac.create(sha256, utf8ToBytes(secret));
  const tokens = new Map<string, string>();
  for (const value of values) {
    const digest = keyed.clone().update(utf8ToBytes(value)).digest();
    tokens.set(value, bytesToHex(digest.subarray(0, BYTES)));
  }
  return tokens;
}
