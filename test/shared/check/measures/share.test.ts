/** 几分之几：分子分母同一口径，身份不明的进不进分母也要两头算 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const certified = {
  kind: 'share',
  table: 'people',
  identity: 'person',
  of: { is: 'oneOf', field: 'staff', codes: ['own'], otherwise: asked },
  where: { is: 'yes', field: 'certified', otherwise: asked },
  by: 'certified',
} as const;
const person = (name: string, staff: string | null, certified: string | null) => ({
  人员姓名: name,
  人员身份: staff,
  是否持证: certified,
});
const two = [person('张一', '社区人员', '是'), person('李二', '社区人员', '否')];

test('两人中一人持证；派驻人员分子分母都不进', () => {
  expect(taken(certified, { 人员名册: [...two, person('王三', '派驻人员', '是')] })).toBe('1/2');
});

test('是否持证不明：进分母，分子待定', () => {
  expect(taken(certified, { 人员名册: [...two, person('王三', '社区人员', null)] })).toBe('1～2/3');
});

test('身份不明而持证：分子分母一同进，或一同不进', () => {
  expect(taken(certified, { 人员名册: [...two, person('王三', null, '是')] })).toBe('1～2/2～3');
});

test('身份不明而不持证：进分母就拉低', () => {
  expect(taken(certified, { 人员名册: [...two, person('王三', null, '否')] })).toBe('1/3～2');
});

test('没有一人可进分母：缺数据，不除以零', () => {
  expect(taken(certified, { 人员名册: [person('王三', '派驻人员', '是')] })).toBe('missing.nobody');
});
