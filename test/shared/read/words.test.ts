import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/catalogue.ts';
import { vocabularyOf } from '../../../shared/read/vocabulary.ts';
import { readCode, readCodes, readFlag } from '../../../shared/read/words.ts';

const { writings } = catalogue;
const { books } = vocabularyOf(catalogue);
const code = (list: string, text: string) => readCode(text, books.get(list)!, writings).codes;
const codes = (list: string, text: string) => readCodes(text, books.get(list)!, writings).codes;

describe('是与否（规格 2.4）', () => {
  test.each(['√', '✓', '☑', '是', '有', '已成立', '已建成', 'Y', 1, 'TRUE', true])('%s 是“是”', (raw) => {
    expect(readFlag(raw, writings)).toBe('yes');
  });
  test.each(['×', '否', '无', 'N', 0, '未建', false])('%s 是“否”', (raw) => {
    expect(readFlag(raw, writings)).toBe('no');
  });
  test.each(['筹建中', '在建', '正在办理', '部分', '/', '—'])('%s 是办理中', (raw) => {
    expect(readFlag(raw, writings)).toBe('underWay');
  });
  test('勾选框看打勾的那一项', () => {
    expect(readFlag('□未建 ■已建', writings)).toBe('yes');
    expect(readFlag('□是 ☑否', writings)).toBe('no');
    expect(readFlag('□是 ☑否（正在筹建）', writings)).toBe('underWay');
    expect(readFlag('□是 □否', writings)).toBe('blank');
    expect(readFlag('☑是 ☑否', writings)).toBeNull();
  });
});

describe('代码', () => {
  test('未登记不含“登记”的意思', () => {
    expect(code('MGMT', '登记')).toEqual(['登记']);
    expect(code('MGMT', '在区民政局登记')).toEqual(['登记']);
    expect(code('MGMT', '未登记')).toEqual(['未登记未备案']);
    expect(code('MGMT', '登记并备案')).toEqual([]);
  });
  test('一格两证', () => {
    expect(codes('CERT', '助理、中级')).toEqual(['1', '2']);
    expect(codes('CERT', '初级、中级')).toEqual(['1', '2']);
    expect(codes('CERT', '省级社会工作员')).toEqual(['L']);
    expect(codes('CERT', '无')).toEqual(['0']);
  });
  test('“社工师”“有”取用但提请核实', () => {
    expect(readCodes('社工师', books.get('CERT')!, writings)).toEqual({ codes: ['2'], doubtful: true });
    expect(readCodes('有', books.get('CERT')!, writings)).toEqual({ codes: ['U'], doubtful: true });
  });
  test('职务对应人员类别，一人多职', () => {
    expect(codes('WTYPE', '书记、主任')).toEqual(['A1', 'A2']);
    expect(codes('WTYPE', '网格员')).toEqual(['A4']);
    expect(codes('WTYPE', '驻站社工（机构）')).toEqual(['B2']);
  });
  test('勾选城市或农村', () => {
    expect(code('URBAN', '☑城市 □农村')).toEqual(['urban']);
    expect(code('URBAN', '□城市 □农村')).toEqual([]);
  });
});
