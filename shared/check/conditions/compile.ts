/** Conditions on a record, in Kleene's three-valued logic. Compiled once per evaluation: one closure per condition. */
import type { Condition, DataRecord } from '../../model.ts';
import { type FieldCondition, settled } from './column-summaries.ts';
import { kept } from './kept.ts';
import { type Reader, readerOf } from './operators.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, type Truth, truthsOtherwise, UNKNOWN } from './truths.ts';

export type Test = (record: DataRecord) => Truth;

/** The tests on each table. */
const testsOn = kept((_table: string) => new Map<Condition, Test>());

/**
 * With the table's id, what its columns settle for all records is not asked again for each: such a condition is compiled
 * to one of three constant tests, which `settledBy` tells.
 */
export function compile(condition: Condition, scope: Scope, table: string | null): Test {
  if (table === null) return build(condition, scope, null);
  const tests = testsOn(table, scope);
  let test = tests.get(condition);
  if (!test) {
    test = build(condition, scope, table);
    tests.set(condition, test);
  }
  return test;
}

/** The same, of a whole record: one that counts perhaps is never in for certain (decision check-30). */
export function judged(condition: Condition, scope: Scope, table: string): Test {
  const test = compile(condition, scope, table);
  const perhaps = scope.perhaps(table);
  if (perhaps.size === 0) return test;
  return (record) => {
    const truth = test(record);
    return truth === IN && perhaps.has(record) ? UNKNOWN : truth;
  };
}

const ALWAYS: Readonly<Record<Truth, Test>> = { [OUT]: () => OUT, [UNKNOWN]: () => UNKNOWN, [IN]: () => IN };

/** The answer that a test gives for every record, or null where they may differ. */
export function settledBy(test: Test): Truth | null {
  return test === ALWAYS[OUT] ? OUT : test === ALWAYS[IN] ? IN : test === ALWAYS[UNKNOWN] ? UNKNOWN : null;
}

function build(condition: Condition, scope: Scope, table: string | null): Test {
  switch (condition.is) {
    case 'all':
      return joined(condition.of, OUT, leastOf, scope, table);
    case 'any':
      return joined(condition.of, IN, mostOf, scope, table);
    case 'not': {
      const test = compile(condition.of, scope, table);
      const truth = settledBy(test);
      return truth === null ? (record) => (IN - test(record)) as Truth : ALWAYS[(IN - truth) as Truth];
    }
    case 'perhaps': {
      const test = compile(condition.of, scope, table);
      const truth = settledBy(test);
      if (truth !== null) return ALWAYS[truth === OUT ? OUT : UNKNOWN];
      return (record) => (test(record) === OUT ? OUT : UNKNOWN);
    }
    default:
      return ofField(condition, scope, table);
  }
}

/** One decisive part is enough; parts that cannot decide are left out. */
function joined(
  parts: readonly Condition[],
  decisive: Truth,
  join: (tests: readonly Test[]) => Test,
  scope: Scope,
  table: string | null,
): Test {
  const tests: Test[] = [];
  const idle = ALWAYS[(IN - decisive) as Truth];
  for (const part of parts) {
    const test = compile(part, scope, table);
    if (test === ALWAYS[decisive]) return test;
    if (test !== idle) tests.push(test);
  }
  if (tests.length === 0) return idle;
  return tests.every((test) => test === ALWAYS[UNKNOWN]) || tests.length === 1 ? tests[0]! : join(tests);
}

function ofField(condition: FieldCondition, scope: Scope, table: string | null): Test {
  const truth = table === null ? null : settled(condition, table, scope);
  return truth === null ? readingCell(condition, readerOf(condition, scope, table)) : ALWAYS[truth];
}

/** What stands there is read; for all else the condition says what holds. */
function readingCell({ field, otherwise }: FieldCondition, read: Reader): Test {
  const truths = truthsOtherwise(otherwise);
  return (record) => {
    const datum = record.data[field];
    if (datum === undefined) return truths.absent;
    return datum.state === 'value' || datum.atLeastOne ? read(datum, record) : truths[datum.state];
  };
}

function leastOf(tests: readonly Test[]): Test {
  return (record) => {
    let least: Truth = IN;
    for (const test of tests) {
      const truth = test(record);
      if (truth === OUT) return OUT;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function mostOf(tests: readonly Test[]): Test {
  return (record) => {
    let most: Truth = OUT;
    for (const test of tests) {
      const truth = test(record);
      if (truth === IN) return IN;
      if (truth > most) most = truth;
    }
    return most;
  };
}
