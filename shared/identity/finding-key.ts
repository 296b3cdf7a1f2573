/** Keys of findings that stay the same while rule, record and value do, though every check has tokens of its own (decision key-3). */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { WORD_TOKEN } from '../model/contract.ts';
import { comparable } from '../model/identifiers.ts';
import type { KeyParts } from '../model.ts';

/** Twelve bytes: no two findings of a workbook share a key. */
const BYTES = 12;

/**
 * 24 hex digits: HMAC-SHA-256 under the workbook's secret over all parts at once, so that nothing of a single value can be
 * told by it. `parts` hold words, no tokens (`spelledOut`).
 */
export function findingKey({ rule, record, value, nth }: KeyParts, secret: string): string {
  const parts = utf8ToBytes(JSON.stringify([rule, record, value, nth]));
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), parts).subarray(0, BYTES));
}

/** What stands for what: sheets by the names that travel, values by their tokens, texts of which a part travels as a whole. */
export interface Spelling {
  readonly sheets: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}

/** The parts with words for all tokens. What nobody can put back stays. */
export function spelledOut({ rule, record, value, nth }: KeyParts, spelling: Spelling): KeyParts {
  const spell = (part: string) => spelled(part, spelling);
  return { rule, record: record.map(spell), value: value.map(spell), nth };
}

/** A masked value inside a text, with the token of it. */
const INLINE = /〔[a-z]+-([0-9a-f]{12})〕/gi;

function spelled(part: string, { sheets, parts, texts }: Spelling): string {
  const whole = WORD_TOKEN.test(part) ? texts.get(part) : sheets.get(part);
  if (whole !== undefined) return whole;
  // A token in it may stand for all of the text.
  const typed = parts.get(part);
  if (typed !== undefined) return comparable(typed);
  return part.includes('〔')
    ? part.replace(INLINE, (masked, token: string) => texts.get(token.toLowerCase()) ?? masked)
    : part;
}
