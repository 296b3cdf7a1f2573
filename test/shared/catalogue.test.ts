/** Every quote stands in the policy, and people can read what the catalogue says; that its names exist is `policies/typos.test.ts`. */
import { describe, expect, test } from 'vitest';
import { phrases } from '../../shared/check/phrases.ts';
import { grounds } from '../../shared/evaluate.ts';
import { policyText } from '../../shared/policies/huainan-2020/document.ts';
import { policies } from '../../shared/policies.ts';
import { changed, sound } from './check/sound.ts';
import { judged } from './check/workbooks.ts';

const { catalogue } = grounds;
const rules = policies.flatMap((policy) => policy.rules);
const indicators = policies.flatMap((set) => set.indicators);

describe('指标', () => {
  test.each(
    indicators.filter(({ citation }) => citation.source === '淮府办〔2020〕8号').map((def) => [def.id, def] as const),
  )('%s 的引文与原文逐字一致', (_id, { citation }) => {
    expect(policyText).toContain(citation.quote);
  });

  test('引文所在章节在原文中有', () => {
    for (const { citation } of policies[0]!.indicators) {
      const heading = citation.section.replace(/^[二三四](（.）)\d?$/, '$1');
      expect(policyText, citation.section).toContain(heading);
    }
  });

  test('原文不带名单', () => {
    expect(policyText).not.toMatch(/组\s*长|附件/);
    expect(policyText).not.toContain('image');
  });
});

/** Of rules, indicators, tables and counties. */
const CODES = new RegExp(
  ['[A-Z]{4,}', '§', ...[rules, indicators, catalogue.tables, catalogue.units].flat().map(({ id }) => id)].join('|'),
);

describe('话里没有街道看不懂的编号', () => {
  test('规则的名称、问题、处理、未检查的原因', () => {
    const said = rules.flatMap(({ title, waits = '', tests, across = [] }) => [
      title,
      waits,
      ...across.flatMap(({ message, fix }) => [message, fix]),
      ...tests.flatMap(({ message, fix, ...more }) => [message, fix, 'twice' in more ? more.twice : '']),
    ]);
    expect(said.filter((text) => CODES.test(text))).toEqual([]);
  });
  test('指标的说明', () => {
    expect(Object.values(phrases).filter((text) => CODES.test(text))).toEqual([]);
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

test('依据是条款、标准或道理，人看得懂，没有编号', () => {
  for (const { id, relation } of rules) {
    expect(relation, id).toMatch(/\p{Script=Han}{3}/u);
    expect(relation, id).not.toMatch(CODES);
  }
});

test('别的文件的规则，话里没有试点、淮南和市民政局', () => {
  for (const { id, rules: own } of policies.slice(1)) {
    const said = own.flatMap(({ title, relation, waits = '', tests, across = [] }) => [
      title,
      relation,
      waits,
      ...[...tests, ...across].flatMap(({ message, fix }) => [message, fix]),
    ]);
    expect(
      said.filter((text) => /试点|淮|民政局/.test(text)),
      id,
    ).toEqual([]);
  }
});
