/** 一样东西写了两次：同一个人、同一件事 */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { snapshotOf } from './snapshots.ts';
import { sound } from './sound.ts';
import type { Sheets } from './workbooks.ts';

const { 汇总表: _, ...others } = sound;

/** 原样的和脱敏以后的读得一样。 */
function judged(sheets: Sheets) {
  const snapshot = snapshotOf({ ...others, ...sheets });
  const options = { mode: 'final', asOf: '2021-05-31' } as const;
  const { indicators, findings } = evaluate(snapshot, options);
  const masked = evaluate(deidentify(snapshot, '5e'.repeat(32)).snapshot, options);
  expect(masked.indicators.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(
    indicators.map(({ id, verdict }) => `${id} ${verdict}`),
  );
  return {
    indicator: (id: string) => indicators.find((each) => each.id === id && each.basis === undefined)!,
    said: (rule: string) =>
      findings.flatMap(({ rule: id, severity, at }) => (id === rule ? [`${rule} ${severity} ${at.address}`] : [])),
  };
}

describe('花名册', () => {
  const [headings, ...people] = sound.花名册!;
  const again = (changes: Readonly<Record<number, Cell>>) =>
    judged({ 花名册: [headings!, ...people, people[1]!.map((cell, at) => (at in changes ? changes[at]! : cell))] });

  test('姓名、证书管理号相同，编号不同：是同一人', () => {
    const { indicator, said } = again({ 0: 'R09' });
    expect(indicator('G03')).toMatchObject({ numerator: 2, denominator: 4 });
    expect(said('R041')).toEqual(['R041 note A7']);
  });
  test('姓名相同，证书管理号不同：两个人', () => {
    expect(again({ 0: 'R09', 7: 'GLH09' }).indicator('G03')).toMatchObject({ numerator: 3, denominator: 5 });
  });
});

describe('平台与机制清单', () => {
  const checklist = sound.有无表!;
  const also = (...line: readonly Cell[]) => judged({ 有无表: [...checklist, line] });

  test('一件事一行填是，一行填否：待核实', () => {
    const { indicator, said } = also('P06', '社区专项基金', '否', null, null, null);
    expect(indicator('P06').verdict).toBe('to_verify');
    expect(indicator('P06').reasons.join()).toContain('核实另一行填的“否”不对');
    expect(said('R106')).toHaveLength(1);
  });
  test('两行都填是，照算', () => {
    const { indicator, said } = also('P06', '社区专项基金', '有', '2020-09-01', '协议', '协议');
    expect(indicator('P06').verdict).toBe('met');
    expect(said('R106')).toEqual([]);
  });
  test('街道、社区各一行，有一个就算的，照算', () => {
    expect(also('T01', '街道社区学院', '否', null, null, null).indicator('T01').verdict).toBe('met');
  });
});
