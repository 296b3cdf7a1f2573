/** 按样本逐格填好的填报表：各项的判定和数与样本一样；怎样挪动都还读得出。 */
import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sampleSnapshot } from '../../fixtures/samples.ts';
import { typedInto } from '../../template-fill.ts';
import {
  cleanSamples,
  figures,
  filledWith,
  judged,
  masked,
  rural,
  said,
  sampleLines,
  urban,
  withSheet,
} from './made.ts';

const samples = await cleanSamples();

test.each(samples)('$title', async (sample) => {
  const { mode, asOf } = sample;
  const given = judged(await sampleSnapshot(sample), { mode, asOf });
  const template = given.unit.urbanRural === 'rural' ? rural : urban;
  const made = judged(filledWith(template, await sampleLines(sample)), { mode, asOf });
  expect(figures(made)).toEqual(figures(given));
  expect(said(made).filter((each) => !said(given).includes(each))).toEqual([]);
});

const [sample] = samples;
const lines = await sampleLines(sample!);
const workbook = filledWith(urban, lines);
const before = judged(workbook);

const LIST = '社区社会组织名录';
/** 0-based: headings, sums, example, the first line. */
const [HEADINGS, SUMS, EXAMPLE, FIRST] = [3, 4, 5, 6];

type Rows = readonly (readonly Cell[])[];

/** Rows of the list changed; what stood there moves along. */
const changed = (change: (rows: Rows) => Rows, more: Partial<SheetSnapshot> = {}): WorkbookSnapshot =>
  withSheet(workbook, LIST, ({ numberFormat: _, merges: __, ...sheet }) => {
    const values = change(sheet.values);
    const right = String.fromCharCode(64 + values[0]!.length);
    return { ...sheet, values, address: `A1:${right}${values.length}`, merges: [], ...more };
  });

const inserted = (at: number) => changed((rows) => [...rows.slice(0, at), rows[0]!.map(() => null), ...rows.slice(at)]);

const columnAt = (heading: string) =>
  workbook.sheets.find(({ name }) => name === LIST)!.values[HEADINGS]!.indexOf(heading);

const without = (heading: string) =>
  changed((rows) => rows.map((row) => row.filter((_, column) => column !== columnAt(heading))));

const last = workbook.sheets.find(({ name }) => name === LIST)!.values.length;

const cases: readonly [what: string, workbook: WorkbookSnapshot][] = [
  ['倒过来排序', changed((rows) => [...rows.slice(0, FIRST), ...rows.slice(FIRST).reverse()])],
  ['连示例一起排序', changed((rows) => [...rows.slice(0, EXAMPLE), ...rows.slice(FIRST), rows[EXAMPLE]!])],
  ['在第一行前插入一行', inserted(FIRST)],
  ['在中间插入一行', inserted(FIRST + 5)],
  ['在最后一行前插入一行', inserted(last - 1)],
  ['删去示例', changed((rows) => rows.filter((_, row) => row !== EXAMPLE))],
  ['删去合计', changed((rows) => rows.filter((_, row) => row !== SUMS))],
  ['删去“序号”一列', without('序号')],
  ['删去“备注”一列', without('备注')],
  ['删去“联系电话”一列', without('联系电话')],
  [
    '把“类别”移到最后',
    changed((rows) =>
      rows.map((row) => [...row.filter((_, column) => column !== columnAt('类别')), row[columnAt('类别')] ?? null]),
    ),
  ],
  ['在右边加一列自己的', changed((rows) => rows.map((row, at) => [...row, at === HEADINGS ? '网格' : null]))],
  ['从别处粘贴，没有格式', changed((rows) => rows.map((row) => [...row]))],
];

describe('各张表都一样', () => {
  const LISTS = ['社区社会组织名录', '平台与机制清单', '社区工作者花名册'];
  const changedIn = (name: string, change: (rows: Rows) => Rows) =>
    withSheet(workbook, name, ({ numberFormat: _, merges: __, ...sheet }) => {
      const values = change(sheet.values);
      return { ...sheet, values, address: sheet.address.replace(/\d+$/, String(values.length)), merges: [] };
    });
  const blank = (rows: Rows) => rows[0]!.map(() => null);
  const top = (rows: Rows) => rows.findIndex(([first]) => first === '示例') + 1;

  test.each(LISTS.flatMap((name) => [1, 2, 5].map((count) => [name, count] as const)))(
    '%s：表头与各行之间空 %i 行',
    (name, count) => {
      const after = judged(
        changedIn(name, (rows) => [
          ...rows.slice(0, top(rows)),
          ...Array.from({ length: count }, () => blank(rows)),
          ...rows.slice(top(rows)),
        ]),
      );
      expect(figures(after)).toEqual(figures(before));
      expect(said(after)).toEqual(said(before));
    },
  );

  test.each(LISTS)('%s：空行的序号先编到两百，不说有没读的', (name) => {
    const numbered = changedIn(name, (rows) =>
      Array.from({ length: 200 }, (_, at) => {
        const row = rows[at] ?? blank(rows);
        return at < top(rows) ? row : [at - top(rows) + 1, ...row.slice(1)];
      }),
    );
    const after = judged(numbered);
    expect(after.unread).toEqual([]);
    expect(figures(after)).toEqual(figures(before));
    expect(said(after)).toEqual(said(before));
  });
});

describe('名录怎样挪动都还读得出', () => {
  test.each(cases)('%s', (_, workbook) => {
    const after = judged(workbook);
    expect(figures(after)).toEqual(figures(before));
    expect(said(after)).toEqual(said(before));
  });

  test('筛选：隐藏的行照样计入，只提示有隐藏', () => {
    const after = judged(changed((rows) => rows, { hiddenRows: [FIRST + 2, FIRST + 3] }));
    expect(figures(after)).toEqual(figures(before));
    expect(said(after).filter((each) => !said(before).includes(each))).toEqual(['N041 null']);
  });

  test('整张表复制一份，只计一份', () => {
    const copy = { ...workbook.sheets.find(({ name }) => name === LIST)!, name: `${LIST} (2)` };
    const after = judged({ ...workbook, sheets: [...workbook.sheets, copy] });
    expect(figures(after)).toEqual(figures(before));
  });
});

test('合计一行少了，就说合计不对', () => {
  const after = judged(
    changed((rows) => rows.map((row, at) => (at === SUMS ? row.map((cell) => (cell === '合计' ? cell : 1)) : row))),
  );
  expect(said(after)).toContain('Z20 members');
});

test('一行也没有多填', () => {
  expect(typedInto(urban, lines).length).toBeGreaterThan(400);
  expect(before.tables.find(({ id }) => id === 'W02')?.rows).toBe(lines.filter(({ table }) => table === 'W02').length);
});

test('填报单位、日期、签字写在表头上面，读得出；签字的人名不带走', () => {
  const signed = withSheet(workbook, LIST, (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, at) => {
      const [text, ...rest] = row;
      if (at === 1) {
        const typed = String(text)
          .replace('：', '：田家庵区望淮街道锦湖社区')
          .replace('填报日期：', '填报日期：2021年6月3日');
        return [typed, ...rest];
      }
      return at === 2
        ? [String(text).replace('填表人：', '填表人：苏某某').replace('审核人：', '审核人：温某某'), ...rest]
        : row;
    }),
  }));
  const after = judged(signed);
  expect(figures(after)).toEqual(figures(before));
  expect(said(after)).toEqual(said(before));
  const { lines } = readWorkbook(signed, grounds.catalogue);
  const own = lines
    .filter(({ sheet, value }) => sheet === LIST && value !== null)
    .map(({ kind, value }) => [kind, value]);
  expect(own).toEqual([
    ['title', '社区社会组织名录'],
    ['reporter', '田家庵区望淮街道锦湖社区'],
    ['date', '2021年6月3日'],
    ['unit', '家、人'],
    ['signature', '苏某某'],
    ['signature', '温某某'],
  ]);
  expect(JSON.stringify(masked(signed).snapshot)).not.toMatch(/苏某某|温某某/);
});
