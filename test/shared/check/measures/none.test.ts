/** 工作簿里看不出来的：不列 */
import { expect, test } from 'vitest';
import type { Measure } from '../../../../shared/model.ts';
import { madeOf, target } from '../given.ts';

const none: Measure = { kind: 'none' };

test('不算，也不列', () => {
  expect(
    madeOf([target('市级事项', none, 1)], { 人员名册: [{ 人员姓名: '张一', 人员身份: '社区人员', 是否持证: '是' }] }),
  ).toBe('不列');
});
