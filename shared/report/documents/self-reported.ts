/** The indicator that counts the issues of a unit's own ledger, whatever was sent: what is told of it is what the unit says. */
import type { IndicatorDef, Policy } from '../../model.ts';
import type { DocumentData } from './data.ts';

/** Null where the policy has none. */
export function selfReported({ rules, indicators }: Policy): IndicatorDef | null {
  const counted = new Set(
    rules.flatMap(({ across = [] }) => across.flatMap((test) => (test.across === 'returned' ? [test.indicator] : []))),
  );
  return indicators.find(({ id }) => counted.has(id)) ?? null;
}

/** Whether the same is told by the numbers of the issues as well, from which it may differ. */
export const isToldTwice = ({ id }: IndicatorDef, { policy, rollup }: DocumentData): boolean =>
  rollup.issues.length > 0 && selfReported(policy)?.id === id;
