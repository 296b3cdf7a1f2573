import { describe, expect, test } from 'vitest';
import { dateText, gapText, percentText, targetText, valueText } from '../../shared/model/figures.ts';
import type { Indicator, Target } from '../../shared/model.ts';

const share: Target = { op: '>=', p: 40, q: 100, unit: '%', due: '2021-05-31', binding: 'binding' };
const families: Target = { ...share, p: 10, q: 1, unit: '家' };
const indicator = (parts: Partial<Indicator>): Indicator => ({
  id: 'G03',
  name: '社区工作者持证比例',
  scope: 'community',
  entity: '甲社区',
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  target: share,
  gap: null,
  verdict: 'unmet',
  citation: { source: '', section: '', quote: '' },
  evidence: [],
  at: null,
  reasons: [],
  ...parts,
});

describe('率', () => {
  test('量、率、差距三件齐', () => {
    const third = indicator({ numerator: 16, denominator: 48, gap: { amount: 4, unit: '人', percentagePoints: 6.67 } });
    expect([valueText(third), targetText({ target: share }), gapText(third)]).toEqual([
      '33.33%（16/48）',
      '≥40%',
      '4人、6.67个百分点',
    ]);
  });

  test('15.996% 不显示成 16.00%', () => {
    const target = { ...share, p: 16 };
    expect(percentText(15996, 100000, target)).toBe('15.99%');
    const near = indicator({
      target,
      numerator: 15996,
      denominator: 100000,
      gap: { amount: 4, unit: '人', percentagePoints: 0.004 },
    });
    expect(gapText(near)).toBe('4人、0.01个百分点');
  });

  test('越小越好的指标向上取', () => {
    expect(percentText(2004, 1000000, { ...share, op: '<=', p: 2, q: 1000 })).toBe('0.21%');
  });

  test('29/100 正好是 29.00%', () => expect(percentText(29, 100, share)).toBe('29.00%'));

  test('0.2% 以内', () => expect(targetText({ target: { ...share, op: '<=', p: 2, q: 1000 } })).toBe('≤0.2%'));

  test('上下界分母不同', () => {
    const open = indicator({
      numerator: 3,
      denominator: 10,
      lower: 3,
      lowerDenominator: 10,
      upper: 4,
      upperDenominator: 9,
      verdict: 'to_verify',
      gap: { amount: 1, amountMin: 0, unit: '人', percentagePoints: 10 },
    });
    expect(valueText(open)).toBe('30.00%～44.44%（3/10～4/9）');
    expect(gapText(open)).toBe('0～1人、0～10.00个百分点');
  });
});

describe('数', () => {
  test('待核实给上下界', () => {
    const open = indicator({ target: { ...families, p: 5 }, numerator: 4, lower: 4, upper: 5 });
    expect(valueText({ ...open, gap: { amount: 1, amountMin: 0, unit: '家' } })).toBe('4～5家');
    expect(gapText({ ...open, gap: { amount: 1, amountMin: 0, unit: '家' } })).toBe('0～1家');
    expect(targetText({ target: families })).toBe('≥10家');
  });

  test('没数不是 0', () => {
    expect(valueText(indicator({ target: families }))).toBe('缺数据');
    expect(valueText(indicator({ target: families, numerator: 0, lower: 0, upper: 0 }))).toBe('0家');
  });

  test('逾期', () => expect(gapText(indicator({ gap: { amount: 3, unit: '天' } }))).toBe('逾期3天'));
});

test('成文日期不补零', () => expect(dateText('2020-07-01')).toBe('2020年7月1日'));

describe('四舍五入', () => {
  const unmet = (numerator: number, denominator: number, target: Target) =>
    indicator({ numerator, denominator, target, gap: { amount: 1, unit: '人', percentagePoints: 1 } });

  test('三分之二是 66.67%，差 33.33', () => {
    const two = unmet(2, 3, { ...share, p: 100 });
    expect([valueText(two), gapText(two)]).toEqual(['66.67%（2/3）', '1人、33.33个百分点']);
  });

  test('超过 40% 才达标的，正好 40% 与刚过 40% 看得出来', () => {
    const beyond = { ...share, op: '>' } as const;
    expect([percentText(4, 10, beyond), percentText(40001, 100000, beyond)]).toEqual(['40.00%', '40.01%']);
  });

  test('怎样的数都不因四舍五入到目标的另一边；现值加差距等于目标', () => {
    for (const p of [10, 16, 40, 60, 100])
      for (let whole = 1; whole < 400; whole += 7)
        for (let part = 0; part <= whole; part++) {
          const target = { ...share, p };
          const shown = Number(percentText(part, whole, target).slice(0, -1));
          expect([p, part, whole, shown >= p]).toEqual([p, part, whole, part * 100 >= p * whole]);
          expect(Math.abs(shown - (part * 100) / whole)).toBeLessThan(0.01);
          if (shown >= p) continue;
          const points = Number(gapText(unmet(part, whole, target)).match(/、([\d.]+)个百分点/)![1]);
          expect(Math.round((shown + points) * 100)).toBe(p * 100);
        }
  });
});
