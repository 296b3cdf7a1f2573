/** 中心、站的名称属于本社区（春申社区）；名称里没有社区的，不算别人的 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, saidOfEach } from '../given.ts';

const ofOwn = { is: 'ofOwn', field: 'host', otherwise: asked } as const;

test.each<[written: string | null, expected: Said]>([
  ['春申社区社会工作服务站', '算'],
  ['社会工作服务站', '算'],
  ['夏集社区社会工作服务站', '不算'],
  ['/', '待核实'],
  [null, '待核实'],
])('有一行写明春申社区，另一行写“%s”', (written, expected) => {
  expect(saidOfEach(ofOwn, [{ 主办机构: '春申社区服务站' }, { 主办机构: written }])).toEqual(['算', expected]);
});

test('没有一行写本社区，写法相近的待核实', () => {
  const lines = [{ 主办机构: '春申新村服务站' }, { 主办机构: '夏集社区服务站' }];
  expect(saidOfEach(ofOwn, lines)).toEqual(['待核实', '不算']);
});

test('没有这一栏，待核实', () => {
  expect(saidOfEach(ofOwn, [{}])).toEqual(['待核实']);
});
