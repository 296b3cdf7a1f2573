/** 收到的文件都有交代：计入几份，没有计入的各是什么，加起来相等；内部版逐份列出。 */
import { expect, test } from 'vitest';
import type { Submitted } from '../../../shared/model.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { register, workbook } from '../rollup/cities.ts';
import { annexOf, bodyOf, told, wholeOf } from './papers.ts';

const yanghu = { street: '洋湖街道', community: '洋湖社区' };
const counting = workbook('锦湖.xlsx', { filled: '2021-05-31' });
const all: readonly Submitted[] = [
  counting,
  workbook('锦湖_旧.xlsx', { filled: '2021-05-20' }),
  { ...counting, file: '锦湖_副本.xlsx' },
  workbook('洋湖_中期.xlsx', { unit: yanghu, mode: 'midterm' }),
  workbook('洋湖_中期_副本.xlsx', { unit: yanghu, mode: 'midterm', dataHash: 'sha256:洋湖_中期.xlsx' }),
  register('名册.xlsx', [{ street: '望淮街道', community: '锦湖社区' }]),
  workbook('不知哪里.xlsx', { unit: { county: null, countyName: null, street: null, community: null } }),
  { file: 'D:\\李建国\\坏了.xlsx', problem: '这个文件不是 .xlsx 工作簿。' },
];

const said = (submitted: readonly Submitted[], isPublic = false) => {
  const data = told({ submitted }, 'final', { isPublic });
  const report = finalReport(data);
  expect(unbound(report, data)).toEqual([]);
  const line = bodyOf(report).find((one) => one.includes('共收到文件')) ?? '';
  return { report, files: /共收到文件.*/.exec(line)?.[0] };
};

test('每份只算一种，各种相加等于没有计入的', () => {
  const { files } = said(all);
  expect(files).toBe(
    '共收到文件8份，计入本次评估1份。没有计入的7份中，中期评估的2份，已经重新报送的1份，内容重复的1份，应报名册1份，分不清单位的1份，读不出的1份。',
  );
  const counts = [...files!.matchAll(/(?<!收到文件|没有计入的|本次评估)(\d+)份/g)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(7);
});

test.each([
  ['都计入的，不再说', [counting], '共收到文件1份，计入本次评估1份。'],
  ['只有一种的，一句说完', all.slice(0, 2), '共收到文件2份，计入本次评估1份。没有计入的1份是已经重新报送的。'],
  ['几份都是一种', [counting, ...all.slice(3, 5)], '共收到文件3份，计入本次评估1份。没有计入的2份都是中期评估的。'],
])('%s', (_, submitted, sentence) => {
  expect(said(submitted).files).toBe(sentence);
});

test('内部版逐份列出文件、单位和原因，另一次评估的除外；别人电脑上的文件夹、像人名的不写', () => {
  expect(annexOf(said(all).report, '数据质量说明').slice(-7)).toEqual([
    '没有计入的文件（不含中期评估的）',
    '文件|单位|没有计入的原因',
    '锦湖_××.xlsx（“文件”表第2个）|田家庵区望淮街道锦湖社区|已经重新报送',
    '锦湖_副本.xlsx|田家庵区望淮街道锦湖社区|与另一份内容相同',
    '××.xlsx（“文件”表第6个）|—|分不清是哪个单位的',
    '名册.xlsx|—|应报名册，用来核对应报单位',
    '××.xlsx（“文件”表第8个）|—|读不出',
  ]);
});

test('只有另一次评估的，不列表；公开版只有数', () => {
  expect(wholeOf(said([counting, ...all.slice(3, 5)]).report)).not.toContain('没有计入的文件');
  const { report, files } = said(all, true);
  expect(files).toBe(said(all).files);
  expect(wholeOf(report)).not.toMatch(/没有计入的文件|xlsx/);
});
