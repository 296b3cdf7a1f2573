/**
 * What every implementation of `addin/preview/workbook.ts` keeps to. It names no test framework, so that it also runs in
 * a page: `test` registers a case, `equal` compares deeply.
 */
import { contentsOf, fillWorkbook } from '../../addin/preview/contents.ts';
import {
  type Area,
  type CellValue,
  type ConditionalFormat,
  emptyCell,
  type Sheet,
  type Workbook,
  type WorkbookEvent,
} from '../../addin/preview/workbook.ts';

export interface Asserts {
  test(name: string, run: () => Promise<void>): void;
  equal(actual: unknown, expected: unknown): void;
}

/** `open` gives a workbook with a single empty sheet. */
export function workbookContract(
  name: string,
  open: () => Workbook | Promise<Workbook>,
  { test, equal }: Asserts,
): void {
  const check = (what: string, run: (workbook: Workbook, sheet: Sheet) => Promise<void> | void): void =>
    test(`${name}: ${what}`, async () => {
      const workbook = await open();
      await run(workbook, workbook.sheets[0]!);
    });

  check('cells hold each kind of value, empty text being nothing', async (workbook, sheet) => {
    const row: CellValue[] = ['字', 1.5, true, false, { error: '#DIV/0!' }, '', null, '=1'];
    sheet.setContents(1, 1, [row.map((value) => ({ value }))]);
    await workbook.settled();
    equal(
      row.map((_, at) => sheet.cell(1, 1 + at).value),
      ['字', 1.5, true, false, { error: '#DIV/0!' }, null, null, '=1'],
    );
    equal(sheet.cell(1, 8).formula, null);
    equal(sheet.cell(0, 0), emptyCell);
  });

  check('a null in a block leaves the cell as it is', async (workbook, sheet) => {
    sheet.setContents(0, 0, [[{ value: 1 }, { value: 2 }]]);
    sheet.setContents(0, 0, [[null, { value: 3 }]]);
    await workbook.settled();
    equal([sheet.cell(0, 0).value, sheet.cell(0, 1).value], [1, 3]);
  });

  check('a value takes the place of a formula', async (workbook, sheet) => {
    sheet.setContents(0, 0, [[{ value: 1 }, { formula: '=A1' }]]);
    await workbook.settled();
    equal(sheet.cell(0, 1), { ...emptyCell, value: 1, formula: '=A1' });
    sheet.setContents(0, 1, [[{ value: 2 }]]);
    await workbook.settled();
    equal(sheet.cell(0, 1), { ...emptyCell, value: 2 });
  });

  check('formulas are calculated and follow what they refer to', async (workbook, sheet) => {
    sheet.setContents(0, 0, [[{ value: 1 }], [{ value: 2 }], [{ formula: '=SUM(A1:A2)' }], [{ formula: '=A3' }]]);
    await workbook.settled();
    equal([sheet.cell(2, 0).value, sheet.cell(3, 0).value], [3, 3]);
    sheet.setContents(0, 0, [[{ value: 5 }]]);
    await workbook.settled();
    equal([sheet.cell(2, 0).value, sheet.cell(3, 0).value], [7, 7]);
  });

  check('a link to a cell shows its text, and follows inserted rows', async (workbook, sheet) => {
    sheet.name = "花 '名册";
    const list = workbook.addSheet('清单');
    list.setContents(0, 0, [[{ formula: `=HYPERLINK("#"&CELL("address",'花 ''名册'!B3),"花名册!B3")` }]]);
    await workbook.settled();
    equal(list.cell(0, 0).value, '花名册!B3');
    sheet.insertLines('rows', 1, 2);
    await workbook.settled();
    equal(list.cell(0, 0).formula, `=HYPERLINK("#"&CELL("address",'花 ''名册'!B5),"花名册!B3")`);
    equal(list.cell(0, 0).value, '花名册!B3');
  });

  check('number formats, one for an area or one for each cell', (_, sheet) => {
    sheet.setNumberFormat(area(0, 0, 0, 2), '0.00%');
    sheet.setNumberFormat(area(0, 0, 0, 2), [['@', null, 'General']]);
    equal(
      [0, 1, 2, 3].map((column) => sheet.cell(0, column).numberFormat),
      ['@', '0.00%', 'General', 'General'],
    );
  });

  check('styles are patched, and taken back by null', (_, sheet) => {
    const border = { style: 'Continuous', weight: 'Thin', color: '#BFBFBF' } as const;
    sheet.setStyle(area(0, 0, 1, 0), { fill: '#FFC7CE', bold: true, wrap: true, horizontal: 'Center', top: border });
    sheet.setStyle(area(1, 0, 1, 0), { bold: null, color: '#9C0006', fontSize: 14, locked: false });
    equal(sheet.cell(0, 0).style, { fill: '#FFC7CE', bold: true, wrap: true, horizontal: 'Center', top: border });
    equal(sheet.cell(1, 0).style, {
      fill: '#FFC7CE',
      wrap: true,
      horizontal: 'Center',
      top: border,
      color: '#9C0006',
      fontSize: 14,
      locked: false,
    });
    sheet.setStyle(area(0, 0, 0, 0), { fill: null, bold: null, wrap: null, horizontal: null, top: null });
    equal(sheet.cell(0, 0), emptyCell);
  });

  check('the used area counts values, or formats too', async (workbook, sheet) => {
    equal(sheet.usedArea(false), null);
    sheet.setContents(2, 1, [[{ value: 'x' }, { value: null }]]);
    sheet.setStyle(area(9, 4, 9, 4), { fill: '#EEEEEE' });
    await workbook.settled();
    equal(sheet.usedArea(true), area(2, 1, 2, 1));
    equal(sheet.usedArea(false), area(2, 1, 9, 4));
  });

  check('clearing contents keeps formats, and the other way round', async (workbook, sheet) => {
    for (const row of [0, 1, 2]) {
      sheet.setContents(row, 0, [[{ value: 1 }]]);
      sheet.setStyle(area(row, 0, row, 0), { bold: true });
    }
    sheet.clear(area(0, 0, 0, 0), 'contents');
    sheet.clear(area(1, 0, 1, 0), 'formats');
    sheet.clear(area(2, 0, 2, 0), 'all');
    await workbook.settled();
    equal(
      [0, 1, 2].map((row) => [sheet.cell(row, 0).value, sheet.cell(row, 0).style]),
      [
        [null, { bold: true }],
        [1, {}],
        [null, {}],
      ],
    );
  });

  check('merged areas keep their first cell, and come apart', async (workbook, sheet) => {
    sheet.setContents(0, 0, [[{ value: 'a' }, { value: 'b' }]]);
    sheet.merge(area(0, 0, 1, 1));
    sheet.merge(area(4, 0, 4, 3));
    await workbook.settled();
    equal(byPlace(sheet.merges()), [area(0, 0, 1, 1), area(4, 0, 4, 3)]);
    equal([sheet.cell(0, 0).value, sheet.cell(0, 1).value], ['a', null]);
    sheet.unmerge(area(1, 1, 1, 1));
    equal(sheet.merges(), [area(4, 0, 4, 3)]);
  });

  check('rows and columns are hidden and sized', (_, sheet) => {
    sheet.setLines('rows', 2, 3, { hidden: true });
    sheet.setLines('rows', 3, 3, { size: 30 });
    sheet.setLines('columns', 1, 1, { size: 96 });
    equal(lines(sheet, 'rows'), [
      [2, { hidden: true, size: null }],
      [3, { hidden: true, size: 30 }],
    ]);
    equal(lines(sheet, 'columns'), [[1, { hidden: false, size: 96 }]]);
    sheet.setLines('rows', 2, 3, { hidden: false, size: null });
    equal(lines(sheet, 'rows'), []);
  });

  check('inserted rows push everything along', async (workbook, sheet) => {
    furnish(sheet);
    workbook.setName({ name: '区域', scope: null, formula: `=${sheet.name}!$A$3:$B$4`, visible: true, comment: '' });
    await workbook.settled();
    sheet.insertLines('rows', 2, 2);
    await workbook.settled();
    equal([sheet.cell(2, 0).value, sheet.cell(4, 0).value, sheet.cell(5, 0).value], [null, 3, 4]);
    equal([sheet.cell(6, 0).formula, sheet.cell(6, 0).value], ['=SUM(A1:A6)', 10]);
    equal(sheet.cell(4, 0).style, { fill: '#FFFF00' });
    equal(sheet.merges(), [area(5, 1, 5, 2)]);
    equal(lines(sheet, 'rows'), [[5, { hidden: true, size: null }]]);
    equal(sheet.conditionalFormats()[0]?.areas, [area(0, 0, 0, 0), area(4, 0, 5, 1)]);
    equal(sheet.dataValidations()[0]?.areas, [area(1, 1, 5, 1)]);
    equal(
      sheet.notes().map(({ row, column }) => [row, column]),
      [[4, 0]],
    );
    equal(workbook.names()[0]?.formula, `=${sheet.name}!$A$5:$B$6`);
  });

  check('deleted rows pull everything up, and what referred to them breaks', async (workbook, sheet) => {
    furnish(sheet);
    sheet.setContents(6, 0, [[{ formula: '=A3' }]]);
    await workbook.settled();
    sheet.removeLines('rows', 2, 1);
    await workbook.settled();
    equal([sheet.cell(2, 0).value, sheet.cell(3, 0).formula, sheet.cell(3, 0).value], [4, '=SUM(A1:A3)', 7]);
    equal([sheet.cell(5, 0).formula, sheet.cell(5, 0).value], ['=#REF!', { error: '#REF!' }]);
    equal(sheet.merges(), [area(2, 1, 2, 2)]);
    equal(sheet.conditionalFormats()[0]?.areas, [area(0, 0, 0, 0), area(2, 0, 2, 1)]);
    equal(sheet.notes(), []);
  });

  check('columns are inserted and deleted as rows are', async (workbook, sheet) => {
    furnish(sheet);
    await workbook.settled();
    sheet.insertLines('columns', 0, 1);
    await workbook.settled();
    equal([sheet.cell(2, 1).value, sheet.cell(4, 1).formula], [3, '=SUM(B1:B4)']);
    equal(sheet.merges(), [area(3, 2, 3, 3)]);
    sheet.removeLines('columns', 0, 1);
    await workbook.settled();
    equal([sheet.cell(2, 0).value, sheet.cell(4, 0).formula], [3, '=SUM(A1:A4)']);
    equal(sheet.merges(), [area(3, 1, 3, 2)]);
  });

  check('conditional formats keep order, areas, formula and style', async (workbook, sheet) => {
    workbook.setName({ name: '_ours', scope: null, formula: '=TRUE', visible: false, comment: '' });
    const ours: ConditionalFormat = {
      id: 'ours',
      areas: [area(0, 0, 0, 0), area(3, 1, 5, 2)],
      type: 'Custom',
      formula: '=_ours',
      formula2: null,
      operator: null,
      stopIfTrue: false,
      style: { fill: '#FFC7CE', color: '#9C0006', bold: true },
    };
    const theirs = { ...ours, id: 'theirs', areas: [area(0, 0, 9, 0)], formula: '=$A1>1', stopIfTrue: true };
    sheet.setConditionalFormats([ours, theirs]);
    await workbook.settled();
    equal(sheet.conditionalFormats(), [ours, theirs]);
    sheet.setConditionalFormats([theirs]);
    await workbook.settled();
    equal(sheet.conditionalFormats(), [theirs]);
  });

  check('names are of the workbook or of a sheet, shown or hidden', (workbook, sheet) => {
    const name = { name: '_mark', scope: null, formula: '=TRUE', visible: false, comment: '' };
    workbook.setName(name);
    workbook.setName({ ...name, scope: sheet.id, formula: '="gaps"' });
    workbook.setName({ ...name, comment: '说明' });
    const found = (scope: string | null) => workbook.names().filter((each) => each.scope === scope);
    equal(found(null), [{ ...name, comment: '说明' }]);
    equal(found(sheet.id), [{ ...name, scope: sheet.id, formula: '="gaps"' }]);
    workbook.removeName('_MARK', sheet.id);
    equal([found(null).length, found(sheet.id).length], [1, 0]);
  });

  check('sheets are added, moved, renamed, hidden and removed', async (workbook, first) => {
    const a = workbook.addSheet('甲');
    const b = workbook.addSheet('乙', 0);
    equal(names(workbook), ['乙', first.name, '甲']);
    equal(workbook.active.id, first.id);
    workbook.moveSheet(b, 2);
    a.name = '丙';
    a.visibility = 'Hidden';
    a.tabColor = '#C00000';
    a.frozen = { rows: 2, columns: 1 };
    a.protected = true;
    a.showGridlines = false;
    await workbook.settled();
    equal(names(workbook), [first.name, '丙', '乙']);
    equal([a.visibility, a.tabColor, a.frozen, a.protected], ['Hidden', '#C00000', { rows: 2, columns: 1 }, true]);
    equal(a.showGridlines, false);
    workbook.activate(b);
    workbook.removeSheet(b);
    await workbook.settled();
    equal([names(workbook), workbook.active.id], [[first.name, '丙'], first.id]);
  });

  check('a renamed sheet keeps its references, a deleted one breaks them', async (workbook, sheet) => {
    const other = workbook.addSheet('甲');
    other.setContents(0, 0, [[{ value: 7 }]]);
    sheet.setContents(0, 0, [[{ formula: '=甲!A1' }]]);
    await workbook.settled();
    other.name = '甲 乙';
    await workbook.settled();
    equal([sheet.cell(0, 0).formula, sheet.cell(0, 0).value], ["='甲 乙'!A1", 7]);
    workbook.removeSheet(other);
    await workbook.settled();
    equal(sheet.cell(0, 0).value, { error: '#REF!' });
  });

  check('tells of edits and selections, and who made them', async (workbook, sheet) => {
    const heard: unknown[] = [];
    const stop = workbook.listen((event) => heard.push(told(event)));
    sheet.setContents(0, 0, [[{ value: 1 }, { value: 2 }]]);
    workbook.byPerson(() => sheet.setContents(1, 0, [[{ value: 3 }]]));
    workbook.byPerson(() => sheet.insertLines('rows', 1, 1));
    sheet.setStyle(area(0, 0, 0, 0), { bold: true });
    workbook.byPerson(() => workbook.select(sheet, area(1, 1, 2, 2)));
    await workbook.settled();
    equal(heard, [
      ['edited', 'RangeEdited', area(0, 0, 0, 1), false],
      ['edited', 'RangeEdited', area(1, 0, 1, 0), true],
      ['edited', 'RowInserted', { top: 1, bottom: 1 }, true],
      ['selected', area(1, 1, 2, 2), true],
    ]);
    stop();
    sheet.setContents(0, 0, [[{ value: 2 }]]);
    await workbook.settled();
    equal(heard.length, 4);
    equal(workbook.selection, area(1, 1, 2, 2));
  });

  check('a whole workbook goes into another one unchanged', async (workbook, sheet) => {
    furnish(sheet);
    workbook.name = '样例.xlsx';
    workbook.settings.set('k', { a: [1] });
    const second = workbook.addSheet('隐藏表');
    second.visibility = 'VeryHidden';
    workbook.setName({ name: '_mark', scope: second.id, formula: '="gaps"', visible: false, comment: '' });
    await workbook.settled();
    const other = await open();
    fillWorkbook(other, contentsOf(workbook));
    await other.settled();
    equal(contentsOf(other), contentsOf(workbook));
  });
}

/** A1:A4 with 1–4, their sum in A5; colour, merge, hidden row, rule, validation and note around rows 3 and 4. */
function furnish(sheet: Sheet): void {
  sheet.setContents(
    0,
    0,
    [1, 2, 3, 4].map((value) => [{ value }]),
  );
  sheet.setContents(4, 0, [[{ formula: '=SUM(A1:A4)' }]]);
  sheet.setStyle(area(2, 0, 2, 0), { fill: '#FFFF00' });
  sheet.merge(area(3, 1, 3, 2));
  sheet.setLines('rows', 3, 3, { hidden: true });
  sheet.setConditionalFormats([
    {
      id: 'rule',
      areas: [area(0, 0, 0, 0), area(2, 0, 3, 1)],
      type: 'Custom',
      formula: '=TRUE',
      formula2: null,
      operator: null,
      stopIfTrue: false,
      style: { fill: '#DDEBF7' },
    },
  ]);
  sheet.setDataValidations([
    {
      areas: [area(1, 1, 3, 1)],
      type: 'List',
      rule: { list: { inCellDropDown: true, source: '是,否' } },
      ignoreBlanks: true,
      prompt: { title: '填写', message: '是或否', show: true },
      alert: null,
    },
  ]);
  sheet.setNotes([{ row: 2, column: 0, author: '填表人', text: '待核' }]);
}

function told(event: WorkbookEvent): unknown {
  if (event.type === 'selected') return ['selected', event.area, event.byPerson];
  if (event.type !== 'edited') return [event.type, event.byPerson];
  const { top, bottom } = event.area;
  const shown = event.change === 'RangeEdited' ? event.area : { top, bottom };
  return ['edited', event.change, shown, event.byPerson];
}

function area(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

function byPlace(areas: readonly Area[]): readonly Area[] {
  return [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
}

function lines(sheet: Sheet, axis: 'rows' | 'columns') {
  return [...sheet.lines(axis)].sort(([a], [b]) => a - b);
}

function names(workbook: Workbook): readonly string[] {
  return workbook.sheets.map((sheet) => sheet.name);
}
