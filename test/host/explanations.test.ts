import { expect, test } from 'vitest';
import { explanationsIn } from '../../addin/host/sheets.ts';

test('what people wrote, with its key, and whether it stands under 已消除', () => {
  expect(
    explanationsIn([
      ['差距清单', '', '', ''],
      ['序号', '问题', '说明', '键'],
      [1, '缺统一代码', ' 已补办，下周到 ', 'k1'],
      [2, '电话重复', '', 'k2'],
      [3, '人数不符', 12, 'k3'],
      ['已消除', '', '', ''],
      [1, '日期有误', '原表有误', 'k4'],
    ]),
  ).toEqual([
    { key: 'k1', about: '缺统一代码', text: ' 已补办，下周到 ', cleared: false },
    { key: 'k3', about: '人数不符', text: '12', cleared: false },
    { key: 'k4', about: '日期有误', text: '原表有误', cleared: true },
  ]);
});

test('nothing where the headings are gone', () => {
  expect(
    explanationsIn([
      ['序号', '问题', '备注', '键'],
      [1, '甲', '乙', 'k1'],
    ]),
  ).toEqual([]);
  expect(explanationsIn([])).toEqual([]);
});
