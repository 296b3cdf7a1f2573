/** What the cells of a column have in common, and the conditions that it settles for all records. */
import { ABSENT, BLANK, joinSummaries, summariesOver, summaryOf, VALUE } from '../../model/summaries.ts';
import type { Condition, Summary } from '../../model.ts';
import { allCompare } from './comparisons.ts';
import { kept } from './kept.ts';
import type { Scope } from './scope.ts';
import { allWithin } from './spans.ts';
import { IN, OUT, TRUTHS, type Truth } from './truths.ts';

export type FieldCondition = Extract<Condition, { readonly field: string }>;

const columnsOf = kept((_table: string) => new Map<string, Summary>());

/** Over all records of the table. */
export function columnOf(table: string, field: string, scope: Scope): Summary {
  const columns = columnsOf(table, scope);
  let column = columns.get(field);
  if (!column) {
    column = summarised(table, field, scope);
    columns.set(field, column);
  }
  return column;
}

const NO_COLUMN = summaryOf(undefined);

/** Reading has summed up whole tables; where lines were left out it is done anew. */
function summarised(id: string, field: string, scope: Scope): Summary {
  const records = scope.records(id);
  if (scope.isThinned(id) || records.length === 0) return summariesOver(records, [field]).get(field)!;
  const filled = scope.tables(id).filter((table) => table.records.length > 0);
  return filled.map((table) => table.summaries().get(field) ?? NO_COLUMN).reduce(joinSummaries);
}

/** The answer that holds for every record of the table, or null where they may differ. */
export function settled(condition: FieldCondition, table: string, scope: Scope): Truth | null {
  const column = columnOf(table, condition.field, scope);
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
    case 'within':
      return column.someNoDay ? null : allWithin(column, condition, scope);
    case 'number':
      return column.someNoNumber ? null : allCompare(column.least, column.most, condition.op, condition.than);
    case 'valid':
      return column.faults ? null : IN;
    default:
      return null;
  }
}
