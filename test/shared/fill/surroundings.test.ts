/** 表的各格在哪里：脱敏以后说的一样，说的只有地址。 */
import { expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const typed = workbookOf(
  sheetOf('花名册', [
    ['姓名', '身份证号', '是否在岗', '证书级别'],
    ['赵某某', '340422190001010023', '是', '初级'],
    ['合计', null, null, 1],
    [null, null, null, null],
    ['填表人：李某某', null, null, null],
  ]),
  sheetOf('基本情况', [
    ['街道（乡镇）', '锦湖街道', '社区名称', '锦湖社区'],
    ['常住人口', '8642人', '党组织书记', '王某某'],
    ['户籍人口', '户数', '3200', null],
  ]),
);

const partsOf = (snapshot: typeof typed) =>
  evaluate(snapshot).tables.map(({ cells, others, room }) => ({ cells, others, room }));

test('清单说哪几行不是记录、空行到哪一行为止，表单说名称和值各在哪一格', () => {
  const [list, form] = partsOf(typed);
  expect(list).toEqual({ cells: undefined, others: [{ row: 3, kind: 'sum' }], room: 4 });
  expect(form?.cells).toEqual([
    { label: 'A1', value: 'B1' },
    { label: 'C1', value: 'D1' },
    { label: 'A2', value: 'B2' },
    { label: 'C2', value: 'D2' },
    { label: 'A3', value: null },
    { label: 'B3', value: 'C3' },
  ]);
});

test('脱敏以后还是这些格，没有一个字来自格子', () => {
  const { snapshot } = deidentify(typed, 'ab'.repeat(32));
  expect(snapshot).not.toEqual(typed);
  expect(partsOf(snapshot)).toEqual(partsOf(typed));
  expect(JSON.stringify(partsOf(typed))).not.toMatch(/某|锦湖|3404/);
});
