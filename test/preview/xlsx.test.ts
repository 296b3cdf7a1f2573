import { readdirSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { openMemory } from '../../addin/preview/memory.ts';
import type { Area, Workbook } from '../../addin/preview/workbook.ts';
import { lossesOf } from '../../addin/preview/xlsx/losses.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { unzip, zip } from '../../addin/preview/xlsx/parts.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { addinId } from '../../shared/files/addin.ts';
import { readFile } from '../../shared/files/read.ts';
import { ruleFormula } from '../../shared/model/ours.ts';
import { deployedManifest } from '../../worker/commands/manifests.ts';
import { differing, givenFile, givenFiles, withParts } from '../shared/files/packages.ts';
import { oddFile, oddParts } from './odd-file.ts';

const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right });
const reopened = async (workbook: Workbook) => openWorkbook(await saveWorkbook(workbook), workbook.name);
const partText = (bytes: Uint8Array, path: string) => new TextDecoder().decode(unzip(bytes).get(path));

const SAMPLES = new URL('../fixtures/samples/', import.meta.url);
const samples = readdirSync(SAMPLES).filter((file) => file.endsWith('.xlsx'));

describe.each(samples)('%s', (file) => {
  const bytes = new Uint8Array(readFileSync(new URL(file, SAMPLES)));

  test('is the same after saving and opening again', async () => {
    const workbook = await openWorkbook(bytes, file);
    expect(contentsOf(await reopened(workbook))).toEqual(contentsOf(workbook));
    expect(lossesOf(workbook)).toEqual([]);
  });

  test('says the same to another reader', async () => {
    const workbook = await openWorkbook(bytes, file);
    for (const source of [bytes, await saveWorkbook(workbook)]) {
      const read = await readXlsx(source);
      expect(read.sheets.map((sheet) => sheet.name)).toEqual(workbook.sheets.map((sheet) => sheet.name));
      read.sheets.forEach((other, at) => {
        const sheet = workbook.sheets[at]!;
        other.rows.forEach((row, r) => {
          row.forEach((value, c) => {
            const own = sheet.cell(r, c).value;
            // The other reader turns serial numbers into dates.
            if (!(value instanceof Date)) expect(own ?? '', `${sheet.name} ${r},${c}`).toEqual(value ?? '');
            else expect(own).toBe(value.getTime() / 86_400_000 + 25_569);
          });
        });
      });
    }
  });
});

describe('a file of unusual make', () => {
  test('is read as it means', async () => {
    const workbook = await openWorkbook(oddFile(), '怪.xlsx');
    const { sheets, ...book } = contentsOf(workbook);
    const cell = (row: number, column: number) => workbook.sheets[0]!.cell(row, column);
    expect(book).toMatchObject({ date1904: true, structureProtected: true, active: 1, settings: {} });
    expect(book.names).toEqual([
      { name: '_xlnm.Print_Area', scope: 0, formula: "='台账 & ''A<1>'''!$A$1:$D$9", visible: true, comment: '' },
      { name: '隐藏名', scope: null, formula: '=选项!$A$1:$A$3', visible: false, comment: '说明' },
      { name: '局部', scope: 1, formula: '=选项!$A$2', visible: true, comment: '' },
    ]);
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["台账 & 'A<1>'", 'Visible'],
      ['选项', 'VeryHidden'],
    ]);
    expect(sheets[0]).toMatchObject({ tabColor: '#4472C4', showGridlines: false, protected: true });
    expect(sheets[0]!.frozen).toEqual({ rows: 2, columns: 1 });
    expect([cell(0, 0), cell(0, 1), cell(0, 2), cell(0, 3)].map((each) => each.value)).toEqual([
      '粗 细',
      '粗 细',
      ' 首尾有空格 \r_x0041_ ',
      '重庆',
    ]);
    expect(cell(0, 0)).toMatchObject({
      numberFormat: 'yyyy"年"m"月"',
      style: { bold: true, fontName: '仿宋', fontSize: 16 },
    });
    expect(cell(0, 0).style).toMatchObject({ fill: '#DAE3F3', color: '#C00000', horizontal: 'Center', locked: false });
    expect(cell(0, 0).style.top).toEqual({ style: 'DashDot', weight: 'Medium', color: '#0000FF' });
    expect(cell(1, 0)).toEqual({
      value: 42000.5,
      formula: null,
      numberFormat: 'm/d/yyyy',
      style: { color: '#FF0000' },
    });
    expect(cell(1, 1)).toMatchObject({ numberFormat: 'yyyy"年"m"月"d"日"', style: {} });
    expect([cell(1, 3).value, cell(1, 4).value]).toEqual([true, { error: '#N/A' }]);
    expect(cell(3, 2)).toMatchObject({ formula: '=A4+$B$2+SUM(A$1:B4)&"A2"', value: '五' });
    expect([cell(2, 3).value, cell(3, 3).value, cell(5, 0).value]).toEqual(['内嵌', 42885, 3]);
    expect(cell(4, 0).formula).toBe('=TRANSPOSE(A2:B3)');
    expect(sheets[0]!.rows).toEqual({ 0: { hidden: false, size: 30 }, 2: { hidden: true, size: null } });
    expect(sheets[0]!.columns[0]).toEqual({ hidden: false, size: 108.75 });
    expect(sheets[0]!.columns[2]).toMatchObject({ hidden: true });
    expect(sheets[0]!.conditionalFormats.map((each) => [each.type, each.formula, each.operator])).toEqual([
      ['CellValue', '=1', 'NotBetween'],
      ['DataBar', null, null],
      ['Custom', '=$A2>1', null],
      ['TopBottom', null, null],
      ['ContainsText', '=LEFT(C9,1)="无"', null],
    ]);
    expect(sheets[0]!.conditionalFormats[2]).toMatchObject({
      areas: [area(1, 0, 8, 0), area(1, 2, 3, 2)],
      style: { bold: true, color: '#9C0006', fill: '#FFC7CE' },
    });
    expect(sheets[0]!.dataValidations.map(({ type, rule }) => [type, rule])).toEqual([
      ['List', { list: { inCellDropDown: true, source: '是,否' } }],
      ['WholeNumber', { wholeNumber: { formula1: 100, operator: 'LessThan' } }],
      ['List', { list: { inCellDropDown: true, source: '=选项!$A$1:$A$3' } }],
    ]);
    expect(sheets[0]!.notes).toMatchObject([
      { row: 1, column: 0, author: '乙', text: '乙:\n请核' },
      { row: 3, column: 1, author: '甲', text: '第二条' },
    ]);
  });

  test('keeps what the workbook does not model', async () => {
    const workbook = await openWorkbook(oddFile());
    // Else the part would stay as it is.
    workbook.sheets[0]!.setContents(19, 0, [[{ value: '改' }]]);
    const bytes = await saveWorkbook(workbook);
    const sheet = await partText(bytes, 'xl/worksheets/sheet1.xml');
    for (const kept of [
      'codeName="Sheet1"',
      'hashValue="YWJj"',
      'zoomScale="85"',
      'activeCell="C4"',
      'outlineLevel="1"',
      '<col min="8" max="16384" width="9" style="4"/>',
      '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
      '<f t="array" ref="A5:B6">',
      '<autoFilter ref="A2:D9"/>',
      // Under a merged area.
      '<c r="G9" t="s"><v>1</v></c>',
      '<x14:id>{6D0A}</x14:id>',
      '<xm:sqref>D2:D9</xm:sqref>',
      'imeMode="on"',
      'rank="10"',
      '<hyperlink ref="A9" r:id="rId5" tooltip="网"/>',
      'fitToHeight="0"',
      '<legacyDrawing r:id="rId2"/>',
      '<tablePart r:id="rId3"/>',
    ]) {
      expect(sheet).toContain(kept);
    }
    const parts = unzip(bytes);
    for (const path of [
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/tables/table1.xml',
      'xl/theme/theme1.xml',
    ]) {
      expect(parts.get(path)).toEqual(oddParts().get(path));
    }
    expect(await partText(bytes, 'xl/sharedStrings.xml')).toContain('<rPr><b/></rPr>');
    const book = await partText(bytes, 'xl/workbook.xml');
    expect(book).toMatch(/name="台账.*name="图".*name="选项"/);
    expect(book).toContain('localSheetId="2"');
    expect(book).toContain('workbookPassword="CC1A"');
    expect(await partText(bytes, 'xl/styles.xml')).toContain('diagonalUp="1"');
    expect(parts.has('xl/calcChain.xml')).toBe(false);
    expect(contentsOf(await openWorkbook(bytes))).toEqual(contentsOf(workbook));
  });

  test('keeps rotation and diagonals of a cell whose fill is changed', async () => {
    const workbook = await openWorkbook(oddFile());
    workbook.sheets[0]!.setStyle(area(0, 0), { fill: '#FFFF00', bold: null, locked: null });
    const bytes = await saveWorkbook(workbook);
    const styles = await partText(bytes, 'xl/styles.xml');
    const last = styles.slice(0, styles.indexOf('</cellXfs>')).split('<xf ').at(-1);
    expect(last).toContain('textRotation="255"');
    expect(last).toContain('borderId="1"');
    expect(last).toContain('locked="1" hidden="1"');
    expect(contentsOf(await openWorkbook(bytes))).toEqual(contentsOf(workbook));
  });

  test('follows inserted rows and says what does not', async () => {
    const workbook = await openWorkbook(oddFile());
    const [sheet] = workbook.sheets;
    sheet!.insertLines('rows', 1, 2);
    sheet!.removeLines('columns', 1, 1);
    const bytes = await saveWorkbook(workbook);
    expect(contentsOf(await openWorkbook(bytes))).toEqual(contentsOf(workbook));
    const text = await partText(bytes, 'xl/worksheets/sheet1.xml');
    expect(text).toContain('<hyperlink ref="A11"');
    expect(text).toContain('<autoFilter ref="A4:C11"/>');
    expect(text).toContain('<row r="6" s="4" customFormat="1">');
    const boxes = await partText(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect(boxes.match(/<v:shape /g)).toHaveLength(1);
    expect(boxes).toContain('<x:Row>3</x:Row><x:Column>0</x:Column>');
    expect(boxes).toContain('<x:Anchor>1, 15, 3, 10, 3, 15, 7, 4</x:Anchor>');
    expect(lossesOf(workbook)).toEqual([expect.stringMatching(/插入或删除过行、列.*表格.*条件格式/)]);
  });
});

describe('what nobody touched', () => {
  test.each(givenFiles)('$name is saved byte for byte', async ({ name, bytes }) => {
    const workbook = await openWorkbook(bytes, name);
    await workbook.settled();
    expect(differing(bytes, await saveWorkbook(workbook))).toEqual([]);
  });

  test('nor is a sheet with marks of ours, put on and taken off', async () => {
    const { bytes } = givenFile('20');
    const workbook = await openWorkbook(bytes);
    const [sheet] = workbook.sheets;
    const theirs = sheet!.conditionalFormats();
    const own = { id: 'own', type: 'Custom', formula2: null, operator: null, stopIfTrue: false } as const;
    const mark = {
      ...own,
      formula: ruleFormula('error'),
      areas: [area(0, 0), area(2, 7)],
      style: { fill: '#FFC7CE', numberFormat: '"✗ "0' },
    };
    sheet!.setConditionalFormats([mark, ...theirs]);
    const marked = await saveWorkbook(workbook);
    expect(readFile('表.xlsx', marked).own.marks).toBe(2);
    const again = await openWorkbook(marked);
    expect(contentsOf(again)).toEqual(contentsOf(workbook));
    again.sheets[0]!.setConditionalFormats(again.sheets[0]!.conditionalFormats().slice(1));
    expect(differing(bytes, await saveWorkbook(again))).toEqual(['xl/styles.xml']);
  });

  test.each([
    ['marks of before 0.5', '=_ssld_error'],
    ['marks', ruleFormula('error')],
  ])('rules of a sheet with an edited cell keep their order under %s, those of extensions too', async (_, formula) => {
    const workbook = await openWorkbook(givenFile('20').bytes);
    const [sheet] = workbook.sheets;
    sheet!.setContents(8, 0, [[{ value: '改' }]]);
    const mark = { id: 'own', type: 'Custom', formula, formula2: null, operator: null, stopIfTrue: false };
    sheet!.setConditionalFormats([{ ...mark, areas: [area(0, 0)], style: {} }, ...sheet!.conditionalFormats()]);
    const text = await partText(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml');
    const rules = [...text.matchAll(/cfRule [^>]*?priority="(\d+)"[^>]*>(?:<[^>]*>)?([^<]*)/g)];
    expect(rules.map(([, priority, said]) => [priority, said?.includes('_ssld_') ? 'ours' : said])).toEqual([
      ['1', 'ours'],
      ['4', '20'],
      ['2', 'H3&gt;表!$A$1'],
      ['3', 'H3&gt;表!$A$2'],
    ]);
  });

  test('a chart that is in front stays in front', async () => {
    const { bytes } = givenFile('19');
    const book = (await partText(bytes, 'xl/workbook.xml')).replace(
      '<sheets>',
      '<bookViews><workbookView activeTab="1"/></bookViews><sheets>',
    );
    const charted = withParts(bytes, { 'xl/workbook.xml': book });
    const workbook = await openWorkbook(charted);
    expect(differing(charted, await saveWorkbook(workbook))).toEqual([]);
    workbook.addSheet('前', 0);
    expect(await partText(await saveWorkbook(workbook), 'xl/workbook.xml')).toContain('activeTab="2"');
    workbook.activate(workbook.sheets[0]!);
    expect(await partText(await saveWorkbook(workbook), 'xl/workbook.xml')).toContain('activeTab="0"');
  });

  test('names of chart sheets stay where sheets come and go', async () => {
    const workbook = await openWorkbook(givenFile('19').bytes);
    workbook.addSheet('前', 0);
    workbook.setName({ name: '新名', scope: null, formula: '=1', visible: true, comment: '' });
    const book = await partText(await saveWorkbook(workbook), 'xl/workbook.xml');
    expect(book).toMatch(/name="前".*name="社会组织名录".*name="图"/);
    expect(book).toContain('<definedName name="图名" localSheetId="2">社会组织名录!$A$1</definedName>');
    expect(book).toContain('<definedName name="末名" localSheetId="1">社会组织名录!$A$2</definedName>');
    expect(book).toContain('<definedName name="新名">1</definedName>');
  });

  test('a new sheet leaves the path of a missing part free', async () => {
    const workbook = await openWorkbook(givenFile('18').bytes);
    workbook.addSheet('新', 1);
    const paths = [...unzip(await saveWorkbook(workbook)).keys()];
    expect(paths).toContain('xl/worksheets/sheet3.xml');
    expect(paths).not.toContain('xl/worksheets/sheet2.xml');
  });

  test('where there are no styles, plain cells stay plain beside those that are not', async () => {
    const { bytes } = givenFile('05');
    const workbook = await openWorkbook(bytes);
    const before = workbook.sheets[0]!.cell(1, 0);
    workbook.sheets[0]!.setStyle(area(0, 0), { bold: true, fontSize: 16, fill: '#1F4E79' });
    const again = await reopened(workbook);
    expect(again.sheets[0]!.cell(1, 0)).toEqual(before);
    expect(again.sheets[0]!.cell(0, 0).style).toMatchObject({ bold: true, fontSize: 16, fill: '#1F4E79' });
  });
});

describe('our marks and sheets', () => {
  async function marked(): Promise<Workbook> {
    const workbook = await openWorkbook(oddFile(), '怪.xlsx');
    const sheet = workbook.sheets[0]!;
    workbook.setName({ name: 'sanshe_mark', scope: null, formula: '=TRUE', visible: false, comment: '' });
    const own = {
      id: 'own',
      type: 'Custom',
      formula: '=sanshe_mark',
      formula2: null,
      operator: null,
      stopIfTrue: false,
    };
    const border = { style: 'Continuous', weight: 'Thin', color: '#C00000' } as const;
    const style = { fill: '#FFC7CE', color: '#9C0006', bold: true, bottom: border, numberFormat: '"✗ "0;"✗ "@' };
    sheet.setConditionalFormats([
      { ...own, areas: [area(0, 0), area(3, 2, 8, 3), area(1, 5)], style },
      ...sheet.conditionalFormats(),
    ]);
    const added = workbook.addSheet('差距清单', 0);
    added.setNumberFormat(area(0, 0, 0, 1), '@');
    added.setContents(0, 0, [
      [{ value: '=1+1' }, { value: ' 带空格\n换行\u000b ' }],
      [{ formula: `=HYPERLINK("#"&CELL("address",'台账 & ''A<1>'''!A1),"看")`, value: '看' }, { value: '😀&<>"' }],
    ]);
    added.setStyle(area(0, 0), { bold: true, fontSize: 16, horizontal: 'Center', vertical: 'Top', wrap: true });
    added.merge(area(4, 0, 4, 3));
    added.setLines('columns', 2, 2, { hidden: false, size: 96 });
    added.setLines('columns', 3, 3, { hidden: true, size: null });
    added.frozen = { rows: 1, columns: 0 };
    added.showGridlines = false;
    added.tabColor = '#FFC000';
    workbook.setName({ name: '标记', scope: added.id, formula: '="v1"', visible: false, comment: '' });
    workbook.settings.set('secret', 'ab"<&');
    workbook.settings.set('list', [1, { a: null }]);
    workbook.activate(added);
    return workbook;
  }

  test('survive saving', async () => {
    const workbook = await marked();
    const again = await reopened(workbook);
    expect(contentsOf(again)).toEqual(contentsOf(workbook));
    expect(contentsOf(await reopened(again))).toEqual(contentsOf(workbook));
    expect(lossesOf(workbook)).toEqual([]);
  });

  test('leave the file as it was once they are taken away again', async () => {
    const again = await reopened(await marked());
    const [added, sheet] = again.sheets;
    again.removeSheet(added!);
    again.removeName('sanshe_mark', null);
    sheet!.setConditionalFormats(sheet!.conditionalFormats().slice(1));
    again.settings.clear();
    again.activate(again.sheets[1]!);
    expect(contentsOf(await reopened(again))).toEqual(contentsOf(await openWorkbook(oddFile(), '怪.xlsx')));
    const bytes = await saveWorkbook(again);
    expect([...unzip(bytes).keys()].filter((path) => path.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
  });

  test('keep their settings apart from those of other add-ins', async () => {
    const bytes = await saveWorkbook(await marked());
    expect(await partText(bytes, 'xl/webextensions/webextension1.xml')).toContain('别人的');
    expect(await partText(bytes, 'xl/webextensions/webextension2.xml')).toContain(addinId);
  });
});

test('the id that settings are kept under is that of the deployed add-in', () => {
  const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
  expect(deployedManifest(manifest, 'https://sanshe.example.cn')).toContain(`<Id>${addinId}</Id>`);
});

test('a workbook that no file was opened for is saved whole, and twice alike', async () => {
  const workbook = openMemory({
    name: '新.xlsx',
    blocks: { 甲: [['a', 1, true, null, { error: '#REF!' }]], 乙: [['=SUM(1)']] },
  });
  workbook.sheets[0]!.setStyle(area(0, 0), {
    fill: '#FF0000',
    fontName: '黑体',
    left: { style: 'Double', weight: 'Thick', color: '#000000' },
  });
  workbook.sheets[0]!.setNumberFormat(area(0, 1), '0.00%');
  workbook.sheets[0]!.setNumberFormat(area(0, 2), 'yyyy-mm-dd;@');
  workbook.sheets[1]!.setNotes([{ row: 0, column: 0, author: '某', text: ' 注\n二 ' }]);
  workbook.sheets[1]!.setDataValidations([
    {
      areas: [area(0, 0, 9, 0)],
      type: 'Custom',
      rule: { custom: { formula: '=LEN(A1)<9' } },
      ignoreBlanks: true,
      prompt: null,
      alert: { title: '错', message: '太长', style: 'Stop', show: true },
    },
  ]);
  workbook.sheets[1]!.visibility = 'Hidden';
  workbook.sheets[1]!.protected = true;
  workbook.structureProtected = true;
  await workbook.settled();
  const bytes = await saveWorkbook(workbook);
  expect(contentsOf(await openWorkbook(bytes, '新.xlsx'))).toEqual(contentsOf(workbook));
  expect(await saveWorkbook(workbook)).toEqual(bytes);
  expect((await readXlsx(bytes)).sheets[0]!.rows[0]!.slice(0, 3)).toEqual(['a', 1, true]);
});

test('what is no workbook is refused with what to do', async () => {
  await expect(openWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow('不是 Excel 工作簿');
  await expect(openWorkbook(new TextEncoder().encode('姓名,电话'))).rejects.toThrow('不是 Excel 工作簿');
  await expect(openWorkbook(zip(new Map([['a.txt', new Uint8Array(1)]])))).rejects.toThrow('里面没有工作簿');
});
