/** 每份文件的算例：表里怎么填，结果是什么。 */
import { describe, expect, test } from 'vitest';
import type { Example } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { judged } from '../check/workbooks.ts';

const packs = import.meta.glob<{ examples: readonly Example[] }>('../../../shared/policies/*/examples.ts', {
  eager: true,
});

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (targetSet, { indicators }) => {
  const own = packs[`../../../shared/policies/${targetSet}/examples.ts`]?.examples ?? [];

  test('每个能从工作簿判的指标都有算例', () => {
    const shown = indicators.filter(({ measure }) => measure.kind !== 'none').map(({ id }) => id);
    expect(new Set(own.map(({ id }) => id))).toEqual(new Set(shown));
  });

  test.each(own.map((example) => [example.id, example] as const))('%s', (id, { given, mode, expected }) => {
    const { indicator: of, score } = judged(given, { mode, targetSet });
    const indicator = of(id);
    const { gap, points, ...figures } = expected;
    expect(indicator).toMatchObject(figures);
    if (gap) expect(indicator.gap).toMatchObject(gap);
    else expect(indicator.gap).toBeNull();
    if (points !== undefined) expect(score?.items.find((item) => item.id === id)?.points).toBe(points);
  });
});

test('没有两份文件编号相同，或凭同一个词认出', () => {
  const ids = policies.map(({ id }) => id);
  const signs = policies.flatMap(({ words }) => words.signs);
  for (const list of [ids, signs]) expect(list.filter((each, at) => list.indexOf(each) !== at)).toEqual([]);
});
