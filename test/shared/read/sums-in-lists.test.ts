import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../../shared/evaluate.ts';
import { isoOf } from '../../../shared/model/days.ts';
import type { Cell, SheetSnapshot } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

/** Kinds of the rows, and the rules on totals that speak; the masked sheet is read and judged alike. */
function read(sheet: SheetSnapshot) {
  const raw = workbookOf(sheet);
  const { snapshot } = deidentify(raw, '5e'.repeat(32));
  const [typed, masked] = [raw, snapshot].map((each) => ({
    kinds: readWorkbook(each, grounds.catalogue).tables[0]!.rowKinds,
    said: evaluate(each, { mode: 'final', asOf: '2021-05-31' }).findings.flatMap(({ rule, at }) =>
      ['R123', 'Z20', 'R112'].includes(rule) ? [`${rule} ${at.address}`] : [],
    ),
  }));
  expect(masked).toEqual(typed);
  return { ...typed!, text: JSON.stringify(snapshot) };
}

describe('合计、小计不是记录', () => {
  const headings: Cell[] = ['资金来源', '用途', '安排（万元）', '到位（万元）', '支出（万元）'];
  const [city, social, county]: Cell[][] = [
    ['市级', '岗位', 12, 12, 9],
    ['社会资金', '创投', 4, 4, 4],
    ['县区级', '项目', 18, 18, 13],
  ];
  const funds = (...rows: Cell[][]) => read(sheetOf('经费', [headings, ...rows]));

  test('小计说的几行不在一处：不说算错', () => {
    const { kinds, said } = funds(
      city!,
      social!,
      county!,
      ['财政资金小计', null, 30, 30, 22],
      ['合计', null, 34, 34, 26],
    );
    expect(kinds).toEqual(['record', 'record', 'record', 'subtotal', 'total']);
    expect(said).toEqual([]);
  });

  test('几行怎样加都不对的，说算错', () => {
    const { said } = funds(city!, social!, county!, ['财政资金小计', null, 31, 30, 22]);
    expect(said).toEqual(['R123 C5']);
  });

  test('没有名目、各数等于上面各行之和的是合计；不等的仍是记录', () => {
    expect(funds(city!, county!, [null, null, 30, 30, 22]).kinds).toEqual(['record', 'record', 'total']);
    expect(funds(city!, county!, [null, null, 30, 29, 22]).kinds).toEqual(['record', 'record', 'record']);
  });

  test('表头下第一行只有数、等于下面各行之和的是合计，序号是几都一样', () => {
    const numbered = (...rows: Cell[][]) => read(sheetOf('经费', [['序号', ...headings], ...rows]));
    expect(funds([null, null, 30, 30, 22], city!, county!).kinds).toEqual(['total', 'record', 'record']);
    expect(numbered([1, null, null, 30, 30, 22], [2, ...city!], [3, ...county!]).kinds).toEqual([
      'total',
      'record',
      'record',
    ]);
    expect(funds([null, null, 12, 12, 9], city!).kinds).toEqual(['total', 'record']);
    expect(funds([null, null, 0, 0, 0], ['市级', null, null, null, null]).kinds[0]).toBe('total');
  });

  test('表头下第一行有名目的，或有一个数不等的，仍是记录', () => {
    expect(funds(['县区级', null, 12, 12, 9], city!).kinds).toEqual(['record', 'record']);
    expect(funds([null, null, 30, 29, 22], city!, county!).kinds).toEqual(['record', 'record', 'record']);
    expect(funds(city!).kinds).toEqual(['record']);
  });

  test('人名、组织名以“小计”“合计”结尾的不是合计', () => {
    const roster: Cell[] = ['序号', '姓名', '人员类别', '社工证'];
    const rows: Cell[][] = [
      [1, '张小计', '专职社区工作者', '无'],
      [2, '欧阳小计', '专职社区工作者', '无'],
      [null, '合计（人）', 2, null],
    ];
    expect(read(sheetOf('花名册', [roster, ...rows])).kinds).toEqual(['record', 'record', 'total']);
  });

  test('合计行的名目不带出人名', () => {
    const ledger: Cell[] = ['日期', '活动名称', '活动地点', '参与志愿者人数'];
    const rows: Cell[][] = [
      ['2020-7-1', '义诊', '广场', 10],
      [null, '李建国小计', null, 10],
    ];
    const { kinds, text } = read(sheetOf('活动台账', [ledger, ...rows]));
    expect(kinds).toEqual(['record', 'subtotal']);
    expect(text).not.toContain('李建国');
  });
});

test('年、月、日分三栏的是一个日期，年月写在第一行', () => {
  const sheet = sheetOf(
    '社会组织名录',
    [
      ['序号', '组织名称', '管理方式', '备案日期', null, null, '类别'],
      [null, null, null, '年', '月', '日', null],
      [1, '云桥一队', '备案', 2019, 3, 5, '志愿服务'],
      [2, '云桥二队', '备案', null, null, 16, '志愿服务'],
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'D3:D4', 'E3:E4'] },
  );
  const raw = workbookOf(sheet);
  for (const snapshot of [raw, deidentify(raw, '5e'.repeat(32)).snapshot]) {
    const { records } = readWorkbook(snapshot, grounds.catalogue).tables[0]!;
    expect(records.map(({ data }) => isoOf(data.file_date!.span!.from))).toEqual(['2019-03-05', '2019-03-16']);
  }
});
