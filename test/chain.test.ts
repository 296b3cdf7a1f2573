/** One cell from the sheet to the sentence: 常住人口 of 基本情况表, by symbols that an editor leads along. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Files in the order in which they are opened, and the symbol that one comes for. */
const chain: readonly (readonly [file: string, symbol: string, what: string])[] = [
  ['shared/sheets/tables/community.ts', 'pop_resident', '字段：表头、类型、例子'],
  ['shared/sheets/measures.ts', 'volunteerRate', '怎样计算：实名注册数 ÷ 常住人口'],
  ['shared/policies/huainan-2020/indicators/services.ts', 'services', '指标 S08：条款、口径、目标'],
  ['shared/policies/huainan-2020/policy.ts', 'huainan2020', '文件：所有指标、规则、评分表'],
  ['shared/policies.ts', 'policies', '可选的文件'],
  ['shared/evaluate.ts', 'evaluate', '各步的次序'],
  ['shared/read/workbook.ts', 'readWorkbook', '工作簿 → 表'],
  ['shared/read/forms.ts', 'readForms', '表单：名称右边是值'],
  ['shared/read/cells.ts', 'typed', '单元格 → 有类型的值'],
  ['shared/read/numbers.ts', 'readCount', '“8642 人” → 8642'],
  ['shared/check/verdicts/indicators.ts', 'indicatorsIn', '逐项判定'],
  ['shared/check/measures/take.ts', 'take', '按计算方法取数'],
  ['shared/check/measures/quotients.ts', 'takeQuotient', '分子除以分母，连同上下界'],
  ['shared/check/measures/own-figures.ts', 'ownFigure', '本社区那一行的数'],
  ['shared/check/verdicts/targets.ts', 'judge', '与目标比：达标与否，差多少'],
  ['shared/report/reports.ts', 'reportOf', '评估 → 报告'],
  ['shared/report/summaries.ts', 'summaryPaper', '评估摘要的各节'],
  ['shared/report/narrative.ts', 'progress', '一句话：常住人口…人，其中注册志愿者…'],
];

const texts = new Map(chain.map(([file]) => [file, readFileSync(file, 'utf8')]));
const names = (file: string, symbol: string) => new RegExp(`\\b${symbol}\\b`).test(texts.get(file)!);

test('the chain has no more files than a person holds in mind', () => {
  console.log(chain.map(([file, symbol, what]) => `${file}  ${symbol}  ${what}`).join('\n'));
  expect(new Set(chain.map(([file]) => file)).size).toBeLessThanOrEqual(18);
});

test.each(chain)('%s declares %s', (file, symbol) => {
  const declared = new RegExp(`^(?:export )?(?:const|function) ${symbol}\\b|^ +${symbol}: \\{`, 'm');
  expect(texts.get(file)).toMatch(declared);
});

test('each step leads on by a symbol: a later file names an earlier one’s, or is named by it', () => {
  const lost = chain.slice(1).filter(([file, symbol], at) => {
    const before = chain.slice(0, at + 1);
    return !before.some(([earlier, known]) => names(file, known) || names(earlier, symbol));
  });
  // The report begins where the evaluation ends: both name its type.
  expect(lost.map(([file]) => file)).toEqual(['shared/report/reports.ts']);
  expect(names('shared/evaluate.ts', 'Evaluation') && names('shared/report/reports.ts', 'Evaluation')).toBe(true);
});

test('shared/README.md shows the same chain', () => {
  const shown = [...readFileSync('shared/README.md', 'utf8').matchAll(/^\d+\. `([^`]+)` `([^`]+)`：(.+)$/gm)];
  expect(shown.map(([, file, symbol, what]) => [`shared/${file}`, symbol, what])).toEqual(chain);
});
