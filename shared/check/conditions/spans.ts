/** Days and months against the days that an evaluation knows. */
import type { Condition, Datum, Span } from '../../model.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, type Truth, UNKNOWN } from './truths.ts';

type Within = Pick<Extract<Condition, { readonly is: 'within' }>, 'from' | 'to'>;

/** First and last day that a condition allows; without one it is open to that side. */
export function limits({ from, to }: Within, scope: Scope): Span {
  return {
    from: from ? scope.day(from) : Number.NEGATIVE_INFINITY,
    to: to ? scope.day(to) : Number.POSITIVE_INFINITY,
  };
}

/** The answer that holds for all days of a column, or null where they may differ. */
export function allWithin(column: Span, condition: Within, scope: Scope): Truth | null {
  const truth = within(column, limits(condition, scope));
  return truth === UNKNOWN ? null : truth;
}

/** Both readings must agree for a certain answer; a month that crosses an edge has none (decision check-9). */
export function datumWithin({ span, otherSpan }: Datum, allowed: Span): Truth {
  if (!span) return UNKNOWN;
  const first = within(span, allowed);
  return !otherSpan || within(otherSpan, allowed) === first ? first : UNKNOWN;
}

/** Unknown for days of which some are allowed. */
export function within(span: Span, allowed: Span): Truth {
  if (span.from >= allowed.from && span.to <= allowed.to) return IN;
  return span.to < allowed.from || span.from > allowed.to ? OUT : UNKNOWN;
}
