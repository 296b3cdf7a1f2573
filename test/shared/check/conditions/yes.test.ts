/** 填“是” */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'yes', field: 'held', otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['是', { 是否举办: '是' }, '算'],
  ['打勾', { 是否举办: '√' }, '算'],
  ['否', { 是否举办: '否' }, '不算'],
  ['认不出，待核实', { 是否举办: '再议' }, '待核实'],
  ['空白不等于“否”', { 是否举办: null, 参加人数: 3 }, '待核实'],
  ['写“/”，读作否', { 是否举办: '/' }, '不算'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});
