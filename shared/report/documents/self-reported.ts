/** The indicator that counts the issues of a unit's own ledger, whatever was sent: what is told of it is what the unit says. */
import type { IndicatorDef, Policy } from '../../model.ts';
import { quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { tell } from './tokens.ts';

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

/** Where what was found by the numbers of the issues is not what the units say: nobody is told by their word alone. */
export function byNumberText({ id }: IndicatorDef, data: DocumentData): DocumentText {
  const { issues, indicators } = data.rollup;
  const pooled = indicators.find((one) => one.id === id)?.pooled;
  const sum = (of: 'sent' | 'closed') => issues.reduce((all, one) => all + one[of], 0);
  const [sent, closed] = [sum('sent'), sum('closed')];
  if (sent === 0 || (pooled && pooled.numerator === closed && pooled.denominator === sent)) return [];
  const count = (of: 'sent' | 'closed') => tell(data).bound({ what: 'issues', unit: null, of });
  return says<DocumentBinding>`按问题编号核对，${count('sent')}个问题中按期销号${count('closed')}个，与自报的不同，见“整改情况”。`;
}

/** Whether the same is told by the numbers of the issues as well, from which it may differ. */
export const isToldTwice = (def: IndicatorDef, data: DocumentData): boolean =>
  data.rollup.issues.length > 0 && isSelfReported(def, data);
