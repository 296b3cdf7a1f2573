/** 一册工作簿中拿去与别册比对的是哪些：只有确实计入的，只有代号，不出本机，也不随检查发送。 */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, packed } from '../../../shared/evaluate.ts';
import type { Cell, Joins } from '../../../shared/model.ts';
import { type Sheets, snapshotOf } from '../check/snapshots.ts';
import { organisations, registered } from '../check/workbooks.ts';
import { form } from './entries.ts';

const SECRET = '7c'.repeat(32);
const ID = '340403198506120014';

const masked = (sheets: Sheets, secret = SECRET) =>
  deidentify(snapshotOf({ 基本情况: form('锦湖社区'), ...sheets }), secret);
const joinsOf = (sheets: Sheets, secret?: string): Joins => masked(sheets, secret).joins;
const things = (identity: string, sheets: Sheets) =>
  joinsOf(sheets).things.filter((thing) => thing.identity === identity);

const roster = (...rows: readonly (readonly Cell[])[]): Sheets => ({
  花名册: [['姓名', '身份证号', '出生年月', '人员类别', '是否在岗', '离职（离岗）日期', '持证情况'], ...rows],
});
const worker = (name: string, id: Cell = null, birth: Cell = null): readonly Cell[] => [
  name,
  id,
  birth,
  '专职社区工作者',
  '是',
  null,
  '无',
];
const ledger = (...rows: readonly (readonly Cell[])[]): Sheets => ({
  活动台账: [['日期', '活动名称', '活动地点', '参与志愿者人数', '佐证号'], ...rows],
});

describe('社会组织', () => {
  const names = (...rows: readonly (readonly Cell[])[]) =>
    things('organisation', { 名录: organisations(...rows) }).map(({ called }) => called);

  test('登记的凭信用代码，代码可以说出来', () => {
    const [one] = things('organisation', { 名录: organisations(registered('春晖社', '52340403MJA0000249')) });
    expect(one).toMatchObject({ called: '52340403MJA0000249', at: { sheet: '名录', address: 'D2' } });
  });

  test('代码不对、已注销、备案、不确定登记没有的，都不比', () => {
    const closed = [...registered('夏荷社', '51340400MJA0000166').slice(0, 8), '注销'];
    const filed = ['秋实队', '备案', null, null, null, '1号', '2020-09-01', '志愿服务', '正常'];
    const open = ['冬青社', null, '社会团体', '53340400MJA000040G', '2019-05-06', null, null, '公益慈善', '正常'];
    expect(names(registered('春晖社', '52340403MJA0000294'), closed, filed, open)).toEqual([]);
  });

  test('本次截止日以后登记的不比', () => {
    expect(names(registered('春晖社', '52340403MJA0000249', '2021-06-01'))).toEqual([]);
    expect(names(registered('春晖社', '52340403MJA0000249', '2021-05-31'))).toHaveLength(1);
  });
});

describe('社区工作者', () => {
  const keysOf = (row: readonly Cell[]) => things('person', roster(row))[0]?.keys ?? null;

  test('身份证号、姓名和出生年月都成代号，没有名字', () => {
    const [one] = things('person', roster(worker('赵甲', ID)));
    expect(one!.called).toBeNull();
    expect(one!.keys.every((key) => /^[0-9a-f]{24}$/.test(key!))).toBe(true);
    expect(JSON.stringify(one)).not.toMatch(/赵甲|3404/);
  });

  test('出生日期也从身份证号得出', () => {
    const [, , day, month] = keysOf(worker('赵甲', ID))!;
    expect(keysOf(worker('赵甲', null, '1985-06-12'))).toEqual([null, null, day, month]);
    expect(keysOf(worker('赵甲', null, '1985年6月'))).toEqual([null, null, null, month]);
  });

  test('15 位的旧号没有校验码，要姓名也相同才与 18 位的是同一个', () => {
    const [, key] = keysOf(worker('赵甲', ID))!;
    expect(keysOf(worker('赵甲', '340403850612001'))?.slice(0, 2)).toEqual([null, key]);
    expect(keysOf(worker('钱乙', '340403850612001'))?.[1]).not.toBe(key);
    expect(keysOf(worker('赵甲', '340403198506120022'))?.[1]).not.toBe(key);
  });

  test.each(['111111111111111', '123456850612001', '340403850612000'])('占位的号不用：%s', (id) => {
    expect(keysOf(worker('赵甲', id, '1985-06'))?.slice(0, 3)).toEqual([null, null, null]);
  });

  test('校验码不对的身份证号不用', () => {
    expect(keysOf(worker('赵甲', '34040319850612001X', '1985-06'))?.slice(0, 3)).toEqual([null, null, null]);
  });

  test('数值存的身份证号后三位已丢，不用', () => {
    expect(keysOf(worker('赵甲', 340403198506120000, '1985-06'))?.slice(0, 2)).toEqual([null, null]);
  });

  test('离岗的、不是社区工作者的、类别没填的不比；姓名不全的没有姓名的代号', () => {
    const left = [...worker('赵甲', ID).slice(0, 5), '2020-10-01', '无'];
    const sent = ['钱乙', ID, null, '机构派驻社工', '是', null, '无'];
    const unsaid = ['孙丙', ID, null, null, '是', null, '无'];
    expect(things('person', roster(left, sent, unsaid))).toEqual([]);
    expect(keysOf(worker('张某', null, '1985-06'))).toBeNull();
    expect(keysOf(worker('张*', null, '1985-06'))).toBeNull();
  });
});

describe('活动和佐证', () => {
  const keyOf = (name: Cell, place: Cell, date: Cell = '2020-10-25') =>
    things('activity', ledger([date, name, place, 30, null]))[0]?.keys[0] ?? null;
  const evidence = (number: Cell) => things('evidence', ledger(['2020-10-25', '义诊', null, 30, number]))[0]?.keys[0];

  test('名称去掉空话，地点相同', () => {
    expect(keyOf('“学雷锋”志愿服务活动', '龙湖公园')).toBe(keyOf('学雷锋', '龙湖公园广场'));
    expect(keyOf('锦湖社区学雷锋活动', '龙湖公园')).toBe(keyOf('学雷锋', '龙湖公园'));
    expect(keyOf('学雷锋', '龙湖公园')).not.toBe(keyOf('学雷锋', '龙湖公园', '2020-10-26'));
    expect(keyOf('学雷锋', '龙湖公园')).not.toBe(keyOf('学雷锋', '泉山公园'));
    expect(keyOf('学雷锋', '龙湖小学')).not.toBeNull();
  });

  test.each([
    ...['社区活动室', '活动中心', '社区广场', '会议室', '辖区内', null],
    ...['养老院', '敬老院', '学校', '小学', '社区学校', '幸福广场', '背街小巷', '便民服务大厅', '居家养老服务站'],
    ...['核酸采样点', '社区卫生服务中心', '农贸市场', '辖区各小学', '老年人日间照料中心'],
    ...['社区会议室二楼', '主次干道', '包保小区'],
  ])('各社区都有的地点不算：%s', (place) => {
    expect(keyOf('学雷锋', place)).toBeNull();
  });

  test('窗口以外的、没有人参加的、只有空话的不比', () => {
    expect(keyOf('学雷锋', '龙湖公园', '2019-10-25')).toBeNull();
    expect(keyOf('志愿服务活动', '龙湖公园')).toBeNull();
    expect(things('activity', ledger(['2020-10-25', '学雷锋', '龙湖公园', 0, null]))).toEqual([]);
  });

  test.each([1, '1', '附件1', '照片12', 'HD-01', '佐证2020-015', '20201025-3', 'ZZ20201025001', '见附件', '有', null])(
    '各社区自己都会编的号不算：%s',
    (number) => {
      expect(evidence(number)).toBeUndefined();
    },
  );

  test.each(['锦湖-017', '望淮街道档案2020第3卷', 'WHJD2020-118', '4406017'])('说得出是哪一份的号：%s', (number) => {
    expect(evidence(number)).toMatch(/^[0-9a-f]{24}$/);
  });
});

test('特殊人群的名单不比', () => {
  const sheets: Sheets = {
    矫正对象名单: [
      ['社区矫正对象姓名', '身份证号'],
      ['赵甲', ID],
    ],
  };
  expect(joinsOf(sheets).things).toEqual([]);
});

describe('本册自己写的', () => {
  test('街道、社区、承接机构照原样，填报日期成年月日', () => {
    expect(joinsOf({}).facts).toEqual({
      filled: '2021-05-31',
      street: { text: '望淮街道', at: { sheet: '基本情况', address: 'D1' } },
      community: { text: '锦湖社区', at: { sheet: '基本情况', address: 'B2' } },
      agency: { text: '同心社会工作服务中心', at: { sheet: '基本情况', address: 'B4' } },
    });
  });

  test('表外的填报日期也取，截止日期不取', () => {
    const rows = (label: string): Sheets => ({
      基本情况: [
        ['社区基本情况表', null, null, null],
        [label, null, null, null],
        ...form('锦湖社区').map((row) =>
          row.map((cell) => (cell === '填报日期' || cell === '2021-05-31' ? null : cell)),
        ),
      ],
    });
    expect(joinsOf(rows('填报时间：2021年6月3日')).facts.filled).toBe('2021-06-03');
    expect(joinsOf(rows('截止日期：2021年5月31日')).facts.filled).toBeNull();
  });

  test('两个社区各填一张，哪张也不取', () => {
    expect(joinsOf({ 另一张: form('朝阳社区') }).facts).toMatchObject({ street: null, community: null, agency: null });
  });
});

test('试点名册逐行取，报送状态不明的不猜', () => {
  const sheets: Sheets = {
    试点名册: [
      ['县区', '街道', '社区', '城乡', '承接机构', '报送状态', '收文时间'],
      ['田家庵区', '望淮街道', '锦湖社区', '城市', '同心社会工作服务中心', '审核通过', '2021-06-03'],
      ['凤台县', '新渡镇', '渡口社区', '农村', null, '退回', null],
      ['寿县', '清泉镇', '柳塘村', null, null, '未报', null],
      ['潘集区', '袁庄街道', '河滨社区', null, null, null, null],
    ],
  };
  const { register } = deidentify(snapshotOf(sheets), SECRET).joins;
  expect(register[0]).toEqual({
    county: 'HN-03',
    countyName: '田家庵区',
    street: '望淮街道',
    community: '锦湖社区',
    urbanRural: 'urban',
    agency: '同心社会工作服务中心',
    submitted: true,
    received: '2021-06-03',
    at: { sheet: '试点名册', address: 'C2' },
  });
  expect(register.map(({ submitted }) => submitted)).toEqual([true, true, false, null]);
});

describe('代号不出本机', () => {
  const sheets: Sheets = {
    名录: organisations(registered('春晖社', '52340403MJA0000249')),
    ...roster(worker('赵甲', ID, '1985-06-12')),
    ...ledger(['2020-10-25', '学雷锋', '龙湖公园', 30, '锦湖-017']),
  };

  test('发送的快照和检查结果里一个也没有', () => {
    const made = masked(sheets);
    const keys = made.joins.things.flatMap((thing) => thing.keys.filter((key) => key !== null));
    expect(keys).toHaveLength(7);
    const sent = JSON.stringify(packed(made.snapshot));
    // 每 12 位就是一个快照里的代号那么长。
    expect(keys.filter((key) => sent.includes(key.slice(0, 12)))).toEqual([]);
    const judged = JSON.stringify(evaluate(made.snapshot));
    expect(keys.filter((key) => judged.includes(key.slice(0, 12)))).toEqual([]);
  });

  test('同一密钥下相同，换一个就不同', () => {
    const keys = (secret: string) => joinsOf(sheets, secret).things.flatMap((thing) => thing.keys);
    expect(keys(SECRET)).toEqual(keys(SECRET));
    expect(keys(SECRET).filter((key) => key !== null && keys('8d'.repeat(32)).includes(key))).toEqual([]);
  });

  test('遮过的再遮一次还是原来那一个，占位的代号不当作原来的字来比', () => {
    const once = masked({ ...sheets, ...ledger(['2020-10-25', '慰问赵甲', '钱乙家', 30, '赵甲-017']) });
    const twice = deidentify(once.snapshot, SECRET);
    expect(twice.snapshot).toBe(once.snapshot);
    expect(once.joins.things.map(({ identity }) => identity)).toEqual([
      'organisation',
      'person',
      'activity',
      'evidence',
    ]);
    expect(twice.joins.things.map(({ identity }) => identity)).toEqual(['organisation']);
  });
});
