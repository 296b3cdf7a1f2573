/** A figure against a target, and how far it is from it: in whole numbers only. */
import { compares } from './comparisons.ts';
import type { Gap } from './contract.ts';
import type { TargetDef } from './policies.ts';

/** value `op` p/q; `of` null is a count. */
export function reaches(value: number, of: number | null, target: Pick<TargetDef, 'op' | 'p' | 'q'>): boolean {
  return of === 0 ? false : compares(value * target.q, target.op, target.p * (of ?? 1));
}

/** How many more it takes (or fewer, where less is better), never below zero. */
export function shortfall(value: number, of: number | null, target: TargetDef): Gap {
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
