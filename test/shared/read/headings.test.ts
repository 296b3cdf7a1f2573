/** 一行表头、一行数据，读作哪张表、哪几栏、什么值。加同义词、代码或表，在这里加一例。 */
import { expect, test } from 'vitest';
import type { Datum } from '../../../shared/model/reading.ts';
import type { Cell } from '../../../shared/model.ts';
import { snapshotOf } from '../check/snapshots.ts';
import { readingOf } from '../readings.ts';

type Row = readonly Cell[];
type Values = Readonly<Record<string, string | number>>;

const cases: readonly [what: string, headings: Row, line: Row, table: string, values: Values][] = [
  ['同义词“管理类型”', ['组织名称', '管理类型', '类别'], ['春风队', '备案', '志愿服务'], 'W02', { mgmt: '备案' }],
  ['代码“文体活动”', ['组织名称', '管理方式', '类别'], ['春风队', '备案', '文娱'], 'W02', { category: '文体活动' }],
  ['表“经费”', ['资金来源', '安排', '到位'], ['市级', '10万元', 8], 'W11', { source: '市', planned: 10, received: 8 }],
];

test.each(cases)('%s', (_what, headings, line, id, values) => {
  const { tables } = readingOf(snapshotOf({ 数据: [headings, line] }));
  expect(tables.map((table) => table.id)).toEqual([id]);
  const { data } = tables[0]!.records[0]!;
  expect(Object.fromEntries(Object.keys(values).map((field) => [field, read(data[field])]))).toEqual(values);
});

function read(datum: Datum | undefined): string | number | undefined {
  return datum?.number ?? datum?.codes[0] ?? datum?.text;
}
