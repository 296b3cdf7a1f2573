/** 特殊人群名单一格也不带走；有这样一张名单，是遮的时候指出的，最后并进结果里。 */
import { describe, expect, test } from 'vitest';
import { evaluate, readAlike, restored } from '../../../shared/evaluate.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, SECRET } from './deidentify.ts';

const organisations = [
  ['组织名称', '管理方式', '类别'],
  ['春风队', '备案', '志愿服务'],
];
const children = [
  ['困境儿童名单'],
  ['序号', '姓名', '监护人', '住址', '联系电话'],
  [1, '王小明', '王大明', '槐荫路12号', '13955401234'],
];
const PERSONAL = /王小明|王大明|槐荫路|13955401234/;

describe('单独一张表', () => {
  const raw = workbookOf(sheetOf('名录', organisations), sheetOf('困境儿童王小明', children));
  const masked = deidentified(raw);

  test('整张不带走，名称也不带', () => {
    expect(masked.snapshot.sheets.map(({ name }) => name)).toEqual(['名录']);
    expect(JSON.stringify(masked.snapshot)).not.toMatch(/困境|小明/);
    expect(masked.withheld).toEqual([]);
    expect(readAlike(masked)).not.toBeNull();
  });

  test('指出在哪张表哪一格，不带值', () => {
    expect(masked.findings).toMatchObject([
      { rule: 'R201', at: { sheet: '困境儿童王小明', address: 'B2' }, value: null, shown: null },
    ]);
    expect(masked.rules.map(({ id }) => id)).toEqual(['R201']);
    expect(masked.findings[0]!.message).not.toMatch(PERSONAL);
  });

  test('并进结果：问题和规则各有一条，与不脱敏时一样', () => {
    const answer = evaluate(masked.snapshot);
    expect(answer.findings.filter(({ rule }) => rule === 'R201')).toEqual([]);
    const { findings, rules } = restored(answer, masked, raw, SECRET);
    expect(rules.filter(({ id }) => id === 'R201')).toHaveLength(1);
    const said = (all: typeof findings) =>
      all.filter(({ rule }) => rule === 'R201').map(({ at, message, fix }) => [at, message, fix]);
    expect(said(findings)).toEqual(said(evaluate(raw).findings));
    expect(said(findings)).toHaveLength(1);
  });
});

describe('与别的名册在同一张表里', () => {
  const raw = workbookOf(sheetOf('名录', [...organisations, [], ...children]));
  const masked = deidentified(raw);

  test('只有名单的那些格是空的', () => {
    const [headings, row, ...others] = masked.snapshot.sheets[0]!.values;
    expect(headings).toEqual(['组织名称', '管理方式', '类别', null, null]);
    expect(row!.slice(1, 3)).toEqual(['备案', '志愿服务']);
    expect(
      others
        .slice(2)
        .flat()
        .every((cell) => cell === null),
    ).toBe(true);
    expect(JSON.stringify(masked.snapshot)).not.toMatch(PERSONAL);
  });

  test('名册读出的不变，名单照样指出', () => {
    expect(readAlike(masked)).not.toBeNull();
    expect(masked.findings.map(({ rule, at }) => [rule, at.address])).toEqual([['R201', 'B5']]);
  });
});
