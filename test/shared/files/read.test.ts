/** What other programs write, read as Excel shows it. Each file of test/fixtures/inputs/files holds one difficulty. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../shared/files/read.ts';
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';
import { fileOf } from '../../fixtures/files.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const folder = new URL('../../fixtures/inputs/files/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder)));
const read = (file: string) => readFile(file, bytesOf(file));
const rowsOf = (file: string) => read(file).snapshot.sheets[0]!.values;

const list: readonly (readonly Cell[])[] = [
  ['社区社会组织名录', null, null, null, null, null, null, null, null],
  ['序号', '组织名称', '登记或备案', '统一社会信用代码', '备案号', '成立日期', '负责人', '会员数', '备注'],
  [1, '甲社区舞蹈队', '备案', null, '淮备001', 43831, '赵一', 12, null],
  [2, '甲社区老年协会', '备案', null, '淮备002', 43862, '钱二', 30, null],
  [3, '甲社区志愿服务队', '备案', null, '淮备003', 43891, '孙三', 45, null],
];
/** The list with other values at some of its places, by row and column from 0. */
const listWith = (...changes: readonly (readonly [number, number, Cell])[]) =>
  list.map((row, r) => row.map((value, c) => changes.find(([y, x]) => y === r && x === c)?.[2] ?? value));

describe('each difficulty is read as Excel shows it', () => {
  test.each([
    '01-empty-text-results.xlsx',
    '02-named-range-formulas.xlsx',
    '03-SharedStrings-case.xlsx',
    '04-backslash-names.xlsx',
    '05-no-styles.xlsx',
    '06-empty-shared-string.xlsx',
    '08-utf16.xlsx',
    '15-empty-deflated-entry.xlsx',
    '18-missing-part.xlsx',
    '19-chartsheet-name.xlsx',
    '20-x14-priorities.xlsx',
  ])('%s', (file) => {
    expect(rowsOf(file)).toEqual(list);
  });

  test('07-not-a-number.xlsx: what is no number is blank, and said', () => {
    const { snapshot, notices } = read('07-not-a-number.xlsx');
    const blank = list.map((row, r) =>
      row.map((value, c) => ((r === 2 && c === 7) || (r === 3 && c === 5) ? null : value)),
    );
    expect(snapshot.sheets[0]!.values).toEqual(blank);
    expect(notices.join()).toMatch(/「社会组织名录」有 2 个单元格（H3、F4）/);
  });

  test('10-iso-dates.xlsx: dates, and times without a date', () => {
    expect(rowsOf('10-iso-dates.xlsx')).toEqual(listWith([3, 5, (10 * 3600 + 610) / 86_400], [4, 5, 43864]));
  });

  test('12-stray-last-column.xlsx: the list is read, what stands far away is named', () => {
    const [sheet] = read('12-stray-last-column.xlsx').snapshot.sheets;
    expect(sheet).toMatchObject({ address: 'A1:AMJ5', beyond: 'XFD1' });
    expect(sheet!.values.map((row) => row.slice(0, 9))).toEqual(list);
  });

  test('13-stray-last-row.xlsx: the sheet is named, the others are read', () => {
    const [sheet, other] = read('13-stray-last-row.xlsx').snapshot.sheets;
    expect(sheet).toMatchObject({ address: 'A1', values: [[null]], beyond: 'A1:I1048576' });
    expect(other!.values).toEqual([['填表说明']]);
  });

  test('16-many-merges.xlsx: every merged area', () => {
    const [sheet] = read('16-many-merges.xlsx').snapshot.sheets;
    expect(sheet!.merges!.length).toBeGreaterThan(11_000);
  });

  test('17-long-sums.xlsx: the results of the file', () => {
    const rows = rowsOf('17-long-sums.xlsx');
    expect([rows[6]![7], rows[6]![25]]).toEqual([0, 0]);
  });

  test('18-missing-part.xlsx, 19-chartsheet-name.xlsx: what is not read is named', () => {
    expect(read('18-missing-part.xlsx').notices.join()).toContain('「备用」');
    expect(read('19-chartsheet-name.xlsx').notices.join()).toContain('「图」是图表工作表');
  });

  test('23-copied-gaps.xlsx: the copy is the person’s', () => {
    const { snapshot, own } = read('23-copied-gaps.xlsx');
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['社会组织名录', '差距清单 (2)']);
    expect(own.sheets.map(({ role, name }) => [role, name])).toEqual([
      ['gaps', '差距清单'],
      ['summary', '评估摘要'],
    ]);
    expect(own.kept).toHaveProperty(['ssld.secret']);
    expect(own.marks).toBeGreaterThan(0);
    expect(own.sheets[0]!.values[2]).toContain('说明');
  });

  test('25-tall-merges.xlsx: merged areas are whole', () => {
    expect(read('25-tall-merges.xlsx').snapshot.sheets[1]!.merges).toContain('A3:A92');
  });

  test('every file of the folder is read', () => {
    for (const file of readdirSync(folder)) expect(read(file).snapshot.sheets.length, file).toBeGreaterThan(0);
  });
});

describe('one cell at a time', () => {
  /** `cells` is the XML of one row of cells. */
  const cellsOf = (cells: string, snapshot: WorkbookSnapshot = workbookOf(sheetOf('表', [['甲', '乙']]))) => {
    const bytes = fileOf(snapshot, {}, { 'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${cells}</row>`) });
    return readFile('表.xlsx', bytes).snapshot.sheets[0]!.values[0];
  };
  const sheetXml = (rows: string, after = '') =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  const sheetOfXml = (xml: string) =>
    readFile('表.xlsx', fileOf(workbookOf(sheetOf('表', [['甲', '乙']])), {}, { 'xl/worksheets/sheet1.xml': xml }))
      .snapshot.sheets[0]!;
  const strings = (list: string) => ({
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list}</sst>`,
  });

  test.each<[string, string, Cell]>([
    ['a number', '<c><v>1.5E3</v></c>', 1500],
    ['a negative nought', '<c><v>-0</v></c>', 0],
    ['yes and no', '<c t="b"><v>1</v></c>', true],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['a text like an error', '<c t="inlineStr"><is><t>#N/A</t></is></c>', { error: '#N/A' }],
    ['text in the cell', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', ' 甲 '],
    ['text in two fonts', '<c t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>', '甲乙'],
    [
      'readings above characters',
      '<c t="inlineStr"><is><t>重庆</t><rPh sb="0" eb="2"><t>chóngqìng</t></rPh></is></c>',
      '重庆',
    ],
    ['what XML cannot hold', '<c t="inlineStr"><is><t>甲_x000B_乙_x005F_x0041_</t></is></c>', '甲\u000b乙_x0041_'],
    ['entities', '<c t="inlineStr"><is><t>&lt;&#x7532;&#20057;&amp;amp;</t></is></c>', '<甲乙&amp;'],
    [
      'an entity that nobody defined',
      '<c t="inlineStr"><is><t>&constructor;&toString;</t></is></c>',
      '&constructor;&toString;',
    ],
    ['a text that no XML reader touches', '<c t="inlineStr"><is><t><![CDATA[<甲>&amp;]]></t></is></c>', '<甲>&amp;'],
    ['a comment within', '<c><v><!-- 1 -->2</v></c>', 2],
    ['a formula’s text', '<c t="str"><f>A2&amp;""</f><v>甲 &amp; 乙</v></c>', '甲 & 乙'],
    ['a text out of the list', '<c t="s"><v>99</v></c>', null],
    ['a text without a place', '<c t="s"><v></v></c>', null],
    ['a text at a place below nought', '<c t="s"><v>-1</v></c>', null],
    ['no number', '<c><v>NaN</v></c>', null],
    ['too much of a number', '<c><v>1E999</v></c>', null],
    ['a code of eighteen digits', '<c t="inlineStr"><is><t>340403199001010000</t></is></c>', '340403199001010000'],
    ['prototype names', '<c t="toString"><v>1</v></c>', 1],
  ])('%s', (_, xml, value) => {
    expect(cellsOf(`${xml}<c r="C1"><v>7</v></c>`)).toEqual(value === null ? [7] : [value, null, 7]);
  });

  test('cells without places follow one another', () => {
    expect(cellsOf('<c><v>1</v></c><c><v>2</v></c><c r="E1"><v>5</v></c><c><v>6</v></c>')).toEqual([
      1,
      2,
      null,
      null,
      5,
      6,
    ]);
  });

  test('a list of texts with blanks, runs, and what it does not end', () => {
    const texts = '<si/><si><t/></si><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r></si>';
    const bytes = fileOf(
      workbookOf(sheetOf('表', [['甲']])),
      {},
      {
        ...strings(texts),
        'xl/worksheets/sheet1.xml': sheetXml(
          '<row>'.concat([0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join(''), '</row>'),
        ),
      },
    );
    expect(readFile('表.xlsx', bytes).snapshot.sheets[0]).toMatchObject({
      address: 'C1:D1',
      values: [['甲', '乙 丙']],
    });
  });

  test('a formula without a result is no blank, and is said', () => {
    const bytes = fileOf(
      workbookOf(sheetOf('表', [['甲']])),
      {},
      {
        'xl/worksheets/sheet1.xml': sheetXml(
          '<row><c><f>SUM(B1:B2)</f><v></v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>',
        ),
      },
    );
    const { snapshot, notices } = readFile('表.xlsx', bytes);
    expect(snapshot.sheets[0]!.values).toEqual([[{ error: '#NAME?' }, null, 1]]);
    expect(notices.join()).toMatch(/「表」有 1 个公式（A1）/);
  });

  test('what merged areas cover is not seen, whatever the file keeps there', () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c><c><v>5</v></c></row>';
    const sheet = sheetOfXml(
      sheetXml(rows, '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:D9"/></mergeCells>'),
    );
    expect(sheet).toMatchObject({
      address: 'A1:C2',
      values: [
        [1, null, null],
        [null, null, 5],
      ],
      merges: ['A1:B2'],
    });
  });

  test('a merged area over the whole sheet', () => {
    const sheet = sheetOfXml(
      sheetXml(
        '<row><c><v>1</v></c><c><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    );
    expect(sheet).toMatchObject({ address: 'A1', values: [[1]] });
  });

  test('rows and cells out of order, and twice', () => {
    const rows =
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>';
    expect(sheetOfXml(sheetXml(rows)).values).toEqual([
      [1, null],
      [null, null],
      [9, 3],
    ]);
  });

  test('hidden rows and columns, only where something stands', () => {
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" width="0"/></cols><sheetData><row r="2" hidden="true"><c r="B2"><v>1</v></c></row><row r="3" ht="0"/><row r="4"><c r="E4"><v>1</v></c></row><row r="9" hidden="1"/></sheetData></worksheet>`;
    expect(sheetOfXml(xml)).toMatchObject({ address: 'B2:E4', hiddenRows: [2, 3], hiddenColumns: ['B', 'C', 'E'] });
    const closed = xml.replace('<cols>', '<sheetFormatPr zeroHeight="1"/><cols>').replace('<row r="3" ht="0"/>', '');
    expect(sheetOfXml(closed).hiddenRows).toEqual([2, 3]);
  });

  test('dates of both systems', () => {
    const dates =
      '<row><c t="d"><v>1900-02-28</v></c><c t="d"><v>1900-03-01</v></c><c t="d"><v>2021-05-31T12:00</v></c><c t="d"><v>06:00:00</v></c></row>';
    const of = (date1904: boolean) => {
      const book = { ...workbookOf(sheetOf('表', [['甲']])), date1904 };
      return readFile('表.xlsx', fileOf(book, {}, { 'xl/worksheets/sheet1.xml': sheetXml(dates) })).snapshot;
    };
    expect(of(false).sheets[0]!.values).toEqual([[59, 61, 44347.5, 0.25]]);
    const { date1904, sheets } = of(true);
    expect([date1904, sheets[0]!.values[0]!.slice(2)]).toEqual([true, [44347.5 - 1462, 0.25]]);
  });

  test('half a sheet is not taken for the whole', () => {
    const whole = sheetXml('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>');
    for (const end of ['</c>', '</row>', '</sheetData>', '</worksheet>'])
      expect(() => sheetOfXml(whole.slice(0, whole.lastIndexOf(end))), end).toThrow('已损坏');
  });

  test('what stands in very hidden sheets is not read', () => {
    const bytes = fileOf(
      workbookOf(sheetOf('深', [['甲', '乙']], { visibility: 'VeryHidden' }), sheetOf('浅', [['丙']])),
    );
    expect(readFile('表.xlsx', bytes).snapshot.sheets).toMatchObject([
      { name: '深', visibility: 'VeryHidden', address: 'A1', values: [[null]] },
      { name: '浅', values: [['丙']] },
    ]);
  });
});
