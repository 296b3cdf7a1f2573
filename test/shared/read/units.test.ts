import { expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified } from '../privacy/deidentify.ts';

const { catalogue } = grounds;

const HEADINGS: Cell[] = ['资金来源', '安排', '到位（万元）', '支出', '用途'];
const ROW: Cell[] = ['市级', 100000, 10, '5000元', '岗位'];

/** Amounts of the row in 万元: planned, received, spent; read of the masked workbook. */
function amounts(...above: Cell[][]): readonly (number | null | undefined)[] {
  const rows = [...above, HEADINGS, ROW];
  const { snapshot } = deidentified(workbookOf(sheetOf('经费', rows)));
  const { data } = readWorkbook(snapshot, catalogue).tables[0]!.records[0]!;
  return [data.planned, data.received, data.spent].map((datum) => datum?.number);
}

const TITLE: Cell[] = ['三社联动经费情况表'];
const YUAN = [10, 10, 0.5];
const TEN_THOUSANDS = [100000, 10, 0.5];

test.each<[string, Cell[][], number[]]>([
  ['表名下一行写着“单位：元”', [TITLE, [null, null, null, null, '单位：元']], YUAN],
  ['与填报单位同一行', [TITLE, ['填报单位：春晓社区', null, null, null, '计量单位：元']], YUAN],
  ['写在表名里', [['三社联动经费情况表（单位：元）']], YUAN],
  ['金额单位：元', [TITLE, ['金额单位：元']], YUAN],
  ['单位：人、元', [TITLE, ['单位：人、元']], YUAN],
  ['单位：万元', [TITLE, ['单位：万元']], TEN_THOUSANDS],
  ['填报单位以“元”开头', [TITLE, ['填报单位：元和街道']], TEN_THOUSANDS],
  ['没有写单位', [TITLE], TEN_THOUSANDS],
])('%s', (_, above, expected) => {
  expect(amounts(...above)).toEqual(expected);
});
