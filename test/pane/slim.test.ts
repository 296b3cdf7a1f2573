/** What the page holds of many files is enough to tell what became of issues, as the whole is. */
import { expect, test } from 'vitest';
import { slim } from '../../addin/rollup/packing.ts';
import type { Submitted } from '../../shared/model.ts';
import { huainan2020 } from '../../shared/policies/huainan-2020/policy.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import {
  asJudged,
  closed,
  dataOf,
  facts,
  filledIn,
  final,
  ledgerOf,
  midterm,
  submitted,
} from '../shared/papers/loops.ts';

const activities = {
  志愿服务活动台账: [
    ['序号', '活动名称', '活动日期', '活动地点', '参加人数', '服务时长（小时）'],
    [1, '义诊', '2020-07-01', '广场', 10, 2],
  ],
};

const told = (files: readonly Submitted[]) => {
  const { issues, findings } = rollUp(files, huainan2020, { mode: 'final' });
  return { issues, Z21: findings.filter(({ rule }) => rule === 'Z21').map(({ message }) => message) };
};
const held = (files: readonly Submitted[]) => told(files.map((one) => ('evaluation' in one ? slim(one) : one)));

test('what was not due has until then, what is still found is not closed', () => {
  const behind = submitted('中期.xlsx', { ...facts('2020-11-30'), ...activities }, 'midterm');
  const ledger = ledgerOf(dataOf([behind], { mode: 'midterm' }));
  const all = [behind, asJudged(filledIn(ledger, () => closed('2021-04-20')))];
  const whole = told(all);
  expect(whole.issues[0]).toMatchObject({ notDue: 1 });
  expect(whole.issues[0]!.found).toBeGreaterThan(0);
  expect(held(all)).toEqual(whole);
});

test.each([
  ['what was wrong is closed where its rule was checked over its column', [], { unjudged: 0 }],
  ['and not where the rule was not checked', [{ rule: 'R024', reason: '没有检查。' }], { unjudged: 1 }],
])('%s', (_, notChecked, wanted) => {
  const ledger = ledgerOf(dataOf([midterm], { mode: 'midterm' }));
  const after = final(filledIn(ledger, () => closed()));
  if (!('evaluation' in after)) throw new Error();
  const all = [midterm, { ...after, evaluation: { ...after.evaluation, notChecked } }];
  const whole = told(all);
  expect(whole.issues[0]).toMatchObject(wanted);
  expect(held(all)).toEqual(whole);
});
