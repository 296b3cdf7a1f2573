import { describe, expect, test } from 'vitest';
import { evaluate, grounds } from '../../../shared/evaluate.ts';
import type { Cell, Correction, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { judgedMasked } from '../../judging.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, shapeOf, sent as travelling } from '../privacy/deidentify.ts';

const HEADINGS: Cell[] = ['序号', '日期', '活动名称', '活动地点', '参与志愿者人数', '备注'];
const activity = (number: number | null): Cell[] => [
  number,
  `2020-08-${10 + (number ?? 0)}`,
  `便民服务${'甲乙丙丁戊己庚辛壬癸子丑寅'[number ?? 0]}`,
  '文化广场',
  20,
  null,
];
const activities = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => activity(first + at));
const LEDGER = sheetOf('活动台账', [['望淮社区志愿服务活动台账'], HEADINGS, ...activities(1, 6)]);

const OPTIONS = { mode: 'final', asOf: '2021-05-31' } as const;

function judged(snapshot: WorkbookSnapshot, corrections: readonly Correction[] = []) {
  const masked = deidentified(snapshot);
  if (masked.withheld.length === 0) expect(shapeOf(masked.snapshot)).toEqual(shapeOf(travelling(snapshot, masked)));
  const options = { ...OPTIONS, corrections };
  const evaluations = [evaluate(snapshot, options), judgedMasked(snapshot, '5e'.repeat(32), options)];
  const [raw, sent] = evaluations.map(({ indicators, findings, tables }) => ({
    entry: indicators.find(({ id, basis }) => id === 'S09' && basis === undefined)!,
    said: findings
      .filter(({ rule }) => rule === 'N050' || rule === 'N042')
      .map(({ rule, at }) => `${rule} ${at.sheet}`),
    kinds: tables.map(({ kind }) => kind),
  }));
  expect(sent!.entry).toEqual(raw!.entry);
  return raw!;
}

const figures = ({ entry }: ReturnType<typeof judged>) => [entry.verdict, entry.lower, entry.upper];

describe('没有表头的续表', () => {
  test.each([
    ['序号接得上', '第二页', activities(7, 12)],
    ['工作表名写着“续”', '活动台账（续）', activities(7, 12).map(([, ...rest]) => [null, ...rest])],
    [
      '上面写着“续表”',
      '第二页',
      [['续表'], ...activities(1, 6).map(([n, , name, ...rest]) => [n!, `2020-11-1${n}`, `${name}又`, ...rest])],
    ],
  ] as [string, string, Cell[][]][])('%s：计入，并说明', (_, name, rows) => {
    const result = judged(workbookOf(LEDGER, sheetOf(name, rows)));
    expect(figures(result)).toEqual(['met', 12, 12]);
    expect(result.said).toEqual([`N050 ${name}`]);
    expect(result.kinds).toEqual(['full', 'continuation']);
  });

  test('三页，次序颠倒也一样', () => {
    const [second, third] = [sheetOf('第二页', activities(7, 9)), sheetOf('第三页', activities(10, 12))];
    for (const sheets of [
      [LEDGER, second, third],
      [third, second, LEDGER],
    ]) {
      expect(figures(judged(workbookOf(...sheets)))).toEqual(['met', 12, 12]);
    }
  });

  const unsure = sheetOf(
    '第二页',
    activities(7, 12).map(([, ...rest]) => [null, ...rest]),
  );

  test('只是各栏相符：确认以前不能判定', () => {
    const result = judged(workbookOf(LEDGER, unsure));
    expect(figures(result)).toEqual(['to_verify', 6, 12]);
    expect(result.entry.reasons.join()).toContain('“第二页”A1:F6');
    expect(result.said).toEqual(['N042 第二页']);
  });

  test('由人确认以后计入', () => {
    const of = { sheet: '活动台账', address: 'A2:F8' };
    const corrections = [{ kind: 'continues', sheet: '第二页', address: 'A1:F6', of } as const];
    const { indicators } = evaluate(workbookOf(LEDGER, unsure), { ...OPTIONS, corrections });
    expect(indicators.find(({ id }) => id === 'S09')).toMatchObject({ verdict: 'met', numerator: 12 });
  });

  test('合计在续页上的，两页一起核对', () => {
    const rows = [...activities(7, 12), ['合计', null, null, null, 240, null]];
    const { findings } = evaluate(workbookOf(LEDGER, sheetOf('第二页', rows)), OPTIONS);
    expect(findings.filter(({ rule }) => rule === 'Z20')).toEqual([]);
  });
});

describe('别的清单不当作续表', () => {
  const ROSTER = sheetOf('花名册', [
    ['序号', '姓名', '人员类别', '社工证'],
    [1, '甲某', '专职社区工作者', '初级'],
    [2, '乙某', '居委会成员', '无'],
  ]);
  test.each([
    [
      '通讯录',
      [
        [1, '李某某', '主任', 19900000001],
        [2, '王某某', '副主任', 19900000002],
      ],
    ],
    [
      '物品',
      [
        [1, '桌子', 4, '办公室'],
        [2, '椅子', 8, '会议室'],
      ],
    ],
    [
      '更宽的表',
      [
        [3, '丙某', '专职社区工作者', '初级', '另有一栏'],
        [4, '丁某', '居委会成员', '无', '另有一栏'],
      ],
    ],
  ] as [string, Cell[][]][])('%s', (name, rows) => {
    const { tables, unread } = readWorkbook(workbookOf(ROSTER, sheetOf(name, rows)), grounds.catalogue);
    expect(tables.map(({ sheet }) => sheet)).toEqual(['花名册']);
    expect(unread.map(({ sheet }) => sheet)).toEqual([name]);
  });
});

describe('分月的工作表', () => {
  const month = (name: string, title: string): SheetSnapshot =>
    sheetOf(name, [
      [title],
      HEADINGS,
      [1, '4日', '清洁家园', '广场', 10, null],
      [2, '18日', '敬老助残', '广场', 12, null],
    ]);

  test('内容一样也是两个月的，不是副本', () => {
    const sheets = [month('7月', '2020年7月志愿服务活动台账'), month('8月', '2020年8月志愿服务活动台账')];
    expect(readWorkbook(workbookOf(...sheets), grounds.catalogue).tables.map(({ copyOf }) => copyOf)).toEqual([
      null,
      null,
    ]);
  });

  test('同月的才是副本', () => {
    const sheets = [month('7月', '2020年7月志愿服务活动台账'), month('7月(副本)', '2020年7月志愿服务活动台账')];
    const { tables } = readWorkbook(workbookOf(...sheets), grounds.catalogue);
    expect(tables.map(({ copyOf }) => copyOf?.sheet ?? null)).toEqual([null, '7月']);
  });
});
