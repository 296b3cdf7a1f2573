/** 数与数比 */
import { expect, test } from 'vitest';
import type { Condition } from '../../../../shared/model.ts';
import { asked } from '../../../../shared/sheets/silences.ts';
import { type Line, type Said, said } from '../given.ts';

const condition: Condition = { is: 'number', field: 'people', op: '>=', than: 10, otherwise: asked };

test.each<[what: string, line: Line, expected: Said]>([
  ['10 人，不少于 10', { 参加人数: 10 }, '算'],
  ['9 人，不到', { 参加人数: 9 }, '不算'],
  ['汉字数照读', { 参加人数: '十二人' }, '算'],
  ['约 30 人，不是确定的数', { 参加人数: '约30人' }, '待核实'],
  ['认不出，待核实', { 参加人数: '很少' }, '待核实'],
  ['空白，待核实', { 参加人数: null, 邀请人数: 3 }, '待核实'],
  ['写“/”，待核实', { 参加人数: '/' }, '待核实'],
  ['没有这一栏，待核实', {}, '待核实'],
])('%s', (_what, line, expected) => {
  expect(said(condition, line)).toBe(expected);
});

test('约 30 人至少是 1 人', () => {
  expect(said({ is: 'number', field: 'people', op: '>=', than: 1, otherwise: asked }, { 参加人数: '约30人' })).toBe(
    '算',
  );
});

test.each<[op: '>=' | '>' | '<=' | '<' | '=', nine: Said, ten: Said, eleven: Said]>([
  ['>=', '不算', '算', '算'],
  ['>', '不算', '不算', '算'],
  ['<=', '算', '算', '不算'],
  ['<', '算', '不算', '不算'],
  ['=', '不算', '算', '不算'],
])('9、10、11 与 10 比：%s', (op, ...expected) => {
  const answers = [9, 10, 11].map((people) =>
    said({ is: 'number', field: 'people', op, than: 10, otherwise: asked }, { 参加人数: people }),
  );
  expect(answers).toEqual(expected);
});
