/** 已填：写了什么都算，认不认得出都一样 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { written, writtenIfThere } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'filled', field: 'people', otherwise: written };

test.each<[what: string, line: Line, expected: Said]>([
  ['35 人，已填', { 参加人数: 35 }, '算'],
  ['0 也是已填', { 参加人数: 0 }, '算'],
  ['写“很少”，认不出，但已填', { 参加人数: '很少' }, '算'],
  ['空白，没有填', { 参加人数: null, 邀请人数: 10 }, '不算'],
  ['写“/”，没有填', { 参加人数: '/' }, '不算'],
  ['没有这一栏，没有填', {}, '不算'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('没有这一栏时，可以另作规定', () => {
  expect(said({ is: 'filled', field: 'people', otherwise: writtenIfThere }, {})).toBe('待核实');
});
