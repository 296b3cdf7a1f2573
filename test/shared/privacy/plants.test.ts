/**
 * 随机工作簿里到处种下编造的个人信息：各类姓名、证件、号码、车牌、住址、账号，写进每张表每一栏、表头、标题、备注、分段、合计、表单、
 * 表格旁边、工作表名、文件名、数字格式和更正。发出的内容里一个也不许有；而判定、上下界、问题与不脱敏时一字不差。
 */
import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import { explainedIn, leaksIn, nothing, resultOf } from '../../generator/plants/found.ts';
import { plantKinds } from '../../generator/plants/people.ts';
import { planted } from '../../generator/plants.ts';

/** 另有更多的：`node test/generator/leaks.ts 1000 0`。 */
const WORKBOOKS = 50;

const workbooks = Array.from({ length: WORKBOOKS }, (_, seed) => planted(seed));
const results = workbooks.map((workbook) => resultOf(workbook, workbook.by));

describe('种下的', () => {
  test('超过一万处', () => {
    expect(workbooks.reduce((sum, { plants }) => sum + plants.length, 0)).toBeGreaterThan(10_000);
  });

  test('每一类都有', () => {
    const kinds = new Set(workbooks.flatMap(({ plants }) => plants.map(({ kind }) => kind)));
    expect(plantKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('每张表的每一栏都有', () => {
    const places = new Set(workbooks.flatMap(({ plants }) => plants.map(({ where }) => where)));
    const missing = grounds.catalogue.tables.flatMap(({ id, fields }) =>
      fields.map(({ key }) => `${id}.${key}`).filter((key) => !places.has(`field ${key}`)),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    'heading known',
    'heading over ticks',
    'heading replaced',
    'column unknown',
    'line title',
    'line signature',
    'line note',
    'line new',
    'section',
    'total',
    'form label',
    'neighbour',
    'merged',
    'merged covered',
    'sheet name',
    'file name',
    'hidden sheet',
    'number format',
    'correction',
  ])('这些地方都有：%s', (place) => {
    expect(workbooks.some(({ plants }) => plants.some(({ where }) => where === place))).toBe(true);
  });
});

test('发出的内容里一个也没有', () => {
  const leaks = results.flatMap(({ sent }, seed) => {
    const { plants, base } = workbooks[seed]!;
    return leaksIn(sent, plants, explainedIn(base)).map(
      ({ plant, sent: text, path }) => `${seed} ${plant.where}：${plant.text} → ${text} ${path}`,
    );
  });
  expect(leaks).toEqual([]);
});

test('遮过以后读得不一样的，只能在本机算，不超过百分之五', () => {
  expect(results.filter(({ isUnlike }) => isUnlike).length).toBeLessThanOrEqual(WORKBOOKS * 0.05);
});

test('判定、上下界、数字、问题与不脱敏时一样', () => {
  const different = results.flatMap(({ differences }, seed) =>
    differences.map(({ kind, raw, masked }) => `${seed} ${kind}：${JSON.stringify(raw)} → ${JSON.stringify(masked)}`),
  );
  expect(different).toEqual([]);
});

test('查得出来：不脱敏就发，全都找得到', () => {
  for (const { snapshot, plants } of workbooks.slice(0, 8)) {
    const inCells = plants.filter(({ where }) => where !== 'correction');
    const found = new Set(leaksIn(snapshot, inCells, nothing).map(({ plant }) => plant.text));
    expect(inCells.filter(({ text }) => !found.has(text)).map(({ text }) => text)).toEqual([]);
  }
});
