/** 单独交回的台账：不影响单位自己的工作簿归到哪个单位，也不当作报送的工作簿。 */
import { expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import type { LedgerSheet, PaperSheet, Submitted } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { national2017 } from '../../../shared/policies/national-2017/policy.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import { form, register } from '../rollup/entries.ts';
import { checklist, closed, dataOf, type Filling, facts, filledIn, ledgerOf, RUN, submitted } from './loops.ts';
import { bodyOf, sampleCity, told } from './papers.ts';

function returned(
  ledger: LedgerSheet,
  policy: string,
  on: string,
  filling: (at: number) => Filling = () => ({}),
): Submitted {
  const { 问题整改台账: rows } = filledIn(ledger, (at) => ({ ...closed(on), ...filling(at) }));
  const cells = rows!.map((row) => row.map((value) => ({ value, style: 'text' })));
  const file = newFile([{ ...ledger, rows: cells } as PaperSheet]);
  return judgeFile('台账.xlsx', file, { ...RUN, policy }).submitted;
}

test('工作簿写的街道与名册不同，台账按编号归到它，工作簿照样计入', () => {
  const own = (filled: string) => ({ 基本情况: form('锦湖社区', { filled, street: '望湖街道' }) });
  const { evaluation, joins } = register([
    '田家庵区',
    '望淮街道',
    '锦湖社区',
    '同心社会工作服务中心',
    '已报',
    '2020-12-05',
  ]);
  const city = { file: '名册.xlsx', evaluation, joins, spoken: null };
  const midterm = submitted('中期.xlsx', { ...own('2020-11-30'), ...checklist('否') }, 'midterm');
  const final = submitted('终期.xlsx', { ...own('2021-05-31'), ...checklist('是') }, 'final');
  const ledger = returned(ledgerOf(dataOf([midterm, city], { mode: 'midterm' })), huainan2020.id, '2021-02-20');
  const { units, reporting } = dataOf([midterm, final, city, ledger], { mode: 'final' }).rollup;
  const states = units.map(({ file, key, state }) => [file, key, state]);
  expect(states).toContainEqual(['终期.xlsx', 'HN-03/望淮街道/锦湖社区', 'reported']);
  expect(states).toContainEqual(['台账.xlsx', 'HN-03/望淮街道/锦湖社区', 'ledger']);
  expect(reporting.reported).toBe(1);
});

test('别的文件不统计台账，单独交回的也不当作工作簿', async () => {
  const city = await sampleCity(national2017);
  const { ledger } = noticesOf(told(city, 'midterm')).find((one) => one.ledger && one.key.includes('锦湖'))!;
  const back = returned(ledger!, national2017.id, '2020-05-20');
  const { units } = told({ ...city, submitted: [...city.submitted, back] }, 'final').rollup;
  expect(units.filter(({ file }) => file === '台账.xlsx').map(({ state }) => state)).toEqual(['ledger']);
});

test('没有报终期工作簿的单位，台账填错的也核对：少了编号的、没有佐证的、完成日不是一天的都说出，报告里也说', () => {
  const midterm = submitted('中期.xlsx', { ...facts('2020-11-30'), ...checklist('否') }, 'midterm');
  const ledger = ledgerOf(dataOf([midterm], { mode: 'midterm' }));
  const wrongly: readonly Filling[] = [{ 问题编号: 'ZG-1' }, { 佐证: null }, { 完成日: '2021-02-30' }];
  const back = returned(ledger, huainan2020.id, '2021-02-20', (at) => wrongly[at] ?? {});
  const data = dataOf([midterm, back], { mode: 'final' });
  const { findings, units } = data.rollup;
  expect(units.map(({ state }) => state)).not.toContain('reported');
  const [first, second, third] = ledger.sent.map(({ number }) => number);
  const told = findings.map(({ message }) => message);
  const unit = '田家庵区望淮街道锦湖社区';
  expect(told).toContainEqual(expect.stringContaining(`缺少整改通知中的 1 个问题：${first}。`));
  expect(told).toContainEqual(
    expect.stringMatching(`^${unit}的问题整改台账中有 2 个问题写已销号，但没有“佐证”.+：${second}、${third}。$`),
  );
  expect(findings.map(({ places }) => places[0]!.file)).toEqual(findings.map(() => '台账.xlsx'));
  const text = bodyOf(finalReport(data));
  for (const message of told) expect(text).toContain(message);
});
