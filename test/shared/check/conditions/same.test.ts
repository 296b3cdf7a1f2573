/** 与另一张表里写的相同：承接机构与基本情况表一致 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, said } from '../given.ts';

const condition: Condition = { is: 'same', field: 'host', table: 'facts', as: 'agency', otherwise: asked };
const facts = (agency: string | null) => ({
  基本情况: [{ 社区全称: '春申社区', 承接机构: agency, 确认日期: '2020-07-01', 报送日期: '2020-07-10' }],
});

test.each<[what: string, host: string | null, expected: Said]>([
  ['相同', '和谐社会工作服务中心', '算'],
  ['前面多了市名', '淮南市和谐社会工作服务中心', '算'],
  ['另一家', '阳光社会工作服务中心', '不算'],
  ['空白，待核实', null, '待核实'],
  ['写“/”，待核实', '/', '待核实'],
])('%s', (_what, host, expected) => {
  expect(said(condition, { 主办机构: host, 参加人数: 3 }, facts('和谐社会工作服务中心'))).toBe(expected);
});

test('基本情况表没有填，不能说不同', () => {
  expect(said(condition, { 主办机构: '阳光社会工作服务中心' }, facts(null))).toBe('算');
});

test('没有这一栏，待核实', () => {
  expect(said(condition, {}, facts('和谐社会工作服务中心'))).toBe('待核实');
});
