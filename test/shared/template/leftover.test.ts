/** 示例行改了几格、别的还是照印的字：不是本单位的，不计入，并说是哪几格。原样和遮盖后一样。 */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import { addressOf, parseAddress } from '../../../shared/model/addresses.ts';
import type { Cell, Evaluation, WorkbookSnapshot } from '../../../shared/model.ts';
import { filled } from '../../template-fill.ts';
import { judged, urban, withSheet } from './made.ts';

const FACTS = '基本情况';
const ORGANISATIONS = '社区社会组织名录';
const WORKERS = '社区工作者花名册';
const POSTS = '社工岗位与人员';
const PROJECTS = '社工服务项目';
const ACTIVITIES = '志愿服务活动台账';
const MECHANISMS = '平台与机制清单';
const SHARED = '志愿者、人才、经费、创投、创新';
const PLAN = '方案与进度';

/** Address → what somebody typed; null for what they took out. */
type Typed = Readonly<Record<string, Cell>>;

function put(workbook: WorkbookSnapshot, name: string, typed: Typed): WorkbookSnapshot {
  return withSheet(workbook, name, ({ numberFormat: _, ...sheet }) => {
    const values: (readonly Cell[])[] = [...sheet.values];
    for (const [address, cell] of Object.entries(typed)) {
      const { top, left } = parseAddress(address)!;
      while (values.length <= top) values.push(values[0]!.map(() => null));
      values[top] = values[top]!.map((before, column) => (column === left ? cell : before));
    }
    return { ...sheet, values, address: sheet.address.replace(/\d+$/, String(values.length)) };
  });
}

/** A community that has filled in its basic facts and nothing else. */
const begun = put(filled(urban), FACTS, {
  B3: '田家庵区',
  B4: '朝霞街道',
  B5: '朝霞社区',
  B7: '111',
  B8: '城市',
  B9: 6000,
  B10: 5000,
  B11: 44196,
  B12: 2000,
});

const met = ({ indicators }: Evaluation) =>
  indicators.flatMap(({ id, basis, verdict }) =>
    verdict === 'met' || verdict === 'unmet' ? [`${id} ${basis ?? ''}`] : [],
  );

const said = ({ findings }: Evaluation) =>
  findings.flatMap(({ rule, severity, message }) => (rule === 'N059' ? [`${severity} ${message}`] : []));

const both = (workbook: WorkbookSnapshot) => [evaluate(workbook), judged(workbook)];

const cases: readonly (readonly [what: string, sheet: string, typed: Typed])[] = [
  ['注册志愿者：只改了社区、人口', SHARED, { A5: 1, B5: '朝霞社区', C5: 6000 }],
  ['注册志愿者：只改了社区、人口、导出日期', SHARED, { A5: 1, B5: '朝霞社区', C5: 6000, J5: 44347 }],
  ['注册志愿者：只改了人口', SHARED, { A5: 1, C5: 6000 }],
  ['注册志愿者：只改了导出日期', SHARED, { A5: 1, J5: 44347 }],
  [
    '注册志愿者：只剩下两个人数',
    SHARED,
    { A5: 1, B5: '朝霞社区', C5: 6000, D5: 900, E5: 880, G5: 300, I5: '市系统', J5: 44347 },
  ],
  ['机制清单：备注清空', MECHANISMS, { A5: 1, H5: null }],
  ['机制清单：只改了日期、备注', MECHANISMS, { A5: 1, E5: 44100, H5: '无' }],
  ['工作方案：备注清空', PLAN, { A5: 1, I5: null }],
  ['创投：只改了名称', SHARED, { A33: 1, C33: '朝霞街道创投' }],
  ['创投：改了名称，备注清空', SHARED, { A33: 1, C33: '朝霞街道创投', J33: null }],
  ['项目：只改了名称', PROJECTS, { A6: 1, C6: '朝霞项目' }],
  ['岗位：只改了机构名称', POSTS, { A5: 1, C5: '朝霞社区社会工作服务站' }],
  ['花名册：只改了姓名', WORKERS, { A5: 1, C5: '孟某某' }],
  ['名录：只改了名称', ORGANISATIONS, { A6: 1, B6: '朝霞社区书画社' }],
  ['名录：“示例”清空，名称改了', ORGANISATIONS, { A6: null, B6: '朝霞社区书画社' }],
  ['活动：只改了名称', ACTIVITIES, { A6: 1, C6: '朝霞活动' }],
  ['经费：只改了安排', SHARED, { A23: 1, C23: 33 }],
  ['人才：只改了场次', SHARED, { A12: 1, C12: 33 }],
  ['创新：备注清空', SHARED, { A40: 1, F40: null }],
];

describe.each(cases)('%s', (_, sheet, typed) => {
  test('不计入，提请核实', () => {
    for (const evaluation of both(put(begun, sheet, typed))) {
      expect(met(evaluation)).toEqual([]);
      expect(said(evaluation)).toHaveLength(1);
      expect(said(evaluation)[0]).toMatch(/^warning /);
    }
  });
});

test('机制清单：本单位那一行填“否”的，按“否”', () => {
  for (const evaluation of both(put(begun, MECHANISMS, { A5: 1, H5: '无', D8: '否' }))) {
    expect(evaluation.indicators.find(({ id }) => id === 'P06')).toMatchObject({ verdict: 'unmet', numerator: 0 });
    expect(said(evaluation)).toHaveLength(1);
  }
});

test('说得出是哪几格', () => {
  const [message] = both(put(begun, SHARED, { A5: 1, B5: '朝霞社区', C5: 6000 })).flatMap(said);
  expect(message).toContain('“注册志愿者数（人）”');
  expect(message).not.toContain('“常住人口（人）”');
});

const withoutNumbers = (workbook: WorkbookSnapshot, name: string) =>
  withSheet(workbook, name, ({ numberFormat: _, merges: __, ...sheet }) => {
    const area = parseAddress(sheet.address)!;
    const values = sheet.values.map((row) => row.slice(1));
    return { ...sheet, values, address: addressOf({ ...area, right: area.right - 1 }) };
  });

test.each([
  [ORGANISATIONS, { B6: '朝霞社区书画社' }],
  [WORKERS, { C5: '孟某某' }],
  [MECHANISMS, { H5: '无' }],
  [PLAN, { I5: null }],
])('%s 删去了序号一栏，示例改了一格', (name, typed) => {
  for (const evaluation of both(withoutNumbers(put(begun, name, typed), name))) {
    expect(met(evaluation)).toEqual([]);
    expect(said(evaluation)).toHaveLength(1);
  }
});

describe('照印的示例不说', () => {
  test.each([
    ['没有动过', begun],
    ['删去了序号一栏', withoutNumbers(begun, WORKERS)],
  ])('%s', (_, workbook) => {
    for (const evaluation of both(workbook)) expect(said(evaluation)).toEqual([]);
  });
});

describe('碰巧与示例有几格相同的，照常是记录', () => {
  test.each<readonly [string, string, Typed, string, number]>([
    [
      '人口、系统、导出日期相同',
      SHARED,
      {
        A6: 1,
        B6: '朝霞社区',
        C6: 8652,
        D6: 900,
        E6: 880,
        F6: 200,
        G6: 300,
        H6: 700,
        I6: '全国志愿服务信息系统',
        J6: '2020-11-30',
      },
      'W06',
      1,
    ],
    [
      '届次、征集数、项目数、金额相同',
      SHARED,
      { A34: 1, B34: '第一届', C34: '朝霞街道创投', D34: 44100, E34: '街道', F34: 18, G34: 8, H34: 4, I34: 2 },
      'W08',
      1,
    ],
    [
      '职务、合同期、取证日期、有效期相同',
      WORKERS,
      {
        A6: 1,
        B6: 'ZX002',
        C6: '孟某某',
        F6: '社区干事',
        G6: '是',
        H6: '2021-07-31',
        K6: '2019-10-31',
        L6: '2022-10-30',
      },
      'W03',
      1,
    ],
  ])('%s', (_, sheet, typed, table, rows) => {
    for (const evaluation of both(put(begun, sheet, typed))) {
      expect(said(evaluation)).toEqual([]);
      expect(evaluation.tables.filter(({ id }) => id === table).map((each) => each.rows)).toEqual([rows]);
    }
  });
});
