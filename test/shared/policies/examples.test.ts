/** 每个目标集的算例：表里怎么填，结果是什么。 */
import { describe, expect, test } from 'vitest';
import type { Example } from '../../../shared/model.ts';
import { examples as huainan2020 } from '../../../shared/policies/huainan-2020/examples.ts';
import { examples as national2017 } from '../../../shared/policies/national-2017/examples.ts';
import { examples as provinces2025 } from '../../../shared/policies/provinces-2025/examples.ts';
import { policies } from '../../../shared/policies.ts';
import { judged } from '../check/workbooks.ts';

const examples: Readonly<Record<string, readonly Example[]>> = {
  'huainan-2020': huainan2020,
  'national-2017': national2017,
  'provinces-2025': provinces2025,
};

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (targetSet, { indicators }) => {
  const own = examples[targetSet] ?? [];

  test('每个能从工作簿判的指标都有算例', () => {
    const shown = indicators.filter(({ measure }) => measure.kind !== 'none').map(({ id }) => id);
    expect(new Set(own.map(({ id }) => id))).toEqual(new Set(shown));
  });

  test.each(own.map((example) => [example.id, example] as const))('%s', (id, { given, mode, expected }) => {
    const indicator = judged(given, { mode, targetSet }).indicator(id);
    const { gap, ...figures } = expected;
    expect(indicator).toMatchObject(figures);
    if (gap) expect(indicator.gap).toMatchObject(gap);
    else expect(indicator.gap).toBeNull();
  });
});
