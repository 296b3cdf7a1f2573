/** 地点、主办写有别的社区（工作簿里另有写明的），没有写本社区（春申社区） */

import { expect, test } from 'vitest';
import { none } from '../../../../shared/sheets/silences.ts';
import { said } from '../given.ts';

const namesOther = { is: 'namesOther', field: 'place', otherwise: none } as const;
const besides = {
  人数情况表: [
    { 社区名称: '春申社区', 常住人口: 1000, 登记人数: 10 },
    { 社区名称: '夏集社区', 常住人口: 1000, 登记人数: 10 },
  ],
};

test.each([
  ['夏集社区活动室', '算'],
  ['夏集村部', '算'],
  ['春申社区活动室', '不算'],
  ['春申、夏集社区', '不算'],
  ['文化广场', '不算'],
  ['示范社区活动室', '不算'],
  [null, '不算'],
] as const)('“%s”', (place, expected) => {
  const line = { 活动地点: place };
  expect(said(namesOther, line, besides)).toBe(expected);
});
