import { beforeAll, expect, test } from 'vitest';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { annexes, annexOf, bodyOf, type City, sampleCity, told } from './papers.ts';

// Every figure is that of test/fixtures/samples/city/汇总.md, worked out by hand: only 柳塘村 and 锦湖社区 handed in at the end.

let city: City;
let lines: readonly string[];

beforeAll(async () => {
  city = await sampleCity();
  lines = bodyOf(finalReport(told(city, 'final')));
});

test.each([
  ['淮南市民政局', null, '淮南市人民政府'],
  ['淮南市民政局基层政权科', null, '淮南市人民政府'],
  [null, null, '淮南市人民政府'],
  ['淮南市某评估中心', '淮南市民政局', '淮南市民政局'],
  [null, '淮南市民政局', '淮南市民政局'],
  ['凤台县民政局', null, ''],
  ['淮南市某评估中心', null, ''],
])('署名%s、委托%s：报给“%s”，没有报给谁的不写特此报告', (office, commissioner, addressee) => {
  const report = finalReport(told(city, 'final', { office, commissioner }));
  expect(textOf(report.addressee ?? [])).toBe(addressee);
  expect(bodyOf(report).includes('特此报告。')).toBe(addressee !== '');
});

test('公开版不报给谁', () => {
  const report = finalReport(told(city, 'final', { commissioner: '淮南市民政局', isPublic: true }));
  expect(report.addressee).toBeNull();
  expect(bodyOf(report)).not.toContain('特此报告。');
});

test('报市政府，八章，最后特此报告', () => {
  const report = finalReport(told(city, 'final'));
  expect(textOf(report.addressee ?? [])).toBe('淮南市人民政府');
  expect(report.body.flatMap((one) => (one.kind === 'heading' && one.level === 1 ? [textOf(one.text)] : []))).toEqual([
    '试点背景与组织实施',
    '目标任务完成情况',
    '主要做法',
    '工作成效',
    '典型模式与案例',
    '存在问题与原因',
    '验收结论与示范点建议名单',
    '下一步工作建议',
  ]);
  expect(lines.at(-1)).toBe('特此报告。');
});

test.each([
  '社区工作者17人，其中持证7人，持证率41.18%，达到40%目标。应评的2个单位中，达标1个，占50.00%；未达标1个（寿县清泉镇柳塘村）。',
  '应达到岗位标准的中心和站4个，其中已达到3个，覆盖率75.00%，距100%目标差25.00个百分点、1个。应评的2个单位中，达标1个，占50.00%；未达标1个（寿县清泉镇柳塘村）。',
  '常住人口11916人，其中注册志愿者1952人，注册率16.38%，达到16%目标。应评的2个单位中，达标1个，占50.00%；未达标1个（寿县清泉镇柳塘村）。',
  // 6/18 = 33.33% at mid-term.
  '社区工作者持证比例：2个可比单位中期合计33.33%（6/18），终期41.18%（7/17），提高7.85个百分点。',
  '城市社区社会组织数：1个可比单位中期合计10家，终期12家，增加2家。',
  '农村社区社会组织数：1个可比单位中期合计4家，终期4家，没有变化。',
  '适用的总体目标全部达到的单位有1个：田家庵区望淮街道锦湖社区。',
  '以上是按报送数据计算的结果，作为验收的建议；是否通过验收由主管部门认定。',
  '寿县清泉镇柳塘村的数据有强制性问题没有改正，建议改正后重新报送，再作认定。',
  '建议寿县清泉镇柳塘村、田家庵区望淮街道锦湖社区补报缺的数据，核实存疑的数据，对核实性问题写明核实说明。',
  '下列名单按评分表试算得出（建议方案，非文件规定），供认定时参考，由主管部门决定。',
])('写着：%s', (sentence) => {
  expect(lines).toContain(sentence);
});

test('总体目标逐条对表', () => {
  expect(lines).toContain('社区工作者持证比例|40%|2|1|1|0|0');
});

test('率的差是百分点，不是百分号', () => {
  expect(lines.filter((line) => /(提高|下降|增加|减少)[\d.]+%/.test(line))).toEqual([]);
});

test('基线填了才比', () => {
  const key = 'HN-03/望淮街道/锦湖社区';
  const baseline = [{ key, id: 'G03', numerator: 2, denominator: 10 }];
  const with_ = bodyOf(finalReport(told({ ...city, options: { baseline } }, 'final')));
  expect(with_).toContain(
    '社区工作者持证比例：1个可比单位基线合计20.00%（2/10），终期50.00%（5/10），提高30.00个百分点。',
  );
  expect(lines.some((line) => line.includes('基线'))).toBe(false);
});

test('没有人评的项目写没有评定，评了的写评了几个', () => {
  const annex = (options: City['options']) => annexOf(finalReport(told({ ...city, options }, 'final')), '评分表');
  expect(annex({})).toContain('居民满意度（人评）：2个单位都没有评定，不计分，也不作零分。');
  const given = {
    key: 'HN-03/望淮街道/锦湖社区',
    item: '满意度',
    points: 1.5,
    by: '评估组',
    on: '2021-06-10',
    mode: 'final' as const,
  };
  expect(annex({ judged: [given] })).toContain(
    '居民满意度（人评）：应评2个单位，已评1个，按人评的分计入，没有评的不作零分。',
  );
});

test('整改情况按编号核对，没有交回台账的写没有回报', () => {
  const at = lines.indexOf('整改情况');
  expect(lines[at + 1]).toMatch(/^按问题编号核对交回的整改台账，.*没有回报\d+个。$/);
});

test('附件', () => {
  expect(annexes(finalReport(told(city, 'final')))).toEqual([
    '指标完成情况表',
    '评分表',
    '资金使用情况',
    '各单位问题清单',
    '问题销号情况表',
    '数据质量说明',
    '口径说明',
    '数据来源',
  ]);
  expect(annexOf(finalReport(told(city, 'final')), '资金使用情况')[0]).toBe(
    '专项资金：各单位都没有报送金额，不作合计。',
  );
});

test('每个数都还原得出来', () => {
  const data = told(city, 'final');
  expect(unbound(finalReport(data), data)).toEqual([]);
});
