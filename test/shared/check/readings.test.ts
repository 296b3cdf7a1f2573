/** What is said of how a workbook was read: hidden data, headings, copies, lists of names that must not be kept. */
import { describe, expect, test } from 'vitest';
import type { SheetSnapshot } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { facts, judged, organisations, registered, snapshotOf, times } from './workbooks.ts';

/** The sound workbook with something changed about one sheet. */
function withSheet(name: string, change: Partial<SheetSnapshot>) {
  const snapshot = snapshotOf(sound);
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change } : sheet)),
  };
}

describe('N041 隐藏的数据', () => {
  test('隐藏行照样计入，每张表提示一次', () => {
    const { said, indicator } = judged(withSheet('名录', { hiddenRows: [5, 6, 9] }));
    expect(said()).toEqual(['N041 名录!A5:I6']);
    expect(indicator('G01').numerator).toBe(10);
  });
  test('几处隐藏，其余列为相关', () => {
    const { finding } = judged(withSheet('名录', { hiddenRows: [5, 6, 9] }));
    expect(finding('N041')).toMatchObject({ severity: 'note', related: [{ sheet: '名录', address: 'A9:I9' }] });
  });
  test('隐藏的工作表', () => {
    expect(judged(withSheet('名录', { visibility: 'Hidden' })).said()).toEqual(['N041 名录!A1:I11']);
  });
});

describe('N043 副本', () => {
  test('名录 (2) 与名录相同：不计，也不逐行说重复', () => {
    const { said, indicator } = judged({ ...sound, '名录 (2)': sound.名录! });
    expect(said()).toEqual(['N043 名录 (2)!A1:I11']);
    expect(indicator('G01').numerator).toBe(10);
  });
});

describe('R201 特殊人群名单', () => {
  test('困境儿童名单：指在姓名表头，不列任何姓名', () => {
    const { said, finding } = judged({
      ...sound,
      困境儿童名单: [
        ['序号', '姓名', '年龄'],
        [1, '某甲', 9],
        [2, '某乙', 11],
      ],
    });
    expect(said()).toEqual(['R201 困境儿童名单!B1']);
    expect(finding('R201')).toMatchObject({ severity: 'error', value: null });
    expect(JSON.stringify(finding('R201'))).not.toMatch(/某甲|某乙/);
  });
  test('姓名栏写作户主', () => {
    const { said } = judged({
      ...sound,
      低保户名单: [
        ['序号', '户主', '地址'],
        [1, '某甲', '一组'],
      ],
    });
    expect(said('R201')).toEqual(['R201 低保户名单!B1']);
  });
  test('只报人数的表不提示', () => {
    const { said } = judged({
      ...sound,
      重点人群: [
        ['类别', '人数'],
        ['困境儿童', 9],
        ['残疾人', 31],
      ],
    });
    expect(said('R201')).toEqual([]);
  });
});

describe('N031 还没有完成', () => {
  test('基本情况里自报的专项基金正在筹建', () => {
    expect(judged(changed({ '基本情况!A8': '社区专项基金', '基本情况!B8': '筹建中' })).said()).toEqual([
      'N031 基本情况!B8',
    ]);
  });
});

describe('R005 城乡', () => {
  const without = (...labels: readonly string[]) =>
    facts.map((row) =>
      row.flatMap((cell, at) =>
        at % 2 === 0 && labels.includes(String(cell))
          ? []
          : at % 2 === 1 && labels.includes(String(row[at - 1]))
            ? []
            : [cell],
      ),
    );
  const roster = organisations(...times(5, (n) => registered(`社${n}`)));

  test('没有代码，名称是村：按农村，请核实', () => {
    const village = without('城乡分类代码', '社区类型').map((row) =>
      row.map((cell) => (cell === '春申社区' ? '柳塘村' : cell)),
    );
    const { said, indicator } = judged({ 基本情况: village, 名录: roster });
    expect(said()).toEqual(['R005 基本情况!B2']);
    expect(indicator('G02').verdict).toBe('met');
  });
  test('没有代码、没有勾选，名称也看不出：强制', () => {
    const { finding, indicator } = judged({ 基本情况: without('城乡分类代码', '社区类型'), 名录: roster });
    expect(finding('R005')).toMatchObject({ severity: 'error', field: 'community' });
    expect(indicator('G01').verdict).toBe('to_verify');
  });
});

describe('表头', () => {
  test('N042 两栏同一表头：只读前一栏，后一栏说明', () => {
    const rows = sound.名录!.map((row, at) => [...row, at === 0 ? '组织名称' : '另一个名称']);
    expect(judged({ ...sound, 名录: rows }).said()).toEqual(['N042 名录!J1']);
  });
  test('N042 表旁认不出的一片', () => {
    const beside = (at: number) => (at >= 3 && at <= 5 ? [null, null, '甲', '乙', '丙'] : []);
    const rows = sound.名录!.map((row, at) => [...row, ...beside(at)]);
    expect(judged({ ...sound, 名录: rows }).said()).toEqual(['N042 名录!L4:N6']);
  });
  test('N045 包含匹配：用，并提示', () => {
    const rows = sound.名录!.map((row, at) =>
      at === 0 ? row.map((cell) => (cell === '统一社会信用代码' ? '组织统一社会信用代码（必填）' : cell)) : row,
    );
    expect(judged({ ...sound, 名录: rows }).said()).toEqual(['N045 名录!D1']);
  });
});
