import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, SheetSnapshot, Table } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, sent, shapeOf } from '../privacy/deidentify.ts';

const { catalogue } = grounds;

const ROSTER: Cell[][] = [
  ['社区工作者花名册'],
  ['序号', '人员编号', '姓名', '人员类别', '社工证', '证书编号'],
  [1, null, '甲某', '专职', '初级', 'A1'],
];
const LEDGER: Cell[][] = [
  ['志愿服务活动台账'],
  ['日期', '活动名称', '地点', '参加人数'],
  ['2020-7-1', '清洁家园', '广场', 10],
];
const VOLUNTEERS: Cell[][] = [
  ['志愿者情况统计表'],
  ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与人数'],
  ['春晓社区', 10000, 1650, 1600, 180],
];

/** Rows of each table, counted the same after masking. */
function rowsOf(sheet: SheetSnapshot): readonly (readonly [string, number])[] {
  const snapshot = workbookOf(sheet);
  const masked = deidentified(snapshot);
  expect(shapeOf(masked.snapshot)).toEqual(shapeOf(sent(snapshot, masked)));
  return readWorkbook(snapshot, catalogue).tables.map(({ id, records }: Table) => [id, records.length]);
}

describe('空缺的岗位不是人', () => {
  test.each(['空缺', '待招聘', '缺编', '暂缺', ' 空 缺 ', '—', '/'])('姓名写着“%s”', (word) => {
    const rows = [...ROSTER, [2, null, word, '专职', null, null], [3, null, '乙某', '专职', '无', null]];
    expect(rowsOf(sheetOf('花名册', rows))).toEqual([['W03', 2]]);
    expect(rowsOf(sheetOf('花名册', rows.slice(0, 4)))).toEqual([['W03', 1]]);
  });

  test('只用编号、姓名写横线的仍是人', () => {
    expect(rowsOf(sheetOf('花名册', [...ROSTER, [2, 'CX-02', '—', '专职', '无', null]]))).toEqual([['W03', 2]]);
  });

  test('岗位台账里没有配人的岗位仍是岗位', () => {
    const posts: Cell[][] = [
      ['机构层级', '机构名称', '岗位编号', '岗位名称', '在岗人员姓名', '专职/兼职'],
      ['站', '春晓站', 'CX-1', '驻站社工', '空缺', null],
    ];
    expect(rowsOf(sheetOf('社工岗位', posts))).toEqual([['W04', 1]]);
  });
});

describe('下一张表的标题不是上一张表的记录', () => {
  test.each([
    ['紧挨着', [] as Cell[][]],
    ['中间有填报单位', [['填报单位：春晓社区', null, '单位：人']] as Cell[][]],
  ])('%s', (_, between) => {
    const [title, ...rest] = VOLUNTEERS;
    for (const above of [ROSTER, LEDGER]) {
      const tables = rowsOf(sheetOf('混合', [...above, title!, ...between, ...rest]));
      expect(tables.map(([, rows]) => rows)).toEqual([1, 1]);
    }
  });

  test('同一张表打印分页、表头再印一次时，上面的一行仍是记录', () => {
    const rows = [...LEDGER, ['2020-8-1', '义诊', null, null], LEDGER[1]!, ['2020-9-1', '敬老', '广场', 8]];
    expect(rowsOf(sheetOf('台账', rows))).toEqual([['W07', 3]]);
  });
});

describe('表下方的一句话不是记录', () => {
  test.each([['以上活动均有照片佐证'], [null, '以上活动均有照片佐证'], ['照片另存'], [null, '活动照片由居委会保存。']])(
    '%s %s',
    (...row) => {
      expect(rowsOf(sheetOf('台账', [...LEDGER, row]))).toEqual([['W07', 1]]);
      expect(rowsOf(sheetOf('台账', [...LEDGER, row, ['填表人：甲某']]))).toEqual([['W07', 1]]);
    },
  );

  test('只写了名称或日期的最后一行仍是记录', () => {
    expect(rowsOf(sheetOf('台账', [...LEDGER, [null, '冬日送暖']]))).toEqual([['W07', 2]]);
    expect(rowsOf(sheetOf('台账', [...LEDGER, ['2020年8月']]))).toEqual([['W07', 2]]);
  });
});
