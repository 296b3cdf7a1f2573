/** What the checks say is true of the cells they speak of. */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { judged } from './workbooks.ts';

const replaced = (row: readonly Cell[], cells: Readonly<Record<number, Cell>>) =>
  row.map((cell, at) => (at in cells ? (cells[at] ?? null) : cell));

test('三项一项晚、一项没有日期：逾期按已知的最晚一项，不说还可能达标', () => {
  // P01 20 days late, S03 without its date.
  const { indicator } = judged(changed({ '有无表!D2': '2020-08-20', '有无表!D10': null }));
  const { verdict, gap, reasons } = indicator('M06');
  expect(sound.有无表![9]![0]).toBe('S03');
  expect({ verdict, gap }).toEqual({ verdict: 'unmet', gap: { amount: 20, unit: '天' } });
  expect(reasons.join()).not.toContain('则达标');
  expect(reasons[0]).toContain('“机构派驻运营”没有填写完成日期，逾期天数按已知的最晚一项计');
});
test('都不晚、一项没有日期：填上日期才能判定', () => {
  const { verdict, reasons } = judged(changed({ '有无表!D10': null })).indicator('M06');
  expect(verdict).toBe('to_verify');
  expect(reasons[0]).toContain('若都不晚于2020年7月31日，则达标');
});
test('有一项没有完成：逾期算到截止日', () => {
  const { gap } = judged(changed({ '有无表!D2': '2020-08-20', '有无表!C10': '否', '有无表!D10': null })).indicator(
    'M06',
  );
  expect(gap).toEqual({ amount: 304, unit: '天' });
});

test('没有实名认证一栏，说的是缺这一栏', () => {
  const { verdict, upper, reasons } = judged(changed({ '志愿者情况!D': null })).indicator('S08');
  expect({ verdict, upper }).toEqual({ verdict: 'to_verify', upper: 1500 });
  expect(reasons[0]).toBe('“志愿者情况”没有“其中：实名认证数”一栏，最多按 C2 的 1500 计；请增加该栏并填写。');
});

test('名录没有持证社工人数一栏，不说名录里没有本社区的一行', () => {
  const { verdict, reasons } = judged(sound).indicator('T06');
  expect(verdict).toBe('missing');
  expect(reasons.join()).toContain('“社区社会组织名录”没有“持证社工人数”一栏');
});

test('岗位空缺后又有人接任，不提示空岗；接任的也走了，仍提示', () => {
  const successor = (left: string | null) => {
    const [head, first, ...rest] = sound.社工岗位!;
    const leaver = replaced(first!, { 9: '2020-12-31' });
    const next = replaced(first!, { 5: 'P9', 6: '郑九', 8: '2021-01-05', 9: left });
    return judged(changed({ 社工岗位: [head!, leaver, next, ...rest] }));
  };
  expect(successor(null).said('R056')).toEqual([]);
  expect(successor('2021-03-01').said('R056')).toEqual(['R056 社工岗位!J2', 'R056 社工岗位!J3']);
});

test('截止日后才登记的，仍按备案计，不说只按登记计', () => {
  const both = (date: string) => {
    const rows = sound.名录!;
    const again = [rows[6]![0]!, ...rows[1]!.slice(1, 4), date, ...rows[1]!.slice(5)];
    return judged(changed({ 名录: [...rows.slice(0, 1), ...rows.slice(2), replaced(again, { 3: null })] }));
  };
  expect(both('2021-09-01').said('R021')).toEqual([]);
  expect(both('2021-09-01').indicator('V02').upper).toBe(5);
  expect(both('2021-03-01').said('R021')).toEqual(['R021 名录!A11']);
});

test('表下写审核：、单位负责人签字：，不说没有填写', () => {
  const rows = sound.基本情况!.slice(0, -2);
  const signed = judged(changed({ 基本情况: [...rows, ['制表：张一', '复核：李二', '单位负责人签字：王三', null]] }));
  expect(signed.said('R013')).toEqual([]);
  const lacking = judged(changed({ 基本情况: [...rows, ['制表：张一', null, '单位负责人签字：王三', null]] }));
  expect(lacking.finding('R013').message).toContain('“审核人”');
  expect(lacking.finding('R013').message).not.toContain('负责人');
});

test('自报的率按百分数说，不说 0.5；自报的数照数说', () => {
  const { message } = judged(changed({ '汇总表!C7': '50.1%' })).finding('Z04');
  expect(message).toBe('汇总表自报“持证率”为 50.1%，按明细重算应为 50%。');
  expect(judged(changed({ '汇总表!C2': 11 })).finding('Z01').message).toContain('为 11，按明细重算应为 10。');
});

describe('缺什么，说什么', () => {
  const why = (id: string, cells: Parameters<typeof changed>[0]) => judged(changed(cells)).indicator(id).reasons.join();

  test('分母须大于 0，分子没有这个要求', () => {
    expect(why('S10', { '志愿者情况!C2': null, '志愿者情况!D2': 0 })).toBe(
      '“志愿者情况”的“其中：实名认证数”没有填写，或不是大于 0 的数，无法计算比率；请补填。',
    );
    expect(why('S10', { '志愿者情况!E2': null })).toBe(
      '“志愿者情况”的“参与过活动的注册志愿者人数”没有填写，或填的不是数，无法计算；请补填。',
    );
    expect(judged(changed({ '志愿者情况!E2': 0 })).indicator('S10')).toMatchObject({ verdict: 'unmet', numerator: 0 });
  });

  test('没有这一栏，就说没有这一栏', () => {
    expect(why('S10', { '志愿者情况!E': null })).toBe(
      '“志愿者情况”没有“参与过活动的注册志愿者人数”一栏，无法计算；请增加该栏并逐行填写。',
    );
  });

  test('日期没有填，不说不是数', () => {
    expect(why('M03', { '方案!B2': null })).not.toContain('数');
  });
});

test('按意思采用的写法，说采用的是多少', () => {
  expect(judged(changed({ '活动台账!D2': '三十五人' })).finding('N002').message).toContain(
    '填“三十五人”，已按 35 计。',
  );
  expect(judged(changed({ '汇总表!C7': '百分之五十' })).finding('N013').message).toContain(
    '填“百分之五十”，已按 50% 计。',
  );
});

test('方案日期次序由另一条规则检查的，不再列为未检查', () => {
  expect(judged(sound).notChecked.has('Z18')).toBe(judged(sound).notChecked.has('R131'));
});
