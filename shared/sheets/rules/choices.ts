import type { Condition, RuleDef, TestOf } from '../../model.ts';
import { hasColumn, not } from '../measures.ts';
import { W04, W05, W08, W11, W14 } from '../tables.ts';

/** Something typed that is none of the field's choices, where it decides whether a line counts. */
export const choice = (...fields: readonly string[]): TestOf<'readable'> => ({
  test: 'readable',
  severity: 'warning',
  fields,
  message: '{where}“{header}”填“{value}”，认不出是哪一项，核实前不能确定是否计入。',
  fix: '改填填报表所列的一项，其他情况写在备注里。',
});

const rule = (id: string, table: string, title: string, field: string, when?: Condition): RuleDef => ({
  id,
  table,
  title,
  relation: '认不出的不猜，核实前不能确定是否计入',
  tests: [when ? { ...choice(field), when } : choice(field)],
});

/** The choices that no rule of their own asks about. */
export const choices: readonly RuleDef[] = [
  rule('R058', W04.id, '须填专职或兼职', W04.field.fulltime),
  rule('R068', W05.id, '项目状态须能认出', W05.field.status),
  rule('R093', W08.id, '主办层级须能认出', W08.field.layer),
  rule('R112', W11.id, '资金来源须能认出', W11.field.source),
  // Where it is said whether an issue is closed, the state decides nothing.
  rule('R133', W14.id, '整改状态须能认出', W14.field.status, not(hasColumn(W14.field.closed))),
];
