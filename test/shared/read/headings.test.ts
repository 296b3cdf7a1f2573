/** 表头读作哪张表、哪几栏。加同义词、代码或表，在这里加一例；没有全认出来的表头不猜。 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deidentify, grounds } from '../../../shared/evaluate.ts';
import { spellings } from '../../../shared/model/templates.ts';
import type { Cell, Correction, Datum, Table, WorkbookSnapshot } from '../../../shared/model.ts';
import { headingName, matchHeading } from '../../../shared/read/headings.ts';
import { vocabularyOf } from '../../../shared/read/vocabulary.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
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

const vocabulary = vocabularyOf(grounds.catalogue);

/** What a heading alone means in a table: its field, or null where it is asked or left alone. */
function meant(table: string, heading: string, field: string | null): readonly (string | null)[] {
  const layouts = vocabulary.tables.flatMap(({ id, fields }, at) =>
    id === table && (field === null || fields.some(({ key }) => key === field)) ? [at] : [],
  );
  return layouts.map((at) => matchHeading(vocabulary, at, headingName(vocabulary, [heading])!).field?.key ?? null);
}

// Parted by 、 outside brackets.
const HEADINGS = /(?:[^、（“]|（[^）]*）|“[^”]*”)+/g;

function listed(file: string) {
  const lines = readFileSync(new URL(`../../fixtures/inputs/${file}`, import.meta.url), 'utf8').split('\n');
  let table = '';
  return lines.flatMap((line) => {
    table = /^## (\w+)/.exec(line)?.[1] ?? table;
    const [, key, headings] = /^- ([a-z_ ]+): (.*)$/.exec(line) ?? [];
    const field = key === 'no field' ? null : key!;
    return headings ? headings.match(HEADINGS)!.map((heading) => ({ table, field, heading })) : [];
  });
}

describe.each([
  ['headings.md', 520, 0.97],
  ['further-headings.md', 550, 0.95],
])('%s', (file, count, rate) => {
  const all = listed(file);
  const wanted = all.filter(({ field }) => field !== null);

  test('没有丢掉哪一个', () => {
    expect(all.length).toBeGreaterThan(count);
  });
  test(`是字段的，认得 ${rate * 100}% 以上`, () => {
    const known = wanted.filter(({ table, field, heading }) => meant(table, heading, field)[0] === field);
    expect(known.length / wanted.length).toBeGreaterThan(rate);
  });
  test('没有一个读作别的字段；认不出的要人来说', () => {
    const wrong = wanted.flatMap(({ table, field, heading }) => {
      const found = meant(table, heading, field)[0];
      return found === field || found === null ? [] : [`${table} ${heading} ${found}`];
    });
    expect(wrong).toEqual([]);
  });
  test('不是字段的，一个不取', () => {
    const taken = all
      .filter(({ field }) => field === null)
      .flatMap(({ table, heading }) => meant(table, heading, null).map((found) => found && `${heading} ${found}`));
    expect(taken.filter((found) => found !== null)).toEqual([]);
  });
});

describe('剩下一个说明不了的词，就不取', () => {
  test.each([
    ['W02', '备案登记时间'],
    ['W02', '专职工作人员数量'],
    ['W01', '常住人口女性人数'],
    ['W06', '2019年注册志愿者数'],
    ['W06', '上年参与人次'],
    ['W03', '拟取得社工证'],
    ['W04', '非专职/兼职'],
    ['W10', '持证人数'],
  ])('%s %s', (table, heading) => {
    expect(meant(table, heading, null)).toEqual(meant(table, heading, null).map(() => null));
  });

  test('又没有别的栏是这个字段，要人来说', () => {
    const rows = [
      ['社区', '常住人口', '2019年注册志愿者数', '2020年注册志愿者数', '参与人次'],
      ['甲社区', 8000, 900, 1300, 20],
    ];
    const [table] = readingOf(snapshotOf({ 志愿者情况: rows })).tables;
    expect(asked(table!)).toEqual(['2019年注册志愿者数', '2020年注册志愿者数']);
  });
  test('已有一栏是这个字段，不必问', () => {
    const rows = [
      ['社区', '常住人口', '注册志愿者数', '2019年注册志愿者数', '参与人次'],
      ['甲社区', 8000, 1300, 900, 20],
    ];
    expect(asked(readingOf(snapshotOf({ 志愿者情况: rows })).tables[0]!)).toEqual([]);
  });
  test('年份写在上一级表头里，也不先取左边的一年', () => {
    const rows = [
      ['社区', '常住人口', '2019年', null, '2020年', null],
      [null, null, '注册志愿者数', '参与人次', '注册志愿者数', '参与人次'],
      ['甲社区', 8000, 900, 10, 1300, 20],
    ];
    const { sheets, ...book } = snapshotOf({ 志愿者情况: rows });
    const merges = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'];
    const [table] = readingOf({ ...book, sheets: sheets.map((sheet) => ({ ...sheet, merges })) }).tables;
    expect(fieldsOf(table!)).toEqual(['community', 'pop_resident', null, null, null, null]);
    expect(asked(table!)).toHaveLength(4);
  });
});

const fieldsOf = ({ columns }: Table) => columns.map(({ field }) => field);
const asked = ({ columns }: Table) => columns.flatMap(({ header, ambiguous }) => (ambiguous ? [header] : []));

test('一条写法可以写出几种', () => {
  expect(spellings('(取得|获得)[证书]日期')).toEqual(['取得日期', '取得证书日期', '获得日期', '获得证书日期']);
  expect(spellings('类型（登记/备案）')).toEqual(['类型（登记/备案）']);
});

test('同一张表里，相近的写法只在说定的几处归于两个字段', () => {
  const twice = [...vocabulary.plain].flatMap(([word, meanings]) =>
    vocabulary.tables.flatMap(({ id }, at) => {
      const own = meanings.filter(({ table }) => table === at);
      return own.length > 1 ? [`${id} ${word}`] : [];
    }),
  );
  expect(twice).toEqual(['W07 服务人数', 'W07 服务数']);
});

describe('说定一个表头，这类表里处处照办', () => {
  const rows = [
    ['组织名称', '管理方式', '备案号', '登记备案情况', null, '进驻日', '类别'],
    [null, null, null, '方位', '日子', null, null],
    ['甲队', '备案', 'B-1', '东', '2020.7.1', '2020.8.1', '文体活动'],
  ];
  const { sheets, ...book } = snapshotOf({
    名录: rows,
    名录二: rows.map((row) => row.map((cell) => cell && `${cell}`)),
  });
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'G1:G2'];
  const snapshot: WorkbookSnapshot = { ...book, sheets: sheets.map((sheet) => ({ ...sheet, merges })) };
  const said = (heading: string, field: string | null): Correction => ({
    kind: 'column',
    table: 'W02',
    heading,
    field,
  });
  const readWith = (...corrections: Correction[]) =>
    readWorkbook(snapshot, grounds.catalogue, corrections).tables.map(fieldsOf);

  test('两张工作表都照办', () => {
    const fields = ['name', 'mgmt', 'file_no', null, null, 'file_date', 'category'];
    expect(readWith(said('进驻 日', 'file_date'))).toEqual([fields, fields]);
  });
  test('连同上一级表头说的，照办', () => {
    expect(readWith(said('登记备案情况 / 日子', 'file_date'))[0]![4]).toBe('file_date');
  });
  test('说不是字段的，不取', () => {
    expect(readWith(said('备案号', null))[0]![2]).toBeNull();
  });
  test('别的表不受影响，没有的字段不认', () => {
    expect(readWith({ kind: 'column', table: 'W03', heading: '备案号', field: null })[0]![2]).toBe('file_no');
    expect(readWith(said('进驻日', 'nothing'))[0]![5]).toBeNull();
  });
  test('指着一栏说的，比说表头的管用', () => {
    const placed: Correction = { kind: 'column', sheet: '名录', address: 'A1:G2', column: 'F', field: 'reg_date' };
    expect(readWith(said('进驻日', 'file_date'), placed).map((fields) => fields[5])).toEqual(['reg_date', 'file_date']);
  });
  test('遮蔽以后也照办', () => {
    const corrections = [said('进驻日', 'file_date')];
    const masked = deidentify(snapshot, '5e'.repeat(32), corrections).snapshot;
    expect(readWorkbook(masked, grounds.catalogue, corrections).tables.map(fieldsOf)).toEqual(readWith(...corrections));
  });
  test('竖排的登记表也照办', () => {
    const form = snapshotOf({
      登记表: [
        ['社区名称', '甲社区'],
        ['街道', '某街道'],
        ['县区', '田家庵区'],
        ['住着的人', 8000],
      ],
    });
    const corrections: Correction[] = [{ kind: 'column', table: 'W01', heading: '住着的人', field: 'pop_resident' }];
    const [table] = readWorkbook(form, grounds.catalogue, corrections).tables;
    expect(table!.records[0]!.data.pop_resident).toMatchObject({ number: 8000 });
  });
});

describe('认不出的一列里写着状态的词，那几行要人来说', () => {
  const rows = [
    ['组织名称', '管理方式', '备案号', '类别', '年末核对'],
    ['甲队', '备案', 'B-1', '文体活动', null],
    ['乙队', '备案', 'B-2', '文体活动', '注销'],
    ['丙队', '备案', 'B-3', '文体活动', '已核'],
  ];
  const states = (snapshot: WorkbookSnapshot) =>
    readingOf(snapshot).tables[0]!.records.map(({ data }) => data.status?.state);

  test('没有状态栏：问这一列，那一行的状态不明', () => {
    expect(asked(readingOf(snapshotOf({ 名录: rows })).tables[0]!)).toEqual(['年末核对']);
    expect(states(snapshotOf({ 名录: rows }))).toEqual([undefined, 'doubtful', undefined]);
  });
  test('遮蔽以后也一样', () => {
    const masked = deidentify(snapshotOf({ 名录: rows }), '5e'.repeat(32)).snapshot;
    expect(states(masked)).toEqual([undefined, 'doubtful', undefined]);
  });
  test('有状态栏，两处说的不一样：也问，那一行的状态不明', () => {
    const withState = snapshotOf({ 名录: rows.map((row, at) => [...row, at === 0 ? '状态' : '正常']) });
    expect(asked(readingOf(withState).tables[0]!)).toEqual(['年末核对']);
    expect(states(withState)).toEqual(['value', 'doubtful', 'value']);
  });
  test('状态栏自己写着注销的，就是注销', () => {
    const withState = snapshotOf({ 名录: rows.map((row, at) => [...row, ['状态', '正常', '已注销', '正常'][at]!]) });
    expect(states(withState)).toEqual(['value', 'value', 'value']);
  });
  test('不去读它，就不影响', () => {
    const said = { kind: 'column', table: 'W02', heading: '年末核对', field: null } as const;
    const [table] = readingOf(snapshotOf({ 名录: rows }), [said]).tables;
    expect(table!.records.map(({ data }) => data.status)).toEqual([undefined, undefined, undefined]);
  });
});

test.each([
  ['常住人口（人）', 'exact'],
  ['常住人口', 'exact'],
  ['常住人口(人)', 'normalized'],
  ['常住人口数（人）', 'synonym'],
])('“%s”：%s', (heading, basis) => {
  const { tables } = readingOf(
    snapshotOf({
      数据: [
        ['社区', heading, '注册志愿者数'],
        ['锦湖社区', 6200, 900],
      ],
    }),
  );
  expect(tables[0]!.columns[1]).toMatchObject({ field: 'pop_resident', basis });
});
