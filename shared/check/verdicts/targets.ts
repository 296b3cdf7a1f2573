/** From bounds and target to verdict and gap, in whole numbers only (decisions check-1 and check-7). */

import { serialOf } from '../../model/days.ts';
import { reaches, shortfall } from '../../model/targets.ts';
import type { Gap, TargetDef, Verdict } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Bounds } from '../measures/taken.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly gap: Gap | null;
}

export function judge(bounds: Bounds, target: TargetDef, doubtful: boolean, scope: Scope): Judged {
  if (target.binding === 'information') return { verdict: 'reference', gap: null };
  const worst = reaches(bounds.lower, bounds.lowerOf, target);
  const best = reaches(bounds.upper, bounds.upperOf, target);
  if (doubtful || worst !== best) return { verdict: 'to_verify', gap: gapBetween(bounds, target) };
  if (worst) return { verdict: 'met', gap: null };
  const running = scope.mode === 'midterm' && serialOf(target.due) > scope.asOf;
  const verdict = !running ? 'unmet' : lags(bounds.lower, target, scope) ? 'behind' : 'on_track';
  return { verdict, gap: shortfall(bounds.lower, bounds.of ?? bounds.lowerOf, target) };
}

/** Only counts that grow over the window can lag: less than floor(target × days gone / 365) (decision check-12). */
function lags(value: number, target: TargetDef, scope: Scope): boolean {
  if (!target.cumulative) return false;
  const start = scope.day({ day: 'windowStart' });
  const length = scope.day({ day: 'windowEnd' }) - start + 1;
  const gone = Math.min(Math.max(scope.asOf - start + 1, 0), length);
  return value < Math.floor((target.p * gone) / (target.q * length));
}

function gapBetween(bounds: Bounds, target: TargetDef): Gap {
  const worst = shortfall(bounds.lower, bounds.lowerOf, target);
  return { ...worst, amountMin: shortfall(bounds.upper, bounds.upperOf, target).amount };
}
