/** Other places' targets are data: the same workbook judged by other numbers, other comparisons, other denominators. */
import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Policy } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { facts, judged, times } from '../check/workbooks.ts';
import { faultsIn } from './faults/policies.ts';

const { catalogue } = grounds;

describe('平均而不是逐个（民发〔2017〕191号）：三个社区 14、10、7 家', () => {
  const roster = (counts: readonly number[]) => [
    ['组织名称', '管理方式', '备案号', '备案日期', '类别', '所属社区'],
    ...counts.flatMap((count, at) =>
      times(count, (n) => [
        `第${at}社区${n}队`,
        '备案',
        `B${at}-${n}`,
        '2019-05-01',
        '志愿服务',
        ['春申社区', '夏集社区', '秋浦社区'][at]!,
      ]),
    ),
  ];

  test('平均 31/3，达标', () => {
    const { indicator } = judged({ 基本情况: facts, 名录: roster([14, 10, 7]) }, { targetSet: 'national-2017' });
    expect(indicator('G01')).toMatchObject({ numerator: 31, denominator: 3, verdict: 'met' });
  });
  test('少 2 家，平均 29/3，还差 1 家', () => {
    const { indicator } = judged({ 基本情况: facts, 名录: roster([14, 10, 5]) }, { targetSet: 'national-2017' });
    expect(indicator('G01')).toMatchObject({ numerator: 29, verdict: 'unmet', gap: { amount: 1, unit: '家' } });
  });
  test('只列一个社区的名录，算不出街道的平均：待核实，说明原因', () => {
    const { indicator } = judged({ 基本情况: facts, 名录: roster([14]) }, { policy: 'national-2017' });
    expect(indicator('G01').verdict).toBe('to_verify');
    expect(indicator('G01').reasons.join()).toContain(
      '“社区社会组织名录”只列有一个社区，不能代表整个街道（乡镇）的平均',
    );
  });
  test('淮南逐个判：本社区 14 家，达标', () => {
    expect(judged({ 基本情况: facts, 名录: roster([14, 10, 7]) }).indicator('G01')).toMatchObject({
      numerator: 14,
      verdict: 'met',
    });
  });
});

describe('严格大于、每万人（省级目标两例）', () => {
  const workers = (certified: number, all: number) => [
    ['姓名', '人员类别', '持证情况', '证书编号'],
    ...times(all, (n) => [`人${n}`, '专职社区工作者', n <= certified ? '初级' : '无', n <= certified ? `G${n}` : null]),
  ];

  test('60% 不算突破 60%，还差 1 人', () => {
    const { indicator } = judged({ 基本情况: facts, 花名册: workers(6, 10) }, { targetSet: 'provinces-2025' });
    expect(indicator('G03')).toMatchObject({
      numerator: 6,
      denominator: 10,
      verdict: 'unmet',
      gap: { amount: 1, unit: '人' },
    });
  });
  test('7/10，达标', () => {
    const { indicator } = judged({ 基本情况: facts, 花名册: workers(7, 10) }, { targetSet: 'provinces-2025' });
    expect(indicator('G03').verdict).toBe('met');
  });
  test('8642 人应有 16 人，只有 10 人，还差 6 人', () => {
    const { indicator } = judged({ 基本情况: facts, 花名册: workers(6, 10) }, { targetSet: 'provinces-2025' });
    expect(indicator('W18')).toMatchObject({ numerator: 10, denominator: 8642, verdict: 'unmet', gap: { amount: 6 } });
  });
});

describe('目标集须写得对', () => {
  test.each(policies.map((set) => [set.id, set] as const))('%s', (_id, set) => {
    expect(faultsIn(set, catalogue)).toEqual([]);
  });

  test.each<[string, (set: Policy) => Policy, string]>([
    ['目标值不是整数', (set) => withTarget(set, { p: 0.4 }), '目标值须为整数 p 除以正整数 q。'],
    ['分母为 0', (set) => withTarget(set, { q: 0 }), '目标值须为整数 p 除以正整数 q。'],
    ['没有这一天', (set) => withTarget(set, { due: '2021-02-30' }), '日期须为存在的日期，写作 2021-05-31。'],
    ['比较方式', (set) => withTarget(set, { op: '≥' as '>=' }), '比较方式须为 >=、>、<=、<、= 之一。'],
    ['没有单位', (set) => withTarget(set, { unit: '' }), '目标须有单位。'],
    [
      '编号重复',
      (set) => ({ ...set, indicators: [...set.indicators, set.indicators[0]!] }),
      '同一目标集内指标编号重复。',
    ],
    ['评分表没有声明', (set) => ({ ...set, scored: true }), '有没有评分表，两处说法不同。'],
    ['窗口颠倒', (set) => ({ ...set, window: { from: set.window.to, to: set.window.from } }), '窗口的首日晚于末日。'],
    [
      '按分数评定资格而没有评分表',
      (set) => ({ ...set, indicators: [...set.indicators, { ...set.indicators[0]!, id: 'Q01', measure: title }] }),
      '有示范点资格的目标集须有评分表。',
    ],
    [
      '否决项依据的指标不在目标集内',
      (set) => ({
        ...set,
        scored: true,
        scoreTable: policies[0]!.scoreTable,
        indicators: [
          ...set.indicators,
          {
            ...set.indicators[0]!,
            id: 'Q01',
            measure: { ...title, vetoes: [{ id: 'VETO-4', name: '未整改', of: 'M09', suggestion: 'no_award' }] },
          },
        ],
      }),
      '不在本目标集内。',
    ],
  ])('%s', (_what, spoil, fault) => {
    const faults = faultsIn(spoil(policies[1]!), catalogue);
    expect(faults.length).toBeGreaterThan(0);
    for (const each of faults) expect(each).toContain(fault);
  });
});

const title = { kind: 'qualified', goals: ['G01'], vetoes: [], points: 60, awards: [] } as const;

function withTarget(set: Policy, change: Partial<Policy['indicators'][number]['target']>): Policy {
  const [first, ...others] = set.indicators;
  return { ...set, indicators: [{ ...first!, target: { ...first!.target, ...change } }, ...others] };
}
