/** 空的填报表：每张表、每个表头都认得，除了必填的空格什么都不说，也不算作完成了什么。 */
import { describe, expect, test } from 'vitest';
import type { Template } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { templateOf } from '../../../shared/template/template.ts';
import { filled } from '../../template-fill.ts';
import { judged, masked } from './made.ts';

const kinds = ['urban', 'rural'] as const;
const all: readonly [string, Template, string][] = policies.flatMap((policy) =>
  kinds.map((kind) => [`${policy.id} ${kind}`, templateOf(policy, kind), policy.id] as [string, Template, string]),
);

const TABLES = ['W01', 'W02', 'W03', 'W04', 'W05', 'W06', 'W07', 'W08', 'W09', 'W10', 'W11', 'W12', 'W12', 'W15'];

describe.each(all)('%s', (_, template, policy) => {
  const evaluation = judged(filled(template), { policy });

  test('十三张表都认得，表头与印的一样', () => {
    expect(evaluation.tables.map(({ id }) => id).sort()).toEqual(TABLES);
    const others = evaluation.tables.flatMap(({ id, columns }) =>
      columns.filter(({ basis }) => basis !== 'exact').map(({ header }) => `${id} ${header}`),
    );
    expect(others).toEqual([]);
    expect(evaluation.tables.every(({ kind }) => kind === 'full')).toBe(true);
  });

  test('没有读不出的地方，没有留在本机的表', () => {
    expect(evaluation.unread).toEqual([]);
    expect(masked(filled(template)).withheld).toEqual([]);
  });

  test('只说基本情况表里必填的空格，都是变红的格子', () => {
    const red = template.sheets.flatMap(({ name, conditions }) => conditions.map(({ area }) => `${name}!${area}`));
    expect(evaluation.findings.length).toBeGreaterThan(0);
    for (const { table, at } of evaluation.findings) {
      expect(table).toBe('W01');
      expect(red).toContain(`${at.sheet}!${at.address}`);
    }
  });

  test('没有一项算完成，也没有一项是 0', () => {
    for (const { id, verdict, numerator } of evaluation.indicators) {
      expect([id, ['missing', 'not_applicable'].includes(verdict), numerator]).toEqual([id, true, null]);
    }
  });

  test('不替人填是城市还是农村、是哪个社区', () => {
    expect(evaluation.unit).toMatchObject({ community: null, urbanRural: 'unknown' });
  });
});
