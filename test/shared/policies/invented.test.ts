/** A whole policy of a city that does not exist, from one folder: judged, scored and reported without another file knowing of it. */
import { expect, test } from 'vitest';
import { deidentify, evaluate, grounds, groundsOf } from '../../../shared/evaluate.ts';
import type { EvaluateOptions, WorkbookSnapshot } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { writePlan } from '../../../shared/report/plan.ts';
import { linhe2022 } from '../../fixtures/policies/linhe-2022/policy.ts';
import { ofUnit, workbook } from '../../fixtures/policies/linhe-2022/workbook.ts';
import { faultsIn } from './faults/policies.ts';

const by = groundsOf([...policies, linhe2022]);

function judged(snapshot: WorkbookSnapshot, options: EvaluateOptions = { policy: 'linhe-2022' }) {
  return evaluate(deidentify(snapshot, 'ab'.repeat(32), [], by).snapshot, options, by);
}

const evaluation = judged(workbook);
const indicator = (id: string) => evaluation.indicators.find((one) => one.id === id)!;

test('the pack is sound', () => {
  expect(faultsIn(by.policies.at(-1)!, by.catalogue)).toEqual([]);
});

test.each([
  ['个数', 'J01', 'unmet', 3, { amount: 2, unit: '家' }],
  ['比例', 'J02', 'unmet', 1, { amount: 1, unit: '人', percentagePoints: 25 }],
  ['时限', 'J03', 'unmet', 0, { amount: 3, unit: '天' }],
  ['越少越好', 'J04', 'unmet', 3, { amount: 2, unit: '个' }],
] as const)('%s：%s %s', (_kind, id, verdict, numerator, gap) => {
  expect(indicator(id)).toMatchObject({ verdict, numerator, gap });
});

test('it judges by its own days and names itself', () => {
  expect(evaluation).toMatchObject({
    policy: { id: 'linhe-2022', name: '临河市“邻里共建”行动（2022年）', version: '2022.1' },
    asOf: '2022-12-31',
    unit: { county: 'LH-1', countyName: '河东区', street: '桥头街道', community: '榆树社区' },
  });
  expect(judged(workbook, { policy: 'linhe-2022', mode: 'midterm' }).asOf).toBe('2022-06-30');
});

test('its own rules find, and only they can be left unchecked', () => {
  expect(evaluation.findings.map(({ rule, at }) => `${rule} ${at.sheet}!${at.address}`)).toEqual([
    'LR2 社会组织名录!D5',
  ]);
  expect(evaluation.notChecked.map(({ rule }) => rule)).toEqual(['LR3']);
});

test('its own score table, by which fewer open issues are better', () => {
  // 40 × 3/5, 30 × (1/4)/(1/2), a plan too late and too many issues.
  expect(evaluation.score).toMatchObject({ name: '“邻里共建”计分表', status: '市里印发', total: 39, full: 100 });
  expect(evaluation.score!.grade).toBe('待提升');
  const one = { ...workbook, sheets: workbook.sheets.map(withoutOpenIssues) };
  expect(judged(one).score!.items.find(({ id }) => id === 'J04')).toMatchObject({ points: 10, upper: 10 });
});

function withoutOpenIssues(sheet: WorkbookSnapshot['sheets'][number]) {
  const closed = (row: WorkbookSnapshot['sheets'][number]['values'][number]) =>
    row.map((cell) => (cell === '未启动' || cell === '整改中' ? '已销号' : cell));
  return { ...sheet, values: sheet.values.map(closed) };
}

test('the sheets that are written speak its words, and of no other city', () => {
  const [gaps, summary] = writePlan(evaluation, linhe2022).sheets;
  const texts = (sheet = gaps) => sheet!.rows.flat().map(({ value }) => String(value ?? ''));
  expect(texts()).toContain('“邻里共建”行动终期评估差距清单');
  expect(texts().join('\n')).toContain(`评估依据：${linhe2022.name}`);
  expect(texts().join('\n')).toContain('2家邻里组织');
  expect(texts().join('\n')).toContain('请动员未持证人员报名全国社会工作者职业水平考试。');
  const said = texts(summary).join('\n');
  expect(said).toContain('榆树社区“邻里共建”行动终期评估摘要');
  expect(said).toContain('评估依据：《临河市“邻里共建”行动方案》（临民发〔2022〕3号）');
  expect(said).toContain('邻里组织按社区计，登记、备案的都算');
  expect(said).toContain('“邻里共建”计分表');
  expect([...texts(), ...texts(summary)].filter((text) => /淮南|试点|三社/.test(text))).toEqual([]);
});

test('a unit that is not on the list is an error in a closed register and a question elsewhere', () => {
  const severity = (policy: string) =>
    judged(ofUnit('山南区'), { policy }).findings.find(({ message }) => message.includes('山南区'))?.severity;
  expect(severity('linhe-2022')).toBe('error');
  expect(severity('national-2017')).toBe('warning');
  expect(judged(workbook).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the other policies know nothing of it', () => {
  const { policy, indicators } = judged(workbook, {});
  expect(policy.id).toBe('huainan-2020');
  expect(indicators.some(({ id }) => id.startsWith('J'))).toBe(false);
  expect(grounds.policies.some(({ id }) => id === 'linhe-2022')).toBe(false);
});
