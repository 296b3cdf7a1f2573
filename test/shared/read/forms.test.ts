import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { readingOf } from '../readings.ts';

const FORM: Cell[][] = [
  ['“三社联动”试点社区基本情况登记表', null, null, null],
  ['填报单位（盖章）：', null, null, '年  月  日'],
  ['街道（乡镇）', '新风街道', '社区名称', '甲社区'],
  ['常住人口', '8642人', '户籍人口', '11,205人'],
  ['社区类型', '☑城市 □农村', '社区工作者数', '10人（其中持证4人）'],
  ['社会工作服务站', '□未建 ■已建', '专业社工岗位', '中心2个、站1个'],
  ['是否成立社区专项基金', '□是 ☑否（正在筹建）', null, null],
  ['承接机构', '和风社会工作服务中心（52340403MJA0000249）', null, null],
  ['县区民政局意见', '（盖章）    年  月  日', null, null],
];

describe('基本情况登记表（规格 2.7 L4）', () => {
  const { tables, unit } = readingOf(workbookOf(sheetOf('登记表', FORM, { merges: ['A1:D1', 'B7:D7', 'B8:D8'] })));
  const data = tables[0]!.records[0]!.data;

  test('按标签右边的格取值，数字带单位、带千分位', () => {
    expect([tables[0]!.id, tables[0]!.shape]).toEqual(['W01', 'form']);
    expect([data.pop_resident?.number, data.pop_huji?.number]).toEqual([8642, 11_205]);
    expect(data.pop_resident).toMatchObject({ row: 3, column: 1 });
  });

  test('一格多值拆开', () => {
    expect([data.self_workers?.number, data.self_certified?.number]).toEqual([10, 4]);
    expect([data.self_posts_centre?.number, data.self_posts_station?.number]).toEqual([2, 1]);
    expect(data.agency_name?.text).toBe('和风社会工作服务中心');
    expect(data.agency_uscc).toMatchObject({ text: '52340403MJA0000249', check: 'valid' });
  });

  test('三种勾选框', () => {
    expect(data.urban_rural?.codes).toEqual(['urban']);
    expect(data.self_station?.flag).toBe(true);
    expect(data.self_fund).toMatchObject({ flag: false, issue: 'N031' });
  });

  test('勾了城市，按城市；没有代码', () => {
    expect(unit).toMatchObject({
      street: '新风街道',
      community: '甲社区',
      urbanRural: 'urban',
      urbanRuralFrom: 'tick',
    });
  });
});

test('村委会按名称是农村；有代码时以代码为准', () => {
  const form = (...rows: Cell[][]) =>
    readingOf(workbookOf(sheetOf('表', [['县区', '寿县'], ['街道（乡镇）', '清泉镇'], ...rows]))).unit;
  expect(form(['社区名称', '柳塘村村民委员会'])).toMatchObject({ urbanRural: 'rural', urbanRuralFrom: 'name' });
  expect(form(['社区名称', '柳塘社区'])).toMatchObject({ urbanRural: 'unknown', urbanRuralFrom: null });
  expect(form(['社区名称', '柳塘社区'], ['城乡分类代码', 220])).toMatchObject({
    urbanRural: 'rural',
    urbanRuralFrom: 'code',
  });
});
