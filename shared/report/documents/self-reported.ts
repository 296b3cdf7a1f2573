/** The indicator that counts the issues of a unit's own ledger, whatever was sent: what is told of it is what the unit says. */
import type { IndicatorDef, Policy } from '../../model.ts';
import { quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';

/** Null where the policy has none. */
export function selfReported({ rules, indicators }: Policy): IndicatorDef | null {
  const counted = new Set(
    rules.flatMap(({ across = [] }) => across.flatMap((test) => (test.across === 'returned' ? [test.indicator] : []))),
  );
  return indicators.find(({ id }) => counted.has(id)) ?? null;
}

export const isSelfReported = ({ id }: IndicatorDef, { policy }: DocumentData): boolean =>
  selfReported(policy)?.id === id;

/** Beside a table that has it among these. */
export function selfReportedText(defs: readonly IndicatorDef[], data: DocumentData): DocumentText {
  const own = defs.find((def) => isSelfReported(def, data));
  return own ? says<DocumentBinding>`“${quote(own.name)}”按各单位台账自报。` : [];
}

/** Whether the same is told by the numbers of the issues as well, from which it may differ. */
export const isToldTwice = (def: IndicatorDef, data: DocumentData): boolean =>
  data.rollup.issues.length > 0 && isSelfReported(def, data);
