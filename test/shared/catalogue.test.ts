/** The catalogue is sound: every quote stands in the policy, every field, code and word that it names exists. */
import { describe, expect, test } from 'vitest';
import { policyText } from '../../shared/catalogue/policy.ts';
import { targetSets } from '../../shared/catalogue/targets.ts';
import { catalogue } from '../../shared/catalogue.ts';
import type { Condition } from '../../shared/model.ts';
import { changed, sound } from './check/sound.ts';
import { judged } from './check/workbooks.ts';

const fieldsOf = (table: string) =>
  new Set(catalogue.tables.filter(({ id }) => id === table).flatMap(({ fields }) => fields.map(({ key }) => key)));

const codesOf = (table: string, field: string) => {
  const def = catalogue.tables
    .filter(({ id }) => id === table)
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === field);
  return new Set(def?.list ? catalogue.codes[def.list]?.entries.map(({ code }) => code) : []);
};

/** What a condition names that the table does not have. */
function unknownIn(condition: Condition, table: string): readonly string[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => unknownIn(each, table));
    case 'not':
    case 'perhaps':
      return unknownIn(condition.of, table);
    default: {
      const names = [condition.field, 'other' in condition ? condition.other : condition.field];
      const fields = names.filter((name) => !fieldsOf(table).has(name)).map((name) => `${table}.${name}`);
      if (condition.is !== 'oneOf') return fields;
      const codes = codesOf(table, condition.field);
      return [...fields, ...condition.codes.filter((code) => !codes.has(code))];
    }
  }
}

const indicators = targetSets.flatMap((set) => set.indicators);

describe('指标', () => {
  test.each(
    indicators.filter(({ citation }) => citation.source === '淮府办〔2020〕8号').map((def) => [def.id, def] as const),
  )('%s 的引文与原文逐字一致', (_id, { citation }) => {
    expect(policyText).toContain(citation.quote);
  });

  test('引文所在章节在原文中有', () => {
    for (const { citation } of targetSets[0]!.indicators) {
      const heading = citation.section.replace(/^[二三四](（.）)\d?$/, '$1');
      expect(policyText, citation.section).toContain(heading);
    }
  });

  test('条件里的字段和代码都在表中', () => {
    for (const { id, measure } of [
      ...indicators,
      ...Object.entries(catalogue.measures).map(([id, measure]) => ({ id, measure })),
    ]) {
      if (measure.kind !== 'count' && measure.kind !== 'share') continue;
      expect(unknownIn(measure.where, measure.table), id).toEqual([]);
      if (measure.kind === 'share') expect(unknownIn(measure.of, measure.table), id).toEqual([]);
      expect(fieldsOf(measure.table), id).toContain(measure.by);
      expect(catalogue.identities[measure.identity]?.table, id).toBe(measure.table);
    }
  });

  test('一个目标集里指标号不重复', () => {
    for (const set of targetSets) {
      const ids = set.indicators.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('原文不带名单', () => {
    expect(policyText).not.toMatch(/组\s*长|附件/);
    expect(policyText).not.toContain('image');
  });
});

/** Of rules, indicators, tables and counties. */
const CODES = new RegExp(
  [
    'SPEC',
    'RULINGS',
    ...[catalogue.rules, indicators, catalogue.tables, catalogue.units].flat().map(({ id }) => id),
  ].join('|'),
);

describe('话里没有街道看不懂的编号', () => {
  test('规则的名称、问题、处理、未检查的原因', () => {
    const said = catalogue.rules.flatMap(({ title, waits = '', tests }) => [
      title,
      waits,
      ...tests.flatMap(({ message, fix, ...more }) => [message, fix, 'twice' in more ? more.twice : '']),
    ]);
    expect(said.filter((text) => CODES.test(text))).toEqual([]);
  });
  test('指标的说明', () => {
    expect(Object.values(catalogue.phrases).filter((text) => CODES.test(text))).toEqual([]);
  });
  test('填进话里的也没有：少了哪张表都一样', () => {
    const said = Object.keys(sound).flatMap((sheet) => {
      const { indicators, findings, notChecked } = judged(
        changed({ '有无表!C17': '否', '名录!B2': '未登记未备案', [sheet]: null }),
      );
      return [
        ...indicators.flatMap(({ reasons }) => reasons),
        ...findings.flatMap(({ message, fix }) => [message, fix]),
        ...notChecked.values(),
      ];
    });
    expect(said.filter((text) => CODES.test(text))).toEqual([]);
  });
});

describe('规则', () => {
  test('规则号不重复', () => {
    const ids = catalogue.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(catalogue.rules.map((rule) => [rule.id, rule] as const))(
    '%s 的字段、代码都在表中，话里的词都有人填',
    (_id, rule) => {
      const common = ['where', 'header', 'value', 'sheet', 'table', 'community', 'asOf'];
      for (const test of rule.tests) {
        const { table } = rule;
        if (table && 'fields' in test && test.fields) {
          expect([...fieldsOf(table)]).toEqual(expect.arrayContaining([...test.fields]));
        }
        if (table && 'when' in test && test.when) expect(unknownIn(test.when, table)).toEqual([]);
        if (table && 'must' in test) expect(unknownIn(test.must, table)).toEqual([]);
        if ('measure' in test) expect(Object.keys(catalogue.measures)).toContain(test.measure);
        const more = [
          'first',
          'count',
          'other',
          'otherHeader',
          'otherRow',
          'expected',
          'sum',
          'what',
          'reason',
          'original',
          'word',
        ];
        for (const [, word] of `${test.message}${test.fix}`.matchAll(/\{(.*?)\}/g))
          expect([...common, ...more]).toContain(word);
      }
    },
  );
});
