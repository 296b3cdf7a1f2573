/** 整张清单的规则：是哪个社区的，是不是现有的全部，分段标题 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

type Rows = readonly (readonly Cell[])[];

const facts = (community: string): Rows => [
  ['县（区）', '田家庵区'],
  ['街道（乡镇）', '云桥街道'],
  ['社区（村）名称', community],
  ['城乡分类代码', '111'],
  ['常住人口（人）', 10000],
];
const organisations = (title: string, ...between: Rows): Rows => [
  [title],
  ['序号', '组织名称', '备案号', '备案日期'],
  ...between,
  [1, '云桥合唱队', '云备1', '2018-01-05'],
  [2, '云桥腰鼓队', '云备2', '2018-01-05'],
];

const judged = (sheets: Readonly<Record<string, Rows>>, rules: readonly string[]) => {
  const made = Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows));
  const { findings } = evaluate(workbookOf(...made), { mode: 'final' });
  return findings.flatMap(({ rule, at }) => (rules.includes(rule) ? [`${rule} ${at.sheet}!${at.address}`] : []));
};

test('两张基本情况表各写一个社区', () => {
  const sheets = { 甲: facts('望淮社区'), 乙: facts('临河社区') };
  expect(judged(sheets, ['N048'])).toEqual(['N048 甲!B3']);
});

test('计划培育的不是现有的', () => {
  const sheets = { 基本情况: facts('望淮社区'), 计划: organisations('社会组织培育计划表') };
  expect(judged(sheets, ['N055'])).toEqual(['N055 计划!A2:D4']);
});

test('分段标题写明备案，提示一次', () => {
  const sheets = { 基本情况: facts('望淮社区'), 名录: organisations('社会组织名录', ['一、街道备案的']) };
  expect(judged(sheets, ['N056'])).toEqual(['N056 名录!A3']);
});

test('别的社区的名录，每张说一次', () => {
  const sheets = { 基本情况: facts('望淮社区'), 临河社区: organisations('社会组织名录') };
  expect(judged(sheets, ['R030'])).toEqual(['R030 临河社区!A2:D4']);
});
