import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const HEADINGS: Cell[] = ['序号', '日期', '活动名称', '活动地点', '参与志愿者人数'];
const FORM = sheetOf('基本情况', [
  ['社区（村）名称', '望淮社区'],
  ['街道（乡镇）', '芦集镇'],
  ['县（区）', '潘集区'],
  ['城乡分类代码', '121'],
  ['常住人口（人）', 6000],
]);

/** Least and most of the activities counted, and the rows of which R082 speaks; the masked workbook is judged alike. */
function counted(...rows: [date: string, name: string, place: string | null][]) {
  const lines = rows.map(([date, name, place], at): Cell[] => [at + 1, date, name, place, 10]);
  const raw = workbookOf(FORM, sheetOf('活动台账', [HEADINGS, ...lines]));
  const results = [raw, deidentify(raw, '5e'.repeat(32)).snapshot].map((snapshot) => {
    const { indicators, findings } = evaluate(snapshot, { mode: 'final', asOf: '2021-05-31' });
    const { lower, upper } = indicators.find(({ id }) => id === 'S09')!;
    const said = findings.filter(({ rule }) => rule === 'R082').map(({ at }) => Number(/\d+/.exec(at.address)![0]));
    return { least: lower, most: upper, said };
  });
  expect(results[1]).toEqual(results[0]);
  return results[0];
}

describe('同一场活动只计一场', () => {
  test.each([
    ['地点相同', '广场', '广场'],
    ['一处没有写地点', '广场', null],
    ['先一处没有写地点', null, '广场'],
  ])('同名同日，%s', (_, one, other) => {
    expect(counted(['2020.6.14', '端午慰问', one], ['2020-06-14', '端午慰问', other])).toEqual({
      least: 1,
      most: 1,
      said: [3],
    });
  });

  test.each([
    ['端午慰问', '广场', '端午慰问', '活动室'],
    ['端午慰问', '广场', '“端午慰问”活动', '广场'],
    ['端午慰问', '广场', '端午慰问志愿服务', null],
    ['端午慰问', '广场', '望淮社区端午慰问（第二场）', '广场'],
    ['清洁家园', '文化广场', '文化广场清洁家园行动', '文化广场'],
  ])('“%s”（%s）与“%s”（%s）：可能是同一场', (a, one, b, other) => {
    expect(counted(['2020-06-14', a, one], ['2020-06-14', b, other])).toEqual({ least: 1, most: 2, said: [3] });
  });

  test.each([
    ['2020-06-14', '端午慰问', '2020-06-15', '端午慰问'],
    ['2020-06-14', '端午慰问', '2020-06-14', '清洁家园'],
  ])('%s“%s”与%s“%s”是两场', (day, a, another, b) => {
    expect(counted([day, a, '广场'], [another, b, '广场'])).toEqual({ least: 2, most: 2, said: [] });
  });
});
