/** 属于所列的几类 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked, none } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'oneOf', field: 'kind', codes: ['culture', 'training'], otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['文体活动，属于', { 活动类别: '文体活动' }, '算'],
  ['法律咨询，不属于', { 活动类别: '法律咨询' }, '不算'],
  ['认不出的类别，待核实', { 活动类别: '航天' }, '待核实'],
  ['空白，待核实', { 活动类别: null, 参加人数: 3 }, '待核实'],
  ['写“/”，待核实', { 活动类别: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('空白和没有这一栏，可以另作规定', () => {
  expect(said({ ...condition, otherwise: none }, { 活动类别: '/' })).toBe('不算');
  expect(said({ ...condition, otherwise: { ...none, absent: 'in' } }, {})).toBe('算');
});
