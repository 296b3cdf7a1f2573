/** What the cells of a column have in common, and the conditions that it settles for all records. */
import {
  ABSENT,
  BLANK,
  DOUBTFUL,
  joinSummaries,
  summariesOver,
  summaryOf,
  VALUE,
  VOID,
} from '../../model/summaries.ts';
import type { Condition, Summary } from '../../model.ts';
import { othersNamed } from './community-names.ts';
import { allCompare } from './comparisons.ts';
import { kept } from './kept.ts';
import type { Scope } from './scope.ts';
import { allWithin } from './spans.ts';
import { IN, OUT, type Truth, truthsOtherwise } from './truths.ts';

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
  const { states } = column;
  // 约30人 is doubtful, and may be read all the same.
  if (states & DOUBTFUL) return null;
  const truths = truthsOtherwise(condition.otherwise);
  const answers = new Set<Truth | null>();
  if (states & VALUE) answers.add(ofValues(condition, column, scope));
  if (states & BLANK) answers.add(truths.blank);
  if (states & VOID) answers.add(truths.void);
  if (states & ABSENT) answers.add(truths.absent);
  const [answer] = answers;
  return answers.size === 1 ? answer! : null;
}

function ofValues(condition: FieldCondition, column: Summary, scope: Scope): Truth | null {
  switch (condition.is) {
    case 'filled':
      return IN;
    case 'within':
      return column.someNoDay ? null : allWithin(column, condition, scope);
    case 'number':
      return column.someNoNumber ? null : allCompare(column.least, column.most, condition.op, condition.than);
    case 'valid':
      return column.faults ? null : IN;
    case 'namesOther':
      return othersNamed(scope).length === 0 ? OUT : null;
    default:
      return null;
  }
}
