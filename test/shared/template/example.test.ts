/** 示例一行：照印的不计也不说；改了一格就要说；去掉“示例”也不会悄悄计入。原样和遮盖后一样。 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';
import { filled } from '../../template-fill.ts';
import { judged, masked, urban, withSheet } from './made.ts';

const LIST = '社区社会组织名录';
const EXAMPLE = 5;
const blank = filled(urban);
const example = blank.sheets.find(({ name }) => name === LIST)!.values[EXAMPLE]!;

const withExample = (change: (cells: readonly Cell[]) => readonly Cell[]): WorkbookSnapshot =>
  withSheet(blank, LIST, (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, at) => (at === EXAMPLE ? change(row) : row)),
  }));

/** Lines that count, and whether it is said that one does not. */
const told = (workbook: WorkbookSnapshot) =>
  [evaluate(workbook), judged(workbook)].map(({ tables, findings }) => [
    tables.find(({ id }) => id === 'W02')!.rows,
    findings.some(({ rule }) => rule === 'N050'),
  ]);

const twice = <Told>(each: Told) => [each, each];

test('照印的：不计，也不说', () => {
  expect(told(blank)).toEqual(twice([0, false]));
});

test('改了名称，“示例”还在：不计，但要说', () => {
  expect(told(withExample((row) => row.map((cell, at) => (at === 1 ? '锦湖社区朝阳合唱队' : cell))))).toEqual(
    twice([0, true]),
  );
});

test('改了负责人，“示例”还在：不计，但要说', () => {
  const head = example.indexOf('张某某');
  expect(head).toBeGreaterThan(0);
  expect(told(withExample((row) => row.map((cell, at) => (at === head ? '李某某' : cell))))).toEqual(twice([0, true]));
});

test('只去掉“示例”两字：不计，但要说', () => {
  expect(told(withExample((row) => [1, ...row.slice(1)]))).toEqual(twice([0, true]));
});

test('“示例”换成序号，只留下管理方式、类别等：计入', () => {
  const own = new Map<Cell, Cell>([
    ['示例', 1],
    ['锦湖社区阳光老年服务中心', '锦湖社区朝阳合唱队'],
    ['52340403MJB0002450', null],
    ['2019-04-18', null],
    ['望淮社备2018-03', '望淮社备2020-11'],
    ['2018-05-10', 43966],
    ['26', 14],
    ['张某某', '李某某'],
    ['13800000000', null],
    ['先在街道备案，后来登记，只填一行', null],
  ]);
  const line = (row: readonly Cell[]) => row.map((cell) => (own.has(cell) ? own.get(cell)! : cell));
  expect(told(withExample(line))).toEqual(twice([1, false]));
});

test('示例里的字是大家都有的，遮盖后不变', () => {
  const { snapshot } = masked(blank);
  expect(snapshot.sheets.find(({ name }) => name === LIST)!.values[EXAMPLE]).toEqual(example);
});
