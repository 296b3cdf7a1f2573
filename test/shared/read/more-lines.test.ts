import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, SheetSnapshot, Table } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, shapeOf } from '../privacy/deidentify.ts';

const HEADINGS: Cell[] = ['序号', '姓名', '人员编号', '人员类别', '社工证', '取得时间'];

function tableIn(rows: Cell[][], parts: Partial<SheetSnapshot> = {}): Table {
  const snapshot = workbookOf({ ...sheetOf('花名册', [HEADINGS, ...rows]), ...parts });
  const masked = deidentified(snapshot);
  expect(shapeOf(masked.snapshot)).toEqual(shapeOf(snapshot));
  return readWorkbook(snapshot, grounds.catalogue).tables[0]!;
}

describe('一人占几行', () => {
  const twice: Cell[][] = [
    [1, '钱虚兰', 'A1', '专职社区工作者', '助理社会工作师', '2016.9'],
    [null, null, null, null, '社会工作师', '2019.9'],
    [2, '孙虚勇', 'A2', '专职社区工作者', '无', null],
  ];

  test.each([
    ['姓名向下合并', { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'] }],
    ['没有合并，序号和姓名空着', { merges: [] }],
  ] as [string, Partial<SheetSnapshot>][])('%s：两本证书是一个人的', (_, parts) => {
    const { records, rowKinds } = tableIn(twice, parts);
    expect(rowKinds).toEqual(['record', 'more', 'record']);
    expect(records[0]!.data.cert).toMatchObject({ state: 'value', codes: ['1', '2'] });
    expect(records[0]!.data.cert_date!.text).toBe('2016.9');
  });

  test('合并的姓名下只有一格的也是同一人', () => {
    const rows = [twice[0]!, [null, null, null, null, '社会工作师', null], twice[2]!];
    expect(tableIn(rows, { merges: ['B2:B3'] }).rowKinds).toEqual(['record', 'more', 'record']);
  });

  test('有自己序号的一行是另一条记录，姓名漏填', () => {
    const rows = [twice[0]!, [2, null, null, '专职社区工作者', '无', null], twice[2]!];
    expect(tableIn(rows, { merges: [] }).rowKinds).toEqual(['record', 'record', 'record']);
  });
});

describe('同上', () => {
  test.each(['〃', '同上', '″'])('“%s”就是上一格的内容', (mark) => {
    const { records } = tableIn([
      [1, '钱虚兰', 'A1', '专职社区工作者', '初级', '2016.9'],
      [2, '孙虚勇', 'A2', mark, mark, mark],
      [3, '周虚敏', 'A3', mark, '无', null],
    ]);
    expect(records.map(({ data }) => data.wtype!.codes)).toEqual([
      records[0]!.data.wtype!.codes,
      records[0]!.data.wtype!.codes,
      records[0]!.data.wtype!.codes,
    ]);
    expect(records.map(({ data }) => data.cert!.codes)).toEqual([['1'], ['1'], ['0']]);
    expect(records[1]!.data.cert_date!.span).toEqual(records[0]!.data.cert_date!.span);
    expect(records[1]!.data.wtype!.issue).toBe('N050');
  });

  test('第一行的“同上”什么也没有说', () => {
    expect(tableIn([[1, '钱虚兰', 'A1', '同上', '初级', null]]).records[0]!.data.wtype!.state).toBe('blank');
  });
});
