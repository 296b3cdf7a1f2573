/** Conditions on a record, in Kleene's three-valued logic. Compiled once per evaluation: one closure per condition. */
import { comparable } from '../../model/identifiers.ts';
import type { Comparison, Condition, DataRecord, Datum } from '../../model.ts';
import { inColumn, isOfOwn, isOwn } from './community-names.ts';
import type { Scope } from './scope.ts';
import { type FieldCondition, settled } from './settled.ts';
import { IN, OUT, TRUTHS, type Truth, UNKNOWN } from './truths.ts';

export type Test = (record: DataRecord) => Truth;

/**
 * With the table's id, what its columns settle for all records is not asked again for each: such a condition is compiled
 * to one of three constant tests, which `settledBy` tells.
 */
export function compile(condition: Condition, scope: Scope, table: string | null): Test {
  if (table === null) return build(condition, scope, null);
  let tests = scope.tests.get(table);
  if (!tests) {
    tests = new Map();
    scope.tests.set(table, tests);
  }
  let test = tests.get(condition);
  if (!test) {
    test = build(condition, scope, table);
    tests.set(condition, test);
  }
  return test;
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
    default: {
      const truth = table === null ? null : settled(condition, scope.column(table, condition.field), scope);
      if (truth !== null) return ALWAYS[truth];
      if (condition.is === 'filled') return filled(condition.field, TRUTHS[condition.absent ?? 'out']);
      return ofField(condition, reader(condition, scope, table));
    }
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

type ReadCondition = Exclude<FieldCondition, { readonly is: 'filled' }>;
type Read = (datum: Datum, record: DataRecord) => Truth;

function ofField(condition: ReadCondition, read: Read): Test {
  const { field } = condition;
  const blank = TRUTHS[condition.blank ?? 'unknown'];
  const absent = TRUTHS[condition.absent ?? condition.blank ?? 'unknown'];
  return (record) => {
    const datum = record.data[field];
    if (datum === undefined) return absent;
    if (datum.state === 'value') return read(datum, record);
    return datum.state === 'unreadable' ? (datum.atLeastOne ? read(datum, record) : UNKNOWN) : blank;
  };
}

function filled(field: string, absent: Truth): Test {
  return (record) => {
    const datum = record.data[field];
    if (datum === undefined) return absent;
    return datum.state === 'value' || datum.state === 'unreadable' ? IN : OUT;
  };
}

function reader(condition: ReadCondition, scope: Scope, table: string | null): Read {
  switch (condition.is) {
    case 'oneOf': {
      const wanted = new Set(condition.codes);
      return (datum) => (datum.codes.some((code) => wanted.has(code)) ? IN : OUT);
    }
    case 'yes':
      return (datum) => (datum.flag === null ? UNKNOWN : datum.flag ? IN : OUT);
    case 'within': {
      const from = condition.from ? scope.day(condition.from) : Number.NEGATIVE_INFINITY;
      const to = condition.to ? scope.day(condition.to) : Number.POSITIVE_INFINITY;
      return (datum) => within(datum, from, to);
    }
    case 'number': {
      const { op, than } = condition;
      return (datum) => {
        if (datum.number === null) return datum.atLeastOne && op === '>=' && than <= 1 ? IN : UNKNOWN;
        return compares(datum.number, op, than) ? IN : OUT;
      };
    }
    case 'share': {
      const { other, op, p, q } = condition;
      return (datum, record) => {
        const whole = record.data[other]?.number ?? null;
        if (datum.number === null || whole === null) return UNKNOWN;
        return compares(datum.number * q, op, whole * p) ? IN : OUT;
      };
    }
    case 'notAfter': {
      const { other } = condition;
      const blank = TRUTHS[condition.blank ?? 'unknown'];
      return (datum, record) => {
        const later = record.data[other];
        if (!later || later.state === 'blank' || later.state === 'void') return blank;
        if (!datum.span || !later.span) return UNKNOWN;
        return datum.span.to <= later.span.from ? IN : datum.span.from > later.span.to ? OUT : UNKNOWN;
      };
    }
    case 'valid':
      return (datum) => (isFaulty(datum, condition.fault) ? OUT : IN);
    case 'like': {
      const pattern = new RegExp(condition.pattern, 'u');
      return (datum) => (pattern.test(comparable(datum.text)) ? IN : OUT);
    }
    case 'contains':
      return (datum) => (condition.words.some((word) => datum.text.includes(word)) ? IN : OUT);
    case 'ends':
      return (datum) => (condition.words.some((word) => datum.text.endsWith(word)) ? IN : OUT);
    case 'own':
    case 'ofOwn': {
      const ask = condition.is === 'own' ? isOwn : isOfOwn;
      const answer = table === null ? null : inColumn(ask, table, condition.field, scope);
      const doubt = TRUTHS[condition.doubt ?? 'unknown'];
      return ({ text }) => {
        const truth = answer ? answer(text) : (ask(text, scope) ?? IN);
        return truth === UNKNOWN ? doubt : truth;
      };
    }
    case 'same': {
      const other = lineOf(condition.table, scope)?.data[condition.as];
      const name = other?.state === 'value' ? comparable(other.text) : null;
      if (name === null) return () => IN;
      return (datum) => {
        const text = comparable(datum.text);
        // One of the two often leaves out the city before the name.
        return text.includes(name) || name.includes(text) ? IN : OUT;
      };
    }
  }
}

/** The line of the pilot unit: of the city's register that of its county, of a form the only one. */
function lineOf(table: string, scope: Scope): DataRecord | undefined {
  const { countyName } = scope.reading.unit;
  const records = scope.records(table);
  if (!scope.field(table, 'confirm_no')) return records[0];
  if (countyName === null) return records.length === 1 ? records[0] : undefined;
  return records.find(({ data }) => data.unit?.state === 'value' && comparable(data.unit.text).includes(countyName));
}

function isFaulty({ check }: Datum, fault: 'invalid' | 'lossy' | undefined): boolean {
  return fault ? check === fault : check === 'invalid' || check === 'lossy';
}

/** Both readings must agree for a certain answer; a month that crosses an edge has none (RULINGS A21). */
function within(datum: Datum, from: number, to: number): Truth {
  const { span, otherSpan } = datum;
  if (!span) return UNKNOWN;
  const first = span.from >= from && span.to <= to ? IN : span.to < from || span.from > to ? OUT : UNKNOWN;
  if (!otherSpan) return first;
  const second =
    otherSpan.from >= from && otherSpan.to <= to ? IN : otherSpan.to < from || otherSpan.from > to ? OUT : UNKNOWN;
  return first === second ? first : UNKNOWN;
}

export function compares(left: number, op: Comparison, right: number): boolean {
  switch (op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '=':
      return left === right;
  }
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
