/** 送来的一册再遮一遍，变了的格就是不该来的：只说是哪一格，不说里面是什么。 */
import { describe, expect, test } from 'vitest';
import { remaining } from '../../../shared/evaluate.ts';
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified } from './deidentify.ts';

const HEADINGS = ['序号', '姓名', '身份证号', '职务', '证书等级'];
const PERSON: Cell = { masked: '0123456789ab', kind: 'name', check: null };
const roster = (name: string, ...cells: Cell[]) =>
  sheetOf(name, [HEADINGS, [1, '张某', null, '主任', '无'].map((old, at) => cells[at] ?? old)]);
const left = (arrived: WorkbookSnapshot) => remaining(arrived, deidentified(arrived).snapshot);

describe('原样送来的', () => {
  test('逐格指出', () => {
    const raw = workbookOf(roster('花名册', 1, '张某', '340403190001010016', '主任李建国'));
    expect(left(raw)).toEqual(['B2', 'C2', 'D2'].map((address) => ({ sheet: '花名册', address })));
  });

  test('表不从 A1 开始，指的也是表里的那一格', () => {
    const sheet = { ...roster('花名册', 1, '张某'), address: 'C5:G6' };
    expect(left(workbookOf(sheet))).toEqual([{ sheet: '花名册', address: 'D6' }]);
  });

  test('什么也没认出的表整张指出，名称不照抄', () => {
    const raw = workbookOf(roster('花名册', 1, PERSON), sheetOf('李建国通讯录', [['李建国', '13955401234']]));
    expect(left(raw)).toEqual([{ sheet: '{sheet:2}', address: 'A1:B1' }]);
  });

  test.each(['李建国13955401234花名册', '李建国'])('表名“%s”里有别的字：指出整张，名称不照抄', (name) => {
    const places = left(workbookOf(roster(name, 1, PERSON)));
    expect(places).toEqual([{ sheet: '{sheet:1}', address: 'A1:E2' }]);
  });

  test('文件名里有别的字：指出是文件名', () => {
    expect(left({ ...workbookOf(roster('花名册', 1, PERSON)), name: '李建国.xlsx' })).toEqual([
      { sheet: '', address: 'name' },
    ]);
  });

  test('不论哪里都不带原话', () => {
    const raw = { ...workbookOf(roster('李建国', 1, '王秀英', '340403190001010016', '赵敏')), name: '孙某.xlsx' };
    expect(JSON.stringify(left(raw))).not.toMatch(/李建国|王秀英|赵敏|孙某|3404/);
  });
});

test('遮过的没有', () => {
  const raw = { ...workbookOf(roster('李建国', 1, '张某', '340403190001010016', '主任李建国')), name: '李建国.xlsx' };
  expect(left(deidentified(raw).snapshot)).toEqual([]);
});
