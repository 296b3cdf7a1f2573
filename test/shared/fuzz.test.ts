/** Whatever arrives is read and judged without an exception: bad data is data. */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../shared/evaluate.ts';
import { addressOf } from '../../shared/model/addresses.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { type Dice, dice } from '../generator/dice.ts';
import { generate } from '../generator/workbooks.ts';
import { workbookOf } from '../snapshots.ts';

const SECRET = '5e'.repeat(32);

function sheetOf(name: string, values: readonly (readonly Cell[])[], merges: readonly string[] = []): SheetSnapshot {
  const address = addressOf({ top: 0, left: 0, bottom: values.length - 1, right: values[0]!.length - 1 });
  return { name, visibility: 'Visible', address, values, merges };
}

/** The whole way, both raw and masked. */
function goThrough(snapshot: WorkbookSnapshot) {
  const { snapshot: masked } = deidentify(snapshot, SECRET);
  evaluate(snapshot, { mode: 'midterm' });
  return { masked, evaluation: evaluate(masked) };
}

const HEADINGS = [
  '序号',
  '组织名称',
  '管理方式',
  '日期',
  '活动名称',
  '姓名',
  '人员类别',
  '常住人口',
  '注册志愿者数',
  '社区',
];
const HOSTILE: readonly Cell[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=cmd|/c calc!A1',
  '=1+1',
  '\ud800',
  '\udfff\ud800',
  '\u0000\u0001\u001f',
  '\u202e倒写\u202c',
  '\u200b',
  '合计',
  '合计：',
  '填表人：',
  '：：：：',
  '（（（（',
  '☑□☑□■',
  '2020.13.45',
  '99999999999999999999',
  '1,2,3,4',
  '+'.repeat(300),
  '('.repeat(300),
  '年月日'.repeat(200),
  'NaN',
  '',
  ' ',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  1e308,
  -1e308,
  5e-324,
  340403190001010000,
  2020.1,
  60,
  true,
  false,
  null,
  { error: '#REF!' },
  { error: '__proto__' },
  { masked: null, kind: 'text' },
  { masked: '3f9a3f9a3f9a', kind: 'name', check: null },
];

function anyCell(roll: Dice): Cell {
  const kind = roll.int(10);
  if (kind < 4) return roll.pick(HOSTILE);
  if (kind < 6) return roll.pick(HEADINGS);
  if (kind < 7) return roll.int(60_000);
  if (kind < 8) return String.fromCharCode(...Array.from({ length: roll.int(12) }, () => roll.int(0xffff)));
  return kind < 9 ? null : `${roll.int(3000)}.${roll.int(40)}.${roll.int(40)}`;
}

function anySheet(roll: Dice, name: string): SheetSnapshot {
  const [height, width] = [roll.between(1, 25), roll.between(1, 14)];
  const values = Array.from({ length: height }, () => Array.from({ length: width }, () => anyCell(roll)));
  if (roll.chance(60)) values[roll.int(height)] = Array.from({ length: width }, () => roll.pick(HEADINGS));
  const [top, left] = [roll.int(50), roll.int(50)];
  const area = { top, left, bottom: top + height - 1, right: left + width - 1 };
  const someArea = () => {
    const [row, column] = [roll.int(70), roll.int(70)];
    return addressOf({ top: row, left: column, bottom: row + roll.int(5), right: column + roll.int(5) });
  };
  return {
    name,
    visibility: roll.pick(['Visible', 'Visible', 'Hidden', 'VeryHidden']),
    address: roll.chance(90) ? addressOf(area) : roll.pick(['', 'A1', 'ZZZZ999999999', '#REF!', 'A0:B0']),
    values,
    numberFormat: roll.chance(50)
      ? null
      : values.map((row) => row.map(() => roll.pick([null, '0%', '@', '"人"', '[']))),
    merges: roll.chance(30)
      ? undefined
      : Array.from({ length: roll.int(8) }, () => (roll.chance(90) ? someArea() : 'x:y')),
    hiddenRows: roll.chance(50) ? [roll.int(60), -1, 5e9] : undefined,
    hiddenColumns: roll.chance(50) ? ['A', '', '??', 'XFD'] : undefined,
  };
}

describe('任意单元格', () => {
  test.each(Array.from({ length: 250 }, (_, seed) => seed))('第 %i 册不抛异常', (seed) => {
    const roll = dice(seed + 500_000);
    const names = ['表', '__proto__', '基本情况', '台账（2）', '\ud800'];
    const sheets = Array.from({ length: roll.between(0, 4) }, (_, at) => anySheet(roll, `${roll.pick(names)}${at}`));
    const { evaluation } = goThrough({
      schema: 'workbook-snapshot/1',
      name: roll.pick(['__proto__', 'HN-03_', '.xlsx', '\ud800']),
      date1904: roll.chance(20),
      sheets,
    });
    expect(evaluation.schema).toBe('evaluation/1');
    expect(JSON.parse(JSON.stringify(evaluation)).indicators).toHaveLength(evaluation.indicators.length);
  });

  test.each(Array.from({ length: 40 }, (_, seed) => seed))('第 %i 册中随处改成任意值，不抛异常', (seed) => {
    const roll = dice(seed + 900_000);
    const { messy } = generate(seed);
    const sheets = messy.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((cell) => (roll.chance(8) ? anyCell(roll) : cell))),
    }));
    expect(goThrough({ ...messy, sheets }).evaluation.indicators.length).toBeGreaterThan(10);
  });
});

const LEDGER = ['序号', '日期', '活动名称', '活动地点', '参与志愿者人数', '其中：注册', '服务人次', '备注'];
const activity = (at: number): Cell[] => [at, 43_990 + (at % 300), `活动${at}`, '广场', 5 + (at % 9), 3, 20, null];

// Not timed: a loaded machine may take several times as long.
describe('很大的工作表', { timeout: 60_000 }, () => {
  test('二十万行的台账', () => {
    const rows: Cell[][] = [LEDGER];
    for (let at = 1; at < 200_000; at++)
      rows.push(at % 40 === 0 ? activity(at) : [at, null, null, null, null, null, null, null]);
    const { tables } = evaluate(workbookOf(sheetOf('台账', rows)));
    expect(tables).toMatchObject([{ id: 'W07', rows: 4999 }]);
  });

  test('一百万格，格格有数', () => {
    const rows: Cell[][] = Array.from({ length: 20_000 }, (_, row) =>
      Array.from({ length: 50 }, (_, column) => (column % 3 ? row * column : `第${row}项`)),
    );
    expect(evaluate(workbookOf(sheetOf('数据', rows))).unread).toHaveLength(1);
  });

  test('一万六千多列，表头写满', () => {
    const rows: Cell[][] = [0, 1, 2].map((row) =>
      Array.from({ length: 16_384 }, (_, column) => (row === 0 ? HEADINGS[column % HEADINGS.length]! : row * column)),
    );
    expect(goThrough(workbookOf(sheetOf('宽表', rows))).evaluation.schema).toBe('evaluation/1');
  });

  test('每行都像表头', () => {
    const rows: Cell[][] = Array.from({ length: 5000 }, (_, row) =>
      HEADINGS.map((_, at) => HEADINGS[(at + row) % 10]!),
    );
    expect(goThrough(workbookOf(sheetOf('表头', rows))).evaluation.schema).toBe('evaluation/1');
  });

  test('远处有一个单元格', () => {
    const rows: Cell[][] = [LEDGER, ...Array.from({ length: 10 }, (_, at) => activity(at + 1))];
    const far: Cell[][] = Array.from({ length: 100_000 }, () => []);
    const wide = rows.map((row) => [...row, ...Array<Cell>(12).fill(null)]);
    const values = [
      ...wide,
      ...far.map((_, at) =>
        at === far.length - 1 ? [...Array<Cell>(19).fill(null), '在此'] : Array<Cell>(20).fill(null),
      ),
    ];
    const { tables } = evaluate(workbookOf(sheetOf('台账', values)));
    expect(tables).toMatchObject([{ id: 'W07', rows: 10 }]);
  });

  test('一兆字的文字、上万个合并区', () => {
    const rows: Cell[][] = [LEDGER, ...Array.from({ length: 20 }, (_, at) => activity(at + 1))];
    rows[3]![2] = '活动'.repeat(500_000);
    rows[4]![1] = '2020.'.repeat(200_000);
    rows[5]![4] = '1'.repeat(1_000_000);
    rows[6]![7] = `联系${'13900001234'.repeat(50_000)}`;
    rows.push([`填表人：${'甲'.repeat(300_000)}`, ...Array<Cell>(7).fill(null)]);
    const merges = Array.from({ length: 20_000 }, (_, at) =>
      addressOf({ top: 21 + at, left: 0, bottom: 23 + at, right: 7 }),
    );
    const { tables } = goThrough(workbookOf(sheetOf('台账', rows, merges))).evaluation;
    expect(tables.map(({ id }) => id)).toEqual(['W07']);
  });
});
