/** 问题整改台账：销号了没有，是不是中期评估发现的问题 */
import { expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { snapshotOf } from './snapshots.ts';
import { sound } from './sound.ts';

const [headings, closed] = sound.整改!;
const issue = (changes: Readonly<Record<string, Cell>>): readonly Cell[] =>
  closed!.map((cell, column) => {
    const heading = String(headings![column]);
    return heading in changes ? changes[heading]! : cell;
  });

/** 原样的和脱敏以后的读得一样。 */
function judged(...issues: readonly (readonly Cell[])[]) {
  const snapshot = snapshotOf({ ...sound, 整改: [headings!, ...issues] });
  const options = { mode: 'final', asOf: '2021-05-31' } as const;
  const { indicators, findings } = evaluate(snapshot, options);
  const masked = evaluate(deidentify(snapshot, '5e'.repeat(32)).snapshot, options);
  const ofIssues = (all: typeof indicators) => all.find(({ id }) => id === 'M09')!;
  expect(ofIssues(masked.indicators).verdict).toBe(ofIssues(indicators).verdict);
  const said = findings
    .filter(({ at: { sheet } }) => sheet === '整改')
    .map(({ rule, at: { address } }) => rule + address);
  return { closed: ofIssues(indicators), said };
}

test.each<[status: string, expected: string]>([
  ['已销号', 'met'],
  ['2021年1月销号', 'met'],
  ['已完成，未销号', 'unmet'],
  ['整改中', 'unmet'],
  ['2021年6月销号', 'unmet'],
  ['已验收通过，尚未销号', 'to_verify'],
])('状态写“%s”，没有写完成日', (状态, expected) => {
  expect(judged(issue({ 状态, 完成日: null })).closed.verdict).toBe(expected);
});

test.each(['2020年12月通报', '市局通报', '第三方评估'])('来源写“%s”的没有销号：看不出是不是中期的，待核实', (来源) => {
  const { closed, said } = judged(issue({}), issue({ 问题编号: '2', 来源, 状态: '整改中', 完成日: null }));
  expect(closed).toMatchObject({ verdict: 'to_verify' });
  expect(closed.reasons.join()).toContain('核实不是中期评估发现的问题，则达标');
  expect(said).toEqual(['R142B3']);
});

test.each(['日常自查', '审计发现', '终期评估'])('来源写“%s”的不是中期的，不计', (来源) => {
  const { closed, said } = judged(issue({}), issue({ 问题编号: '2', 来源, 状态: '整改中', 完成日: null }));
  expect(closed).toMatchObject({ verdict: 'met', denominator: 1 });
  expect(said).toEqual([]);
});
