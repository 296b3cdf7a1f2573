/** Words in which the indicators are written down: clauses of the policy and targets. */
import type { Citation, TargetDef } from '../../model.ts';

const POLICY = '淮府办〔2020〕8号';

/** First and last day of the pilot year, the end of the first phase and of the second (SPEC §0, §1.3). */
export const PILOT_START = '2020-06-01';
export const PILOT_END = '2021-05-31';
export const FIRST_PHASE = '2020-07-31';
export const SECOND_PHASE = '2020-11-30';
export const FOURTH_PHASE = '2021-02-28';

export function clause(section: string, quote: string): Citation {
  return { source: POLICY, section, quote };
}

export function atLeast(p: number, unit: string, due: string, more: Partial<TargetDef> = {}): TargetDef {
  return { op: '>=', p, q: 1, unit, due, binding: 'binding', ...more };
}

/** At least p %; what is missing is told in `gapUnit`. */
export function percent(p: number, gapUnit: string, due: string, more: Partial<TargetDef> = {}): TargetDef {
  return { op: '>=', p, q: 100, unit: '%', gapUnit, due, binding: 'binding', ...more };
}
