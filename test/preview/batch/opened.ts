import { openMemory } from '../../../addin/preview/memory.ts';
import type { Sheet } from '../../../addin/preview/workbook.ts';
import { type OfficeOptions, openOffice } from '../../office.ts';

/** 甲 has three rows of two columns, 乙 one cell, 空 nothing. */
export async function open(options?: OfficeOptions) {
  const workbook = openMemory({
    name: '样例.xlsx',
    blocks: {
      甲: [
        ['科目', '金额'],
        ['现金', 100],
        ['银行', { error: '#REF!' }],
      ],
      '乙 表': [['=SUM(甲!B1:B2)']],
      空: [],
    },
  });
  await workbook.settled();
  const office = await openOffice(workbook, options);
  const sheet = (name: string): Sheet => workbook.sheets.find((each) => each.name === name)!;
  /** Runs against a new context, as the add-in does; what it rejects with is given as `{ code, … }`. */
  const run = office.Excel.run.bind(office.Excel) as <T>(
    batch: (context: Excel.RequestContext) => Promise<T>,
  ) => Promise<T>;
  return { ...office, sheet, run };
}
