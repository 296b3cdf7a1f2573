/** 与上次写入的结论比：哪些指标变了，读法有没有变。 */
import { describe, expect, test } from 'vitest';
import { changesSince, writtenOf } from '../../shared/model/written.ts';
import type { Before, Evaluation } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { unfiled } from '../../shared/report/reports.ts';
import { certified, evaluation, indicator } from './evaluations.ts';

const now = evaluation({ indicators: [indicator({}), { ...certified, verdict: 'to_verify' }] });
const then = writtenOf(now, unfiled);
const met: Before = { ...then, verdicts: { ...then.verdicts, G03: 'met' } };

const overview = (before: Before, one: Evaluation = now) => {
  const { rows } = writePlan(one, policyAbouts[0]!, { ...unfiled, before }).sheets[1]!;
  const said = rows.map((row) => String(row[0]!.value));
  return said.slice(said.indexOf('一、总体情况') + 1, said.indexOf('二、进展与差距')).slice(2);
};

describe('评估摘要的总体情况', () => {
  test('结论变了的逐项写明从什么变成什么', () => {
    expect(overview(met)).toEqual(['与上次写入的结论不同：社区工作者持证比例由达标变为待核实。']);
  });

  test('读法变了也写明', () => {
    expect(overview({ ...met, engine: '0.1.0' })).toEqual([
      '与上次写入的结论不同：社区工作者持证比例由达标变为待核实。上次由0.1.0版读取，读法已改变。',
    ]);
    expect(overview({ ...then, engine: '0.1.0' })).toEqual([
      '各项结论与上次写入的相同。上次由0.1.0版读取，读法已改变。',
    ]);
  });

  test('截止日不同的写明上次的', () => {
    expect(overview({ ...met, asOf: '2021-03-31' })).toEqual([
      '与上次写入的结论不同：社区工作者持证比例由达标变为待核实。上次截至2021年3月31日。',
    ]);
  });

  test('较早的版本没有存下结论的，只说读法不同', () => {
    expect(overview('older')).toEqual(['此前写入的差距清单由较早的程序版本读取，读法与现在不同，结论以本次为准。']);
  });

  test.each<[string, Before]>([
    ['没有写入过', null],
    ['与上次相同', then],
    ['上次是中期评估', { ...met, mode: 'midterm' }],
    ['上次用另一份评估依据', { ...met, policy: 'national-2017' }],
  ])('%s，不写', (_, before) => {
    expect(overview(before)).toEqual([]);
  });
});

test('写入时存下的是主条目的结论，参考口径不存', () => {
  const other = indicator({ id: 'G03', verdict: 'reference', basis: '街道合计' });
  const kept = writtenOf(evaluation({ indicators: [certified, other] }), unfiled);
  expect(kept.verdicts).toEqual({ G03: 'unmet' });
  expect(writePlan(now, policyAbouts[0]!).written).toEqual(then);
});

test('上次没有、这次才有的指标不算变化', () => {
  expect(changesSince({ ...then, verdicts: {} }, now)).toBeNull();
});
