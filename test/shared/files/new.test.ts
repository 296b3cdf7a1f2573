import { readXlsx } from 'hucre';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import { readFile } from '../../../shared/files/read.ts';
import type { PaperSheet, PlanCell } from '../../../shared/model.ts';
import { partsOf } from './packages.ts';

const cell = (value: PlanCell['value'], style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

const sheet = (name: string, parts: Partial<PaperSheet> = {}): PaperSheet => ({
  name,
  widths: [10, 30, 12, 0],
  rows: [
    [cell('全市汇总', 'title'), cell(null), cell(null), cell(null)],
    [cell('序号', 'heading'), cell('单位', 'heading'), cell('持证率', 'heading'), cell('键', 'heading')],
    [cell(1, 'number'), cell('=甲&乙<社区>"\n第二行'), cell(0.3333, 'percent'), cell('k|1', 'key')],
    [cell(2, 'number'), cell('未报送', 'warning'), cell('缺数据'), cell('k|2', 'key')],
  ],
  spans: [0],
  frozenRows: 2,
  page: { orientation: 'landscape', repeated: [1, 1] },
  filterRow: 1,
  ...parts,
});

const values = (sheets: readonly PaperSheet[]) =>
  sheets.map(({ rows }) => rows.map((row) => row.map((one) => one.value)));
const read = (sheets: readonly PaperSheet[]) => readFile('汇总.xlsx', newFile(sheets)).snapshot.sheets;
const part = (sheets: readonly PaperSheet[], path: string) => partsOf(newFile(sheets)).get(path)!;

test('再打开，值和名称都是写进去的', () => {
  const given = [sheet('总览'), sheet('排名')];
  const opened = read(given);
  expect(opened.map(({ name }) => name)).toEqual(['总览', '排名']);
  expect(opened.map((one) => one.values)).toEqual(values(given));
});

test('另一个程序读出来也一样', async () => {
  const given = [sheet('总览'), sheet('排名')];
  const { sheets } = await readXlsx(newFile(given));
  expect(sheets.map(({ name }) => name)).toEqual(['总览', '排名']);
  expect(sheets.map(({ rows }) => rows.map((row) => [0, 1, 2, 3].map((at) => row[at] ?? null)))).toEqual(values(given));
});

test('同样的表，字节相同', () => {
  expect(newFile([sheet('总览'), sheet('排名')])).toEqual(newFile([sheet('总览'), sheet('排名')]));
});

test('每个部件都是合格的 XML，类型和关系都对得上', () => {
  const { DOMParser } = new JSDOM().window;
  const parts = partsOf(newFile([sheet('总览'), sheet('排名')]));
  for (const [path, text] of parts)
    expect([path, new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')]).toEqual([
      path,
      null,
    ]);
  const types = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!);
  expect(types.sort()).toEqual([...parts.keys()].filter((path) => !/\.rels$|^\[/.test(path)).sort());
  const targets = [...parts.get('xl/_rels/workbook.xml.rels')!.matchAll(/Target="\/([^"]+)"/g)].map(
    ([, path]) => path!,
  );
  expect(targets.every((path) => parts.has(path))).toBe(true);
});

test('名称不过三十一个字，不重复，没有 Excel 不收的字', () => {
  const long = '某某市某某区某某街道某某社区某某某某某某某某某某某某某某某指标';
  const names = read([
    sheet(`${long}甲`),
    sheet(`${long}乙`),
    sheet('城市/农村：[终期]'),
    sheet('总览'),
    sheet('总览'),
  ]).map(({ name }) => name);
  expect(new Set(names).size).toBe(5);
  expect(names.slice(2)).toEqual(['城市_农村：_终期_', '总览', '总览 (2)']);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});

test('标题行每页重印，可以筛选，冻结在上面，页脚有第几页共几页', () => {
  const book = part([sheet("甲'乙")], 'xl/workbook.xml');
  expect(book).toContain(`name="_xlnm.Print_Titles" localSheetId="0">'&#30002;''&#20057;'!$2:$2<`);
  expect(book).toContain('_xlnm._FilterDatabase');
  const text = part([sheet('总览')], 'xl/worksheets/sheet1.xml');
  expect(text).toContain('<autoFilter ref="A2:D4"/>');
  expect(text).toContain('ySplit="2"');
  expect(text).toMatch(/paperSize="9" orientation="landscape" fitToWidth="1"/);
  expect(text).toContain('&amp;P');
  expect(text).toContain('hidden="1"');
});

test('半个字（表情符号被截断）写成 �，文件照样打得开；完整的生僻字、表情照原样', async () => {
  const torn = '锦湖社区\ud83d活动';
  const given = [
    sheet(`${'名称'.repeat(15)}😀`, {
      spans: [],
      rows: [[cell(torn), cell('\ude00社区'), cell('𠮷祥社区😀'), cell(1, 'number')]],
    }),
    sheet(`表\ud83d`),
  ];
  const { DOMParser } = new JSDOM().window;
  for (const [path, text] of partsOf(newFile(given)))
    expect(
      new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
      path,
    ).toBeUndefined();
  const [first, second] = read(given);
  expect(first?.values).toEqual([['锦湖社区�活动', '�社区', '𠮷祥社区😀', 1]]);
  expect([first?.name, second?.name]).toEqual(['名称'.repeat(15), '表�']);
  const { sheets } = await readXlsx(newFile(given));
  expect(sheets[0]?.rows[0]?.[0]).toBe('锦湖社区�活动');
});
