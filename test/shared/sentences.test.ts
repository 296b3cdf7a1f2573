/** 一项指标怎样说：量、率、差距；有没有的事说有没有；说的都对得上。 */
import { describe, expect, test } from 'vitest';
import { gapText, targetText, valueText } from '../../shared/model/figures.ts';
import type { Evaluation, Indicator } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { barOf } from '../../shared/report/bars.ts';
import { textOf } from '../../shared/report/parts.ts';
import { reportOf } from '../../shared/report/reports.ts';
import { sentence } from '../../shared/report/sentences.ts';
import { certified, evaluation, families, indicator, share } from './evaluations.ts';

const said = (one: Indicator) => textOf(sentence(one));
const served = indicator({
  id: 'S10',
  name: '注册志愿者参与率',
  spoken: { kind: 'share', whole: '注册志愿者', part: '参加服务', rate: '参与率', unit: '人' },
  numerator: 96,
  denominator: 1498,
  target: { ...share, p: 10 },
  gap: { amount: 54, unit: '人', percentagePoints: 3.5915 },
  verdict: 'unmet',
});
const fund = indicator({
  id: 'P06',
  name: '社区专项基金',
  spoken: { kind: 'step', done: '已成立', undone: '尚未成立', deed: '成立' },
  numerator: 0,
  target: { ...families, p: 1, unit: '支' },
  gap: { amount: 1, unit: '支' },
  verdict: 'unmet',
});
const registered = indicator({
  id: 'V01',
  name: '依法登记的社区社会组织数',
  spoken: { kind: 'count', what: '依法登记的社区社会组织' },
  numerator: 1,
  lower: 1,
  upper: 4,
  target: { ...families, p: 5 },
  gap: { amount: 4, unit: '家' },
  verdict: 'unmet',
});

describe('量、率、差距', () => {
  test('率：分母、分子、率、差距都说', () => {
    expect(said(served)).toBe('注册志愿者1498人，其中参加服务96人，参与率6.41%，距10%目标差3.59个百分点、54人。');
  });

  test('达标的也有数', () => {
    const met = { ...served, numerator: 412, lower: 412, upper: 412, gap: null, verdict: 'met' } as const;
    expect(said(met)).toBe('注册志愿者1498人，其中参加服务412人，参与率27.50%，达到10%目标。');
  });

  test('数没有定的，差距也是一个范围', () => {
    expect(said(registered)).toBe('依法登记的社区社会组织1～4家，距5家目标差1～4家。');
    const open = {
      ...certified,
      lower: 3,
      upper: 4,
      lowerDenominator: 10,
      upperDenominator: 9,
      gap: { ...certified.gap!, amountMin: 0 },
      verdict: 'to_verify',
    } as const;
    expect(said(open)).toBe(
      '社区工作者持证比例按现有数据为30.00%～44.44%（3/10～4/9），目标≥40%，差0～1人、0～10.00个百分点，待核实。',
    );
    const running = { ...open, lower: 2, numerator: 2, upper: 3, lowerDenominator: 8, upperDenominator: 8 } as const;
    const gap = { amount: 2, unit: '人', percentagePoints: 15 };
    expect(said({ ...running, denominator: 8, gap, verdict: 'on_track' })).toContain(
      '，进度正常，距40%目标尚差2.50～15.00个百分点、1～2人',
    );
  });

  test('两级都要的，目标是两个', () => {
    const both = indicator({ numerator: 1, denominator: 2, target: { ...families, p: 2, q: 2, unit: '个' } });
    expect([valueText(both), targetText(both)]).toEqual(['1/2', '≥2个']);
  });
});

describe('有没有的事', () => {
  test('不说 0 支、差 1 支', () => {
    expect(said(fund)).toBe('社区专项基金：尚未成立（应成立1支）。');
    expect([valueText(fund), targetText(fund), gapText(fund)]).toEqual(['尚未成立', '应成立', '']);
    expect(said({ ...fund, numerator: 1, lower: 1, upper: 1, gap: null, verdict: 'met' })).toBe(
      '社区专项基金：已成立。',
    );
  });

  test('没有到期的说正在推进', () => {
    expect(said({ ...fund, verdict: 'on_track' })).toBe('社区专项基金：正在推进，应于2021年5月31日（含）前完成。');
  });

  test('逾期只说一遍', () => {
    const late = indicator({
      name: '工作方案按期报送',
      spoken: { kind: 'step', done: '已按期报送', undone: '未按期报送', deed: '按期报送' },
      numerator: 0,
      target: { ...families, p: 1, unit: '项' },
      gap: { amount: 3, unit: '天' },
      verdict: 'unmet',
      reasons: ['规定2020年7月31日（含）前完成，逾期 3 天。'],
    });
    expect(said(late)).toBe('工作方案按期报送：未按期报送。规定2020年7月31日（含）前完成，逾期 3 天。');
  });
});

test('文件没有定数的不写目标，别的口径也不写', () => {
  const informs = indicator({ target: { ...families, p: 1, binding: 'information' }, verdict: 'reference' });
  expect(targetText(informs)).toBe('');
  expect(targetText(indicator({ basis: '试点期新增', verdict: 'reference' }))).toBe('');
});

describe('没有数据', () => {
  const lacking = (parts: Partial<Indicator>) =>
    indicator({ numerator: null, at: null, verdict: 'missing', reasons: ['没有找到有关的表；请补报该表。'], ...parts });
  const due = lacking({ id: 'P01', name: '服务中心', target: { ...families, due: '2020-07-31' } });
  const later = lacking({ id: 'M09', name: '问题整改', target: { ...families, due: '2021-02-28' } });
  const informs = lacking({ id: 'X01', name: '特色创新内容', target: { ...families, binding: 'information' } });
  const papers = (parts: Partial<Evaluation>) =>
    reportOf(evaluation({ indicators: [due, later, informs], ...parts }), policyAbouts[0]!).papers;
  const words = (parts: Partial<Evaluation>) =>
    papers(parts)[1]!.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));
  const demanded = (parts: Partial<Evaluation>) =>
    papers(parts)[0]!
      .sections.flatMap(({ table }) => table!.rows.map((row) => JSON.stringify(row)))
      .join('');

  test('中期：没有到期的说未到期，不作要求，也不算缺数据', () => {
    const midterm = { mode: 'midterm', asOf: '2020-11-30' } as const;
    expect(words(midterm)).toContain('服务中心缺数据。没有找到有关的表；请补报该表。');
    expect(words(midterm)).toContain('未到期，没有数据，本次不要求：问题整改。');
    expect(words(midterm).join('\n')).toContain(
      '共判定指标1项，其中缺数据1项；另有未到期、没有数据1项，只作参考、没有数据1项。',
    );
    expect(demanded(midterm)).toMatch(/服务中心/);
    expect(demanded(midterm)).not.toMatch(/问题整改|特色创新/);
  });

  test('终期：到期的都要；可选的、只作参考的不要求', () => {
    expect(words({}).join('\n')).toContain('共判定指标2项，其中缺数据2项；另有只作参考、没有数据1项。');
    expect(words({})).toContain('只作参考，没有数据，不要求补报：特色创新内容。');
    expect(demanded({})).toMatch(/问题整改/);
    expect(demanded({})).not.toMatch(/特色创新/);
  });
});

describe('现值与目标之比', () => {
  const bar = (one: Indicator) => textOf(barOf(one));

  test('不到目标的，不满格', () => {
    expect(bar(registered)).toBe('■■□□□□□□□□');
    expect(bar(served)).toBe('■■■■■■□□□□');
    expect(bar({ ...served, numerator: 149, lower: 149, upper: 149 })).toBe('■■■■■■■■■□');
    expect(bar(indicator({ numerator: 14 }))).toBe('■■■■■■■■■■');
  });

  test('有没有的事、越少越好的、不判定的，没有条', () => {
    const vacant = { ...served, target: { ...share, op: '<=' as const } };
    for (const one of [
      fund,
      vacant,
      indicator({ verdict: 'reference' }),
      indicator({ numerator: null, verdict: 'missing' }),
    ])
      expect(bar(one)).toBe('');
  });
});
