/** 更正、合并区、隐藏行说得再远、再多，读的也只是工作表里有的那些格。 */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import { columnName } from '../../../shared/model/addresses.ts';
import { mostCorrections } from '../../../shared/model/contract.ts';
import type { Cell, Correction, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const list = sheetOf('名录', [
  ['组织名称', '管理方式', '类别', '归口'],
  ['春风队', '备案', '志愿服务', '民政'],
  ['秋雨队', '登记', '为老', '民政'],
]);
const further = sheetOf('续', [['冬雪队', '备案', '志愿服务', '民政']]);
const raw = workbookOf(list, further);
const CELLS = 16;

/** Everything that was read and judged, and how many cells were looked at for it. */
function read(snapshot: WorkbookSnapshot, corrections: readonly Correction[]) {
  let looks = 0;
  const counted = (row: readonly Cell[]) =>
    new Proxy(row, {
      get(target, member, receiver) {
        if (typeof member === 'string' && /^\d+$/.test(member)) looks++;
        return Reflect.get(target, member, receiver);
      },
    });
  const sheets = snapshot.sheets.map((sheet) => ({ ...sheet, values: sheet.values.map(counted) }));
  const { tables, indicators, findings, unread } = evaluate({ ...snapshot, sheets }, { corrections });
  return { reading: { tables, indicators, findings, unread }, looks };
}

const many = (make: (at: number) => Correction) => Array.from({ length: mostCorrections }, (_, at) => make(at));
const WHOLE = 'A1:XFD1048576';

describe('更正说的范围超出有数据的范围', () => {
  const cases: [string, (address: string) => Correction][] = [
    ['是哪张表', (address) => ({ kind: 'table', sheet: '名录', address, table: 'W02' })],
    ['是全部还是一部分', (address) => ({ kind: 'table', sheet: '名录', address, table: 'W02', as: 'subset' })],
    ['不是数据', (address) => ({ kind: 'table', sheet: '名录', address, table: null })],
    ['是哪一栏', (address) => ({ kind: 'column', sheet: '名录', address, column: 'D', field: 'note' })],
    ['接着哪张表', (address) => ({ kind: 'continues', sheet: '续', address, of: { sheet: '名录', address } })],
  ];

  test.each(cases)('%s：与只说有数据的范围读出的一样', (_, say) => {
    const whole = read(raw, [say(WHOLE)]);
    expect(whole.reading).toEqual(read(raw, [say('A1:D3')]).reading);
    expect(whole.reading.tables.every(({ columns }) => columns.length <= 4)).toBe(true);
  });

  test.each(cases)('%s：两百条也只看有数据的那些格', (_, say) => {
    const alike = read(
      raw,
      many(() => say(WHOLE)),
    );
    expect(alike.looks).toBe(read(raw, [say(WHOLE)]).looks);
    const nested = read(
      raw,
      many((at) => say(`A${(at % 3) + 1}:XFD${1_048_576 - at}`)),
    );
    const none = read(raw, []);
    expect(nested.looks - none.looks).toBeLessThan(mostCorrections * CELLS * 5);
  });

  test.each(cases)('%s：全在数据之外的，等于没说', (_, say) => {
    const far = read(
      raw,
      many((at) => say(`XFA${1_048_376 + at}:XFD1048576`)),
    );
    expect(far).toEqual(read(raw, []));
  });

  test('表头行在数据之外、隔得太远', () => {
    const none = read(raw, []);
    const say = (rows: readonly number[]): Correction => ({ kind: 'headerRows', sheet: '名录', rows });
    expect(
      read(
        raw,
        many((at) => say([1_048_576 - at, 5000])),
      ),
    ).toEqual(none);
    const long = workbookOf({
      ...list,
      address: 'A1:D203',
      values: [...list.values, ...Array(200).fill([null, null, null, null])],
    });
    expect(read(long, [say([1, 203])]).reading).toEqual(read(long, [say([1])]).reading);
  });

  test('说的是没有的工作表', () => {
    const say = (): Correction => ({ kind: 'table', sheet: '别的', address: WHOLE, table: 'W02' });
    expect(read(raw, many(say))).toEqual(read(raw, []));
  });

  test('说了两次，以后说的为准', () => {
    const say = (field: string | null): Correction => ({
      kind: 'column',
      sheet: '名录',
      address: WHOLE,
      column: 'A',
      field,
    });
    expect(read(raw, [say('name'), say(null), say('name')])).toEqual(read(raw, [say('name')]));
  });
});

describe('工作表的地址、合并区、隐藏行列', () => {
  const inSheet = (more: Partial<SheetSnapshot>) => workbookOf({ ...list, ...more });
  const plain = read(inSheet({}), []);

  test('最远的一格', () => {
    const far = sheetOf('远', [['组织名称']], { address: 'XFD1048576:XFD1048576', merges: [WHOLE] });
    const { reading, looks } = read(workbookOf(far), [{ kind: 'table', sheet: '远', address: WHOLE, table: 'W02' }]);
    expect(reading.tables).toMatchObject([{ address: 'XFD1048576', columns: [{ column: 'XFD' }], rows: 0 }]);
    expect(looks).toBeLessThan(500);
  });

  test('十万个合并区，都在数据之外', () => {
    const merges = Array.from({ length: 100_000 }, (_, at) => `A${at + 10}:XFD1048576`);
    expect(read(inSheet({ merges }), [])).toEqual(plain);
    const right = Array.from({ length: 100_000 }, (_, at) => `F1:XFD${at + 10}`);
    expect(read(inSheet({ merges: right }), [])).toEqual(plain);
  });

  test('一行里有八千个合并区，另有十万个与之重叠', () => {
    const names = Array.from({ length: 16_384 }, (_, at) => columnName(at));
    const merges = Array.from({ length: 8000 }, (_, at) => `${names[2 * at]}1:${names[2 * at + 1]}1`);
    const over = Array.from({ length: 100_000 }, (_, at) => `${names[at % 9000]}1:XFD${1 + Math.floor(at / 9000)}`);
    const wide = sheetOf('宽', [names.map((_, at) => (at % 2 ? null : `第${at}项`))]);
    const whole = workbookOf({ ...wide, merges: [...merges, ...over] });
    expect(read(whole, []).reading.unread).toHaveLength(1);
  });

  test('合并区重叠时，先说的为准', () => {
    const titled = sheetOf('名录', [['甲社区社会组织名录', null, null, null], ...list.values]);
    const of = (merges: readonly string[]) => read(workbookOf({ ...titled, merges }), []).reading;
    expect(of(['A1:D1', 'B1:C1', 'C1:D1'])).toEqual(of(['A1:D1']));
    expect(of(['A1:D1']).tables[0]).toMatchObject({ headerRows: [2], rows: 2 });
  });

  test('隐藏的行列列了几十万个', () => {
    const hiddenRows = [2, ...Array.from({ length: 300_000 }, (_, at) => at + 700_000)];
    const hiddenColumns = ['B', ...Array.from({ length: 16_000 }, (_, at) => columnName(at + 300))];
    const few = read(inSheet({ hiddenRows: [2], hiddenColumns: ['B'] }), []);
    expect(read(inSheet({ hiddenRows, hiddenColumns }), [])).toEqual(few);
    expect(few.reading.findings).not.toEqual(plain.reading.findings);
  });
});
