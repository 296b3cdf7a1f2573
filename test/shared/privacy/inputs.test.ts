/** 人写进表里的姓名、号码，一行一例：发出的内容里不许有，判定和问题与不脱敏时一样。姓名、号码都是编的。 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import type { Cell, Correction, WorkbookSnapshot } from '../../../shared/model.ts';
import { fileSnapshot } from '../../fixtures/samples.ts';
import { leaksOf, resultOf } from '../../generator/plants/found.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const FOLDER = new URL('../../fixtures/inputs/privacy/', import.meta.url);

/** 查出来的，一行一个；空的就是什么也没有发出，结果也一样。 */
function faultsOf(snapshot: WorkbookSnapshot, words: readonly string[], corrections: readonly Correction[] = []) {
  const { sent, differences } = resultOf({ snapshot, corrections });
  return [
    ...leaksOf(sent, words).map((leak) => `发出了 ${leak}`),
    ...differences.map(({ kind, raw, masked }) => `${kind}：${JSON.stringify(raw)} → ${JSON.stringify(masked)}`),
  ];
}

describe('整个文件', () => {
  test.each([
    ['1-服务对象姓名.xlsx', ['王秀英', '李建国']],
    ['2-责任单位及责任人.xlsx', ['李建国']],
    ['3-姓名（号码）.xlsx', ['李建国', '13955401234', '张某', '赵某']],
    ['4-表头是人名.xlsx', ['王秀英', '李建国']],
    ['5-表名是人名.xlsx', ['王小明', '张某', '赵某']],
  ])('%s', async (file, words) => {
    const snapshot = await fileSnapshot(readFileSync(new URL(encodeURIComponent(file), FOLDER)), file);
    expect(faultsOf(snapshot, words)).toEqual([]);
  });
});

/** 表名、表头和一行数据，都读得出。 */
const sheets = {
  志愿服务活动台账: [
    ['日期', '活动名称', '服务对象', '参与志愿者人数', '时长'],
    ['2020-06-01', '上门探访', '老人', 5, 2],
  ],
  服务项目台账: [
    ['项目名称', '承接机构', '服务人群', '开始日期', '服务人次'],
    ['暖心项目', '甲机构', '老年人', '2020-06-01', 30],
  ],
  社区工作者花名册: [
    ['序号', '姓名', '身份证号', '职务', '人员类别', '证书等级', '联系电话'],
    [1, '张某', null, '主任', '专职社区工作者', '无', null],
  ],
  方案与进度: [
    ['任务', '责任单位', '计划完成日', '启动日', '进度'],
    ['建站', '甲街道', '2020-10-01', '2020-06-01', '50%'],
  ],
  问题整改台账: [
    ['问题描述', '问题来源', '整改措施', '是否销号'],
    ['资料不全', '中期评估', '补齐', '是'],
  ],
} satisfies Readonly<Record<string, readonly (readonly Cell[])[]>>;
type Sheet = keyof typeof sheets;

/** 那一栏换成 `heading`，格子里写 `cell`。 */
function written(sheet: Sheet, instead: string, heading: string, cell: Cell): WorkbookSnapshot {
  const [headings, ...rows] = sheets[sheet] as readonly (readonly Cell[])[];
  const at = headings!.indexOf(instead);
  const swapped = (row: readonly Cell[], value: Cell) => row.map((old, column) => (column === at ? value : old));
  return workbookOf(sheetOf(sheet, [swapped(headings!, heading), ...rows.map((row) => swapped(row, cell))]));
}

describe('一格里的', () => {
  test.each<[sheet: Sheet, instead: string, heading: string, cell: Cell, words: readonly string[]]>([
    ['志愿服务活动台账', '服务对象', '服务对象姓名', '王秀英', ['王秀英']],
    ['服务项目台账', '服务人群', '服务人群', '艾滋病感染者李建国', ['李建国', '感染者李']],
    ['服务项目台账', '服务人群', '服务人群', '王秀英 李建国', ['王秀英', '李建国']],
    ['服务项目台账', '服务人群', '服务人群', '王秀英、李建国', ['王秀英', '李建国']],
    ['服务项目台账', '服务人群', '服务人群', '1985.03.12', ['1985']],
    ['服务项目台账', '服务人群', '服务人群', '第13955401234号', ['13955401234']],
    ['社区工作者花名册', '人员类别', '人员类别', '李建国', ['李建国']],
    ['社区工作者花名册', '证书等级', '证书等级', '李建国', ['李建国']],
    ['方案与进度', '责任单位', '责任单位及责任人', '甲街道 李建国', ['李建国']],
    ['问题整改台账', '问题来源', '问题来源（举报人）', '李建国', ['李建国']],
    ...[
      ['李建国（13955401234）', '李建国', '13955401234'],
      ['13955401234李建国', '李建国', '13955401234'],
      ['志愿者李建国13955401234', '李建国', '13955401234'],
      ['赵 敏13955401234', '赵敏', '13955401234'],
      ['阿依古丽·买买提13955401234', '阿依古丽', '买买提', '13955401234'],
      ['负责人：赵 敏', '赵敏'],
      ['联系人：李建国、赵敏', '李建国', '赵敏'],
      ['监护人：李建国', '李建国'],
      ['残疾证34040319850312002743', '34040319850312002743'],
      ['340403201802300021', '340403201802300021'],
      ['34040320180310002', '34040320180310002'],
      ['340403/19850312/0027', '340403198503120027'],
      ['139 55 40 12 34', '13955401234'],
      ['139554012345', '139554012345'],
      ['1395540123', '1395540123'],
      ['皖d12345', '皖d12345'],
      ['皖 D12345', '皖D12345'],
      ['皖D1234警', '皖D1234警'],
      ['0554/2654321', '05542654321'],
      ['+86-554-2654321', '865542654321'],
      ['0554-2020123', '05542020123'],
      ['①③⑨⑤⑤④⓪①②③④', '13955401234'],
      ['一三九五五四〇一二三四', '一三九五五四〇一二三四'],
      ['20201395540123', '20201395540123'],
      ['第13955401234号', '13955401234'],
      ['〔text-139554012345〕', '139554012345'],
      ['生于1985.03.12', '1985'],
    ].map(([cell, ...words]): [Sheet, string, string, Cell, readonly string[]] => [
      '社区工作者花名册',
      '职务',
      '职务',
      cell!,
      words,
    ]),
    ['社区工作者花名册', '职务', '职务', 13955401234, ['13955401234']],
    ['社区工作者花名册', '职务', '职务（李建国填）', '主任', ['李建国']],
  ])('%s，%s → %s：%s', (sheet, instead, heading, cell, words) => {
    const snapshot = written(sheet, instead, heading, cell);
    expect(evaluate(snapshot).tables).toHaveLength(1);
    expect(faultsOf(snapshot, words)).toEqual([]);
  });
});

describe('表头、表名、更正', () => {
  test('打勾的一栏以人名为表头', () => {
    const [headings, row] = sheets.志愿服务活动台账;
    const sheet = sheetOf('志愿服务活动台账', [
      [...headings!, '王秀英'],
      [...row!, '√'],
    ]);
    expect(faultsOf(workbookOf(sheet), ['王秀英'])).toEqual([]);
  });

  const roster = sheets.社区工作者花名册 as readonly (readonly Cell[])[];

  test.each([
    ['读得出的', sheetOf('困境儿童王小明', roster)],
    ['空的', sheetOf('困境儿童王小明', [])],
    ['空而隐藏的', sheetOf('困境儿童王小明', [], { visibility: 'Hidden' })],
    ['深度隐藏的', sheetOf('困境儿童王小明', roster, { visibility: 'VeryHidden' })],
    [
      '认不出的',
      sheetOf('困境儿童王小明', [
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
    ],
  ])('工作表名里有人名：%s', (_, sheet) => {
    expect(faultsOf(workbookOf(sheetOf('花名册', roster), sheet), ['王小明'])).toEqual([]);
  });

  test('文件名里有人名', () => {
    const snapshot = { ...workbookOf(sheetOf('花名册', roster)), name: '李建国13955401234报.xlsx' };
    expect(faultsOf(snapshot, ['李建国', '13955401234'])).toEqual([]);
  });

  test('有人把一行记录说成表头', () => {
    const rows = [...roster, [2, '李建国', '340403198503120027', '赵敏之妻', '专职', '无', '139 5540 1234']];
    const snapshot = workbookOf(sheetOf('花名册', rows));
    const words = ['李建国', '赵敏', '340403198503120027', '13955401234'];
    expect(faultsOf(snapshot, words, [{ kind: 'headerRows', sheet: '花名册', rows: [1, 3] }])).toEqual([]);
  });

  test('有人把姓名一栏说成职务', () => {
    const rows = [roster[0]!, [1, '李建国', null, '主任', '专职社区工作者', '无', null]];
    const correction: Correction = { kind: 'column', sheet: '花名册', address: 'A1:G2', column: 'B', field: 'post' };
    expect(faultsOf(workbookOf(sheetOf('花名册', rows)), ['李建国'], [correction])).toEqual([]);
  });
});
