/** 表上的日期合不合规定 */
import { expect, test } from 'vitest';
import { headingOf } from '../../../../shared/check/measures/evidence.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { scopeOf, taken } from '../given.ts';

const filedInTime = {
  kind: 'holds',
  table: 'facts',
  needs: ['confirmed', 'filed'],
  where: { is: 'within', field: 'filed', to: { on: '2020-07-31' }, otherwise: asked },
  late: { field: 'filed', due: '2020-07-31' },
} as const;
const facts = (confirmed: string | null, filed: string | null) => [
  { 社区全称: '春申社区', 承接机构: '和谐社会工作服务中心', 确认日期: confirmed, 报送日期: filed },
];

test.each<[filed: string | null, expected: string]>([
  ['2020-07-31', '1'],
  ['2020-08-01', '0'],
  ['2020.2.30', '0～1'],
  [null, 'missing.date'],
  ['/', 'missing.date'],
])('7月31日前报送：填“%s”', (filed, expected) => {
  expect(taken(filedInTime, { 基本情况: facts('2020-07-01', filed) })).toBe(expected);
});

test('另一个日期没有填，也是缺数据', () => {
  expect(taken(filedInTime, { 基本情况: facts(null, '2020-07-31') })).toBe('missing.date');
});

test('登记表没有栏，指的是填数的那一格；没有填，哪里也不指', () => {
  const [form] = scopeOf({ 基本情况: [{ 社区全称: '春申社区', 确认日期: '2020-07-20' }] }).tables('facts');
  expect(headingOf(form!, 'confirmed')).toEqual({ sheet: '基本情况', address: 'B2' });
  expect(headingOf(form!, 'agency')).toBeNull();
});
