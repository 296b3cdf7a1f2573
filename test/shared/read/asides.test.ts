import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, RowKind } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, shapeOf } from '../privacy/deidentify.ts';

const HEADINGS: Cell[] = ['序号', '组织名称', '管理方式', '登记日期', '类别', '负责人', '会员数（人）', '备注'];
const line = (number: number | null, name: string | null): Cell[] => [
  number,
  name,
  '登记',
  '2015-05-12',
  '文体活动',
  '甲某',
  20,
  null,
];
const BODY = [line(1, '云桥书画协会'), line(2, '云桥棋牌协会'), line(3, '云桥舞蹈协会')];

/** What each row below the headings is; the masked sheet is read alike. */
function kindsOf(rows: Cell[][]): readonly RowKind[] {
  const snapshot = workbookOf(sheetOf('社会组织名录', [['甲社区社会组织名录'], HEADINGS, ...rows]));
  const masked = deidentified(snapshot);
  expect(masked.withheld).toEqual([]);
  expect(shapeOf(masked.snapshot)).toEqual(shapeOf(snapshot));
  expect(deidentified(masked.snapshot).snapshot).toBe(masked.snapshot);
  const { tables } = readWorkbook(snapshot, grounds.catalogue);
  expect(tables.map(({ id }) => id)).toEqual(['W02']);
  return tables[0]!.rowKinds;
}

const records: RowKind[] = ['record', 'record', 'record'];

describe('示例不是记录', () => {
  test.each([
    ['序号写“例”', ['例', '夕阳红志愿服务队', '备案', '2018-03-05', '志愿服务', '张三', 30, null]],
    ['序号写“示例1”', ['示例1', '夕阳红志愿服务队', '备案', '2018-03-05', '志愿服务', '张三', 30, null]],
    ['名称前写“例：”', [null, '例：夕阳红志愿服务队', '备案', '2018-03-05', '志愿服务', '张三', 30, null]],
    ['名称后写“（示例）”', [1, '夕阳红志愿服务队（示例）', '备案', '2018-03-05', '志愿服务', '张三', 30, null]],
    [
      '备注写“填报时请删除”',
      [1, '夕阳红志愿服务队', '备案', '2018-03-05', '志愿服务', '张三', 30, '样例，填报时请删除'],
    ],
    ['备注写“此行为示例”', [1, '夕阳红志愿服务队', '备案', '2018-03-05', '志愿服务', '张三', 30, '此行为示例']],
  ] as [string, Cell[]][])('%s', (_, example) => {
    expect(kindsOf([example, ...BODY])).toEqual(['aside', ...records]);
  });

  test('上面一行写着“填写示例”', () => {
    const sample = line(null, '夕阳红志愿服务队');
    expect(kindsOf([['填写示例：'], sample, ...BODY])).toEqual(['aside', 'aside', ...records]);
    expect(kindsOf([['以下为样例，请勿删除'], line(1, '甲队'), line(2, '乙队'), ...BODY])).toEqual([
      'aside',
      'aside',
      'aside',
      ...records,
    ]);
  });

  test('名称里有“例”字的仍是记录', () => {
    expect(kindsOf([line(1, '云桥惯例研究会'), line(2, '案例工作室'), line(3, '示例社区书画社')])).toEqual(records);
  });
});

describe('栏号、单位、填写要求不是记录', () => {
  test.each([
    ['甲乙丙', ['甲', '乙', '丙', '丁', '戊', 1, 2, 3]],
    ['栏次', ['栏次', 1, 2, 3, 4, 5, 6, 7]],
    ['带括号的数', ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)']],
    ['带圈的数', ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧']],
    ['字母', ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']],
    ['算式', ['甲', '乙', '—', '—', '—', '1', '2', '3=1+2']],
    ['单位', [null, null, null, null, null, null, '（人）', null]],
    ['必填', [null, '必填，填全称', '下拉选择', '必填', '下拉选择', '选填', '选填', null]],
  ] as [string, Cell[]][])('%s', (_, aside) => {
    expect(kindsOf([aside, ...BODY])).toEqual(['aside', ...records]);
  });

  test('不在表头下面的，不当作栏号', () => {
    expect(kindsOf([...BODY, [4, '5', '6', 7, 8, 9, 10, 11]])).toEqual([...records, 'record']);
  });
});
