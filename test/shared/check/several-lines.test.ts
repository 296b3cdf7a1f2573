/** 志愿者情况里本社区有几行（几个月份、几次导出）：没有写明以哪一行为准 */
import { expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { sound } from './sound.ts';
import { judged } from './workbooks.ts';

type Rows = readonly (readonly Cell[])[];

const { 汇总表: _, 志愿者情况, ...others } = sound;
const headings = 志愿者情况![0]!;
const line = (verified: number, community = '春申社区'): readonly Cell[] => [community, 8642, 1500, verified, 200, 450];
const ofSheets = (sheets: Readonly<Record<string, Rows>>) => judged({ ...others, ...sheets });

const lines = (...verified: readonly number[]) => ofSheets({ 志愿者情况: [headings, ...verified.map((n) => line(n))] });

test.each([
  ['从多到少', [1400, 1300, 1100]],
  ['从少到多', [1100, 1300, 1400]],
])('三个月的数%s，都是待核实，与先后无关', (_, verified) => {
  const { indicator, said } = lines(...verified);
  expect(indicator('S08')).toMatchObject({ verdict: 'to_verify', lower: 1100, upper: 1400 });
  expect(indicator('S08').reasons.join()).toContain('与本社区另一行的不同');
  expect(said('R078')).toHaveLength(2);
});

test('哪一行都达标的，达标，仍提请只留一行', () => {
  const { indicator, said } = lines(1400, 1390);
  expect(indicator('S08').verdict).toBe('met');
  expect(said('R078')).toHaveLength(1);
});

test('哪一行都不够的，未达标', () => {
  expect(lines(1100, 900).indicator('S08').verdict).toBe('unmet');
});

test('两年各一张表', () => {
  const { indicator } = ofSheets({
    志愿者情况: [['2019年志愿者情况表'], headings, line(1400)],
    志愿者情况2: [['2020年志愿者情况表'], headings, line(1100)],
  });
  expect(indicator('S08').verdict).toBe('to_verify');
});

test('只有试点以前导出的一行，待核实', () => {
  const dated = (day: string) =>
    ofSheets({
      志愿者情况: [
        [...headings, '导出日期'],
        [...line(1400), day],
      ],
    });
  const { indicator, said } = dated('2019-12-31');
  expect([indicator('S08').verdict, indicator('S10').verdict]).toEqual(['to_verify', 'to_verify']);
  expect(said()).toEqual(['R079 志愿者情况!G2']);
  expect(dated('2021-05-31').indicator('S08').verdict).toBe('met');
});

test('别的社区的一行不碍事', () => {
  const { indicator, said } = ofSheets({ 志愿者情况: [headings, line(1400), line(900, '望淮社区')] });
  expect(indicator('S08')).toMatchObject({ verdict: 'met', numerator: 1400 });
  expect(said('R078')).toEqual([]);
});
