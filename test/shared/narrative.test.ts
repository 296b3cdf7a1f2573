import { expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { goals, open, quality } from '../../shared/report/narrative.ts';
import { textOf } from '../../shared/report/parts.ts';
import { snapshotOf, times } from './check/workbooks.ts';
import { evaluation, indicator } from './evaluations.ts';

const ledger = (lines: number) =>
  evaluate(
    snapshotOf({
      活动台账: [
        ['日期', '活动名称', '活动地点', '参与志愿者人数'],
        ...times(lines, (n) => [null, `清洁家园${n}`, '广场', 12]),
      ],
    }),
  );

test('五百个日期没有填：摘要里说一句，写明处数和第一处', () => {
  const said = quality(ledger(500)).map(textOf);
  expect(said.find((text) => text.startsWith('其中“活动台账”（A1）：'))).toMatch(/“日期”整栏没有填写，500 条/);
});

test('只有几处的，见差距清单', () => {
  expect(quality(ledger(5))).toHaveLength(1);
});

test('总体目标没有数据：到期的说缺数据，没有到期的说未到期，不催', () => {
  const missing = indicator({ numerator: null, verdict: 'missing', reasons: ['没有找到“名录”；请补报该表。'] });
  const told = (mode: 'midterm' | 'final', asOf: string) => {
    const one = evaluation({ mode, asOf, indicators: [missing] });
    return [...goals(one, policyAbouts[0]!), ...open(one, policyAbouts[0]!)].map(textOf);
  };
  expect(told('midterm', '2020-11-30')).toEqual([
    '城市社区社会组织数：未到期，没有数据，本次不要求。',
    '其他指标没有待核实和缺数据的。',
  ]);
  expect(told('final', '2021-05-31')[0]).toBe('城市社区社会组织数：缺数据。没有找到“名录”；请补报该表。');
});
