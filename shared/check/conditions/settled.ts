/** Conditions that the summary of a field settles for all records. */
import { ABSENT, BLANK, type Summary, VALUE } from '../../model/summaries.ts';
import type { Comparison, Condition } from '../../model.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, TRUTHS, type Truth } from './truths.ts';

export type FieldCondition = Extract<Condition, { readonly field: string }>;

/** The answer that holds for every record of the column, or null where they may differ. */
export function settled(condition: FieldCondition, column: Summary, scope: Scope): Truth | null {
  if (condition.is === 'filled') {
    if (column.states === ABSENT) return TRUTHS[condition.absent ?? 'out'];
    return column.states === BLANK ? OUT : (column.states & (BLANK | ABSENT)) === 0 ? IN : null;
  }
  if (column.states === ABSENT) return TRUTHS[condition.absent ?? condition.blank ?? 'unknown'];
  if (column.states === BLANK) return TRUTHS[condition.blank ?? 'unknown'];
  return column.states === VALUE ? ofValues(condition, column, scope) : null;
}

function ofValues(condition: FieldCondition, column: Summary, scope: Scope): Truth | null {
  switch (condition.is) {
    case 'within': {
      if (column.someNoDay) return null;
      const from = condition.from ? scope.day(condition.from) : Number.NEGATIVE_INFINITY;
      const to = condition.to ? scope.day(condition.to) : Number.POSITIVE_INFINITY;
      if (column.from >= from && column.to <= to) return IN;
      return column.to < from || column.from > to ? OUT : null;
    }
    case 'number':
      return column.someNoNumber ? null : ofRange(column, condition.op, condition.than);
    case 'valid':
      return column.faults ? null : IN;
    default:
      return null;
  }
}

function ofRange({ least, most }: Summary, op: Comparison, than: number): Truth | null {
  switch (op) {
    case '>=':
      return least >= than ? IN : most < than ? OUT : null;
    case '>':
      return least > than ? IN : most <= than ? OUT : null;
    case '<=':
      return most <= than ? IN : least > than ? OUT : null;
    case '<':
      return most < than ? IN : least >= than ? OUT : null;
    case '=':
      return least === than && most === than ? IN : than < least || than > most ? OUT : null;
  }
}
