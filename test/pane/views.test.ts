/** What the page draws of a sheet. */
import { describe, expect, test } from 'vitest';
import { cellsIn, planView, type View, type ViewCell, viewsOf, windowOf } from '../../addin/pages/views.ts';
import { addressOf, cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { SheetSnapshot } from '../../shared/model.ts';

const areaOf = (address: string) => parseAddress(address)!;

function viewOf(sheet: Partial<SheetSnapshot>, date1904 = false): View {
  const whole: SheetSnapshot = { name: '名录', visibility: 'Visible', address: 'A1', values: [[null]], ...sheet };
  return viewsOf({ schema: 'workbook-snapshot/1', date1904, sheets: [whole] })[0]!;
}

describe('a cell', () => {
  const view = viewOf({
    address: 'B2:D4',
    values: [
      ['日期', '比例', '人数'],
      [44_000, 0.256, 1200],
      ['=1+1', { error: '#REF!' }, null],
    ],
    numberFormat: [
      [null, null, null],
      ['yyyy-mm-dd', '0.0%', '#,##0'],
    ],
  });

  test('shows what Excel shows by its format', () => {
    const row = ['B3', 'C3', 'D3'].map(areaOf).map(({ top, left }) => view.textAt(top, left));
    expect(row).toEqual(['2020-06-18', '25.6%', '1,200']);
  });

  test('shows texts, errors and what is empty or outside as they are', () => {
    const cells = ['B4', 'C4', 'D4', 'A1', 'Z99'].map(areaOf);
    expect(cells.map(({ top, left }) => view.textAt(top, left))).toEqual(['=1+1', '#REF!', '', '', '']);
  });

  test('has its date by the date system of the workbook', () => {
    const mac = viewOf({ values: [[42_538]], numberFormat: [['yyyy-mm-dd']] }, true);
    expect(mac.textAt(0, 0)).toBe('2020-06-18');
  });
});

describe('what is drawn of a sheet', () => {
  const large = viewOf({ address: 'A1:CV5000', values: [[1]] });

  test.each([
    ['A1', 'A1:AD60'],
    ['AX1000', 'AI970:BL1029'],
    ['CV5000', 'BS4941:CV5000'],
  ])('is, of a large one, the part around %s', (cell, part) => {
    expect(addressOf(windowOf(large, areaOf(cell), null))).toBe(part);
  });

  test('is, of a small one, all of it, and a cell beyond it', () => {
    const small = viewOf({ address: 'B3:D9', values: [[1]] });
    expect(addressOf(windowOf(small, areaOf('C5'), null))).toBe('B3:D9');
    expect(addressOf(windowOf(small, areaOf('A1'), null))).toBe('A1:D9');
  });

  test('stays as long as the cell is in it, and goes only where the cell goes', () => {
    const held = areaOf('A1:AD60');
    expect(windowOf(large, areaOf('AD60'), held)).toBe(held);
    expect(addressOf(windowOf(large, areaOf('AD61'), held))).toBe('A31:AD90');
  });
});

const shown = (rows: readonly (readonly ViewCell[])[]) =>
  rows.map((row) =>
    row.map(
      ({ row, column, rows, columns }) =>
        `${cellAddress(row, column)}${rows * columns > 1 ? ` ${rows}×${columns}` : ''}`,
    ),
  );

describe('merged cells', () => {
  const view = viewOf({ address: 'A1:C4', values: [['标题']], merges: ['A1:C1', 'A2:B4'] });

  test('are drawn as one', () => {
    expect(shown(cellsIn(view, areaOf('A1:C4'), []))).toEqual([['A1 1×3'], ['A2 3×2', 'C2'], ['C3'], ['C4']]);
  });

  test('keep their first cell where that is not drawn', () => {
    expect(shown(cellsIn(view, areaOf('B3:C4'), []))).toEqual([['A2 2×1', 'C3'], ['C4']]);
  });
});

test('marks are on their cells, of merged ones on what is drawn for them', () => {
  const view = viewOf({ address: 'A1:C3', values: [[1]], merges: ['A1:B1'] });
  const marks = [
    { sheet: '名录', address: 'B1', level: 'gap' },
    { sheet: '名录', address: 'C2:C9', level: 'error' },
  ] as const;
  const levels = cellsIn(view, areaOf('A1:C3'), marks).map((row) => row.map(({ level }) => level));
  expect(levels).toEqual([
    ['gap', null],
    [null, null, 'error'],
    [null, null, 'error'],
  ]);
});

test('hidden sheets, rows and columns are known as such', () => {
  const view = viewOf({ visibility: 'Hidden', hiddenRows: [2], hiddenColumns: ['C'] });
  expect([view.hidden, [...view.hiddenRows], [...view.hiddenColumns]]).toEqual([true, [1], [2]]);
});

test('our own sheets are shown without the columns that are for the program', () => {
  const text = (value: string) => ({ value, style: 'text' }) as const;
  const view = planView({
    role: 'gaps',
    name: '差距清单',
    widths: [5, 10, 0],
    rows: [
      [text('差距清单'), text(''), text('')],
      [text('1'), text('人数不足'), text('ab12')],
    ],
    spans: [0],
    frozenRows: 1,
    mode: 'final',
    page: { orientation: 'landscape', repeated: null },
    filterRow: null,
  });
  expect(addressOf(view.used)).toBe('A1:B2');
  expect(view.merges.map(addressOf)).toEqual(['A1:B1']);
  expect(view.textAt(1, 2)).toBe('');
});
