/** One fault each, found in workbooks that were made difficult by chance: small lists that were judged wrongly. */
import { expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';
import { known } from '../../known.ts';

type Rows = readonly (readonly Cell[])[];

function book(sheets: Readonly<Record<string, Rows>>, merges: readonly string[] = []): WorkbookSnapshot {
  const facts: Rows = [
    ['县区', '田家庵区'],
    ['街道（乡镇）', '桂花街道'],
    ['社区（村）名称', '望淮社区'],
    ['城乡分类代码', '111'],
    ['常住人口', 8000],
  ];
  return {
    schema: 'workbook-snapshot/1',
    name: '三社联动材料.xlsx',
    sheets: Object.entries({ 基本情况表: facts, ...sheets }).map(([name, rows], at) => {
      const width = Math.max(...rows.map((row) => row.length));
      const values = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
      const address = `A1:${String.fromCharCode(64 + width)}${values.length}`;
      return { name, visibility: 'Visible', address, values, merges: at === 0 ? [] : [...merges] };
    }),
  };
}

/** Lower and upper bound with what they are of, as typed and masked; they have to be the same. */
function figure(snapshot: WorkbookSnapshot, id: string): string {
  const masked = deidentify(snapshot, '5e'.repeat(32), [], known).snapshot;
  const [raw, sent] = [snapshot, masked].map((each) => {
    const entry = evaluate(each, { mode: 'final', asOf: '2021-05-31' }, known).indicators.find(
      (one) => one.id === id && one.basis === undefined,
    )!;
    const { verdict, lower, upper, denominator } = entry;
    return `${verdict} ${lower}..${upper}${denominator === null ? '' : `/${denominator}`}`;
  });
  expect(sent, '遮蔽后').toBe(raw);
  return raw!;
}

const STAFF = ['序号', '人员编号', '姓名', '人员类别', '是否在岗', '证书等级', '取证日期'];
const NAMES = ['李红梅', '王建国', '张秀英', '刘小兵', '陈玉兰', '杨志强', '赵春华', '黄立新'];
const staff = (at: number, cert: Cell, date: Cell = null): readonly Cell[] => [
  at + 1,
  `R${at + 1}`,
  NAMES[at]!,
  '专职社区工作者',
  '在岗',
  cert,
  date,
];

test('证书等级一组两栏，其中一栏的名字自己也是栏目名：打勾照算', () => {
  const rows: Rows = [
    ['序号', '姓名', '人员类别', '是否在岗', '证书等级', null],
    [null, null, null, null, '助理社会工作师', '社会工作师'],
    [1, NAMES[0]!, '专职社区工作者', '在岗', '√', null],
    [2, NAMES[1]!, '专职社区工作者', '在岗', null, '√'],
    [3, NAMES[2]!, '专职社区工作者', '在岗', null, null],
  ];
  expect(figure(book({ 社区工作者花名册: rows }, ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1']), 'G03')).toMatch(
    /2..2\/3$/,
  );
});

test('方框画成 £、R，写在字后面：没打勾就是没有', () => {
  const rows = [STAFF, staff(0, '初级£　中级£　高级£'), staff(1, '初级R　中级£　高级£', '2019-05')];
  expect(figure(book({ 社区工作者花名册: rows }), 'G03')).toMatch(/1..1\/2$/);
});

test('续表只有几行，有一两栏填法不同：序号接得上就接上', () => {
  const rows = [STAFF, ...[0, 1, 2, 3, 4].map((at) => staff(at, '无'))];
  const more = [staff(5, '社会工作师', '2019-05'), staff(6, '无')];
  expect(figure(book({ 社区工作者花名册: rows, 续: more }), 'G03')).toMatch(/1..1\/7$/);
});

test('拟培育的组织另列一表，前面写着村名：不算', () => {
  const heads = ['序号', '组织名称', '登记/备案', '备案日期'];
  const lines = (count: number, word: string) =>
    Array.from({ length: count }, (_, at) => [at + 1, `${word}${at + 1}队`, '备案', '2019-05-01']);
  const planned = [['望淮社区拟培育社区社会组织名单', null, null, null], heads, ...lines(3, '清泉')];
  expect(figure(book({ 社会组织名录: [heads, ...lines(4, '春风')], 附表: planned }), 'G01')).toMatch(/4..4$/);
});

const EVENTS = ['日期', '活动名称', '参与志愿者人数', '服务人次'];
const events = (count: number, word: string): Rows =>
  Array.from({ length: count }, (_, at) => [`2020-07-${10 + at}`, `${word}${at + 1}`, 20, 50]);

test('活动表没有序号，分社区的行单独一格、没有合并：别的社区的不算', () => {
  const rows = [EVENTS, ['望淮社区'], ...events(3, '义诊'), ['东岭社区'], ...events(4, '理发')];
  expect(figure(book({ 志愿服务活动台账: rows }), 'S09')).toMatch(/3..3$/);
});

test('一个字的分段行：站', () => {
  const heads = ['序号', '机构名称', '岗位名称', '设岗日期', '在岗人员', '专兼职'];
  const post = (at: number, org: string): readonly Cell[] => [at, org, `岗位${at}`, '2020-07-01', NAMES[at]!, '专职'];
  const rows = [
    heads,
    ['中心'],
    post(1, '桂花街道社会工作服务中心'),
    ['站'],
    post(2, '望淮社区社会工作服务站'),
    post(3, '望淮社区社会工作服务站'),
  ];
  expect(figure(book({ 社工岗位台账: rows }), 'P03')).toMatch(/1..1$/);
});

test('花名册下面附着往年的花名册：不算', () => {
  const rows = [
    STAFF,
    staff(0, '初级', '2019-05'),
    staff(1, '无'),
    ['附：2017年度社区工作者花名册'],
    staff(2, '无'),
    staff(3, '无'),
  ];
  expect(figure(book({ 社区工作者花名册: rows }), 'G03')).toMatch(/1..1\/2$/);
});

test('“由督导代”旁边有人员编号：不能肯定岗位上有人', () => {
  const heads = ['序号', '层级', '机构名称', '设岗日期', '人员编号', '在岗人员', '专兼职'];
  const rows = [
    heads,
    [1, '中心', '桂花街道社会工作服务中心', '2020-07-01', 'SG1', NAMES[0]!, '专职'],
    [2, '站', '望淮社区社会工作服务站', '2020-07-01', 'SG2', '由督导代', '专职'],
  ];
  expect(figure(book({ 社工岗位台账: rows }), 'P05')).toMatch(/1..2\/2$/);
});

test('“公示期”不是人名', () => {
  const heads = ['序号', '层级', '机构名称', '设岗日期', '在岗人员', '专兼职'];
  const rows = [
    heads,
    [1, '中心', '桂花街道社会工作服务中心', '2020-07-01', NAMES[0]!, '专职'],
    [2, '站', '望淮社区社会工作服务站', '2020-07-01', '公示期', '专职'],
  ];
  expect(figure(book({ 社工岗位台账: rows }), 'P05')).toMatch(/ 1\.\.[12]\/2$/);
});

test('下一年度计划实施的项目：不算', () => {
  const heads = ['序号', '项目名称', '承接机构', '实施社区', '开始日期', '项目状态'];
  const project = (at: number): readonly Cell[] => [
    at,
    `助老${at}`,
    '淮南市晨光社会工作服务中心',
    '望淮社区',
    '2020-08-01',
    '实施中',
  ];
  const rows = [heads, project(1), project(2), ['二、下一年度计划实施项目一览表'], project(3), project(4)];
  expect(figure(book({ 社工服务项目清单: rows }), 'S05')).toMatch(/2..2$/);
});

test('标题写“取得社工证人员花名册”：只说明谁有证', () => {
  const rows = [STAFF, staff(0, '初级', '2019-05'), staff(1, '无'), staff(2, '初级', '2018-05')];
  const heads = ['序号', '人员编号', '姓名', '证书等级', '取证日期'];
  const held = [
    ['取得社工证人员花名册'],
    heads,
    [1, 'R1', NAMES[0]!, '初级', '2019-05'],
    [2, 'R3', NAMES[2]!, '初级', '2018-05'],
  ];
  expect(figure(book({ 社区工作者花名册: rows, 附表: held }), 'G03')).toMatch(/2..2\/3$/);
});

test('活动月表的名字是“2020.8”，日期只写几日', () => {
  const month = (day: string): Rows => [EVENTS, [day, '义诊', 20, 50]];
  expect(figure(book({ '2020.8': month('10日'), '2020.9': month('6日') }), 'S09')).toMatch(/2..2$/);
});
