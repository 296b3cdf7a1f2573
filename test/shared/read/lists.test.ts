import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../shared/model/addresses.ts';
import { BLANK, VALUE } from '../../../shared/model/summaries.ts';
import type { Cell, Correction, SheetSnapshot, Table } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { readingOf } from '../readings.ts';

const read = (...sheets: SheetSnapshot[]) => readingOf(workbookOf(...sheets));
const fields = (table: Table) => table.columns.map(({ field }) => field);
const texts = (table: Table, field: string) => table.records.map((record) => record.data[field]?.text ?? null);

const DIRECTORY: Cell[][] = [
  ['淮南市“三社联动”试点社区社会组织名录'],
  ['填报单位（盖章）：田家庵区新风街道春晓社区'],
  ['序号', '组织名称', '登记备案情况', null, null, '类别', '人员', null, null, '负责人', '联系电话', '备注'],
  [
    null,
    null,
    '登记/备案',
    '统一社会信用代码（备案号）',
    '时间',
    null,
    '成员数',
    '其中：党员',
    '其中：志愿者',
    null,
    null,
    null,
  ],
  [1, '夕阳红志愿服务队', '备案', '新街社备2019-03', '2019.5', '志愿服务', '３２人', 4, 32, '甲某', null, null],
  [2, '春晓社会工作服务社', '登记', '52340403MJA0000249', '2019.6.1', '公益慈善', 12, 3, 10, '乙某', null, null],
  [3, null, null, null, null, null, null, null, null, null, null, null],
  ['合  计', null, null, null, null, null, 44, 7, 42, null, null, null],
  [],
  [
    '填表人：丙某',
    null,
    null,
    '审核人：丁某',
    null,
    null,
    null,
    '负责人（签字）：',
    null,
    null,
    null,
    '注：本表一式两份。',
  ],
];
const DIRECTORY_MERGES = ['A1:L1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:I3', 'J3:J4', 'K3:K4', 'L3:L4'];

describe('名录：两行表头、合计、签字行（规格 2.7 L1）', () => {
  const { tables, lines, unit, unread } = read(sheetOf('Sheet1', DIRECTORY, { merges: DIRECTORY_MERGES }));
  const [table] = tables;

  test('认出表、表头行和每一列', () => {
    expect(tables).toHaveLength(1);
    expect([table!.id, addressOf(table!.area), table!.headerRows]).toEqual(['W02', 'A3:L8', [2, 3]]);
    expect(fields(table!)).toEqual([
      'seq',
      'name',
      'mgmt',
      'code_any',
      'date_any',
      'category',
      'members',
      'party_members',
      'volunteers',
      'head',
      'phone',
      'remark',
    ]);
    expect(unread).toEqual([]);
  });

  test('两条记录；只有序号的备用行和合计行都不是组织', () => {
    expect(texts(table!, 'name')).toEqual(['夕阳红志愿服务队', '春晓社会工作服务社']);
    expect(table!.rowKinds).toEqual(['record', 'record', 'blank', 'total']);
  });

  test('同一列里的备案号和信用代码按管理方式分开', () => {
    expect(texts(table!, 'file_no')).toEqual(['新街社备2019-03', null]);
    expect(table!.records[1]!.data.uscc).toMatchObject({ text: '52340403MJA0000249', check: 'valid' });
    expect(table!.records[0]!.data.file_date?.span).not.toBeNull();
    expect(table!.records[1]!.data.reg_date?.span).not.toBeNull();
  });

  test('表外的行：填报单位和三个签字', () => {
    expect(unit).toMatchObject({ county: 'HN-03', street: '新风街道', community: '春晓社区' });
    const signed = lines.filter(({ kind }) => kind === 'signature');
    expect(signed.map(({ label, value }) => [label, value])).toEqual([
      ['填表人', '丙某'],
      ['审核人', '丁某'],
      ['负责人(签字)', null],
    ]);
  });

  test('不知道合并区域时（旧版 Excel），读法一样', () => {
    const [blind] = read(sheetOf('Sheet1', DIRECTORY, { merges: undefined })).tables;
    expect(fields(blind!)).toEqual(fields(table!));
    expect(texts(blind!, 'name')).toEqual(texts(table!, 'name'));
  });
});

test('表格不在 A1，表下方有带格式的空行，地址仍然对', () => {
  const rows = [
    ['组织名称', '管理方式', '备案号', '备案日期'],
    ['甲队', '备案', 'B-1', '2020.7.1'],
    [],
    [],
  ] as Cell[][];
  const values = rows.map((row) => Array.from({ length: 4 }, (_, at) => row[at] ?? null));
  const [table] = read({ name: '表', visibility: 'Visible', address: 'C7:F10', values, merges: [] }).tables;
  expect(addressOf(table!.area)).toBe('C7:F8');
  expect(table!.records[0]!.data.file_no).toMatchObject({ row: 7, column: 4 });
});

test('活动台账：月份合并、年份在标题、打印分页重复表头、累计行是文字（规格 2.7 L5）', () => {
  const heading = ['月份', '日期', '活动名称', '活动地点', '参加人数', '服务对象', '时长', '佐证'];
  const rows: Cell[][] = [
    ['春晓社区2020年下半年志愿服务活动台账'],
    heading,
    ['7月', '4日', '清洁家园', '一号院', '35人（注册28人）', '居民', '2小时', '照片1'],
    [null, '18-19日', '夏令营', '文化站', 20, '居民', 3, '照片2'],
    heading,
    ['10月', '9日', '敬老行', '二号院', 15, '老人', 2, '照片3'],
    ['累计开展活动3场次，参与70人次'],
  ];
  const { tables, lines } = read(sheetOf('台账', rows, { merges: ['A3:A4', 'A7:H7'] }));
  const [table] = tables;
  expect([table!.id, table!.records.length, table!.rowKinds[2]]).toEqual(['W07', 3, 'header']);
  expect(table!.records.map((record) => record.data.date?.span?.from)).toEqual([44016, 44030, 44113]);
  expect(table!.records[0]!.data).toMatchObject({ people: { number: 35, issue: null }, registered: { number: 28 } });
  expect(lines.filter(({ kind }) => kind === 'statement')).toHaveLength(1);
});

test('县区汇总表：三层表头，小计写在第二列（规格 2.7 L3）', () => {
  const rows: Cell[][] = [
    ['田家庵区“三社联动”试点工作指标完成情况汇总表'],
    ['计量单位：个、人、%'],
    [
      '街道',
      '社区',
      '社会组织',
      null,
      null,
      null,
      '社区工作者',
      null,
      null,
      '志愿者',
      null,
      null,
      '活动数',
      '是否达标',
    ],
    [
      null,
      null,
      '总数',
      '其中',
      null,
      '较上期增减',
      '总数',
      '持证',
      '持证率',
      '注册数',
      '注册率',
      '参与率',
      null,
      null,
    ],
    [null, null, null, '登记', '备案', null, null, null, null, null, null, null, null, null],
    ['新风街道', '甲社区', 11, 6, 5, '+2', 10, 4, '40%', 1383, 0.16, 9.5, 12, '是'],
    [null, '小计', 11, 6, 5, null, 10, 4, null, 1383, null, null, 12, null],
    ['总  计', null, 11, 6, 5, null, 10, 4, null, 1383, null, null, 12, null],
  ];
  const merges = [
    'A3:A5',
    'B3:B5',
    'C3:F3',
    'C4:C5',
    'D4:E4',
    'F4:F5',
    'G3:I3',
    'G4:G5',
    'H4:H5',
    'I4:I5',
    'J3:L3',
    'J4:J5',
    'K4:K5',
    'L4:L5',
    'M3:M5',
    'N3:N5',
    'A6:A7',
    'A8:B8',
  ];
  const [table] = read(sheetOf('汇总', rows, { merges })).tables;
  expect(table!.id).toBe('W13');
  expect(fields(table!)).toEqual([
    'street',
    'community',
    'org_total',
    'org_registered',
    'org_filed',
    'org_change',
    'workers',
    'certified',
    'certified_rate',
    'volunteers',
    'volunteer_rate',
    'participation_rate',
    'activities',
    'reached',
  ]);
  expect(table!.rowKinds).toEqual(['record', 'subtotal', 'total']);
  const { data } = table!.records[0]!;
  expect([data.certified_rate?.number, data.volunteer_rate?.number, data.participation_rate?.number]).toEqual([
    0.4, 0.16, 0.095,
  ]);
});

describe('表头从不猜', () => {
  test('完成数不是目标数，服务人数不是服务人次，列换了顺序也不错', () => {
    const rows: Cell[][] = [
      ['项目编号', '项目名称', '承接机构', '服务人次', '服务人数'],
      ['X-1', '助老', '某中心', 90, 30],
    ];
    const [table] = read(sheetOf('项目', rows)).tables;
    expect(table!.records[0]!.data).toMatchObject({ times: { number: 90 }, people: { number: 30 } });
  });

  test('两列都叫“备案日期”，第二列不认，要人来说', () => {
    const rows: Cell[][] = [
      ['组织名称', '管理方式', '备案日期', '备案日期'],
      ['甲队', '备案', '2020.7.1', '2020.8.1'],
    ];
    const [table] = read(sheetOf('名录', rows)).tables;
    expect(table!.columns.map(({ field, ambiguous }) => [field, ambiguous])).toEqual([
      ['name', false],
      ['mgmt', false],
      ['file_date', false],
      [null, true],
    ]);
  });

  test('认得的表头之外每个词都说明得了，按它读，并说明依据是“包含”', () => {
    const rows: Cell[][] = [
      ['目前组织名称（全称）', '管理方式', '备案号', '类别'],
      ['甲队', '备案', 'B-1', '文体活动'],
    ];
    const [table] = read(sheetOf('名录', rows)).tables;
    expect(table!.columns[0]).toMatchObject({ field: 'name', basis: 'contains' });
  });
});

test('两张表上下、左右排在一张工作表上，各读各的', () => {
  const rows: Cell[][] = [
    ['组织名称', '管理方式', '备案号', null, '届次', '活动名称', '征集数'],
    ['甲队', '备案', 'B-1', null, '一', '微创投', 9],
    [],
    ['社区', '常住人口', '注册志愿者数', '其中：实名认证数'],
    ['甲社区', 8000, 1300, 1290],
  ];
  const { tables } = read(sheetOf('表', rows));
  expect(tables.map(({ id, area }) => [id, addressOf(area)])).toEqual([
    ['W02', 'A1:C2'],
    ['W08', 'E1:G2'],
    ['W06', 'A4:D5'],
  ]);
});

test('名录 (2) 与名录九成以上相同，是副本', () => {
  const rows: Cell[][] = [
    ['组织名称', '管理方式', '备案号'],
    ['甲队', '备案', 'B-1'],
    ['乙队', '备案', 'B-2'],
  ];
  const { tables } = read(sheetOf('名录 (2)', rows), sheetOf('名录', rows));
  expect(tables.map(({ sheet, copyOf }) => [sheet, copyOf?.sheet ?? null])).toEqual([
    ['名录 (2)', '名录'],
    ['名录', null],
  ]);
});

test('姓名隐去以后，行还是那一行：职务写着“说明：书记”也不是脚注', () => {
  const rows = (name: Cell): Cell[][] => [
    ['序号', '姓名', '职务', '证书等级'],
    [1, name, '说明：书记', '初级'],
    [2, name, '主任', '无'],
  ];
  const kinds = (name: Cell) => read(sheetOf('名册', rows(name))).tables[0]?.rowKinds;
  expect(kinds('张某')).toEqual(['record', 'record']);
  expect(kinds({ masked: '3f9a12bc34de', kind: 'name' })).toEqual(['record', 'record']);
});

describe('人的更正', () => {
  const rows: Cell[][] = [
    ['组织名称', '管理方式', '情况', '备案号'],
    ['甲队', '备案', '2020.7.1', 'B-1'],
  ];
  const correct = (...corrections: Correction[]) => readingOf(workbookOf(sheetOf('名录', rows)), corrections);

  test('这一列是备案日期', () => {
    const [table] = correct({
      kind: 'column',
      sheet: '名录',
      address: 'A1:D2',
      column: 'C',
      field: 'file_date',
    }).tables;
    expect(table!.columns[2]).toMatchObject({ field: 'file_date', basis: 'corrected' });
    expect(table!.records[0]!.data.file_date?.span).not.toBeNull();
  });

  test('这张表不是数据', () => {
    expect(correct({ kind: 'table', sheet: '名录', address: 'A1:D2', table: null }).tables).toEqual([]);
  });

  test('说明不是数据以后，标题和签字也不再列为未读；旁边另有一片的照列', () => {
    const titled: Cell[][] = [['名录'], ...rows, [], ['填表人：甲某', '审核人：乙某', '负责人：丙某']];
    const noData: Correction = { kind: 'table', sheet: '名录', address: 'A2:D3', table: null };
    const reading = readingOf(workbookOf(sheetOf('名录', titled)), [noData]);
    expect([reading.tables, reading.lines, reading.unread]).toEqual([[], [], []]);
    const more = [...titled, ['一', '二', '三'], ['四', '五', '六']];
    const { unread } = readingOf(workbookOf(sheetOf('名录', more)), [noData]);
    expect(unread.map(({ address }) => address)).toEqual(['A6:C7']);
  });

  test('表头在第3行', () => {
    const odd = sheetOf('名录', [['甲'], ['乙'], ['组织名称', '管理方式', '证书'], ['甲队', '备案', 'B-1']]);
    const { tables } = readingOf(workbookOf(odd), [
      { kind: 'headerRows', sheet: '名录', rows: [3] },
      { kind: 'column', sheet: '名录', address: 'A3:C4', column: 'C', field: 'file_no' },
    ]);
    expect(tables.map(({ id, headerRows }) => [id, headerRows])).toEqual([['W02', [2]]]);
  });

  describe('表头行、表名和列一起说明', () => {
    const rows: Cell[][] = [
      ['各类组织一览'],
      ['单位', '类型', '证照号', null, '单位', '类型', '证照号'],
      ['甲队', '备案', 'B-1', null, '丙队', '备案', 'B-3'],
      ['乙队', '备案', 'B-2', null, '丁队', '备案', 'B-4'],
    ];
    const column = (address: string, name: string, field: string): Correction => ({
      kind: 'column',
      sheet: '名录',
      address,
      column: name,
      field,
    });
    const left = [column('A2:C4', 'A', 'name'), column('A2:C4', 'B', 'mgmt'), column('A2:C4', 'C', 'file_no')];
    const table = (address: string): Correction => ({ kind: 'table', sheet: '名录', address, table: 'W02' });
    const heading: Correction = { kind: 'headerRows', sheet: '名录', rows: [2] };
    const tablesOf = (...corrections: Correction[]) => readingOf(workbookOf(sheetOf('名录', rows)), corrections).tables;

    test.each([
      ['表头行在先', [heading, table('A2:C4')]],
      ['表名在先', [table('A1:C4'), heading]],
      ['说了两次', [heading, heading, table('A2:C4'), table('A2:C4')]],
    ])('%s：只读一次', (_, corrections) => {
      const tables = tablesOf(...corrections, ...left);
      expect(tables.map(({ id, area, copyOf }) => [id, addressOf(area), copyOf])).toEqual([['W02', 'A2:C4', null]]);
      expect(texts(tables[0]!, 'file_no')).toEqual(['B-1', 'B-2']);
    });

    test('同一行表头下并排的两张表各是一张', () => {
      const right = [column('E2:G4', 'E', 'name'), column('E2:G4', 'F', 'mgmt'), column('E2:G4', 'G', 'file_no')];
      const tables = tablesOf(heading, table('A2:C4'), table('E2:G4'), ...left, ...right);
      expect(tables.map((one) => texts(one, 'name'))).toEqual([
        ['甲队', '乙队'],
        ['丙队', '丁队'],
      ]);
    });

    test('并排的两张，一张是人指出的，先列它', () => {
      const [heading, ...lines] = rows.slice(1);
      const beside = [['组织名称', '管理方式', '备案号', ...heading!.slice(3)], ...lines];
      const right = [column('E1:G3', 'E', 'name'), column('E1:G3', 'F', 'mgmt'), column('E1:G3', 'G', 'file_no')];
      const { tables } = readingOf(workbookOf(sheetOf('名录', beside)), [table('E1:G3'), ...right]);
      expect(tables.map(({ area }) => addressOf(area))).toEqual(['E1:G3', 'A1:C3']);
    });

    test('人指出的和自己认出的，按从上到下的次序，各到下一张为止', () => {
      const stacked: Cell[][] = [['组织名称', '管理方式', '备案号'], ['甲队', '备案', 'B-1'], [], ...rows.slice(1)];
      const said = [table('A4:C6'), ...left.map((one) => ({ ...one, address: 'A4:C6' }))];
      const { tables } = readingOf(workbookOf(sheetOf('名录', stacked)), said);
      expect(tables.map((one) => texts(one, 'name'))).toEqual([['甲队'], ['甲队', '乙队']]);
    });
  });
});

test('没有表头的工作表列为未读，深度隐藏的不读，隐藏的照读并说明', () => {
  const list: Cell[][] = [
    ['组织名称', '管理方式', '备案号'],
    ['甲队', '备案', 'B-1'],
  ];
  const { tables, unread, hidden } = read(
    sheetOf('名录', list, { visibility: 'Hidden' }),
    sheetOf('随手记', [['买菜'], ['开会']]),
    sheetOf('底稿', list, { visibility: 'VeryHidden' }),
  );
  expect(tables).toHaveLength(1);
  expect(unread.map(({ sheet }) => sheet)).toEqual(['随手记', '底稿']);
  expect(hidden).toEqual([{ sheet: '名录', address: 'A1:C2', what: 'sheet' }]);
});

test('表格下方隔开的一行没有当作记录，列为未读；一个名字和一句话不列', () => {
  const rows = (last: Cell[]): Cell[][] => [
    ['组织名称', '管理方式', '备案号', '备案日期', '类别'],
    ['甲队', '备案', 'B-1', '2020-1-1', '文体'],
    ['乙队', '备案', 'B-2', '2020-1-1', '文体'],
    [],
    last,
  ];
  const apart = read(sheetOf('名录', rows(['丙队', '待核实', '见附件', '下月补'])));
  expect(apart.tables[0]!.records).toHaveLength(2);
  expect(apart.unread.map(({ address, reason }) => [address, reason.includes('没有当作记录')])).toEqual([
    ['A5:D5', true],
  ]);
  expect(read(sheetOf('名录', rows(['丙队', '待核实']))).unread).toEqual([]);
});

describe('合并单元格的值对它盖住的每一行都成立（规格 2.7）', () => {
  const rows: Cell[][] = [
    ['社区工作者花名册'],
    ['人员类别', '姓名', '社工证', '取得时间', '证书编号', '所属社区'],
    ['两委成员', '甲某', '初级', '2019-9-1', 'A1', '春晓社区'],
    [null, '乙某', '无', null, null, null],
    [null, '丙某', null, null, null, null],
    ['专职', '丁某', '初级', '2020-9-1', 'A2', null],
  ];
  const [table] = read(sheetOf('花名册', rows, { merges: ['A3:A5', 'C4:C5', 'E3:E4'] })).tables;

  test('文字和代码都填到下面，未合并的空格不填', () => {
    expect(table!.records.map(({ data }) => data.wtype?.codes.join())).toEqual(['A1', 'A1', 'A1', 'A3']);
    expect(table!.records.map(({ data }) => data.cert?.codes.join())).toEqual(['1', '0', '0', '1']);
    expect(texts(table!, 'community')).toEqual(['春晓社区', '', '', '']);
  });

  test('证书编号是个人信息，不填', () => {
    expect(table!.records.map(({ data }) => data.cert_no?.state)).toEqual(['value', 'blank', 'blank', 'value']);
  });

  test('许多行合并以后，未合并的空格仍是空格', () => {
    const many = Array.from({ length: 60 }, (_, at): Cell[] => [at === 0 ? '专职' : null, `某${at}`, '无', null, null]);
    const sheet = sheetOf('花名册', [...rows.slice(0, 2), ...many], { merges: ['A3:A61'] });
    const summary = read(sheet).tables[0]!.summaries().get('wtype')!;
    expect(summary.states).toBe(VALUE | BLANK);
  });
});
