/** 写的是本社区（春申社区）；要把整栏的写法放在一起看 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Said, saidOfEach } from '../given.ts';

const own = { is: 'own', field: 'community', otherwise: asked } as const;

test.each<[written: string | null, expected: Said]>([
  ['春申社区', '算'],
  ['洞泉街道春申社区居委会', '算'],
  ['夏集社区', '不算'],
  ['春申社区、夏集社区', '算'],
  ['全街道', '待核实'],
  ['/', '待核实'],
  [null, '待核实'],
])('有一行写明春申社区，另一行写“%s”', (written, expected) => {
  expect(saidOfEach(own, [{ 所属社区: '春申社区' }, { 所属社区: written }])).toEqual(['算', expected]);
});

test('没有一行写本社区，写法相近的待核实', () => {
  expect(saidOfEach(own, [{ 所属社区: '春申新村' }, { 所属社区: '夏集社区' }])).toEqual(['待核实', '不算']);
});

test('全街道怎么算，可以另作规定', () => {
  const lines = [{ 所属社区: '春申社区' }, { 所属社区: '全街道' }];
  expect(saidOfEach({ ...own, doubt: 'in' }, lines)).toEqual(['算', '算']);
});

test('没有这一栏，待核实', () => {
  expect(saidOfEach(own, [{}])).toEqual(['待核实']);
});

test.each<[written: string, expected: Said]>([
  ['洞泉街道', '算'],
  ['洞泉街道办事处', '算'],
  ['洞泉街道各社区', '待核实'],
  ['银鹭街道', '不算'],
])('街道自己的事项，写“%s”', (written, expected) => {
  const lines = [{ 所属社区: '春申社区' }, { 所属社区: written }];
  expect(saidOfEach({ ...own, street: true }, lines)).toEqual(['算', expected]);
});
