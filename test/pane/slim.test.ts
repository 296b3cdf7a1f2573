/** What the page holds of many files is enough to tell what became of issues, as the whole is. */
import { expect, test } from 'vitest';
import { slim } from '../../addin/rollup/packing.ts';
import type { Submitted } from '../../shared/model.ts';
import { huainan2020 } from '../../shared/policies/huainan-2020/policy.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { asJudged, closed, dataOf, facts, filledIn, ledgerOf, submitted } from '../shared/papers/loops.ts';

const activities = {
  志愿服务活动台账: [
    ['序号', '活动名称', '活动日期', '活动地点', '参加人数', '服务时长（小时）'],
    [1, '义诊', '2020-07-01', '广场', 10, 2],
  ],
};

test('what was not due has until then, what is still found is not closed', () => {
  const midterm = submitted('中期.xlsx', { ...facts('2020-11-30'), ...activities }, 'midterm');
  const ledger = ledgerOf(dataOf([midterm], { mode: 'midterm' }));
  const all = [midterm, asJudged(filledIn(ledger, () => closed('2021-04-20')))];
  const told = (files: readonly Submitted[]) => {
    const { issues, findings } = rollUp(files, huainan2020, { mode: 'final' });
    return { issues, Z21: findings.filter(({ rule }) => rule === 'Z21').map(({ message }) => message) };
  };
  const whole = told(all);
  expect(whole.issues[0]).toMatchObject({ notDue: 1 });
  expect(whole.issues[0]!.found).toBeGreaterThan(0);
  expect(told(all.map((one) => ('evaluation' in one ? slim(one) : one)))).toEqual(whole);
});
