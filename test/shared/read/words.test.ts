import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import { vocabularyOf } from '../../../shared/read/vocabulary.ts';
import { readCode, readCodes, readFlag } from '../../../shared/read/words.ts';

const { catalogue } = grounds;

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
  test.each([
    '拟报考初级',
    '报考中级',
    '正在备考中级',
    '未取得中级',
    '初级（备考中）',
    '未取得',
    '不持证',
    '备考',
    '没有中级',
  ])('社工证“%s”是没有', (text) => expect(codes('CERT', text)).toEqual(['0']));
  test.each([
    ['中级，拟报考高级', ['2']],
    ['初级、未取得中级', ['1']],
    ['初级（未登记）', ['1']],
    ['成绩合格待发证', ['P']],
  ])('社工证“%s”', (text, expected) => expect(codes('CERT', text)).toEqual(expected));
  test.each(['正在登记', '拟登记', '登记中', '待备案', '申请备案中', '正在办理', '未依法登记', '准备到民政局登记'])(
    '管理方式“%s”是未登记未备案',
    (text) => expect(code('MGMT', text)).toEqual(['未登记未备案']),
  );
  test('已办的仍是已办', () => {
    expect(code('MGMT', '不需登记，已备案')).toEqual(['备案']);
    expect(code('MGMT', '已经登记')).toEqual(['登记']);
    expect(codes('CAT', '非遗文化')).toEqual(['文体活动']);
  });
  test('不活跃不是正常，未结项不是已结项', () => {
    expect(code('ORGSTAT', '不活跃')).toEqual(['停止活动']);
    expect(code('ORGSTAT', '不太活跃')).toEqual([]);
    expect(code('PROJSTAT', '未结项')).toEqual([]);
  });
  test('“社工师”“有”取用但提请核实', () => {
    expect(readCodes('社工师', books.get('CERT')!, writings)).toEqual({ codes: ['2'], doubtful: true, denied: false });
    expect(readCodes('有', books.get('CERT')!, writings)).toEqual({ codes: ['U'], doubtful: true, denied: false });
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
