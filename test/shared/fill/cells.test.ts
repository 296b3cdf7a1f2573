/** 选中一格，是哪张表的哪一栏：社区自己画的表也一样。 */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import { spotAt } from '../../../shared/fill/cells.ts';
import type { Cell, SheetSnapshot } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const tablesOf = (...sheets: readonly SheetSnapshot[]) => evaluate(workbookOf(...sheets)).tables;

/** `W02 mgmt value`; the heading in the place of a field that is not known. */
function spots(rows: readonly (readonly Cell[])[], more: Partial<SheetSnapshot> = {}) {
  const tables = tablesOf(sheetOf('表1', rows, more));
  return (address: string) => {
    const spot = spotAt({ sheet: '表1', address }, tables);
    if (!spot) return null;
    const { table, column, kind } = spot;
    return `${table.id} ${column.field ?? `〔${column.header}〕`} ${kind}`;
  };
}

const roll: Cell[][] = [
  ['锦湖社区社会组织名录', null, null, null, null, null, null],
  ['填报单位：锦湖社区', null, null, null, null, '单位：人', null],
  ['序号', '组织名称', '登记备案情况', null, '成员数', '花名册页码', '状态'],
  [null, null, '登记/备案', '统一社会信用代码（备案号）', null, null, null],
  ['例', '某某服务队（示例）', '备案', '街备〔2020〕某号', 20, 3, '正常'],
  [1, '锦湖春风队', '备案', '锦备2019-03', 32, 7, '正常'],
  [2, '锦湖书画社', '备案', '锦备2019-04', 12, 7, '正常'],
  ['合  计', null, null, null, 44, null, null],
  [null, null, null, null, null, null, null],
  [null, null, null, null, null, null, null],
  ['填表人：', null, '审核人：', null, null, null, null],
];
const merges = ['A1:G1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4', 'G3:G4'];

describe('两行表头的名录', () => {
  const at = spots(roll, { merges });

  test('数据格是这一栏的值，表头格是表头，合并的上级表头看第一格', () => {
    expect(at('C6')).toBe('W02 mgmt value');
    expect(at('C4')).toBe('W02 mgmt heading');
    expect(at('C3:D3')).toBe('W02 mgmt heading');
    expect(at('B3:B4')).toBe('W02 name heading');
  });

  test('一列装两栏：信用代码（备案号）', () => expect(at('D7')).toBe('W02 code_any value'));

  test('没有认出的列说出它的表头', () => expect(at('F6')).toBe('W02 〔花名册页码〕 value'));

  test('示例行、合计行不是记录', () => {
    expect(at('B5')).toBe('W02 name aside');
    expect(at('E8')).toBe('W02 members sum');
  });

  test('表下面的空行是接着填的地方，到签字行为止', () => {
    expect(at('B9')).toBe('W02 name spare');
    expect(at('C10')).toBe('W02 mgmt spare');
    expect(at('C11')).toBeNull();
    expect(at('C12')).toBeNull();
  });

  test('标题、填报单位、表的右边都不是表里的格', () => {
    expect([at('A1:G1'), at('A2'), at('H6')]).toEqual([null, null, null]);
  });

  test('选几格看左上角那一格，选整列是表头，选整行看第一格', () => {
    expect(at('C6:E7')).toBe('W02 mgmt value');
    expect(at('C7,E6')).toBe('W02 mgmt value');
    expect(at('E:E')).toBe('W02 members heading');
    expect(at('$C$6')).toBe('W02 mgmt value');
    expect(at('6:6')).toBe('W02 seq value');
    expect(at('名称')).toBeNull();
  });
});

test('下面没有别的东西时，往下都是接着填的地方；别的工作表不是', () => {
  const tables = tablesOf(sheetOf('表1', roll.slice(0, 7), { merges }));
  expect(spotAt({ sheet: '表1', address: 'B5000' }, tables)?.kind).toBe('spare');
  expect(spotAt({ sheet: '表2', address: 'B6' }, tables)).toBeNull();
});

test('只编了号的备用行也是接着填的地方', () => {
  const at = spots([...roll.slice(0, 7), [3], ['4'], [null], ['填表人：']], { merges });
  expect(at('B8')).toBe('W02 name spare');
  expect(at('A9')).toBe('W02 seq spare');
  expect(at('B11')).toBeNull();
});

test('两张表叠在一页：空行归上面的表，到下面一张的标题为止', () => {
  const workers = [
    ['锦湖社区工作者花名册', null, null, null],
    ['姓名', '职务', '是否在岗', '证书级别'],
    ['张某某', '网格员', '是', '初级'],
  ];
  const at = spots([...roll.slice(0, 7), [null], [null], ...workers], { merges });
  expect(at('C8')).toBe('W02 mgmt spare');
  expect(at('C10')).toBeNull();
  expect(at('C11')).toBe('W03 on_duty heading');
  expect(at('D13')).toBe('W03 cert spare');
});

describe('竖着的基本情况表', () => {
  const at = spots(
    [
      ['“三社联动”试点社区基本情况登记表', null, null, null],
      ['街道（乡镇）', '锦湖街道', '社区名称', '锦湖社区'],
      ['常住人口', '8642人', '户籍人口', '11,205人'],
      ['社区类型', '☑城市 □农村', '社区工作者数', '10人（其中持证4人）'],
      ['承接机构', '锦湖社会工作服务中心', null, null],
    ],
    { merges: ['A1:D1', 'B5:D5'] },
  );

  test('名称是表头，右边一格是值，打勾的也是', () => {
    expect(at('A3')).toBe('W01 pop_resident heading');
    expect(at('B3')).toBe('W01 pop_resident value');
    expect(at('D3')).toBe('W01 pop_huji value');
    expect(at('B4')).toBe('W01 urban_rural value');
  });

  test('合并的值整块都是', () => {
    expect(at('B5:D5')).toBe('W01 agency_name value');
    expect(at('D5')).toBe('W01 agency_name value');
  });

  test('标题和表下面不是', () => expect([at('A1:D1'), at('B6')]).toEqual([null, null]));
});

test('登记、备案各一列打勾的，知道这一列的勾是什么', () => {
  const tables = tablesOf(
    sheetOf(
      '表1',
      [
        ['组织名称', '登记备案情况', null, '成员数'],
        [null, '登记', '备案', null],
        ['锦湖春风队', null, '√', 32],
        ['锦湖书画社', null, '√', 12],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:D2'] },
    ),
  );
  const { column } = spotAt({ sheet: '表1', address: 'C3' }, tables)!;
  expect(column).toMatchObject({ field: 'mgmt', tick: '备案' });
});
