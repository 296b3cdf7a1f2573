/** Layouts that generated workbooks have shown to be misread once. */
import { describe, expect, test } from 'vitest';
import type { Cell, SheetSnapshot, Table } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { readingOf } from '../readings.ts';

const read = (rows: readonly (readonly Cell[])[], more: Partial<SheetSnapshot> = {}) =>
  readingOf(workbookOf(sheetOf('表1', rows, more)));
const fields = (table: Table | undefined) => table?.columns.map(({ field }) => field);
const shape = (tables: readonly Table[]) => tables.map(({ id, records }) => [id, records.length]);
const merges = undefined;

describe('分在几行的表头', () => {
  const item: Cell[] = ['社区社会组织总数', '≥10', 11, null];

  test('合并区未知，上级表头右边的列不归它：状态是运行状态，类别是服务类别', () => {
    const rows = [
      [null, '登记备案情况', null, null, null, null],
      ['组织名称', '登记/备案', '证号', '时间', '状态', '类别'],
      ['春风队', '备案', '街社备1', '2019.5', '正常', '志愿服务'],
    ];
    const expected = ['name', 'mgmt', 'code_any', 'date_any', 'status', 'category'];
    expect(fields(read(rows, { merges }).tables[0])).toEqual(expected);
  });

  test('合并区未知，三行表头，最上一行的几个词之下要隔一行才有字', () => {
    const rows = [
      [null, null, '实施时间', null, '基本情况', null, null],
      [null, null, null, null, '服务情况', null, null],
      ['项目编号', '项目名称', '起', '止', '服务人数', '服务人次', '状态'],
      ['XM1', '暖阳项目', '2020.8', '2021.3', 30, 90, '已结项'],
    ];
    const expected = ['project_no', 'name', 'start', 'end', 'people', 'times', 'status'];
    expect(fields(read(rows, { merges }).tables[0])).toEqual(expected);
  });

  test('上级表头字多，前后还有空格', () => {
    const rows = [
      [null, null, '在岗情况', null, ' 社会工作者职业水平证书 ', null, null],
      ['姓名', '职务', '是否在岗', '离岗日期', '级别', '编号', '时间'],
      ['甲某', '网格员', '是', null, '初级', 'GL1', '2019.5'],
    ];
    const expected = ['name', 'post', 'on_duty', 'leave_date', 'cert', 'cert_no', 'cert_date'];
    expect(fields(read(rows, { merges: ['C1:D1', 'E1:G1'] }).tables[0])).toEqual(expected);
  });

  test('首行认得的不到三个，其余在合并的上级表头之下', () => {
    const rows = [['指标', '完成情况', null, '说明'], [null, '目标', '自报值', null], item];
    const { tables } = read(rows, { merges: ['A1:A2', 'B1:C1', 'D1:D2'] });
    expect(fields(tables[0])).toEqual(['item', 'target', 'reported', 'remark']);
    expect(shape(read(rows, { merges }).tables)).toEqual([['W13', 1]]);
  });

  test('重印的表头上面那一行数据不当作上级表头', () => {
    const heading = ['序号', '自报值', '指标', '说明', '目标'];
    const rows = [heading, [1, 4, '其中：登记', null, '≥5'], [2, '0', '持证率', null, '≥40%'], heading];
    const { tables } = read([...rows, [3, 21, '志愿服务活动数', null, '≥10']], { merges });
    expect(tables.map(({ rowKinds }) => rowKinds)).toEqual([['record', 'record', 'header', 'record']]);
  });

  test('重印的表头上面的小计不是上级表头', () => {
    const heading = ['备注', '姓名', '性别', '人员类别', '证书等级'];
    const rows = [heading, [null, '甲某', '女', '网格员', '初级'], [null, '小计', null, null, null], heading];
    const { tables } = read([...rows, [null, '乙某', '男', '网格员', '无']], { merges });
    expect(tables.map(({ rowKinds }) => rowKinds)).toEqual([['record', 'subtotal', 'header', 'record']]);
  });

  test('合并区未知，小计上面的一行里有“在岗”，也不是上级表头', () => {
    const heading = ['离岗日期', '姓名', '类别', '证书等级', '在岗情况', '备注'];
    const row = (name: string): Cell[] => [null, name, '网格员', '无', '在岗', null];
    const { tables } = read([heading, row('甲某'), ['小计'], heading, row('乙某')], { merges });
    expect(tables.map(({ rowKinds }) => rowKinds)).toEqual([['record', 'subtotal', 'header', 'record']]);
  });

  test('合并区未知，重印的两行表头上面那条只填了事项和“×”，不是上级表头', () => {
    const heading: Cell[][] = [
      ['工作事项', '落实情况', null, '有无'],
      [null, '完成时间', '佐证材料', null],
    ];
    const rows = [...heading, ['社区专项基金', '2020.8', '批复', '√'], ['社区学院', null, null, '×'], ...heading];
    expect(shape(read([...rows, ['社会组织孵化园', null, null, '×']], { merges }).tables)).toEqual([['W09', 3]]);
  });

  test('合并区未知时三行表头', () => {
    const rows = [
      ['序号', '姓名', '详细情况', null, null, null, '备注'],
      [null, null, '在岗情况', null, '社工证书', null, null],
      [null, null, '是否在岗', '离岗日期', '级别', '编号', null],
      [1, '甲某', '是', null, '初级', 'A1', null],
    ];
    expect(fields(read(rows, { merges }).tables[0])).toEqual([
      'seq',
      'name',
      'on_duty',
      'leave_date',
      'cert',
      'cert_no',
      'remark',
    ]);
  });

  test('上级表头只在它的几列之上，其余表头只写在下一行', () => {
    const rows = [
      [null, '登记备案情况', null, null, null, null],
      ['组织名称', '方式', '证号', '时间', '类别', '备注'],
      ['春风队', '备案', '街社备1', '2019.5', '志愿服务', null],
    ];
    const expected = ['name', 'mgmt', 'code_any', 'date_any', 'category', 'remark'];
    expect(fields(read(rows, { merges: ['B1:D1'] }).tables[0])).toEqual(expected);
  });

  test('合并区未知，下一行的词只在上级表头下才认得', () => {
    const rows = [
      ['项目编号', '项目名称', '承接机构', '项目周期', null, '状态'],
      [null, null, null, '*起', '止', null],
      ['XM1', '暖阳项目', '和风中心', '2020.8', '2021.3', '已结项'],
    ];
    expect(fields(read(rows, { merges }).tables[0])?.slice(3)).toEqual(['start', 'end', 'status']);
  });

  test('上级表头占去一半以上，旁边还有一个', () => {
    const rows = [
      [null, '岗位情况', null, '配备人员', null, null, null, null],
      ['机构层级', '岗位编号', '设岗日期', '姓名', '专职/兼职', '到岗日', '用人单位', '持证等级'],
      ['站', 'ZD-01', '2020-07-09', '甲某', '专职', '2020.8', '机构', '无'],
    ];
    const { tables } = read(rows, { merges: ['B1:C1', 'D1:H1'] });
    expect(tables[0]?.headerRows).toEqual([0, 1]);
  });

  test('只在上级表头下才有所指的词：持证情况的“编号”不是人员编号', () => {
    const rows = [
      ['编号', '姓名', '人员类别', '持证情况', null, null],
      [null, null, null, '等级', '编号', '时间'],
      ['R1', '甲某', '网格员', '初级', 'GL1', '2019.5'],
    ];
    const { tables } = read(rows, { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'] });
    expect(fields(tables[0])).toEqual(['pid', 'name', 'wtype', 'cert', 'cert_no', 'cert_date']);
  });

  test('各级表头整个重印，仍是一张表', () => {
    const heading = [
      ['主要情况', null, null, null, '类别', '备注'],
      ['组织名称', '登记备案', null, null, null, null],
      [null, '方式', '证号', '时间', null, null],
    ];
    const merged = (top: number) => [
      `A${top}:D${top}`,
      `A${top + 1}:A${top + 2}`,
      `B${top + 1}:D${top + 1}`,
      `E${top}:E${top + 2}`,
      `F${top}:F${top + 2}`,
    ];
    const row = (name: string): Cell[] => [name, '备案', `街社备${name}`, '2019.5', '志愿服务', null];
    const rows = [...heading, row('甲队'), ...heading, row('乙队')];
    expect(shape(read(rows, { merges: [...merged(1), ...merged(5)] }).tables)).toEqual([['W02', 2]]);
  });
});

describe('一张工作表上的几张表', () => {
  const roster: Cell[][] = [
    ['序号', '姓名', '人员类别', '证书等级'],
    [1, '甲某', '网格员', '初级'],
    [2, '乙某', '网格员', '无'],
    [3, '丙某', '网格员', '无'],
  ];
  const venture: Cell[][] = [
    ['届次', '活动名称', '日期', '立项数'],
    ['第一届', '创投大赛', '2020.9.12', 5],
  ];
  const facts: Cell[][] = [
    ['街道（乡镇）', '新风街道'],
    ['社区名称', '甲社区'],
    ['常住人口', '8642人'],
    ['户籍人口', '8000人'],
  ];
  const beside = (left: readonly Cell[][], right: readonly Cell[][], shift: number) =>
    Array.from({ length: Math.max(left.length, right.length + shift) }, (_, at) => [
      ...(left[at] ?? Array<Cell>(left[0]!.length).fill(null)),
      null,
      ...(right[at - shift] ?? Array<Cell>(right[0]!.length).fill(null)),
    ]);

  test('并排而表头不在一行', () => {
    const { tables } = read(beside(roster, venture, 1));
    expect(tables.map(({ id, headerRows }) => [id, headerRows])).toEqual([
      ['W03', [0]],
      ['W08', [1]],
    ]);
    expect(shape(tables)).toEqual([
      ['W03', 3],
      ['W08', 1],
    ]);
  });

  test('旁边一张表的合并标题与上级表头在一行', () => {
    const rows = [
      ['主要情况', null, null, '备注', null, '微公益创投活动情况表', null, null, null],
      ['社区', '常住人口', '注册志愿者数', null, null, ...venture[0]!],
      ['甲社区', 8642, 1500, null, null, ...venture[1]!],
    ];
    const merged = ['A1:C1', 'D1:D2', 'F1:I1'];
    expect(shape(read([...rows, [], ['乙社区']], { merges: merged }).tables)).toEqual([
      ['W06', 1],
      ['W08', 1],
    ]);
  });

  test('竖式表单在名册旁边', () => {
    const { tables, unit } = read(beside(roster, facts, 0));
    expect(shape(tables)).toEqual([
      ['W03', 3],
      ['W01', 1],
    ]);
    expect(unit.community).toBe('甲社区');
  });

  test('名册的落款不是旁边表单的填表人、审核人', () => {
    const signed: Cell[][] = [...roster, ['审核人：', '丁某', '负责人：', '戊某']];
    const { tables } = read(beside(facts, signed, 0));
    const form = tables.find(({ id }) => id === 'W01');
    expect(form?.area).toMatchObject({ left: 0, right: 1 });
    expect(form?.records[0]?.data.reviewer).toBeUndefined();
  });

  test('名册下面的表单里“负责人：”按落款，同一行的别的标签照认，遮蔽前后一样', () => {
    const form = (name: Cell): Cell[][] => [
      ['负责人：', name, '统一社会信用代码', '52340403MJA0000249'],
      ['社区名称', '甲社区', '常住人口', 8642],
      ['街道（乡镇）', '新风街道', '户籍人口', 8000],
    ];
    for (const name of ['乙某', { masked: null, kind: 'text' } as const]) {
      const { tables } = read([...roster, [], ...form(name)]);
      expect(tables[1]?.records[0]?.data.agency_uscc?.check).toBe('valid');
      expect(tables[1]?.records[0]?.data.leader).toBeUndefined();
    }
  });

  test('竖式表单在名册下面，中间只有空行', () => {
    const { tables } = read([...roster, [], ['基本情况登记表'], ...facts]);
    expect(shape(tables)).toEqual([
      ['W03', 3],
      ['W01', 1],
    ]);
  });

  test('下一张表的填报单位不是上一张的记录', () => {
    const top: Cell[] = ['填报单位：甲社区', null, '填报日期：2021.5.31', '单位：个'];
    const { tables, lines } = read([...roster, [], ['创投活动情况表'], top, ...venture]);
    expect(shape(tables)).toEqual([
      ['W03', 3],
      ['W08', 1],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(['title', 'reporter', 'date', 'unit']);
  });

  test('下一张台账的年份在它自己的标题里', () => {
    const ledger: Cell[][] = [
      ['2020年志愿服务活动台账'],
      ['序号', '日期', '活动名称', '参加人数'],
      [1, '7月4日', '清洁家园', 20],
    ];
    const { tables } = read([...roster, ['填表人：甲某'], [], ...ledger]);
    expect(tables[1]?.records[0]?.data.date?.span).toEqual({ from: 44016, to: 44016 });
  });
});

describe('中间空着一列的名录', () => {
  const heading: Cell[] = ['序号', '组织名称', '管理方式', '信用代码', '备案号', '备案日期', '类别', '负责人', '电话'];
  const row = (at: number): Cell[] => [at, `第${at}队`, '备案', null, `B-${at}`, '2020.7.1', '文体活动', '甲某', null];
  const rows = [heading, row(1), row(2), row(3)];
  const without = (column: number) => rows.map((cells) => cells.map((cell, at) => (at === column ? null : cell)));
  const spaced = (column: number, width = 1) =>
    rows.map((cells) => [...cells.slice(0, column), ...Array<Cell>(width).fill(null), ...cells.slice(column)]);

  test.each([2, 3, 4, 5, 6, 7])('第 %i 列（从 0 数起）连表头清空，仍是一张表，多一个没有名称的列', (column) => {
    const { tables, unread } = read(without(column));
    expect(tables.map(({ id, area }) => [id, area.left, area.right])).toEqual([['W02', 0, 8]]);
    expect(fields(tables[0])?.[column]).toBeNull();
    expect(fields(tables[0])?.filter((field) => field !== null)).toHaveLength(8);
    expect(unread).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('第 %i 列之前插进一个空列', (column) => {
    expect(read(spaced(column)).tables.map(({ area }) => [area.left, area.right])).toEqual([[0, 9]]);
  });

  test('空列有两个，或空两列', () => {
    const twice = spaced(4).map((cells) => [...cells.slice(0, 7), null, ...cells.slice(7)]);
    expect(read(twice).tables.map(({ area }) => [area.left, area.right])).toEqual([[0, 10]]);
    expect(read(spaced(4, 2)).tables.map(({ area }) => [area.left, area.right])).toEqual([[0, 10]]);
  });

  test('空列右边是一组有上级的表头', () => {
    const rows = [
      ['序号', '经费来源', null, '金额', null, null],
      [null, null, null, '预算安排', '到位资金', '实际支出'],
      [1, '街道', null, 12, 12, 6],
    ];
    const { tables } = read(rows, { merges: ['A1:A2', 'B1:B2', 'D1:F1'] });
    expect(fields(tables[0])).toEqual(['seq', 'source', null, 'planned', 'received', 'spent']);
  });

  test('空列右边有一列不认识，标题盖住两边', () => {
    const rows = [
      ['人才培养情况表'],
      ['类别', '培训场次', '培训人次', null, '微信群', '机制文件'],
      ['基层党务', 2, 30, null, '有', '培训'],
    ];
    expect(fields(read(rows, { merges: ['A1:F1'] }).tables[0])?.[5]).toBe('mechanisms');
  });

  test('空列右边只有一列，它的内容正好也是表单里的词', () => {
    const rows = [
      ['姓名', '证书等级', '人员编号', null, '职务'],
      ['甲某', '初级', 'R1', null, '党组织书记'],
    ];
    expect(fields(read(rows).tables[0])?.[4]).toBe('post');
  });

  test('空列右边的表头只是包含认得的词', () => {
    const rows = [
      ['社区', '注册志愿者数', '实名认证数', null, '*参加过活动的注册志愿者总人数', '常住人口'],
      ['甲社区', 1500, 1400, null, 200, 8000],
    ];
    expect(fields(read(rows).tables[0])?.[5]).toBe('pop_resident');
  });

  const beside = (left: readonly (readonly Cell[])[], right: readonly (readonly Cell[])[]) =>
    left.map((cells, at) => [...cells, null, ...(right[at] ?? [])]);
  const part = (from: number, to: number) => rows.map((cells) => cells.slice(from, to));

  test('两半的表头一样，是两张表；各是各的表，也是两张', () => {
    expect(shape(read(beside(part(1, 5), part(1, 5))).tables)).toEqual([
      ['W02', 3],
      ['W02', 3],
    ]);
    const projects: Cell[][] = [
      ['项目编号', '项目名称', '承接机构', '状态'],
      ['X1', '暖阳', '和风中心', '已结项'],
    ];
    expect(shape(read(beside(part(1, 7), projects)).tables)).toEqual([
      ['W02', 3],
      ['W05', 1],
    ]);
  });

  test('旁边另一张表用的词多半不是名录的，不并进来', () => {
    const others: Cell[][] = [['姓名', '职务', '电话']];
    expect(read(beside(part(0, 7), others)).tables[0]?.area.right).toBe(6);
  });

  test('旁边一张表的备注正好挨着表头，遮蔽前后都不并进来', () => {
    const left = (remark: Cell): Cell[][] => [
      ['姓名', '证书等级', '人员编号', '备注'],
      ['甲某', '初级', null, remark],
      ['乙某', '无', null, null],
    ];
    const right = [[null, '登记备案'], ...part(1, 7)];
    for (const remark of ['丙某介绍', { masked: null, kind: 'text' } as const]) {
      const { tables } = read(beside(left(remark), right), { merges: ['G1:I1'] });
      expect(tables.map(({ id, area }) => [id, area.left])).toEqual([
        ['W03', 0],
        ['W02', 5],
      ]);
    }
  });

  test('旁边是竖式表单的标签和值，不并进来', () => {
    const form = (name: Cell): Cell[][] => [
      ['负责人', name, '电话', null],
      ['社区名称', '甲社区', '常住人口', 8642],
      ['街道（乡镇）', '新风街道', '户籍人口', 8000],
    ];
    for (const name of ['乙某', { masked: '3f9a12bc34de', kind: 'name' } as const]) {
      const { tables } = read(beside(part(0, 7), form(name)));
      expect(tables.find(({ id }) => id === 'W02')?.area.right).toBe(6);
    }
  });
});

test.each<[string, string, Cell[]]>([
  ['问题整改台账', '问题编号', ['来源', '存在问题', '整改措施', '状态']],
  ['任务分解', '任务编号', ['任务', '责任单位', '启动日', '完成日']],
])('%s：只有序号的备用行不是一条，序号不是%s', (title, number, headings) => {
  const rows = [['序号', number, ...headings], [1, 'BH1', '中期', '甲', '乙', '整改中'], [2], [3]];
  const { tables } = read([[title], ...rows]);
  expect(tables[0]?.records).toHaveLength(1);
  expect(tables[0]?.columns.map(({ field }) => field !== null)).not.toContain(false);
});

describe('名录下面隔着空行的字', () => {
  const heading: Cell[] = ['序号', '组织名称', '管理方式', '备案号', '备案日期', '类别', '负责人', '联系电话'];
  const row = (at: number | null): Cell[] => [at, `第${at}队`, '备案', `B-${at}`, '2020.7.1', '文体活动', '甲某', null];
  const list = [heading, row(1), row(2), row(3)];
  const records = (after: readonly Cell[][], blanks: number) =>
    read([...list, ...Array<Cell[]>(blanks).fill([]), ...after]).tables[0]?.records.length;

  test.each<[string, Cell[]]>([
    ['核对的话写在名称和管理方式两列', [null, '请核对', '甲队的电话']],
    ['记在前几列', ['问题', '电话不对', '甲某', '已改']],
    ['核对的人和日期', [null, '甲某', null, null, '2020.12.1']],
    ['随手算的数', [null, null, '备案', 3]],
    ['另一个人的电话', [null, null, null, null, null, null, '乙某', '13900000000']],
  ])('%s：不是组织', (_, jotted) => {
    for (const blanks of [1, 2, 3]) expect(records([jotted, jotted], blanks)).toBe(3);
  });

  test.each<[string, Cell[]]>([
    ['序号接着编，只填了名称', [4, '丁队']],
    ['没编序号，各列照填', [...row(null)]],
    ['没编序号，只填了名称和管理方式', [null, '丁队', '备案']],
    ['没编序号，填得全，只是管理方式写得不规范', [null, '丁队', '报备过', 'B-4', '2020.8', '志愿服务', '丁某']],
  ])('%s：仍是名录里的组织', (_, row) => {
    for (const blanks of [1, 2, 3]) expect(records([row], blanks)).toBe(4);
  });

  test('备用行只印了序号，后面接着填', () => {
    expect(records([[4], [5], row(6)], 0)).toBe(4);
  });

  test('花名册下面核对人的签字不是社区工作者', () => {
    const roster = [
      ['序号', '姓名', '人员类别', '证书等级', '联系电话'],
      [1, '甲某', '网格员', '初级', '13800000000'],
    ];
    const { tables } = read([...roster, [], [], [null, '乙某', '已核对'], [null, '乙某', null, null, '13900000000']]);
    expect(shape(tables)).toEqual([['W03', 1]]);
  });
});

test('月份一列在日期之后', () => {
  const { tables } = read([
    ['活动名称', '日期', '月份', '参加人数'],
    ['清洁家园', '4日', '2020年7月', 20],
  ]);
  expect(tables[0]?.records[0]?.data.date?.span).toEqual({ from: 44016, to: 44016 });
});

test('项目的起止时间只有一栏，按起始日读', () => {
  const { tables } = readingOf(
    workbookOf(
      sheetOf('项目', [
        ['社工服务项目台账'],
        ['项目名称', '承接机构', '实施社区', '服务对象', '起止时间', '服务人次'],
        ['甲', '和谐社工中心', '朝阳社区', '特殊老人', '2020.7.1-2021.4.1', 20],
      ]),
    ),
  );
  const { start } = tables[0]!.records[0]!.data;
  expect([start?.span?.from, start?.issue]).toEqual([44013, null]);
});
