import { compares } from '../../model/comparisons.ts';
import type { Comparison } from '../../model.ts';
import { IN, OUT, type Truth } from './truths.ts';

/** The answer that holds for all figures between two, both included; null where they differ. */
export function allCompare(least: number, most: number, op: Comparison, than: number): Truth | null {
  if (op === '=') return least === than && most === than ? IN : than < least || than > most ? OUT : null;
  const [low, high] = [compares(least, op, than), compares(most, op, than)];
  return low === high ? (low ? IN : OUT) : null;
}
