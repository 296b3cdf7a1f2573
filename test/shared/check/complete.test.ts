/** What has no case fails here: operators of conditions, kinds of measures, rules and the tests that they are made of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Condition, Measure, TestName } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';

const FOLDER = 'test/shared/check';

// By the compiler nothing may be missing from these, nor stand here that is not there.
const operators: Readonly<Record<Condition['is'], true>> = {
  all: true,
  any: true,
  not: true,
  perhaps: true,
  filled: true,
  oneOf: true,
  yes: true,
  within: true,
  number: true,
  share: true,
  notAfter: true,
  valid: true,
  like: true,
  contains: true,
  ends: true,
  says: true,
  own: true,
  ofOwn: true,
  namesOther: true,
  same: true,
};

const kinds: Readonly<Record<Measure['kind'], true>> = {
  count: true,
  share: true,
  quotient: true,
  density: true,
  rate: true,
  sum: true,
  items: true,
  kinds: true,
  words: true,
  holds: true,
  parts: true,
  milestone: true,
  qualified: true,
  none: true,
};

const tests: Readonly<Record<TestName, true>> = {
  required: true,
  readable: true,
  holds: true,
  repeated: true,
  shared: true,
  perDay: true,
  matched: true,
  alsoIn: true,
  reported: true,
  stated: true,
  tally: true,
  equal: true,
  against: true,
  exceeds: true,
  totals: true,
  issue: true,
  unit: true,
  urbanRural: true,
  signatures: true,
  hidden: true,
  unread: true,
  copy: true,
  aside: true,
  leftover: true,
  continued: true,
  heading: true,
  contained: true,
  others: true,
  rivals: true,
  listed: true,
  given: true,
  none: true,
  sensitive: true,
};

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe('每个条件算子有一个算例文件', () => {
  test.each(Object.keys(operators))('%s', (is) => {
    expect(textOf(`${FOLDER}/conditions/${is}.test.ts`)).toContain(`is: '${is}'`);
  });
});

describe('每种指标算法有一个算例文件', () => {
  test.each(Object.keys(kinds))('%s', (kind) => {
    expect(textOf(`${FOLDER}/measures/${kind}.test.ts`)).toContain(`kind: '${kind}'`);
  });
});

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => textOf(`${FOLDER}/${name}`))
  .join('\n');

/** Some test expects a finding of it, at a cell or by its id alone. */
const hasCase = (rule: string) => new RegExp(`['"]${rule}(?:'| [^'!\\n]+!)`).test(cases);

// Rules without tests wait for what no workbook holds yet.
const rules = policies
  .flatMap((policy) => policy.rules)
  .filter(({ id, tests }, at, all) => tests.length > 0 && all.findIndex((rule) => rule.id === id) === at);

describe('每条规则有算例', () => {
  test.each(rules.map(({ id, title }) => [id, title]))('%s %s', (id) => {
    expect(hasCase(id)).toBe(true);
  });
});

describe('每种查法有一条有算例的规则', () => {
  test.each(Object.keys(tests))('%s', (name) => {
    const using = rules.filter((rule) => rule.tests.some((each) => each.test === name));
    expect(using.map(({ id }) => id).filter(hasCase)).not.toEqual([]);
  });
});
