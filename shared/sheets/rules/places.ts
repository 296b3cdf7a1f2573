import type { Condition, RuleDef, RuleTest } from '../../model.ts';
import { none } from '../silences.ts';
import { W03, W04, W05, W06, W08, W09, W12, W14 } from '../tables.ts';

const asked = (field: string, is: 'own' | 'ofOwn', street?: true): RuleTest => {
  const named = (doubt: 'in' | 'out'): Condition => ({ is, field, street, doubt, otherwise: none });
  return {
    test: 'holds',
    severity: 'warning',
    fields: [field],
    when: named('in'),
    must: named('out'),
    message: '{where}“{header}”填“{value}”，认不出是否本社区（{community}），核实前只计入上限。',
    fix: '写明所属的社区，用与“基本情况表”相同的名称；涉及几个社区的逐个写明。',
  };
};

/** 全街道, 各社区: perhaps this community as well; or its name in other words. */
export const whose = (field: string): RuleTest => asked(field, 'own');

const rule = (id: string, table: string, test: RuleTest): RuleDef => ({
  id,
  table,
  title: '社区名称须能认出是否本社区',
  relation: '不能确定是否本社区的，核实前只计入上限',
  tests: [test],
});

/** The same as the second test of R030, of other lists that name communities. */
export const places: readonly RuleDef[] = [
  rule('R050', W03.id, whose(W03.field.community)),
  rule('R057', W04.id, asked(W04.field.org, 'ofOwn')),
  rule('R059', W04.id, whose(W04.field.community)),
  rule('R067', W05.id, whose(W05.field.community)),
  rule('R077', W06.id, whose(W06.field.community)),
  rule('R094', W08.id, whose(W08.field.community)),
  rule('R105', W09.id, asked(W09.field.community, 'own', true)),
  rule('R134', W12.id, whose(W12.field.community)),
  rule('R141', W14.id, whose(W14.field.community)),
];
