/** 与上次写入的结论比：哪些指标变了，读法有没有变。 */
import { describe, expect, test } from 'vitest';
import { changesSince, sinceOf, stoodFrom, writtenOf } from '../../shared/model/written.ts';
import type { Before, Evaluation, Explanation, Finding } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { unfiled } from '../../shared/report/reports.ts';
import { certified, evaluation, finding, indicator } from './evaluations.ts';

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

test('变差与变好分得开', () => {
  const worse = (from: 'met' | 'missing') =>
    changesSince({ ...then, verdicts: { G03: from } }, now)?.changed.map((one) => one.worse);
  expect(worse('met')).toEqual([true]);
  expect(worse('missing')).toEqual([false]);
});

describe('问题与上次写入的比', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((sign) => finding({ key: sign.repeat(24), severity: 'warning' })) as [
    Finding,
    Finding,
    Finding,
  ];
  const of = (...findings: readonly Finding[]) => evaluation({ findings });
  const says = (of: Finding, text = '数据属实：已核对', review = ''): Explanation => {
    return { key: of.key, text, review, about: of.message, cleared: false };
  };
  const written = (findings: readonly Finding[], explanations: readonly Explanation[] = [], before: Before = null) =>
    writtenOf(of(...findings), { explanations, before, on: '2021-06-03' });
  const since = (before: Before, findings: readonly Finding[], explanations: readonly Explanation[] = []) => {
    const { fresh, explained, regressed, cleared } = sinceOf(before, of(...findings), explanations)!;
    return { fresh: [...fresh], explained: [...explained], regressed: [...regressed], cleared };
  };
  const none = { fresh: [], explained: [], regressed: [], cleared: 0 };

  test('一样的没有可说的', () => {
    expect(since(written([one, two]), [two, one])).toEqual(none);
  });

  test('新增的、消除的、新说明的各算各的', () => {
    expect(since(written([one, two]), [two, three], [says(two)])).toEqual({
      ...none,
      fresh: [three.key],
      explained: [two.key],
      cleared: 1,
    });
  });

  test('写入时已说明的不算新说明；说明被退回的算反复', () => {
    const before = written([one, two], [says(one), says(two)]);
    expect(since(before, [one, two], [says(one), says(two, '数据属实', '不接受：附件没有')])).toEqual({
      ...none,
      regressed: [two.key],
    });
  });

  test('没有写什么的、被退回的说明不算说明', () => {
    expect(since(written([one]), [one], [says(one, ' '), says(one, '其他', '不接受：')])).toEqual(none);
  });

  test('变得更重的、消除以后又出现的算反复，变轻的不算', () => {
    const before = written([one, three], [], written([one, two, three]));
    const now = [{ ...one, severity: 'error' as const }, two, { ...three, severity: 'note' as const }];
    expect(since(before, now)).toEqual({ ...none, regressed: [one.key, two.key] });
  });

  test('隔了几次写入仍记得消除过', () => {
    const later = written([one], [], written([one], [], written([one, two])));
    expect(since(later, [one, two])).toEqual({ ...none, regressed: [two.key] });
  });

  test.each<[string, Before]>([
    ['没有写入过', null],
    ['较早的版本写入的', 'older'],
    ['没有存下问题的', { ...written([one]), findings: null }],
    ['上次是中期评估', { ...written([one]), mode: 'midterm' }],
    ['上次用另一份评估依据', { ...written([one]), policy: 'national-2017' }],
  ])('%s，不比', (_, before) => {
    expect(sinceOf(before, of(one), [])).toBeNull();
  });

  test('一万个问题也存得下、比得对；再多就不存，不说不真的话', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => finding({ key: at.toString(16).padStart(24, '0') }));
    const before = written(many);
    expect(JSON.stringify(before).length).toBeLessThan(71_000);
    expect(since(before, [...many.slice(1), one])).toEqual({ ...none, fresh: [one.key], cleared: 1 });
    expect(written([...many, one]).findings).toBeNull();
  });

  test('存下的没有键，认不出是哪一个的不当真', () => {
    const { findings } = written([one], [says(one)]);
    expect(JSON.stringify(findings)).not.toContain(one.key.slice(0, 8));
    expect(stoodFrom(JSON.parse(JSON.stringify(findings)))).toEqual(findings);
    for (const other of [
      null,
      'x',
      { ...findings, gone: undefined },
      { ...findings, error: 'abc' },
      { ...findings, note: '张三李四王五赵' },
    ])
      expect(stoodFrom(other)).toBeNull();
  });
});
