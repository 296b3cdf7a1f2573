/** The three values of Kleene's logic, ordered so that all is the least and any the most. */
import type { Answer, Otherwise } from '../../model.ts';

export const OUT = 0;
export const UNKNOWN = 1;
export const IN = 2;
export type Truth = typeof OUT | typeof UNKNOWN | typeof IN;

export const TRUTHS: Readonly<Record<Answer, Truth>> = { in: IN, out: OUT, unknown: UNKNOWN };

export function truthsOtherwise({ blank, void: notApplicable, doubtful, absent }: Otherwise) {
  return {
    blank: TRUTHS[blank],
    void: TRUTHS[notApplicable],
    doubtful: TRUTHS[doubtful],
    absent: TRUTHS[absent],
  };
}
