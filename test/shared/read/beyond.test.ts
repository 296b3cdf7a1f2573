/** 远处误填的内容不读，但要说；读得了的照读。 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import { reachOf } from '../../../shared/model/reach.ts';
import { judgedMasked } from '../../judging.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const rows = [
  ['组织名称', '管理方式', '类别'],
  ['春风队', '备案', '志愿服务'],
];
const secret = 'ab'.repeat(32);

test('读到第一千零二十四列为止；这样还超过一百万格的，整张不读', () => {
  const area = (bottom: number, right: number) => ({ top: 2, left: 1, bottom, right });
  expect(reachOf(area(60, 11))).toEqual(area(60, 11));
  expect(reachOf(area(60, 16_383))).toEqual(area(60, 1024));
  expect(reachOf(area(1_048_575, 11))).toBeNull();
  expect(reachOf(area(1_048_575, 16_383))).toBeNull();
});

test('几千行的台账，右边远处误填了一格，仍读得到', () => {
  const area = (bottom: number, right: number) => ({ top: 0, left: 0, bottom, right });
  expect(reachOf(area(4999, 16_383))).toEqual(area(4999, 199));
  expect(reachOf(area(19_999, 49))).toEqual(area(19_999, 49));
  // 少于六十四列的，说不清少了什么。
  expect(reachOf(area(19_999, 50))).toBeNull();
});

test('另有内容没有读的，列在未检查里，读到的照常判断；脱敏后一样', () => {
  const workbook = workbookOf(sheetOf('名录', rows, { beyond: 'XFD3' }));
  for (const evaluation of [evaluate(workbook), judgedMasked(workbook, secret)]) {
    expect(evaluation.tables.map(({ id }) => id)).toEqual(['W02']);
    expect(evaluation.unread).toEqual([
      { sheet: '名录', address: 'XFD3', reason: expect.stringContaining('离表格太远，没有读取') },
    ]);
  }
});

test('整张没有读的，说用到哪一格；别的表照常读', () => {
  const whole = { ...sheetOf('走访记录', []), address: 'A1', beyond: 'A1:H1048576' };
  const workbook = workbookOf(sheetOf('名录', rows), whole);
  for (const evaluation of [evaluate(workbook), judgedMasked(workbook, secret)]) {
    expect(evaluation.tables.map(({ id }) => id)).toEqual(['W02']);
    expect(evaluation.unread).toEqual([
      { sheet: '走访记录', address: 'A1:H1048576', reason: expect.stringContaining('一直用到 H1048576') },
    ]);
  }
});
