/** A sign beside the word of a verdict, for those who see no colour and for prints in black and white. */
import type { Verdict } from './contract.ts';
import { verdictWords } from './words.ts';

export const verdictSigns: Readonly<Record<Verdict, string>> = {
  met: '✓',
  unmet: '✗',
  on_track: '→',
  behind: '↓',
  to_verify: '?',
  missing: '–',
  not_applicable: '／',
  reference: '·',
};

/** `✗未达标`. */
export const signedVerdict = (verdict: Verdict): string => verdictSigns[verdict] + verdictWords[verdict];
