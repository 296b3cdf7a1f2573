/** dataHash：同样的数据，不论怎样排版、用哪把密钥脱敏，都是同一个；计入的值改了一个，就是另一个。 */
import { describe, expect, test } from 'vitest';
import { dataHash, deidentify, evaluate, grounds } from '../../shared/evaluate.ts';
import { addressOf, columnName, parseAddress } from '../../shared/model/addresses.ts';
import type { Cell, Datum, SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { readWorkbook } from '../../shared/read/workbook.ts';
import { listSamples, sampleSnapshot } from '../fixtures/samples.ts';
import { dice } from '../generator/dice.ts';
import { generate } from '../generator/workbooks.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';
import { snapshotOf } from './check/snapshots.ts';
import { sound } from './check/sound.ts';

const SECRET = '5e'.repeat(32);

const hash = (snapshot: WorkbookSnapshot, secret = SECRET) => dataHash(deidentify(snapshot, secret).snapshot);
const read = (snapshot: WorkbookSnapshot) => readWorkbook(snapshot, grounds.catalogue);

type Change = (snapshot: WorkbookSnapshot, seed: number) => WorkbookSnapshot;

const eachSheet =
  (change: (sheet: SheetSnapshot, seed: number, snapshot: WorkbookSnapshot) => SheetSnapshot): Change =>
  (snapshot, seed) => ({ ...snapshot, sheets: snapshot.sheets.map((sheet) => change(sheet, seed, snapshot)) });

const FORMATS: Readonly<Record<string, string>> = {
  General: 'G/通用格式',
  'yyyy/m/d': 'yyyy"年"m"月"d"日"',
  'yyyy-mm-dd': '[$-804]yyyy.mm.dd;@',
  '0%': '0.00%',
  '#,##0': '#.##0',
};

/** 各栏换次序：一行表头、没有合并单元格的清单，从表头到最后一行。 */
const columnsMoved = eachSheet((sheet, seed, snapshot) => {
  const origin = parseAddress(sheet.address)!;
  const values = sheet.values.map((row) => [...row]);
  for (const { shape, area, headerRows } of read(snapshot).tables.filter((table) => table.sheet === sheet.name)) {
    const isMerged = (sheet.merges ?? []).some((address) => {
      const merge = parseAddress(address)!;
      return merge.bottom >= headerRows[0]! && merge.top <= area.bottom;
    });
    if (shape !== 'list' || headerRows.length !== 1 || isMerged) continue;
    const places = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left - origin.left + at);
    const moved = dice(seed).shuffled(places);
    for (let row = headerRows[0]! - origin.top; row <= area.bottom - origin.top; row++) {
      const before = [...values[row]!];
      places.forEach((place, at) => {
        values[row]![place] = before[moved[at]!]!;
      });
    }
  }
  return { ...sheet, values };
});

/** 清单最后一条记录之前插一个空行，下面的全部下移。 */
const rowsInserted = eachSheet((sheet, _seed, snapshot) => {
  const own = read(snapshot).tables.filter((table) => table.sheet === sheet.name);
  const list = own.length === 1 && own[0]!.shape === 'list' ? own[0]! : null;
  const last = list?.records.at(-1);
  if (!list || !last || list.records.length < 2 || list.totals.length > 0) return sheet;
  if ((sheet.merges ?? []).some((address) => parseAddress(address)!.bottom > list.headerRows.at(-1)!)) return sheet;
  const origin = parseAddress(sheet.address)!;
  const at = last.row - origin.top;
  const put = <T>(rows: readonly T[], row: T) => [...rows.slice(0, at), row, ...rows.slice(at)];
  const blank = sheet.values[0]!.map(() => null);
  return {
    ...sheet,
    address: addressOf({ ...origin, bottom: origin.bottom + 1 }),
    values: put(sheet.values, blank),
    ...(sheet.numberFormat ? { numberFormat: put(sheet.numberFormat, blank) } : {}),
    hiddenRows: (sheet.hiddenRows ?? []).map((row) => (row > last.row ? row + 1 : row)),
  };
});

/** 在表上看得出、数据却一样的改动。 */
const layouts: Readonly<Record<string, Change>> = {
  工作表换次序: (snapshot, seed) => ({ ...snapshot, sheets: dice(seed).shuffled(snapshot.sheets) }),
  各栏换次序: columnsMoved,
  合并单元格读不出: eachSheet((sheet) => ({ ...sheet, merges: undefined })),
  插入空行: rowsInserted,
  别国的数字格式: eachSheet((sheet) => ({
    ...sheet,
    numberFormat: sheet.values.map((row, r) =>
      row.map((_, c) => FORMATS[sheet.numberFormat?.[r]?.[c] ?? 'General'] ?? sheet.numberFormat![r]![c]!),
    ),
  })),
};

const samples = await Promise.all(
  (await listSamples()).map(async (sample) => [sample.title, await sampleSnapshot(sample)] as const),
);
const made = [1, 2, 3].map((seed) => [`随机第${seed}册`, generate(seed).plain] as const);
const workbooks = [...samples, ...made];

describe.each(workbooks)('%s', (_title, snapshot) => {
  const before = hash(snapshot);

  test.each(Object.entries(layouts))('%s：不变', (_what, change) => {
    const changed = change(snapshot, 3);
    expect(hash(changed)).toBe(before);
  });

  test('换一把密钥、换一个文件名：不变', () => {
    expect(hash({ ...snapshot, name: undefined }, 'ab'.repeat(32))).toBe(hash({ ...snapshot, name: undefined }));
    expect(before).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('评估里的就是它', () => {
    const masked = deidentify(snapshot, SECRET).snapshot;
    expect(evaluate(masked).dataHash).toBe(before);
  });
});

test('上面的改动确实动了工作簿', () => {
  const [, largest] = samples.reduce((a, b) => (b[1].sheets.length > a[1].sheets.length ? b : a));
  for (const [what, change] of Object.entries(layouts))
    expect(JSON.stringify(change(largest, 3)), what).not.toBe(JSON.stringify(largest));
});

/** 计入的值：数、日期、是否、代码。名称只看相同不相同，换一个不算改。 */
const isCounted = ({ number, span, flag, codes, state }: Datum) =>
  state === 'value' && (number !== null || span !== null || flag !== null || codes.length > 0);

/** 每张表第一条记录里每个计入的值，各改一次。 */
function oneChanged(snapshot: WorkbookSnapshot): readonly (readonly [where: string, changed: WorkbookSnapshot])[] {
  return read(snapshot).tables.flatMap((table) =>
    Object.entries(table.cells().fields).flatMap(([, field]) => {
      const datum = table.records[0]?.data[field];
      if (!datum || !isCounted(datum)) return [];
      const { raw, row, column } = datum;
      const other: Cell = typeof raw === 'number' ? raw + 1 : typeof raw === 'boolean' ? !raw : null;
      return [
        [`${table.sheet}!${columnName(column)}${row + 1} ${field}`, put(snapshot, table.sheet, row, column, other)],
      ];
    }),
  ) as [string, WorkbookSnapshot][];
}

function put(snapshot: WorkbookSnapshot, name: string, row: number, column: number, cell: Cell): WorkbookSnapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const { top, left } = parseAddress(sheet.address)!;
    const values = sheet.values.map((cells, r) =>
      r === row - top ? cells.map((each, c) => (c === column - left ? cell : each)) : cells,
    );
    return { ...sheet, values };
  });
  return { ...snapshot, sheets };
}

describe('计入的值改了一个，就是另一个', () => {
  test.each([...made, ['没有毛病的社区', snapshotOf(sound)] as const])('%s：各张表各栏', (_title, snapshot) => {
    const before = hash(snapshot);
    const changed = oneChanged(snapshot);
    const same = changed.filter(([, each]) => hash(each) === before).map(([where]) => where);
    expect(same).toEqual([]);
    expect(changed.length).toBeGreaterThan(40);
  });

  const HEADINGS = ['日期', '活动名称', '参与志愿者人数', '服务人次'];
  const lines: readonly (readonly Cell[])[] = [
    ['2020-10-11', '义诊', 12, 40],
    ['2020-10-18', '理发', 8, 25],
  ];
  const ledger = (above: readonly Cell[][] = [], rows = lines, below: readonly (readonly Cell[])[] = []) =>
    hash(workbookOf(sheetOf('志愿服务活动台账', [...above, HEADINGS, ...rows, ...below])));

  const total = (sum: number) => ledger([], lines, [['合计', null, sum, 65]]);
  test('合计', () => {
    expect(total(20)).not.toBe(total(21));
    expect(total(20)).not.toBe(ledger());
  });
  test('小计的位置', () => {
    const subtotal: Cell[] = ['小计', null, 12, 40];
    expect(ledger([], [lines[0]!, subtotal, lines[1]!])).not.toBe(ledger([], [...lines, subtotal]));
  });
  test('表下的一句话', () => {
    const said = (times: number) => ledger([], lines, [[], [`累计开展活动${times}场次，参与65人次。`]]);
    expect(said(2)).not.toBe(said(3));
  });
  test('标题说的是哪种名单；其余的字不算', () => {
    const titled = (title: string) => ledger([[title]]);
    expect(titled('志愿服务活动计划表')).not.toBe(titled('志愿服务活动台账'));
    expect(titled('志愿服务活动台账（汇总）')).toBe(titled('志愿服务活动台账'));
  });
  test('行的次序', () => {
    expect(ledger([], [...lines].reverse())).not.toBe(ledger());
  });
  test('同一个值换一种写法：不变；读不准的：变', () => {
    const written = (cell: Cell) => ledger([], [['2020-10-11', '义诊', cell, 40], lines[1]!]);
    expect(written('12人')).toBe(written(12));
    expect(written('12人左右')).not.toBe(written(12));
    expect(written(null)).not.toBe(written('/'));
    expect(written(null)).not.toBe(written(0));
  });
  test('没认出的栏目、表外的备注：不算', () => {
    const more = (heading: string, cell: string) =>
      hash(workbookOf(sheetOf('志愿服务活动台账', [[...HEADINGS, heading], ...lines.map((line) => [...line, cell])])));
    expect(more('天气', '晴')).toBe(more('心情', '好'));
    expect(ledger([], lines, [[], ['注：以上据实填报']])).toBe(ledger());
  });
});

describe('代号', () => {
  const HELD = ['姓名', '人员类别', '是否在岗', '持证情况'];
  const roster = (name: string, names: readonly string[]) =>
    sheetOf(name, [HELD, ...names.map((each) => [each, '专职社区工作者', '是', '初级'])]);
  const of = (...lists: readonly (readonly string[])[]) =>
    workbookOf(...lists.map((names, at) => roster(`花名册${at}`, names)));

  test('人都换了名字，谁与谁同名没有变：不变', () => {
    expect(hash(of(['赵甲', '钱乙', '赵甲']))).toBe(hash(of(['孙丙', '李丁', '孙丙'])));
  });
  test('本来同名的两行不再同名：变', () => {
    expect(hash(of(['赵甲', '钱乙', '赵甲']))).not.toBe(hash(of(['赵甲', '钱乙', '李丁'])));
  });
  test('两张表里是不是同一个人：变', () => {
    expect(hash(of(['赵甲', '钱乙'], ['赵甲', '孙丙', '李丁']))).not.toBe(
      hash(of(['赵甲', '钱乙'], ['周戊', '孙丙', '李丁'])),
    );
  });
  test('几张表除了名字都一样，名字互相交错：表换次序也不变', () => {
    const lists = [
      ['赵甲', '钱乙'],
      ['钱乙', '孙丙'],
      ['李丁', '周戊'],
      ['孙丙', '李丁'],
    ];
    const all = [0, 1, 2, 3].map((seed) => hash(of(...dice(seed).shuffled(lists))));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).not.toBe(hash(of(['赵甲', '钱乙'], ['钱乙', '孙丙'], ['李丁', '周戊'], ['孙丙', '吴己'])));
  });
});
