/** From bounds and target to verdict and gap, in whole numbers only (decisions check-1 and check-7). */

import { compares } from '../../model/comparisons.ts';
import { serialOf } from '../../model/days.ts';
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

/** value `op` p/q; `of` null is a count. */
export function reaches(value: number, of: number | null, target: Pick<TargetDef, 'op' | 'p' | 'q'>): boolean {
  return of === 0 ? false : compares(value * target.q, target.op, target.p * (of ?? 1));
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

/** How many more it takes (or fewer, where less is better), never below zero. */
function shortfall(value: number, of: number | null, target: TargetDef): Gap {
  const { op, p, q, steps = 1 } = target;
  const whole = of ?? 1;
  const exact = p * whole * steps;
  const wanted =
    op === '>'
      ? Math.floor(exact / q) + 1
      : op === '<'
        ? Math.ceil(exact / q) - 1
        : op === '<='
          ? Math.floor(exact / q)
          : Math.ceil(exact / q);
  const have = Math.round(value * steps);
  const amount = Math.max(op === '<' || op === '<=' ? have - wanted : wanted - have, 0) / steps;
  const gap = { amount, unit: target.gapUnit ?? target.unit };
  if (of === null || of === 0 || target.gapUnit === undefined || target.unit !== '%') return gap;
  return { ...gap, percentagePoints: Math.max(((p * whole - value * q) * 100) / (q * whole), 0) };
}
