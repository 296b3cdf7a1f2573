/** Rules on figures against each other: equal to another, within a share of a sum, not more than others together. */

import { compares } from '../../model/comparisons.ts';
import type { FieldSum, Figure, TestOf } from '../../model.ts';
import { compile } from '../conditions/compile.ts';
import { ownLine } from '../conditions/pilot-lines.ts';
import { groupsOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT } from '../conditions/truths.ts';
import { type Cited, headingOf, placeOf } from '../measures/evidence.ts';
import { tableName } from '../measures/labels.ts';
import type { Judge } from './findings.ts';
import { figureIn, ownCells } from './own-cells.ts';
import { hundredths } from './totals.ts';

export const judgeEqual: Judge<'equal'> = (rule, test, scope, report) => {
  for (const { record, datum, scope: own } of ownCells(rule, test.field, scope)) {
    const other = firstGiven(test.as, own);
    if (!other || other.cited.datum.number === datum.number) continue;
    const words = { expected: other.cited.datum.number, other: tableName(other.figure.table, scope) };
    report(rule, test, { record, field: test.field, datum, related: [placeOf(other.cited)], words });
  }
};

function firstGiven(figures: readonly Figure[], scope: Scope): { figure: Figure; cited: Cited } | null {
  for (const figure of figures) {
    const line = ownLine(figure.table, scope);
    const datum = line && figureIn(line, figure.field);
    if (line && datum) return { figure, cited: { sheet: line.table.sheet, datum } };
  }
  return null;
}

export const judgeAgainst: Judge<'against'> = (rule, test, scope, report) => {
  for (const { record, datum, scope: own } of ownCells(rule, test.field, scope)) {
    const sum = sumOverThings(test, own);
    if (sum === null || compares(datum.number * test.q, test.op, sum * test.p)) continue;
    const { table } = scope.catalogue.identities[test.sum.identity]!;
    const heading = headingOf(own.tables(table)[0]!, test.sum.field);
    report(rule, test, { record, field: test.field, datum, related: heading ? [heading] : [], words: { sum } });
  }
};

/** Null where not one of the things has a figure. Doubtful lines are read so that they cannot make a finding. */
function sumOverThings({ op, sum: { identity, field, where } }: TestOf<'against'>, scope: Scope): number | null {
  const grouping = groupsOf(identity, scope);
  const counts = compile(where, scope, scope.catalogue.identities[identity]!.table);
  const figures = grouping.first.flatMap((i) => {
    const record = grouping.records[i]!;
    const truth = counts(record);
    const isTaken = truth === IN || (truth !== OUT && op !== '>=');
    return isTaken ? (record.data[field]?.number ?? []) : [];
  });
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0);
}

export const judgeExceeds: Judge<'exceeds'> = (rule, test, scope, report) => {
  const cells = scope.records(rule.table!).flatMap((record) => {
    const datum = record.data[test.field];
    return datum?.number != null ? [{ record, datum }] : [];
  });
  const [first] = cells;
  if (!first) return;
  const sum = cells.reduce((total, { datum }) => total + datum.number!, 0);
  // Where none of the others is filled in, nothing is known of them.
  if (test.sums.every((each) => isBlank(each, scope))) return;
  const most = test.sums.reduce((total, each) => total + sumOf(each, scope), 0);
  if (sum <= most + 1e-9) return;
  const words = { sum: hundredths(sum), expected: hundredths(most) };
  report(rule, test, { ...first, field: test.field, words });
};

function isBlank({ table, field }: FieldSum, scope: Scope): boolean {
  return scope.records(table).every(({ data }) => data[field] === undefined || data[field].state === 'blank');
}

function sumOf({ table, field, where }: FieldSum, scope: Scope): number {
  const counts = compile(where, scope, table);
  return scope
    .records(table)
    .reduce((sum, record) => sum + (counts(record) === OUT ? 0 : (record.data[field]?.number ?? 0)), 0);
}
