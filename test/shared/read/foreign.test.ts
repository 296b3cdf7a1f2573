/** What offices keep beside the data of the pilot: not read in silence, left to the person to say. */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const { catalogue } = grounds;

const SECRET = '5e'.repeat(32);
const [NAME, PHONE, ID] = ['甄翀', '13900001234', '340403199001010016'];

const LISTS: readonly (readonly [name: string, headings: readonly string[], row: readonly Cell[]])[] = [
  ['通讯录', ['序号', '姓名', '职务', '电话'], [1, NAME, '主任', PHONE]],
  ['Sheet1', ['姓名', '职务', '电话'], [NAME, '网格员', PHONE]],
  ['值班表', ['日期', '姓名', '职务', '联系电话'], ['2021.5.1', NAME, '主任', PHONE]],
  ['网格员名单', ['序号', '姓名', '人员类别', '联系方式'], [1, NAME, '网格员', PHONE]],
  ['楼栋长', ['序号', '姓名', '岗位', '所属社区', '电话'], [1, NAME, '楼栋长', '甲社区', PHONE]],
  ['签到', ['姓名', '单位', '职务', '是否持证', '联系电话'], [NAME, '甲社区', '主任', '是', PHONE]],
  ['报价', ['序号', '名称', '类别', '数量', '金额', '备注'], [1, '横幅', '宣传', 3, 150, `找${NAME}`]],
  ['供应商', ['名称', '类型', '数量', '联系人', '联系电话'], ['电脑', '办公', 3, NAME, PHONE]],
  ['企业', ['单位名称', '统一社会信用代码', '负责人', '联系电话', '地址'], ['甲超市', null, NAME, PHONE, '一号']],
  ['发放', ['序号', '姓名', '身份证号', '物资名称', '联系电话'], [1, NAME, ID, '口罩', PHONE]],
  ['居民花名册', ['编号', '姓名', '性别', '身份', '住址', '电话'], [1, NAME, '女', '居民', '一栋', PHONE]],
  ['考勤', ['姓名', '岗位', '是否在岗', '备注'], [NAME, '社工', '是', null]],
  ['排查', ['姓名', '身份证号', '联系电话', '现住址', '人员类别'], [NAME, ID, PHONE, '一栋', '返乡']],
  ['党员名册', ['姓名', '性别', '学历', '职务', '身份证号'], [NAME, '女', '大专', '书记', ID]],
  ['工资', ['姓名', '岗位', '实发', '银行卡号'], [NAME, '社工', 2800, '6222021234567890128']],
  ['会议', ['时间', '主题', '地点', '参加人数'], ['2020.7.1', '主题党日', '会议室', 30]],
  ['合同', ['项目名称', '承接单位', '金额', '联系人'], ['绿化', '甲公司', 3, NAME]],
  ['工作安排', ['序号', '任务', '责任人', '完成时间'], [1, '打扫卫生', NAME, '2020.7.1']],
  ['机构人员', ['姓名', '岗位', '所在机构', '电话'], [NAME, '社工', '甲中心', PHONE]],
];

describe.each(LISTS)('%s', (name, headings, row) => {
  const workbook = workbookOf(sheetOf(name, [[], headings, row, row]));

  test('没有一项指标从它取数，列为未读', () => {
    const { indicators, unread, tables } = evaluate(workbook);
    expect(tables).toEqual([]);
    expect(indicators.filter(({ numerator, denominator }) => numerator !== null || denominator !== null)).toEqual([]);
    expect(unread.map(({ sheet }) => sheet)).toEqual([name]);
  });

  test('什么都不发送', () => {
    expect(deidentify(workbook, SECRET).snapshot.sheets).toEqual([]);
  });
});

test('单位名称、负责人、电话的竖式表不是社区的基本情况', () => {
  const form: Cell[][] = [
    ['单位名称', '甲超市'],
    ['负责人', NAME],
    ['联系电话', PHONE],
    ['地址', '一号'],
  ];
  expect(evaluate(workbookOf(sheetOf('商户登记', form))).tables).toEqual([]);
});

describe('标题说了是什么', () => {
  const rows: Cell[][] = [
    ['姓名', '职务', '电话'],
    [NAME, '网格员', PHONE],
  ];
  const ids = (title: string, name = 'Sheet1') =>
    readWorkbook(workbookOf(sheetOf(name, [[title], ...rows])), catalogue).tables.map(({ id }) => id);

  test('社区工作者名单是花名册，社区工作者通讯录不是', () => {
    expect(ids('甲社区工作者名单')).toEqual(['W03']);
    expect(ids('甲社区', '社区工作者')).toEqual(['W03']);
    expect(ids('甲社区工作者通讯录')).toEqual([]);
    expect(ids('甲社区工作者名单', '通讯录')).toEqual([]);
  });

  test('上面另一张表的标题不是这一张的', () => {
    const contacts = [['通讯录'], ['姓名', '电话'], [NAME, PHONE], []];
    const roster = [
      ['姓名', '职务', '证书等级'],
      ['丙某', '网格员', '初级'],
    ];
    const { tables } = readWorkbook(workbookOf(sheetOf('Sheet1', [...contacts, ...roster])), catalogue);
    expect(tables.map(({ id }) => id)).toEqual(['W03']);
  });

  test('人指出表头在哪一行，或是哪一张表，就照人说的读', () => {
    const contacts = workbookOf(sheetOf('通讯录', rows));
    const pointedOut = readWorkbook(contacts, catalogue, [{ kind: 'headerRows', sheet: '通讯录', rows: [1] }]);
    const named = { kind: 'table', sheet: '通讯录', address: 'A1:C2', table: 'W03' } as const;
    expect(pointedOut.tables.map(({ id }) => id)).toEqual(['W03']);
    expect(readWorkbook(contacts, catalogue, [named]).tables.map(({ id }) => id)).toEqual(['W03']);
  });
});
