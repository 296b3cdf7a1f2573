/** 基本情况表 printed as a list of one line says the same as the form. */
import { expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { judged, type Rows } from './workbooks.ts';

const pairs = sound
  .基本情况!.flatMap(([a, b, c, d]) => [
    [a, b],
    [c, d],
  ])
  .filter(([label]) => label != null);
const asList = (values: Readonly<Record<string, Cell>> = {}): Rows => [
  pairs.map(([label]) => label!),
  pairs.map(([label, value]) => (values[label as string] !== undefined ? values[label as string]! : value!)),
];

test('结论与表格式的相同，没有问题', () => {
  const list = judged(changed({ 基本情况: asList() }));
  const form = judged(sound);
  const verdicts = ({ indicators }: typeof form) => indicators.map(({ id, verdict, value }) => [id, verdict, value]);
  expect(verdicts(list)).toEqual(verdicts(form));
  expect(list.said()).toEqual([]);
  expect([...list.notChecked.keys()]).toEqual([...form.notChecked.keys()]);
});

test('同样检查，常住人口同样取用', () => {
  const { said, indicator } = judged(
    changed({
      基本情况: asList({ 机构统一社会信用代码: '123', 城乡分类代码: '999', 社区类型: null }),
      '志愿者情况!B2': null,
    }),
  );
  expect(said()).toEqual(expect.arrayContaining(['R005 基本情况!D2', 'R011 基本情况!H2']));
  expect(indicator('S08')).toMatchObject({ denominator: 8642, verdict: 'met' });
});
