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

/** `→进行中`, `↓滞后`: for narrow columns. */
export function shortVerdict(verdict: Verdict): string {
  const short = verdict === 'on_track' ? '进行中' : verdict === 'behind' ? '滞后' : verdictWords[verdict];
  return verdictSigns[verdict] + short;
}

/** `✗未达标`. */
export const signedVerdict = (verdict: Verdict): string => verdictSigns[verdict] + verdictWords[verdict];
