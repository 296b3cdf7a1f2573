/** 修复表头：抹掉或改掉的表头，看两边是谁就知道；两边对不上的不猜。 */
import { describe, expect, test } from 'vitest';
import { cellAddress, parseAddress } from '../../../shared/model/addresses.ts';
import type { Cell, SheetSnapshot, TemplateAnchor } from '../../../shared/model.ts';
import { lostHeadings } from '../../../shared/template/headings.ts';
import { filled } from '../../template-fill.ts';
import { urban } from './made.ts';

const blank = filled(urban);
const sheetNamed = (name: string) => blank.sheets.find((sheet) => sheet.name === name)!;
const anchorOf = (name: string): TemplateAnchor => urban.sheets.find((sheet) => sheet.name === name)!.anchor;

const with_ = (sheet: SheetSnapshot, cells: Readonly<Record<string, Cell>>): SheetSnapshot => ({
  ...sheet,
  values: sheet.values.map((row, top) =>
    row.map((cell, left) => {
      const typed = cells[cellAddress(top, left)];
      return typed === undefined ? cell : typed;
    }),
  ),
});

const found = (name: string, sheet: SheetSnapshot, anchor = anchorOf(name)) =>
  lostHeadings(sheet, anchor).map(({ address, heading, was }) =>
    was === null ? `${address} ${heading}` : `${address} ${heading}（现在是${was}）`,
  );

const LIST = '社区社会组织名录';
const SHARED = '志愿者、人才、经费、创投、创新';
const FORM = '基本情况';

test.each(urban.sheets.map(({ name }) => name))('%s：什么都没丢，就什么都不修', (name) => {
  expect(found(name, sheetNamed(name))).toEqual([]);
});

describe('丢了的', () => {
  test.each<[string, string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ['抹掉一个', LIST, { C4: null }, ['C4 管理方式']],
    ['改成别的字', LIST, { C4: '怎么管的' }, ['C4 管理方式（现在是怎么管的）']],
    ['挨着的两个都抹掉', LIST, { C4: null, D4: null }, ['C4 管理方式', 'D4 组织形式']],
    ['第一个抹掉，下面有“示例”', LIST, { A4: null }, ['A4 序号']],
    ['最后一个抹掉，下面有字', LIST, { P4: null, P7: '新成立' }, ['P4 备注']],
    ['竖式的', FORM, { A9: null }, ['A9 常住人口（人）']],
    ['竖式的改成别的字', FORM, { A12: '多少家' }, ['A12 户数（户）（现在是多少家）']],
  ])('%s', (_, name, cells, lost) => {
    expect(found(name, with_(sheetNamed(name), cells))).toEqual(lost);
  });

  test('几张表合在一页的，各修各的', () => {
    const sheet = sheetNamed(SHARED);
    const at = (heading: string) => {
      const row = sheet.values.findIndex((cells) => cells.includes(heading));
      return cellAddress(row, sheet.values[row]!.indexOf(heading));
    };
    const [funds, ventures] = [at('到位（万元）'), at('入围数（个）')];
    expect(found(SHARED, with_(sheet, { [funds]: null, [ventures]: null }))).toEqual([
      `${funds} 到位（万元）`,
      `${ventures} 入围数（个）`,
    ]);
  });
});

describe('不猜的', () => {
  const column = (heading: string) => sheetNamed(LIST).values[3]!.indexOf(heading);
  const reshaped = (change: (row: readonly Cell[], at: number) => readonly Cell[]): SheetSnapshot => {
    const values = sheetNamed(LIST).values.map(change);
    const { bottom } = parseAddress(sheetNamed(LIST).address)!;
    return { ...sheetNamed(LIST), values, address: `A1:${cellAddress(bottom, values[0]!.length - 1)}` };
  };
  const deleted = (heading: string) => reshaped((row) => row.filter((_, at) => at !== column(heading)));

  test('整列删掉的不补', () => {
    for (const heading of ['序号', '备案号', '备注'])
      expect([heading, found(LIST, deleted(heading))]).toEqual([heading, []]);
  });

  test('两个之间加了自己的一列，不改它的表头', () => {
    const own = reshaped((row, at) => [...row.slice(0, 3), at === 3 ? '网格' : null, ...row.slice(3)]);
    expect(found(LIST, own)).toEqual([]);
  });

  test('抹掉的旁边又加了一列，说不准是哪一列', () => {
    const own = reshaped((row, at) => [
      ...row.slice(0, 2),
      null,
      ...(at === 3 ? [null] : row.slice(2, 3)),
      ...row.slice(3),
    ]);
    expect(found(LIST, own)).toEqual([]);
  });

  test('换了说法、照样读得出的不算丢', () => {
    expect(found(LIST, with_(sheetNamed(LIST), { B4: '单位名称' }))).toEqual([]);
  });

  test('整行表头都没有了，不猜', () => {
    const none = reshaped((row, at) => (at === 3 ? row.map(() => null) : row));
    expect(found(LIST, none)).toEqual([]);
  });

  test('别的版本不修', () => {
    const anchor = { ...anchorOf(LIST), version: urban.version + 1 };
    expect(found(LIST, with_(sheetNamed(LIST), { C4: null }), anchor)).toEqual([]);
  });
});
