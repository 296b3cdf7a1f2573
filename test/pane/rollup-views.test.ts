import { describe, expect, test } from 'vitest';
import { withPoints as pointsTogether, withKnownPoints, withSaid } from '../../addin/rollup/said.ts';
import { aimOf } from '../../addin/rollup/views/aims.ts';
import { arranged, asRegistered } from '../../addin/rollup/views/arranged.ts';
import { pastedBaseline, withBaseline } from '../../addin/rollup/views/baseline.ts';
import { dotsOf } from '../../addin/rollup/views/dots.ts';
import {
  boundsText,
  comparedFigureText,
  metText,
  pooledGapText,
  pooledText,
} from '../../addin/rollup/views/figures.ts';
import { pointsProblems, withPoints } from '../../addin/rollup/views/points.ts';
import { demandIn, standingOf, standingText } from '../../addin/rollup/views/units.ts';
import { drawnOf } from '../../addin/rollup/views/window.ts';
import { targetText } from '../../shared/model/figures.ts';
import type { JudgedPoints } from '../../shared/model.ts';
import { policies } from '../../shared/policies.ts';
import { atMidterm, tenUnits, unit, words } from './cities.ts';

const [jinhu] = tenUnits.units;
const pooled = { ...tenUnits.indicators[2]!.pooled! };

describe('targets as figures', () => {
  test.each(
    policies.flatMap(({ id, indicators }) =>
      indicators.map((one) => [`${id} ${one.id}`, one.target, targetText(one)] as const),
    ),
  )('%s', (_, target, text) => {
    const aim = aimOf(text);
    // What is done or not has no figure, nor has what is only counted.
    if (!/\d/.test(text)) return expect(aim).toBeNull();
    if (target.p === target.q) return expect([1, target.p]).toContain(aim!.p / aim!.q);
    expect(aim!.op).toBe(target.op);
    expect(aim!.p / aim!.q).toBeCloseTo(target.p / target.q, 12);
  });
});

describe('pooled figures in words', () => {
  const aim = aimOf('≥40%');

  test('sums, rate, gap in people and in points, and the range of what is open', () => {
    expect(pooledText({ ...pooled, open: 0 }, aim)).toBe('16/48＝33.33%');
    expect(pooledGapText(pooled, aim)).toBe('距目标还差 4 人、6.67 个百分点');
    expect(boundsText(pooled, aim)).toBe('待核实的核实后在 33.33%～37.50% 之间（16/48～18/48）');
  });

  test('a unit whose verdict is certain and its figure is not is counted with the least, and that is said', () => {
    expect(pooledText(pooled, aim)).toBe('16/48＝33.33%（其中 1 个单位的数未定，按下限计）');
  });

  test('a figure that is compared shows from where to where it may be', () => {
    const certified = { verdict: 'unmet' as const, numerator: 2, denominator: 8, lower: 2, upper: 2 };
    expect(comparedFigureText(certified)).toBe('2/8');
    expect(comparedFigureText({ ...certified, upper: 3 })).toBe('2/8～3/8');
    expect(comparedFigureText({ ...certified, lowerDenominator: 9, upperDenominator: 8 })).toBe('2/9～2/8');
    expect(comparedFigureText({ ...certified, denominator: null, upper: 3 })).toBe('2～3');
    expect(comparedFigureText({ numerator: 600, denominator: 5800 })).toBe('600/5800');
    expect(comparedFigureText({ ...certified, numerator: null })).toBeNull();
  });

  test('a hair short of the target is never shown as the target', () => {
    const short = { ...pooled, open: 0, numerator: 39_999, denominator: 100_000, value: 0.39999 };
    const gap = { amount: 1, unit: '人', percentagePoints: 0.001 };
    expect(pooledText(short, aim)).toBe('39999/100000＝39.99%');
    expect(pooledGapText({ ...short, gap }, aim)).toBe('距目标还差 1 人、0.01 个百分点');
  });

  test('nothing to divide by is no rate of 0', () => {
    expect(pooledText({ ...pooled, numerator: 0, denominator: 0, value: null }, aim)).toBeNull();
  });

  test('at mid-term what is not due is 进行中', () => {
    const indicator = { ...tenUnits.indicators[2]!, met: 1, unmet: 0, on_track: 2, applicable: 3 };
    expect(metText(indicator, 'midterm')).toBe('进展：达标 1，进行中 2');
    expect(metText({ ...indicator, unmet: 2, on_track: 0 }, 'final')).toBe('达标 1/3');
    expect(metText({ ...indicator, applicable: 0 }, 'final')).toBe('不适用');
  });
});

describe('what lacks data', () => {
  const lacking = unit('锦湖社区', { verdicts: { G03: 'missing' } });
  const shown = (rollup: typeof tenUnits, due: string | null) => {
    const dated = { ...words, indicators: words.indicators.map((one) => ({ ...one, due })) };
    return standingText(standingOf(lacking, 'G03', demandIn(rollup, dated, 'G03')));
  };

  test('lacks nothing before its day at mid-term, nor where it is only counted', () => {
    expect(shown(tenUnits, '2021-05-31')).toBe('–缺数据');
    expect(shown(atMidterm, '2021-05-31')).toBe('–缺数据（未到期）');
    expect(shown(atMidterm, '2020-07-31')).toBe('–缺数据');
    expect(shown(atMidterm, null)).toBe('·参考');
  });
});

describe('a baseline that is pasted', () => {
  const pasted = (text: string) => pastedBaseline(text, tenUnits, words);

  test('with headings, by short and long names, by name and number of the indicator, in any width of figures', () => {
    const { baseline, problems } = pasted(
      [
        '单位\t指标\t分子\t分母',
        '锦湖社区\t社区工作者持证比例\t２\t10',
        '凤台县 沿河镇 丰台村\tg02\t4\t',
        '',
        '望淮街道向阳社区\tG03\t1,000\t2,000',
      ].join('\r\n'),
    );
    expect(problems).toEqual([]);
    expect(baseline).toEqual([
      { key: jinhu!.key, id: 'G03', numerator: 2, denominator: 10 },
      { key: 'HN-07/沿河镇/丰台村', id: 'G02', numerator: 4, denominator: null },
      { key: 'HN-03/望淮街道/向阳社区', id: 'G03', numerator: 1000, denominator: 2000 },
    ]);
  });

  test.each([
    ['锦湖社区\tG03', '第 1 行：要有单位、指标、分子、分母四列（个数的分母空着），请从表格里复制。'],
    ['锦湖社区\t持证\t1\t2', '第 1 行：没有叫“持证”的指标。请照矩阵里的指标名称写，或写编号。'],
    ['锦湖社区\tG03\t40%\t', '第 1 行：分子“40%”不是数。请填个数，不要填百分比。'],
    ['锦湖社区\tG03\t2\t', '第 1 行：“社区工作者持证比例”是比率，请填分母。'],
    ['锦湖社区\tG03\t2\t0', '第 1 行：分母“0”不是大于 0 的数。请填个数，不要填百分比。'],
    ['\tG03\t2\t3', '第 1 行：这次汇总里没有叫“”的单位。请照矩阵里的单位名称写。'],
  ])('%s is not taken', (text, problem) => {
    expect(pasted(text)).toEqual({ baseline: [], problems: [problem] });
  });

  test('of two units of one name it is asked which', () => {
    const twin = unit('锦湖社区', {}, { county: 'HN-07', street: '沿河镇' });
    const rollup = { ...tenUnits, units: [...tenUnits.units, twin] };
    expect(pastedBaseline('锦湖社区\tG03\t2\t10', rollup, words).problems).toEqual([
      '第 1 行：叫“锦湖社区”的单位有 2 个。请在前面写上街道（乡镇）或县区。',
    ]);
    expect(pastedBaseline('沿河镇锦湖社区\tG03\t2\t10', rollup, words).baseline[0]?.key).toBe(twin.key);
  });

  test('it takes the place of what was said of the same unit and indicator', () => {
    const before = { key: 'a', id: 'G03', numerator: 1, denominator: 2 };
    const other = { ...before, id: 'G01' };
    const now = { ...before, numerator: 3 };
    expect(withBaseline([before, other], [now])).toEqual([other, now]);
  });
});

describe('points that people give', () => {
  const items = words.judged;
  const typed = (points: Readonly<Record<string, string>>) => ({ points, by: '评估组一', on: '2021-06-20' });

  test('halves from nothing to the most; what is left open asks for nobody', () => {
    expect(pointsProblems(typed({ M05: '0', F03: '1.5' }), items)).toEqual([]);
    expect(pointsProblems({ points: { M05: ' ' }, by: '', on: '' }, items)).toEqual([]);
    expect(pointsProblems({ ...typed({ M05: '2' }), by: ' ', on: '' }, items)).toEqual([
      '请填评分人。',
      '请填评分日期。',
    ]);
    expect(pointsProblems(typed({ M05: '两分', F03: '-0.5' }), items)).toEqual([
      '“督导机构选定”填的“两分”不是数，请填 0 到 2。',
      '“居民满意度”填的 -0.5 超出范围，请填 0 到 2。',
    ]);
  });

  test('points of the other evaluation stay, and fill nothing in', () => {
    const early = { key: 'a', item: 'M05', points: 1, by: '评估组二', on: '2020-12-01', mode: 'midterm' as const };
    const now = { key: 'a', item: 'M05', points: 1, by: '评估组一', on: '2021-06-20', mode: 'final' };
    expect(withPoints([early], 'a', items, typed({ M05: '1' }), 'final')).toEqual([early, now]);
    expect(withPoints([early], 'a', items, typed({ M05: '' }), 'final')).toEqual([early]);
  });

  test('of each evaluation what was given last; what was kept without saying which is asked again', () => {
    const early = { key: 'a', item: 'M05', points: 1, by: '评估组二', on: '2020-12-01', mode: 'midterm' as const };
    const late = { ...early, points: 2, mode: 'final' as const };
    expect(pointsTogether([early], [late])).toEqual([early, late]);
    const { mode: _, ...old } = early;
    const kept = { due: '2020-12-10', judged: [old as JudgedPoints, late] };
    expect(withKnownPoints(kept)).toEqual({ said: { due: '2020-12-10', judged: [late] }, dropped: 1 });
  });

  test('what stays as it was keeps who gave it; what is emptied is taken back; other units stay', () => {
    const before = { key: 'a', item: 'M05', points: 1, by: '评估组二', on: '2021-06-01', mode: 'final' as const };
    const other = { ...before, key: 'b' };
    expect(withPoints([before, other], 'a', items, typed({ M05: '1', F03: '2' }), 'final')).toEqual([
      other,
      before,
      { key: 'a', item: 'F03', points: 2, by: '评估组一', on: '2021-06-20', mode: 'final' },
    ]);
    expect(withPoints([before, other], 'a', items, typed({ M05: '' }), 'final')).toEqual([other]);
  });
});

test('each evaluation has its own 报送截止: that of mid-term makes nobody late at the end', () => {
  const atMid = { due: '2020-12-10' };
  const atEnd = withSaid(atMid, { mode: 'final' });
  expect(atEnd.due).toBeUndefined();
  const both = withSaid(atEnd, { due: '2021-06-10' });
  expect(withSaid(both, { mode: 'final' }).due).toBe('2021-06-10');
  const again = withSaid(both, { mode: 'midterm' });
  expect(again.due).toBe('2020-12-10');
  expect(withSaid(withSaid(again, { due: null }), { mode: 'final' }).due).toBe('2021-06-10');
});

describe('order and choice of units', () => {
  const names = (arrangement: Partial<typeof asRegistered>) =>
    arranged(tenUnits.units, ['G01', 'G03'], { ...asRegistered, ...arrangement }, (one, id) =>
      standingOf(one, id, 'now'),
    ).map(({ unit }) => unit.community);

  test('those without a score come last, equal ones in the order of the register', () => {
    expect(names({ order: 'score' }).slice(0, 5)).toEqual(['丰台村', '锦湖社区', '向阳社区', '望江社区', '锦城社区']);
  });

  test('by all indicators those with most failings come first', () => {
    expect(names({ order: 'standing' }).slice(0, 2)).toEqual(['向阳社区', '望江社区']);
  });

  test('of one standing in any indicator, or in the one that is looked at', () => {
    expect(names({ standing: 'unmet' })).toEqual(['向阳社区', '望江社区']);
    expect(names({ standing: 'unmet', indicator: 'G01' })).toEqual(['向阳社区']);
    expect(names({ standing: 'unreported' })).toEqual(['青石村']);
  });
});

describe('units as dots', () => {
  test('equal values lie on each other, those that meet the target at the ground; the missing are in no dot', () => {
    const { dots, each, most } = dotsOf(tenUnits.units, 'G03', 0.4);
    expect(each).toBe(1);
    expect(most).toBe(0.5);
    expect(dots).toEqual([
      { at: 1, level: 0, verdict: 'met' },
      { at: 0.6, level: 0, verdict: 'unmet' },
      { at: 0.6, level: 1, verdict: 'unmet' },
    ]);
  });

  test('of many units a dot stands for several, and no pile is higher than six', () => {
    const many = Array.from({ length: 40 }, (_, at) => unit(`社区${at}`, tenUnits.units[0]));
    const { dots, each } = dotsOf(many, 'G03', 0.4);
    expect(each).toBe(7);
    expect(dots).toHaveLength(6);
  });
});

test('only rows and columns in sight are drawn, whole at either end', () => {
  const seen = { scrollTop: 0, scrollLeft: 0, clientHeight: 480, clientWidth: 720 };
  expect(drawnOf(seen, 500, 40)).toMatchObject({ top: 0, left: 0 });
  const end = drawnOf({ ...seen, scrollTop: 500 * 40, scrollLeft: 40 * 72 }, 500, 40);
  expect(end).toMatchObject({ bottom: 499, right: 39 });
  expect(end.bottom - end.top).toBeLessThan(20);
  expect(drawnOf(seen, 3, 2)).toMatchObject({ top: 0, bottom: 2, left: 0, right: 1 });
});
