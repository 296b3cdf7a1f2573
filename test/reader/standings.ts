/** Where an indicator stands, as it is told: of one without data, whether data is asked for at all. */
import type { Evaluation, Indicator, Verdict } from '../../shared/model.ts';

/** `later`: no data, and not due yet · `never`: no data, and it only informs. */
export type Standing = Verdict | 'later' | 'never';

export function standingOf({ verdict, target }: Indicator, { mode, asOf }: Evaluation): Standing {
  if (verdict !== 'missing' || !target) return verdict;
  if (target.binding === 'information') return 'never';
  return mode === 'midterm' && target.due > asOf ? 'later' : verdict;
}
