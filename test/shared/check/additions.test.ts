/** Adding an indicator, a rule or a synonym is adding an entry of data; nothing else changes. */
import { describe, expect, test } from 'vitest';
import { openScope } from '../../../shared/check/conditions/scope.ts';
import { rulesIn } from '../../../shared/check/rules/run.ts';
import { indicatorsIn } from '../../../shared/check/verdicts/indicators.ts';
import { grounds } from '../../../shared/evaluate.ts';
import type { IndicatorDef, RuleDef } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { readUnit } from '../../../shared/read/unit.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { facts, snapshotOf } from './workbooks.ts';

const { catalogue } = grounds;

const workbook = snapshotOf({
  基本情况: facts,
  名录: [
    ['组织名称', '归口办法', '备案号', '备案日期', '类别', '其中：党员'],
    ['春风队', '备案', '社备1', '2019-05-01', '志愿服务', 12],
    ['夏荷队', '备案', '社备2', '2019-05-01', '文体活动', 30],
  ],
});
const final = { mode: 'final', asOf: '2021-05-31' } as const;

/** One entry more in `catalogue/tables`: another way of heading a column. */
const withSynonym = {
  ...catalogue,
  tables: catalogue.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) =>
      table.id === 'W02' && field.key === 'mgmt'
        ? { ...field, synonyms: [...(field.synonyms ?? []), '归口办法'] }
        : field,
    ),
  })),
};

describe('同义词', () => {
  test('没有这个同义词，这一栏认不出', () => {
    const [, roster] = readWorkbook(workbook, catalogue).tables;
    expect(roster?.columns[1]?.field).toBeNull();
  });
  test('加一个同义词，就认出', () => {
    const [, roster] = readWorkbook(workbook, withSynonym).tables;
    expect(roster?.columns[1]?.field).toBe('mgmt');
  });
});

const read = readWorkbook(workbook, withSynonym);
const reading = { ...read, unit: readUnit(read, undefined, withSynonym, policies[0]!.register) };

test('指标：目标集里加一条', () => {
  const partyMembers: IndicatorDef = {
    id: 'Y01',
    name: '社会组织中的党员数',
    gloss: 'party members in community organisations',
    scope: 'community',
    citation: { source: '举例', section: '一', quote: '社会组织中的党员不少于50人' },
    formula: '名录“其中：党员”之和',
    open: '',
    calibre: '只计备案、登记的组织',
    measure: {
      kind: 'sum',
      table: 'W02',
      field: 'party_members',
      where: { is: 'oneOf', field: 'mgmt', codes: ['登记', '备案'] },
    },
    target: { op: '>=', p: 50, q: 1, unit: '人', due: '2021-05-31', binding: 'binding' },
  };
  const set = { ...policies[0]!, indicators: [...policies[0]!.indicators, partyMembers] };
  const indicator = indicatorsIn(openScope(reading, withSynonym, set, final)).find(({ id }) => id === 'Y01');
  expect(indicator).toMatchObject({ numerator: 42, verdict: 'unmet', gap: { amount: 8, unit: '人' } });
  expect(indicator?.at).toEqual({ sheet: '名录', address: 'F1' });
});

test('规则：规则表里加一条', () => {
  const tooMany: RuleDef = {
    id: 'R999',
    table: 'W02',
    title: '党员一般不超过 20 人',
    relation: '举例',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: ['party_members'],
        must: { is: 'number', field: 'party_members', op: '<=', than: 20 },
        message: '{where}“{header}”填“{value}”，一般不超过 20 人。',
        fix: '核对人数。',
      },
    ],
  };
  const policy = { ...policies[0]!, rules: [...policies[0]!.rules, tooMany] };
  const { findings } = rulesIn(openScope(reading, withSynonym, policy, final));
  const found = findings.filter(({ rule }) => rule === 'R999');
  expect(found.map(({ at, message }) => `${at.address} ${message}`)).toEqual([
    'F3 第3行“其中：党员”填“30”，一般不超过 20 人。',
  ]);
});
