import type { AcrossTest, CheckCatalogue, Policy, RuleDef, RuleTest } from '../../../../shared/model.ts';
import { conditionFaults, patternFaults } from './conditions.ts';
import { figureFaults, measureFaults, partFaults } from './measures.ts';
import {
  at,
  emptyFaults,
  type Faults,
  fieldFaults,
  fieldsOf,
  identityFaults,
  tableFaults,
  twiceFaults,
} from './names.ts';

/** Words that a message may have put in: where it points, and what the test found. */
const PLACES = new Set(
  'where header value taken sheet table community asOf first earlier count list other otherHeader otherRow expected sum what reason original word name kind field given known'.split(
    ' ',
  ),
);

/** What the rules in force name that is not there, each with its id. */
export function ruleFaults(policy: Policy, catalogue: CheckCatalogue): Faults {
  const { rules } = policy;
  const ids = rules.map(({ id }) => id);
  return [
    ...twiceFaults('规则', ids),
    ...rules.flatMap((rule) =>
      at(`规则 ${rule.id}`, [
        ...emptyFaults({ 名称: rule.title, 依据: rule.relation }),
        ...tableFaults(
          [rule.table, ...(rule.also ?? [])].flatMap((table) => table ?? []),
          catalogue,
        ),
        ...rule.tests.flatMap((test) => testFaults(test, rule, policy, catalogue)),
        ...(rule.across ?? []).flatMap((test) => acrossFaults(test, policy, catalogue)),
      ]),
    ),
    ...readingFaults(rules, ids, catalogue),
  ];
}

function testFaults(test: RuleTest, rule: RuleDef, policy: Policy, catalogue: CheckCatalogue): Faults {
  const indicators = policy.indicators.map(({ id }) => id);
  const said = [test.message, test.fix, 'twice' in test ? test.twice : ''].join('');
  const unfilled = [...said.matchAll(/\{(.*?)\}/g)].flatMap(([, word]) => (PLACES.has(word!) ? [] : [word!]));
  return [
    ...emptyFaults({ 问题的话: test.message, 处理的话: test.fix }),
    ...unfilled.map((word) => `话里的“{${word}}”没有人填。`),
    ...(rule.table ? onTable(test, rule.table, catalogue) : []),
    ...elsewhere(test, catalogue),
    ...('measure' in test ? measureFaults(test.measure, catalogue, indicators) : []),
    ...('pattern' in test ? patternFaults(test.pattern) : []),
    ...(test.test === 'issue' && test.of && !policy.rules.some(({ id }) => id === test.of?.issue)
      ? [`规则“${test.of.issue}”不在生效的规则之内。`]
      : []),
  ];
}

/** Words of messages across workbooks, by kind. */
const ACROSS: Readonly<Record<AcrossTest['across'], readonly string[]>> = {
  shared: ['units', 'count', 'called'],
  changed: ['units', 'was', 'now'],
  followed: ['units', 'count', 'expected'],
  returned: ['units', 'count', 'numbers', 'due', 'of'],
  tally: ['count', 'expected', 'list'],
  registered: ['units', 'value', 'expected'],
};

function acrossFaults(test: AcrossTest, { indicators }: Policy, catalogue: CheckCatalogue): Faults {
  const ids = indicators.map(({ id }) => id);
  const words = [...(test.message + test.fix).matchAll(/\{(.*?)\}/g)].map(([, word]) => word!);
  return [
    ...emptyFaults({ 问题的话: test.message, 处理的话: test.fix }),
    ...words.filter((word) => !ACROSS[test.across].includes(word)).map((word) => `话里的“{${word}}”没有人填。`),
    ...(test.across === 'changed' ? partFaults(test.indicators, ids) : []),
    ...(test.across === 'followed' || test.across === 'returned' ? partFaults([test.indicator], ids) : []),
    ...(test.across === 'shared' && !catalogue.identities[test.identity]?.across
      ? [`“${test.identity}”没有与别的工作簿比对的办法。`]
      : []),
  ];
}

/** Fields, conditions and identities of the rule's own table. */
function onTable(test: RuleTest, table: string, catalogue: CheckCatalogue): Faults {
  const names: (string | undefined)[] = [];
  if ('fields' in test) names.push(...test.fields);
  if ('field' in test) names.push(test.field);
  if (test.test === 'repeated') names.push(test.agree, test.differ);
  if (test.test === 'shared') names.push(...(test.unless ?? []));
  if (test.test === 'issue') names.push(...(test.of?.fields ?? []));
  return [
    ...fieldFaults(names, table, catalogue),
    ...('identity' in test ? identityFaults(test.identity, table, catalogue) : []),
    ...('when' in test && test.when ? conditionFaults(test.when, table, catalogue) : []),
    ...('must' in test ? conditionFaults(test.must, table, catalogue) : []),
    ...(test.test === 'holds' && test.unless
      ? [
          ...identityFaults(test.unless.identity, table, catalogue),
          ...conditionFaults(test.unless.of, table, catalogue),
        ]
      : []),
  ];
}

/** What a test looks up in other tables. */
function elsewhere(test: RuleTest, catalogue: CheckCatalogue): Faults {
  switch (test.test) {
    case 'matched':
    case 'alsoIn': {
      const { table, when } = test.other;
      const fields = 'fields' in test.other ? test.other.fields : [test.other.field];
      return [...fieldFaults(fields, table, catalogue), ...(when ? conditionFaults(when, table, catalogue) : [])];
    }
    case 'equal':
      return test.as.flatMap((figure) => figureFaults(figure, catalogue));
    case 'exceeds':
      return test.sums.flatMap(({ table, field, where }) => [
        ...fieldFaults([field], table, catalogue, ['count', 'amount']),
        ...conditionFaults(where, table, catalogue),
      ]);
    case 'against': {
      const { identity, field, where } = test.sum;
      const table = catalogue.identities[identity]?.table;
      if (!table) return identityFaults(identity, null, catalogue);
      return [...fieldFaults([field], table, catalogue), ...conditionFaults(where, table, catalogue)];
    }
    case 'totals':
      return tableFaults([...(test.only ?? []), ...(test.except ?? [])], catalogue);
    case 'none':
      return tableFaults(test.tables, catalogue);
    default:
      return [];
  }
}

/** Rules that reading names: of remarks and of doubtful codes, where the table is looked at by any rule. */
function readingFaults(rules: readonly RuleDef[], ids: readonly string[], catalogue: CheckCatalogue): Faults {
  const looked = new Set(rules.map(({ table }) => table));
  return catalogue.tables
    .filter(({ id }) => looked.has(id))
    .flatMap((table) => {
      const lists = fieldsOf(table.id, catalogue).flatMap(({ list }) => catalogue.codes[list ?? '']?.doubt ?? []);
      const named = [...(table.remarks ?? []).map(({ rule }) => rule), ...lists];
      return at(
        `表 ${table.id}`,
        [...new Set(named)]
          .filter((id) => !ids.includes(id))
          .map((id) => `读取时用到的规则“${id}”不在生效的规则之内。`),
      );
    });
}
